import HanText

/// How many columns of a terminal a text takes.
///
/// Wide and full-width scalars of Unicode's East Asian Width (UAX #11) take two columns, combining
/// marks and format characters none. Scalars of ambiguous width (“ ” … — ·) take one, as UAX #11
/// recommends where nothing tells otherwise and as terminals do by default.
public enum DisplayWidth {
  /// Columns of one scalar: 0, 1 or 2.
  ///
  /// - Complexity: O(log number of ranges); O(1) for ASCII and common Han characters.
  public static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
    if scalar >= 0x4E00, scalar < 0xA000 { return 2 }
    if isZeroWidth(scalar) { return 0 }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar) ? 2 : 1
  }

  /// Columns of a text.
  ///
  /// - Complexity: O(length).
  public static func of(_ text: some Sequence<UInt32>) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  private static func isZeroWidth(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// The ranges of East Asian Width W and F of Unicode 15 below U+1F000, and of the planes above;
  /// gaps of unassigned scalars are closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
    0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
    0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
    0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC,
    0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
    0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

/// Text laid out in columns of a terminal.
enum ColumnText {
  /// The longest end of `text[..<end]`, back to `start` at most, that takes at most `columns`.
  static func head(of text: Scalars, from start: Int, to end: Int, columns: Int) -> Int {
    var i = end
    var used = 0
    let start = max(start, end - longest(columns))
    while i > start {
      used += DisplayWidth.of(text[i - 1])
      if used > columns { break }
      i -= 1
    }
    // A mark that combines with a scalar left out would hang in the air.
    while i < end, i > start, DisplayWidth.of(text[i]) == 0 { i += 1 }
    return i
  }

  /// Where the longest beginning of `text[start...]`, up to `end` at most, ends that takes at most
  /// `columns`.
  static func tail(of text: Scalars, from start: Int, to end: Int, columns: Int) -> Int {
    var i = start
    var used = 0
    let end = min(end, start + longest(columns))
    while i < end {
      used += DisplayWidth.of(text[i])
      if used > columns { break }
      i += 1
    }
    return i
  }

  /// Scalars looked at for so many columns: marks without width are not followed without end.
  private static func longest(_ columns: Int) -> Int { 4 * columns + 16 }

  /// Appends a text that cannot drive a terminal: controls and marks that turn its direction
  /// become U+FFFD, line ends and tabs a space.
  static func append(_ text: some Sequence<UInt32>, to output: inout [UInt8]) {
    for scalar in text { UTF8Text.append(scalar: printable(scalar), to: &output) }
  }

  /// Appends spaces.
  static func pad(_ count: Int, _ output: inout [UInt8]) {
    if count > 0 { output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }
  }

  /// What is printed for a scalar; as wide as the scalar is taken to be, or one column.
  static func printable(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0x20, scalar < 0x7F { return scalar }
    if ScalarClass.isLineEnd(scalar) || scalar == 0x09 { return 0x20 }
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      return replacementScalar
    default: return scalar
    }
  }
}
