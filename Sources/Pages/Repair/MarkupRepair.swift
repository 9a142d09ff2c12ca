import HanText

/// Takes remains of markup out of Chinese text: `</p>`, `<br/>`, `&nbsp;`, `&amp;nbsp;`, `&#8220;`.
///
/// A line that speaks of markup or shows code keeps all of it: one that names HTML, a tag, an entity
/// or source text, and one with hardly any Chinese.
enum MarkupRepair {
  private static let longestTag = 400

  /// Repairs a line; what is clean comes back as it is.
  ///
  /// - Complexity: O(length); what closes (`;` or `>`) is matched backwards over what was written, so
  ///   doubled entities come undone in the same pass.
  static func repair(_ line: Scalars, log: inout RepairLog) -> Scalars {
    guard mayHoldRemains(line), !speaksOfMarkup(line) else { return line }
    var text: Scalars = []
    text.reserveCapacity(line.count)
    for scalar in line {
      text.append(scalar)
      if scalar == u(";") {
        closeEntities(&text, log: &log)
      } else if scalar == u(">") {
        closeTag(&text, log: &log)
      }
    }
    return text
  }

  private static func mayHoldRemains(_ line: Scalars) -> Bool {
    line.withUnsafeBufferPointer { scalars in
      var opens = false
      for scalar in scalars {
        if scalar == u("&") || scalar == u("<") { opens = true }
        if opens, scalar == u(";") || scalar == u(">") { return true }
      }
      return false
    }
  }

  /// Words of lines that speak of markup, Simplified and Traditional.
  private static let markupWords: [Scalars] = [
    "HTML", "html", "Html", "XML", "xml", "CSS", "标签", "標籤", "标记", "標記", "代码", "代碼",
    "源码", "源碼", "转义", "轉義", "实体", "實體", "字符", "字元", "网页", "網頁", "浏览器",
    "瀏覽器", "语法", "語法", "元素", "`", "{",
  ].map { Scalars($0) }

  private static func speaksOfMarkup(_ line: Scalars) -> Bool {
    var han = 0
    var letters = 0
    // Letters since the last other character: a name when `;` follows, also that of a doubled entity.
    var run = 0
    var isInside = false
    for index in line.indices {
      let scalar = line[index]
      if scalar == u("<") || scalar == u("&") { isInside = true }
      if !isInside, ScalarClass.isASCIILetter(scalar) {
        letters += 1
        run += 1
      } else {
        if scalar == u(";") { letters -= run }
        run = 0
      }
      if scalar == u(">") || scalar == u(";") { isInside = false }
      if ScalarClass.isHan(scalar) {
        han += 1
        isInside = false
      }
      for word in markupWords where word[0] == scalar && line.has(word, at: index) { return true }
    }
    return letters > han
  }

  /// Replaces the entity that ends with the `;` just written, again and again while one results.
  private static func closeEntities(_ text: inout Scalars, log: inout RepairLog) {
    let end = text.count - 1
    var start = end - 1
    while start >= 0, end - start <= 9, isNamePart(text[start]) { start -= 1 }
    guard start >= 0, text[start] == u("&"), start + 1 < end,
      let scalar = meaning(text[(start + 1)..<end])
    else { return }
    // A copy, for a slice would keep the whole text from being changed in place.
    let before = Scalars(text[start...])
    log.add(.repaired, "entity remains", before: before, after: [scalar])
    text.removeSubrange(start...)
    text.append(scalar)
    if scalar == u(">") { closeTag(&text, log: &log) }
  }

  private static func isNamePart(_ scalar: UInt32) -> Bool {
    ScalarClass.isASCIILetter(scalar) || ScalarClass.isASCIIDigit(scalar) || scalar == u("#")
  }

  private static func meaning(_ name: ArraySlice<UInt32>) -> UInt32? {
    for entity in MarkupRemains.entities where name.elementsEqual(entity.name) {
      return entity.scalar
    }
    guard name.first == u("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first.map { $0 | 0x20 } == u("x")
    let base: UInt32 = isHex ? 16 : 10
    var value: UInt32 = 0
    let figures = isHex ? digits.dropFirst() : digits
    guard !figures.isEmpty, figures.count <= 6 else { return nil }
    for figure in figures {
      let digit: UInt32
      switch figure {
      case 0x30...0x39: digit = figure - 0x30
      case 0x41...0x46: digit = figure - 0x37
      case 0x61...0x66: digit = figure - 0x57
      default: return nil
      }
      guard digit < base else { return nil }
      value = value * base + digit
    }
    guard value >= 0x20, value != 0x7F, Unicode.Scalar(value) != nil else { return nil }
    return value
  }

  /// Takes out the tag that ends with the `>` just written.
  private static func closeTag(_ text: inout Scalars, log: inout RepairLog) {
    var start = text.count - 2
    while start >= 0, text.count - start <= longestTag, text[start] != u("<"),
      text[start] != u(">"), !ScalarClass.isHan(text[start])
    {
      start -= 1
    }
    guard start >= 0, text[start] == u("<") else { return }
    let length = MarkupRemains.tagLength(in: text, behind: start + 1, limit: longestTag)
    guard length == text.count - start - 1 else { return }
    let tag = Scalars(text[start...])
    log.add(.repaired, "markup remains", before: tag, after: [])
    text.removeSubrange(start...)
  }
}
