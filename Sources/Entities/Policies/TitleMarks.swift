import HanText

/// A title between marks: 《…》, 〈…〉, 「…」, 『…』.
struct MarkedTitle: Sendable {
  /// Without the outer marks.
  var content: TextSpan
  /// With them.
  var outer: TextSpan
  /// Whether the marks are 「」 or 『』, which quote speech as well.
  var isCornerQuote: Bool
}

/// Finds the outermost marked titles of a text.
enum TitleMarks {
  /// Titles longer than this are not titles.
  private static let limit = 160

  /// The titles in order; marks inside a title belong to it. One that is not closed on its line is
  /// skipped.
  ///
  /// - Complexity: O(length): a mark looks ahead a fixed distance only.
  static func titles(in text: Scalars) -> [MarkedTitle] {
    var found: [MarkedTitle] = []
    var i = 0
    while i < text.count {
      guard let close = closing(text[i]), let end = matchingEnd(text, i, close) else {
        i += 1
        continue
      }
      let isQuote = text[i] == u("「") || text[i] == u("『")
      if isQuote, !holdsTitle(text, i + 1, end) {
        // 「…」 round a sentence: titles inside it are found on their own.
        i += 1
        continue
      }
      if end > i + 1 {
        found.append(
          MarkedTitle(
            content: TextSpan(i + 1, end), outer: TextSpan(i, end + 1), isCornerQuote: isQuote))
      }
      i = end + 1
    }
    return found
  }

  private static func closing(_ open: UInt32) -> UInt32? {
    switch open {
    case u("《"): u("》")
    case u("〈"): u("〉")
    case u("「"): u("」")
    case u("『"): u("』")
    default: nil
    }
  }

  private static func matchingEnd(_ text: Scalars, _ start: Int, _ close: UInt32) -> Int? {
    let open = text[start]
    var depth = 0
    var i = start
    while i < text.count, i - start < limit {
      let c = text[i]
      if c == 0x0A { return nil }
      if c == open { depth += 1 }
      if c == close {
        depth -= 1
        if depth == 0 { return i }
      }
      i += 1
    }
    return nil
  }

  /// Whether the inside of a corner quote can be a title: no clause ends in it.
  private static func holdsTitle(_ text: Scalars, _ start: Int, _ end: Int) -> Bool {
    for i in start..<end {
      switch text[i] {
      case u("。"), u("！"), u("？"), u("!"), u("?"), u("；"), u("，"), u("《"): return false
      default: break
      }
    }
    return end - start >= 2
  }
}
