import HanText

/// Verbs of change before a figure, and comparisons.
extension FigureReader {
  /// Whether a verb of change makes this figure a change: always before shares, sums and lengths;
  /// 提升 and 扩大 also take objects (提升12个景点), and so do 增 and 减 (拟增两条专线); 多 and 少
  /// need a comparison with another time.
  func changes(
    _ draft: FigureDraft, _ kind: FigureLexicon.UnitKind?, from start: Int, to end: Int, floor: Int
  ) -> Bool {
    let isShare = isShare(draft, kind)
    if end - start == 1 {
      switch at(start) {
      case u("多"), u("少"):
        // 用工少了三成
        return isShare && at(end) == u("了") || comparesTimes(before: start)
      case u("增"), u("减"):
        guard kind == .thing || kind == .people else { return isShare || kind != nil }
        return !hasObject(draft) || comparesTimes(before: start)
      case u("升"), u("降"), u("涨"), u("跌"): return isShare || kind != nil
      case u("加"): return isShare || kind == .money
      default: return isShare
      }
    }
    // 多出27天, 多增48亿元
    if at(start) == u("多"), at(start + 1) == u("出") { return comparesTimes(before: start) }
    if isShare { return true }
    switch kind {
    case .thing, .people, .weak, .count: break
    default: return kind != nil || draft.lacksUnit
    }
    switch at(start) {
    case u("提"), u("扩"), u("优"), u("精"), u("加"), u("抬"), u("拉"), u("砍"):
      return !hasObject(draft)
    default: return true
    }
  }

  private func isShare(_ draft: FigureDraft, _ kind: FigureLexicon.UnitKind?) -> Bool {
    switch kind {
    case .percent, .points, .times, .tenth: true
    default: draft.subtype == .percent
    }
  }

  /// Whether a noun stands directly behind the unit: what a verb does something to.
  private func hasObject(_ draft: FigureDraft) -> Bool {
    let next = at(draft.unitEnd)
    return ScalarClass.isHan(next) && next != u("的")
      && lexicon.after.longest(text, at: draft.unitEnd, limit: text.count) == nil
  }

  /// 增长达12%, 减少了高达三成: 达 alone stands between the verb of a change and the figure.
  func readLedChange(
    _ draft: inout FigureDraft, _ kind: FigureLexicon.UnitKind?, level: Range<Int>, floor: Int
  ) {
    let last = at(level.upperBound - 1)
    // 增长达, not 长达
    let isCut = at(level.lowerBound) == u("长") && among(at(level.lowerBound - 1), "增成延")
    let level = isCut ? level.lowerBound + 1..<level.upperBound : level
    guard last == u("达") || last == u("为") && level.count == 1, level.count <= 2,
      level.lowerBound > floor,
      let match = lexicon.before.longestBackward(text, before: level.lowerBound, floor: floor),
      let role = FigureLexicon.Role(rawValue: match.value), role == .up || role == .down,
      level.lowerBound - match.edge > 1,
      // 增长为5%, but 下降为5% leads to a level.
      last == u("达") || at(level.lowerBound - 1) == u("长") && isShare(draft, kind),
      draft.direction == nil,
      changes(draft, kind, from: match.edge, to: level.lowerBound, floor: floor)
    else { return }
    draft.direction = role == .up ? .up : .down
    draft.subtype = .change
    draft.start = match.edge
  }

  /// Whether a comparison with another time stands in the clause before: 比上年, 较去年同期, 按年, but
  /// not 比市场均价.
  private func comparesTimes(before end: Int) -> Bool {
    var i = end - 1
    var namesTime = false
    while i >= max(0, end - 24) {
      switch at(i) {
      case u("比"), u("较"):
        // 同比, 环比 and 按年 compare with the time before.
        return namesTime || at(i - 1) == u("同") || at(i - 1) == u("环")
      case u("按"): return namesTime
      case u("年"), u("月"), u("季"), u("周"), u("期"), u("届"), u("昨"), u("往"), u("原"), u("初"),
        u("末"), u("前"), u("轮"), u("次"), u("批"):
        namesTime = true
      case u("日"):
        if among(at(i - 1), "平昨同首前当今翌") || NumeralScalar.isNumeral(at(i - 1)) { namesTime = true }
      case u("，"), u("。"), u("；"): return false
      default: break
      }
      i -= 1
    }
    return false
  }
}
