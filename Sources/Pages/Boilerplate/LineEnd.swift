import HanText

/// What stands at the end of a paragraph without belonging to it.
enum LineEnd {
  /// The part of a line that is the article's: without an editor's credit in brackets
  /// (…。（责任编辑：张三）), its number behind (（編輯：李四）1130305), and without a link to more (返回首页>>).
  ///
  /// - Complexity: O(length of the line's end).
  static func kept(_ s: Scalars, _ line: Range<Int>) -> Range<Int> {
    var range = line
    guard range.count >= 20 else { return range }
    var end = range.upperBound
    // CNA closes with the day in the republic's calendar behind the credit.
    var digits = end
    while digits > range.lowerBound, ScalarKind.isDigit(s[digits - 1]) { digits -= 1 }
    if end - digits == 7, digits > range.lowerBound { end = digits }
    if let close = s[..<end].last, let open = opening(of: close) {
      var start = end - 2
      while start > range.lowerBound, end - start < 60, s[start] != open { start -= 1 }
      if s[start] == open, start > range.lowerBound, isCredit(s[(start + 1)..<(end - 1)]),
        s[range.lowerBound..<start].contains(where: ScalarKind.isSentenceEnd)
      {
        range = range.lowerBound..<start
      }
    }
    if range.count > 8, s[range.upperBound - 1] == u(">"), s[range.upperBound - 2] == u(">") {
      var start = range.upperBound - 2
      while start > range.lowerBound, range.upperBound - start < 14,
        !ScalarKind.isSentenceEnd(s[start - 1]), !ScalarKind.isBlank(s[start - 1])
      {
        start -= 1
      }
      if range.upperBound - start < 14 { range = range.lowerBound..<start }
    }
    range = withoutCall(s, range)
    while range.count > 1, ScalarKind.isBlank(s[range.upperBound - 1]) {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return range
  }

  /// …的第一位乘客”。返回首页，查看更多: a link glued to the last sentence.
  private static func withoutCall(_ s: Scalars, _ range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, range.upperBound - start <= 18,
      !ScalarKind.isSentenceEnd(s[start - 1]), s[start - 1] != u("”"), s[start - 1] != u("」")
    {
      start -= 1
    }
    let rest = range.upperBound - start
    guard rest >= 4, rest <= 18, start > range.lowerBound,
      calls.longestMatch(in: s, at: start, limit: range.upperBound) != nil,
      s[range.lowerBound..<start].contains(where: ScalarKind.isSentenceEnd)
    else { return range }
    return range.lowerBound..<start
  }

  private static let calls: ScalarTrie = {
    var trie = ScalarTrie()
    for call in ["返回", "查看更多", "查看全文", "点击", "阅读全文", "展开", "更多精彩", "下载"] {
      trie.insert(Scalars(call), value: 0)
    }
    return trie
  }()

  private static func opening(of close: UInt32) -> UInt32? {
    switch close {
    case u("）"): u("（")
    case u(")"): u("(")
    case u("】"): u("【")
    case u("]"): u("[")
    case u("〕"): u("〔")
    default: nil
    }
  }

  private static let credits: [Scalars] = [
    "责任编辑", "责编", "编辑：", "编辑:", "编辑 ", "核稿", "校对", "审核", "译者：", "编译：", "值班", "监制", "本文来自", "来源：",
    "来源:",
  ].map { Scalars($0) }

  private static func isCredit(_ inside: ArraySlice<UInt32>) -> Bool {
    guard inside.count >= 3 else { return false }
    return credits.contains { inside.starts(with: $0) }
      || (inside.count < 24 && credits[0...1].contains { contains($0, in: inside) })
  }

  private static func contains(_ word: Scalars, in slice: ArraySlice<UInt32>) -> Bool {
    guard slice.count >= word.count else { return false }
    for i in slice.startIndex...(slice.endIndex - word.count)
    where slice[i] == word[0] && slice[i..<(i + word.count)].elementsEqual(word) {
      return true
    }
    return false
  }
}
