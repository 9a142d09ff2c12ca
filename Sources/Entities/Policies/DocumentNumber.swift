import HanText

/// Finds document numbers (发文字号): 国发〔2017〕35号, 教技函[2024]3号, 院台教字第1130012345号,
/// 教育部令第41号, and numbers of national standards: GB/T 15835-2011.
///
/// - Source: GB/T 9704-2012 (authority's code, year in 〔〕, serial number), Taiwan's 文書處理手冊.
struct DocumentNumber {
  let shadow: Scalars
  let matches: LexiconMatches

  /// The numbers in the text, in order.
  ///
  /// - Complexity: O(length); each 号 and each GB is looked at within a fixed window.
  func spans() -> [TextSpan] {
    var found: [TextSpan] = []
    for i in shadow.indices {
      if shadow[i] == u("号") {
        guard let start = startOfNumber(endingWith: i) else { continue }
        found.append(TextSpan(start, i + 1))
      } else if shadow[i] == u("-") || shadow[i] == 0x2014 || shadow[i] == 0x2013,
        let span = standard(around: i)
      {
        found.append(span)
      }
    }
    return found.sorted()
  }

  /// Reads leftward from 号: serial number, then a year in brackets, or 字第, or 令第.
  private func startOfNumber(endingWith end: Int) -> Int? {
    var i = end
    while i > 0, end - i < 14, Marks.isDigit(shadow[i - 1]) || Marks.isLetter(shadow[i - 1]) {
      i -= 1
    }
    guard i < end, Marks.isDigit(shadow[i]) || Marks.isDigit(shadow[end - 1]) else { return nil }
    let hasOrdinal = i > 0 && shadow[i - 1] == u("第")
    if hasOrdinal { i -= 1 }
    guard i > 0 else { return nil }
    switch shadow[i - 1] {
    case u("〕"), u("]"), u("］"), u(")"), u("）"), u("】"):
      guard let open = yearStart(closing: i - 1) else { return nil }
      return codeStart(before: open, atMost: 12, atLeast: 1)
    case u("字") where hasOrdinal:
      guard let start = codeStart(before: i, atMost: 12, atLeast: 2) else { return nil }
      // 依|院台教字第…: a preposition of one character.
      switch shadow[start] {
      case u("依"), u("据"), u("以"), u("按"), u("照"), u("奉"): return i - start > 3 ? start + 1 : start
      default: return start
      }
    case u("令") where hasOrdinal:
      guard let body = matches.longest(endingAt: i - 1, [.body]) else { return nil }
      return body.start
    default: return nil
    }
  }

  /// The opening bracket of a four-digit year (or three digits, Taiwan) that closes at `close`.
  private func yearStart(closing close: Int) -> Int? {
    var i = close
    while i > 0, close - i < 5, Marks.isDigit(shadow[i - 1]) { i -= 1 }
    guard i > 0, close - i == 4 || close - i == 3 else { return nil }
    switch shadow[i - 1] {
    case u("〔"), u("["), u("［"), u("("), u("（"), u("【"): return i - 1
    default: return nil
    }
  }

  /// Start of the code of the authority, which ends at `end`: Han characters back to a mark, or
  /// to a function word (根据国发…).
  private func codeStart(before end: Int, atMost: Int, atLeast: Int) -> Int? {
    var i = end
    while i > 0, end - i < atMost, Marks.isHan(shadow[i - 1]) {
      // 3月18日|台教国署高字: a date stands before.
      if i > 1, shadow[i - 1] == u("日"), !Marks.isHan(shadow[i - 2]) { break }
      if end - i >= atLeast, let stop = matches.longest(endingAt: i, [.stop, .say]),
        stop.end - stop.start >= 2 || shadow[i - 1] == u("的") || shadow[i - 1] == u("以")
      {
        break
      }
      i -= 1
    }
    return end - i >= atLeast ? i : nil
  }

  /// A standard's number whose dash stands at `dash`: letters, `/` and a letter, number, year.
  private func standard(around dash: Int) -> TextSpan? {
    var end = dash + 1
    while end < shadow.count, end - dash < 6, Marks.isDigit(shadow[end]) { end += 1 }
    guard end - dash == 5 else { return nil }
    var i = dash
    while i > 0, dash - i < 10, Marks.isDigit(shadow[i - 1]) || shadow[i - 1] == u(".") { i -= 1 }
    guard i < dash, i > 0 else { return nil }
    if shadow[i - 1] == 0x20 || shadow[i - 1] == 0xA0 { i -= 1 }
    let lettersEnd = i
    while i > 0, lettersEnd - i < 8,
      (shadow[i - 1] >= 0x41 && shadow[i - 1] <= 0x5A) || shadow[i - 1] == u("/")
    {
      i -= 1
    }
    guard lettersEnd - i >= 2, i + 1 < lettersEnd else { return nil }
    let pair = (shadow[i], shadow[i + 1])
    let isKnown =
      pair == (u("G"), u("B")) || pair == (u("J"), u("Y")) || pair == (u("Y"), u("D"))
      || pair == (u("D"), u("B"))
    return isKnown ? TextSpan(i, end) : nil
  }
}
