/// What a word of `Data/date-words.tsv` means.
enum DateWord: Sendable, Equatable {
  /// A year, month, week, day, quarter relative to publication.
  case year(Int), yearBefore, month(Int), week(Int), day(Int), quarter(Int)
  /// The first or second half of a year.
  case half(Int)
  /// Half a month, half a year before or behind this one.
  case halfMonth(Int)
  /// Beginning (0), middle (1) or end (2) of a year, of a month.
  case yearPart(Int), monthPart(Int)
  /// A third of a month, 1…3.
  case tenDays(Int)
  /// A season, 1 (spring) … 4.
  case season(Int)
  /// The weekend of a week relative to publication.
  case weekend(Int)
  /// A time of day: hours below this count from noon when it is 12.
  case dayPart(DayPart)
  /// A day and a time of it (今晚, 昨夜, 今晨).
  case dayWithPart(Int, DayPart)
  /// Years from this one on (今明两年).
  case years(Int)
  /// Opens a stretch of time up to now, or from now on (过去, 近, 未来).
  case past, future, recent
  /// 民国.
  case republic
  /// A year, month or day seen from the date that the text told before (同年, 次月, 当天).
  case ownYear(Int), ownMonth(Int), ownDay(Int)
  /// A day seen from the one told before, and a time of it (当晚, 翌晨).
  case ownDayWithPart(Int, DayPart)
  /// 农历, and the months that only the lunar calendar has (正月).
  case lunar, lunarMonth

  /// Which half of the clock an hour is of.
  enum DayPart: Sendable {
    case morning, noon, afternoon
  }

  /// Reads the cells of a row.
  init?(kind: String, offset: String) {
    let n = Int(offset) ?? 0
    switch kind {
    case "year": self = .year(n)
    case "year-before": self = .yearBefore
    case "month": self = .month(n)
    case "week": self = .week(n)
    case "day": self = .day(n)
    case "quarter": self = .quarter(n)
    case "half": self = .half(n)
    case "half-month": self = .halfMonth(n)
    case "year-part": self = .yearPart(n)
    case "month-part": self = .monthPart(n)
    case "ten-days": self = .tenDays(n)
    case "season": self = .season(n)
    case "weekend": self = .weekend(n)
    case "years": self = .years(n)
    case "morning": self = offset.isEmpty ? .dayPart(.morning) : .dayWithPart(n, .morning)
    case "noon": self = offset.isEmpty ? .dayPart(.noon) : .dayWithPart(n, .noon)
    case "afternoon": self = offset.isEmpty ? .dayPart(.afternoon) : .dayWithPart(n, .afternoon)
    case "past": self = .past
    case "future": self = .future
    case "recent": self = .recent
    case "republic": self = .republic
    case "own-year": self = .ownYear(n)
    case "own-month": self = .ownMonth(n)
    case "own-day": self = .ownDay(n)
    case "own-morning": self = .ownDayWithPart(n, .morning)
    case "own-evening": self = .ownDayWithPart(n, .afternoon)
    case "lunar": self = .lunar
    case "lunar-month": self = .lunarMonth
    default: return nil
    }
  }
}
