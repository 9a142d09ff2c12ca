import HanText
import Pages

/// An article as statistics read it.
public struct SourceArticle: Sendable {
  /// The article.
  public var article: Article
  /// The names in it, in order, where they are known already; `nil` where they are to be found.
  var names: [KnownName]?

  init(_ article: Article, names: [KnownName]? = nil) {
    self.article = article
    self.names = names
  }
}

/// Where the articles of a concordance or statistic come from: paths or an index.
public struct ArticleSource {
  private enum Origin {
    case paths(InputReader, Cleaner)
    case index(IndexArticles)
  }

  private let origin: Origin

  /// The articles below some paths.
  public init(reader: InputReader, cleaner: Cleaner) { origin = .paths(reader, cleaner) }

  /// Articles of an index.
  public init(_ articles: IndexArticles) { origin = .index(articles) }

  /// What was left out and may be missed.
  public var notes: [InputFailure] {
    switch origin {
    case .paths(let reader, _): reader.notes
    case .index: []
    }
  }

  /// Number of documents or files to read, as far as known.
  public var plannedDocuments: Int {
    switch origin {
    case .paths(let reader, _): reader.plannedFiles
    case .index(let articles): articles.count
    }
  }

  /// Bytes to read, as far as known.
  public var plannedBytes: Int {
    switch origin {
    case .paths(let reader, _): reader.plannedBytes
    case .index: 0
    }
  }

  /// Runs `work` on every article, in parallel, and delivers in order; see `ArticleRun.run`.
  public func run<Output: Sendable>(
    jobs: Int, work: @escaping @Sendable (SourceArticle, SentenceBreaker) -> Output,
    isInterrupted: @escaping @Sendable () -> Bool,
    deliver: (Outcome<Output>, _ bytesRead: Int) -> Bool
  ) -> OrderedRun.End {
    switch origin {
    case .paths(let reader, let cleaner):
      return ArticleRun(cleaner: cleaner, jobs: jobs).run(
        reader, work: { work(SourceArticle($0), $1) }, isInterrupted: isInterrupted,
        deliver: deliver)
    case .index(let articles):
      let shared = Monitor(articles)
      return OrderedRun(jobs: jobs).run(
        next: { shared.withLock { $0.next() } },
        worker: {
          let breaker = SentenceBreaker()
          return { input in
            switch input {
            case .success(let article): .done(work(article, breaker))
            case .failure(let failure): .failed(failure)
            }
          }
        },
        isInterrupted: isInterrupted, deliver: { deliver($0, 0) })
    }
  }
}
