import Entities

/// What a workbook makes of the columns and numbers of the tables.
enum XLSXLayout {
  /// Positions of the columns whose texts may be dates.
  ///
  /// - Complexity: O(columns).
  static func dateColumns(of table: Table) -> Set<Int> {
    let names: Set<String> = ["published", "date", "value"]
    return Set(table.columns.indices.filter { names.contains(table.columns[$0]) })
  }

  /// The width of a column in characters; a Chinese one counts two.
  static func width(of column: String) -> Double {
    switch column {
    case "sentence": 80
    case "title": 48
    case "document", "affiliation", "institution": 32
    case "published": 27
    case "text", "name", "figure": 24
    case "role", "source", "authors", "subject", "person", "place", "value", "value_max": 20
    case "date": 24
    default: Double(max(10, column.utf8.count + 4))  // the header beside its filter's button
    }
  }

  /// Significant digits that a spreadsheet keeps (Excel specifications and limits).
  private static let keptDigits = 15

  /// The number as a spreadsheet keeps it; `nil` where it would lose digits.
  static func double(_ value: ExactDecimal) -> Double? {
    let digits = String(value.digits.magnitude).utf8.count
    // Beyond any number of the news, and within what a spreadsheet's numbers reach.
    guard digits <= keptDigits, (-100...100).contains(value.exponent) else { return nil }
    return Double(value.description)
  }
}
