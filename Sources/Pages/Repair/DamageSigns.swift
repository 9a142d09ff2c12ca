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
  /// - Complexity: O(length), without a branch: most lines have signs below `tableEnd`, such as
  ///   digits and quotation marks, and few of what is asked for.
  static func of(_ line: Scalars) -> DamageSigns {
    line.withUnsafeBufferPointer { scalars in
      table.withUnsafeBufferPointer { table in
        var found: UInt8 = 0
        var marks: UInt32 = 0
        for scalar in scalars {
          found |= table[Int(min(scalar, tableEnd))]
          // Leaves a top bit where the scalar is the mark.
          marks |= (scalar ^ byteOrderMark) &- 1
        }
        if marks >= 0x8000_0000 { found |= stray.rawValue }
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
