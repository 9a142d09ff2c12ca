import Entities
import HanText
import Pages

/// Everything known of one document: the article and what was recognised in it.
public struct Record: Sendable {
  /// The cleaned article.
  public var article: Article
  /// Its sentences, mentions and relations.
  public var analysis: Analysis

  /// Makes a record.
  public init(article: Article, analysis: Analysis) {
    self.article = article
    self.analysis = analysis
  }

  /// The sentence a span starts in.
  ///
  /// - Returns: the whole sentence in scalars of the article text; the span itself where no
  ///   sentence covers its start; of a "sentence" beyond `longestSentence` (text without any
  ///   sentence mark) a stretch of that length around the span, so that output stays linear.
  /// - Complexity: O(log sentences).
  public func sentence(around span: TextSpan) -> TextSpan {
    let sentences = analysis.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].start <= span.start else { return span }
    let sentence = sentences[low]
    guard sentence.count > Self.longestSentence else { return sentence }
    let start = max(sentence.start, span.start - Self.longestSentence / 2)
    return TextSpan(start, min(sentence.end, max(span.end, start + Self.longestSentence)))
  }

  /// Scalars of a sentence that are printed at most; the longest sentences of legal texts stay
  /// below.
  static let longestSentence = 2000
}
