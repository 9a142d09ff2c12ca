import Entities
import HanText

/// One value of a table row.
public enum Cell: Sendable, Equatable {
  /// Nothing known.
  case empty
  /// Text.
  case text(String)
  /// Text out of an article, which goes to the output without a `String` between.
  case passage(ArraySlice<UInt32>)
  /// A whole number: offsets and counts.
  case integer(Int)
  /// An exact decimal: values of figures.
  case decimal(ExactDecimal)

  /// Text, or `empty` where there is none.
  public init(_ text: String?) {
    if let text, !text.isEmpty { self = .text(text) } else { self = .empty }
  }

  /// A passage, or `empty` where there is none.
  public init(_ passage: ArraySlice<UInt32>) {
    self = passage.isEmpty ? .empty : .passage(passage)
  }

  /// A decimal, or `empty` where there is none.
  public init(_ value: ExactDecimal?) {
    if let value { self = .decimal(value) } else { self = .empty }
  }
}
