import HanText

/// Classes of scalars that the reading of lines asks for.
enum ScalarKind {
  /// White space and characters without a picture.
  @inline(__always)
  static func isBlank(_ c: UInt32) -> Bool {
    if c > 0x3000 { return c == 0xFEFF }
    if c <= 0x20 || c == 0x3000 || c == 0xA0 || c == 0x85 { return true }
    return c >= 0x2000 && (c <= 0x200F || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x2060)
  }

  /// Chinese characters.
  @inline(__always)
  static func isHan(_ c: UInt32) -> Bool {
    (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF)
      || c == 0x3007
  }

  /// ASCII digits.
  @inline(__always)
  static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

  /// ASCII letters.
  @inline(__always)
  static func isLetter(_ c: UInt32) -> Bool {
    (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A
  }

  /// Marks that end a sentence.
  @inline(__always)
  static func isSentenceEnd(_ c: UInt32) -> Bool {
    c == u("。") || c == u("！") || c == u("？") || c == u("!") || c == u("?") || c == u("｡")
  }

  /// Characters of words: Han, letters, digits and anything else that is no sign or space.
  @inline(__always)
  static func isWord(_ c: UInt32) -> Bool {
    if c < 0x80 { return isDigit(c) || isLetter(c) }
    if isHan(c) { return true }
    if c < 0xC0 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) { return false }
    if c >= 0xE000 && c < 0xF900 { return false }
    return !(c >= 0xFE00 && c < 0xFF10) && !(c >= 0xFF1A && c < 0xFF21) && c < 0x1F000
  }
}
