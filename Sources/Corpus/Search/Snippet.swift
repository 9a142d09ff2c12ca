import HanText

/// The part of an article that shows why it was found.
public struct Snippet: Sendable, Equatable {
  /// The part's text.
  public var text: Scalars
  /// What was found, as offsets into `text`, in order, none overlapping.
  public var marks: [TextSpan]
  /// The first hit shown, in scalars of the article text; `nil` where nothing is marked.
  public var hit: TextSpan?

  /// Longest snippet in columns of a terminal, and how much of it may stand before the first hit.
  private static let columns = 100
  private static let columnsBefore = 30

  /// Chooses the part with the most different hits, the earliest of equally good ones; the title is
  /// shown only where nothing else was found.
  ///
  /// - Complexity: O(hits + snippet).
  init(of text: Scalars, title: String?, hits: [PhraseFinder.Hit]) {
    let bodyStart = Self.bodyStart(of: text, title: title)
    let inBody = hits.filter { $0.span.start >= bodyStart }
    let chosen = inBody.isEmpty ? hits : inBody
    guard let best = Self.best(of: chosen) else {
      let start = bodyStart < text.count ? bodyStart : 0
      let end = Self.end(of: text, from: start)
      self.text = text[start..<end] + (end < text.count ? [u("…")] : [])
      (marks, hit) = ([], nil)
      return
    }
    let hit = chosen[best].span
    var start = ColumnText.head(of: text, from: 0, to: hit.start, columns: Self.columnsBefore)
    if let line = text[start..<hit.start].lastIndex(where: ScalarClass.isLineEnd) {
      start = line + 1
    }
    var end = max(Self.end(of: text, from: start), min(hit.end, start + Self.columns))
    // No hit is cut in two.
    if let cut = chosen[best...].first(where: { $0.span.start < end && $0.span.end > end }),
      cut.span != hit
    {
      end = max(hit.end, cut.span.start)
    }
    let isCut = start > 0 && !ScalarClass.isLineEnd(text[start - 1])
    var shown: Scalars = isCut ? [u("…")] : []
    var marks: [TextSpan] = []
    let shift = shown.count - start
    for other in chosen[best...] where other.span.start < end {
      let span = TextSpan(other.span.start + shift, min(other.span.end, end) + shift)
      if span.start >= marks.last?.end ?? 0 { marks.append(span) }
    }
    shown += text[start..<end]
    if end < text.count, !ScalarClass.isLineEnd(text[end]) { shown.append(u("…")) }
    (self.text, self.marks, self.hit) = (shown, marks, hit)
  }

  /// Behind the title line, where the text begins with one.
  private static func bodyStart(of text: Scalars, title: String?) -> Int {
    guard let title = title.map({ Scalars($0) }), text.starts(with: title) else { return 0 }
    return text[title.count...].firstIndex { !ScalarClass.isSpace($0) } ?? 0
  }

  private static func end(of text: Scalars, from start: Int) -> Int {
    let end = ColumnText.tail(of: text, from: start, to: text.count, columns: columns)
    return text[start..<end].firstIndex(where: ScalarClass.isLineEnd) ?? end
  }

  /// The hit from which on most different phrases stand within reach.
  private static func best(of hits: [PhraseFinder.Hit]) -> Int? {
    var best: (hit: Int, count: Int)?
    for i in hits.indices.prefix(1000) {
      var seen: Set<Int> = []
      for other in hits[i...].prefix(50) where other.span.start - hits[i].span.start < 35 {
        seen.insert(other.phrase)
      }
      if best.map({ seen.count > $0.count }) ?? true { best = (i, seen.count) }
    }
    return best?.hit
  }

  /// The snippet on one line with marks around what was found.
  public func bytes(before: String, after: String) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for mark in marks {
      ColumnText.append(text[position..<mark.start], to: &output)
      output.append(contentsOf: before.utf8)
      ColumnText.append(text[mark.range], to: &output)
      output.append(contentsOf: after.utf8)
      position = mark.end
    }
    ColumnText.append(text[position...], to: &output)
    return output
  }
}
