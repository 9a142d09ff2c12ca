import HanText

/// Times of day, and dates written in digits.
extension DateReader {
  /// Reads 上午9时30分, 晚八点, 11:00时 behind a day, or alone.
  func parseTime(_ parse: inout DateParse, limit: Int) {
    var p = parse.end
    let hasDate = parse.level < 4
    // 3月26日（周三）上午9时
    if parse.day != nil, at(p) == u("（") || at(p) == u("("), let day = weekWord(at: p + 1),
      weekday(at(day)) != nil, at(day + 1) == u("）") || at(day + 1) == u(")")
    {
      p = day + 2
    } else if parse.day != nil, let end = weekWord(at: at(p) == 0x20 ? p + 1 : p),
      weekday(at(end)) != nil, at(end + 1) != u("期")
    {
      p = end + 1
      parse.end = p
    }
    if at(p) == 0x20 { p += 1 }
    // Coarser dates than a day have no time of day.
    let isDay =
      parse.day != nil || parse.dayOffset != nil || parse.weekday != nil
      || isDayPart(parse.part)
    if hasDate, !isDay { return }
    var q = p
    var part = parse.dayPart
    if let match = lexicon.dateForms.longest(text, at: p, limit: limit),
      case .dayPart(let found) = lexicon.dateCodes[match.value]
    {
      part = found
      q = match.edge
      if at(q) == 0x20 { q += 1 }
    }
    let wordEnd = q
    // 昨晚约十时
    if q > p || parse.dayPart != nil || hasDate, at(q) == u("约"),
      smallNumber(at: q + 1, limit: limit) != nil
    {
      q += 1
    }
    if let end = parseClock(&parse, at: q, limit: limit) {
      parse.dayPart = part
      parse.end = end
    } else if wordEnd > p, hasDate {
      parse.dayPart = part
      parse.end = at(wordEnd - 1) == 0x20 ? wordEnd - 1 : wordEnd
    }
  }

  private func isDayPart(_ part: DateParse.Part?) -> Bool {
    switch part {
    case .nthDay, .nthWeekday: true
    default: false
    }
  }

  /// Reads 9:30, 9:30:15, 9点半, 20时1刻, 8点20, 11:00时.
  private func parseClock(_ parse: inout DateParse, at i: Int, limit: Int) -> Int? {
    guard let hour = smallNumber(at: i, limit: limit), hour.value <= 24, hour.end - i <= 3 else {
      return nil
    }
    var p = hour.end
    if at(p) == 0x3A || at(p) == u("："), NumeralScalar.arabic(at(p + 1)) >= 0 {
      guard let minute = smallNumber(at: p + 1, limit: limit), minute.value < 60,
        minute.end - p == 3
      else { return nil }
      parse.hour = hour.value
      parse.minute = minute.value
      p = minute.end
      if at(p) == 0x3A, let second = smallNumber(at: p + 1, limit: limit), second.end - p == 3 {
        p = second.end
      }
      if at(p) == u("时") { p += 1 }
      return p
    }
    switch unitBehind(p, u("时"), u("点"), limit: limit) {
    case .no: return nil
    case .shared:
      parse.hour = hour.value
      parse.isOpen = true
      return p
    case .here(let end):
      // 十时许; but 三点建议, 8时区.
      if at(end) == u("间"), at(end - 1) == u("时") { return nil }
      parse.hour = hour.value
      p = end
      if at(p) == u("钟") || at(p) == u("整") { p += 1 }
      return parseMinutes(&parse, at: p, limit: limit)
    }
  }

  private func parseMinutes(_ parse: inout DateParse, at i: Int, limit: Int) -> Int {
    if at(i) == u("半") {
      parse.minute = 30
      return i + 1
    }
    if at(i) == u("许") || at(i) == u("多") { return i + 1 }
    guard let minute = smallNumber(at: i, limit: limit), minute.value < 60 else { return i }
    if at(minute.end) == u("刻"), minute.value <= 3 {
      parse.minute = 15 * minute.value
      return minute.end + 1
    }
    if at(minute.end) == u("分") {
      parse.minute = minute.value
      var p = minute.end + 1
      if let second = smallNumber(at: p, limit: limit), at(second.end) == u("秒") {
        p = second.end + 1
      } else if at(p) == u("许") {
        p += 1
      }
      return p
    }
    // 9点20, 三点十分 without its 分.
    if minute.end - i == 2, !ScalarClass.isHan(at(minute.end)) || at(minute.end) == u("左") {
      parse.minute = minute.value
      return minute.end
    }
    return i
  }

  /// Reads 2025-03-26, 2010/01/29, 2019.9.6, 20240307, 2022 11 23, with a time behind it.
  func parseNumeric(at i: Int, limit: Int) -> DateParse? {
    guard NumeralScalar.arabic(at(i)) >= 0 else { return nil }
    var p = i
    while p < limit, p - i < 9, NumeralScalar.arabic(at(p)) >= 0 { p += 1 }
    var parse = DateParse(end: p)
    if p - i == 8 {
      guard let day = compactDay(at: i), !isWordBehind(p) else { return nil }
      (parse.year, parse.month, parse.day) = (.absolute(day.year), day.month, day.day)
    } else if p - i == 4 {
      guard parseSeparated(&parse, at: i, limit: limit) else { return nil }
    } else if p - i == 3, region == .tw {
      guard parseSeparated(&parse, at: i, limit: limit) else { return nil }
    } else if p - i <= 2 {
      return parseMonthDayTime(at: i, limit: limit)
    } else {
      return nil
    }
    readClockBehind(&parse, limit: limit)
    return parse
  }

  private func isWordBehind(_ i: Int) -> Bool {
    NumeralScalar.arabic(at(i)) >= 0 || ScalarClass.isLatinLetter(at(i)) || at(i) == 0x2D
      || at(i) == 0x2E && NumeralScalar.arabic(at(i + 1)) >= 0 || at(i) == u("号")
  }

  private func digits(at i: Int, _ count: Int) -> Int? {
    var value = 0
    for k in 0..<count {
      let d = NumeralScalar.arabic(at(i + k))
      if d < 0 { return nil }
      value = value * 10 + d
    }
    return value
  }

  private func compactDay(at i: Int) -> CivilDate? {
    guard let year = digits(at: i, 4), let month = digits(at: i + 4, 2),
      let day = digits(at: i + 6, 2), year >= 1900, year < 2100
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.isValid ? date : nil
  }

  /// A year, a separator, month, the same separator, day; in Taiwan also 113.03.15.
  private func parseSeparated(_ parse: inout DateParse, at i: Int, limit: Int) -> Bool {
    let width = parse.end - i
    let first = i + width + 1
    let separator = at(i + width)
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E || separator == 0x20,
      let written = digits(at: i, width),
      width == 4 ? (1000..<2200).contains(written) : (90..<150).contains(written),
      let month = smallNumber(at: first, limit: limit), (1...12).contains(month.value),
      NumeralScalar.arabic(at(first)) >= 0
    else { return false }
    let year = width == 4 ? written : written + 1911
    guard at(month.end) == separator, NumeralScalar.arabic(at(month.end + 1)) >= 0,
      let day = smallNumber(at: month.end + 1, limit: limit), (1...31).contains(day.value)
    else {
      // 2025-03 alone, written with both digits and nothing attached.
      guard separator == 0x2D, width == 4, month.end == i + 7, year >= 1900,
        !isWordBehind(month.end),
        at(month.end) != u("年"), at(month.end) != u("学"), at(month.end) != u("财"),
        at(month.end) != 0x2F
      else { return false }
      (parse.year, parse.month, parse.end) = (.absolute(year), month.value, month.end)
      return true
    }
    if width == 3, separator == 0x20 || separator == 0x2D { return false }
    if separator == 0x20, month.end - i != 7 || day.end - month.end != 3 { return false }
    if NumeralScalar.arabic(at(day.end)) >= 0
      || ScalarClass.isLatinLetter(at(day.end)) && at(day.end) != 0x54
    {
      return false
    }
    if separator == 0x2E, at(day.end) == 0x2E, NumeralScalar.arabic(at(day.end + 1)) >= 0 {
      return false
    }
    guard CivilDate(year: year, month: month.value, day: day.value).isValid else { return false }
    (parse.year, parse.month, parse.day) = (.absolute(year), month.value, day.value)
    parse.end = day.end
    return true
  }

  /// 09-01 20:01
  private func parseMonthDayTime(at i: Int, limit: Int) -> DateParse? {
    guard let month = digits(at: i, 2), (1...12).contains(month),
      at(i + 2) == 0x2D || at(i + 2) == 0x2F, let day = digits(at: i + 3, 2),
      (1...31).contains(day), at(i + 5) == 0x20, let hour = digits(at: i + 6, 2), hour < 24,
      at(i + 8) == 0x3A, let minute = digits(at: i + 9, 2), minute < 60
    else { return nil }
    var parse = DateParse(end: i + 11)
    (parse.month, parse.day, parse.hour, parse.minute) = (month, day, hour, minute)
    return parse
  }

  /// T14:25:14+08:00, or a space and a time.
  private func readClockBehind(_ parse: inout DateParse, limit: Int) {
    var p = parse.end
    guard at(p) == 0x54 || at(p) == 0x20, let hour = digits(at: p + 1, 2), hour < 24,
      at(p + 3) == 0x3A, let minute = digits(at: p + 4, 2), minute < 60
    else { return }
    let isISO = at(p) == 0x54
    parse.hour = hour
    parse.minute = minute
    p += 6
    if at(p) == 0x3A, digits(at: p + 1, 2) != nil { p += 3 }
    if isISO, at(p) == 0x5A {
      parse.zone = 0
      p += 1
    } else if at(p) == 0x2B || at(p) == 0x2D && isISO, let h = digits(at: p + 1, 2), h < 15,
      at(p + 3) == 0x3A, let m = digits(at: p + 4, 2)
    {
      parse.zone = (at(p) == 0x2D ? -1 : 1) * (h * 60 + m)
      p += 6
    }
    parse.end = min(p, max(limit, parse.end))
  }
}
