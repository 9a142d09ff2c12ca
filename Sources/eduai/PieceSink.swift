import Corpus
import HanText

/// The form of a run's output: takes what the workers made of each article, in input order.
protocol PieceSink {
  /// What a worker makes of an article.
  associatedtype Piece: Sendable

  /// Takes the piece of the next article.
  mutating func write(_ piece: Piece) throws(OutputFile.Failure)

  /// Takes the end of the run.
  ///
  /// - Parameter isOnlyOutcome: whether one article came, and no failure.
  mutating func finish(isOnlyOutcome: Bool) throws(OutputFile.Failure)

  /// What the user must know of the output although nothing failed.
  var warnings: [String] { get }
}

/// Bytes of each article, one after the other.
struct ByteSink: PieceSink {
  /// What a worker makes of an article.
  struct Piece: Sendable {
    /// What to print.
    var bytes: [UInt8]
    /// What to print instead where it is the only outcome of the run.
    var alone: [UInt8]?
  }

  let warnings: [String] = []
  private let output: OutputFile
  /// The first piece waits for a second one before it is known not to be the only one.
  private var first: Piece?
  private var isFirst = true

  /// Begins with `header`.
  init(_ output: OutputFile, header: [UInt8] = []) throws(OutputFile.Failure) {
    self.output = output
    try output.write(header)
  }

  mutating func write(_ piece: Piece) throws(OutputFile.Failure) {
    if isFirst, piece.alone != nil {
      first = piece
    } else {
      try output.write((first?.bytes ?? []) + piece.bytes)
      first = nil
    }
    isFirst = false
  }

  mutating func finish(isOnlyOutcome: Bool) throws(OutputFile.Failure) {
    guard let first else { return }
    try output.write(isOnlyOutcome ? first.alone ?? first.bytes : first.bytes)
  }
}

/// Rows of each article, for the sheets of a workbook.
struct WorkbookSink: PieceSink {
  /// The rows of an article, table by table.
  typealias Piece = [(table: Table, rows: [[Cell]])]

  private let output: OutputFile
  private let workbook: XLSXWriter

  /// Begins a workbook with a sheet for each of `tables`.
  init(_ output: OutputFile, tables: [Table]) throws(OutputFile.Failure) {
    self.output = output
    workbook = try XLSXWriter(tables: tables, folder: output.folder)
  }

  /// The rows of a record.
  static func piece(of record: Record, tables: [Table], script: ScriptChoice) -> Piece {
    tables.map { table in
      var rows: [[Cell]] = []
      table.rows(of: record, script: script) { rows.append($0) }
      return (table, rows)
    }
  }

  func write(_ piece: Piece) throws(OutputFile.Failure) {
    for (table, rows) in piece {
      for row in rows { try workbook.append(row, to: table) }
    }
  }

  func finish(isOnlyOutcome: Bool) throws(OutputFile.Failure) {
    try workbook.finish(into: output)
  }

  var warnings: [String] {
    guard workbook.cutCells > 0 else { return [] }
    return ["\(Console.count(workbook.cutCells, "cell")) cut to what a spreadsheet's cell holds"]
  }
}
