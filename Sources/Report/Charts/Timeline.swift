/// Articles over time, as bars: by month for up to five years, else by year, without gaps.
struct Timeline: Equatable {
  /// One bar.
  struct Bar: Equatable {
    /// `2024-12` or `2024`.
    var period: String
    var articles = 0
    var duplicates = 0
  }

  /// The bars from the first to the last.
  private(set) var bars: [Bar] = []
  /// Whether a bar is a month.
  private(set) var isByMonth = true
  /// Articles that name only a year, where bars are months.
  private(set) var withoutMonth = 0
  /// Articles without a date.
  private(set) var withoutDate = 0
  /// Articles from before the first bar.
  private(set) var earlier = 0

  private static let monthLimit = 60
  private static let yearLimit = 60

  /// Lays out the periods, which come in order.
  init(_ periods: [ArticlePeriod]) {
    var months: [(index: Int, period: ArticlePeriod)] = []
    var years: [(index: Int, period: ArticlePeriod)] = []
    for period in periods {
      guard let (year, month) = Self.parse(period.period) else {
        withoutDate += period.articles
        continue
      }
      if let month { months.append((year * 12 + month - 1, period)) }
      years.append((year, period))
      if month == nil { withoutMonth += period.articles }
    }
    let span = (months.last?.index ?? 0) - (months.first?.index ?? 0) + 1
    isByMonth = !months.isEmpty && span <= Self.monthLimit
    if !isByMonth { withoutMonth = 0 }
    let limit = isByMonth ? Self.monthLimit : Self.yearLimit
    let dated = (isByMonth ? months : years).sorted { $0.index < $1.index }
    guard let last = dated.last, let first = dated.first else { return }
    let start = max(first.index, last.index - limit + 1)
    bars = (start...last.index).map { Bar(period: isByMonth ? Self.month($0) : String($0)) }
    for (index, period) in dated {
      if index < start {
        earlier += period.articles
      } else {
        bars[index - start].articles += period.articles
        bars[index - start].duplicates += period.duplicates
      }
    }
  }

  /// Year and month of `2024-12` or `2024`.
  private static func parse(_ period: String) -> (year: Int, month: Int?)? {
    let parts = period.split(separator: "-")
    guard let first = parts.first, first.count == 4, let year = Int(first), year >= 0 else {
      return nil
    }
    guard parts.count > 1 else { return (year, nil) }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    return (year, month)
  }

  private static func month(_ index: Int) -> String {
    let month = index % 12 + 1
    return "\(index / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  /// The greatest height of a bar.
  var peak: Int { bars.map { $0.articles + $0.duplicates }.max() ?? 0 }
  /// Whether some bar has further copies.
  var hasDuplicates: Bool { bars.contains { $0.duplicates > 0 } }
}
