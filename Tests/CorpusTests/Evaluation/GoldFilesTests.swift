import Entities
import Foundation
import HanText
import Testing

@testable import Corpus

/// The annotation of `corpus/` keeps its own rules.
@Suite struct GoldFilesTests {
  static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("corpus")

  static let articles: Result<[GoldArticle], GoldError> = Result { () throws(GoldError) in
    try GoldReader.articles(at: corpus.path)
  }

  @Test func spansAreTheirTextsAndFieldsAreTheContracts() throws {
    // Reading checks every span and every vocabulary, and names the first mistake.
    #expect(try Self.articles.get().count >= 30)
  }

  @Test func everyArticleHasItsPageAndEveryPageItsGold() throws {
    let articles = try Self.articles.get()
    for article in articles {
      #expect(article.path != nil, "\(article.record.article.document) has no page")
    }
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: Self.corpus.appendingPathComponent("articles").path)
    #expect(Set(pages) == Set(articles.map(\.record.article.document)))
  }

  @Test func aThirdIsHeldBack() throws {
    let articles = try Self.articles.get()
    let held = articles.count(where: \.isHeld)
    // Three in ten at least: new articles come in open.
    #expect(held * 10 >= articles.count * 3 && held * 2 < articles.count)
  }

  @Test func mentionsAreSortedApartAndNamedInSimplifiedScript() throws {
    for article in try Self.articles.get() {
      let document = article.record.article.document
      let mentions = article.record.analysis.mentions
      for (a, b) in zip(mentions, mentions.dropFirst()) {
        #expect(a.span.end <= b.span.start, "\(document): \(a.name) overlaps \(b.name)")
      }
      for mention in mentions {
        let simplified = ScriptConverter.convert(mention.name, to: .hans)
        #expect(mention.name == simplified, "\(document): \(mention.name)")
      }
    }
  }

  @Test func relationsSpeakOfMentions() throws {
    for article in try Self.articles.get() {
      let document = article.record.article.document
      let names = Set(article.record.analysis.mentions.map(\.name))
      for relation in article.record.analysis.relations {
        switch relation {
        case .post(let person, _, let institution, _):
          #expect(names.contains(person), "\(document): \(person)")
          if let institution { #expect(names.contains(institution), "\(document): \(institution)") }
        case .context(let figure, let place, _):
          #expect(names.contains(figure), "\(document): \(figure)")
          if let place { #expect(names.contains(place), "\(document): \(place)") }
        }
      }
    }
  }
}
