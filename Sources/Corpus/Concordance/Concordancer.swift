import HanText
import Pages

/// A keyword in its context. All spans are scalar offsets into the article text.
public struct ConcordanceLine: Sendable, Equatable {
  /// The keyword.
  public var keyword: TextSpan
  /// Where the context before it begins; it ends where the keyword begins.
  public var contextStart: Int
  /// Where the context behind it ends; it begins where the keyword ends.
  public var contextEnd: Int
  /// The sentence it stands in.
  public var sentence: TextSpan
}

/// The keywords of one article with their contexts.
public struct Concordance: Sendable {
  /// The document's name.
  public var document: String
  /// The article text as it is printed; as long as the article text.
  public var text: Scalars
  /// What lines are sorted by: `FoldedText` of the article.
  public var folded: Scalars
  /// The lines, in order of their keywords.
  public var lines: [ConcordanceLine]
}

/// Finds keywords in context.
public struct Concordancer: Sendable {
  private let pattern: KeywordPattern
  private let columns: Int
  private let script: ScriptChoice

  /// Makes a concordancer.
  ///
  /// - Parameters:
  ///   - pattern: what to look for.
  ///   - width: how much context on each side, in Han characters; two columns of a terminal each.
  ///   - script: the script the context is printed in.
  public init(pattern: KeywordPattern, width: Int, script: ScriptChoice) {
    self.pattern = pattern
    columns = width * 2
    self.script = script
  }

  /// The lines of one article. A context stays within the paragraph of its keyword.
  ///
  /// - Complexity: O(length × size of the pattern).
  public func concordance(of article: Article, sentences breaker: SentenceBreaker) -> Concordance {
    let folded = FoldedText.make(article.text)
    let found = pattern.matches(in: folded)
    guard !found.isEmpty else {
      return Concordance(document: article.document, text: [], folded: [], lines: [])
    }
    let record = Record(
      article: article,
      analysis: .init(
        sentences: breaker.sentences(of: article.text), mentions: [], relations: []))
    let text = article.text
    let lines = found.map { keyword in
      var start = ColumnText.head(of: text, from: 0, to: keyword.start, columns: columns)
      if let lineEnd = text[start..<keyword.start].lastIndex(where: ScalarClass.isLineEnd) {
        start = lineEnd + 1
      }
      var end = ColumnText.tail(of: text, from: keyword.end, to: text.count, columns: columns)
      if let lineEnd = text[keyword.end..<end].firstIndex(where: ScalarClass.isLineEnd) {
        end = lineEnd
      }
      return ConcordanceLine(
        keyword: keyword, contextStart: start, contextEnd: end,
        sentence: record.sentence(around: keyword))
    }
    return Concordance(
      document: article.document, text: ScriptConverter.convert(text, to: script), folded: folded,
      lines: lines)
  }
}
