import ArgumentParser
import Corpus
import Entities
import Glibc
import HanText
import Pages

extension RowFormat: ExpressibleByArgument {}
extension NameWords: ExpressibleByArgument {}
extension ConcordanceOrder: ExpressibleByArgument {}
extension Collocations.Measure: ExpressibleByArgument {}

/// How the rows of a search or statistic are printed.
struct RowOptions: ParsableArguments {
  @Option(help: "table, csv, tsv or jsonl (default: table on a terminal, else csv).")
  var format: RowFormat?

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Begin with a byte order mark, so that Excel reads UTF-8.")
  var bom = false

  /// Whether people look at the output as it is written.
  var isTerminal: Bool { (output ?? "-") == "-" && isatty(STDOUT_FILENO) == 1 }

  /// The format asked for, or the one that fits where the output goes.
  var chosenFormat: RowFormat { format ?? (isTerminal ? .table : .csv) }

  /// Most rows to print, 0 for all: as asked for, else so many in a table for people.
  func limit(_ asked: Int?, inTable tableRows: Int = 100) -> Int {
    asked ?? (chosenFormat == .table ? tableRows : 0)
  }
}

/// What counts as a word, and which are listed.
struct WordOptions: ParsableArguments {
  @Option(
    help: "Recognised names that are one word each: none, people, or all (bodies and places too).")
  var names = NameWords.people

  @Option(
    help: "Words that are not listed: a file with one a line, in either script.",
    completion: .file())
  var stopWords: String?

  @OptionGroup var recognition: RecognitionOptions

  /// Finds the words of articles.
  func reader(lexicon: UserLexicon?) throws -> WordReader {
    WordReader(names: names, lexicon: lexicon, tagger: try recognition.tagger())
  }

  /// The list of stop words.
  ///
  /// - Throws: the exit status, after a line on standard error, where it cannot be read.
  func stopWordList() throws -> StopWords {
    guard let stopWords else { return StopWords() }
    do throws(InputFailure) {
      return StopWords(bytes: try FileContents.read(stopWords))
    } catch {
      Console(isQuiet: true).failure(error.document, error.reason)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }
}

/// Reads a pattern from the command line.
///
/// - Throws: the exit status, after a line on standard error, where it is none.
func keywordPattern(_ text: String) throws -> KeywordPattern {
  do throws(PatternError) { return try KeywordPattern(text) } catch {
    Console(isQuiet: true).failure("pattern \(text.prefix(80))", error.description)
    throw ExitCode(ExitStatus.usage.rawValue)
  }
}
