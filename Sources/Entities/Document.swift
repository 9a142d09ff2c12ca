import HanText
import Pages

/// What every recogniser reads: an article text with its shadow and its sentences.
public struct Document: Sendable {
  /// The article text.
  public let text: Scalars
  /// Its Simplified shadow; as long as `text`.
  public let shadow: Scalars
  /// The sentences in order; none spans a line end.
  public let sentences: [TextSpan]
  /// What 元, 兆 and local usage mean.
  public let region: Region
  /// Publication time, ISO 8601, as in `Article.published`.
  public let published: String?
  /// Authors the page names, in the script of the source.
  public let authors: [String]
  /// The medium the page names.
  public let source: String?

  /// Prepares an article for recognition.
  ///
  /// - Complexity: O(length).
  public init(article: Article, sentences breaker: SentenceBreaker) {
    text = article.text
    shadow = article.shadow
    sentences = breaker.sentences(of: article.text)
    region = article.region
    published = article.published
    authors = article.authors
    source = article.source
  }
}
