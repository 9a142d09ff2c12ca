/// An exact decimal number: `digits` × 10^`exponent`, normalised so that `digits` has no trailing
/// zero (zero is 0 × 10^0). 1.57 stays 1.57.
public struct ExactDecimal: Sendable, Hashable {
  /// Signed significant digits.
  public let digits: Int128
  /// Power of ten.
  public let exponent: Int

  /// Makes `digits` × 10^`exponent`, normalised.
  public init(_ digits: Int128, exponent: Int = 0) {
    var d = digits
    var e = exponent
    if d == 0 { e = 0 }
    while d != 0, d % 10 == 0 {
      d /= 10
      e += 1
    }
    self.digits = d
    self.exponent = e
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// A plain decimal without exponent or separators: `250000`, `-0.6667`.
  public var description: String {
    let sign = digits < 0 ? "-" : ""
    let body = String(digits.magnitude)
    if exponent >= 0 { return sign + body + String(repeating: "0", count: exponent) }
    let places = -exponent
    if body.utf8.count > places {
      return sign + body.dropLast(places) + "." + body.suffix(places)
    }
    return sign + "0." + String(repeating: "0", count: places - body.utf8.count) + body
  }
}
