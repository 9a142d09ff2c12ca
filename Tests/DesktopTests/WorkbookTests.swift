import Corpus
import Entities
import Foundation
import TestSupport
import Testing

/// Opens the workbooks that the program writes in LibreOffice Calc, writes every sheet back as CSV
/// and compares it with the program's own CSV; run by `make test-apps`.
@Suite struct WorkbookTests {
  private static let tables = [
    "mentions", "documents", "people", "institutions", "figures", "relations",
  ]

  /// Writes every sheet of a workbook as CSV: cells as Calc shows them, or as it keeps them.
  private func sheets(_ book: URL, asShown: Bool, to back: URL) throws {
    let filter =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,\(asShown),false,false,-1"
    try Desktop.convert(book, ["--convert-to", filter], to: back)
  }

  /// The cell as the CSV has it: an apostrophe there keeps formulas from being run.
  private func isSame(_ cell: String, _ csv: String) -> Bool {
    cell == csv || "'" + cell == csv
  }

  @Test func everySheetHoldsWhatTheTableHolds() throws {
    let folder = try Scratch()
    let hostile = try folder.write(
      "=1+1,\"x\".txt", "=HYPERLINK(\"http://x\") 的标题\n全市共有3,480所学校，增长-5%，“引号”，共1.50亿元。\n")
    let inputs = [Desktop.articles.path, hostile.path]
    let book = folder.file("book.xlsx")
    let status = try Desktop.run(
      Desktop.program, ["extract"] + inputs + ["--format", "xlsx", "--output", book.path])
    #expect(status == 0)
    let (kept, shown) = (folder.file("kept"), folder.file("shown"))
    try sheets(book, asShown: false, to: kept)
    try sheets(book, asShown: true, to: shown)
    for table in Self.tables {
      let csv = folder.file("\(table).csv")
      #expect(
        try Desktop.run(
          Desktop.program, ["extract"] + inputs + ["--table", table], output: csv) == 0)
      let expected = try Desktop.rows(csv)
      let keptRows = try Desktop.rows(kept.appendingPathComponent("book-\(table).csv"))
      let shownRows = try Desktop.rows(shown.appendingPathComponent("book-\(table).csv"))
      #expect(expected.count > 10)
      #expect(keptRows.count == expected.count)
      #expect(shownRows.count == expected.count)
      // Numbers stand in the one as they are, dates in the other as we wrote them.
      for (row, (kept, shown)) in zip(expected, zip(keptRows, shownRows)) {
        #expect(row.count == kept.count)
        for (cell, (kept, shown)) in zip(row, zip(kept, shown)) {
          #expect(
            isSame(kept, cell) || isSame(shown, cell), "\(table): \(cell) / \(kept) / \(shown)")
        }
      }
    }
  }

  @Test func datesAndNumbersAreTyped() throws {
    let folder = try Scratch()
    let writer = try XLSXWriter(tables: [.figures], folder: folder.url.path)
    let long = ExactDecimal(12_345_678_901_234_567)
    let rows: [(value: Cell, date: String)] = [
      (.decimal(ExactDecimal(250_000)), "2024-12-05"), (.decimal(long), "2024-12"),
      (.decimal(ExactDecimal(-125, exponent: -1)), "2024-12-05T14:25:14+08:00"),
      (.text("250000"), "2023/2025"), (.text("=1+1"), "2024-02-30"),
    ]
    for row in rows {
      var cells = [Cell](repeating: .empty, count: Table.figures.columns.count)
      cells[1] = .text("a\u{1}b_x0041_")
      cells[3] = row.value
      cells[10] = .text(row.date)
      try writer.append(cells, to: .figures)
    }
    let book = folder.file("book.xlsx")
    let output = try OutputFile(path: book.path)
    try writer.finish(into: output)
    try output.commit()
    // The flat form of Calc's own format names the type of each cell.
    try Desktop.convert(book, ["--convert-to", "fods"], to: folder.file("back"))
    let text = try String(contentsOf: folder.file("back/book.fods"), encoding: .utf8)
    for typed in [
      #"office:value-type="float" office:value="250000""#,
      #"office:value-type="float" office:value="-12.5""#,
      #"office:date-value="2024-12-05""#, #"office:date-value="2024-12-05T14:25:14"#,
      "<text:p>2024-12-05T14:25:14+08:00</text:p>", "<text:p>12345678901234567</text:p>",
      "<text:p>2024-12</text:p>", "<text:p>2023/2025</text:p>", "<text:p>2024-02-30</text:p>",
      "<text:p>=1+1</text:p>", "table:display-filter-buttons=\"true\"",
    ] {
      #expect(text.contains(typed), "\(typed)")
    }
    #expect(!text.contains("table:formula"))
    #expect(!text.contains("office:value=\"12345678901234567\""))
    try sheets(book, asShown: true, to: folder.file("csv"))
    let row = try Desktop.rows(folder.file("csv/book-figures.csv"))[1]
    #expect(row[1] == "a\u{1}b_x0041_")
  }

  @Test func rowsBeyondASheetGoOnInFurtherSheets() throws {
    let folder = try Scratch()
    let writer = try XLSXWriter(
      tables: [.relations, .people], folder: folder.url.path, rowLimit: 5)
    for number in 0..<9 { try writer.append([.text("文\(number)")], to: .relations) }
    let book = folder.file("book.xlsx")
    let output = try OutputFile(path: book.path)
    try writer.finish(into: output)
    try output.commit()
    try sheets(book, asShown: true, to: folder.file("csv"))
    let names = ["relations", "relations 2", "relations 3"]
    let rows = try names.map { try Desktop.rows(folder.file("csv/book-\($0).csv")) }
    #expect(rows.map(\.count) == [5, 5, 2])
    #expect(rows.allSatisfy { $0.first == Table.relations.columns })
    #expect(rows.flatMap { $0.dropFirst().map { $0[0] } } == (0..<9).map { "文\($0)" })
  }
}
