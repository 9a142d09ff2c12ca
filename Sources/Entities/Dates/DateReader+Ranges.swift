import HanText

/// The two ends of an interval, and what behind a date makes one of it.
extension DateReader {
  /// The second end of a range, behind 至, 到 or a dash; with 和 only before 间.
  func readSecond(after first: DateParse, limit: Int) -> (DateParse, Int)? {
    var p = first.end
    if first.isOpen, at(p) == u("、") {
      guard let list = readList(after: first, limit: limit), list.runsOn else { return nil }
      return (list.last, list.last.end)
    }
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
  func completeOpen(_ first: DateParse, from second: DateParse) -> DateParse {
    var out = first
    out.isOpen = false
    if out.dayPart == nil { out.dayPart = second.dayPart }
    return out
  }

  /// The interval from the first of one to the last of the other.
  func interval(_ a: DateParse, _ b: DateParse) -> DateValue? {
    var a = a
    var last = b
    // 7月底至10月初: whole months, as 7月底 alone is.
    if a.part == .startOfMonth { a.part = nil }
    if last.part == .startOfMonth, a.day == nil { last.part = nil }
    guard let from = resolver.resolve(a), let start = from.start else { return nil }
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

  /// 以来 and 至今 open the interval; 左右 and 期间 belong to the text; 起 and 前 stay outside.
  func readSuffix(_ reading: inout Reading, floor: Int, limit: Int) {
    let p = reading.end
    let a = at(p)
    let b = at(p + 1)
    guard p < limit else { return }
    if a == u("以") && b == u("来") || isUpToNow(p) {
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

  /// 2012年至今, but not 2012年至今年.
  private func isUpToNow(_ p: Int) -> Bool {
    guard at(p) == u("至") || at(p) == u("迄"), at(p + 1) == u("今") else { return false }
    switch at(p + 2) {
    case u("年"), u("天"), u("日"), u("晚"), u("早"), u("后"), u("（"), 0x28: return false
    default: return true
    }
  }

  /// 12月31日止年度, 6月30日止六个月: the months of account that end with a day.
  func readAccountPeriod(_ reading: inout Reading, limit: Int) {
    guard at(reading.end) == u("止"), let end = reading.value?.end, let month = end.month,
      end.day != nil
    else { return }
    var p = reading.end + 1
    let months: Int
    if at(p) == u("年"), at(p + 1) == u("度") {
      (months, p) = (12, p + 2)
    } else if at(p) == u("财"), at(p + 1) == u("政"), at(p + 2) == u("年"), at(p + 3) == u("度") {
      (months, p) = (12, p + 4)
    } else if at(p) == u("半"), at(p + 1) == u("年") {
      (months, p) = (6, p + 2)
    } else if at(p) == u("季"), at(p + 1) == u("度") {
      (months, p) = (3, p + 2)
    } else if let number = smallNumber(at: p, limit: limit), (1...24).contains(number.value),
      at(number.end) == u("个"), at(number.end + 1) == u("月")
    {
      (months, p) = (number.value, number.end + 2)
    } else {
      return
    }
    guard p <= limit else { return }
    let first = CivilDate(year: end.year, month: month, day: 1).firstOfMonth(adding: 1 - months)
    reading.end = p
    reading.value = DateValue(
      from: DatePoint(first.year, first.month), to: DatePoint(end.year, month))
  }
}
