import HanText

/// A calendar date with as much of a time as a page prints.
struct PageDate: Equatable {
  var year: Int
  var month: Int
  var day: Int
  /// Hour and minute, 0...23 and 0...59, where a time is given.
  var time: (hour: Int, minute: Int)?
  var second: Int?
  /// The zone, where the page writes one.
  var zone: Zone?
  /// Where it stands in the text it was read from.
  var span: TextSpan

  /// `Z`, or an offset as written: `+08:00`.
  enum Zone: Equatable {
    case utc
    case offset(isEast: Bool, hours: Int, minutes: Int)
  }

  static func == (a: PageDate, b: PageDate) -> Bool {
    a.year == b.year && a.month == b.month && a.day == b.day && a.time?.hour == b.time?.hour
      && a.time?.minute == b.time?.minute && a.second == b.second && a.zone == b.zone
      && a.span == b.span
  }

  /// Whether both name the same day.
  func isSameDay(as other: PageDate) -> Bool {
    year == other.year && month == other.month && day == other.day
  }

  /// Whether this one gives the other's time more precisely, or a time where the other has none.
  func isFiner(than other: PageDate) -> Bool {
    guard let time else { return false }
    guard let otherTime = other.time else { return true }
    return second != nil && other.second == nil && time == otherTime
  }

  /// ISO 8601, to the precision given. A time without zone is Chinese time, +08:00, which the
  /// mainland, Taiwan and Hong Kong share.
  var iso: String {
    String(unsafeUninitializedCapacity: 32) { out in
      var count = 0
      func put(_ mark: Unicode.Scalar, _ number: Int, digits: Int) {
        if mark.value != 0 {
          out[count] = UInt8(truncatingIfNeeded: mark.value)
          count += 1
        }
        var rest = number
        for k in (0..<digits).reversed() {
          out[count + k] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
          rest /= 10
        }
        count += digits
      }
      put("\0", year, digits: 4)
      put("-", month, digits: 2)
      put("-", day, digits: 2)
      guard let time else { return count }
      put("T", time.hour, digits: 2)
      put(":", time.minute, digits: 2)
      if let second { put(":", second, digits: 2) }
      switch zone {
      case nil:
        put("+", 8, digits: 2)
        put(":", 0, digits: 2)
      case .utc: put("Z", 0, digits: 0)
      case .offset(let isEast, let hours, let minutes):
        put(isEast ? "+" : "-", hours, digits: 2)
        put(":", minutes, digits: 2)
      }
      return count
    }
  }
}

/// Reads dates as pages print them: 2019-09-07 09:25:09, 2019年06月15日08:18, 2024/3/5 15:33,
/// 民國113年3月5日, 2024年3月5日 週二 下午3:33.
///
/// Only full dates count: a page's `03-27` has no year, and none is invented.
enum DateReader {
  /// All full dates of a stretch of a shadow, in order.
  ///
  /// - Complexity: O(length).
  static func dates(in shadow: Scalars, _ range: Range<Int>) -> [PageDate] {
    var result: [PageDate] = []
    var next = range.lowerBound
    while let digits = nextYear(shadow, from: next, range) {
      next = digits.upperBound
      let end = range.upperBound
      if let date = dayFirst(in: shadow, year: digits, lower: range.lowerBound, end)
        ?? date(in: shadow, digits: digits, lower: range.lowerBound, end)
      {
        result.append(date)
        next = max(date.span.end, next)
      }
    }
    return result
  }

  /// The first full date of a string, for hints.
  static func date(in string: String) -> PageDate? {
    let shadow = Shadow.make(Scalars(string))
    return dates(in: shadow, 0..<shadow.count).first
  }

  /// The digits of the next number that may be the year of a date: four before a sign that may stand
  /// behind a year, or fewer behind what may announce a year of the Republic. Most numbers are neither.
  private static func nextYear(_ s: Scalars, from start: Int, _ range: Range<Int>) -> Range<Int>? {
    s.withUnsafeBufferPointer { s in
      let end = min(range.upperBound, s.count)
      var i = start
      while i < end {
        guard ScalarKind.isDigit(s[i]) else {
          i &+= 1
          continue
        }
        let first = i
        repeat { i &+= 1 } while i < end && ScalarKind.isDigit(s[i])
        if i &- first == 4, first > range.lowerBound, s[first &- 1] == u("/") { return first..<i }
        guard i < end, i &- first <= 4, maySeparate(s[i]) else { continue }
        if i &- first == 4 { return first..<i }
        guard first > range.lowerBound else { continue }
        let before = s[first &- 1]
        if before == u("国") || before == u("：") || before == u(":") || ScalarKind.isBlank(before) {
          return first..<i
        }
      }
      return nil
    }
  }

  private static func endOfDigits(_ s: Scalars, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, ScalarKind.isDigit(s[i]) { i += 1 }
    return i
  }

  private static func number(_ s: Scalars, _ range: Range<Int>) -> Int {
    var value = 0
    for i in range.prefix(6) { value = value * 10 + Int(s[i] &- 0x30) }
    return value
  }

  private static func skipBlanks(_ s: Scalars, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, ScalarKind.isBlank(s[i]), s[i] != 0x0A { i += 1 }
    return i
  }

  private static func date(
    in s: Scalars, digits: Range<Int>, lower: Int, _ end: Int
  ) -> PageDate? {
    guard digits.upperBound < end else { return nil }
    var year = number(s, digits)
    var start = digits.lowerBound
    if digits.count == 4 {
      guard year >= 1980, year <= 2100 else { return nil }
    } else {
      // 民國113年 and 發布日期：112-11-08, as Taiwan's offices count.
      guard year > 0 else { return nil }
      if start - lower >= 2, s[start - 2] == u("民"), s[start - 1] == u("国") {
        start -= 2
      } else {
        guard (90...150).contains(year), isLabelled(s, start, lower) else { return nil }
      }
      year += 1911
    }
    var i = skipBlanks(s, digits.upperBound, end)
    guard i < end else { return nil }
    var separator = s[i]
    var needsTime = false
    switch separator {
    case u("-"), u("/"), u("."), u("年"), u("－"), u("—"): i += 1
    default:
      // 2024 08/15 19:22:31: a year set larger than the day.
      guard i > digits.upperBound, digits.count == 4, ScalarKind.isDigit(s[i]) else { return nil }
      separator = u("/")
      needsTime = true
    }
    i = skipBlanks(s, i, end)
    let monthEnd = endOfDigits(s, i, end)
    guard (1...2).contains(monthEnd - i) else { return nil }
    let month = number(s, i..<monthEnd)
    i = skipBlanks(s, monthEnd, end)
    guard i < end, s[i] == separator || (separator == u("年") && s[i] == u("月")) else { return nil }
    i = skipBlanks(s, i + 1, end)
    let dayEnd = endOfDigits(s, i, end)
    guard (1...2).contains(dayEnd - i) else { return nil }
    let day = number(s, i..<dayEnd)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    i = dayEnd
    if separator == u("年"), i < end, s[i] == u("日") || s[i] == u("号") { i += 1 }
    var result = PageDate(
      year: year, month: month, day: day, time: nil, second: nil, zone: nil,
      span: TextSpan(start, i))
    readTime(s, i, end, into: &result)
    return needsTime && result.time == nil ? nil : result
  }

  /// 02/12/2024, as Hong Kong and Macau write the second of December.
  private static func dayFirst(
    in s: Scalars, year: Range<Int>, lower: Int, _ end: Int
  ) -> PageDate? {
    var i = year.lowerBound
    func numberBefore() -> Int? {
      guard i - lower >= 2, s[i - 1] == u("/") else { return nil }
      let last = i - 1
      i = last
      while i > lower, ScalarKind.isDigit(s[i - 1]) { i -= 1 }
      return (1...2).contains(last - i) ? number(s, i..<last) : nil
    }
    guard year.count == 4, (1980...2100).contains(number(s, year)),
      let month = numberBefore(), let day = numberBefore(),
      (1...12).contains(month), (1...31).contains(day), i == lower || s[i - 1] != u("/")
    else { return nil }
    var result = PageDate(
      year: number(s, year), month: month, day: day, time: nil, second: nil, zone: nil,
      span: TextSpan(i, year.upperBound))
    readTime(s, year.upperBound, end, into: &result)
    return result
  }

  /// Whether a scalar may stand behind the year of a date.
  private static func maySeparate(_ c: UInt32) -> Bool {
    switch c {
    case u("-"), u("/"), u("."), u("年"), u("－"), u("—"): true
    default: ScalarKind.isBlank(c)
    }
  }

  /// Whether 日期： or 时间： stands right before.
  private static func isLabelled(_ s: Scalars, _ start: Int, _ lower: Int) -> Bool {
    var i = start - 1
    while i >= lower, ScalarKind.isBlank(s[i]) || s[i] == u("：") || s[i] == u(":") { i -= 1 }
    return i > lower && i < start - 1 && (s[i] == u("期") || s[i] == u("间"))
  }

  /// Words that may stand between day and time.
  private static let fillers: [(Scalars, afternoon: Bool?)] = [
    ("星期一", nil), ("星期二", nil), ("星期三", nil), ("星期四", nil), ("星期五", nil), ("星期六", nil),
    ("星期日", nil), ("星期天", nil), ("周一", nil), ("周二", nil), ("周三", nil), ("周四", nil), ("周五", nil),
    ("周六", nil), ("周日", nil), ("(一)", nil), ("(二)", nil), ("(三)", nil), ("(四)", nil), ("(五)", nil),
    ("(六)", nil), ("(日)", nil), ("（星期一）", nil), ("（星期二）", nil), ("（星期三）", nil), ("（星期四）", nil),
    ("（星期五）", nil), ("（星期六）", nil), ("（星期日）", nil), ("（一）", nil), ("（二）", nil), ("（三）", nil),
    ("（四）", nil),
    ("（五）", nil), ("（六）", nil), ("（日）", nil), ("HKT", nil), ("香港时间", nil), ("T", nil), (",", nil),
    ("，", nil),
    ("|", nil), ("上午", false), ("凌晨", false), ("早上", false), ("中午", nil), ("下午", true),
    ("晚上", true),
    ("PM", true), ("AM", false),
  ].map { (Scalars($0.0), $0.1) }
  private static let fillerTrie = ScalarTrie(fillers.map(\.0))

  private static func readTime(_ s: Scalars, _ start: Int, _ end: Int, into date: inout PageDate) {
    var i = skipBlanks(s, start, end)
    var afternoon: Bool?
    while let filler = fillerTrie.longestMatch(in: s, at: i, limit: end) {
      if let half = fillers[Int(filler.value)].afternoon { afternoon = half }
      i = skipBlanks(s, i + filler.length, end)
    }
    let hourEnd = endOfDigits(s, i, end)
    guard (1...2).contains(hourEnd - i), hourEnd < end else { return }
    guard s[hourEnd] == u(":") || s[hourEnd] == u("：") || s[hourEnd] == u("时") else { return }
    var hour = number(s, i..<hourEnd)
    let minuteEnd = endOfDigits(s, hourEnd + 1, end)
    guard minuteEnd - hourEnd == 3 else { return }
    let minute = number(s, (hourEnd + 1)..<minuteEnd)
    guard hour <= 23, minute <= 59 else { return }
    if afternoon == true, hour < 12 { hour += 12 }
    if afternoon == false, hour == 12 { hour = 0 }
    date.time = (hour, minute)
    i = minuteEnd
    if i < end, s[i] == u("分") { i += 1 }
    if i + 2 < end, s[i] == u(":") || s[i] == u("："), endOfDigits(s, i + 1, end) == i + 3 {
      let second = number(s, (i + 1)..<(i + 3))
      if second <= 59 {
        date.second = second
        i += 3
      }
    } else if i + 2 < end + 0, i + 3 <= end, s[i..<(i + 3)].allSatisfy({ $0 != 0x0A }),
      endOfDigits(s, i, end) == i + 2, s[i + 2] == u("秒")
    {
      date.second = number(s, i..<(i + 2))
      i += 3
    }
    readZone(s, i, end, into: &date)
  }

  private static func readZone(_ s: Scalars, _ start: Int, _ end: Int, into date: inout PageDate) {
    var i = start
    if i < end, s[i] == u(".") { i = endOfDigits(s, i + 1, end) }  // fractions of a second
    date.span = TextSpan(date.span.start, i)
    guard i < end else { return }
    if s[i] == u("Z") {
      date.zone = .utc
      date.span.end = i + 1
    } else if s[i] == u("+") || s[i] == u("-") {
      let hours = endOfDigits(s, i + 1, end)
      var digits = Array(s[(i + 1)..<hours])
      var last = hours
      if digits.count == 2, hours < end, s[hours] == u(":") {
        last = endOfDigits(s, hours + 1, end)
        digits += s[(hours + 1)..<last]
      }
      guard digits.count == 4 else { return }
      date.zone = .offset(
        isEast: s[i] == u("+"), hours: number(digits, 0..<2), minutes: number(digits, 2..<4))
      date.span.end = last
    }
  }
}
