import HanText

/// A set of pairs of neighbouring word characters, some of them marked.
///
/// Open addressing over plain numbers, a few nanoseconds a look-up: the standard `Set` spends most of
/// its time in a hash that withstands attacks, which a set of a few hundred pairs does not need.
struct PairSet {
  /// Pairs with `markBit` where marked; 0 for a free place.
  private var places: [UInt64]
  private let shift: UInt64
  /// A bit for each pair in the set, by `filterKey`: rules most others out.
  private var filter = [UInt64](repeating: 0, count: 1 << 6)
  private static let markBit: UInt64 = 1 << 63

  /// Makes an empty set.
  ///
  /// - Parameter capacity: no more pairs than this will be put in.
  init(capacity: Int) {
    var bits: UInt64 = 6
    while bits < 40, (1 << bits) < capacity * 2 + 2 { bits += 1 }
    shift = 64 - bits
    places = Array(repeating: 0, count: 1 << bits)
  }

  /// Calls `body` with each pair of neighbouring word characters of a range.
  @inline(__always)
  static func forEach(
    in shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var last: UInt32 = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let c = shadow[i]
      i &+= 1
      let isWord = ScalarKind.isWord(c)
      if last != 0, isWord { body(UInt64(last) << 32 | UInt64(c)) }
      last = isWord ? c : 0
    }
  }

  /// Adds a pair.
  mutating func insert(_ pair: UInt64) {
    places[place(of: pair)] = pair
    let key = Self.filterKey(
      UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair))
    filter[key >> 6] |= 1 << UInt64(key & 63)
  }

  /// Marks the pairs of a range that are in the set.
  ///
  /// - Complexity: O(length of the range); a load where a pair is not in the set.
  mutating func mark(in shadow: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) {
    guard range.upperBound <= shadow.count, var last = range.first.map({ shadow[$0] }) else {
      return
    }
    let shift = shift
    filter.withUnsafeBufferPointer { filter in
      places.withUnsafeMutableBufferPointer { places in
        // Whether both are word characters need not be asked: none but such pairs are in the set.
        for i in range.dropFirst() {
          let c = shadow[i]
          let key = Self.filterKey(last, c)
          if filter[key &>> 6] &>> UInt64(key & 63) & 1 != 0 {
            let place = Self.place(
              of: UInt64(last) << 32 | UInt64(c), in: UnsafeBufferPointer(places), shift)
            if places[place] != 0 { places[place] |= Self.markBit }
          }
          last = c
        }
      }
    }
  }

  /// Whether a pair is in the set and marked.
  func isMarked(_ pair: UInt64) -> Bool { places[place(of: pair)] & Self.markBit != 0 }

  /// Fibonacci hashing; the top bits count.
  @inline(__always)
  private static func hash(_ pair: UInt64) -> UInt64 { pair &* 0x9E37_79B9_7F4A_7C15 }

  /// Where a pair stands or would go. Pairs of scalars leave the mark's bit clear.
  private func place(of pair: UInt64) -> Int {
    places.withUnsafeBufferPointer { Self.place(of: pair, in: $0, shift) }
  }

  @inline(__always)
  private static func place(
    of pair: UInt64, in places: UnsafeBufferPointer<UInt64>, _ shift: UInt64
  ) -> Int {
    var place = Int(truncatingIfNeeded: hash(pair) &>> shift)
    while places[place] != 0, places[place] & ~markBit != pair {
      place = (place &+ 1) & (places.count &- 1)
    }
    return place
  }

  /// Twelve bits of a pair.
  @inline(__always)
  private static func filterKey(_ first: UInt32, _ next: UInt32) -> Int {
    Int((first &* 37 &+ next) & 0xFFF)
  }
}
