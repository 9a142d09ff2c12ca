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

  /// A letter with a tone mark, which is no damage, but no page has annotations without.
  private static let tone = DamageSigns(rawValue: 8)

  /// The signs of a line.
  static func of(_ line: Scalars) -> DamageSigns { all(in: line).subtracting(.tone) }

  /// The signs of a whole page, annotations only where some letter of it has a tone mark.
  static func ofPage(_ text: Scalars) -> DamageSigns {
    let signs = all(in: text)
    return signs.contains(.tone)
      ? signs.subtracting(.tone) : signs.subtracting([.tone, .annotation])
  }

  /// - Complexity: O(length), without a branch: most lines have signs below `tableEnd`, such as
  ///   digits and quotation marks, and few of what is asked for.
  private static func all(in line: Scalars) -> DamageSigns {
    line.withUnsafeBufferPointer { scalars in
      table.withUnsafeBufferPointer { table in
        var found: UInt8 = 0
        var marks: UInt32 = 0
        // Each leaves a top bit where the scalar is the mark.
        var i = 0
        while i &+ 4 <= scalars.count {
          let (a, b) = (scalars[i], scalars[i &+ 1])
          let (c, d) = (scalars[i &+ 2], scalars[i &+ 3])
          found |= table[Int(min(a, tableEnd))] | table[Int(min(b, tableEnd))]
          found |= table[Int(min(c, tableEnd))] | table[Int(min(d, tableEnd))]
          marks |= ((a ^ byteOrderMark) &- 1) | ((b ^ byteOrderMark) &- 1)
          marks |= ((c ^ byteOrderMark) &- 1) | ((d ^ byteOrderMark) &- 1)
          i &+= 4
        }
        while i < scalars.count {
          found |= table[Int(min(scalars[i], tableEnd))]
          marks |= (scalars[i] ^ byteOrderMark) &- 1
          i &+= 1
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
    default:
      StrayCharacterRepair.isSuspect(scalar)
        ? stray.rawValue : PinyinReadings.marksTone(scalar) ? tone.rawValue : 0
    }
  }
}
