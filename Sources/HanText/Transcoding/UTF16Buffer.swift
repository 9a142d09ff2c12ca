/// A text as UTF-16 for one ICU call, with the way back from UTF-16 offsets to scalar offsets.
struct UTF16Buffer {
  /// The code units; values that are not scalars stand as U+FFFD.
  private(set) var units: [UInt16] = []
  /// Scalar offsets of the characters that take two units, in order.
  private var astral: [Int] = []

  /// Replaces the contents by a text; memory is kept for the next.
  ///
  /// - Complexity: O(length).
  mutating func load(_ text: ArraySlice<UInt32>) {
    units.removeAll(keepingCapacity: true)
    astral.removeAll(keepingCapacity: true)
    units.reserveCapacity(text.count)
    for (i, scalar) in text.enumerated() {
      if scalar < 0x10000 {
        let isSurrogate = scalar & 0xF800 == 0xD800
        units.append(isSurrogate ? 0xFFFD : UInt16(truncatingIfNeeded: scalar))
      } else if scalar <= 0x10FFFF {
        astral.append(i)
        units.append(UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar >> 10))
        units.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
      } else {
        units.append(0xFFFD)
      }
    }
  }

  /// Turns ascending UTF-16 offsets into scalar offsets, in place.
  ///
  /// - Complexity: O(offsets + characters of two units).
  func mapToScalars(_ offsets: inout [Int32]) {
    guard !astral.isEmpty else { return }
    var before = 0
    for i in offsets.indices {
      // The k-th such character begins at unit astral[k] + k.
      while before < astral.count, astral[before] &+ before < Int(offsets[i]) { before &+= 1 }
      offsets[i] &-= Int32(truncatingIfNeeded: before)
    }
  }
}
