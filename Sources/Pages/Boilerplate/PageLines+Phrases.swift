import HanText

/// The tables that lines are read by, asked for once a page.
final class LineRules: Sendable {
  static let standard = LineRules()

  let phrases = BoilerplatePhrases.standard
  let walls = WallGrammar.standard
  let closing = ClosingWords.standard
  let lanes = LineCensus.Lanes()

  private init() {}
}

extension PageLines {
  /// What the phrases of a line announce; the kind that ends articles counts before others.
  ///
  /// - Parameter date: the first full date printed in it.
  func phrase(
    of line: Line, date: PageDate?, _ rules: LineRules
  ) -> BoilerplatePhrases.Kind? {
    let phrases = rules.phrases
    let start = firstWord(line.range)
    var best: BoilerplatePhrases.Kind?
    if start < line.range.upperBound, let found = phrases.match(in: shadow, at: start),
      opens(line, from: start, length: found.length, found.kind, found.place)
    {
      best = found.kind
    }
    best = BoilerplatePhrases.Kind.stronger(best, strongestInside(line, phrases))
    if best == nil, isClockOrAge(line) || isToolBar(line, phrases) { best = .bar }
    if best == nil || best == .nav, isBreadcrumb(line) { best = .nav }
    if best == nil, let date {
      // A date with little beside it: 2019-09-07 09:25:09, 2019-09-06. 2019年9月7日 alone signs a notice.
      let isNumeric = shadow[date.span.start..<date.span.end].allSatisfy { !ScalarKind.isHan($0) }
      if line.sentenceEnds == 0,
        line.wordsBesideDates <= (date.time != nil ? 16 : isNumeric ? 4 : -1)
      {
        best = .meta
      }
    }
    if best == nil { best = composedWall(line, rules.walls) ?? closingKind(line, rules.closing) }
    if best == nil, isLabelledCount(line) || isPaperRow(line) { best = .zone }
    // A clause of a law may speak of rights: 第五条 未经许可复制作品的….
    if best == .legal || best == .promo, line.isSentence, opensClause(line.range) { best = nil }
    return best
  }

  /// What phrases inside a line announce; in a long one only its ends can announce anything.
  private func strongestInside(
    _ line: Line, _ phrases: BoilerplatePhrases
  ) -> BoilerplatePhrases.Kind? {
    let isLong = line.visible > BoilerplatePhrases.anyLimit
    let isShort = line.visible <= BoilerplatePhrases.shortLimit
    let allowsBars = line.sentenceEnds == 0
    let isNotice =
      line.sentenceEnds == 0 && line.commas == 0
      && (line.digits > 0 || line.bars > 0 || line.visible <= 12)
    return shadow.withUnsafeBufferPointer { shadow in
      func strongest(_ range: Range<Int>) -> BoilerplatePhrases.Kind? {
        phrases.strongest(
          in: shadow, range, isLong: isLong, isShort: isShort, allowsBars: allowsBars,
          isNotice: isNotice)
      }
      guard isLong else { return strongest(line.range) }
      return BoilerplatePhrases.Kind.stronger(
        strongest(line.range.prefix(24)), strongest(line.range.suffix(60)))
    }
  }

  /// 第五条, （三）, 二、: the number of a clause.
  private func opensClause(_ range: Range<Int>) -> Bool {
    var rest = shadow[range]
    let isBracketed = rest.first == u("（") || rest.first == u("(")
    if isBracketed || rest.first == u("第") { rest = rest.dropFirst() }
    let number = rest.prefix { ScalarKind.isDigit($0) || PageLines.numerals.contains($0) }
    guard !number.isEmpty, number.count <= 6, let mark = rest.dropFirst(number.count).first else {
      return false
    }
    if shadow[range.lowerBound] == u("第") { return mark == u("条") || mark == u("款") }
    return isBracketed ? mark == u("）") || mark == u(")") : mark == u("、")
  }

  /// Chinese numerals of clauses.
  static let numerals = Set("一二三四五六七八九十百零〇".unicodeScalars.map(\.value))

  /// 资料点阅次数：2451: a label of a few characters and a count, nothing else.
  private func isLabelledCount(_ line: Line) -> Bool {
    guard line.visible <= 20, line.digits > 0, line.han >= 2, line.han + line.digits == line.words
    else { return false }
    var i = line.range.lowerBound
    while i < line.range.upperBound, shadow[i] != u("："), shadow[i] != u(":") { i += 1 }
    return i < line.range.upperBound - 1
      && shadow[i..<line.range.upperBound].allSatisfy {
        !ScalarKind.isWord($0) || ScalarKind.isDigit($0) || $0 == u("次")
      }
  }

  /// A row of the table that offices set above a paper: 索 引 号 | 000014349/2025-00132.
  private func isPaperRow(_ line: Line) -> Bool {
    guard line.role == .tableRow, line.visible <= 160, line.sentenceEnds == 0 else { return false }
    let cell = shadow[line.range].prefix { $0 != 0x09 }
    guard cell.endIndex < line.range.upperBound, cell.count <= 12 else { return false }
    return PageLines.paperLabels.contains(cell.filter(ScalarKind.isWord))
  }

  /// What such tables tell (《政府信息公开目录系统实施指引》, and labels that sites put beside those).
  private static let paperLabels = Set(
    [
      "索引号", "信息索引", "信息索引号", "信息名称", "名称", "标题", "发文机关", "发文单位", "制发机关", "发布机构", "公开机构",
      "发布单位", "公开单位", "责任单位", "发文字号", "文号", "文件编号", "统一编号", "登记号", "成文日期", "生成日期", "印发日期",
      "发文日期", "发布日期", "公开日期", "发布时间", "公开时间", "生效日期", "实施日期", "废止日期", "主题分类", "主题词", "关键词",
      "信息类别", "信息分类", "组配分类", "体裁分类", "服务对象", "公开方式", "公开范围", "公开类别", "公开时限", "有效性",
      "效力状态", "时效", "信息来源",
    ].map { Scalars($0) })

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
    if place == .paired || place == .address { return false }
    let isLimited = kind != .legal && kind != .promo
    if isLimited, line.visible > 2 * BoilerplatePhrases.shortLimit { return false }
    guard next < end else { return place != .colon }
    let mark = shadow[next]
    // Behind the label of a credit stand names: 一审：王小明, not 一审：判处…，二审：驳回上诉.
    if kind == .credit || kind == .comment, line.visible >= 30, line.isSentence || line.commas > 0 {
      return false
    }
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
    var words = 0
    var i = line.range.lowerBound
    while i < line.range.upperBound {
      let start = i
      var hasHan = false
      while i < line.range.upperBound, isInItem(shadow[i]) {
        if ScalarKind.isHan(shadow[i]), shadow[i] != u("万") { hasHan = true }
        i += 1
      }
      guard i > start else {
        i += 1
        continue
      }
      words += 1
      guard hasHan else { continue }
      guard let found = phrases.match(in: shadow, at: start), found.length == i - start,
        found.kind != .zone, found.place != .any
      else { return false }
    }
    return words > 1
  }

  /// Whether a scalar stands inside the items of a tool bar: 1.6万, 99+.
  private func isInItem(_ c: UInt32) -> Bool {
    ScalarKind.isWord(c) || c == u(".") || c == u("+")
  }

  /// 08:12, 今天08:12, 14小时前, 昨天: the age of a comment or of a link.
  private func isClockOrAge(_ line: Line) -> Bool {
    guard line.visible <= 12, line.digits > 0 || line.visible <= 3 else { return false }
    // Neither end of a line is blank.
    let first = shadow[line.range.lowerBound]
    guard
      first == u("今") || first == u("昨") || first == u("前")
        || shadow[line.range.upperBound - 1] == u("前") || shadow[line.range].contains(u(":"))
    else { return false }
    let s = shadow[line.range].filter { !ScalarKind.isBlank($0) }
    let isAge =
      s.count >= 3 && s.last == u("前") && s.first.map(ScalarKind.isDigit) == true
      && s.allSatisfy(isInAge)
    if isAge { return true }
    var clock = s[...]
    if clock.count >= 2, clock[clock.startIndex + 1] == u("天"),
      let first = clock.first, first == u("今") || first == u("昨") || first == u("前")
    {
      clock = clock.dropFirst(2)
      if clock.isEmpty { return true }
    }
    return clock.count >= 4 && clock.contains(u(":"))
      && clock.allSatisfy { ScalarKind.isDigit($0) || $0 == u(":") || $0 == u("-") }
  }

  /// Digits and the characters of 14小时前, 3个月前.
  private func isInAge(_ c: UInt32) -> Bool {
    switch c {
    case u("前"), u("小"), u("时"), u("分"), u("钟"), u("天"), u("秒"), u("周"), u("月"), u("个"), u("年"):
      return true
    default: return ScalarKind.isDigit(c)
    }
  }

  /// 首页 > 要闻 > 正文, also with the arrows lost to `?`: short items between arrows.
  private func isBreadcrumb(_ line: Line) -> Bool {
    guard line.visible <= 45, line.han * 2 >= line.words, line.han >= 4, line.commas == 0,
      line.arrows + line.sentenceEnds > 0
    else { return false }
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
    guard arrows > 0, marks == 0 else { return false }
    // The arrow of a link (点击查看>>) stands at the end, that of a path between words.
    var i = range.upperBound - 1
    while i > range.lowerBound, !ScalarKind.isWord(shadow[i]) { i -= 1 }
    let isInside = shadow[range.lowerBound..<i].contains {
      $0 == u(">") || $0 == u("›") || $0 == u("»") || $0 == u("?")
    }
    return isInside && line.visible <= 15 * (arrows + 1)
  }
}
