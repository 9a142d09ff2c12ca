import ArgumentParser
import Corpus
import HanText

/// `eduai words`: the frequency list.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "List the words of a corpus: how often, in how many documents, how evenly.",
    discussion: """
      Both scripts count as one: word is the Simplified form, written the commonest form in the \
      texts. per_million is for a million words; juilland_d is 1 for an even spread, gries_dp 0.

      EXAMPLES
        eduai words pages/
        eduai words pages/ --min 5 --stop-words stop.txt --format csv --output words.csv
        eduai words --db corpus.db --where 'source:新华社 from:2024' --top 50
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var words: WordOptions
  @OptionGroup var rows: RowOptions

  @Option(help: "Least frequency of a word listed.")
  var min = 1

  @Option(help: "Least number of documents of a word listed.")
  var minDocuments = 1

  @Option(help: "Most words to list; 0 for all (default: 100 in a table, else all).")
  var top: Int?

  func run() throws {
    let reader = try words.reader(lexicon: corpus.reading.userLexicon())
    var filter = FrequencyList.Filter()
    filter.minimum = min
    filter.minimumDocuments = minDocuments
    filter.top = rows.limit(top)
    filter.stopWords = try words.stopWordList()
    let source = try corpus.source()
    let session = try QuerySession(rows: rows, isQuiet: corpus.reading.quiet)
    var list = FrequencyList()
    try session.scan(source, jobs: corpus.reading.threadCount) { source, breaker in
      FrequencyList.part(of: source, words: reader, sentences: breaker)
    } take: { part in
      list.add(part)
      return true
    }
    try session.write(
      list.rows(filter, script: corpus.reading.script), columns: FrequencyList.columns,
      format: rows.chosenFormat)
    try session.finish([
      Console.count(list.total, "word"), "\(list.different) different",
    ])
  }
}
