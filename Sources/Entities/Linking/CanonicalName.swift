import HanText

/// The canonical written form of names: Simplified, compatibility forms folded, dots as `·`, no
/// spaces inside Chinese.
enum CanonicalName {
  /// Makes the form of a stretch of shadow.
  ///
  /// - Complexity: O(length).
  static func make(_ shadow: some BidirectionalCollection<UInt32>) -> String {
    var out = Scalars()
    var pendingSpace = false
    for c in shadow {
      if Marks.isSpace(c) {
        pendingSpace = !out.isEmpty
        continue
      }
      if pendingSpace, let last = out.last, isLatin(last), isLatin(c) { out.append(0x20) }
      pendingSpace = false
      // A full stop between Han characters is the dot of a foreign name.
      if c == u(".") || c == u("．"), let last = out.last, Marks.isHan(last) {
        out.append(0xB7)
        continue
      }
      out.append(folded(c))
    }
    return String(scalars: out)
  }

  private static func isLatin(_ c: UInt32) -> Bool { c < 0x250 && !Marks.isNameDot(c) }

  /// Compatibility folding of the scalars that names hold: full-width ASCII and dots.
  private static func folded(_ c: UInt32) -> UInt32 {
    if c >= 0xFF01, c <= 0xFF5E { return c - 0xFEE0 }
    return Marks.isNameDot(c) ? 0xB7 : c
  }
}
