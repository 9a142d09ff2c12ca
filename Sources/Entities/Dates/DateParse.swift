/// One date expression as written, before it is placed on the calendar.
struct DateParse {
  /// Offset behind what was read.
  var end: Int

  /// How the year is given.
  enum Year: Equatable {
    case absolute(Int)
    case relative(Int)
    /// Two digits.
    case short(Int)
  }
  var year: Year?
  var month: Int?
  var monthOffset: Int?
  var day: Int?
  var dayOffset: Int?
  var weekOffset: Int?
  /// 1 (Monday) … 7.
  var weekday: Int?
  var part: Part?
  var dayPart: DateWord.DayPart?
  var hour: Int?
  var minute: Int?
  var zone: Int?
  /// Whether the last number stands without its unit, which the other end of a range gives.
  var isOpen = false
  /// Whether its year is told from another one in the sentence (上年).
  var isAnaphoric = false
  /// Whether it is told from a date before it in the text (同年, 当天).
  var isTold = false
  /// Whether a school or fiscal year is written with both its years (2024/25).
  var isDouble = false
  /// The month its year begins with: 4 in parts of a fiscal year of Hong Kong.
  var firstMonth = 1
  /// Whether it is said to lie in the year behind the start of its range.
  var isNextYear = false

  /// A part of a year, month or other stretch.
  enum Part: Equatable {
    case quarter(Int), quarterOffset(Int), half(Int), halfOfMonth(Int), halfYearOffset(Int)
    case firstQuarters(Int), firstMonths(Int), lastMonths(Int), firstDays(Int)
    case startOfYear, middleOfYear, endOfYear
    case startOfMonth, middleOfMonth, endOfMonth
    case tenDays(Int), season(Int), weekend
    /// The n-th week, month or day of a year or month.
    case week(Int), nthMonth(Int), nthDay(Int)
    /// The n-th weekday of a month; -1 for the last.
    case nthWeekday(Int, Int)
    case schoolYear, fiscalYear, term(Int)
    case endOfQuarter
    /// A month or decade of which only a vague part is meant.
    case vague
  }

  init(end: Int) { self.end = end }

  /// The coarsest level that is given: 0 year, 1 month, 2 week or day, 3 time; 4 for nothing.
  var level: Int {
    if year != nil { return 0 }
    if month != nil || monthOffset != nil || part != nil { return 1 }
    if day != nil || dayOffset != nil || weekOffset != nil || weekday != nil { return 2 }
    if hour != nil { return 3 }
    return 4
  }

  /// Takes from `first` the coarser levels that the second end of a range leaves out.
  func inheriting(_ first: DateParse) -> DateParse {
    var out = self
    switch level {
    case 1 where monthOffset == nil && part == nil: out.year = first.year
    case 2 where day != nil:
      out.year = first.year
      out.month = first.month
      out.monthOffset = first.monthOffset
    case 3:
      out.year = first.year
      out.month = first.month
      out.monthOffset = first.monthOffset
      out.day = first.day
      out.dayOffset = first.dayOffset
      out.weekOffset = first.weekOffset
      out.weekday = first.weekday
      if dayPart == nil, let hour = hour, hour < 12 { out.dayPart = first.dayPart }
    default: break
    }
    if case .short(let y) = year, case .absolute(let full) = first.year, y < 100 {
      out.year = .absolute(full - full % 100 + y)
    }
    return out
  }
}
