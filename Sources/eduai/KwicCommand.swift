import ArgumentParser
import Corpus
import Glibc
import HanText
import Pages

/// `eduai kwic`: keywords in context.
struct KwicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show every occurrence of a word or pattern in its context (a concordance).",
    discussion: """
      The pattern finds both scripts and both cases. In it ? is one character, * up to ten within a \
      sentence, [师員] one of a set, A|B either, ( ) a group, \\ takes the next character as it is.

      EXAMPLES
        eduai kwic 人工智能 pages/
        eduai kwic '培训|訓練' pages/ --sort right --width 15
        eduai kwic '加强*建设' pages/ --format csv --output building.csv
        eduai kwic 教师 --db corpus.db --limit 50
      """)

  @Argument(help: "What to look for.")
  var pattern: String

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var rows: RowOptions

  @Option(help: "Context on each side, in Chinese characters; Latin ones count half.")
  var width = 20

  @Option(
    help: "Order: document, left (from the keyword outwards), right, or keyword (then right).")
  var sort = ConcordanceOrder.document

  @Option(help: "Most lines to print; 0 for all.")
  var limit = 0

  func validate() throws {
    if !(1...1000).contains(width) { throw ValidationError("--width takes 1 to 1000.") }
    if limit < 0 { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let pattern = try keywordPattern(pattern)
    let source = try corpus.source(finding: pattern)
    let session = try QuerySession(rows: rows, isQuiet: corpus.reading.quiet)
    let concordancer = Concordancer(
      pattern: pattern, width: width, script: corpus.reading.script)
    let printer = ConcordancePrinter(
      format: rows.chosenFormat, width: width, isColoured: rows.isTerminal)
    try session.write(printer.header)
    var found = 0
    let limit = limit == 0 ? Int.max : limit
    if sort == .document {
      try session.scan(source, jobs: corpus.reading.threadCount) { source, breaker in
        let concordance = concordancer.concordance(of: source.article, sentences: breaker)
        return concordance.lines.map { printer.bytes(of: $0, in: concordance) }
      } take: { lines in
        for line in lines.prefix(limit - found) { try session.write(line) }
        found += min(lines.count, limit - found)
        return found < limit
      }
    } else {
      let order = sort
      var sorter = LineSorter(limit: limit)
      try session.scan(source, jobs: corpus.reading.threadCount) { source, breaker in
        let concordance = concordancer.concordance(of: source.article, sentences: breaker)
        return concordance.lines.map {
          (order.key(of: $0, in: concordance.folded), printer.bytes(of: $0, in: concordance))
        }
      } take: { lines in
        found += lines.count
        for line in lines { sorter.add(key: line.0, bytes: line.1) }
        return true
      }
      for line in sorter.sorted() { try session.write(line) }
    }
    try session.finish([Console.count(found, "line")])
  }
}
