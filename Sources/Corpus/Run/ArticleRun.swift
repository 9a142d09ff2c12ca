import HanText
import Pages

/// What became of one input record.
public enum Outcome<Output: Sendable>: Sendable {
  /// The record was read and worked on.
  case done(Output)
  /// The record could not be read; the run goes on.
  case failed(InputFailure)
}

/// Reads, cleans and works on every article below some paths, in parallel, delivering in order.
public struct ArticleRun: Sendable {
  /// How articles are cleaned.
  public var cleaner: Cleaner
  /// Number of worker threads.
  public var jobs: Int

  /// Makes a run.
  public init(cleaner: Cleaner, jobs: Int) {
    self.cleaner = cleaner
    self.jobs = jobs
  }

  /// Runs `work` on every article of `reader`.
  ///
  /// - Parameters:
  ///   - reader: the inputs; read lazily, by one thread at a time.
  ///   - work: what to do with an article, on a worker thread, with the worker's own breaker.
  ///   - isInterrupted: asked at least ten times a second.
  ///   - deliver: takes the outcomes in input order, with the bytes of input read so far;
  ///     `false` stops the run.
  public func run<Output: Sendable>(
    _ reader: InputReader,
    work: @escaping @Sendable (Article, SentenceBreaker) -> Output,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    deliver: (Outcome<Output>, _ bytesRead: Int) -> Bool
  ) -> OrderedRun.End {
    let shared = Monitor(reader)
    let cleaner = cleaner
    return OrderedRun(jobs: jobs).run(
      next: { () -> (Result<InputRecord, InputFailure>, Int)? in
        shared.withLock { reader in reader.next().map { ($0, reader.bytesRead) } }
      },
      worker: {
        let breaker = SentenceBreaker()
        return { input -> (Outcome<Output>, Int) in
          (Self.outcome(of: input.0, cleaner: cleaner) { work($0, breaker) }, input.1)
        }
      },
      isInterrupted: isInterrupted,
      deliver: { deliver($0.0, $0.1) })
  }

  private static func outcome<Output>(
    of input: Result<InputRecord, InputFailure>, cleaner: Cleaner, work: (Article) -> Output
  ) -> Outcome<Output> {
    switch article(of: input, cleaner: cleaner) {
    case .success(let article): .done(work(article))
    case .failure(let failure): .failed(failure)
    }
  }

  /// The article of an input; a failure where it has no text.
  static func article(
    of input: Result<InputRecord, InputFailure>, cleaner: Cleaner
  ) -> Result<Article, InputFailure> {
    do throws(InputFailure) {
      let article = try cleaner.article(from: input.get())
      guard !article.text.isEmpty else {
        throw InputFailure(document: article.document, reason: emptyReason(article))
      }
      return .success(article)
    } catch {
      return .failure(error)
    }
  }

  private static func emptyReason(_ article: Article) -> String {
    article.removedLines == 0
      ? "no text"
      : "no article found: all \(article.removedLines) lines are boilerplate "
        + "(--keep-boilerplate keeps them)"
  }
}
