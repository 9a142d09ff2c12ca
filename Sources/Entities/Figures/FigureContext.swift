import HanText

/// Finds where and when a figure holds, as its sentence says it: 25万AI人才 · 上海.
///
/// A place counts where it opens a clause or stands behind 在 (with those coordinated with it), not
/// where it is an origin, a target or an affiliation. A date counts where it is neither the
/// dateline (3月26日电), nor what the figure is compared with (比上年), nor a deadline (应于…). What
/// opens, closes or announces something (启用, 公布) takes the place and date before it. Lengths of
/// time and what rules allow (不超过3项) hold nowhere; a level left (由68%) is not of the date.
public struct FigureContext: Sendable {
  /// Makes the finder; it has no state.
  public init() {}

  /// Verbs of a single event, whose time and place are not those of the figures behind: 启用,
  /// 公布. Sorted by nothing; all have two scalars.
  private static let eventVerbs: [(UInt32, UInt32)] = [
    (u("启"), u("用")), (u("启"), u("动")), (u("开"), u("工")), (u("投"), u("产")),
    (u("成"), u("立")), (u("创"), u("立")), (u("闭"), u("幕")), (u("开"), u("幕")),
    (u("印"), u("发")), (u("发"), u("文")), (u("公"), u("布")), (u("发"), u("布")),
    (u("宣"), u("布")), (u("发"), u("表")), (u("施"), u("行")), (u("表"), u("示")),
    (u("指"), u("出")), (u("透"), u("露")), (u("召"), u("开")), (u("结"), u("束")),
    (u("揭"), u("晓")), (u("揭"), u("牌")), (u("毕"), u("业")), (u("公"), u("告")),
    (u("颁"), u("布")), (u("批"), u("准")), (u("导"), u("入")), (u("上"), u("传")),
  ]

  /// What holds at one point of a sentence.
  private struct Scope {
    var places: [String] = []
    var lastPlaceEnd = -1
    var date: String?
    /// The date of one figure alone (由上年的29.4%降为27.2%), and where the figure begins.
    var own: (figure: Int, date: String)?
    /// Offset behind the last place or date, from which event verbs are looked for.
    var from = 0
    /// Whether a figure holds at the places already.
    var isUsed = false
  }

  /// What tells relations apart.
  private struct Key: Hashable {
    let figure: NameKey
    let place: NameKey?
    let date: NameKey?
  }

  /// The `.context` relations of a document.
  ///
  /// - Parameters:
  ///   - document: the document the mentions were found in.
  ///   - mentions: all its mentions in order, places included.
  /// - Returns: relations in order of the figures, without doubles.
  /// - Complexity: O(mentions + sentences), and the log of the relations.
  public func contexts(in document: Document, mentions: [Mention]) -> [Relation] {
    var relations: [Relation] = []
    var seen: Set<Key> = []
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
    _ relations: inout [Relation], _ seen: inout Set<Key>
  ) {
    var scope = Scope(from: sentence.start)
    for (index, mention) in zip(mentions.indices, mentions) {
      switch mention.kind {
      case .place:
        let next = index + 1 < mentions.endIndex ? mentions[index + 1] : nil
        guard !isDateline(behind: mention, next: next, text),
          !isAttribute(mention, next: next, text)
        else { continue }
        let previous = index > mentions.startIndex ? mentions[index - 1] : nil
        place(mention, behind: previous, in: sentence, text, &scope)
      case .date(let value):
        guard let value, !isDateline(mention, text) else { continue }
        if isInOpeningBrackets(mention, text) {
          scope = Scope(from: mention.span.end)
          continue
        }
        if isCompared(mention, text) || isDeadline(mention, text) { continue }
        if let figure = figureBehindDe(of: mention, mentions[(index + 1)...].first, text) {
          // 是2020年末的2.2倍 compares.
          if isMultiple(figure) { continue }
          if isFrom(mention, text) {
            scope.own = (figure.span.start, value)
            continue
          }
        }
        scope.date = value
        scope.from = mention.span.end
      case .figure(let figure):
        dropBehindEvent(&scope, before: mention.span.start, text)
        guard holdsSomewhere(figure, mention, text),
          !countsPlaces(figure, mention, scope)
        else { continue }
        var when = scope.date ?? dateBehind(mentions[(index + 1)...], of: mention, text)
        if isLeft(mention, text) { when = nil }
        if let own = scope.own, own.figure == mention.span.start { when = own.date }
        scope.isUsed = true
        var places: [String?] = scope.places.isEmpty ? [nil] : scope.places
        if let place = respective(mentions, index, scope, text) { places = [place] }
        for place in places where place != nil || when != nil {
          let key = Key(
            figure: NameKey(mention.name), place: place.map(NameKey.init),
            date: when.map(NameKey.init))
          guard seen.insert(key).inserted else { continue }
          relations.append(.context(figure: mention.name, place: place, date: when))
        }
      default: continue
      }
    }
  }

  /// 三市分别为3个、5个和8个: the one of the coordinated places that a figure of such a list is of.
  private func respective(
    _ mentions: ArraySlice<Mention>, _ index: Int, _ scope: Scope, _ text: Scalars
  ) -> String? {
    guard scope.places.count > 1 else { return nil }
    func isFigure(_ i: Int) -> Bool {
      guard mentions.indices.contains(i), case .figure = mentions[i].kind else { return false }
      return true
    }
    func isListed(_ i: Int) -> Bool {
      let gap = mentions[i].span.end..<max(mentions[i].span.end, mentions[i + 1].span.start)
      return gap.count == 1 && isJoint(text[gap.lowerBound])
    }
    var first = index
    while isFigure(first - 1), isListed(first - 1) { first -= 1 }
    var last = index
    while isFigure(last + 1), isListed(last) { last += 1 }
    guard last - first + 1 == scope.places.count else { return nil }
    let start = mentions[first].span.start
    for i in max(0, start - 5)..<max(0, start - 1) where text[i] == u("分") && text[i + 1] == u("别")
    {
      return scope.places[index - first]
    }
    return nil
  }

  /// Takes a place into the scope if figures behind it hold there.
  private func place(
    _ mention: Mention, behind previous: Mention?, in sentence: TextSpan, _ text: Scalars,
    _ scope: inout Scope
  ) {
    let start = mention.span.start
    if scope.lastPlaceEnd >= 0, start - scope.lastPlaceEnd == 1, isJoint(text[start - 1]) {
      scope.places.append(mention.name)
    } else if isLocative(mention, behind: previous, in: sentence, text) {
      if start > sentence.start, text[start - 1] == u("；") || text[start - 1] == 0x3B {
        scope.date = nil
      }
      scope.places = [mention.name]
    } else {
      return
    }
    scope.lastPlaceEnd = mention.span.end
    scope.isUsed = false
    scope.from = mention.span.end
  }

  /// Whether a place opens a clause, follows its date, or stands behind 在.
  private func isLocative(
    _ place: Mention, behind previous: Mention?, in sentence: TextSpan, _ text: Scalars
  ) -> Bool {
    let i = place.span.start
    guard i > sentence.start else { return true }
    if let previous, case .date = previous.kind, previous.span.end == i { return true }
    switch text[i - 1] {
    case u("，"), u("；"), u("："), 0x2C, 0x3B, 0x3A, u("在"), u("。"), u("“"), u("「"), 0x20, 0x3000,
      u("）"), u(")"), u("】"), u("|"), u("｜"), u("丨"), u("—"):
      return true
    case u("的"): return i > 1 && text[i - 2] == u("在")
    case u("到"): return i > 1 && text[i - 2] == u("来")
    case u("于"): return i > 1 && (text[i - 2] == u("位") || text[i - 2] == u("低"))
    default: return false
    }
  }

  /// 南州的一所小学: of the school, where 在 does not stand before; but not 北原的三成.
  private func isAttribute(_ place: Mention, next: Mention?, _ text: Scalars) -> Bool {
    let (start, end) = (place.span.start, place.span.end)
    guard end < text.count, text[end] == u("的") else { return false }
    if start > 0, text[start - 1] == u("在") || isJoint(text[start - 1]) { return false }
    if let next, case .figure = next.kind, next.span.start == end + 1 { return false }
    return true
  }

  private func isJoint(_ c: UInt32) -> Bool {
    c == u("、") || c == u("和") || c == u("及") || c == u("与")
  }

  /// Forgets place and date where an event verb stands between them and the figure.
  private func dropBehindEvent(_ scope: inout Scope, before end: Int, _ text: Scalars) {
    guard scope.date != nil || !scope.places.isEmpty else { return }
    var i = scope.from
    while i + 1 < end, i + 1 < text.count {
      for verb in Self.eventVerbs where text[i] == verb.0 && text[i + 1] == verb.1 {
        // 今年6月毕业的312名学生: of those figures it is the time.
        if i + 2 < text.count, text[i + 2] == u("的"), i + 3 >= end { continue }
        if i + 2 < text.count, text[i + 2] == u("生") || text[i + 2] == u("会") { continue }
        scope.date = nil
        if !scope.isUsed { scope.places = [] }
        scope.from = end
        return
      }
      i += 1
    }
    scope.from = max(scope.from, end)
  }

  /// Whether a figure can hold for a place or date at all: neither a length of time nor a limit that
  /// a rule sets; an age only as an average.
  private func holdsSomewhere(_ figure: Figure, _ mention: Mention, _ text: Scalars) -> Bool {
    let i = mention.span.start
    // 教育部等六部门 counts those named.
    if i > 0, text[i - 1] == u("等") { return false }
    switch figure.subtype {
    case .duration: return false
    case .ordinal:
      // A rank or a serial number holds at a time; 第四届, 第二轮 name an event or a step.
      switch figure.unit {
      case "位", "名", "台", "辆", nil: break
      default: return false
      }
    case .age:
      for k in max(0, i - 3)..<i where text[k] == u("龄") { return true }
      return false
    default: break
    }
    guard figure.qualifier == .atMost || figure.qualifier == .atLeast, i + 2 < text.count else {
      return true
    }
    switch (text[i], text[i + 1]) {
    case (u("最"), _), (u("至"), u("多")), (u("至"), u("少")): return false
    case (u("不"), u("超")), (u("不"), u("少")), (u("不"), u("低")), (u("不"), u("高")),
      (u("不"), u("多")), (u("不"), u("得")):
      return false
    default: return true
    }
  }

  /// 杭州、宁波、温州三市: how many places are named.
  private func countsPlaces(_ figure: Figure, _ mention: Mention, _ scope: Scope) -> Bool {
    scope.places.count > 1 && figure.unit == nil && mention.span.start == scope.lastPlaceEnd
  }

  /// The figure that a date stands before with 的: 上年的29.4%.
  private func figureBehindDe(of date: Mention, _ next: Mention?, _ text: Scalars) -> Mention? {
    guard let next, case .figure = next.kind, date.span.start > 0,
      next.span.start == date.span.end + 1, text[date.span.end] == u("的")
    else { return nil }
    return next
  }

  /// 由上年的29.4%, 从7月的31%: the level left, which alone is of the date.
  private func isFrom(_ date: Mention, _ text: Scalars) -> Bool {
    let before = text[date.span.start - 1]
    return before == u("由") || before == u("从") || before == u("自")
  }

  private func isMultiple(_ mention: Mention) -> Bool {
    guard case .figure(let figure) = mention.kind else { return false }
    return figure.unit == "倍"
  }

  /// 由68%降至59.5%: the level left.
  private func isLeft(_ figure: Mention, _ text: Scalars) -> Bool {
    let i = figure.span.start
    guard i > 0 else { return false }
    if text[i - 1] == u("由") || text[i - 1] == u("从") { return true }
    guard text[i - 1] == u("的") else { return false }
    for k in max(0, i - 5)..<i where text[k] == u("由") { return true }
    return false
  }

  /// 应于5月10日前, 得于: by when something is to be done.
  private func isDeadline(_ date: Mention, _ text: Scalars) -> Bool {
    let i = date.span.start
    guard i > 1, text[i - 1] == u("于") || text[i - 1] == u("在") else { return false }
    switch text[i - 2] {
    case u("应"), u("须"), u("得"), u("需"), u("请"): return true
    default: return false
    }
  }

  /// （南州，2025年6月10日）: a dateline in brackets that opens a line.
  private func isInOpeningBrackets(_ date: Mention, _ text: Scalars) -> Bool {
    let end = date.span.end
    guard end < text.count, text[end] == u("）") || text[end] == 0x29 else { return false }
    var i = date.span.start
    let stop = max(0, i - 16)
    while i > stop {
      i -= 1
      if text[i] == u("（") || text[i] == 0x28 {
        return i == 0 || ScalarClass.isLineEnd(text[i - 1])
      }
      if ScalarClass.isLineEnd(text[i]) { return false }
    }
    return false
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

  /// 比上年, 较2020年, 与2020年相比: what the figure is compared with.
  private func isCompared(_ date: Mention, _ text: Scalars) -> Bool {
    let i = date.span.start
    let end = date.span.end
    if end + 1 < text.count, text[end] == u("相"), text[end + 1] == u("比") || text[end + 1] == u("较")
    {
      return true
    }
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
