import ArgumentParser
import Corpus
import Pages

/// The articles that a concordance or statistic reads: below paths, or of an index.
struct CorpusOptions: ParsableArguments {
  @Argument(
    help: "Files, folders (walked in sorted order), or - for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(name: .customLong("db"), help: "An index to read instead of paths.", completion: .file())
  var database: String?

  @Option(
    name: .customLong("where"),
    help: """
      Only these articles of the index: words and filters as in eduai help search, for example \
      'source:新华社 from:2024-01 to:2024-06 人工智能'.
      """)
  var condition: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if paths.isEmpty == (database == nil) {
      throw ValidationError("Name the articles: files and folders, or an index by --db.")
    }
    if condition != nil, database == nil { throw ValidationError("--where needs --db.") }
  }

  /// The articles.
  ///
  /// - Parameter pattern: what is looked for, if nothing else is: articles of an index that cannot
  ///   have it are not read.
  func source(finding pattern: KeywordPattern? = nil) throws -> ArticleSource {
    guard let database else {
      return ArticleSource(reader: reading.reader(of: paths), cleaner: reading.cleaner())
    }
    return try ArticleSource.index(database, condition: condition, finding: pattern)
  }
}

/// The two corpora of a comparison.
struct IndexPairOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: "An index that has both corpora, instead of paths.",
    completion: .file())
  var database: String?

  @Option(help: "Corpus A of the index: words and filters as in eduai help search.")
  var a: String?

  @Option(help: "Corpus B of the index.")
  var b: String?

  /// The articles of both sides.
  func sources(
    paths: [String], reading: ReadingOptions
  ) throws -> [(Keyness.Side, ArticleSource)] {
    if let database {
      return try [(.a, a), (.b, b)].map { side, condition in
        (side, try ArticleSource.index(database, condition: condition, finding: nil))
      }
    }
    return zip(Keyness.Side.allCases, paths).map { side, path in
      (side, ArticleSource(reader: reading.reader(of: [path]), cleaner: reading.cleaner()))
    }
  }

  /// Checks that two corpora are named, one way or the other.
  func check(paths: [String]) throws {
    if database != nil {
      if !paths.isEmpty { throw ValidationError("Name paths or an index, not both.") }
      if a == nil || b == nil { throw ValidationError("--db needs --a and --b.") }
    } else {
      if a != nil || b != nil { throw ValidationError("--a and --b need --db.") }
      if paths.count != 2 {
        throw ValidationError("Two corpora are compared: name two files or folders.")
      }
    }
  }
}

extension ArticleSource {
  /// Articles of an index.
  ///
  /// - Throws: the exit status, after a line on standard error, where the condition is wrong or the
  ///   index cannot be read.
  static func index(
    _ database: String, condition: String?, finding pattern: KeywordPattern?
  ) throws -> ArticleSource {
    let filter = try condition.map { try filterText($0) }
    let file = try IndexFileOptions.open(database)
    do throws(IndexError) {
      if let pattern {
        return ArticleSource(
          try IndexArticles(
            file, having: pattern, query: filter?.query, filter: filter?.filter ?? SearchFilter()))
      }
      return ArticleSource(
        try IndexArticles(file, query: filter?.query, filter: filter?.filter ?? SearchFilter()))
    } catch {
      throw ExitCode(ExitStatus.readFailure(error).rawValue)
    }
  }
}

/// Reads filters and a query from the command line.
///
/// - Throws: the exit status, after a line on standard error, where they are wrong.
func filterText(_ text: String) throws -> FilterText {
  do throws(SearchQueryError) { return try FilterText(text) } catch {
    Console(isQuiet: true).failure("query \(text.prefix(80))", error.description)
    throw ExitCode(ExitStatus.usage.rawValue)
  }
}
