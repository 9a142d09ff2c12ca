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
  /// The dates before, from which 同年 and 当天 are told.
  var told = ToldDates()

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
    told.beginSentence()
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
    // Before Christ, and the plans of five years, which no digit opens.
    if NumeralScalar.arabic(at(i)) < 0 {
      if let old = readBeforeChrist(at: i, limit: limit) { return old }
      if let plan = readPlan(at: i, limit: limit) { return plan }
    }
    if let age = readDecade(at: i, floor: floor, limit: limit) { return age }
    if let span = readSpanOfYears(at: i, floor: floor, limit: limit) { return span }
    if let since = readDistance(at: i, floor: floor, limit: limit) { return since }
    if let lunar = readLunar(at: i, limit: limit) { return lunar }
    if let years = readListedYears(at: i, limit: limit) {
      told.tell(years.value)
      return years
    }
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
    case u("本"), u("上"), u("下"), u("今"), u("去"), u("明"):
      switch next {
      case u("学"), u("财"), u("世"), u("个"), u("一"): return true
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
      u("几"), u("十"), u("："), u("半"), u("、"), 0x2D, 0x2F, 0x2E, 0x3A, 0x54, 0x7E, 0x301C, 0x223C,
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
      u("周"), u("星"), u("礼"), u("几"), u("多"), u("余"), u("来"), u("至"), u("到"), u("、"), u(" "),
      u("-"), u("—"), u("~"), u("–"):
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
    if first.year == .relative(0), first.part == .endOfYear, at(start) == u("年"),
      at(start + 1) == u("末"), let year = resolver.reportYear
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
      if first.isOpen {
        // 3、6、9月: each a date of its own.
        guard at(first.end) == u("、"), let list = readList(after: first, limit: limit) else {
          return nil
        }
        first.isOpen = false
        // The last one's place on the calendar tells the year of all.
        if first.year == nil, let year = resolver.resolve(list.last)?.end?.year {
          first.year = .absolute(year)
        }
      } else if !stands(first, start: start, floor: floor, limit: limit) {
        return nil
      }
      reading.value = resolver.resolve(first)
      readSamePeriod(&reading, first)
      readRepeated(&reading, first, limit: limit)
      // 12月31日前 lies ahead, unless it has just gone by.
      if first.year == nil, first.month != nil, at(first.end) == u("前"), let anchor,
        let end = reading.value?.end, anchor.daysSinceEpoch - end.last.daysSinceEpoch > 60,
        resolver.contextYear == nil
      {
        var next = first
        next.year = .absolute(end.year + 1)
        reading.value = resolver.resolve(next)
      }
      followRange(&reading, first, floor: floor)
      readAccountPeriod(&reading, limit: limit)
      remember(first)
    }
    if reading.isRejected { return reading }
    // 较七月下降: what the sentence compares with is not what it tells of.
    if at(start - 1) != u("较"), at(start - 1) != u("比") { told.tell(reading.value) }
    if let point = reading.value?.end, let month = point.month, let day = point.day {
      resolver.contextDay = CivilDate(year: point.year, month: month, day: day)
    }
    readSuffix(&reading, floor: floor, limit: limit)
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
    guard first.hour == nil else { return }
    // 昨日（五日）下午三时
    var timed = again
    timed.end = reading.end
    parseTime(&timed, limit: limit)
    if timed.isOpen || timed.hour == nil && timed.dayPart == nil { timed = again }
    if let value = resolver.resolve(timed) { reading.value = value }
    reading.end = max(reading.end, timed.end)
  }

  /// 由4月1日起，至9月30日止: the second end lies behind the first.
  private func followRange(_ reading: inout Reading, _ parse: DateParse, floor: Int) {
    guard parse.year == nil, parse.month != nil, let start = resolver.contextDay,
      at(reading.start - 1) == u("至") || at(reading.start - 1) == u("到"),
      reading.start - floor <= 4, let end = reading.value?.end,
      end.last.daysSinceEpoch < start.daysSinceEpoch
    else { return }
    var next = parse
    next.year = .absolute(end.year + 1)
    reading.value = resolver.resolve(next) ?? reading.value
  }

  private func isBareWeekday(_ parse: DateParse, at start: Int) -> Bool {
    parse.weekday != nil && parse.weekOffset == 0 && weekWord(at: start) != nil
  }

  /// Keeps an explicit year for the months and days that follow in the sentence.
  private mutating func remember(_ parse: DateParse) {
    if parse.year != nil, !parse.isAnaphoric, let year = resolver.explicitYear(parse) {
      resolver.contextYear = year
      resolver.documentYear = year
      if let anchor, case .absolute = parse.year, year == anchor.year - 1 {
        resolver.namesLastYear = true
      }
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
}
