import ArgumentParser
import Corpus
import Glibc
import HanText
import Pages

/// One run of a search or statistic: its output, its failures, its summary and exit status.
///
/// Every method throws the exit status of the contract, after a line on standard error; nothing
/// partial is left behind then.
final class QuerySession {
  let console: Console
  private let output: OutputFile
  /// Articles read, over all scans.
  private(set) var documents = 0
  private var failures = 0

  /// Opens the output.
  init(rows: RowOptions, isQuiet: Bool) throws {
    console = Console(isQuiet: isQuiet)
    do throws(OutputFile.Failure) {
      if let path = rows.output, path != "-" {
        output = try OutputFile(path: path)
      } else {
        output = OutputFile()
      }
    } catch {
      throw ExitCode(console.report(error).rawValue)
    }
    if rows.bom, rows.chosenFormat != .table { try write([0xEF, 0xBB, 0xBF]) }
  }

  /// Reads every article, works on it in parallel, and hands over the results in order.
  ///
  /// - Parameters:
  ///   - work: runs on worker threads.
  ///   - take: takes a result; `false` ends the scan.
  func scan<Output: Sendable>(
    _ source: ArticleSource, jobs: Int,
    work: @escaping @Sendable (SourceArticle, SentenceBreaker) -> Output,
    take: (Output) throws -> Bool
  ) throws {
    var stopped: (any Error)?
    for note in source.notes { console.note("\(note.document): \(note.reason)") }
    let planned = (files: source.plannedDocuments, bytes: source.plannedBytes)
    let end = source.run(
      jobs: jobs, work: work, isInterrupted: { Interrupts.isPending },
      deliver: { outcome, bytesRead in
        switch outcome {
        case .failed(let failure):
          failures += 1
          console.failure(failure.document, failure.reason)
        case .done(let result):
          documents += 1
          do {
            guard try take(result) else { return false }
          } catch {
            stopped = error
            return false
          }
        }
        console.progress(
          documents: documents, bytesRead: bytesRead, plannedFiles: planned.files,
          plannedBytes: planned.bytes)
        return true
      })
    if let stopped { throw stopped }
    if end == .interrupted {
      output.discard()
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
  }

  /// Adds to the output.
  func write(_ bytes: [UInt8]) throws {
    do throws(OutputFile.Failure) { try output.write(bytes) } catch {
      output.discard()
      throw ExitCode(console.report(error).rawValue)
    }
  }

  /// Writes rows in a format; a table for people has `top` rows at most, and says so.
  func write(_ rows: [[Cell]], columns: [String], format: RowFormat) throws {
    if format == .table {
      try write(RowTable.bytes(columns: columns, rows: rows))
      return
    }
    let printer = RowPrinter(columns: columns, format: format)
    try write(printer.header)
    for row in rows {
      var bytes: [UInt8] = []
      printer.append(row, to: &bytes)
      try write(bytes)
    }
  }

  /// Removes what was written.
  func abandon() { output.discard() }

  /// Finishes the output and sums up what the scans read.
  func finish(_ parts: [String]) throws {
    try commit()
    console.summary(
      [Console.count(documents, "document")] + parts + [Console.count(failures, "failure")])
    try (failures == 0 ? ExitStatus.success : .someInputsFailed).end()
  }

  /// Finishes the output of a command that scans nothing, and sums up.
  func finish(_ summary: String) throws {
    if Interrupts.isPending {
      output.discard()
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    try commit()
    console.summary([summary])
  }

  private func commit() throws {
    do throws(OutputFile.Failure) { try output.commit() } catch {
      output.discard()
      throw ExitCode(console.report(error).rawValue)
    }
  }
}
