import HanText

/// Reads dates, periods and times: absolute, partial and relative ones, ranges, open intervals.
///
/// - Source: the contract's Dates; the forms of GB/T 7408 and of news usage in three regions.
struct DateReader {
  let text: Scalars
  let lexicon: FigureLexicon
  let numerals: NumeralReader
  let region: Region
  let anchor: CivilDate?
  var resolver: DateResolver

  /// What was read at an offset.
  struct Reading {
    var start: Int
    var end: Int
    var value: DateValue?
    /// Neither a date nor a figure: 每周三, 8:30 alone, 90后.
    var isRejected = false
  }

  init(
    text: Scalars, lexicon: FigureLexicon, numerals: NumeralReader, region: Region,
    anchor: CivilDate?
  ) {
    self.text = text
    self.lexicon = lexicon
    self.numerals = numerals
    self.region = region
    self.anchor = anchor
    resolver = DateResolver(
      anchor: anchor, isTaiwan: region == .tw, isHongKong: region == .hk)
  }

  /// The scalar at an offset, or 0 outside the text.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  /// Forgets the year that the sentence before named.
  mutating func beginSentence() {
    resolver.contextYear = nil
    resolver.contextDay = nil
    resolver.contextValue = nil
  }

  /// Reads the date that starts at `i`.
  ///
  /// - Parameters:
  ///   - i: offset of a digit or of the first scalar of a date word.
  ///   - floor: where the last mention or name ends.
  ///   - limit: the end of the sentence or of the stretch outside names.
  /// - Returns: `nil` if no date starts here.
  /// - Complexity: O(length of the date).
  mutating func read(at i: Int, floor: Int, limit: Int) -> Reading? {
    if NumeralScalar.arabic(at(i)) >= 0 {
      if !digitsCanOpen(i) { return nil }
    } else if !NumeralScalar.isNumeral(at(i)), !wordCanOpen(i, limit: limit) {
      return nil
    }
    if !canOpen(at(i), before: at(i + 1)) || isInsideWord(i, floor: floor) { return nil }
    if let old = readBeforeChrist(at: i, limit: limit) { return old }
    if let plan = readPlan(at: i, limit: limit) { return plan }
    if let age = readDecade(at: i, floor: floor, limit: limit) { return age }
    if let span = readSpanOfYears(at: i, floor: floor, limit: limit) { return span }
    if let since = readDistance(at: i, floor: floor, limit: limit) { return since }
    guard let first = parsePoint(at: i, limit: limit) else { return nil }
    if first.isOpen, first.level == 4 { return nil }
    return finish(first, start: i, floor: floor, limit: limit)
  }

  /// A first look at a scalar that is no numeral: one of the date words, or what the rest reads.
  private func wordCanOpen(_ i: Int, limit: Int) -> Bool {
    let next = at(i + 1)
    if next == u("（") || next == 0x28 { return true }
    switch at(i) {
    case u("前"), u("首"), u("头"), u("第"):
      if NumeralScalar.isNumeral(next) || next == 0x20 || next == u("季") { return true }
    case u("周"), u("星"), u("礼"):
      if weekWord(at: i) != nil { return true }
    case u("公"): if next == u("元") { return true }
    case u("元"): if next == u("月") { return true }
    case u("同"), u("次"), u("翌"): if next == u("年") { return true }
    case u("本"), u("上"), u("下"), u("今"), u("去"), u("明"):
      switch next {
      case u("学"), u("财"), u("世"), u("个"), u("一"), u("（"), 0x28: return true
      default: break
      }
    case u("“"), u("「"), u("『"), 0x22: return NumeralScalar.han(next) >= 0 || next == u("十")
    case 0x51, 0x71: return NumeralScalar.arabic(next) >= 0
    default: break
    }
    return lexicon.dateForms.longest(text, at: i, limit: limit) != nil
  }

  /// A first look at what follows a run of digits, which spares most amounts the rest.
  private func digitsCanOpen(_ i: Int) -> Bool {
    var p = i + 1
    while p - i < 10, NumeralScalar.arabic(at(p)) >= 0 { p += 1 }
    if p - i == 8 { return true }
    if at(p) == 0x20 { p += 1 }
    switch at(p) {
    case u("年"), u("月"), u("日"), u("号"), u("时"), u("点"), u("季"), u("世"), u("个"), u("天"),
      u("周"), u("星"), u("礼"), u("学"), u("财"), u("至"), u("到"), u("多"), u("余"), u("来"),
      u("几"), u("十"), u("："), u("半"), 0x2D, 0x2F, 0x2E, 0x3A, 0x54, 0x7E, 0x301C, 0x223C,
      0xFF5E, 0xFF0D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500:
      return true
    default: return NumeralScalar.arabic(at(p)) >= 0
    }
  }

  /// A first look at two scalars that spares most Chinese digits (一个, 三方) the rest.
  private func canOpen(_ c: UInt32, before next: UInt32) -> Bool {
    if NumeralScalar.arabic(c) >= 0 { return true }
    guard NumeralScalar.han(c) >= 0 || NumeralScalar.small(c) > 0 || NumeralScalar.big(c) > 0 else {
      return true
    }
    switch next {
    case u("年"), u("月"), u("日"), u("号"), u("点"), u("时"), u("季"), u("世"), u("个"), u("天"),
      u("周"), u("星"), u("礼"), u("几"), u("多"), u("余"), u("来"), u("至"), u("到"), u(" "), u("-"),
      u("—"), u("~"), u("–"):
      return true
    default: return NumeralScalar.isNumeral(next)
    }
  }

  /// Whether a digit here goes on a word, number or code before it.
  private func isInsideWord(_ i: Int, floor: Int) -> Bool {
    guard i > floor else { return false }
    let c = at(i)
    let before = at(i - 1)
    if NumeralScalar.arabic(c) >= 0 {
      if NumeralScalar.arabic(before) >= 0 || ScalarClass.isLatinLetter(before) { return true }
      if before == 0x2E, isListNumber(endingAt: i - 1, floor: floor) { return false }
      if before == 0x2E || before == 0x2C || before == 0x2D || before == 0x2F || before == 0x3A,
        NumeralScalar.arabic(at(i - 2)) >= 0 || ScalarClass.isLatinLetter(at(i - 2))
      {
        return true
      }
      if before == u("〕") || before == u("]") || before == u("】") { return true }
      return before == 0x24 || before == 0xFFE5 || before == 0xA5
    }
    // 学年中一派位
    if c == u("年"), before == u("学") { return true }
    if NumeralScalar.han(c) >= 0 || NumeralScalar.small(c) > 0 {
      return NumeralScalar.isNumeral(before) || before == u("第") || before == u("点")
    }
    return false
  }

  /// Whether the point at `i` closes the number of a list item (1.3月20日前).
  private func isListNumber(endingAt i: Int, floor: Int) -> Bool {
    var p = i
    while p > floor, i - p < 2, NumeralScalar.arabic(at(p - 1)) >= 0 { p -= 1 }
    return p < i && (p == 0 || ScalarClass.isLineEnd(at(p - 1)))
  }

  /// Ranges, what stands behind, and the value.
  private mutating func finish(
    _ first: DateParse, start: Int, floor: Int, limit: Int
  ) -> Reading? {
    var first = first
    // 年末 of a communiqué: of the year it is about.
    if first.year == nil, first.part == .endOfYear, at(start) == u("年"), at(start + 1) == u("末"),
      let year = resolver.documentYear
    {
      first.year = .absolute(year)
    }
    var reading = Reading(start: start, end: first.end, value: nil)
    reading.isRejected = isRepeated(start, floor: floor)
    if let (second, end) = readSecond(after: first, limit: limit) {
      var a = first
      if first.isOpen { a = completeOpen(first, from: second) }
      let b = second.inheriting(a)
      // 周一至周五: every week's.
      if isBareWeekday(a, at: start), isBareWeekday(b, at: start) { reading.isRejected = true }
      reading.end = end
      reading.value = interval(a, b)
      remember(a)
    } else {
      if first.isOpen || !stands(first, start: start, floor: floor, limit: limit) { return nil }
      reading.value = resolver.resolve(first)
      readSamePeriod(&reading, first)
      readRepeated(&reading, first, limit: limit)
      // 12月31日前 lies ahead.
      if first.year == nil, first.month != nil, at(first.end) == u("前"), let anchor,
        let end = reading.value?.end, end.last.daysSinceEpoch < anchor.daysSinceEpoch,
        resolver.contextYear == nil
      {
        var next = first
        next.year = .absolute(end.year + 1)
        reading.value = resolver.resolve(next)
      }
      remember(first)
    }
    if !reading.isRejected, let point = reading.value?.end, let month = point.month,
      let day = point.day
    {
      resolver.contextDay = CivilDate(year: point.year, month: month, day: day)
    }
    if !reading.isRejected { readSuffix(&reading, floor: floor, limit: limit) }
    return reading
  }

  /// 去年同期, 上年同月: the period the sentence speaks of, in the year named.
  private func readSamePeriod(_ reading: inout Reading, _ first: DateParse) {
    guard first.year != nil, first.level == 0, first.month == nil, first.part == nil,
      at(first.end) == u("同")
    else { return }
    let kind = at(first.end + 1)
    guard kind == u("期") || kind == u("月") || kind == u("季") else { return }
    reading.end = first.end + 2
    if kind == u("季"), at(reading.end) == u("度") { reading.end += 1 }
    guard let year = reading.value?.start?.year, var same = resolver.contextValue,
      let end = same.end, end.day == nil
    else { return }
    let shift = end.year - year
    same.end?.year -= shift
    if let start = same.start { same.start?.year = start.year - shift }
    if same.isValid { reading.value = same }
  }

  /// 今日（三月十二日）: the day said again in brackets.
  private func readRepeated(_ reading: inout Reading, _ first: DateParse, limit: Int) {
    guard first.dayOffset != nil || first.weekday != nil && first.day == nil,
      at(reading.end) == u("（") || at(reading.end) == 0x28,
      let again = parsePoint(at: reading.end + 1, limit: limit), again.day != nil,
      again.hour == nil,
      at(again.end) == u("）") || at(again.end) == 0x29, again.end < limit
    else { return }
    reading.end = again.end + 1
    if first.hour == nil, let value = resolver.resolve(again) { reading.value = value }
  }

  private func isBareWeekday(_ parse: DateParse, at start: Int) -> Bool {
    parse.weekday != nil && parse.weekOffset == 0 && weekWord(at: start) != nil
  }

  /// Keeps an explicit year for the months and days that follow in the sentence.
  private mutating func remember(_ parse: DateParse) {
    if parse.year != nil, !parse.isAnaphoric, let year = resolver.explicitYear(parse) {
      resolver.contextYear = year
      resolver.documentYear = year
      if parse.month != nil { resolver.monthYear = year }
    }
    if !parse.isAnaphoric, let value = resolver.resolve(parse) { resolver.contextValue = value }
  }

  /// 每年3月, 每周三, 逢5日: no date of their own.
  private func isRepeated(_ start: Int, floor: Int) -> Bool {
    guard start > floor else { return false }
    let a = at(start - 1)
    if a == u("每") || a == u("逢") { return true }
    return (a == u("年") || a == u("月") || a == u("周") || a == u("天") || a == u("日"))
      && at(start - 2) == u("每")
  }

  /// The second end of a range, behind 至, 到 or a dash; with 和 only before 间.
  private func readSecond(after first: DateParse, limit: Int) -> (DateParse, Int)? {
    var p = first.end
    if at(p) == 0x20 { p += 1 }
    if at(p) == u("起") || at(p) == u("开"), at(p + 1) == u("至") || at(p + 1) == u("到") { p += 1 }
    var isAnd = false
    switch at(p) {
    case u("至"), u("到"), 0x7E, 0x301C, 0x223C, 0xFF5E: p += 1
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500:
      p += 1
      while at(p) == 0x2D || at(p) == 0x2014 || at(p) == 0x2013 { p += 1 }
    case u("和"), u("与"):
      p += 1
      isAnd = true
    default: return nil
    }
    if at(p) == 0x20 { p += 1 }
    // 8月至次年2月
    let isNextYear = (at(p) == u("次") || at(p) == u("翌")) && at(p + 1) == u("年")
    if isNextYear { p += 2 }
    guard p < limit, var second = parsePoint(at: p, limit: limit), !second.isOpen else {
      return nil
    }
    if second.level < first.level, !first.isOpen { return nil }
    if second.level == 4 { return nil }
    second.isNextYear = isNextYear
    if isAnd {
      if at(second.end) == u("间") {
        second.end += 1
      } else if at(second.end) == u("之"), at(second.end + 1) == u("间") {
        second.end += 2
      } else {
        return nil
      }
    }
    return (second, second.end)
  }

  /// Gives the number before a dash the unit of the one behind it: 1-2月, 1985到89年9月.
  private func completeOpen(_ first: DateParse, from second: DateParse) -> DateParse {
    var out = first
    out.isOpen = false
    if out.dayPart == nil { out.dayPart = second.dayPart }
    return out
  }

  /// The interval from the first of one to the last of the other.
  private func interval(_ a: DateParse, _ b: DateParse) -> DateValue? {
    guard let from = resolver.resolve(a), let start = from.start else { return nil }
    var last = b
    if b.year == nil || b.isNextYear, b.month != nil || b.part != nil {
      last.year = .absolute(b.isNextYear ? start.year + 1 : start.year)
    }
    guard var to = resolver.resolve(last) else { return nil }
    if b.year == nil, b.month != nil, let end = to.end,
      start.first.daysSinceEpoch > end.last.daysSinceEpoch
    {
      // 8月至2月 ends in the next year.
      last.year = .absolute(start.year + 1)
      guard let next = resolver.resolve(last) else { return nil }
      to = next
    }
    let value = DateValue(from: matched(start, to.end), to: to.end)
    return value.isValid ? value : nil
  }

  /// The start as fine as the end: 2014年11月到下个月9号 runs from the first of November.
  private func matched(_ start: DatePoint?, _ end: DatePoint?) -> DatePoint? {
    guard var point = start, let end else { return start }
    if end.month != nil, point.month == nil { point.month = 1 }
    if end.day != nil, point.day == nil { point.day = 1 }
    return point
  }

  /// 以来 opens the interval; 左右 and 期间 belong to the text; 起 and 前 stay outside.
  private func readSuffix(_ reading: inout Reading, floor: Int, limit: Int) {
    let p = reading.end
    let a = at(p)
    let b = at(p + 1)
    guard p < limit else { return }
    if a == u("以") && b == u("来") {
      open(&reading, end: p + 2, isStart: true)
    } else if a == u("期"), b == u("间") {
      reading.end = p + 2
    } else if a == u("左"), b == u("右") {
      reading.end = p + 2
    } else if a == u("来"), isSince(before: reading.start, floor: floor) {
      open(&reading, end: p + 1, isStart: true)
    }
    if reading.end > limit { reading.end = limit }
  }

  private func isSince(before start: Int, floor: Int) -> Bool {
    start > floor && (at(start - 1) == u("自") || at(start - 1) == u("从"))
  }

  private func open(_ reading: inout Reading, end: Int, isStart: Bool) {
    reading.end = end
    guard let value = reading.value else { return }
    reading.value =
      isStart
      ? DateValue(from: value.start, to: nil) : DateValue(from: nil, to: value.end)
  }
}
