/// Places a date expression on the calendar, seen from the day of publication.
struct DateResolver {
  /// The day of publication, if it is known.
  let anchor: CivilDate?
  let isTaiwan: Bool
  let isHongKong: Bool
  /// The year that an earlier date of the sentence names.
  var contextYear: Int?
  /// The year that the last date of the document with one names.
  var documentYear: Int?
  /// Whether the document names the year before publication by its number.
  var namesLastYear = false
  /// The year that a communiqué is about: the last one, which it names, in the half year behind it.
  var reportYear: Int? {
    guard let anchor else { return documentYear }
    return namesLastYear && anchor.month <= 6 ? anchor.year - 1 : nil
  }
  /// The year of the last date of the document that names both year and month.
  var monthYear: Int?
  /// The last date or period of the sentence.
  var contextValue: DateValue?
  /// The day that an earlier date of the sentence names.
  var contextDay: CivilDate?

  /// The value; `nil` where it cannot be known.
  ///
  /// - Complexity: O(1).
  func resolve(_ parse: DateParse) -> DateValue? {
    guard let value = place(parse), value.isValid else { return nil }
    return value
  }

  private func place(_ p: DateParse) -> DateValue? {
    if let days = p.dayOffset {
      guard let anchor else { return nil }
      return timed(p, anchor.adding(days: days))
    }
    if p.weekOffset != nil || p.weekday != nil && p.day == nil && p.part == nil {
      return week(p)
    }
    if let months = p.monthOffset {
      guard let anchor else { return nil }
      let first = anchor.firstOfMonth(adding: months)
      return inMonth(p, year: first.year, month: first.month)
    }
    if p.month != nil {
      guard let month = p.month, let year = year(for: p) else { return nil }
      return inMonth(p, year: year, month: month)
    }
    if let day = p.day { return dayOnly(p, day) }
    if let part = p.part { return inYear(p, part) }
    if let year = explicitYear(p) { return DateValue(DatePoint(year)) }
    // 下午3时 is of the day the sentence speaks of.
    if p.hour != nil, let contextDay { return timed(p, contextDay) }
    return nil
  }

  /// The year an expression names itself.
  func explicitYear(_ p: DateParse) -> Int? {
    switch p.year {
    case .absolute(let y): return y
    case .relative(let n): return anchor.map { $0.year + n }
    case .short(let y):
      // The century that lies nearest to publication, or to 2000 where that is unknown.
      let near = anchor?.year ?? 2010
      let base = near - near % 100
      let all = [base - 100 + y, base + y, base + 100 + y]
      return all.min { abs($0 - near) < abs($1 - near) }
    case nil: return nil
    }
  }

  /// The year of a month or day without one: that of the sentence, else the nearest to publication.
  private func year(for p: DateParse) -> Int? {
    if p.year != nil { return explicitYear(p) }
    if let contextYear { return contextYear }
    if anchor == nil, let monthYear { return monthYear }
    switch p.part {
    case .nthWeekday, .week: return anchor?.year
    default: break
    }
    guard let anchor, let month = p.month, (1...12).contains(month) else { return nil }
    var best: Int?
    var distance = Int.max
    for year in anchor.year - 4...anchor.year + 4 {
      let day = p.day ?? min(anchor.day, CivilDate.days(inMonth: month, of: year))
      let date = CivilDate(year: year, month: month, day: day)
      guard date.isValid else { continue }
      // A month alone is so many months away, and of two equally near the past one is meant.
      let gap =
        p.day == nil
        ? 2 * abs(12 * (year - anchor.year) + month - anchor.month)
          + (12 * year + month > 12 * anchor.year + anchor.month ? 1 : 0)
        : abs(date.daysSinceEpoch - anchor.daysSinceEpoch)
      if gap < distance { (best, distance) = (year, gap) }
    }
    return best
  }

  /// A day of the month alone: the one nearest to publication.
  private func dayOnly(_ p: DateParse, _ day: Int) -> DateValue? {
    guard let anchor, (1...31).contains(day) else { return nil }
    var best: CivilDate?
    var distance = Int.max
    for months in -1...1 {
      var date = anchor.firstOfMonth(adding: months)
      date.day = day
      guard date.isValid else { continue }
      let gap = abs(date.daysSinceEpoch - anchor.daysSinceEpoch)
      if gap < distance || gap == distance && months <= 0 { (best, distance) = (date, gap) }
    }
    return best.flatMap { timed(p, $0) }
  }

  /// A day with its time.
  private func timed(_ p: DateParse, _ date: CivilDate) -> DateValue? {
    guard date.isValid else { return nil }
    var point = DatePoint(date)
    if var hour = p.hour {
      switch p.dayPart {
      case .afternoon:
        if hour < 12 {
          hour += 12
        } else if hour == 12 {
          hour = 24
        }
      case .noon: if hour < 6 { hour += 12 }
      case .morning: if hour == 12 { hour = p.minute == nil ? 0 : 12 }
      case nil: break
      }
      if hour == 24 {
        point = DatePoint(date.adding(days: 1))
        hour = 0
      }
      guard hour < 24, (p.minute ?? 0) < 60 else { return nil }
      point.hour = hour
      point.minute = p.minute ?? 0
      point.zone = p.zone
    }
    return DateValue(point)
  }

  /// A week or a day of one.
  private func week(_ p: DateParse) -> DateValue? {
    guard let anchor else { return nil }
    let monday = anchor.adding(days: 1 - anchor.weekday + 7 * (p.weekOffset ?? 0))
    if p.part == .weekend {
      return DateValue(
        from: DatePoint(monday.adding(days: 5)), to: DatePoint(monday.adding(days: 6)))
    }
    if let weekday = p.weekday { return timed(p, monday.adding(days: weekday - 1)) }
    return DateValue(from: DatePoint(monday), to: DatePoint(monday.adding(days: 6)))
  }

  private func inMonth(_ p: DateParse, year: Int, month: Int) -> DateValue? {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    let length = CivilDate.days(inMonth: month, of: year)
    func days(_ a: Int, _ b: Int) -> DateValue {
      DateValue(from: DatePoint(year, month, a), to: DatePoint(year, month, min(b, length)))
    }
    if let day = p.day {
      return timed(p, CivilDate(year: year, month: month, day: day))
    }
    switch p.part {
    case nil: return DateValue(DatePoint(year, month))
    case .tenDays(let n): return n == 1 ? days(1, 10) : n == 2 ? days(11, 20) : days(21, 31)
    case .startOfMonth: return days(1, 5)
    case .middleOfMonth: return days(11, 20)
    case .halfOfMonth(let n): return n == 1 ? days(1, 15) : days(16, 31)
    case .firstDays(let n): return n >= 1 && n <= length ? days(1, n) : nil
    case .nthDay(let n): return timed(p, CivilDate(year: year, month: month, day: n))
    case .week(let n) where n < 0:
      let monday = CivilDate(year: year, month: month, day: length)
      let start = monday.adding(days: 1 - monday.weekday)
      return DateValue(from: DatePoint(start), to: DatePoint(start.adding(days: 6)))
    case .week(let n):
      let monday = firstWeekday(1, year, month).adding(days: 7 * (n - 1))
      return DateValue(from: DatePoint(monday), to: DatePoint(monday.adding(days: 6)))
    case .nthWeekday(let n, let weekday):
      if n > 0 {
        let date = firstWeekday(weekday, year, month).adding(days: 7 * (n - 1))
        return date.month == month ? timed(p, date) : nil
      }
      let last = CivilDate(year: year, month: month, day: length)
      return timed(p, last.adding(days: -((last.weekday - weekday + 7) % 7)))
    default: return DateValue(DatePoint(year, month))
    }
  }

  private func firstWeekday(_ weekday: Int, _ year: Int, _ month: Int) -> CivilDate {
    let first = CivilDate(year: year, month: month, day: 1)
    return first.adding(days: (weekday - first.weekday + 7) % 7)
  }

  private func inYear(_ p: DateParse, _ part: DateParse.Part) -> DateValue? {
    if case .quarterOffset(let n) = part { return relativeQuarter(n) }
    if case .halfYearOffset(let n) = part, let anchor {
      // 上个半年: the half before the one of publication ends, that is the current year's other.
      let half = n < 0 ? 1 : 2
      return months(anchor.year, half == 1 ? 1 : 7, half == 1 ? 6 : 12)
    }
    guard let year = explicitYear(p) ?? nearestYear(part) else { return nil }
    let first = p.firstMonth
    switch part {
    case .quarter(let n): return (1...4).contains(n) ? months(year, 3 * n - 2, 3 * n, first) : nil
    case .half(let n): return n == 1 ? months(year, 1, 6, first) : months(year, 7, 12, first)
    case .firstQuarters(let n): return (1...4).contains(n) ? months(year, 1, 3 * n, first) : nil
    case .firstMonths(let n): return (1...12).contains(n) ? months(year, 1, n, first) : nil
    case .lastMonths(let n): return (1...12).contains(n) ? months(year, 13 - n, 12, first) : nil
    case .startOfYear: return DateValue(DatePoint(year, 1))
    case .middleOfYear: return DateValue(DatePoint(year, 6))
    case .endOfYear: return DateValue(DatePoint(year, 12))
    case .nthMonth(let n): return (1...12).contains(n) ? DateValue(DatePoint(year, n)) : nil
    case .nthDay(let n):
      return (1...366).contains(n)
        ? timed(p, CivilDate(year: year, month: 1, day: 1).adding(days: n - 1)) : nil
    case .week(let n):
      let fourth = CivilDate(year: year, month: 1, day: 4)
      let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (n - 1))
      return DateValue(from: DatePoint(monday), to: DatePoint(monday.adding(days: 6)))
    case .season: return nil
    case .schoolYear:
      return isTaiwan
        ? DateValue(from: DatePoint(year, 8), to: DatePoint(year + 1, 7))
        : DateValue(from: DatePoint(year, 9), to: DatePoint(year + 1, 8))
    case .fiscalYear:
      return isHongKong
        ? DateValue(from: DatePoint(year, 4), to: DatePoint(year + 1, 3))
        : p.isDouble
          ? DateValue(from: DatePoint(year), to: DatePoint(year + 1)) : DateValue(DatePoint(year))
    case .term(let n):
      let start = isTaiwan ? 8 : 9
      return n == 1
        ? DateValue(from: DatePoint(year, start), to: DatePoint(year + 1, 1))
        : DateValue(from: DatePoint(year + 1, 2), to: DatePoint(year + 1, start - 1))
    case .firstDays(let n):
      let first = CivilDate(year: year, month: 1, day: 1)
      return (1...366).contains(n)
        ? DateValue(from: DatePoint(first), to: DatePoint(first.adding(days: n - 1))) : nil
    case .vague: return nil
    default: return DateValue(DatePoint(year))
    }
  }

  /// Months of a year, both counted from the one it begins with.
  private func months(_ year: Int, _ a: Int, _ b: Int, _ first: Int = 1) -> DateValue {
    func point(_ n: Int) -> DatePoint {
      let month = n + first - 1
      return month > 12 ? DatePoint(year + 1, month - 12) : DatePoint(year, month)
    }
    return DateValue(from: point(a), to: point(b))
  }

  private func relativeQuarter(_ n: Int) -> DateValue? {
    guard let anchor else { return nil }
    let first = anchor.firstOfMonth(adding: 3 * n - (anchor.month - 1) % 3)
    return months(first.year, first.month, first.month + 2)
  }

  /// 上半年…，下半年…: the later part of the year whose earlier part the sentence named.
  private func followingYear(_ part: DateParse.Part) -> Int? {
    guard let last = contextValue, last.isInterval, let end = last.end, let month = end.month else {
      return nil
    }
    switch part {
    case .quarter(let n): return 3 * n - 2 > month ? end.year : nil
    case .half(let n): return 6 * n - 5 > month ? end.year : nil
    default: return nil
    }
  }

  /// The year of a quarter, half or season without one: the sentence's, else the one that puts it
  /// nearest to publication, of two equally near the earlier.
  func nearestYear(_ part: DateParse.Part) -> Int? {
    if let contextYear { return contextYear }
    guard let anchor else { return nil }
    if let year = followingYear(part) { return year }
    let lastMonth: Int
    let firstMonth: Int
    switch part {
    case .quarter(let n): (firstMonth, lastMonth) = (3 * n - 2, 3 * n)
    case .half(let n): (firstMonth, lastMonth) = n == 1 ? (1, 6) : (7, 12)
    case .season(let n): (firstMonth, lastMonth) = n == 1 ? (2, 7) : (3 * n, 3 * n + 4)
    // The first months are over when they are spoken of.
    case .firstMonths(let n): return anchor.month >= n ? anchor.year : anchor.year - 1
    case .firstQuarters(let n): return anchor.month >= 3 * n ? anchor.year : anchor.year - 1
    default: return anchor.year
    }
    let now = anchor.year * 12 + anchor.month
    var best = anchor.year
    var distance = Int.max
    for year in [anchor.year - 1, anchor.year, anchor.year + 1] {
      let a = year * 12 + firstMonth
      let b = year * 12 + lastMonth
      let gap = now < a ? a - now : now > b ? now - b : 0
      if gap < distance { (best, distance) = (year, gap) }
    }
    return best
  }
}
