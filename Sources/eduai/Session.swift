import Corpus
import Glibc
import HanText
import Pages

/// One run of a command over its inputs: work in parallel, output in order, failures named,
/// progress and summary for people, and the exit status of the contract.
struct Session {
  let input: ArticleOptions
  let cleaner: Cleaner
  /// Whether the pages of a folder are of one site.
  var isSameSite = false
  /// File to write; `nil` or `-` for standard output.
  let outputPath: String?

  /// Runs to the end and gives the status.
  ///
  /// - Parameters:
  ///   - makeSink: makes the form of the output; called once, before anything is read.
  ///   - countsMentions: whether the summary tells the number of mentions.
  ///   - render: what to write for an article, and how many mentions it tells of; runs on worker
  ///     threads.
  func run<Sink: PieceSink>(
    into makeSink: (OutputFile) throws(OutputFile.Failure) -> Sink, countsMentions: Bool,
    render: @escaping @Sendable (Article, SentenceBreaker) -> (piece: Sink.Piece, mentions: Int)
  ) -> ExitStatus {
    let console = Console(isQuiet: input.quiet)
    let output: OutputFile
    var sink: Sink
    do throws(OutputFile.Failure) {
      if let outputPath, outputPath != "-" {
        output = try OutputFile(path: outputPath)
      } else {
        output = OutputFile()
      }
    } catch {
      return console.report(error)
    }
    do throws(OutputFile.Failure) { sink = try makeSink(output) } catch {
      output.discard()
      return console.report(error)
    }

    var counts = (documents: 0, mentions: 0, failures: 0)
    var writeFailure: OutputFile.Failure?
    let reader = input.reader(isSameSite: isSameSite)
    for note in reader.notes { console.note("\(note.document): \(note.reason)") }
    // Asked before the run: from then on the reader belongs to the worker threads.
    let planned = (files: reader.plannedFiles, bytes: reader.plannedBytes)
    let end = ArticleRun(cleaner: cleaner, jobs: input.threadCount).run(
      reader, work: render, isInterrupted: { Interrupts.isPending },
      deliver: { outcome, bytesRead in
        switch outcome {
        case .failed(let failure):
          counts.failures += 1
          console.failure(failure.document, failure.reason)
        case .done(let done):
          counts.documents += 1
          counts.mentions += done.mentions
          do throws(OutputFile.Failure) { try sink.write(done.piece) } catch {
            writeFailure = error
            return false
          }
        }
        console.progress(
          documents: counts.documents, bytesRead: bytesRead, plannedFiles: planned.files,
          plannedBytes: planned.bytes)
        return true
      })

    do throws(OutputFile.Failure) {
      if let writeFailure { throw writeFailure }
      if end != .interrupted {
        try sink.finish(isOnlyOutcome: counts.documents == 1 && counts.failures == 0)
      }
      if end == .interrupted || Interrupts.isPending {
        output.discard()
        return .interrupted
      }
      try output.commit()
    } catch {
      output.discard()
      return console.report(error)
    }
    for warning in sink.warnings { console.failure(outputPath ?? "standard output", warning) }
    var parts = [Console.count(counts.documents, "document")]
    if countsMentions { parts.append(Console.count(counts.mentions, "mention")) }
    console.summary(parts + [Console.count(counts.failures, "failure")])
    return counts.failures == 0 ? .success : .someInputsFailed
  }
}
