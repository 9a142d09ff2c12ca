import HanText

/// A text as a cell of a workbook holds it: UTF-8, terminated for C.
///
/// Characters that XML has no form for become `_xHHHH_`, which applications read back, and the `_`
/// of what looks like such a form already is written so (ECMA-376 part 1, 22.9.2.19, `ST_Xstring`).
/// Longer text than a cell holds is cut, with a mark.
struct XLSXText {
  /// UTF-16 code units that a cell holds (Excel specifications and limits); an escape counts whole.
  static let capacity = 32_767
  /// What stands at the end of a text that was cut.
  static let cutMark = "…[cut]"

  /// Whether the text was cut.
  private(set) var isCut = false
  private var bytes: [UInt8] = [0]

  /// Takes a text.
  ///
  /// - Complexity: O(length).
  mutating func set(_ text: String) { set(Scalars(text)[...]) }

  /// Takes a passage of an article.
  ///
  /// - Complexity: O(length), at most O(`capacity`).
  mutating func set(_ text: ArraySlice<UInt32>) {
    bytes.removeAll(keepingCapacity: true)
    isCut = false
    var units = 0
    // Where the longest beginning ends that leaves room for the mark.
    var markable = 0
    for index in text.indices {
      units += append(text[index], followedBy: text[(index + 1)...])
      if units > Self.capacity {
        bytes.removeSubrange(markable...)
        bytes.append(contentsOf: Self.cutMark.utf8)
        isCut = true
        break
      }
      if units <= Self.capacity - Self.cutMark.utf16.count { markable = bytes.count }
    }
    bytes.append(0)
  }

  /// Appends one scalar; gives its UTF-16 code units.
  private mutating func append(_ scalar: UInt32, followedBy rest: ArraySlice<UInt32>) -> Int {
    let isEscaped =
      switch scalar {
      case 0..<0x09, 0x0B..<0x20, 0xFFFE, 0xFFFF: true
      case u("_"): Self.looksLikeAnEscape(rest)
      default: false
      }
    guard isEscaped else {
      UTF8Text.append(scalar: scalar, to: &bytes)
      return scalar > 0xFFFF ? 2 : 1
    }
    let digits = String(scalar, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    bytes.append(contentsOf: "_x\(zeros)\(digits)_".utf8)
    return 7
  }

  /// Whether `xHHHH_` follows an underscore.
  private static func looksLikeAnEscape(_ rest: ArraySlice<UInt32>) -> Bool {
    let start = rest.startIndex
    guard rest.count >= 6, rest[start] == u("x"), rest[start + 5] == u("_") else { return false }
    return rest[(start + 1)..<(start + 5)].allSatisfy { digit in
      switch digit {
      case u("0")...u("9"), u("a")...u("f"), u("A")...u("F"): true
      default: false
      }
    }
  }

  /// Lends the text to C.
  func withCString<Result>(_ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    bytes.withUnsafeBytes { body($0.bindMemory(to: CChar.self).baseAddress) }
  }
}
