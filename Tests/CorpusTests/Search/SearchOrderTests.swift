import Foundation
import HanText
import TestSupport
import Testing

@testable import Corpus

/// Whichever way the first documents are found, they are those that sorting all of them gives.
@Suite struct SearchOrderTests {
  private let scratch: Scratch
  private let index: IndexFile

  /// An index of 3,000 documents filled by SQL: few different scores, so that many are equal.
  init() throws {
    scratch = try Scratch()
    let path = scratch.file("index.db").path
    let made = try IndexFile.write(path)
    let database = made.database
    try database.execute(
      """
      INSERT INTO runs (id, started, version, model, options) VALUES (1, '', '', '', '{}');
      INSERT INTO files (id, path, fingerprint, state) VALUES (1, 'a', 1, 'read');
      """)
    let document = try database.prepare(
      """
      INSERT INTO documents (id, file, ordinal, document, published, source, script, region,
        undecodable, repairs, removed_lines, characters, hash, fingerprint, run, state, duplicate_of)
      VALUES (?1, 1, ?1, ?2, ?3, ?4, 'hans', 'cn', 0, 0, 0, 9, x'', 1, 1, ?5, ?6)
      """)
    let tokens = try database.prepare("INSERT INTO search (rowid, text) VALUES (?, ?)")
    let mention = try database.prepare(
      """
      INSERT INTO mentions (document, ordinal, type, text, name, start, end)
      VALUES (?, 0, 'person', '', ?, 0, 1)
      """)
    var random = SeededGenerator(seed: 4)
    for id in 1...3000 {
      try document.bind(id, at: 1)
      try document.bind("文\(id * 7919 % 3001)", at: 2)
      try document.bind(
        random.below(9) == 0 ? nil : "20\(10 + random.below(9))-0\(1 + random.below(9))", at: 3)
      try document.bind(["雨城日报", "湖城晚报", "山城周报"][random.below(3)], at: 4)
      try document.bind(random.below(20) == 0 ? "vanished" : "present", at: 5)
      try document.bind(id > 1 && random.below(10) == 0 ? 1 : nil, at: 6)
      try document.run()
      var text = String(repeating: "教师", count: random.below(3))
      if random.below(2) == 0 { text += "，培训" }
      if random.below(300) == 0 { text += "，罕见" }
      text += "。" + String(repeating: "无", count: random.below(4))
      try tokens.bind(id, at: 1)
      try tokens.bind(utf8: SearchTokens.text(of: Scalars(text)), at: 2)
      try tokens.run()
      try mention.bind(id, at: 1)
      try mention.bind(random.below(500) == 0 ? "林小禾" : "高安", at: 2)
      try mention.run()
    }
    index = try IndexFile.read(path)
  }

  private func documents(_ request: SearchRequest) throws -> [SearchOrder.Found] {
    try SearchOrder(index.database, RankedMatches(index.database), request).documents()
  }

  /// What SQLite gives with its own ranking.
  private func expected(_ request: SearchRequest) throws -> [Int] {
    let sources = try SourceNames.matching(request.filter.source, in: index.database)
    let conditions = request.filter.conditions(sources: sources)
    let statement = try index.database.prepare(
      request.query == nil
        ? """
        SELECT d.id FROM documents d WHERE \(conditions.text)
        ORDER BY d.published DESC, d.document
        """
        : """
        SELECT d.id FROM documents d JOIN search ON search.rowid = d.id
        WHERE \(conditions.text) AND search MATCH ?
        ORDER BY -bm25(search) DESC, d.published DESC, d.document
        """)
    let next = try conditions.bind(to: statement, from: 1)
    if let query = request.query { try statement.bind(query.expression, at: next) }
    var ids: [Int] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  @Test(arguments: [
    "教师", "教", "培训", "教师 OR 培训", "教师 NOT 培训", "罕见", "没有", "教师 培训 from:2015", "教师 source:周报",
    "培训 duplicates:no", "教师 person:林小禾", "教师 person:高安", "教师 type:policy", "教师 from:2018-09",
    "from:2012", "person:林小禾", "person:高安", "to:2011-02", "person:高安 to:2010-01", "duplicates:no",
    "type:person",
  ])
  func theFirstAreTheFirstOfAll(line: String) throws {
    let text = try FilterText(line)
    var request = SearchRequest(query: text.query, filter: text.filter, limit: 0)
    let all = try expected(request)
    #expect(try documents(request).map(\.id) == all)
    for limit in [1, 2, 20, 150, 5000, Int.max] {
      request.limit = limit
      let wanted = limit == Int.max ? limit : limit + 1
      #expect(try documents(request).map(\.id) == Array(all.prefix(wanted)), "\(limit)")
    }
  }

  @Test func scoresAreThoseOfFTS5() throws {
    let statement = try index.database.prepare(
      "SELECT rowid, -bm25(search) FROM search WHERE search MATCH ?")
    for words in [
      "教师", "教师 OR 培训 OR 罕见", "罕见", "教师 OR 教师", "教师 培训", "教师 NOT 培训", "(教师 培训) OR 罕见", "教*",
    ] {
      let query = try SearchQuery(words)
      try statement.bind(query.expression, at: 1)
      for match in try RankedMatches(index.database).matches(of: query) {
        #expect(try statement.step())
        #expect(match.id == statement.integer(0) && match.score == statement.real(1))
      }
      #expect(try !statement.step())
      statement.reset()
    }
  }
}
