import ArgumentParser
import Corpus
import Glibc
import HanText

/// The options of commands that print tables of the contract.
struct TableOptions: ParsableArguments {
  /// The formats rows can be printed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, tsv, jsonl, xlsx
  }

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

  /// The sheets of a workbook.
  var tables: [Table] { table.map { [$0] } ?? Table.allCases }

  /// What prints records as text.
  func printer(script: ScriptChoice) -> RecordPrinter {
    RecordPrinter(format: format, table: table ?? .mentions, script: script)
  }

  /// What stands before the first record.
  func header(of printer: RecordPrinter) -> [UInt8] {
    (bom ? [0xEF, 0xBB, 0xBF] : []) + printer.header
  }

  /// Opens the output.
  func outputFile() throws(OutputFile.Failure) -> OutputFile {
    guard let output, output != "-" else { return OutputFile() }
    return try OutputFile(path: output)
  }
}

extension Console {
  /// Tells of output that could not be written, and gives the status for it.
  func report(_ failure: OutputFile.Failure) -> ExitStatus {
    switch failure {
    case .closedPipe: return .success
    case .unwritable(let path, let reason):
      self.failure(path, "cannot be written: \(reason)")
      return .outputFailed
    }
  }
}
