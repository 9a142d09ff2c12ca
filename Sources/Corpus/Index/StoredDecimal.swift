import Entities

/// A figure's value as a column holds it: a whole number, or the nearest double, with the exact
/// decimal beside it where the double does not print back to it.
struct StoredDecimal: Equatable {
  private enum Number: Equatable {
    case integer(Int)
    case real(Double)
  }

  private let number: Number
  /// The exact decimal, where `number` rounds it.
  let exact: String?

  /// Stores a value.
  init(_ value: ExactDecimal) {
    if let whole = value.integer {
      number = .integer(whole)
      exact = nil
      return
    }
    // Two numbers that doubles hold exactly give the nearest double to their quotient, and a decimal
    // of at most 15 digits is the shortest that leads to it.
    let digits = value.digits
    if digits.magnitude <= 1_000_000_000_000_000, (-22 ... -1).contains(value.exponent) {
      number = .real(Double(Int(digits)) / Self.power(-value.exponent))
      exact = nil
      return
    }
    let text = value.description
    number = .real(Double(text) ?? 0)
    exact = text
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// Adds the number as a cell.
  func add(to rows: inout RowBuffer) {
    switch number {
    case .integer(let value): rows.add(value)
    case .real(let value): rows.add(value)
    }
  }

  /// Reads a value back from its columns; `nil` for NULL.
  static func value(_ row: Statement, number: Int, exact: Int) -> ExactDecimal? {
    if !row.isNull(exact) { return row.withBytes(exact) { decimal($0) } }
    switch row.type(number) {
    case .integer: return ExactDecimal(Int128(row.integer(number)))
    case .real:
      var text = row.real(number).description
      return text.withUTF8 { decimal($0) }
    default: return nil
    }
  }

  /// Reads a decimal as `ExactDecimal` and Swift's `Double` describe one: `-0.6667`, `1e-05`.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    var digits: Int128 = 0
    var exponent = 0
    var isNegative = false
    var isFraction = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case UInt8(ascii: "-") where i == 1: isNegative = true
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      case 0x30...0x39:
        let (scaled, over) = digits.multipliedReportingOverflow(by: 10)
        let (sum, over2) = scaled.addingReportingOverflow(Int128(byte - 0x30))
        if over || over2 { return nil }
        digits = sum
        if isFraction { exponent -= 1 }
      case UInt8(ascii: "e"):
        guard let power = Int(String(decoding: text[i...], as: UTF8.self)) else { return nil }
        exponent += power
        i = text.count
      default: return nil
      }
    }
    return ExactDecimal(isNegative ? -digits : digits, exponent: exponent)
  }
}
