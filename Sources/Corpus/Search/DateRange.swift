import HanText

/// A day, month or year that a search begins or ends with, both inclusive: `2024`, `2024-01`,
/// `2024-01-31`.
public struct PartialDate: Sendable, Equatable {
  /// ISO 8601, to the precision given.
  public let text: String

  /// Reads a date; `2024/1/5` and `2024.1` are understood as well.
  ///
  /// - Throws: `SearchQueryError` for anything else.
  public init(_ text: String) throws(SearchQueryError) {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } && part.count <= 4 ? Int(part) : nil
    }
    let limits = [1...9999, 1...12, 1...31]
    guard (1...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4,
      zip(numbers, limits).allSatisfy({ $1.contains($0) })
    else {
      throw SearchQueryError(
        position: 0, reason: "“\(text.prefix(40))” is no date; 2024, 2024-01 or 2024-01-31 are")
    }
    self.text = zip(numbers, [4, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }.joined(separator: "-")
  }
}
