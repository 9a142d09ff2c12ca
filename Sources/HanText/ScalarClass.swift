/// Classes of scalars that rules about Chinese text need. All are O(1).
public enum ScalarClass {
  /// Whether a scalar is a Han character (an ideograph, 〇 and 々 included, radicals not).
  @inlinable
  public static func isHan(_ c: UInt32) -> Bool {
    if c < 0x3005 { return false }
    switch c {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF:
      return true
    default: return false
    }
  }

  /// Whether a scalar is an ASCII digit.
  @inlinable
  public static func isASCIIDigit(_ c: UInt32) -> Bool { c &- 0x30 < 10 }

  /// Whether a scalar is a digit, ASCII or full-width.
  @inlinable
  public static func isDigit(_ c: UInt32) -> Bool { c &- 0x30 < 10 || c &- 0xFF10 < 10 }

  /// Whether a scalar is an ASCII letter.
  @inlinable
  public static func isASCIILetter(_ c: UInt32) -> Bool { (c | 0x20) &- 0x61 < 26 }

  /// Whether a scalar is a Latin letter, with or without diacritics, ASCII or full-width.
  @inlinable
  public static func isLatinLetter(_ c: UInt32) -> Bool {
    if isASCIILetter(c) || (c &- 0xFEE0 < 0x80 && isASCIILetter(c &- 0xFEE0)) { return true }
    return (0xC0...0x24F).contains(c) && c != 0xD7 && c != 0xF7 || (0x1E00...0x1EFF).contains(c)
  }

  /// Whether a scalar is white space: space, tab, line ends, no-break and other Unicode spaces,
  /// the ideographic space, and the zero-width ones.
  @inlinable
  public static func isSpace(_ c: UInt32) -> Bool {
    if c <= 0x20 { return c == 0x20 || c &- 0x09 < 5 }
    switch c {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
      0xFEFF:
      return true
    default: return false
    }
  }

  /// Whether a scalar ends a line: LF, CR, VT, FF, NEL, LS, PS.
  @inlinable
  public static func isLineEnd(_ c: UInt32) -> Bool {
    c &- 0x0A < 4 || c == 0x85 || c == 0x2028 || c == 0x2029
  }

  /// The first offset from `start` on, up to `end`, where four scalars or fewer need a look: all before
  /// lie above `limit`, as almost all of Chinese text lies above line ends.
  ///
  /// - Complexity: O(distance), four scalars at a time.
  @inlinable @inline(__always)
  public static func skip(
    above limit: UInt32, in text: UnsafeBufferPointer<UInt32>, from start: Int, to end: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    // Two scalars in a number: the subtraction leaves a top bit where one may lie below.
    let least = UInt64(limit &+ 1) &* 0x1_0000_0001
    let top: UInt64 = 0x8000_0000_8000_0000
    var i = start
    while i &+ 4 <= end {
      let first = raw.loadUnaligned(fromByteOffset: i &* 4, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: i &* 4 &+ 8, as: UInt64.self)
      if ((first &- least) | (second &- least)) & top != 0 { break }
      i &+= 4
    }
    return i
  }

  /// Whether a scalar opens a bracket or quotation (“ ‘ （ 《 「 【 …).
  @inlinable
  public static func isOpening(_ c: UInt32) -> Bool {
    switch c {
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016,
      0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF62:
      return true
    default: return false
    }
  }

  /// Whether a scalar closes a bracket or quotation (” ’ ） 》 」 】 …).
  @inlinable
  public static func isClosing(_ c: UInt32) -> Bool {
    switch c {
    case 0x29, 0x5D, 0x7D, 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
      0x301E, 0x301F, 0xFF09, 0xFF3D, 0xFF5D, 0xFF63:
      return true
    default: return false
    }
  }
}
