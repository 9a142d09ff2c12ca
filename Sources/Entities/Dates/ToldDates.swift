/// What the dates of a document so far leave to be told from: 同年, 当月, 次日.
struct ToldDates {
  private var year: (value: Int, sentence: Int)?
  /// Counted from the year 0.
  private var month: (value: Int, sentence: Int)?
  private var day: (value: CivilDate, sentence: Int)?
  private var sentence = 0

  /// How many sentences a date is remembered: a short article. Farther back, 当天 mostly is the day
  /// of something else.
  private static let reach = 20

  /// Counts a sentence.
  mutating func beginSentence() { sentence += 1 }

  /// Takes the last point of a date.
  mutating func tell(_ value: DateValue?) {
    guard let point = value?.end else { return }
    year = (point.year, sentence)
    guard let m = point.month else { return }
    month = (point.year * 12 + m - 1, sentence)
    guard let d = point.day else { return }
    day = (CivilDate(year: point.year, month: m, day: d), sentence)
  }

  /// The year told, some years on.
  func year(adding years: Int) -> Int? {
    guard let year, sentence - year.sentence <= Self.reach else { return nil }
    return year.value + years
  }

  /// The month told, some months on.
  func month(adding months: Int) -> (year: Int, month: Int)? {
    guard let month, sentence - month.sentence <= Self.reach else { return nil }
    let total = month.value + months
    return (total / 12, total % 12 + 1)
  }

  /// The day told, some days on.
  func day(adding days: Int) -> CivilDate? {
    guard let day, sentence - day.sentence <= Self.reach else { return nil }
    return day.value.adding(days: days)
  }
}
