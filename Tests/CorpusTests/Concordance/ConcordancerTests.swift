import HanText
import Pages
import Testing

@testable import Corpus

@Suite struct ConcordancerTests {
  private let article = Article(
    document: "a.txt", text: Scalars("雨城的老師\n全市教师很多。優秀教師不少，教师AI课好。"))

  private func lines(
    _ pattern: String, width: Int, order: ConcordanceOrder = .document,
    format: RowFormat = .table, limit: Int = .max
  ) throws -> [String] {
    let concordancer = Concordancer(
      pattern: try KeywordPattern(pattern), width: width, script: .keep)
    let printer = ConcordancePrinter(format: format, width: width, isColoured: false)
    let concordance = concordancer.concordance(of: article, sentences: SentenceBreaker())
    var sorter = LineSorter(limit: limit)
    for line in concordance.lines {
      sorter.add(
        key: order.key(of: line, in: concordance.folded),
        bytes: printer.bytes(of: line, in: concordance))
    }
    return sorter.sorted().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Contexts of four columns, keywords below each other, documents too (padded to 4 + 16 + 2).
  @Test func alignsKeywords() throws {
    #expect(
      try lines("教师", width: 2) == [
        "全市  教师  很多              a.txt\n",
        "優秀  教師  不少              a.txt\n",
        "少，  教师  AI课              a.txt\n",
      ])
  }

  @Test func staysInTheParagraph() throws {
    let line = try #require(try lines("全市", width: 10, format: .jsonl).first)
    #expect(
      line
        == "{\"document\": \"a.txt\", \"start\": 6, \"end\": 8, \"keyword\": \"全市\", "
        + "\"right\": \"教师很多。優秀教師不\", \"sentence\": \"全市教师很多。\"}\n")
  }

  /// By code point of the Simplified shadow, from the keyword outwards: left 市 5E02, 秀 79C0,
  /// ， FF0C; right a (AI) 61, 不 4E0D, 很 5F88.
  @Test(arguments: [
    (ConcordanceOrder.left, ["全市", "優秀", "少，"]), (.right, ["少，", "優秀", "全市"]),
  ])
  func sorts(order: ConcordanceOrder, lefts: [String]) throws {
    #expect(try lines("教师", width: 2, order: order).map { String($0.prefix(2)) } == lefts)
    #expect(
      try lines("教师", width: 2, order: order, limit: 1).map { String($0.prefix(2)) }
        == [lefts[0]])
  }

  /// A sorter with a limit keeps what one without would print first.
  @Test func aLimitKeepsTheFirst() {
    var limited = LineSorter(limit: 5)
    var all = LineSorter()
    var state: UInt32 = 7
    for number in 0..<1000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let bytes = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
      limited.add(key: [state >> 28], bytes: bytes)
      all.add(key: [state >> 28], bytes: bytes)
    }
    #expect(limited.sorted() == Array(all.sorted().prefix(5)))
  }
}
