import ArgumentParser
import Corpus
import HanText

extension Keyness.Side: ExpressibleByArgument {}

/// `eduai keyness`: the words that tell two corpora apart.
struct KeynessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyness",
    abstract: "List the words that one of two corpora uses more than the other.",
    discussion: """
      g2 (log-likelihood) says how sure the difference is (p: its probability by chance), log_ratio \
      how great: 1 is twice as often in A, -1 twice as often in B. percent_diff is empty for words \
      that B has not.

      EXAMPLES
        eduai keyness mainland/ taiwan/
        eduai keyness 2024/ 2023/ --more-in a --p 0.0001 --format csv --output new-words.csv
        eduai keyness --db corpus.db --a 'source:新华社' --b 'source:中央社'
      """)

  @Argument(help: "Corpus A and corpus B: two files or folders.", completion: .file())
  var paths: [String] = []

  @OptionGroup var index: IndexPairOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var words: WordOptions
  @OptionGroup var rows: RowOptions

  @Option(help: "Least frequency in both together.")
  var min = 3

  @Option(help: "Highest probability by chance, 0 to 1.")
  var p = 1.0

  @Option(help: "Only words that this corpus has more of: a or b.")
  var moreIn: Keyness.Side?

  @Option(help: "Most words to list; 0 for all (default: 100 in a table, else all).")
  var top: Int?

  func validate() throws {
    try index.check(paths: paths)
    if !(0...1).contains(p) { throw ValidationError("--p takes 0 to 1.") }
  }

  func run() throws {
    let reader = try words.reader(lexicon: reading.userLexicon())
    var filter = Keyness.Filter()
    filter.minimum = min
    filter.significance = p
    filter.side = moreIn
    filter.top = rows.limit(top)
    filter.stopWords = try words.stopWordList()
    let sources = try index.sources(paths: paths, reading: reading)
    let session = try QuerySession(rows: rows, isQuiet: reading.quiet)
    var keyness = Keyness()
    for (side, source) in sources {
      try session.scan(source, jobs: reading.threadCount) { source, breaker in
        Keyness.part(of: source, words: reader, sentences: breaker)
      } take: { part in
        keyness.add(part, to: side)
        return true
      }
    }
    let found = keyness.rows(filter, script: reading.script)
    try session.write(found, columns: Keyness.columns, format: rows.chosenFormat)
    try session.finish([
      "\(Console.count(keyness.total(.a), "word")) in A", "\(keyness.total(.b)) in B",
    ])
  }
}
