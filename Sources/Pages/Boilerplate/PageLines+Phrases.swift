import HanText

extension PageLines {
  /// Finds what the phrases of a line announce; the kind that ends articles counts before others.
  func readPhrase(_ line: inout Line, _ phrases: BoilerplatePhrases) {
    let start = firstWord(line.range)
    var best: BoilerplatePhrases.Kind?
    func take(_ kind: BoilerplatePhrases.Kind) {
      if best.map({ kind.rawValue < $0.rawValue }) ?? true { best = kind }
    }
    if start < line.range.upperBound, let found = phrases.match(in: shadow, at: start),
      opens(line, from: start, length: found.length, found.kind, found.place)
    {
      take(found.kind)
    }
    // In a long line only its ends can announce anything.
    let head = line.range.prefix(24)
    let tail = line.range.suffix(60)
    let isLong = line.visible > BoilerplatePhrases.anyLimit
    for part in isLong ? [head, tail] : [line.range] {
      for i in part {
        guard let found = phrases.match(in: shadow, at: i) else { continue }
        switch found.place {
        case .any:
          if !isLong || found.kind == .legal { take(found.kind) }
        case .short:
          if line.visible <= BoilerplatePhrases.shortLimit,
            found.kind != .bar || line.sentenceEnds == 0
          {
            take(found.kind)
          }
        case .label, .colon, .whole: break
        }
      }
    }
    if best == nil, isClockOrAge(line) || isToolBar(line, phrases) { best = .bar }
    if best == nil || best == .nav, isBreadcrumb(line) { best = .nav }
    if best == nil, let date = line.dates.first {
      // A date with little beside it: 2019-09-07 09:25:09, 2019-09-06. 2019年9月7日 alone signs a notice.
      let isNumeric = shadow[date.span.start..<date.span.end].allSatisfy { !ScalarKind.isHan($0) }
      if line.sentenceEnds == 0,
        line.wordsBesideDates <= (date.time != nil ? 16 : isNumeric ? 4 : -1)
      {
        best = .meta
      }
    }
    line.phrase = best
  }

  /// The first scalar of a word in a range, past bullets, brackets and icons.
  private func firstWord(_ range: Range<Int>) -> Int {
    var i = range.lowerBound
    while i < range.upperBound, !ScalarKind.isWord(shadow[i]) { i += 1 }
    return i
  }

  /// Whether a phrase at the head of a line is its label: 相关新闻, 责任编辑：张三, 评论（191）, not
  /// 相关报道称 or 编辑部决定.
  private func opens(
    _ line: Line, from start: Int, length: Int, _ kind: BoilerplatePhrases.Kind,
    _ place: BoilerplatePhrases.Place
  ) -> Bool {
    let end = line.range.upperBound
    let next = start + length
    let isLimited = kind != .legal && kind != .promo
    if isLimited, line.visible > 2 * BoilerplatePhrases.shortLimit { return false }
    guard next < end else { return place != .colon }
    let mark = shadow[next]
    if mark == u("：") || mark == u(":") || mark == u("|") || mark == u("｜") || mark == u("丨") {
      return place != .whole
    }
    if place == .whole || place == .label {
      // Nothing but signs and counts behind it.
      let rest = shadow[next..<end]
      if rest.allSatisfy({ !ScalarKind.isWord($0) || ScalarKind.isDigit($0) }) { return true }
    }
    guard place == .label || place == .short, line.visible <= 30, line.sentenceEnds == 0
    else { return false }
    switch mark {
    case u(">"), u("》"), u("】"), u("]"), u("）"), u(")"), u("»"), u("/"), u("·"): return true
    case 0x20, 0x3000, 0xA0, 0x09: return kind != .zone
    default: return false
    }
  }

  /// 阅读 1.6万 评论 12 分享, 收藏 | 保存 | 打印: nothing but the words of tool bars, and counts.
  private func isToolBar(_ line: Line, _ phrases: BoilerplatePhrases) -> Bool {
    guard line.visible <= 40, line.sentenceEnds == 0, line.commas == 0, line.han > 0 else {
      return false
    }
    let words = shadow[line.range].split { !ScalarKind.isWord($0) && $0 != u(".") && $0 != u("+") }
    guard words.count > 1 else { return false }
    return words.allSatisfy { word in
      if word.allSatisfy({ !ScalarKind.isHan($0) || $0 == u("万") }) { return true }
      guard let found = phrases.match(in: shadow, at: word.startIndex) else { return false }
      return found.length == word.count && found.kind != .zone && found.place != .any
    }
  }

  /// 08:12, 今天08:12, 14小时前, 昨天: the age of a comment or of a link.
  private func isClockOrAge(_ line: Line) -> Bool {
    guard line.visible <= 12, line.digits > 0 || line.visible <= 3 else { return false }
    let s = shadow[line.range].filter { !ScalarKind.isBlank($0) }
    let isAge =
      s.count >= 3 && s.last == u("前") && s.first.map(ScalarKind.isDigit) == true
      && s.allSatisfy {
        ScalarKind.isDigit($0)
          || [
            u("前"), u("小"), u("时"), u("分"), u("钟"), u("天"), u("秒"), u("周"), u("月"), u("个"), u("年"),
          ]
          .contains($0)
      }
    if isAge { return true }
    var clock = s[...]
    for word in ["今天", "昨天", "前天"] where clock.starts(with: word.unicodeScalars.map(\.value)) {
      clock = clock.dropFirst(2)
      if clock.isEmpty { return true }
    }
    return clock.count >= 4 && clock.contains(u(":"))
      && clock.allSatisfy { ScalarKind.isDigit($0) || $0 == u(":") || $0 == u("-") }
  }

  /// 首页 > 要闻 > 正文, also with the arrows lost to `?`: short items between arrows.
  private func isBreadcrumb(_ line: Line) -> Bool {
    guard line.visible <= 45, line.han * 2 >= line.words, line.han >= 4 else { return false }
    var arrows = line.arrows
    var marks = line.sentenceEnds
    let range = line.range
    for i in range where shadow[i] == u("?") {
      guard i > range.lowerBound, i + 1 < range.upperBound, ScalarKind.isBlank(shadow[i - 1]),
        ScalarKind.isBlank(shadow[i + 1])
      else { continue }
      arrows += 1
      marks -= 1
    }
    guard arrows > 0, marks == 0, line.commas == 0 else { return false }
    // The arrow of a link (点击查看>>) stands at the end, that of a path between words.
    var i = range.upperBound - 1
    while i > range.lowerBound, !ScalarKind.isWord(shadow[i]) { i -= 1 }
    let isInside = shadow[range.lowerBound..<i].contains {
      $0 == u(">") || $0 == u("›") || $0 == u("»") || $0 == u("?")
    }
    return isInside && line.visible <= 15 * (arrows + 1)
  }
}
