import Testing

@testable import HanText

@Suite("Embedded tables")
struct TableReaderTests {
  private func rows(_ table: String) -> [[String]] {
    var bytes = Array(table.utf8)
    return bytes.withUnsafeMutableBytes { bytes in
      var reader = TableReader(UnsafeRawBufferPointer(bytes))
      var rows: [[String]] = []
      while reader.advance() { rows.append(reader.cells.indices.map { reader.string($0) }) }
      return rows
    }
  }

  @Test(arguments: [
    ("", []), ("# 名\t类\n", []), ("\n\n", []), ("校长\tpost", [["校长", "post"]]),
    ("# c\n校长\tpost\n\n老师\n", [["校长", "post"], ["老师"]]),
    ("a\t\tb\t\n", [["a", "", "b", ""]]), ("\tb\n", [["", "b"]]), ("a#b\n", [["a#b"]]),
  ])
  func cellsOfEveryRow(table: String, expected: [[String]]) {
    #expect(rows(table) == expected)
  }

  @Test func comparesCells() {
    var bytes = Array("市\tcity\t市\n".utf8)
    bytes.withUnsafeMutableBytes { bytes in
      var reader = TableReader(UnsafeRawBufferPointer(bytes))
      let isRow = reader.advance()
      #expect(isRow)
      #expect(reader.cell(1, is: "city"))
      #expect(!reader.cell(1, is: "cite"))
      #expect(!reader.cell(1, is: "cit"))
      #expect(!reader.cell(3, is: "city"))
      #expect(reader.areSame(0, 2))
      #expect(!reader.areSame(0, 1))
      #expect(reader.cell(7).isEmpty)
      #expect(reader.string(7).isEmpty)
    }
  }
}
