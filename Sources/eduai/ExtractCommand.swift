import ArgumentParser
import Corpus
import Entities
import HanText

/// `eduai extract`: the mentions of every article, or another table of them.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "List people, institutions, places, figures, dates and policies of articles.",
    discussion: """
      EXAMPLES
        eduai extract pages/ > mentions.csv
        eduai extract pages/ --table people --format tsv
        eduai extract pages/ --bom --output for-excel.csv
        eduai extract articles.jsonl --format jsonl | jq .mentions
        curl -s https://example.org/page.html | eduai extract - --table figures
      """)

  /// The formats rows can be printed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, tsv, jsonl
  }

  @OptionGroup var input: ArticleOptions
  @OptionGroup var recognition: RecognitionOptions

  @Option(help: "Output format: csv, tsv, or jsonl (one object a document).")
  var format = Format.csv

  @Option(
    help: "Table: mentions, documents, people, institutions, figures or relations (csv, tsv).")
  var table = Table.mentions

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Begin with a byte order mark, so that Excel reads UTF-8.")
  var bom = false

  func run() throws {
    let analyzer = try Analyzer(lexicon: input.userLexicon(), tagger: recognition.tagger())
    let session = Session(input: input, cleaner: input.cleaner(), outputPath: output)
    let printer = RecordPrinter(format: format, table: table, script: input.script)
    let status = session.run(
      header: (bom ? [0xEF, 0xBB, 0xBF] : []) + printer.header, countsMentions: true
    ) { article, breaker in
      let analysis = analyzer.analyze(article, sentences: breaker)
      let record = Record(article: article, analysis: analysis)
      return Session.Piece(bytes: printer.bytes(of: record), mentions: analysis.mentions.count)
    }
    try status.end()
  }
}

/// Prints records in the format and table that the user chose.
struct RecordPrinter: Sendable {
  let format: ExtractCommand.Format
  let table: Table
  let script: ScriptChoice

  private var writer: DelimitedWriter { DelimitedWriter(format: format == .tsv ? .tsv : .csv) }

  /// What stands before the first record.
  var header: [UInt8] {
    guard format != .jsonl else { return [] }
    var bytes: [UInt8] = []
    writer.append(table.columns.map(Cell.text), to: &bytes)
    return bytes
  }

  /// One record.
  func bytes(of record: Record) -> [UInt8] {
    var bytes: [UInt8] = []
    if format == .jsonl {
      RecordJSON.append(record, script: script, to: &bytes)
    } else {
      table.rows(of: record, script: script) { writer.append($0, to: &bytes) }
    }
    return bytes
  }
}
