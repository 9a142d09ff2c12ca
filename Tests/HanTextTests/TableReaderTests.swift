import HanText
import Testing

/// Tables are decoded in pieces; their rows must not depend on where one ends.
@Suite struct TableReaderTests {
  private func rows(_ table: String) -> [[String]] {
    var table = table
    return table.withUTF8 { bytes in
      var reader = TableReader(UnsafeRawBufferPointer(bytes))
      var rows: [[String]] = []
      while reader.advance() { rows.append(reader.cells.indices.map(reader.string)) }
      return rows
    }
  }

  @Test func skipsCommentsAndEmptyLines() {
    #expect(
      rows("# 注\n教育部\tgovernment\n\n北大\tschool\t北京大学") == [
        ["教育部", "government"], ["北大", "school", "北京大学"],
      ])
    #expect(rows("") == [])
    #expect(rows("\n\n# 注") == [])
  }

  @Test func givesTheRowsOfALargeTableInOrder() {
    let expected = (0..<4000).map { ["第\($0)中学", "school", $0 % 3 == 0 ? "" : "全名\($0)"] }
    let lines = expected.enumerated().map { k, row in
      (k % 7 == 0 ? "# \(k)\n" : "") + row.joined(separator: "\t")
    }
    #expect(rows(lines.joined(separator: "\n")) == expected)
    #expect(rows(lines.joined(separator: "\n") + "\n") == expected)
  }

  @Test func readsALineLongerThanAPiece() {
    let long = String(repeating: "研", count: 40_000)
    #expect(rows("甲\t1\n\(long)\t2\n乙\t3\n") == [["甲", "1"], [long, "2"], ["乙", "3"]])
  }
}
