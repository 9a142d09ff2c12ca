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
    var count = 0
    var i = 0
    while i < bytes.count {
      let end = min(i &+ 32, bytes.count)
      if end &- i == 32 {
        // No branch, so that the compiler takes sixteen at a time.
        var found: UInt8 = 0
        for k in i..<(i &+ 32) {
          found |= (bytes[k] < 0x08 ? 1 : 0) | (bytes[k] &- 0x0E < 0x12 ? 1 : 0)
        }
        if found == 0 {
          i = end
          continue
        }
      }
      while i < end {
        // A bit for each byte below the space that text may have.
        if bytes[i] < 0x20, (0x0C00_3F00 as UInt32) >> UInt32(bytes[i]) & 1 == 0 { count &+= 1 }
        i &+= 1
      }
    }
    return count
  }
}
