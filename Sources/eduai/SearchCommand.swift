import ArgumentParser
import Corpus
import Glibc
import HanText

extension SearchFilter.MentionType: ExpressibleByArgument {}

/// `eduai search`: full text and filters over an index.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search an index: words in either script, people, figures, dates, sources.",
    discussion: """
      Words side by side must all occur; "…" or 「…」 keeps words together; AND, OR, NOT (in capitals) \
      and brackets combine. Words of one or two characters are found too, inside longer ones: 大学 \
      finds 大学生; a Latin word is found whole, AI* also goes on. What fits best comes first, then \
      what is new. Filters may stand in the query as well: source:新华社 from:2024-01 person:张英.

      EXAMPLES
        eduai search 人工智能 --db corpus.db
        eduai search '(培训 OR 课程) 教师 NOT 幼儿园' --db corpus.db --from 2024-01 --to 2024-06
        eduai search --type person --name 张英 --db corpus.db
        eduai search 招聘 --unit 人 --min 100000 --source 日报 --db corpus.db --format csv
      """)

  @Argument(help: "The words; may be left out where a filter is given.")
  var query: String?

  @Option(name: .customLong("db"), help: "The index file.", completion: .file())
  var database: String

  @Option(help: "With a mention of this type: person, institution, place, figure, date or policy.")
  var type: SearchFilter.MentionType?

  @Option(help: "With a mention of this name, in either script; short names find the full one.")
  var name: String?

  @Option(help: "With a person of this post: 主任, 副总裁.")
  var role: String?

  @Option(help: "Published on this day, month or year, or later: 2024, 2024-01, 2024-01-31.")
  var from: String?

  @Option(help: "Published on this day, month or year, or earlier.")
  var to: String?

  @Option(help: "With a figure of this unit: 人, CNY, %, km.")
  var unit: String?

  @Option(help: "With a figure of at least this value.")
  var min: Double?

  @Option(help: "With a figure of at most this value.")
  var max: Double?

  @Option(help: "From media whose name has this, in either script.")
  var source: String?

  @Flag(help: "Leave out documents that copy another one of the index.")
  var withoutDuplicates = false

  @Option(help: "Most documents to print; 0 for all (default: 20 in a table, else all).")
  var limit: Int?

  @OptionGroup var rows: RowOptions

  @Flag(help: "Print failures only: no summary.")
  var quiet = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let request = try request()
    let file = try IndexFileOptions.open(database)
    let session = try QuerySession(rows: rows, isQuiet: quiet)
    let printer = SearchHitPrinter(format: rows.chosenFormat, isColoured: rows.isTerminal)
    try session.write(printer.header)
    var found = 0
    var stopped: (any Error)?
    var hasMore = false
    do throws(IndexError) {
      hasMore = try IndexSearch(file).forEachHit(request) { hit in
        do { try session.write(printer.bytes(of: hit)) } catch { stopped = error }
        found += 1
        return stopped == nil && !Interrupts.isPending
      }
    } catch {
      session.abandon()
      throw ExitCode(ExitStatus.readFailure(error).rawValue)
    }
    if let stopped { throw stopped }
    try session.finish(
      hasMore
        ? "the first \(Console.count(found, "document")) (--limit 0 prints all)"
        : Console.count(found, "document"))
  }

  private func request() throws -> SearchRequest {
    let text = try filterText(query ?? "")
    var filter = text.filter
    if let type { filter.type = type }
    if let name { filter.name = name }
    if let role { filter.role = role }
    if let from { filter.from = try date(from, "--from") }
    if let to { filter.to = try date(to, "--to") }
    if let unit { filter.unit = unit }
    if let min { filter.minimum = min }
    if let max { filter.maximum = max }
    if let source { filter.source = source }
    if withoutDuplicates { filter.withoutDuplicates = true }
    if text.query == nil, filter.isEmpty {
      Console(isQuiet: true).failure("query", "nothing to search for: no words and no filter")
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    return SearchRequest(
      query: text.query, filter: filter, limit: rows.limit(limit, inTable: 20))
  }

  private func date(_ text: String, _ option: String) throws -> PartialDate {
    do throws(SearchQueryError) { return try PartialDate(text) } catch {
      Console(isQuiet: true).failure(option, error.description)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }
}
