import HanText

/// Passes the pairs of characters that a set of phrases begins with, and few others.
///
/// A pair is told by the low bytes of its characters: eight kilobytes of bits stay in the fastest
/// cache, and no hash is computed.
struct StartFilter: Sendable {
  /// A bit for each value of `pair`.
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  /// Adds a phrase.
  mutating func insert(_ phrase: Scalars) {
    guard let first = phrase.first else { return }
    if phrase.count == 1 {
      for next in UInt32(0)..<256 { insert(Self.pair(first, next)) }
    } else {
      insert(Self.pair(first, phrase[1]))
    }
  }

  private mutating func insert(_ pair: Int) { bits[pair >> 6] |= 1 << UInt64(pair & 63) }

  /// Whether a phrase may begin with a character before another.
  @inline(__always)
  func mayBegin(with first: UInt32, _ next: UInt32) -> Bool {
    let pair = Self.pair(first, next)
    return bits[pair &>> 6] &>> UInt64(pair & 63) & 1 != 0
  }

  /// Whether a phrase may begin anywhere in a range.
  func mayStand(in shadow: Scalars, _ range: Range<Int>) -> Bool {
    shadow.withUnsafeBufferPointer { next(in: $0, from: range.lowerBound, to: range.upperBound) }
      != nil
  }

  /// The first offset from `start` and before `end` where a phrase may begin.
  ///
  /// - Complexity: O(distance), a load and a shift a scalar.
  @inline(__always)
  func next(in shadow: UnsafeBufferPointer<UInt32>, from start: Int, to end: Int) -> Int? {
    let end = min(end, shadow.count)
    guard start < end else { return nil }
    return bits.withUnsafeBufferPointer { bits in
      let last = end &- 1
      var i = start
      var c = shadow[i]
      while i < last {
        let next = shadow[i &+ 1]
        let pair = Self.pair(c, next)
        if bits[pair &>> 6] &>> UInt64(pair & 63) & 1 != 0 { return i }
        c = next
        i &+= 1
      }
      return mayBegin(with: c, i &+ 1 < shadow.count ? shadow[i &+ 1] : 0) ? i : nil
    }
  }

  /// A number for the low bytes of two characters.
  @inline(__always)
  static func pair(_ first: UInt32, _ next: UInt32) -> Int {
    Int(truncatingIfNeeded: (first & 0xFF) &<< 8 | next & 0xFF)
  }
}
