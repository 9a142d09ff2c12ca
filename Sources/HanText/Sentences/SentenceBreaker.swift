/// Finds the sentences of a text with ICU's sentence boundaries, corrected for Chinese news.
///
/// Owns an ICU handle and scratch memory, so each worker has one of its own.
public final class SentenceBreaker {
  private var icu = ICUBreaker(.sentences)

  /// Opens the boundary rules.
  public init() {}

  /// The sentences of `text`, in order, without surrounding white space; none is empty and none
  /// spans a line end.
  ///
  /// Every scalar that is not white space stands in exactly one sentence.
  ///
  /// - Complexity: O(length).
  public func sentences(of text: Scalars) -> [TextSpan] {
    let boundaries = icu.boundaries(of: text).offsets
    return text.withUnsafeBufferPointer { text in
      var spans: [TextSpan] = []
      spans.reserveCapacity(boundaries.count)
      var rules = SentenceRules(text: text)
      var start = 0
      for boundary in boundaries {
        let offset = Int(boundary)
        guard offset > start, offset <= text.count else { continue }
        let end = rules.sentenceEnd(of: start, proposed: offset)
        guard let end else { continue }
        Self.append(from: start, to: end, of: text, &spans)
        start = end
      }
      Self.append(from: start, to: text.count, of: text, &spans)
      return spans
    }
  }

  /// Adds the lines of a stretch, trimmed, without empty ones.
  private static func append(
    from start: Int, to end: Int, of text: UnsafeBufferPointer<UInt32>, _ spans: inout [TextSpan]
  ) {
    var lineStart = start
    var i = start
    while true {
      i = ScalarClass.skip(above: 0x2029, in: text, from: i, to: end)
      if i < end, !ScalarClass.isLineEnd(text[i]) {
        i &+= 1
        continue
      }
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
