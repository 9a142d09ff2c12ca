import Corpus
import HanText

/// A report's content from an index, as of one moment: a transaction spans its life.
///
/// Only documents that are present count, and of those that repeat another only the first.
public final class IndexSource: ReportSource {
  let file: IndexFile
  private let name: String

  /// What the documents of the report have in common, `d` being the document.
  static let counted = "d.state = 'present' AND d.duplicate_of IS NULL"

  /// Begins to read an index.
  ///
  /// - Parameter name: what the page calls the corpus; `nil` for the name of the file.
  public init(_ file: IndexFile, name: String? = nil) throws(Report.Failure) {
    self.file = file
    let path = file.path
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    self.name = name ?? (fileName.hasSuffix(".db") ? String(fileName.dropLast(3)) : fileName)
    try reading { (database) throws(DatabaseError) in try database.execute("BEGIN") }
  }

  deinit { file.database.rollBack() }

  /// Runs `body`; an error of SQLite becomes one of the report.
  func reading<Value>(
    _ body: (Database) throws(DatabaseError) -> Value
  ) throws(Report.Failure) -> Value {
    do throws(DatabaseError) { return try body(file.database) } catch {
      let error = IndexError(error, path: file.path)
      throw .source(path: error.path, reason: error.reason)
    }
  }

  /// The corpus in numbers; reads every mention of figures once.
  public func overview() throws(Report.Failure) -> CorpusOverview {
    let name = name
    return try reading { (database) throws(DatabaseError) in
      var overview = CorpusOverview()
      overview.name = name
      overview.updated = try database.text("SELECT max(finished) FROM runs")
      overview.failures = try database.integer("SELECT count(*) FROM failures") ?? 0
      let documents = try database.prepare(
        """
        SELECT sum(duplicate_of IS NULL), sum(duplicate_of IS NOT NULL),
          min(CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-*' THEN substr(published, 1, 10) END),
          max(CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-*' THEN substr(published, 1, 10) END)
        FROM documents WHERE state = 'present'
        """)
      if try documents.step() {
        overview.articles = documents.integer(0)
        overview.duplicates = documents.integer(1)
        overview.firstDay = documents.text(2)
        overview.lastDay = documents.text(3)
      }
      overview.figures =
        try database.integer(
          """
          SELECT count(*) FROM mentions m JOIN documents d ON d.id = m.document
          WHERE m.type = 'figure' AND \(Self.counted)
          """) ?? 0
      let entities = try database.prepare(
        "SELECT type, count(*) FROM entities WHERE documents_without_duplicates > 0 GROUP BY type")
      while try entities.step() {
        switch entities.text(0) {
        case "person": overview.people = entities.integer(1)
        case "institution": overview.institutions = entities.integer(1)
        case "place": overview.places = entities.integer(1)
        case "policy": overview.policies = entities.integer(1)
        default: break
        }
      }
      return overview
    }
  }

  /// Articles by month or, where a date has none, by year; those without a date last.
  public func periods() throws(Report.Failure) -> [ArticlePeriod] {
    try reading { (database) throws(DatabaseError) in
      let rows = try database.prepare(
        """
        SELECT CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' THEN substr(published, 1, 7)
            WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END,
          sum(duplicate_of IS NULL), sum(duplicate_of IS NOT NULL)
        FROM documents WHERE state = 'present' GROUP BY 1 ORDER BY 1 = '', 1
        """)
      var periods: [ArticlePeriod] = []
      while try rows.step() {
        periods.append(
          ArticlePeriod(
            period: rows.text(0) ?? "", articles: rows.integer(1), duplicates: rows.integer(2)))
      }
      return periods
    }
  }

  /// The institutions named in most articles.
  public func institutions(limit: Int) throws(Report.Failure) -> [InstitutionEntry] {
    try reading { (database) throws(DatabaseError) in
      let rows = try database.prepare(
        """
        SELECT name, coalesce(subtype, 'other'), documents_without_duplicates,
          mentions_without_duplicates
        FROM entities WHERE type = 'institution' AND documents_without_duplicates > 0
        ORDER BY 3 DESC, 4 DESC, name LIMIT ?
        """)
      try rows.bind(limit, at: 1)
      var institutions: [InstitutionEntry] = []
      while try rows.step() {
        institutions.append(
          InstitutionEntry(
            name: rows.text(0) ?? "", kind: rows.text(1) ?? "", articles: rows.integer(2),
            mentions: rows.integer(3)))
      }
      return institutions
    }
  }

  /// How many institutions there are of each kind.
  public func institutionKinds() throws(Report.Failure) -> [KindCount] {
    try reading { (database) throws(DatabaseError) in
      let rows = try database.prepare(
        """
        SELECT coalesce(subtype, 'other'), count(*) FROM entities
        WHERE type = 'institution' AND documents_without_duplicates > 0
        GROUP BY 1 ORDER BY 2 DESC, 1
        """)
      var kinds: [KindCount] = []
      while try rows.step() {
        kinds.append(KindCount(kind: rows.text(0) ?? "", institutions: rows.integer(1)))
      }
      return kinds
    }
  }
}
