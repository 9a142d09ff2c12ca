import Corpus
import HanText

extension FuzzTarget {
  /// Rows written as CSV and read back by RFC 4180 give the cells again, but for the apostrophe
  /// before what a spreadsheet would run; TSV keeps one line a row and a tab a column.
  ///
  /// The input's bytes are cells, divided at 0x1E, in rows, divided at 0x1F.
  static func writeRows(_ bytes: [UInt8]) {
    let rows = bytes.split(separator: 0x1F, omittingEmptySubsequences: false).map {
      $0.split(separator: 0x1E, omittingEmptySubsequences: false).map { text($0) }
    }
    var csv: [UInt8] = []
    var tsv: [UInt8] = []
    for row in rows {
      DelimitedWriter(format: .csv).append(row.map { Cell($0[...]) }, to: &csv)
      DelimitedWriter(format: .tsv).append(row.map { Cell($0[...]) }, to: &tsv)
    }
    let read = CSVRows(csv).rows
    Law.expect(read.count == rows.count, "CSV has another number of rows")
    for (written, row) in zip(read, rows) {
      Law.expect(written.count == row.count, "CSV has another number of columns")
      for (cell, original) in zip(written, row) {
        let plain = Array(String(scalars: original).utf8)
        Law.expect(cell == plain || cell == [UInt8(ascii: "'")] + plain, "a CSV cell changed")
      }
    }
    let lines = tsv.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    Law.expect(lines.count == rows.count, "TSV has another number of lines")
    for (line, row) in zip(lines, rows) {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false).count
      Law.expect(columns == row.count, "TSV has another number of columns")
    }
  }
}

/// CSV as RFC 4180 describes it, read without leniency.
private struct CSVRows {
  var rows: [[[UInt8]]] = []

  init(_ bytes: [UInt8]) {
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if cell.isEmpty, bytes[i] == 0x22 {
        i += 1
        while i < bytes.count {
          if bytes[i] == 0x22 {
            guard i + 1 < bytes.count, bytes[i + 1] == 0x22 else { break }
            i += 1
          }
          cell.append(bytes[i])
          i += 1
        }
        i += 1
        Law.expect(
          i < bytes.count && (bytes[i] == 0x2C || bytes[i] == 0x0D), "a quote inside a CSV cell")
      }
      switch bytes[i] {
      case 0x2C:
        row.append(cell)
        cell = []
      case 0x0D:
        Law.expect(i + 1 < bytes.count && bytes[i + 1] == 0x0A, "a bare CR in CSV")
        i += 1
        rows.append(row + [cell])
        (row, cell) = ([], [])
      default: cell.append(bytes[i])
      }
      i += 1
    }
    Law.expect(row.isEmpty && cell.isEmpty, "CSV ends inside a row")
  }
}
