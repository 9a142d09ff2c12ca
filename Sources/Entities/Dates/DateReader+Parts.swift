import HanText

/// What stands below the year: halves, quarters, months, weeks, days.
extension DateReader {
  /// Skips a space or 的 between the parts of a date.
  func joint(_ i: Int) -> Int {
    if at(i) == 0x20 { return i + 1 }
    return at(i) == u("的") ? i + 1 : i
  }

  /// Reads what follows a year: 上半年, 第三季度, 前两个月, 10月, 底, 度, 秋季.
  func parseInYear(_ parse: inout DateParse, limit: Int) {
    if parse.part != nil { return }
    let p = joint(parse.end)
    let hasDe = at(parse.end) == u("的")
    if let match = lexicon.dateForms.longest(text, at: p, limit: limit) {
      switch lexicon.dateCodes[match.value] {
      case .half(let n):
        parse.part = .half(n)
        parse.end = match.edge
        return
      case .season(let n):
        if match.edge - p == 1, hasDe || !isSeasonWord(p) { break }
        if at(match.edge) == u("学"), at(match.edge + 1) == u("期") {
          parse.part = n == 3 ? .term(1) : .season(n)
          parse.end = match.edge + 2
          if n == 1, case .absolute(let y) = parse.year {
            parse.year = .absolute(y - 1)
            parse.part = .term(2)
          }
          return
        }
        parse.part = .season(n)
        parse.end = match.edge
        return
      case .yearPart(let n) where !hasDe:
        setYearPart(&parse, n, end: match.edge)
        return
      default: break
      }
    }
    if !hasDe, at(p) == u("全"), at(p + 1) == u("年") {
      parse.end = p + 2
      return
    }
    switch at(p) {
    case u("初") where !hasDe && !isHanWord(p): setYearPart(&parse, 0, end: p + 1)
    case u("底") where !hasDe, u("末") where !hasDe: setYearPart(&parse, 2, end: p + 1)
    case u("中") where !hasDe && !ScalarClass.isHan(at(p + 1)): setYearPart(&parse, 1, end: p + 1)
    case u("度") where !hasDe: parse.end = p + 1
    case u("内") where !hasDe && !ScalarClass.isHan(at(p + 1)): parse.end = p + 1
    case u("份") where !hasDe: parse.end = p + 1
    default: parseCounted(&parse, at: p, limit: limit)
    }
  }

  private func isHanWord(_ p: Int) -> Bool {
    at(p) == u("初") && (at(p + 1) == u("中") || at(p + 1) == u("步") || at(p + 1) == u("级"))
  }

  /// Whether 春, 夏, 秋, 冬 alone is the season and not a word (春节, 秋招).
  private func isSeasonWord(_ p: Int) -> Bool {
    !ScalarClass.isHan(at(p + 1)) || at(p + 1) == u("，")
  }

  private func setYearPart(_ parse: inout DateParse, _ n: Int, end: Int) {
    parse.part = n == 0 ? .startOfYear : n == 1 ? .middleOfYear : .endOfYear
    parse.end = end
  }

  /// Reads quarters, the first or last months, the n-th week, and months.
  private func parseCounted(_ parse: inout DateParse, at p: Int, limit: Int) {
    if parseQuarter(&parse, at: p, limit: limit) { return }
    if parseLeading(&parse, at: p, limit: limit) { return }
    if at(p) == u("第"), let number = smallNumber(at: p + 1, limit: limit) {
      var q = number.end
      if at(q) == u("个") { q += 1 }
      if let weeks = weekWord(at: q) {
        parse.part = .week(number.value)
        parse.end = weeks
      } else if at(q) == u("月") {
        parse.part = .nthMonth(number.value)
        parse.end = q + 1
      } else if at(q) == u("天") {
        parse.part = .nthDay(number.value)
        parse.end = q + 1
      }
      return
    }
    parseMonth(&parse, at: p, limit: limit)
  }

  /// Reads 第三季度, 三季度, Q3, 首季, 前三季度.
  func parseQuarter(_ parse: inout DateParse, at i: Int, limit: Int) -> Bool {
    var p = i
    if at(p) == 0x51 || at(p) == 0x71 {
      let n = NumeralScalar.arabic(at(p + 1))
      guard n >= 1, n <= 4, NumeralScalar.arabic(at(p + 2)) < 0,
        !ScalarClass.isLatinLetter(at(p + 2)), !ScalarClass.isLatinLetter(at(p - 1))
      else { return false }
      p += 2
      if at(p) == u("季"), at(p + 1) == u("度") { p += 2 }
      parse.part = .quarter(n)
      parse.end = p
      return true
    }
    if at(p) == u("首"), at(p + 1) == u("季") {
      parse.part = .quarter(1)
      parse.end = at(p + 2) == u("度") ? p + 3 : p + 2
      return true
    }
    if at(p) == u("第") { p += 1 }
    guard let number = smallNumber(at: p, limit: limit), number.value >= 1, number.value <= 4 else {
      return false
    }
    if opensList(from: p, number, unit: u("季"), limit: limit) {
      parse.part = .quarter(number.value)
      parse.end = number.end
      parse.isOpen = true
      return true
    }
    guard at(number.end) == u("季") else { return false }
    var end = number.end + 1
    if at(end) == u("度") {
      end += 1
    } else if p == i && at(end) != u("报") && ScalarClass.isHan(at(end)) && parse.year == nil {
      return false
    }
    parse.part = .quarter(number.value)
    parse.end = end
    return true
  }

  /// Reads 前三季度, 前两个月, 最后4个月, 后三月, 头十天.
  func parseLeading(_ parse: inout DateParse, at i: Int, limit: Int) -> Bool {
    var p = i
    var isLast = false
    switch at(p) {
    case u("前"), u("首"), u("头"): p += 1
    case u("后"):
      p += 1
      isLast = true
    case u("最"):
      guard at(p + 1) == u("后") else { return false }
      p += 2
      isLast = true
    default: return false
    }
    if at(p) == 0x20 { p += 1 }
    guard let number = smallNumber(at: p, limit: limit), number.value > 0 else { return false }
    var q = number.end
    if at(q) == 0x20 { q += 1 }
    let hasGe = at(q) == u("个")
    if hasGe { q += 1 }
    if at(q) == u("季") {
      guard !isLast else { return false }
      parse.part = .firstQuarters(number.value)
      parse.end = at(q + 1) == u("度") ? q + 2 : q + 1
    } else if at(q) == u("月"), hasGe || parse.year != nil || at(i) == u("前") {
      parse.part = isLast ? .lastMonths(number.value) : .firstMonths(number.value)
      parse.end = at(q + 1) == u("份") ? q + 2 : q + 1
    } else if at(q) == u("天"), !isLast, parse.month != nil || parse.monthOffset != nil {
      parse.part = .firstDays(number.value)
      parse.end = q + 1
    } else {
      return false
    }
    return true
  }

  /// Reads N月 and what makes it open for a range.
  func parseMonth(_ parse: inout DateParse, at p: Int, limit: Int) {
    if at(p) == u("元"), at(p + 1) == u("月") {
      parse.month = 1
      parse.end = p + 2
      return
    }
    guard let number = smallNumber(at: p, limit: limit), (1...12).contains(number.value),
      number.end - p <= 2
    else { return }
    switch unitBehind(number.end, u("月"), limit: limit) {
    case .no:
      guard opensList(from: p, number, unit: u("月"), limit: limit) else { return }
      parse.month = number.value
      parse.end = number.end
      parse.isOpen = true
    case .here(let end):
      parse.month = number.value
      parse.end = at(end) == u("份") ? end + 1 : end
    case .shared:
      parse.month = number.value
      parse.end = number.end
      parse.isOpen = true
    }
  }

  /// Reads an expression that does not begin with a year: months, weeks, days, relative or not.
  func parseBelowYear(_ parse: inout DateParse, limit: Int) {
    let i = parse.end
    if parseBracketedDay(&parse, at: i, limit: limit) { return }
    if parseBracketedMonth(&parse, at: i, limit: limit) { return }
    if let match = lexicon.dateForms.longest(text, at: i, limit: limit) {
      parse.end = match.edge
      switch lexicon.dateCodes[match.value] {
      case .month(let n): parse.monthOffset = n
      case .week(let n):
        parse.weekOffset = n
        if let day = weekday(at(match.edge)), !NumeralScalar.isNumeral(at(match.edge + 1)) {
          parse.weekday = day
          parse.end = match.edge + 1
        } else if at(match.edge) == u("末") {
          parse.part = .weekend
          parse.end = match.edge + 1
        }
      case .weekend(let n):
        parse.weekOffset = n
        parse.part = .weekend
      case .day(let n): parse.dayOffset = n
      case .dayWithPart(let n, let part):
        parse.dayOffset = n
        parse.dayPart = part
      case .quarter(let n):
        parse.part = .quarterOffset(n)
        if at(parse.end) == u("末") || at(parse.end) == u("底") { endQuarter(&parse, n) }
      case .half(let n):
        parse.part = isBareHalf(i) ? .halfYearOffset(n == 1 ? -1 : 1) : .half(n)
        if isBareHalf(i), n == 1 { parse.part = .half(1) }
      case .halfMonth(let n):
        parse.monthOffset = 0
        parse.part = .halfOfMonth(n)
      case .season(let n) where match.edge - i > 1:
        // 秋季学期起: the term that lies nearest.
        guard at(match.edge) == u("学"), at(match.edge + 1) == u("期"), n == 1 || n == 3,
          let year = resolver.nearestYear(.season(n))
        else {
          parse.end = i
          break
        }
        parse.year = .absolute(n == 3 ? year : year - 1)
        parse.part = .term(n == 3 ? 1 : 2)
        parse.end = match.edge + 2
      case .yearPart(let n):
        parse.year = .relative(0)
        setYearPart(&parse, n, end: match.edge)
      case .monthPart(let n):
        parse.monthOffset = 0
        parse.part = n == 0 ? .startOfMonth : n == 1 ? .middleOfMonth : .endOfMonth
      case .tenDays(let n):
        parse.monthOffset = 0
        parse.part = .tenDays(n)
      case .ownMonth, .ownDay, .ownDayWithPart:
        parse.end = i
        parseToldDay(&parse, lexicon.dateCodes[match.value], end: match.edge)
      default: parse.end = i
      }
      if parse.end > i { return }
    }
    if parseQuarter(&parse, at: i, limit: limit) { return }
    if at(i) == u("前") || at(i) == u("首"), parseLeading(&parse, at: i, limit: limit) { return }
    parseMonth(&parse, at: i, limit: limit)
    if parse.month != nil { return }
    if parseWeekday(&parse, at: i) { return }
    parseDay(&parse, at: i, limit: limit)
  }

  /// Reads 今（10）日, 昨(9)日, as the papers of Taiwan and Hong Kong write it.
  private func parseBracketedDay(_ parse: inout DateParse, at i: Int, limit: Int) -> Bool {
    let offset: Int
    switch at(i) {
    case u("今"): offset = 0
    case u("昨"): offset = -1
    case u("明"): offset = 1
    case u("前"): offset = -2
    default: return false
    }
    guard let day = bracketedNumber(at: i + 1, limit: limit), (1...31).contains(day.value),
      at(day.end) == u("日") || at(day.end) == u("天") || at(day.end) == u("晚"), day.end < limit
    else { return false }
    if let anchor {
      // The day in brackets wins where page and article differ by a day.
      let near = (-2...2).first { anchor.adding(days: $0).day == day.value }
      parse.dayOffset = near ?? offset
    } else {
      parse.dayOffset = offset
    }
    if at(day.end) == u("晚") { parse.dayPart = .afternoon }
    parse.end = day.end + 1
    return true
  }

  /// Reads 上（2）月, 本（3）月: the month in brackets that lies nearest.
  private func parseBracketedMonth(_ parse: inout DateParse, at i: Int, limit: Int) -> Bool {
    let offset: Int
    switch at(i) {
    case u("本"), u("今"): offset = 0
    case u("上"): offset = -1
    case u("下"): offset = 1
    default: return false
    }
    guard let month = bracketedNumber(at: i + 1, limit: limit), (1...12).contains(month.value),
      at(month.end) == u("月"), month.end < limit
    else { return false }
    let near = anchor.flatMap { anchor in
      [offset, offset - 1, offset + 1].first {
        anchor.firstOfMonth(adding: $0).month == month.value
      }
    }
    parse.monthOffset = near ?? offset
    parse.end = month.end + 1
    return true
  }

  /// 上个半年 is the half of this year before the present one.
  private func isBareHalf(_ i: Int) -> Bool { at(i + 1) == u("个") }

  private func endQuarter(_ parse: inout DateParse, _ offset: Int) {
    guard let anchor else { return }
    let first = anchor.firstOfMonth(adding: 3 * offset - (anchor.month - 1) % 3 + 2)
    parse.year = .absolute(first.year)
    parse.month = first.month
    parse.part = nil
    parse.end += 1
  }

  /// 1 (Monday) … 7 of a character behind 周 or 星期.
  func weekday(_ c: UInt32) -> Int? {
    switch c {
    case u("一"): 1
    case u("二"): 2
    case u("三"): 3
    case u("四"): 4
    case u("五"): 5
    case u("六"): 6
    case u("日"), u("天"): 7
    default: nil
    }
  }

  /// The offset behind 周, 星期, 礼拜.
  func weekWord(at i: Int) -> Int? {
    if at(i) == u("周") { return i + 1 }
    if at(i) == u("星"), at(i + 1) == u("期") { return i + 2 }
    if at(i) == u("礼"), at(i + 1) == u("拜") { return i + 2 }
    return nil
  }

  /// Reads 周三, 星期三 alone: the one of the week of publication.
  private func parseWeekday(_ parse: inout DateParse, at i: Int) -> Bool {
    guard let end = weekWord(at: i), let day = weekday(at(end)) else { return false }
    if at(i) == u("周") {
      let before = at(i - 1)
      let after = at(end + 1)
      // 一周五天, 每周一期, 周天, 周日报.
      if NumeralScalar.isNumeral(before) || before == u("个") { return false }
      if at(end) == u("天") || after == u("期") || after == u("次") || after == u("报")
        || NumeralScalar.isNumeral(after) || after == u("福") || after == u("径")
      {
        return false
      }
    }
    parse.weekOffset = 0
    parse.weekday = day
    parse.end = end + 1
    return true
  }

  /// Reads N日, N号.
  func parseDay(_ parse: inout DateParse, at i: Int, limit: Int) {
    guard at(i) != u("两"), let number = smallNumber(at: i, limit: limit),
      (1...31).contains(number.value)
    else { return }
    switch unitBehind(number.end, u("日"), u("号"), limit: limit) {
    case .no:
      guard opensList(from: i, number, unit: u("日"), limit: limit) else { return }
      parse.day = number.value
      parse.end = number.end
      parse.isOpen = true
    case .here(let end):
      parse.day = number.value
      parse.end = end
    case .shared:
      parse.day = number.value
      parse.end = number.end
      parse.isOpen = true
    }
  }
}
