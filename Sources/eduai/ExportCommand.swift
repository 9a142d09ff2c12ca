import ArgumentParser
import Corpus
import HanText

/// `eduai export`: tables of the contract from an index.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a table from an index: the same bytes as extract gives for its folder.",
    discussion: """
      EXAMPLES
        eduai export --db corpus.db > mentions.csv
        eduai export --db corpus.db --table figures --bom --output figures.csv
        eduai export --db corpus.db --format xlsx --output corpus.xlsx
        eduai export --db corpus.db --format jsonl --without-duplicates | jq .title
      """)

  @OptionGroup var index: IndexFileOptions
  @OptionGroup var printing: TableOptions

  @Flag(help: "Leave out documents that copy another one of the index.")
  var withoutDuplicates = false

  @Flag(help: "Print failures only.")
  var quiet = false

  func run() throws {
    let status: ExitStatus
    if printing.format == .xlsx {
      let tables = printing.tables
      status = try write(
        into: { (output) throws(OutputFile.Failure) in try WorkbookSink(output, tables: tables) },
        render: { WorkbookSink.piece(of: $0, tables: tables, script: .keep) })
    } else {
      let printer = printing.printer(script: .keep)
      let header = printing.header(of: printer)
      status = try write(
        into: { (output) throws(OutputFile.Failure) in try ByteSink(output, header: header) },
        render: { ByteSink.Piece(bytes: printer.bytes(of: $0)) })
    }
    try status.end()
  }

  private func write<Sink: PieceSink>(
    into makeSink: (OutputFile) throws(OutputFile.Failure) -> Sink,
    render: (Record) -> Sink.Piece
  ) throws -> ExitStatus {
    let file = try index.open()
    let console = Console(isQuiet: quiet)
    let output: OutputFile
    do throws(OutputFile.Failure) { output = try printing.outputFile() } catch {
      return console.report(error)
    }
    var status = ExitStatus.success
    var documents = 0
    do throws(OutputFile.Failure) {
      var sink = try makeSink(output)
      status = try read(file) { (record) throws(OutputFile.Failure) in
        documents += 1
        try sink.write(render(record))
      }
      if status == .success {
        try sink.finish(isOnlyOutcome: documents == 1)
        try output.commit()
        for warning in sink.warnings { console.failure(printing.output ?? "-", warning) }
        console.summary([Console.count(documents, "document")])
      }
    } catch {
      status = console.report(error)
    }
    output.discard()
    return status
  }

  /// Gives the records of an index to `body`; tells of an index that cannot be read.
  private func read(
    _ file: IndexFile, _ body: (Record) throws(OutputFile.Failure) -> Void
  ) throws(OutputFile.Failure) -> ExitStatus {
    var failure: OutputFile.Failure?
    do throws(IndexError) {
      try IndexReader(file, withoutDuplicates: withoutDuplicates).forEachRecord { record, _ in
        do throws(OutputFile.Failure) { try body(record) } catch { failure = error }
        return failure == nil && !Interrupts.isPending
      }
    } catch {
      return .readFailure(error)
    }
    if let failure { throw failure }
    return Interrupts.isPending ? .interrupted : .success
  }
}
