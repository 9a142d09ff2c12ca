import HanText

/// Finds where and when a figure holds, as its sentence says it: 25万AI人才 · 上海.
///
/// The place and the date named last before the figure in its sentence; a date only where it is
/// neither the dateline (3月26日电) nor what the figure is compared with (比上年). Where no date
/// stands before it, one right behind in brackets or with 截至 counts.
public struct FigureContext: Sendable {
  /// Makes the finder; it has no state.
  public init() {}

  /// The `.context` relations of a document.
  ///
  /// - Parameters:
  ///   - document: the document the mentions were found in.
  ///   - mentions: all its mentions in order, places included.
  /// - Returns: relations in order of the figures, without doubles.
  /// - Complexity: O(mentions + sentences), and the log of the relations.
  public func contexts(in document: Document, mentions: [Mention]) -> [Relation] {
    var relations: [Relation] = []
    var seen: Set<Relation> = []
    var first = 0
    for sentence in document.sentences {
      while first < mentions.count, mentions[first].span.start < sentence.start { first += 1 }
      var last = first
      while last < mentions.count, mentions[last].span.end <= sentence.end { last += 1 }
      if last > first {
        read(mentions[first..<last], text: document.shadow, sentence, &relations, &seen)
      }
      first = last
    }
    return relations
  }

  private func read(
    _ mentions: ArraySlice<Mention>, text: Scalars, _ sentence: TextSpan,
    _ relations: inout [Relation], _ seen: inout Set<Relation>
  ) {
    var place: String?
    var date: String?
    for (index, mention) in zip(mentions.indices, mentions) {
      switch mention.kind {
      case .place:
        if !isDateline(
          behind: mention, next: index + 1 < mentions.endIndex ? mentions[index + 1] : nil, text)
        {
          place = mention.name
        }
      case .date(let value):
        if let value, !isDateline(mention, text), !isCompared(mention, text) { date = value }
      case .figure:
        let when = date ?? dateBehind(mentions[(index + 1)...], of: mention, text)
        guard place != nil || when != nil else { continue }
        let relation = Relation.context(figure: mention.name, place: place, date: when)
        if seen.insert(relation).inserted { relations.append(relation) }
      default: continue
      }
    }
  }

  /// 3月26日电, 10月24日消息, 26日讯: the day of the report, not of what it reports.
  private func isDateline(_ date: Mention, _ text: Scalars) -> Bool {
    let end = date.span.end
    guard end < text.count else { return false }
    switch text[end] {
    case u("电"), u("讯"): return true
    case u("消"): return end + 1 < text.count && text[end + 1] == u("息")
    default: return false
    }
  }

  /// The place of a dateline: 上海3月26日电.
  private func isDateline(behind place: Mention, next: Mention?, _ text: Scalars) -> Bool {
    guard let next, case .date = next.kind, next.span.start == place.span.end else { return false }
    return isDateline(next, text)
  }

  /// 比上年, 较2020年: what the figure is compared with.
  private func isCompared(_ date: Mention, _ text: Scalars) -> Bool {
    let i = date.span.start
    guard i > 0 else { return false }
    return text[i - 1] == u("比") || text[i - 1] == u("较")
      || i > 1 && text[i - 1] == u("于") && text[i - 2] == u("对")
  }

  /// A date in brackets right behind the figure, or behind 截至 in the same sentence.
  private func dateBehind(
    _ later: ArraySlice<Mention>, of figure: Mention, _ text: Scalars
  ) -> String? {
    guard let next = later.first, case .date(let value) = next.kind, let value else { return nil }
    let gap = figure.span.end..<max(figure.span.end, next.span.start)
    guard gap.count <= 4 else { return nil }
    for i in gap {
      switch text[i] {
      case u("（"), u("("), u("截"): return value
      default: continue
      }
    }
    return nil
  }
}
