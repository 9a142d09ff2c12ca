import HanText

/// Takes out characters that are invisible or never meant, and that no Chinese text needs.
///
/// - Zero-width spaces, word joiners and byte order marks go; zero-width (non-)joiners only where
///   both neighbours are Chinese or ASCII (emoji and Indic scripts need them); marks of writing
///   direction only in lines without a script that runs right to left.
/// - C1 controls become the characters that Windows-1252 has in their places, as browsers read them;
///   the five that have none go, and so do C0 controls. Line ends and tabs stay.
/// - A no-break space beside Chinese becomes a space; between words and numbers it stays.
/// - A soft hyphen beside Chinese goes.
enum StrayCharacterRepair {
  /// Repairs a line; what is clean comes back as it is.
  ///
  /// - Complexity: O(length); one comparison a scalar where nothing is wrong.
  static func repair(_ line: Scalars, log: inout RepairLog) -> Scalars {
    guard let first = firstSuspect(line) else { return line }
    let runsRightToLeft = line.contains { isRightToLeft($0) }
    var text = Scalars(line[..<first])
    text.reserveCapacity(line.count)
    var index = first
    while index < line.count {
      let scalar = line[index]
      index += 1
      guard isSuspect(scalar) else {
        text.append(scalar)
        continue
      }
      switch verdict(scalar, line: line, next: index, written: text, runsRightToLeft) {
      case .stays: text.append(scalar)
      case .goes(let reason):
        log.add(.repaired, reason, before: [scalar], after: [])
      case .becomes(let other, let reason):
        // A run of no-break spaces is one repair.
        if !(scalar == noBreakSpace && index > 1 && line[index - 2] == noBreakSpace) {
          log.add(.repaired, reason, before: [scalar], after: [other])
        }
        text.append(other)
      }
    }
    return text
  }

  private enum Verdict {
    case stays
    case goes(String)
    case becomes(UInt32, String)
  }

  private static let noBreakSpace: UInt32 = 0xA0

  private static func verdict(
    _ scalar: UInt32, line: Scalars, next: Int, written: Scalars, _ runsRightToLeft: Bool
  ) -> Verdict {
    switch scalar {
    case 0x200B, 0x2060...0x2064, 0xFEFF: return .goes("zero-width character")
    case 0x200C, 0x200D:
      let isBesideOther = isOther(written.last) || isOther(next < line.count ? line[next] : nil)
      return isBesideOther ? .stays : .goes("zero-width character")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      return runsRightToLeft ? .stays : .goes("direction mark")
    case 0x80...0x9F:
      let other = windows1252[Int(scalar) - 0x80]
      return other == 0
        ? .goes("control character") : .becomes(UInt32(other), "control character")
    case noBreakSpace:
      return isBesideChinese(line, next - 1) ? .becomes(0x20, "no-break space") : .stays
    case 0xAD: return isBesideChinese(line, next - 1) ? .goes("soft hyphen") : .stays
    default: return .goes("control character")
    }
  }

  /// Whether a scalar may have to go; none from U+2070 on but the byte order mark.
  @inline(__always)
  static func isSuspect(_ scalar: UInt32) -> Bool {
    if scalar >= 0x2070 { return scalar == 0xFEFF }
    if scalar >= 0x20, scalar < 0x7F { return false }
    switch scalar {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0xA0, 0xAD, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069:
      return true
    default: return false
    }
  }

  private static func firstSuspect(_ line: Scalars) -> Int? {
    line.withUnsafeBufferPointer { scalars in
      for index in 0..<scalars.count where isSuspect(scalars[index]) { return index }
      return nil
    }
  }

  /// Whether the run of no-break spaces or soft hyphens around an offset has a Chinese neighbour.
  private static func isBesideChinese(_ line: Scalars, _ at: Int) -> Bool {
    var before = at - 1
    while before >= 0, at - before < 64, line[before] == noBreakSpace || line[before] == 0x20 {
      before -= 1
    }
    var after = at + 1
    while after < line.count, after - at < 64, line[after] == noBreakSpace || line[after] == 0x20 {
      after += 1
    }
    return before >= 0 && isChinese(line[before])
      || after < line.count && isChinese(line[after])
  }

  private static func isChinese(_ scalar: UInt32) -> Bool {
    ScalarClass.isHan(scalar) || scalar >= 0x3000 && scalar <= 0x303F
      || scalar >= 0xFF01 && scalar <= 0xFF5E
  }

  /// Whether a neighbour is neither Chinese nor ASCII nor general punctuation.
  private static func isOther(_ scalar: UInt32?) -> Bool {
    guard let scalar, scalar >= 0x80 else { return false }
    return !(isChinese(scalar) || scalar >= 0x2010 && scalar <= 0x2069)
  }

  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    scalar >= 0x590 && scalar <= 0x8FF || scalar >= 0xFB1D && scalar <= 0xFDFF
      || scalar >= 0xFE70 && scalar <= 0xFEFC
  }

  /// Windows-1252 from 80 to 9F, 0 where it has nothing (WHATWG Encoding Standard, index-windows-1252,
  /// without its C1 controls).
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
