import Entities

/// One value of a table row.
public enum Cell: Sendable, Equatable {
  /// Nothing known.
  case empty
  /// Text.
  case text(String)
  /// A whole number: offsets and counts.
  case integer(Int)
  /// An exact decimal: values of figures.
  case decimal(ExactDecimal)

  /// Text, or `empty` where there is none.
  public init(_ text: String?) {
    if let text, !text.isEmpty { self = .text(text) } else { self = .empty }
  }

  /// A decimal, or `empty` where there is none.
  public init(_ value: ExactDecimal?) {
    if let value { self = .decimal(value) } else { self = .empty }
  }
}
