import Corpus
import HanText

/// Writes what an index holds as one HTML page that needs nothing beside itself.
///
/// The page is written piece by piece, an article at a time, so memory stays bounded; the same
/// index gives the same bytes.
public struct Report: Sendable {
  /// Why there is no report.
  public enum Failure: Error, Sendable, Equatable {
    /// The content could not be read: from where, and why.
    case source(path: String, reason: String)
    /// The page could not be written.
    case output(OutputFile.Failure)
    /// The caller asked to end.
    case interrupted
  }

  /// Articles whose whole text is on the page.
  public var articles: Int
  /// Rows of each table.
  public var rows: Int

  /// People and institutions in the network.
  static let networkSize = (people: 30, institutions: 30)

  /// Makes a report of some size.
  public init(articles: Int = 200, rows: Int = 1000) {
    self.articles = articles
    self.rows = rows
  }

  /// Writes the page; the output stays uncommitted.
  ///
  /// - Parameter isInterrupted: asked before each article.
  public func write(
    _ source: some ReportSource, to output: OutputFile, isInterrupted: () -> Bool = { false }
  ) throws(Failure) {
    let overview = try source.overview()
    try put(Page.head(overview), output)
    let periods = try source.periods()
    try put(TimeSection.html(periods), output)
    let people = try source.people(limit: rows)
    try put(PeopleSection.html(people, of: overview.people), output)
    let bodies = try source.institutions(limit: rows)
    let kinds = try source.institutionKinds()
    try put(InstitutionSection.html(bodies, kinds: kinds, of: overview.institutions), output)
    try writeFigures(of: source, overview, to: output, isInterrupted)
    let connections = try source.connections(
      people: Self.networkSize.people, institutions: Self.networkSize.institutions)
    try put(ConnectionSection.html(connections, limit: rows), output)
    try writeArticles(of: source, overview, to: output, isInterrupted)
    try put(Page.tail(), output)
  }

  private func writeFigures(
    of source: some ReportSource, _ overview: CorpusOverview, to output: OutputFile,
    _ isInterrupted: () -> Bool
  ) throws(Failure) {
    try put(FigureSection.begin(shown: min(rows, overview.figures), of: overview.figures), output)
    var left = rows
    try each(source, isInterrupted) { article, number throws(OutputFile.Failure) in
      for mark in article.marks {
        guard left > 0 else { break }
        guard let figure = mark.figure else { continue }
        let link = number <= articles ? ArticleSection.link(number, mark.span) : nil
        try output.write(FigureSection.row(figure, at: mark.span, of: article, link: link).bytes)
        left -= 1
      }
      return left > 0
    }
    try put(FigureSection.end(), output)
  }

  private func writeArticles(
    of source: some ReportSource, _ overview: CorpusOverview, to output: OutputFile,
    _ isInterrupted: () -> Bool
  ) throws(Failure) {
    let shown = min(articles, overview.articles)
    try put(ArticleSection.begin(shown: shown, of: overview.articles), output)
    if articles > 0 {
      try each(source, isInterrupted) { article, number throws(OutputFile.Failure) in
        try output.write(ArticleSection.html(article, number: number).bytes)
        return number < articles
      }
    }
    try put(ArticleSection.end(), output)
  }

  /// Gives the articles with their numbers, from 1, until `body` says `false`.
  private func each(
    _ source: some ReportSource, _ isInterrupted: () -> Bool,
    _ body: (ReportArticle, Int) throws(OutputFile.Failure) -> Bool
  ) throws(Failure) {
    var number = 0
    var failure: Failure?
    try source.eachArticle { article in
      number += 1
      if isInterrupted() {
        failure = .interrupted
        return false
      }
      do throws(OutputFile.Failure) { return try body(article, number) } catch {
        failure = .output(error)
        return false
      }
    }
    if let failure { throw failure }
  }

  private func put(_ html: HTML, _ output: OutputFile) throws(Failure) {
    do throws(OutputFile.Failure) { try output.write(html.bytes) } catch { throw .output(error) }
  }
}
