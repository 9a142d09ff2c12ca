import Entities
import HanText
import Pages

/// What a worker made of one step of reading.
struct IndexOutput: Sendable {
  /// What became of the record.
  enum Content: Sendable {
    /// Analysed.
    case rows(DocumentRows)
    /// As the index has it.
    case kept
    /// No article.
    case failure(InputFailure)
    /// The file cannot be read now.
    case unreadable(InputFailure)
    /// The file holds nothing.
    case nothing
  }

  let task: Int
  let ordinal: Int
  let content: Content
  let begins: Bool
  let end: FileEnd?
  let bytesRead: Int

  /// How the file ended, where this is its only record, an article, and it was read as it is.
  var endOfOnlyDocument: FileEnd? {
    guard begins, case .rows = content, end?.failure == nil else { return nil }
    return end
  }
}

/// What worker threads do: compare, clean, analyse, encode.
struct IndexWorker: Sendable {
  let cleaner: Cleaner
  let analyzer: Analyzer
  let script: ScriptChoice

  func output(of input: IndexInput, _ breaker: SentenceBreaker) -> IndexOutput {
    IndexOutput(
      task: input.task, ordinal: input.ordinal, content: content(of: input, breaker),
      begins: input.begins, end: input.end, bytesRead: input.bytesRead)
  }

  private func content(
    of input: IndexInput, _ breaker: SentenceBreaker
  ) -> IndexOutput.Content {
    switch input.content {
    case .nothing: return .nothing
    case .failure(let failure): return .failure(failure)
    case .unreadable(let failure): return .unreadable(failure)
    case .record(let record, let known):
      let origin = RecordOrigin(record, ordinal: input.ordinal)
      if known == origin.hash { return .kept }
      switch ArticleRun.article(of: .success(record), cleaner: cleaner) {
      case .failure(let failure): return .failure(failure)
      case .success(let article):
        let analysis = analyzer.analyze(article, sentences: breaker)
        let rows = DocumentRows(
          Record(article: article, analysis: analysis), origin: origin, script: script)
        return .rows(rows)
      }
    }
  }
}
