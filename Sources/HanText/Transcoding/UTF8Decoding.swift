/// Scalars decoded from bytes, and how much of those meant nothing.
public struct DecodedText: Sendable, Equatable {
  /// The text; every ill-formed sequence is one U+FFFD.
  public var scalars: Scalars
  /// Number of U+FFFD put in for ill-formed sequences.
  public var invalid: Int
}

/// UTF-8 to scalars and back, on whole buffers.
public enum UTF8Text {
  /// Decodes UTF-8; never fails.
  ///
  /// Ill-formed input becomes U+FFFD, one for each maximal subpart (Unicode 15, section 3.9,
  /// "U+FFFD Substitution of Maximal Subparts", as web browsers do).
  ///
  /// - Complexity: O(bytes), about 1 GB/s on Chinese text.
  public static func decode(_ bytes: [UInt8]) -> DecodedText {
    bytes.withUnsafeBufferPointer { decode($0) }
  }

  /// Decodes UTF-8 in a buffer; see `decode(_:)`.
  public static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    // The library writes the count of an empty array into the storage that all of them share.
    if bytes.isEmpty { return DecodedText(scalars: [], invalid: 0) }
    // Well-formed text has as many scalars as bytes that do not continue one.
    if let decoded = decode(bytes, capacity: max(1, ByteCount.scalars(in: bytes))) {
      return decoded
    }
    return decode(bytes, capacity: bytes.count)
      ?? DecodedText(scalars: [], invalid: 0)  // cannot be: a byte gives one scalar at most
  }

  /// Whether the whole buffer is well-formed UTF-8.
  ///
  /// A sequence cut off by the end counts as well-formed when `allowsCutEnd` is set.
  ///
  /// - Complexity: O(bytes) up to the first error.
  public static func isValid(_ bytes: [UInt8], allowsCutEnd: Bool = false) -> Bool {
    isValid(bytes[...], allowsCutEnd: allowsCutEnd)
  }

  /// Whether a stretch of a buffer is well-formed UTF-8; see above.
  public static func isValid(_ bytes: ArraySlice<UInt8>, allowsCutEnd: Bool = false) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var i = 0
      while i < bytes.count {
        if bytes[i] < 0x80 {
          i &+= 1
          continue
        }
        if i &+ 4 <= raw.count {
          // A sequence of three bytes, neither over-long nor a surrogate, as Chinese is made of.
          let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt32.self))
          if four & 0x00C0_C0F0 == 0x0080_80E0, four & 0x200F != 0, four & 0x200F != 0x200D {
            i &+= 3
            continue
          }
        }
        let (_, length) = sequence(in: bytes, at: i)
        if length <= 0 {
          return allowsCutEnd && i &- length == bytes.count && bytes[i] >= 0xC2
            && bytes[i] < 0xF5
        }
        i &+= length
      }
      return true
    }
  }

  /// Decodes into an array of at most `capacity` scalars; `nil` if they do not fit.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, capacity: Int
  ) -> DecodedText? {
    var invalid = 0
    var fits = true
    let scalars = Scalars(unsafeUninitializedCapacity: capacity) { out, written in
      var i = 0
      var o = 0
      while i < bytes.count {
        decodeChinese(bytes, &i, out, &o)
        if i == bytes.count { break }
        if o == capacity {
          fits = false
          break
        }
        if bytes[i] < 0x80 {
          out[o] = UInt32(bytes[i])
          i &+= 1
        } else {
          let (scalar, length) = sequence(in: bytes, at: i)
          out[o] = scalar
          if length < 0 { invalid &+= 1 }
          i &+= abs(length)
        }
        o &+= 1
      }
      written = o
    }
    return fits ? DecodedText(scalars: scalars, invalid: invalid) : nil
  }

  /// Decodes on from `i` while there is only ASCII and well-formed sequences of three bytes, which
  /// Chinese text is made of, and four bytes to load and room are left.
  @inline(__always)
  private static func decodeChinese(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int,
    _ out: UnsafeMutableBufferPointer<UInt32>, _ o: inout Int
  ) {
    let raw = UnsafeRawBufferPointer(bytes)
    while i &+ 4 <= raw.count, o < out.count {
      let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt32.self))
      if four & 0x00C0_C0F0 == 0x0080_80E0 {
        let scalar = (four & 0x0F) &<< 12 | (four & 0x3F00) &>> 2 | (four & 0x3F_0000) &>> 16
        // Neither over-long nor a surrogate.
        guard scalar >= 0x800, scalar & 0xF800 != 0xD800 else { return }
        out[o] = scalar
        i &+= 3
        o &+= 1
      } else if four & 0x8080_8080 == 0, o &+ 4 <= out.count {
        out[o] = four & 0xFF
        out[o &+ 1] = four >> 8 & 0xFF
        out[o &+ 2] = four >> 16 & 0xFF
        out[o &+ 3] = four >> 24
        i &+= 4
        o &+= 4
      } else if four & 0x80 == 0 {
        out[o] = four & 0xFF
        i &+= 1
        o &+= 1
      } else {
        return
      }
    }
  }

  /// One sequence that does not start with ASCII: its scalar and length, or U+FFFD and minus the
  /// number of bytes that make up the maximal ill-formed part.
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = bytes[start]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var scalar: UInt32
    let length: Int
    switch first {
    case 0xC2...0xDF: (scalar, length) = (UInt32(first & 0x1F), 2)
    case 0xE0...0xEF:
      (scalar, length) = (UInt32(first & 0x0F), 3)
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (scalar, length) = (UInt32(first & 0x07), 4)
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return (replacementScalar, -1)
    }
    for i in 1..<length {
      guard start &+ i < bytes.count else { return (replacementScalar, -i) }
      let byte = bytes[start &+ i]
      guard byte >= low, byte <= high else { return (replacementScalar, -i) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      (low, high) = (0x80, 0xBF)
    }
    return (scalar, length)
  }
}
