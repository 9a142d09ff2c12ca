import Entities
import HanText
import Pages

/// Which recognised names count as one word each.
public enum NameWords: String, Sendable, CaseIterable {
  /// None but the user's own.
  case none
  /// People.
  case people
  /// People, institutions and places.
  case all
}

/// The words of one article.
struct ArticleWords: Sendable {
  /// `FoldedText` of the article.
  var folded: Scalars
  /// The words in order.
  var words: [TextSpan]
}

/// Cuts articles into words; shared by all workers.
public struct WordReader: Sendable {
  private let pool = WordSegmenterPool()
  private let names: NameWords
  private let analyzer: Analyzer?
  private let lexicon: UserLexicon?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - names: which names count as one word.
  ///   - lexicon: the user's own names, which always do.
  ///   - tagger: the model that finds names; not asked where `names` is `none`.
  public init(names: NameWords, lexicon: UserLexicon?, tagger: any NameTagger) {
    self.names = names
    self.lexicon = lexicon
    analyzer = names == .none ? nil : Analyzer(lexicon: lexicon, tagger: tagger)
  }

  /// The words of an article.
  ///
  /// - Complexity: linear; recognising names takes most of the time.
  func words(of source: SourceArticle, sentences breaker: SentenceBreaker) -> ArticleWords {
    let folded = FoldedText.make(source.article.text)
    let spans = names(of: source, sentences: breaker)
    let words = pool.withSegmenter { $0.words(of: folded, names: spans) }
    return ArticleWords(folded: folded, words: words)
  }

  private func names(of source: SourceArticle, sentences breaker: SentenceBreaker) -> [TextSpan] {
    let own = lexicon?.nameSpans(in: source.article.text) ?? []
    guard let analyzer else { return own }
    let known =
      source.names
      ?? analyzer.analyze(source.article, sentences: breaker).mentions.compactMap {
        KnownName($0)
      }
    let found = known.filter { $0.isPerson || names == .all }.map(\.span)
    guard !own.isEmpty else { return found }
    // Both are in order and without overlaps, so one look behind is enough.
    var next = 0
    let others = found.filter { span in
      while next < own.count, own[next].end <= span.start { next += 1 }
      return next == own.count || !own[next].overlaps(span)
    }
    return (own + others).sorted()
  }
}

/// A name in an article that may count as one word.
public struct KnownName: Sendable {
  var span: TextSpan
  /// A person; else an institution or place.
  var isPerson: Bool

  init(span: TextSpan, isPerson: Bool) {
    self.span = span
    self.isPerson = isPerson
  }

  /// The name that a mention is; `nil` for figures, dates and policies.
  init?(_ mention: Mention) {
    switch mention.kind {
    case .person: self.init(span: mention.span, isPerson: true)
    case .institution, .place: self.init(span: mention.span, isPerson: false)
    case .figure, .date, .policy: return nil
    }
  }
}

/// Words that are not listed: one a line, in either script; `#` begins a comment.
public struct StopWords: Sendable {
  private let words: Set<Scalars>

  /// No stop words.
  public init() { words = [] }

  /// Reads a list in UTF-8.
  ///
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8]) {
    var words: Set<Scalars> = []
    for line in UTF8Text.decode(bytes).scalars.split(whereSeparator: ScalarClass.isLineEnd) {
      let solid = line.filter { !ScalarClass.isSpace($0) && $0 != 0xFEFF }
      if let first = solid.first, first != u("#") { words.insert(FoldedText.make(solid)) }
    }
    self.words = words
  }

  /// Whether a folded word is on the list.
  func contains(_ word: ArraySlice<UInt32>) -> Bool {
    !words.isEmpty && words.contains(Scalars(word))
  }
}
