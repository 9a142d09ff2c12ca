/// How a row of sixteen weights stands in its bytes.
///
/// Each byte is a weight plus 128. Their order is B, E, I, S of the first type, then of the second
/// and so on: read as 16-bit numbers, the low bytes are those of B and I, the high ones those of E
/// and S, and a sum of such numbers less 256 times the sum of the high bytes leaves that of the low
/// ones. So two additions and a shift take in sixteen weights.
package enum WeightRow {
  /// What is added to a weight.
  package static let bias = 128

  /// The label lane whose weight stands at a byte of the row.
  package static func lane(ofByte byte: Int) -> Int { [0, 2, 1, 3][byte & 3] * 4 + byte >> 2 }
}

/// Scores of the sixteen name labels of one scalar.
struct LabelScores {
  /// B and I of each type in turn.
  var opening = SIMD8<Int16>(repeating: 0)
  /// E and S of each type in turn.
  var closing = SIMD8<Int16>(repeating: 0)

  /// The score of a label.
  subscript(label: UInt8) -> Int32 {
    let position = Int(label &>> 2), type = Int(label & 3)
    let half = position < 2 ? opening : closing
    return Int32(half[(type &* 2 &+ position & 1) & 7])
  }

  /// Scores of B, I, E and S, one lane a type.
  @inline(__always)
  var begin: SIMD4<Int32> { Self.low(opening) }
  @inline(__always)
  var inside: SIMD4<Int32> { Self.high(opening) }
  @inline(__always)
  var end: SIMD4<Int32> { Self.low(closing) }
  @inline(__always)
  var single: SIMD4<Int32> { Self.high(closing) }

  @inline(__always)
  private static func low(_ half: SIMD8<Int16>) -> SIMD4<Int32> {
    (unsafeBitCast(half, to: SIMD4<Int32>.self) &<< 16) &>> 16
  }

  @inline(__always)
  private static func high(_ half: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafeBitCast(half, to: SIMD4<Int32>.self) &>> 16
  }
}

/// The sum of the rows of one scalar, every one of its `FeatureExtractor.perScalar` features having
/// one (that of zeros, where it has no weights).
struct WeightSum {
  private var all = SIMD8<UInt16>(repeating: 0)
  private var high = SIMD8<UInt16>(repeating: 0)

  /// Adds the row at an address that is a multiple of 16.
  @inline(__always)
  mutating func add(_ row: UnsafeRawPointer) {
    let bytes = row.load(as: SIMD8<UInt16>.self)
    all &+= bytes
    high &+= bytes &>> 8
  }

  /// The scores, free of what was added to each weight.
  @inline(__always)
  var scores: LabelScores {
    let biases = UInt16(WeightRow.bias * FeatureExtractor.perScalar)
    let low = all &- high &<< 8
    return LabelScores(
      opening: unsafeBitCast(low &- biases, to: SIMD8<Int16>.self),
      closing: unsafeBitCast(high &- biases, to: SIMD8<Int16>.self))
  }
}
