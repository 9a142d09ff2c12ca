import Entities
import Foundation
import Testing

@testable import Corpus

/// The workbook as a file; what applications read in it is in DesktopTests.
@Suite struct XLSXWriterTests {
  /// The bytes of a workbook with some rows.
  private func workbook(rows: Int, rowLimit: Int = XLSXWriter.sheetRows) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("eduai-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = try XLSXWriter(
      tables: [.relations, .figures], folder: folder.path, rowLimit: rowLimit)
    for number in 0..<rows {
      try writer.append([.text("文\(number)"), .text("张英"), .text("主任")], to: .relations)
      try writer.append([.integer(1)], to: .people)  // a table that was not asked for
    }
    // Temporary files have no names.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let file = folder.appendingPathComponent("book.xlsx")
    let output = try OutputFile(path: file.path)
    #expect(output.folder == folder.path)
    try writer.finish(into: output)
    try output.commit()
    return Array(try Data(contentsOf: file))
  }

  private func contains(_ bytes: [UInt8], _ name: String) -> Bool {
    Data(bytes).range(of: Data(name.utf8)) != nil
  }

  @Test func sameRowsSameBytes() throws {
    let first = try workbook(rows: 20)
    #expect(first.starts(with: Array("PK".utf8)))
    #expect(try workbook(rows: 20) == first)
  }

  @Test func fullSheetsGoOnInFurtherOnes() throws {
    let whole = try workbook(rows: 9, rowLimit: 10)
    #expect(!contains(whole, "xl/worksheets/sheet3.xml"))
    let further = try workbook(rows: 10, rowLimit: 10)
    #expect(contains(further, "xl/worksheets/sheet3.xml"))
    #expect(!contains(further, "xl/worksheets/sheet4.xml"))
  }

  @Test func aWorkbookWithoutRowsIsOne() throws {
    #expect(try workbook(rows: 0).count > 1000)
  }

  @Test func cutCellsAreCounted() throws {
    let writer = try XLSXWriter(tables: [.relations], folder: "/tmp")
    try writer.append([.text(String(repeating: "长", count: 40_000)), .empty], to: .relations)
    try writer.append([.text("短")], to: .relations)
    #expect(writer.cutCells == 1)
  }

  @Test func aFolderThatTakesNoFilesIsAFailure() {
    #expect(throws: OutputFile.Failure.self) {
      _ = try XLSXWriter(tables: [.people], folder: "/proc/none")
    }
  }
}
