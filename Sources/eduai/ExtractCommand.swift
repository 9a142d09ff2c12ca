import ArgumentParser
import Corpus
import Entities
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

  @OptionGroup var input: ArticleOptions
  @OptionGroup var recognition: RecognitionOptions

  @OptionGroup var site: SiteOptions

  @OptionGroup var printing: TableOptions

  func run() throws {
    let analyzer = try Analyzer(lexicon: input.userLexicon(), tagger: recognition.tagger())
    let session = Session(
      input: input, cleaner: input.cleaner(), isSameSite: site.sameSite, outputPath: printing.output
    )
    let script = input.script
    @Sendable func record(_ article: Article, _ breaker: SentenceBreaker) -> Record {
      Record(article: article, analysis: analyzer.analyze(article, sentences: breaker))
    }
    let status: ExitStatus
    if printing.format == .xlsx {
      let tables = printing.tables
      status = session.run(
        into: { (output) throws(OutputFile.Failure) in try WorkbookSink(output, tables: tables) },
        countsMentions: true
      ) { article, breaker in
        let record = record(article, breaker)
        let piece = WorkbookSink.piece(of: record, tables: tables, script: script)
        return (piece, record.analysis.mentions.count)
      }
    } else {
      let printer = printing.printer(script: script)
      let header = printing.header(of: printer)
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
  let format: TableOptions.Format
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
    guard format == .jsonl else { return table.bytes(of: record, script: script, by: writer) }
    var bytes: [UInt8] = []
    RecordJSON.append(record, script: script, to: &bytes)
    return bytes
  }
}
