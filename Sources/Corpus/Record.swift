import Entities
import Pages

/// Everything known of one document: the article and what was recognised in it.
public struct Record: Sendable {
  /// The cleaned article.
  public var article: Article
  /// Its mentions and relations.
  public var analysis: Analysis

  /// Makes a record.
  public init(article: Article, analysis: Analysis) {
    self.article = article
    self.analysis = analysis
  }
}
