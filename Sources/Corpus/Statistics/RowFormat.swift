import HanText

/// The formats that rows of searches and statistics are printed in.
public enum RowFormat: String, Sendable, CaseIterable {
  /// Aligned columns for people.
  case table
  /// RFC 4180.
  case csv
  /// Tab-separated.
  case tsv
  /// One JSON object a row, empty cells left out.
  case jsonl
}

/// Prints rows one at a time in a format for programs.
public struct RowPrinter: Sendable {
  private let columns: [String]
  private let format: RowFormat

  /// Makes a printer; `table` is printed by `RowTable`, here it counts as `csv`.
  public init(columns: [String], format: RowFormat) {
    self.columns = columns
    self.format = format
  }

  private var writer: DelimitedWriter { DelimitedWriter(format: format == .tsv ? .tsv : .csv) }

  /// What stands before the first row.
  public var header: [UInt8] {
    guard format != .jsonl else { return [] }
    var bytes: [UInt8] = []
    writer.append(columns.map(Cell.text), to: &bytes)
    return bytes
  }

  /// Appends a row as long as the columns.
  public func append(_ row: [Cell], to output: inout [UInt8]) {
    guard format == .jsonl else {
      writer.append(row, to: &output)
      return
    }
    var json = JSONWriter()
    json.object { json in
      for (column, cell) in zip(columns, row) {
        switch cell {
        case .empty: break
        case .text(let text): json.member(column, text)
        case .passage(let passage): json.member(column, passage)
        case .integer(let number): json.member(column, number)
        case .decimal(let number): json.member(column, number)
        }
      }
    }
    output.append(contentsOf: json.bytes)
    output.append(0x0A)
  }
}

/// Rows as a table for people: columns padded by display width, numbers to the right.
public enum RowTable {
  /// Widest cell printed, in columns of a terminal; longer ones are cut and end in `…`.
  private static let widestCell = 48

  /// Prints a table.
  ///
  /// - Complexity: O(size of the cells); all rows are held.
  public static func bytes(columns: [String], rows: [[Cell]]) -> [UInt8] {
    // Decimals of a column are printed to the same place.
    let places = columns.indices.map { column in
      rows.reduce(0) { places, row in
        if case .decimal(let number) = row[column] { return max(places, -number.exponent) }
        return places
      }
    }
    let texts = rows.map { row in zip(row, places).map(text) }
    var widths = columns.map { DisplayWidth.of(Scalars($0)) }
    for row in texts {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    let isNumber = columns.indices.map { column in
      rows.allSatisfy { row in
        switch row[column] {
        case .integer, .decimal, .empty: true
        case .text, .passage: false
        }
      }
    }
    var output: [UInt8] = []
    append(columns.map(Scalars.init), widths: widths, toRight: isNumber, to: &output)
    for row in texts { append(row, widths: widths, toRight: isNumber, to: &output) }
    return output
  }

  private static func text(_ cell: Cell, places: Int) -> Scalars {
    var text: Scalars
    switch cell {
    case .empty: return []
    case .text(let string): text = Scalars(string)
    case .passage(let passage): text = Scalars(passage)
    case .integer(let number): text = Scalars(String(number))
    case .decimal(let number):
      text = Scalars(number.description)
      if places > 0 {
        let missing = places + min(0, number.exponent)
        if number.exponent >= 0 { text.append(u(".")) }
        text += repeatElement(u("0"), count: max(0, missing))
      }
    }
    text = text.map(ColumnText.printable)
    guard DisplayWidth.of(text) > widestCell else { return text }
    let end = ColumnText.tail(of: text, from: 0, to: text.count, columns: widestCell - 1)
    return text[..<end] + [u("…")]
  }

  private static func append(
    _ row: [Scalars], widths: [Int], toRight: [Bool], to output: inout [UInt8]
  ) {
    for (column, cell) in row.enumerated() {
      if column > 0 { ColumnText.pad(2, &output) }
      let missing = widths[column] - DisplayWidth.of(cell)
      if toRight[column] { ColumnText.pad(missing, &output) }
      UTF8Text.append(cell, to: &output)
      if !toRight[column], column < row.count - 1 { ColumnText.pad(missing, &output) }
    }
    output.append(0x0A)
  }
}
