import ArgumentParser
import Corpus
import Entities
import HanText

/// `eduai index`: keeps one SQLite file in step with folders.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keep an SQLite file of documents and mentions in step with folders.",
    discussion: """
      Reads what is new or changed since the last run; marks what is gone. Killed at any moment, the \
      file holds whole documents, and the next run completes it. docs/index.md describes the tables.

      EXAMPLES
        eduai index pages/ --db corpus.db
        eduai index pages/ --db corpus.db --prune
        eduai index pages/ --db corpus.db --quiet --wait --summary run.json
        sqlite3 corpus.db 'SELECT name, role, affiliation FROM people'
      """)

  @OptionGroup var input: ArticleOptions
  @OptionGroup var recognition: RecognitionOptions

  @Option(
    name: .customLong("db"), help: "The index file; made where it is not there.",
    completion: .file())
  var database: String

  @Flag(help: "Delete documents that are gone instead of marking them.")
  var prune = false

  @Flag(help: "Wait while another eduai index writes the file, instead of leaving.")
  var wait = false

  @Option(help: "Write what was done as JSON to a file, whole or not at all.", completion: .file())
  var summary: String?

  func run() throws {
    let console = Console(isQuiet: input.quiet)
    let run = try indexRun()
    var result = IndexSummary()
    do throws(IndexError) {
      result = try run.run(
        paths: input.paths, index: database, isInterrupted: { Interrupts.isPending },
        report: { tell($0, on: console) })
    } catch {
      console.failure(error.path, error.reason)
      try ExitStatus.outputFailed.end()
    }
    try writeSummary(result, console)
    guard result.isComplete else { return try ExitStatus.interrupted.end() }
    console.summary(Self.parts(of: result))
    if !result.failures.isEmpty { try ExitStatus.someInputsFailed.end() }
  }

  private func indexRun() throws -> IndexRun {
    let lexicon = try input.userLexicon()
    var run = IndexRun(
      cleaner: input.cleaner(),
      analyzer: Analyzer(lexicon: lexicon, tagger: try recognition.tagger()),
      script: input.script, input: input.inputOptions, jobs: input.threadCount,
      fingerprint: IndexFingerprint(
        version: EduAI.configuration.version, model: try recognition.digest(),
        lexicon: try input.lexicon.map(Self.digest), options: optionsJSON))
    run.prunes = prune
    run.waits = wait
    return run
  }

  private static func digest(_ file: String) throws -> String {
    try RecognitionOptions.digest(of: file)
  }

  /// The options that the rows depend on.
  private var optionsJSON: String {
    var json = JSONWriter()
    json.object { json in
      json.member("input_format", input.inputFormat.rawValue)
      json.member("encoding", input.encoding)
      json.key("keep_boilerplate")
      json.raw("\(input.keepBoilerplate)")
      json.key("no_repair")
      json.raw("\(input.noRepair)")
      json.member("script", input.script.rawValue)
      json.member("region", input.region.rawValue)
      json.member("max_size", input.maxSize)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func tell(_ event: IndexRun.Event, on console: Console) {
    switch event {
    case .note(let note): console.note("\(note.document): \(note.reason)")
    case .failure(let failure): console.failure(failure.document, failure.reason)
    case .waiting: console.note("\(database): waiting for another eduai index")
    case .upgraded(let version):
      console.note("\(database): brought from version \(version) of the tables to today's")
    case .progress(let documents, let bytesRead, let files, let bytes):
      console.progress(
        documents: documents, bytesRead: bytesRead, plannedFiles: files, plannedBytes: bytes)
    case .finishing: break
    }
  }

  private func writeSummary(_ result: IndexSummary, _ console: Console) throws {
    guard let summary else { return }
    do throws(OutputFile.Failure) {
      let file = summary == "-" ? OutputFile() : try OutputFile(path: summary)
      do throws(OutputFile.Failure) {
        try file.write(result.json)
        try file.commit()
      } catch {
        file.discard()
        throw error
      }
    } catch {
      guard case .unwritable(let path, let reason) = error else { return }
      console.failure(path, "cannot be written: \(reason)")
      try ExitStatus.outputFailed.end()
    }
  }

  private static func parts(of result: IndexSummary) -> [String] {
    var parts = ["\(result.added) added", "\(result.changed) changed"]
    if result.kept > 0 { parts.append("\(result.kept) the same") }
    if result.returned > 0 { parts.append("\(result.returned) returned") }
    if result.vanished > 0 { parts.append("\(result.vanished) vanished") }
    if result.removed > 0 { parts.append("\(result.removed) removed") }
    parts.append(Console.count(result.unchangedFiles, "file") + " unchanged")
    parts.append(Console.count(result.failures.count, "failure"))
    parts.append("\(Console.count(result.documents, "document")) in the index")
    return parts
  }
}
