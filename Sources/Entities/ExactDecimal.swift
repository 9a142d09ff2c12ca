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
    if var small = Int64(exactly: d) {
      // Nearly all figures: a division of 128 bits is a call.
      while small != 0, small % 10 == 0 {
        small /= 10
        e += 1
      }
      self.digits = Int128(small)
      self.exponent = e
      return
    }
    while d != 0, d % 10 == 0 {
      d /= 10
      e += 1
    }
    self.digits = d
    self.exponent = e
  }

  /// Nought.
  public static let zero = ExactDecimal(0)

  /// Larger numbers than 10^`limit`, and finer ones than 10^-`limit`, are not read: no figure of
  /// the news needs them, and sums of what is read never overflow.
  static let limit = 30
}

extension ExactDecimal {
  /// The sum; `nil` where it does not fit into the digits kept.
  ///
  /// - Complexity: O(difference of the exponents).
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if digits == 0 { return other }
    if other.digits == 0 { return self }
    let low = min(exponent, other.exponent)
    guard let a = aligned(to: low), let b = other.aligned(to: low) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(sum, exponent: low)
  }

  /// The number times 10^`power`; `nil` beyond the range that is read.
  public func scaled(_ power: Int) -> ExactDecimal? {
    if digits == 0 { return self }
    let e = exponent + power
    return e > Self.limit || e < -Self.limit ? nil : ExactDecimal(digits, exponent: e)
  }

  /// The product; `nil` where it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    let e = exponent + other.exponent
    if overflow || e > Self.limit || e < -Self.limit { return nil }
    return ExactDecimal(product, exponent: e)
  }

  /// The quotient, rounded half up to `significant` digits; `nil` for a divisor of nought or
  /// numbers too large.
  public func divided(by other: ExactDecimal, significant: Int = 4) -> ExactDecimal? {
    if other.digits == 0 { return nil }
    if digits == 0 { return .zero }
    var a = digits.magnitude
    let b = other.digits.magnitude
    var e = exponent - other.exponent
    // Enough places that the quotient has one digit more than asked for.
    let wanted = Self.powerOfTen(significant + 1)
    while a / b < wanted {
      let (next, overflow) = a.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      a = next
      e -= 1
    }
    var quotient = a / b
    let ceiling = Self.powerOfTen(significant)
    var rounding: UInt128 = 0
    while quotient >= ceiling {
      rounding = quotient % 10
      quotient /= 10
      e += 1
    }
    if rounding >= 5 { quotient += 1 }
    guard let signed = Int128(exactly: quotient), abs(e) <= 2 * Self.limit else { return nil }
    return ExactDecimal((digits < 0) != (other.digits < 0) ? -signed : signed, exponent: e)
  }

  /// The number with its sign turned.
  public var negated: ExactDecimal {
    ExactDecimal(digits == .min ? .max : -digits, exponent: exponent)
  }

  /// The number as an `Int`, where it is one.
  public var integer: Int? {
    guard exponent >= 0, exponent < 19, let value = aligned(to: 0) else { return nil }
    return Int(exactly: value)
  }

  /// The digits with the exponent brought down to `low`; `nil` on overflow.
  private func aligned(to low: Int) -> Int128? {
    var d = digits
    if exponent - low > 38 { return nil }
    for _ in 0..<max(0, exponent - low) {
      let (next, overflow) = d.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      d = next
    }
    return d
  }

  private static func powerOfTen(_ n: Int) -> UInt128 {
    var value: UInt128 = 1
    for _ in 0..<n { value = value &* 10 }
    return value
  }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let low = min(a.exponent, b.exponent)
    if let x = a.aligned(to: low), let y = b.aligned(to: low) { return x < y }
    // Magnitudes too far apart for the digits kept: the sign, then the exponent decides.
    if (a.digits < 0) != (b.digits < 0) { return a.digits < 0 }
    return (a.exponent < b.exponent) != (a.digits < 0)
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
