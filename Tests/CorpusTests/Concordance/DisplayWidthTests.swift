import HanText
import Testing

@testable import Corpus

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("教育", 4), ("ＡＩ", 4), ("AI教育", 6), ("，。", 4), ("“”…—·", 5),
    ("e\u{301}", 1), ("\u{200D}", 0), ("한국", 4), ("𠮷", 2), ("😀", 2), ("ｱ", 1), ("㎡", 2),
    ("\u{3000}", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(Scalars(text)) == columns)
  }

  @Test func cutsBetweenCharacters() {
    let text = Scalars("一二ab三四")
    #expect(ColumnText.head(of: text, from: 0, to: 6, columns: 5) == 3)
    #expect(ColumnText.tail(of: text, from: 0, to: 6, columns: 5) == 3)
    #expect(ColumnText.tail(of: text, from: 0, to: 6, columns: 100) == 6)
  }

  /// Marks without width are not followed without end.
  @Test func boundsWhatIsLookedAt() {
    let text = [UInt32](repeating: 0x301, count: 10_000)
    #expect(ColumnText.head(of: text, from: 0, to: 10_000, columns: 10) > 9_000)
  }

  @Test func tablesAlignByColumns() {
    let rows: [[Cell]] = [
      [.text("教育"), .integer(12), .rounded(0.5, places: 2)],
      [.text("AI"), .integer(3), .rounded(10.25, places: 2)],
      [.text("甲\u{1B}[31m\n"), .integer(100), .empty],
    ]
    let table = String(
      decoding: RowTable.bytes(columns: ["word", "n", "mi"], rows: rows), as: UTF8.self)
    #expect(
      table == """
        word        n     mi
        教育       12   0.50
        AI          3  10.25
        甲�[31m   100       

        """)
  }
}
