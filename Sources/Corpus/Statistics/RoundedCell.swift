import Entities
import Glibc

extension Cell {
  /// A computed number, rounded half away from nought to a number of decimals; `empty` for `nil`
  /// and what is no number.
  ///
  /// - Complexity: O(places).
  static func rounded(_ value: Double?, places: Int) -> Cell {
    guard let value, value.isFinite else { return .empty }
    var scaled = value
    for _ in 0..<places { scaled *= 10 }
    guard abs(scaled) < 1e30 else { return .empty }
    return .decimal(ExactDecimal(Int128(scaled.rounded()), exponent: -places))
  }
}
