import ArgumentParser
import Corpus

/// `eduai entities`: who and what an index knows, with counts.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List the people, institutions, places and policies of an index with counts.",
    discussion: """
      One row for each type and name, most documents first; copies of the same article are counted \
      and, in columns of their own, not counted. short_names are names that stand for it in \
      documents that do not give the full one.

      EXAMPLES
        eduai entities --db corpus.db --type institution | head
        eduai entities --db corpus.db --min-documents 3 --format jsonl
      """)

  /// The formats entities can be listed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, tsv, jsonl
  }

  /// The types an entity can have.
  enum EntityKind: String, CaseIterable, ExpressibleByArgument {
    case person, institution, place, policy
  }

  @OptionGroup var index: IndexFileOptions

  @Option(help: "Only one type: person, institution, place or policy.")
  var type: EntityKind?

  @Option(help: "Only entities that at least so many documents mention.")
  var minDocuments = 1

  @Option(help: "Output format: csv, tsv or jsonl.")
  var format = Format.csv

  @Option(
    name: [.short, .long], help: "File to write, whole or not at all; - for standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "Begin with a byte order mark, so that Excel reads UTF-8.")
  var bom = false

  func run() throws {
    let file = try index.open()
    let console = Console(isQuiet: true)
    var status = ExitStatus.success
    do throws(OutputFile.Failure) {
      let output =
        if let path = self.output, path != "-" { try OutputFile(path: path) } else { OutputFile() }
      do throws(OutputFile.Failure) {
        status = try write(file, to: output)
        if status == .success { try output.commit() }
      } catch {
        output.discard()
        throw error
      }
      output.discard()
    } catch {
      status = console.report(error)
    }
    try status.end()
  }

  private func write(
    _ file: IndexFile, to output: OutputFile
  ) throws(OutputFile.Failure) -> ExitStatus {
    let writer = DelimitedWriter(format: format == .tsv ? .tsv : .csv)
    var bytes: [UInt8] = bom ? [0xEF, 0xBB, 0xBF] : []
    if format != .jsonl { writer.append(IndexEntity.columns.map(Cell.text), to: &bytes) }
    var failure: OutputFile.Failure?
    do throws(IndexError) {
      try file.forEachEntity(type: type?.rawValue) { entity in
        // Most documents come first.
        guard entity.documents >= minDocuments else { return false }
        if format == .jsonl {
          bytes += entity.json
        } else {
          writer.append(entity.cells, to: &bytes)
        }
        do throws(OutputFile.Failure) { try output.write(bytes) } catch { failure = error }
        bytes.removeAll(keepingCapacity: true)
        return failure == nil && !Interrupts.isPending
      }
    } catch {
      return .readFailure(error)
    }
    if let failure { throw failure }
    try output.write(bytes)
    return Interrupts.isPending ? .interrupted : .success
  }
}
