import Entities
import Foundation
import HanText
import Pages
import TestSupport
import Testing

@testable import Corpus

/// Laws over all example articles and over random damage of them.
@Suite("Laws over the example articles") struct ArticleLawTests {
  /// The pages of `corpus/articles` as records.
  static let pages: [InputRecord] = {
    let folder = GoldFilesTests.corpus.appendingPathComponent("articles").path
    let reader = InputReader(paths: [folder])
    var records: [InputRecord] = []
    while let next = reader.next() {
      if case .success(let record) = next { records.append(record) }
    }
    return records
  }()

  /// The true texts of the articles.
  static let texts: [Article] = (try? GoldFilesTests.articles.get().map(\.record.article)) ?? []

  @Test func thereAreArticles() {
    #expect(Self.pages.count >= 30)
    #expect(Self.texts.count == Self.pages.count)
  }

  @Test func mentionsAreSlicesOfTheText() throws {
    let breaker = SentenceBreaker()
    for page in Self.pages {
      let article = try Cleaner().article(from: page)
      let document = Document(article: article, sentences: breaker)
      #expect(document.shadow.count == article.text.count)
      try expectLaws(of: article, breaker)
    }
  }

  @Test(arguments: 0..<4) func lawsHoldForDamagedPages(seed: Int) throws {
    let breaker = SentenceBreaker()
    for (number, page) in Self.pages.enumerated() {
      guard case .bytes(var bytes) = page.content else { continue }
      var generator = SeededGenerator(seed: UInt64(number * 31 + seed))
      Self.damage(&bytes, using: &generator)
      var record = page
      record.content = .bytes(bytes)
      // Damage may leave nothing that is text; then the page is refused, which is right.
      guard let article = try? Cleaner().article(from: record) else { continue }
      try expectLaws(of: article, breaker)
    }
  }

  @Test func cleaningACleanedArticleChangesNothing() throws {
    for page in Self.pages {
      let once = try Cleaner().article(from: page)
      let record = InputRecord(document: page.document, content: .text(once.text), format: .text)
      let twice = try Cleaner().article(from: record)
      #expect(
        String(scalars: twice.text) == String(scalars: once.text), "\(page.document)")
      #expect(twice.repairs == 0, "\(page.document)")
    }
  }

  @Test func repairLeavesUndamagedTextAlone() {
    for article in Self.texts {
      let lines = article.text.split(separator: 0x0A).map { Scalars($0) }
      let repaired = DamageRepair().repair(lines)
      #expect(repaired.repairs == 0 && repaired.lines == lines, "\(article.document)")
    }
  }

  @Test func twinsInTwoScriptsGiveTheSameNamesAndValues() {
    let breaker = SentenceBreaker()
    for article in Self.texts {
      var twin = article
      twin.text = ScriptConverter.simplified(article.text)
      let mine = Analyzer().analyze(article, sentences: breaker)
      let its = Analyzer().analyze(twin, sentences: breaker)
      #expect(mine.mentions == its.mentions, "\(article.document)")
      #expect(mine.relations == its.relations, "\(article.document)")
    }
  }

  /// What holds for the analysis of any article.
  private func expectLaws(of article: Article, _ breaker: SentenceBreaker) throws {
    let analysis = Analyzer().analyze(article, sentences: breaker)
    var json: [UInt8] = []
    RecordJSON.append(Record(article: article, analysis: analysis), script: .keep, to: &json)
    let printed = try JSONDecoder().decode(Printed.self, from: Data(json))
    let scalars = Array(printed.text.unicodeScalars)
    #expect(scalars.map(\.value) == article.text, "\(article.document)")
    var end = 0
    for mention in printed.mentions ?? [] {
      try #require(mention.start >= end && mention.end <= scalars.count, "\(article.document)")
      #expect(Array(mention.text.unicodeScalars) == Array(scalars[mention.start..<mention.end]))
      #expect(!mention.name.isEmpty)
      end = mention.end
    }
  }

  /// A few bytes changed, lost, doubled, or the end cut off.
  private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let count = min(Int.random(in: 1...40, using: &generator), bytes.count - at)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(at..<at + count)
      case 2: bytes.insert(contentsOf: bytes[at..<at + count], at: at)
      case 3: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &generator))
      default: if Bool.random(using: &generator) { bytes.removeLast(bytes.count - at) }
      }
    }
  }

  /// The part of a printed record that the laws speak of.
  private struct Printed: Decodable {
    struct Mention: Decodable {
      var text: String
      var name: String
      var start: Int
      var end: Int
    }
    var text: String
    var mentions: [Mention]?
  }
}
