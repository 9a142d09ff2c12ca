/// Where a report's content comes from: the index, or values made for a test.
///
/// Nothing is given whole that grows with the corpus: lists end at a limit, articles come one at a
/// time. Articles that repeat another are left out everywhere but in the counts of duplicates. What
/// cannot be read is thrown as `Report.Failure.source`.
public protocol ReportSource {
  /// The corpus in numbers.
  func overview() throws(Report.Failure) -> CorpusOverview
  /// Articles by month, in order; those without a month by year; those without a date last.
  func periods() throws(Report.Failure) -> [ArticlePeriod]
  /// The people named in most articles.
  func people(limit: Int) throws(Report.Failure) -> [PersonEntry]
  /// The institutions named in most articles.
  func institutions(limit: Int) throws(Report.Failure) -> [InstitutionEntry]
  /// How many institutions there are of each kind, the most frequent first.
  func institutionKinds() throws(Report.Failure) -> [KindCount]
  /// Who appears with whom, among the `people` and `institutions` named in most articles.
  func connections(people: Int, institutions: Int) throws(Report.Failure) -> Connections
  /// Gives articles to `body`, the latest first, those without a date last, until it says `false`.
  func eachArticle(_ body: (ReportArticle) -> Bool) throws(Report.Failure)
}
