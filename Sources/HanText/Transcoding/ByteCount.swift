/// Counts of kinds of bytes in a buffer, eight at a time.
public enum ByteCount {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// How many bytes do not continue a UTF-8 sequence: the scalars of well-formed UTF-8.
  ///
  /// - Complexity: O(bytes).
  public static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var others = 0
    var i = 0
    while i &+ 8 <= raw.count {
      let eight = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      // The top bit set and the next one clear.
      others &+= (eight >> 7 & ~(eight >> 6) & ones).nonzeroBitCount
      i &+= 8
    }
    while i < raw.count {
      others &+= raw[i] & 0xC0 == 0x80 ? 1 : 0
      i &+= 1
    }
    return raw.count &- others
  }

  /// How many bytes are control characters that no text has: below the space, but not the ones from
  /// 08 to 0D, 1A and 1B.
  ///
  /// - Complexity: O(bytes); 32 at a time where none lies below the space.
  public static func controls(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    var i = 0
    while i < raw.count {
      while i &+ 32 <= raw.count,
        (mayBeControl(raw, i) | mayBeControl(raw, i &+ 8) | mayBeControl(raw, i &+ 16)
          | mayBeControl(raw, i &+ 24)) & (ones << 7) == 0
      {
        i &+= 32
      }
      if i &+ 8 <= raw.count, mayBeControl(raw, i) & (ones << 7) == 0 {
        i &+= 8
        continue
      }
      let end = min(i &+ 8, raw.count)
      while i < end {
        let byte = raw[i]
        // A bit for each byte that text may have.
        if byte < 0x20, (0x0C00_3F00 as UInt32) >> UInt32(byte) & 1 == 0 { count &+= 1 }
        i &+= 1
      }
    }
    return count
  }

  /// Leaves a top bit where one of the eight bytes at `i` may lie below the space.
  @inline(__always)
  private static func mayBeControl(_ raw: UnsafeRawBufferPointer, _ i: Int) -> UInt64 {
    let eight = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
    // A byte below the space makes the subtraction borrow.
    return (eight &- ones &* 0x20) & ~eight
  }
}
