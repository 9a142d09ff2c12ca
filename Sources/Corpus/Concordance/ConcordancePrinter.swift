import HanText

/// Prints lines of a concordance.
public struct ConcordancePrinter: Sendable {
  /// The columns of CSV, TSV and JSON Lines.
  public static let columns = ["document", "start", "end", "left", "keyword", "right", "sentence"]

  private let format: RowFormat
  private let rows: RowPrinter
  /// Context on each side in columns of a terminal.
  private let columns: Int
  private let isColoured: Bool
  /// Widest keyword that still leaves the column of documents straight.
  private static let keywordColumns = 16

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - format: table, csv, tsv or jsonl.
  ///   - width: context on each side in Han characters, as the concordancer has it.
  ///   - isColoured: whether the keyword is marked by colour; in tables only.
  public init(format: RowFormat, width: Int, isColoured: Bool) {
    self.format = format
    rows = RowPrinter(columns: Self.columns, format: format)
    columns = 2 * width
    self.isColoured = isColoured
  }

  /// What stands before the first line.
  public var header: [UInt8] { format == .table ? [] : rows.header }

  /// One line with its line end.
  ///
  /// - Complexity: O(length of context and sentence).
  public func bytes(of line: ConcordanceLine, in concordance: Concordance) -> [UInt8] {
    var output: [UInt8] = []
    let text = concordance.text
    let left = text[line.contextStart..<line.keyword.start]
    let right = text[line.keyword.end..<line.contextEnd]
    if format == .table {
      append(left, text[line.keyword], right, concordance.document, to: &output)
    } else {
      rows.append(
        [
          .text(concordance.document), .integer(line.keyword.start), .integer(line.keyword.end),
          Cell(left), Cell(text[line.keyword]), Cell(right), Cell(text[line.sentence]),
        ], to: &output)
    }
    return output
  }

  /// Left context to the right edge of its column, so that keywords stand below each other.
  private func append(
    _ left: ArraySlice<UInt32>, _ keyword: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>,
    _ document: String, to output: inout [UInt8]
  ) {
    ColumnText.pad(columns - Self.width(left), &output)
    ColumnText.append(left, to: &output)
    ColumnText.pad(2, &output)
    if isColoured { output.append(contentsOf: "\u{1B}[1;31m".utf8) }
    ColumnText.append(keyword, to: &output)
    if isColoured { output.append(contentsOf: "\u{1B}[0m".utf8) }
    ColumnText.pad(2, &output)
    ColumnText.append(right, to: &output)
    let used = Self.width(keyword) + Self.width(right)
    ColumnText.pad(max(2, columns + Self.keywordColumns + 2 - used), &output)
    ColumnText.append(Scalars(document), to: &output)
    output.append(0x0A)
  }

  /// Columns of what is printed for a text.
  private static func width(_ text: ArraySlice<UInt32>) -> Int {
    text.reduce(0) { $0 + DisplayWidth.of(ColumnText.printable($1)) }
  }
}
