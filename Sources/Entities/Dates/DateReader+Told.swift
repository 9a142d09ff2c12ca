import HanText

/// Dates told from one that stands before (同年底, 当日上午9时, 次月), and those of the lunar calendar.
extension DateReader {
  /// Reads 同年, 次年: a year that the text told before.
  func parseToldYear(_ parse: inout DateParse, _ offset: Int, end: Int) {
    guard isToldWord(parse.end, end, offset) else { return }
    let isThis = at(parse.end) == u("这")
    guard let year = told.year(adding: offset) else {
      if isThis { (parse.year, parse.end) = (.relative(0), end) }
      return
    }
    parse.year = .absolute(year)
    parse.isTold = true
    parse.end = end
  }

  /// Reads 同月, 当天, 翌晨: a month or a day that the text told before.
  func parseToldDay(_ parse: inout DateParse, _ word: DateWord, end: Int) {
    switch word {
    case .ownMonth(let n):
      guard isToldWord(parse.end, end, n), let month = told.month(adding: n) else { return }
      (parse.year, parse.month) = (.absolute(month.year), month.month)
    case .ownDay(let n), .ownDayWithPart(let n, _):
      guard isToldWord(parse.end, end, n), let day = told.day(adding: n) else { return }
      (parse.year, parse.month, parse.day) = (.absolute(day.year), day.month, day.day)
      if case .ownDayWithPart(_, let part) = word { parse.dayPart = part }
    default: return
    }
    parse.isTold = true
    parse.end = end
  }

  /// Whether characters that spell such a word are one: not in 应当日均, 同年级, 三次月考, 每隔日.
  private func isToldWord(_ start: Int, _ end: Int, _ offset: Int) -> Bool {
    let before = at(start - 1)
    let next = at(end)
    switch next {
    case u("级"), u("龄"), u("代"), u("轮"), u("均"), u("制"), u("报"), u("考"): return false
    default: break
    }
    guard offset > 0 else { return before != u("应") && before != u("相") && before != u("不") }
    switch before {
    case u("于"), u("在"), u("至"), u("到"), u("从"), u("自"), u("与"), u("和"), u("并"), u("则"),
      u("但"), u("而"), u("及"), u("的"):
      return true
    default: return !ScalarClass.isHan(before) && NumeralScalar.arabic(before) < 0
    }
  }

  /// Whether 当年 stands before 的: then it mostly means “back then”.
  func meansLongAgo(_ parse: DateParse, at start: Int) -> Bool {
    parse.isTold && parse.month == nil && parse.part == nil && at(start) == u("当")
      && at(parse.end) == u("的")
  }

  /// Reads 农历八月十五, 正月初五: a date without a value, for the contract's are Gregorian.
  ///
  /// - Source: the day names of the Chinese calendar: 初一 to 初十, 十一 to 二十, 廿一, 三十.
  func readLunar(at i: Int, limit: Int) -> Reading? {
    guard let match = lexicon.dateForms.longest(text, at: i, limit: limit) else { return nil }
    var p = match.edge
    switch lexicon.dateCodes[match.value] {
    case .lunarMonth: break
    case .lunar:
      if at(p) == 0x20 { p += 1 }
      if at(p) == u("年") { return nil }
      if let year = lunarYear(at: p, limit: limit) { p = year }
      if at(p) == u("闰") { p += 1 }
      if let month = lexicon.dateForms.longest(text, at: p, limit: limit),
        case .lunarMonth = lexicon.dateCodes[month.value]
      {
        p = month.edge
      } else if let month = smallNumber(at: p, limit: limit), (1...12).contains(month.value),
        at(month.end) == u("月")
      {
        p = month.end + 1
      } else {
        return nil
      }
    default: return nil
    }
    let day = lunarDay(at: p, limit: limit)
    // 正月 alone is a season of the year rather than a date.
    if day == nil, p == match.edge { return nil }
    return Reading(start: i, end: day ?? p, value: nil)
  }

  /// The offset behind 二〇二四年, 2024年 or 甲辰年.
  private func lunarYear(at i: Int, limit: Int) -> Int? {
    var p = i
    while p < limit, p - i < 4, at(p) != u("年"), at(p) != u("月") { p += 1 }
    return p < limit && p > i + 1 && at(p) == u("年") ? p + 1 : nil
  }

  /// The offset behind the day of a lunar month.
  private func lunarDay(at i: Int, limit: Int) -> Int? {
    let p = at(i) == u("初") ? i + 1 : i
    guard let day = smallNumber(at: p, limit: limit), (1...30).contains(day.value),
      day.end <= limit, NumeralScalar.arabic(at(p)) < 0 || at(day.end) == u("日")
    else { return nil }
    if p > i, day.value > 10 { return nil }
    return at(day.end) == u("日") ? day.end + 1 : day.end
  }
}
