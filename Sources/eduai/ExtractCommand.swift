import ArgumentParser
import Corpus
import Entities
import Glibc
import HanText
import Pages

/// `eduai extract`: the mentions of every article, or another table of them.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "List people, institutions, places, figures, dates and policies of articles.",
    discussion: """
      EXAMPLES
        eduai extract pages/ > mentions.csv
        eduai extract pages/ --table people --format tsv
        eduai extract pages/ --format xlsx --output pages.xlsx
        eduai extract pages/ --bom --output for-excel.csv
        eduai extract articles.jsonl --format jsonl | jq .mentions
        curl -s https://example.org/page.html | eduai extract - --table figures
      """)

  /// The formats rows can be printed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, tsv, jsonl, xlsx
  }

  @OptionGroup var input: ArticleOptions
  @OptionGroup var recognition: RecognitionOptions

  @Option(
    help: """
      Output format: csv, tsv, jsonl (one object a document), or xlsx (a workbook with a sheet for \
      each table).
      """)
  var format = Format.csv

  @Option(
    help: """
      Table: mentions (the default of csv and tsv), documents, people, institutions, figures or \
      relations; xlsx has all of them unless one is named.
      """)
  var table: Table?

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Begin with a byte order mark, so that Excel reads UTF-8.")
  var bom = false

  func validate() throws {
    guard format == .xlsx else { return }
    if bom { throw ValidationError("--bom is for text; a workbook needs none.") }
    if (output ?? "-") == "-", isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("A workbook is no text for a terminal: name a file with --output.")
    }
  }

  func run() throws {
    let analyzer = try Analyzer(lexicon: input.userLexicon(), tagger: recognition.tagger())
    let session = Session(input: input, cleaner: input.cleaner(), outputPath: output)
    let script = input.script
    @Sendable func record(_ article: Article, _ breaker: SentenceBreaker) -> Record {
      Record(article: article, analysis: analyzer.analyze(article, sentences: breaker))
    }
    let status: ExitStatus
    if format == .xlsx {
      let tables = table.map { [$0] } ?? Table.allCases
      status = session.run(
        into: { (output) throws(OutputFile.Failure) in try WorkbookSink(output, tables: tables) },
        countsMentions: true
      ) { article, breaker in
        let record = record(article, breaker)
        let piece = tables.map { table in
          var rows: [[Cell]] = []
          table.rows(of: record, script: script) { rows.append($0) }
          return (table, rows)
        }
        return (piece, record.analysis.mentions.count)
      }
    } else {
      let printer = RecordPrinter(format: format, table: table ?? .mentions, script: script)
      let header = (bom ? [0xEF, 0xBB, 0xBF] : []) + printer.header
      status = session.run(
        into: { (output) throws(OutputFile.Failure) in try ByteSink(output, header: header) },
        countsMentions: true
      ) { article, breaker in
        let record = record(article, breaker)
        return (ByteSink.Piece(bytes: printer.bytes(of: record)), record.analysis.mentions.count)
      }
    }
    try status.end()
  }
}

/// Prints records as text, in the format and table that the user chose.
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
