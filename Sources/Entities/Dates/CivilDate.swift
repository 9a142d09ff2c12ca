/// A day of the Gregorian calendar.
struct CivilDate: Equatable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day an ISO 8601 date or time begins with (`2025`, `2025-03`, `2025-03-26T14:25:14+08:00`);
  /// missing parts are the first; `nil` if it is none.
  init?(iso: String) {
    var parts: [Int] = []
    var value = 0
    var digits = 0
    for byte in iso.utf8 {
      if byte >= 0x30, byte <= 0x39 {
        if digits >= 4 { return nil }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      } else {
        if digits > 0 { parts.append(value) }
        value = 0
        digits = 0
        if byte != 0x2D || parts.count >= 3 { break }
      }
    }
    if digits > 0 { parts.append(value) }
    guard let year = parts.first, year >= 1, year <= 9999 else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
    guard isValid else { return nil }
  }

  /// The day that lies `days` after 1970-01-01.
  ///
  /// - Source: Howard Hinnant, "chrono-compatible low-level date algorithms".
  init(daysSinceEpoch days: Int) {
    let z = days + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let doe = z - era * 146097
    let yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    self.init(
      year: yoe + era * 400 + (month <= 2 ? 1 : 0), month: month, day: doy - (153 * mp + 2) / 5 + 1)
  }

  /// Days after 1970-01-01.
  var daysSinceEpoch: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yoe = y - era * 400
    let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468
  }

  /// 1 (Monday) … 7 (Sunday).
  var weekday: Int {
    let r = (daysSinceEpoch + 3) % 7
    return (r < 0 ? r + 7 : r) + 1
  }

  /// Whether month and day exist in the year.
  var isValid: Bool {
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
      && day <= Self.days(inMonth: month, of: year)
  }

  /// The day `days` later.
  func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

  /// The first of the month `months` later.
  func firstOfMonth(adding months: Int) -> CivilDate {
    let index = year * 12 + month - 1 + months
    let y = index >= 0 ? index / 12 : (index - 11) / 12
    return CivilDate(year: y, month: index - y * 12 + 1, day: 1)
  }

  /// Number of days of a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
