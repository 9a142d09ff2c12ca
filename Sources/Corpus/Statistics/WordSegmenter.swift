import HanText

/// Finds the words that are counted: ICU's, put together where neighbouring ones make up a word of
/// the list (人工 + 智能 → 人工智能) or a name.
///
/// Owns an ICU handle, so each worker borrows one (`WordSegmenterPool`).
final class WordSegmenter {
  private let breaker = WordBreaker()
  private let list: WordList

  init(list: WordList = .builtIn) { self.list = list }

  /// The words of a text, in order.
  ///
  /// - Parameters:
  ///   - folded: `FoldedText.make` of the text, so that both scripts give the same words.
  ///   - names: spans that are one word each, in order, none overlapping.
  /// - Complexity: O(length): at most `list.longest` look-ups a piece.
  func words(of folded: Scalars, names: [TextSpan] = []) -> [TextSpan] {
    let pieces = cut(breaker.words(of: folded), at: names)
    var words: [TextSpan] = []
    words.reserveCapacity(pieces.count)
    var i = 0
    while i < pieces.count {
      let end = pieces[i].isName ? i + 1 : wordEnd(from: i, pieces, folded)
      words.append(TextSpan(pieces[i].span.start, pieces[end - 1].span.end))
      i = end
    }
    return words
  }

  private struct Piece {
    var span: TextSpan
    var isName = false
  }

  /// The pieces with each name as a piece of its own, what it shares with others taken off them.
  private func cut(_ pieces: [TextSpan], at names: [TextSpan]) -> [Piece] {
    guard !names.isEmpty else { return pieces.map { Piece(span: $0) } }
    var result: [Piece] = []
    result.reserveCapacity(pieces.count + names.count)
    var n = 0
    for piece in pieces {
      var start = piece.start
      while n < names.count, names[n].start < piece.end {
        if start < names[n].start { result.append(Piece(span: TextSpan(start, names[n].start))) }
        result.append(Piece(span: names[n], isName: true))
        start = max(start, names[n].end)
        n += 1
      }
      // What a name that began in an earlier piece covers of this one is gone.
      if let last = result.last, last.isName { start = max(start, last.span.end) }
      if start < piece.end { result.append(Piece(span: TextSpan(start, piece.end))) }
    }
    return result
  }

  /// Behind the last piece of the longest known word that begins with piece `first`.
  private func wordEnd(from first: Int, _ pieces: [Piece], _ folded: Scalars) -> Int {
    var end = first + 1
    var hash = WordHash()
    let start = pieces[first].span.start
    var j = first
    while j < pieces.count, !pieces[j].isName {
      let span = pieces[j].span
      if j > first, span.start != pieces[j - 1].span.end { break }
      if span.end - start > list.longest { break }
      for k in span.range { hash.append(folded[k]) }
      j += 1
      if j > first + 1, list.contains(hash) { end = j }
    }
    return end
  }
}

/// Lends segmenters to worker threads; makes one more where all are out.
public final class WordSegmenterPool: Sendable {
  private let idle = Monitor<[WordSegmenter]>([])

  /// Makes an empty pool.
  public init() {}

  /// Runs `body` with a segmenter that nobody else has meanwhile.
  func withSegmenter<Result>(_ body: (WordSegmenter) -> Result) -> Result {
    let segmenter = idle.withLock { $0.popLast() } ?? WordSegmenter()
    defer { idle.withLock { $0.append(segmenter) } }
    return body(segmenter)
  }
}
