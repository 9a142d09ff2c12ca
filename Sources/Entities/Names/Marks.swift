import HanText

/// Classes of scalars that recognition of names asks about. Shadow text keeps Chinese punctuation
/// or has its ASCII twin; both are known here.
enum Marks {
  /// A Han character of the Basic Multilingual Plane or beyond.
  @inline(__always)
  static func isHan(_ c: UInt32) -> Bool {
    (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF)
      || c == 0x3007
  }

  /// An ASCII letter.
  @inline(__always)
  static func isLetter(_ c: UInt32) -> Bool {
    (c >= 0x41 && c <= 0x5A) || (c >= 0x61 && c <= 0x7A)
  }

  /// An ASCII digit.
  @inline(__always)
  static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

  /// A white-space scalar, the ideographic space included.
  @inline(__always)
  static func isSpace(_ c: UInt32) -> Bool {
    c == 0x20 || c == 0x09 || c == 0x3000 || c == 0xA0 || c == 0x0A || c == 0x0D
  }

  /// A dot between the parts of a foreign name: · • ・ ‧ ∙ ⋅.
  @inline(__always)
  static func isNameDot(_ c: UInt32) -> Bool {
    c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027 || c == 0x2219 || c == 0x22C5
      || c == 0xFF65
  }

  /// Whether a name of a body may go on over this scalar: Han, letters, digits, and a name's dot.
  @inline(__always)
  static func isNamePart(_ c: UInt32) -> Bool {
    isHan(c) || isLetter(c) || isDigit(c) || isNameDot(c)
  }

  /// A colon of either width.
  @inline(__always)
  static func isColon(_ c: UInt32) -> Bool { c == u(":") || c == u("：") }

  /// An opening bracket of either width.
  @inline(__always)
  static func isOpen(_ c: UInt32) -> Bool { c == u("(") || c == u("（") }

  /// A closing bracket of either width.
  @inline(__always)
  static func isClose(_ c: UInt32) -> Bool { c == u(")") || c == u("）") }
}
