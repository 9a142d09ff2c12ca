import HanText

/// What a line holds that a repair may have to look at, found in one pass: most lines of most pages
/// hold nothing of it.
struct DamageSigns: OptionSet {
  let rawValue: UInt8
  /// `(` or `?`: an annotation or a lost byte, if there is any on the page.
  static let annotation = DamageSigns(rawValue: 1)
  /// `&` or `<`: remains of an entity or tag.
  static let markup = DamageSigns(rawValue: 2)
  /// A character that `StrayCharacterRepair` judges.
  static let stray = DamageSigns(rawValue: 4)

  /// The signs of a line.
  ///
  /// - Complexity: O(length), eight scalars at a time where all of them lie above `tableEnd`, as most
  ///   of Chinese does.
  static func of(_ line: Scalars) -> DamageSigns {
    line.withUnsafeBufferPointer { scalars in
      table.withUnsafeBufferPointer { table in
        var found: UInt8 = 0
        var i = 0
        while i < scalars.count {
          if i &+ 8 <= scalars.count {
            // No branch, so that the compiler takes four at a time. A top bit is left where a
            // scalar lies below the table's end or is the byte order mark.
            var low: UInt32 = 0
            for k in i..<(i &+ 8) {
              low |= (scalars[k] &- tableEnd) | ((scalars[k] ^ byteOrderMark) &- 1)
            }
            if low < 0x8000_0000 {
              i &+= 8
              continue
            }
          }
          for k in i..<min(i &+ 8, scalars.count) {
            found |= table[Int(min(scalars[k], tableEnd))]
            found |= scalars[k] == byteOrderMark ? stray.rawValue : 0
          }
          i &+= 8
        }
        return DamageSigns(rawValue: found)
      }
    }
  }

  private static let byteOrderMark: UInt32 = 0xFEFF
  /// No sign stands at or behind this scalar, but for the byte order mark.
  private static let tableEnd: UInt32 = 0x2070

  /// The signs of each scalar up to `tableEnd`.
  private static let table: [UInt8] = (0...tableEnd).map { scalar in
    switch scalar {
    case u("("), u("?"): annotation.rawValue
    case u("&"), u("<"): markup.rawValue
    default: StrayCharacterRepair.isSuspect(scalar) ? stray.rawValue : 0
    }
  }
}
