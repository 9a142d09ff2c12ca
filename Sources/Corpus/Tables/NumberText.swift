import Entities

/// Decimal notation of numbers, written as bytes: a table prints many numbers, and each `String`
/// of one is an allocation.
enum NumberText {
  /// Appends a whole number.
  static func append(_ number: Int, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    append(number.magnitude, to: &output)
  }

  /// Appends an exact decimal as its `description` has it: `250000`, `-0.6667`.
  static func append(_ number: ExactDecimal, to output: inout [UInt8]) {
    guard let digits = UInt(exactly: number.digits.magnitude) else {
      output.append(contentsOf: number.description.utf8)
      return
    }
    if number.digits < 0 { output.append(UInt8(ascii: "-")) }
    let start = output.count
    append(digits, to: &output)
    if number.exponent >= 0 {
      output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: number.exponent))
      return
    }
    let places = -number.exponent
    let missing = places + 1 - (output.count - start)
    if missing > 0 {
      output.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
    }
    output.insert(UInt8(ascii: "."), at: output.count - places)
  }

  private static func append(_ number: UInt, to output: inout [UInt8]) {
    var rest = number
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      output.append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[first...]))
    }
  }
}
