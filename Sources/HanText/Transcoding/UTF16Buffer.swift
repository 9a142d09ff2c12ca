/// A text as UTF-16 for one ICU call, with the way back from UTF-16 offsets to scalar offsets.
struct UTF16Buffer {
  /// Room for the code units; values that are not scalars stand as U+FFFD.
  private(set) var units: [UInt16] = []
  /// How many of `units` are the text.
  private(set) var count = 0
  /// Scalar offsets of the characters that take two units, in order.
  private var astral: [Int] = []

  /// Replaces the contents by a text; memory is kept for the next.
  ///
  /// - Complexity: O(length).
  mutating func load(_ text: ArraySlice<UInt32>) {
    astral.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { text in
      if units.count < text.count &* 2 {
        units = Array(repeating: 0, count: text.count &* 2)
      }
      units.withUnsafeMutableBufferPointer { units in
        var o = 0
        for i in 0..<text.count {
          let scalar = text[i]
          if scalar < 0x10000 {
            let isSurrogate = scalar & 0xF800 == 0xD800
            units[o] = isSurrogate ? 0xFFFD : UInt16(truncatingIfNeeded: scalar)
          } else if scalar <= 0x10FFFF {
            astral.append(i)
            units[o] = UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar >> 10)
            o &+= 1
            units[o] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
          } else {
            units[o] = 0xFFFD
          }
          o &+= 1
        }
        count = o
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
