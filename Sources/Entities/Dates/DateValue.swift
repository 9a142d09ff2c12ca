/// A point of the calendar, as fine as it is known.
struct DatePoint: Equatable, Sendable {
  var year: Int
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute: Int?
  /// Minutes east of Greenwich, where the text names them.
  var zone: Int?

  init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ date: CivilDate) { self.init(date.year, date.month, date.day) }

  /// Its first day.
  var first: CivilDate { CivilDate(year: year, month: month ?? 1, day: day ?? 1) }

  /// Its last day.
  var last: CivilDate {
    let m = month ?? 12
    return CivilDate(year: year, month: m, day: day ?? CivilDate.days(inMonth: m, of: year))
  }

  /// Whether it stands in the calendar.
  var isValid: Bool { first.isValid && last.isValid && (hour ?? 0) <= 24 && (minute ?? 0) < 60 }
}

extension DatePoint: CustomStringConvertible {
  /// ISO 8601: `2024`, `2024-05`, `2024-05-06`, `2024-05-06T14:25`.
  var description: String {
    var out = Self.padded(year, 4)
    guard let month else { return out }
    out += "-" + Self.padded(month, 2)
    guard let day else { return out }
    out += "-" + Self.padded(day, 2)
    guard let hour else { return out }
    out += "T" + Self.padded(hour, 2) + ":" + Self.padded(minute ?? 0, 2)
    if let zone {
      if zone == 0 { return out + "Z" }
      let m = abs(zone)
      out += (zone < 0 ? "-" : "+") + Self.padded(m / 60, 2) + ":" + Self.padded(m % 60, 2)
    }
    return out
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// What a date mention stands for: a point, or an interval, open on one side at most.
struct DateValue: Equatable, Sendable {
  var start: DatePoint?
  var end: DatePoint?
  var isInterval: Bool

  /// A point.
  init(_ point: DatePoint) {
    start = point
    end = point
    isInterval = false
  }

  /// An interval; `nil` leaves a side open.
  init(from start: DatePoint?, to end: DatePoint?) {
    self.start = start
    self.end = end
    isInterval = true
  }

  /// Whether both sides stand in the calendar and in order.
  var isValid: Bool {
    if let start, !start.isValid { return false }
    if let end, !end.isValid { return false }
    if start == nil, end == nil { return false }
    guard isInterval, let start, let end else { return true }
    return start.first.daysSinceEpoch <= end.last.daysSinceEpoch
  }
}

extension DateValue: CustomStringConvertible {
  /// ISO 8601, `..` for an open side: `2023-12`, `2021/2025`, `2020/..`.
  var description: String {
    if !isInterval { return start?.description ?? ".." }
    return (start?.description ?? "..") + "/" + (end?.description ?? "..")
  }
}
