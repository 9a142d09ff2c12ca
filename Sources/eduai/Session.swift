import Corpus
import Glibc
import HanText
import Pages

/// One run of a command over its inputs: work in parallel, output in order, failures named,
/// progress and summary for people, and the exit status of the contract.
struct Session {
  /// What a worker makes of an article.
  struct Piece: Sendable {
    /// What to print.
    var bytes: [UInt8]
    /// What to print instead where it is the only piece of the run.
    var alone: [UInt8]?
    /// How many mentions it tells of.
    var mentions = 0
  }

  let input: ArticleOptions
  let cleaner: Cleaner
  /// File to write; `nil` or `-` for standard output.
  let outputPath: String?

  /// Runs to the end and gives the status.
  ///
  /// - Parameters:
  ///   - header: printed before everything else.
  ///   - countsMentions: whether the summary tells the number of mentions.
  ///   - render: what to print for an article; runs on worker threads.
  func run(
    header: [UInt8] = [], countsMentions: Bool,
    render: @escaping @Sendable (Article, SentenceBreaker) -> Piece
  ) -> ExitStatus {
    let console = Console(isQuiet: input.quiet)
    let output: OutputFile
    do throws(OutputFile.Failure) {
      if let outputPath, outputPath != "-" {
        output = try OutputFile(path: outputPath)
      } else {
        output = OutputFile()
      }
      try output.write(header)
    } catch {
      return report(error, on: console)
    }

    var counts = (documents: 0, mentions: 0, failures: 0)
    var writeFailure: OutputFile.Failure?
    // The first piece waits for a second outcome before it is known not to be the only one.
    var first: Piece?
    let reader = input.reader()
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
        case .done(let piece):
          counts.documents += 1
          counts.mentions += piece.mentions
          if counts.documents + counts.failures == 1 {
            first = piece
            return true
          }
          do throws(OutputFile.Failure) {
            try output.write((first?.bytes ?? []) + piece.bytes)
            first = nil
          } catch {
            writeFailure = error
            return false
          }
        }
        console.progress(
          documents: counts.documents, bytesRead: bytesRead, plannedFiles: planned.files,
          plannedBytes: planned.bytes)
        return true
      })

    if end == .interrupted {
      output.discard()
      return .interrupted
    }
    do throws(OutputFile.Failure) {
      if let writeFailure { throw writeFailure }
      if let first {
        try output.write(counts.failures == 0 ? first.alone ?? first.bytes : first.bytes)
      }
      try output.commit()
    } catch {
      output.discard()
      return report(error, on: console)
    }
    var parts = [Console.count(counts.documents, "document")]
    if countsMentions { parts.append(Console.count(counts.mentions, "mention")) }
    console.summary(parts + [Console.count(counts.failures, "failure")])
    return counts.failures == 0 ? .success : .someInputsFailed
  }

  private func report(_ failure: OutputFile.Failure, on console: Console) -> ExitStatus {
    switch failure {
    case .closedPipe: return .success
    case .unwritable(let path, let reason):
      console.failure(path, "cannot be written: \(reason)")
      return .outputFailed
    }
  }
}
