/// Finds words with ICU's dictionary, for what needs words (the search index, term counts).
///
/// Owns an ICU handle and scratch memory, so each worker has one of its own. About 10 MB/s.
public final class WordBreaker {
  private var icu = ICUBreaker(.words)

  /// Opens the boundary rules.
  public init() {}

  /// The words of `text`, in order: runs that ICU takes for letters, numbers or ideographs;
  /// white space and punctuation are left out. ICU's dictionary is Simplified and Traditional.
  ///
  /// - Complexity: O(length).
  public func words(of text: Scalars) -> [TextSpan] {
    let (offsets, statuses) = icu.boundaries(of: text)
    var spans: [TextSpan] = []
    var start = 0
    for (offset, status) in zip(offsets, statuses) {
      // Rule statuses below 100 are "no word" (UWordBreak in ICU's ubrk.h).
      if status >= 100, Int(offset) > start { spans.append(TextSpan(start, Int(offset))) }
      start = Int(offset)
    }
    return spans
  }
}
