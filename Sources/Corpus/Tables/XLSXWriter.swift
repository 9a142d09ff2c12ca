import CXLSX
import Entities
import Glibc
import HanText

/// Writes tables as an Excel workbook (Office Open XML), a sheet a table, in constant memory.
///
/// Rows go to temporary files without a name; `finish(into:)` assembles them. Numbers are numbers
/// as far as a spreadsheet keeps their digits, full dates are dates, texts stay texts: neither
/// formulas nor links. A table with more rows than a sheet holds goes on to `mentions 2`,
/// `mentions 3` …, which stand behind the first sheets. The same rows give the same bytes.
public final class XLSXWriter {
  /// Rows that a sheet holds, its header included (Excel specifications and limits).
  public static let sheetRows = 1_048_576

  /// Cells whose text was cut to what a cell holds, with `XLSXText.cutMark` at its end.
  public private(set) var cutCells = 0

  private let book: OpaquePointer
  private let rowsPerSheet: Int
  /// Where the rows of a table go: sheet of the workbook, next row, number of sheets so far.
  private var places: [Table: Place] = [:]
  private var text = XLSXText()

  /// Begins a workbook with a sheet for each table, in this order.
  ///
  /// - Parameters:
  ///   - folder: takes the temporary files; they have no names and vanish with the process.
  ///   - rowLimit: rows of a sheet at most, header included; at least 2.
  /// - Throws: `unwritable`, of the folder, where it does not take files.
  public init(
    tables: [Table], folder: String, rowLimit: Int = sheetRows
  ) throws(OutputFile.Failure) {
    rowsPerSheet = max(1, min(rowLimit, Self.sheetRows) - 1)
    guard let book = eduai_xlsx_open(folder) else {
      throw .unwritable(path: folder, reason: systemReason())
    }
    self.book = book
    for table in tables {
      let sheet = try addSheet(named: table.rawValue, for: table)
      places[table] = Place(sheet: sheet, dateColumns: XLSXLayout.dateColumns(of: table))
    }
  }

  deinit { eduai_xlsx_close(book) }

  /// Adds a row to a table; rows of tables that were not asked for are left out.
  ///
  /// - Throws: `unwritable` where a temporary file cannot be written.
  /// - Complexity: O(bytes of the row).
  public func append(_ row: [Cell], to table: Table) throws(OutputFile.Failure) {
    guard var place = places[table] else { return }
    if place.row >= rowsPerSheet {
      place.sheets += 1
      place.sheet = try addSheet(named: "\(table.rawValue) \(place.sheets)", for: table)
      place.row = 0
    }
    for (index, cell) in row.enumerated() {
      try write(
        cell, at: Position(sheet: place.sheet, row: place.row, column: Int32(index)),
        mayBeDate: place.dateColumns.contains(index))
    }
    place.row += 1
    places[table] = place
  }

  /// Assembles the workbook and writes its bytes.
  ///
  /// - Parameter isInterrupted: asked between pieces; the output stays uncommitted either way.
  /// - Throws: `unwritable` where temporary files or the output cannot be written; `closedPipe`.
  public func finish(
    into output: OutputFile, isInterrupted: () -> Bool = { false }
  ) throws(OutputFile.Failure) {
    try check(eduai_xlsx_finish(book))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !isInterrupted() {
      let count = buffer.withUnsafeMutableBufferPointer {
        eduai_xlsx_read(book, $0.baseAddress, $0.count)
      }
      if count < 0 { try check(Int32(EDUAI_XLSX_FILE)) }
      if count <= 0 { return }
      try output.write(Array(buffer[..<Int(count)]))
    }
  }

  /// Where the next row of a table goes.
  private struct Place {
    var sheet: Int32
    var row: UInt32 = 0
    /// Sheets of the table so far.
    var sheets = 1
    let dateColumns: Set<Int>
  }

  /// A cell of the workbook; rows count from 0 below the header.
  private struct Position {
    var sheet: Int32
    var row: UInt32
    var column: Int32
  }

  private func addSheet(
    named name: String, for table: Table
  ) throws(OutputFile.Failure) -> Int32 {
    try check(
      Self.withHeaders(of: table) { headers, widths in
        eduai_xlsx_add_sheet(book, name, Int32(headers.count), headers.baseAddress, widths)
      })
  }

  private func write(
    _ cell: Cell, at position: Position, mayBeDate: Bool
  ) throws(OutputFile.Failure) {
    switch cell {
    case .empty: return
    case .integer(let value): try write(ExactDecimal(Int128(value)), isCount: false, at: position)
    case .decimal(let value): try write(value, isCount: true, at: position)
    case .text(let value):
      if mayBeDate, let date = XLSXDate(value), try write(date, at: position) { return }
      text.set(value)
      try writeText(at: position)
    case .passage(let value):
      text.set(value)
      try writeText(at: position)
    }
  }

  /// A number as one where a spreadsheet keeps its digits, else its digits as text.
  private func write(
    _ value: ExactDecimal, isCount: Bool, at position: Position
  ) throws(OutputFile.Failure) {
    guard let number = XLSXLayout.double(value) else {
      text.set(value.description)
      return try writeText(at: position)
    }
    let style = isCount && value.exponent >= 0 ? EDUAI_XLSX_WHOLE : EDUAI_XLSX_GENERAL
    try check(
      eduai_xlsx_number(
        book, position.sheet, position.row, position.column, number, Int32(style)))
  }

  private func write(_ date: XLSXDate, at position: Position) throws(OutputFile.Failure) -> Bool {
    let status = eduai_xlsx_date(
      book, position.sheet, position.row, position.column, date.year, date.month, date.day,
      date.hour, date.minute, date.second, date.format)
    if status == Int32(EDUAI_XLSX_NOT_A_DAY) { return false }
    try check(status)
    return true
  }

  private func writeText(at position: Position) throws(OutputFile.Failure) {
    if text.isCut { cutCells += 1 }
    let status = text.withCString {
      eduai_xlsx_text(book, position.sheet, position.row, position.column, $0)
    }
    try check(status)
  }

  /// The status, where it is none of a failure.
  @discardableResult
  private func check(_ status: Int32) throws(OutputFile.Failure) -> Int32 {
    if status >= 0 { return status }
    let isFile = status == Int32(EDUAI_XLSX_FILE)
    let reason = isFile ? systemReason(eduai_xlsx_reason(book)) : systemReason(ENOMEM)
    throw .unwritable(path: "temporary files of the workbook", reason: reason)
  }

  /// Hands the headers of a table to C, with the widths of its columns.
  private static func withHeaders<Result>(
    of table: Table,
    _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>, [Double]) -> Result
  ) -> Result {
    // One block of terminated names, so that their addresses hold for the length of the call.
    var block: [CChar] = []
    var starts: [Int] = []
    for column in table.columns {
      starts.append(block.count)
      block.append(contentsOf: column.utf8CString)
    }
    let widths = table.columns.map(XLSXLayout.width(of:))
    return block.withUnsafeBufferPointer { block in
      let names = starts.map { start in block.baseAddress.map { $0 + start } }
      return names.withUnsafeBufferPointer { body($0, widths) }
    }
  }
}
