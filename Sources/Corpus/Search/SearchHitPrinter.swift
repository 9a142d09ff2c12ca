import HanText

/// Prints documents that were found.
public struct SearchHitPrinter: Sendable {
  /// The columns of CSV, TSV and JSON Lines.
  public static let columns = [
    "rank", "document", "title", "published", "source", "duplicate_of", "score", "start", "end",
    "snippet",
  ]

  private let format: RowFormat
  private let rows: RowPrinter
  private let isColoured: Bool

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - format: table, csv, tsv or jsonl.
  ///   - isColoured: whether what was found is marked by colour, in tables only; else by `**`.
  public init(format: RowFormat, isColoured: Bool) {
    self.format = format
    rows = RowPrinter(columns: Self.columns, format: format)
    self.isColoured = isColoured && format == .table
  }

  /// What stands before the first hit.
  public var header: [UInt8] { format == .table ? [] : rows.header }

  /// One hit with its line end, or lines of a table.
  public func bytes(of hit: SearchHit) -> [UInt8] {
    let snippet =
      isColoured
      ? hit.snippet.bytes(before: "\u{1B}[1;31m", after: "\u{1B}[0m")
      : hit.snippet.bytes(before: "**", after: "**")
    var output: [UInt8] = []
    guard format == .table else {
      rows.append(
        [
          .integer(hit.rank), .text(hit.document), Cell(hit.title), Cell(hit.published),
          Cell(hit.source), Cell(hit.duplicateOf), .rounded(hit.score, places: 3),
          hit.snippet.hit.map { .integer($0.start) } ?? .empty,
          hit.snippet.hit.map { .integer($0.end) } ?? .empty,
          Cell(String(decoding: snippet, as: UTF8.self)),
        ], to: &output)
      return output
    }
    ColumnText.append(Scalars("\(hit.rank). "), to: &output)
    if isColoured { output.append(contentsOf: "\u{1B}[1m".utf8) }
    ColumnText.append(Scalars(hit.title ?? hit.document), to: &output)
    if isColoured { output.append(contentsOf: "\u{1B}[0m".utf8) }
    let facts = [hit.published.map { String($0.prefix(10)) }, hit.source, hit.document]
    output.append(contentsOf: "\n   ".utf8)
    ColumnText.append(Scalars(facts.compactMap { $0 }.joined(separator: "  ")), to: &output)
    output.append(contentsOf: "\n   ".utf8)
    output.append(contentsOf: snippet)
    output.append(0x0A)
    return output
  }
}
