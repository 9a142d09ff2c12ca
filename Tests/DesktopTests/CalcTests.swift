import Foundation
import TestSupport
import Testing

/// Opens the CSV that the program writes in LibreOffice Calc and writes it back; run by
/// `make test-apps`.
@Suite struct CalcTests {
  /// Comma, double quote, UTF-8, from line 1, quoted fields as text, no special numbers guessed.
  private let inFilter = "CSV:44,34,76,1,,0,true,false,false"
  private let outFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

  @Test(arguments: ["mentions", "documents", "people", "institutions", "figures", "relations"])
  func everyCellComesBackAsItWentIn(table: String) throws {
    let folder = try Scratch()
    // The corpus, and names and texts made to hurt a spreadsheet.
    let hostile = try folder.write(
      "=1+1,\"x\".txt", "=HYPERLINK(\"http://x\") 的标题\n全市共有3,480所学校，增长-5%，“引号”，共1.50亿元。\n")
    let csv = folder.file("table.csv")
    #expect(
      try Desktop.run(
        Desktop.program,
        ["extract", Desktop.articles.path, hostile.path, "--table", table], output: csv) == 0)
    try Desktop.convert(
      csv, ["--infilter=\(inFilter)", "--convert-to", outFilter], to: folder.file("back"))
    let sent = try Desktop.rows(csv)
    let returned = try Desktop.rows(folder.file("back/table.csv"))
    #expect(sent.count > 10)
    #expect(sent.count == returned.count)
    for (a, b) in zip(sent, returned) { #expect(a == b) }
  }
}
