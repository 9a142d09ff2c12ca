import HanText
import Testing

@testable import Corpus

@Suite struct SearchQueryTests {
  @Test(arguments: [
    ("人工智慧", "\"人工 工智 智慧\""),
    ("訓練師", "\"训练 练师\""),
    ("人", "\"人\" *"),
    ("AI 教师", "\"ai\" AND \"教师\""),
    ("AI*", "\"ai\" *"),
    ("“人工 智能”", "\"人工 工 智能\""),
    ("「教育部」 OR 学校", "\"教育 育部\" OR \"学校\""),
    ("a b OR c d", "(\"a\" AND \"b\") OR (\"c\" AND \"d\")"),
    ("a (b OR c) NOT d", "(\"a\" AND (\"b\" OR \"c\")) NOT \"d\""),
    ("a AND NOT b NOT c", "\"a\" NOT (\"b\" OR \"c\")"),
    ("（a）", "\"a\""),
    ("a and b", "\"a\" AND \"and\" AND \"b\""),
    ("NEAR", "\"near\""),
    ("a*b", "\"a b\""),
    ("x\" y", "error 2"),
  ])
  func becomesFTS5(query: String, expected: String) {
    do throws(SearchQueryError) {
      #expect(try SearchQuery(query).expression == expected)
    } catch {
      #expect("error \(error.position)" == expected)
    }
  }

  @Test(arguments: [
    ("", 1), ("   ", 1), ("\" OR 1", 1), ("\0", 1), ("*", 1), ("NEAR(", 5), ("()", 2),
    ("NOT a", 1), ("a OR", 3), ("OR a", 1), ("a AND OR b", 7), ("a )", 3),
    ("(a", 1), ("「a", 1), ("a ”", 3), ("a ;", 3), ("(a OR b) c (", 12),
  ])
  func saysWhatIsWrongAndWhere(query: String, position: Int) {
    do throws(SearchQueryError) {
      Issue.record("\(try SearchQuery(query).expression)")
    } catch {
      #expect(error.position == position, "\(query): \(error)")
    }
  }

  @Test func depthIsBounded() throws {
    let redundant = String(repeating: "(", count: 4000) + "a" + String(repeating: ")", count: 4000)
    #expect(try SearchQuery(redundant).expression == "\"a\"")
    let deep = String(repeating: "(a OR b ", count: 60) + String(repeating: ")", count: 60)
    #expect(throws: SearchQueryError.self) { try SearchQuery(deep) }
    let open = String(repeating: "(", count: 10_000)
    #expect(throws: SearchQueryError.self) { try SearchQuery(open) }
    let long = String(repeating: "字", count: 10_001)
    #expect(throws: SearchQueryError.self) { try SearchQuery(long) }
    let wide = Array(repeating: "字", count: 4000).joined(separator: " OR ")
    #expect(throws: SearchQueryError.self) { try SearchQuery(wide) }
  }

  @Test func knowsWhatToMark() throws {
    let query = try SearchQuery("教师 (培训 OR “AI 课”) NOT (幼儿园 OR 小学)")
    #expect(query.phrases.map { String(scalars: $0) } == ["教师", "培训", "AI 课"])
  }

  /// Hits in brackets.
  @Test(arguments: [
    ("训练", "訓練師與训练营", "<訓練>師與<训练>营"), ("人", "人工與眾人", "<人>工與眾<人>"),
    ("AI人才", "ＡＩ人才，AI 人才", "<ＡＩ人才>，<AI 人才>"), ("AI*", "AIGC、OpenAI", "<AIGC>、OpenAI"),
    ("人工智能", "人工，智能", "人工，智能"), ("3480.83", "3,480.83元", "<3,480.83>元"),
    ("哈哈", "哈哈哈", "<哈哈>哈"),
  ])
  func findsWhatTheTableFound(phrase: String, text: String, expected: String) {
    let scalars = Scalars(text)
    var output: Scalars = []
    var last = 0
    for hit in PhraseFinder([Scalars(phrase)]).hits(in: FoldedText.make(scalars)) {
      output += scalars[last..<hit.span.start] + [u("<")] + scalars[hit.span] + [u(">")]
      last = hit.span.end
    }
    #expect(String(scalars: output + scalars[last...]) == expected)
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-1", "2024-01"), ("2024/01/05", "2024-01-05"), ("2024-13", nil),
    ("24", nil), ("2024-01-32", nil), ("去年", nil), ("2024-01-01-01", nil), ("", nil),
    ("２０２４", nil), ("2024-", nil),
  ])
  func readsDates(text: String, expected: String?) {
    #expect((try? PartialDate(text))?.text == expected)
  }

  @Test func filtersStandInTheLine() throws {
    let line = try FilterText(
      "教师 source:\"China Daily\" from:2024 to:2024-06 min:1e5 unit:人 person:張英 培训 duplicates:no")
    #expect(line.query?.expression == "\"教师\" AND \"培训\"")
    var filter = SearchFilter()
    filter.source = "China Daily"
    filter.from = try PartialDate("2024")
    filter.to = try PartialDate("2024-06")
    filter.minimum = 100_000
    filter.unit = "人"
    filter.type = .person
    filter.name = "張英"
    filter.withoutDuplicates = true
    #expect(line.filter == filter)
    #expect(try FilterText("时间:三点").query != nil)
  }

  @Test(arguments: [
    ("a type:dog", 3), ("from:x", 1), ("min:many", 1), ("max:nan", 1), ("source:", 1),
    ("duplicates:yes", 1), ("source:x (a", 10),
  ])
  func filtersSayWhatIsWrong(line: String, position: Int) {
    do throws(SearchQueryError) {
      _ = try FilterText(line)
      Issue.record("\(line) was read")
    } catch {
      #expect(error.position == position, "\(error)")
    }
  }
}
