import HanText

/// Passes the pairs of characters that a set of phrases begins with, and few others.
struct StartFilter: Sendable {
  /// A bit for each value of `pair`.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// A bit for the low byte of each phrase of one character.
  private var singles = [UInt64](repeating: 0, count: 4)

  /// Adds a phrase.
  mutating func insert(_ phrase: Scalars) {
    guard let first = phrase.first else { return }
    if phrase.count == 1 {
      singles[Int(first >> 6 & 3)] |= 1 << UInt64(first & 63)
    } else {
      let pair = Self.pair(first, phrase[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
  }

  /// Whether a phrase may begin with a character before another.
  func mayBegin(with first: UInt32, _ next: UInt32) -> Bool {
    let pair = Self.pair(first, next)
    let bits =
      pairs[pair >> 6] >> UInt64(pair & 63) | singles[Int(first >> 6 & 3)] >> UInt64(first & 63)
    return bits & 1 != 0
  }

  /// Whether a phrase may begin anywhere in a range.
  func mayStand(in shadow: Scalars, _ range: Range<Int>) -> Bool {
    var found = false
    shadow.withUnsafeBufferPointer { forEach(in: $0, range) { _ in found = true } }
    return found
  }

  /// Calls `body` with each offset of a range where a phrase may begin.
  @inline(__always)
  func forEach(
    in shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ body: (Int) -> Void
  ) {
    guard range.upperBound <= shadow.count, !range.isEmpty else { return }
    pairs.withUnsafeBufferPointer { pairs in
      singles.withUnsafeBufferPointer { singles in
        var i = range.lowerBound
        var next = shadow[i]
        while i < range.upperBound {
          let c = next
          next = i &+ 1 < shadow.count ? shadow[i &+ 1] : 0
          let pair = Self.pair(c, next)
          let bits =
            pairs[pair &>> 6] &>> UInt64(pair & 63) | singles[Int(c &>> 6 & 3)] &>> UInt64(c & 63)
          if bits & 1 != 0 { body(i) }
          i &+= 1
        }
      }
    }
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ next: UInt32) -> Int {
    Int(truncatingIfNeeded: (first &* 0x9E3B &+ next &* 0x3D) & 0xFFFF)
  }
}
