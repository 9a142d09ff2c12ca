import HanText
import Testing

@testable import Corpus

/// Tokens of the full-text table, for texts and queries.
@Suite struct SearchTokensTests {
  @Test(arguments: [
    ("人工智能", "人工 工智 智能 能 "),
    ("人工智慧", "人工 工智 智慧 慧 "),
    ("訓練師", "训练 练师 师 "),
    ("甲，乙", "甲 乙 "),
    ("人工智能AI人才。", "人工 工智 智能 能 ai 人才 才 "),
    ("５Ｇ與GPT-4", "5g 与 gpt 4 "),
    ("增长3,480.83亿", "增长 长 3480.83 亿 "),
    ("1.5.2, 7。", "1.5.2 7 "),
    ("Café Ñandú", "café ñandú "),
    ("カタカナ と", "カタ タカ カナ ナ と "),
    ("", ""), ("！？…", ""),
  ])
  func textsBecomeATokenForEachCharacter(text: String, tokens: String) {
    #expect(String(decoding: SearchTokens.text(of: Scalars(text)), as: UTF8.self) == tokens)
  }

  @Test(
    arguments: [
      ("人工智能", "\"人工 工智 智能\""),
      ("人才", "\"人才\""),
      ("人", "\"人\" *"),
      ("AI人才", "\"ai 人才\""),
      ("AI人", "\"ai 人\" *"),
      ("才AI", "\"才 ai\""),
      ("教育，科技", "\"教育 育 科技\""),
      ("教育。", "\"教育 育\""),
      ("GPT-4", "\"gpt 4\""),
      ("\"*（", nil),
      ("", nil),
    ] as [(String, String?)])
  func queriesBecomePhrases(query: String, phrase: String?) {
    #expect(SearchTokens.phrase(of: Scalars(query)) == phrase)
  }

  @Test(arguments: [
    ("人工智能AI人才培养", ["人工", "工智能", "能", "AI人", "AI人才", "培养", "养", "智能AI"], ["人能", "AI能", "才人"]),
    ("訓練師，訓練師", ["训练", "師", "训练师"], ["师训"]),
    ("增长3,480.83亿元", ["3480.83", "3,480.83", "亿", "增长"], ["3480", "480"]),
  ])
  func theFullTextTableFindsWhatStandsInTheText(
    text: String, found: [String], missing: [String]
  ) throws {
    let database = try Database(path: ":memory:", access: .create)
    try database.execute(IndexSchema.sql)
    let insert = try database.prepare("INSERT INTO search (rowid, text) VALUES (1, ?)")
    try insert.bind(utf8: SearchTokens.text(of: Scalars(text)), at: 1)
    try insert.run()
    func hits(_ query: String) throws -> Int {
      let rows = try database.prepare("SELECT count(*) FROM search WHERE search MATCH ?")
      try rows.bind(SearchTokens.phrase(of: Scalars(query)), at: 1)
      #expect(try rows.step())
      return rows.integer(0)
    }
    for query in found { #expect(try hits(query) == 1, "\(query)") }
    for query in missing { #expect(try hits(query) == 0, "\(query)") }
    // What is told the same tokens again forgets the text.
    let delete = try database.prepare(
      "INSERT INTO search (search, rowid, text) VALUES ('delete', 1, ?)")
    try delete.bind(utf8: SearchTokens.text(of: Scalars(text)), at: 1)
    try delete.run()
    for query in found { #expect(try hits(query) == 0, "\(query)") }
  }
}
