import ArgumentParser
import Corpus
import HanText

/// `eduai collocates`: the words around a word.
struct CollocatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocates",
    abstract: "List the words that stand around a word more often than by chance.",
    discussion: """
      The word may be a pattern (see eduai help kwic) that begins and ends with words. Windows do not \
      leave the sentence. g2 (log-likelihood) says how sure the tie is, mi and log_dice how close; a \
      negative g2 marks words that avoid it.

      EXAMPLES
        eduai collocates 人才 pages/
        eduai collocates '人工智能|AI' pages/ --left 3 --right 3 --by dice
        eduai collocates 教师 --db corpus.db --min 5 --format csv --output teachers.csv
      """)

  @Argument(help: "The word.")
  var word: String

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var words: WordOptions
  @OptionGroup var rows: RowOptions

  @Option(help: "Words of the window to the left.")
  var left = 5

  @Option(help: "Words of the window to the right.")
  var right = 5

  @Option(help: "Least number of times together.")
  var min = 2

  @Option(help: "Order: g2, mi, t, dice or together.")
  var by = Collocations.Measure.g2

  @Option(help: "Most words to list; 0 for all (default: 100 in a table, else all).")
  var top: Int?

  func validate() throws {
    if !(0...100).contains(left) || !(0...100).contains(right) || left + right == 0 {
      throw ValidationError("--left and --right take 0 to 100, and not both 0.")
    }
  }

  func run() throws {
    let pattern = try keywordPattern(word)
    let reader = try words.reader(lexicon: corpus.reading.userLexicon())
    let window = Collocations.Window(left: left, right: right)
    var filter = Collocations.Filter()
    filter.minimum = min
    filter.measure = by
    filter.top = rows.limit(top)
    filter.stopWords = try words.stopWordList()
    let source = try corpus.source()
    let session = try QuerySession(rows: rows, isQuiet: corpus.reading.quiet)
    var collocations = Collocations()
    try session.scan(source, jobs: corpus.reading.threadCount) { source, breaker in
      Collocations.part(
        of: source, node: pattern, window: window, words: reader, sentences: breaker)
    } take: { part in
      collocations.add(part)
      return true
    }
    try session.write(
      collocations.rows(filter, script: corpus.reading.script), columns: Collocations.columns,
      format: rows.chosenFormat)
    try session.finish([
      "found \(Console.count(collocations.nodes, "time"))",
      "\(Console.count(collocations.windowWords, "word")) around it",
    ])
  }
}
