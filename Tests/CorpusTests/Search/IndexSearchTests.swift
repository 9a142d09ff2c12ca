import Entities
import Foundation
import HanText
import Pages
import Testing

@testable import Corpus

/// Searches over a small index: what they find, in which order, and what they never run.
@Suite struct IndexSearchTests {
  private let folder: URL
  private let index: IndexFile

  private static let articles = [
    ("a", "雨城訓練師大會", "2024-03-05", "雨城日報", "人工智慧訓練師很多。雨城市教育局局長張英表示，全市共有12萬人參加。"),
    ("b", "雨城训练师大会", "2024-12-31T20:00:00+08:00", "雨城日报", "人工智能训练师不多。"),
    ("c", "湖城招聘", "2023", "湖城晚报", "湖城大学生招聘，岗位3000个，共有800人报名。AIGC很热，A股也热。"),
    ("d", "无题", "", "", "训练，训练，训练。"),
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "eduai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = try Self.articles.map { article in
      let object = [
        "id": article.0, "title": article.1, "published": article.2, "source": article.3,
        "text": article.1 + "\n" + article.4,
      ].filter { !$0.value.isEmpty }
      return try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8)
    }
    let input = folder.appendingPathComponent("articles.jsonl")
    try lines.reduce(Data(), +).write(to: input)
    let path = folder.appendingPathComponent("index.db").path
    _ = try IndexRun(
      cleaner: Cleaner(), analyzer: Analyzer(), script: .keep, input: InputOptions(), jobs: 1,
      fingerprint: IndexFingerprint(version: "1", model: "m", lexicon: nil, options: "{}")
    ).run(paths: [input.path], index: path)
    index = try IndexFile.read(path)
  }

  private func hits(_ line: String, limit: Int = 0) throws -> [SearchHit] {
    let text = try FilterText(line)
    var hits: [SearchHit] = []
    _ = try IndexSearch(index).forEachHit(
      SearchRequest(query: text.query, filter: text.filter, limit: limit)
    ) {
      hits.append($0)
      return true
    }
    return hits
  }

  @Test(arguments: [
    ("人工智慧", ["a"]), ("人工智能", ["b"]), ("人工智慧 OR 人工智能", ["a", "b"]), ("訓練師", ["a", "b"]),
    ("训练师 NOT 智慧", ["b"]), ("学", ["c"]), ("大学", ["c"]), ("aigc", ["c"]), ("AI", []), ("AI*", ["c"]),
    ("“AIGC很热”", ["c"]), ("“A股 也热”", []), ("text", []), ("雨城 source:日報", ["a", "b"]),
    ("from:2024", ["a", "b"]), ("to:2023-06", ["c"]), ("from:2024-03-06", ["b"]),
    ("from:2024-12 to:2024-12", ["b"]), ("to:2024-12-30", ["a", "c"]),
    ("from:2023-07", ["a", "b", "c"]),
    ("person:張英", ["a"]), ("person:张英", ["a"]), ("place:张英", []), ("name:张英", ["a"]),
    ("role:局長", ["a"]), ("person:张英 role:主任", []), ("unit:人 min:100000", ["a"]),
    ("unit:人 max:100000", ["c"]), ("unit:人 min:800 max:120000", ["a", "c"]),
    ("min:3000 unit:个", ["c"]),
    ("type:policy", []), ("type:figure unit:人", ["a", "c"]),
    ("训练 duplicates:no", ["a", "b", "d"]),
    ("雨城 person:张英 unit:人 min:1", ["a"]),
  ])
  func finds(line: String, documents: [String]) throws {
    #expect(try hits(line).map(\.document).sorted() == documents, "\(line)")
  }

  /// Nothing that is typed reaches SQLite as SQL or as FTS5's own language.
  @Test(arguments: [
    "\u{0}教\u{0}", "教' OR '1'='1", "text : 教", "^教", "{text}", "a NEAR/2 b", "-a", "a + \u{FFFD} b",
    "source:x'--", "name:\"'); DROP TABLE documents; --\"", "source:%", "role:_", "unit:\u{0}",
    "a\u{202E}",
    "\"\"", "a AND", "🀄", "\u{10FFFF}", "source:\\", "min:1e308 a", "person:*",
  ])
  func hostileQueriesAreOnlyText(line: String) throws {
    do { _ = try hits(line) } catch is SearchQueryError {}
    #expect(try index.database.integer("SELECT count(*) FROM documents") == 4)
  }

  @Test func longQueriesAreAnswered() throws {
    #expect(try hits(Array(repeating: "训练", count: 2000).joined(separator: " ")).count == 3)
    #expect(try hits(Array(repeating: "训练", count: 1600).joined(separator: " OR ")).count == 3)
    #expect(
      try hits("训练 " + Array(repeating: "NOT 无", count: 1600).joined(separator: " ")).count == 2)
    let nested = String(repeating: "(训练 OR (师 ", count: 9) + "无" + String(repeating: "))", count: 9)
    #expect(try hits(nested).count == 3)
  }

  @Test func bestComesFirstThenTheLatest() throws {
    #expect(try hits("训练").first?.document == "d")
    #expect(try hits("from:2000").map(\.document) == ["b", "a", "c"])
    #expect(try hits("训练", limit: 2).map(\.rank) == [1, 2])
    // The same order, whether all are sorted or the best are chosen first.
    let all = try hits("雨城 OR 湖城 OR 训练").map(\.document)
    for limit in 1...4 {
      #expect(
        try hits("雨城 OR 湖城 OR 训练", limit: limit).map(\.document) == Array(all.prefix(limit)))
    }
  }

  @Test func snippetsShowTheHit() throws {
    let hit = try #require(try hits("训练师").first { $0.document == "a" })
    let snippet = String(decoding: hit.snippet.bytes(before: "<", after: ">"), as: UTF8.self)
    #expect(snippet == "人工智慧<訓練師>很多。雨城市教育局局長張英表示，全市共有12萬人參加。")
    #expect(hit.snippet.hit == TextSpan(12, 15))
    let mention = try #require(try hits("unit:人 min:100000").first)
    #expect(
      String(decoding: mention.snippet.bytes(before: "<", after: ">"), as: UTF8.self)
        .contains("<12萬人>"))
    let plain = try #require(try hits("source:晚报").first)
    #expect(plain.snippet.marks.isEmpty && !plain.snippet.text.isEmpty)
  }

  // MARK: Statistics from an index

  private func words(_ articles: IndexArticles) -> FrequencyList {
    let reader = WordReader(names: .people, lexicon: nil, tagger: LinearTagger.builtIn)
    var list = FrequencyList()
    _ = ArticleSource(articles).run(
      jobs: 2, work: { FrequencyList.part(of: $0, words: reader, sentences: $1) },
      isInterrupted: { false },
      deliver: { outcome, _ in
        if case .done(let part) = outcome { list.add(part) }
        return true
      })
    return list
  }

  @Test func statisticsReadTheIndexAsTheyReadItsPaths() throws {
    let fromIndex = words(try IndexArticles(index))
    let reader = WordReader(names: .people, lexicon: nil, tagger: LinearTagger.builtIn)
    var fromPaths = FrequencyList()
    let input = InputReader(paths: [folder.appendingPathComponent("articles.jsonl").path])
    _ = ArticleSource(reader: input, cleaner: Cleaner()).run(
      jobs: 2, work: { FrequencyList.part(of: $0, words: reader, sentences: $1) },
      isInterrupted: { false },
      deliver: { outcome, _ in
        if case .done(let part) = outcome { fromPaths.add(part) }
        return true
      })
    let all = FrequencyList.Filter()
    #expect(fromIndex.rows(all, script: .keep) == fromPaths.rows(all, script: .keep))
    let some = words(try IndexArticles(index, query: try SearchQuery("招聘")))
    #expect(some.total > 0 && some.total < fromIndex.total)
  }

  /// The full-text table rules out only texts without a match.
  @Test(arguments: [
    "训练", "人工智?", "岗位*个", "AI*", "[训培]练", "训练|A股", "(人工|训练)师", "张", "城*", "万", "12?人",
  ])
  func candidatesMissNothing(pattern: String) throws {
    let pattern = try KeywordPattern(pattern)
    func documents(_ articles: IndexArticles) -> [String] {
      var found: [String] = []
      while case .success(let source) = articles.next() {
        if !pattern.matches(in: FoldedText.make(source.article.text)).isEmpty {
          found.append(source.article.document)
        }
      }
      return found
    }
    let all = documents(try IndexArticles(index))
    let candidates = documents(
      try IndexArticles(index, having: pattern, query: nil, filter: SearchFilter()))
    #expect(candidates == all)
  }
}
