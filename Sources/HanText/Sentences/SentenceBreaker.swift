/// Finds the sentences of a text by Unicode's boundaries, as ICU has them, corrected for Chinese news.
public struct SentenceBreaker: Sendable {
  /// Makes a breaker; it has no state.
  public init() {}

  /// The sentences of `text`, in order, without surrounding white space; none is empty and none
  /// spans a line end.
  ///
  /// Every scalar that is not white space stands in exactly one sentence.
  ///
  /// - Complexity: O(length).
  public func sentences(of text: Scalars) -> [TextSpan] {
    SentenceClasses.standard.withView { classes in
      text.withUnsafeBufferPointer { text in
        var spans: [TextSpan] = []
        spans.reserveCapacity(text.count / 32 + 1)
        var rules = SentenceRules(text: text)
        var boundaries = SentenceBoundaries(text: text, classes: classes)
        var start = 0
        while let boundary = boundaries.next(noting: &rules) {
          guard let end = rules.sentenceEnd(of: start, proposed: boundary) else { continue }
          Self.append(from: start, to: end, of: text, isOneLine: !rules.sawFeed, &spans)
          start = end
        }
        Self.append(from: start, to: text.count, of: text, isOneLine: false, &spans)
        return spans
      }
    }
  }

  /// Adds the lines of a stretch, trimmed, without empty ones.
  ///
  /// - Parameter isOneLine: whether line ends stand at its end only, as they do unless they are form
  ///   feeds or vertical tabs, which end no sentence for Unicode.
  private static func append(
    from start: Int, to end: Int, of text: UnsafeBufferPointer<UInt32>, isOneLine: Bool,
    _ spans: inout [TextSpan]
  ) {
    var lineStart = start
    var i = isOneLine ? end : start
    while true {
      while i < end, !ScalarClass.isLineEnd(text[i]) { i &+= 1 }
      var (first, last) = (lineStart, i)
      while first < last, ScalarClass.isSpace(text[first]) { first &+= 1 }
      while last > first, ScalarClass.isSpace(text[last &- 1]) { last &-= 1 }
      if first < last { spans.append(TextSpan(first, last)) }
      if i >= end { return }
      i &+= 1
      lineStart = i
    }
  }
}
