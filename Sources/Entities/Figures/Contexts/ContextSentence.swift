import HanText

/// What a figure may hold for: coordinated places, or a date.
struct ContextCandidate {
  /// From the first place to the end of the last, or the date.
  var span: TextSpan
  /// The places' canonical names, or the date's value.
  var names: [String]
  /// The mentions themselves.
  var spans: [TextSpan]
}

/// The two things that a figure may hold for.
enum ContextKind: UInt32, CaseIterable {
  /// Coordinated places.
  case place
  /// A date with a value.
  case date
}

/// A sentence with its figures, and the places and dates that they may hold for.
struct ContextSentence {
  /// One figure of the sentence.
  struct FoundFigure {
    let span: TextSpan
    let name: String
    let figure: Figure
  }

  /// Places that one candidate can have, so that a list of any length costs no more.
  private static let mostTogether = 34

  let text: Scalars
  let span: TextSpan
  private(set) var figures: [FoundFigure] = []
  private(set) var places: [ContextCandidate] = []
  private(set) var dates: [ContextCandidate] = []
  /// Where people and institutions begin, in order.
  private(set) var nameStarts: [Int] = []

  /// Sorts the mentions of a sentence.
  ///
  /// - Complexity: O(mentions).
  init(_ mentions: ArraySlice<Mention>, text: Scalars, span: TextSpan) {
    self.text = text
    self.span = span
    for (index, mention) in zip(mentions.indices, mentions) {
      switch mention.kind {
      case .figure(let figure):
        figures.append(FoundFigure(span: mention.span, name: mention.name, figure: figure))
      case .place:
        let next = index + 1 < mentions.endIndex ? mentions[index + 1] : nil
        // 南州|3月8日电.
        if let next, case .date = next.kind, next.span.start == mention.span.end,
          isDateline(next.span)
        {
          continue
        }
        add(place: mention)
      case .date(let value?):
        if isDateline(mention.span) { continue }
        dates.append(
          ContextCandidate(span: mention.span, names: [value], spans: [mention.span]))
      case .person, .institution: nameStarts.append(mention.span.start)
      default: break
      }
    }
  }

  /// 南州、北原和东屿 are one candidate.
  private mutating func add(place mention: Mention) {
    let start = mention.span.start
    guard let last = places.last?.span, start - last.end == 1, Self.isJoint(text[start - 1]),
      places[places.count - 1].names.count < Self.mostTogether
    else {
      places.append(
        ContextCandidate(span: mention.span, names: [mention.name], spans: [mention.span]))
      return
    }
    let k = places.count - 1
    places[k].span = TextSpan(last.start, mention.span.end)
    places[k].names.append(mention.name)
    places[k].spans.append(mention.span)
  }

  /// 3月26日|电, 10月24日|消息, 26日|讯: the day of the report, not of what it reports.
  private func isDateline(_ date: TextSpan) -> Bool {
    guard date.end < text.count else { return false }
    switch text[date.end] {
    // Not 今年|电影票房.
    case u("电"), u("讯"): return text[date.end - 1] == u("日") || text[date.end - 1] == u("号")
    case u("消"): return date.end + 1 < text.count && text[date.end + 1] == u("息")
    default: return false
    }
  }

  /// What the language leaves no choice about: the candidate of a figure, −1 for none; `nil` where the model
  /// is to choose.
  func settled(_ figure: Int, _ kind: ContextKind) -> Int? {
    let start = figures[figure].span.start
    guard start > span.start + 1 else { return nil }
    // 教育部等六部门 counts those named.
    if text[start - 1] == u("等") { return -1 }
    guard kind == .date else { return nil }
    // 由68%降至59.5%: the level left is not of the date; 由上年的29.4% is of its own.
    if isFrom(start) { return -1 }
    let last = Self.count(dates, below: start) { $0.span.start } - 1
    guard last >= 0, text[start - 1] == u("的"), dates[last].span.end == start - 1,
      isFrom(dates[last].span.start)
    else { return nil }
    return last
  }

  /// Whether 由, 从 or 自 stands before an offset.
  private func isFrom(_ i: Int) -> Bool {
    guard i > span.start else { return false }
    return text[i - 1] == u("由") || text[i - 1] == u("从") || text[i - 1] == u("自")
  }

  /// What a figure may hold for, in order.
  func candidates(_ kind: ContextKind) -> [ContextCandidate] { kind == .place ? places : dates }

  /// How many sorted offsets are below a limit.
  ///
  /// - Complexity: O(log count).
  static func count<Element>(
    _ sorted: [Element], below limit: Int, _ start: (Element) -> Int
  ) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if start(sorted[middle]) < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What stands between the members of a coordination.
  static func isJoint(_ c: UInt32) -> Bool {
    c == u("、") || c == u("和") || c == u("及") || c == u("与") || c == u("或")
  }
}
