import CICU

/// The form in which names are compared and printed: Simplified, NFKC, no spaces inside Chinese,
/// `·` between the parts of foreign names.
public enum NameForm {
  /// The canonical form of a name as written: 阿克爾別克•扎帕羅夫 → 阿克尔别克·扎帕罗夫,
  /// ＡＩ 實驗室 → AI实验室, 张　英 → 张英.
  ///
  /// - Complexity: O(length); ICU is asked only for names that hold more than Han, ASCII and dots.
  public static func canonical(_ name: Scalars) -> String {
    var text = ScriptFolding.fold(name, by: .shadow)
    if !text.allSatisfy(isPlain) { text = nfkc(text) }
    return String(scalars: spaced(text))
  }

  /// The canonical form of a name; see above.
  public static func canonical(_ name: String) -> String { canonical(Scalars(name)) }

  /// A text in normalisation form NFKC: compatibility forms replaced by plain ones.
  ///
  /// - Complexity: O(length). The result may be longer or shorter than the text.
  public static func nfkc(_ text: Scalars) -> Scalars {
    var buffer = UTF16Buffer()
    buffer.load(text[...])
    var capacity = buffer.count * 2 + 32
    for _ in 0..<2 {
      var output = [UInt16](repeating: 0, count: capacity)
      let length = Int(
        eduai_nfkc(
          buffer.units, Int32(truncatingIfNeeded: buffer.count), &output,
          Int32(truncatingIfNeeded: capacity)))
      guard length >= 0 else { return text }
      if length <= capacity {
        var scalars: Scalars = []
        var joiner = SurrogateJoiner()
        joiner.append(output[0..<length], to: &scalars)
        joiner.finish(&scalars)
        return scalars
      }
      capacity = length
    }
    return text
  }

  /// Whether NFKC leaves a scalar alone and it combines with nothing.
  private static func isPlain(_ c: UInt32) -> Bool {
    c < 0x80 || c == u("·") || (0x4E00...0x9FFF).contains(c) || (0x3400...0x4DBF).contains(c)
      || (0x20000...0x2A6DF).contains(c) || (0x2010...0x2022).contains(c) && c != 0x2011
      || c == 0x3001 || c == 0x3002 || (0x3008...0x3011).contains(c)
  }

  /// Sets dots between Han characters to `·`, takes out spaces beside Han characters and dots, and
  /// leaves one space elsewhere.
  private static func spaced(_ text: Scalars) -> Scalars {
    var output: Scalars = []
    output.reserveCapacity(text.count)
    var hasSpace = false
    for (i, scalar) in text.enumerated() {
      if ScalarClass.isSpace(scalar) {
        hasSpace = true
        continue
      }
      let c = isDot(scalar) && isBetweenHan(i, text) ? u("·") : scalar
      if hasSpace, let last = output.last, !joins(last), !joins(c) { output.append(0x20) }
      hasSpace = false
      output.append(c)
    }
    return output
  }

  private static func joins(_ c: UInt32) -> Bool { ScalarClass.isHan(c) || c == u("·") }

  private static func isDot(_ c: UInt32) -> Bool {
    switch c {
    case u("·"), u("•"), u("‧"), u("∙"), u("⋅"), u("・"), u("．"), u("."), u("●"), u("˙"), u("ㆍ"):
      return true
    default: return false
    }
  }

  /// Whether the nearest characters on both sides, spaces left out, are Han.
  private static func isBetweenHan(_ i: Int, _ text: Scalars) -> Bool {
    let before = text[..<i].last { !ScalarClass.isSpace($0) }
    let after = text[(i + 1)...].first { !ScalarClass.isSpace($0) }
    return (before.map(ScalarClass.isHan) ?? false) && (after.map(ScalarClass.isHan) ?? false)
  }
}
