import HanText

/// What figures of one list share: units, directions and bounds.
extension SubjectFinder {
  /// 30万和45万元, 3万、5万和8万人: numerals without a unit take that of the next in the list.
  func shareUnits(_ found: inout [FigurePass.Found], hasNouns: Bool = false) {
    guard found.count > 1 else { return }
    for i in stride(from: found.count - 2, through: 0, by: -1) {
      // Most have one: drafts are large, and only those that may change are taken out.
      guard found[i].lacksUnit, case .figure(var draft) = found[i], draft.unitOverride == nil,
        !(hasNouns && draft.subjectFollows),
        case .figure(let next) = found[i + 1], next.unit != nil || next.unitOverride != nil,
        isList(from: draft.end, to: next.start)
      else { continue }
      draft.unit = next.unit
      draft.unitOverride = next.unitOverride
      draft.subtype = next.subtype == .change ? draft.subtype : next.subtype
      draft.lacksUnit = false
      if next.subjectFollows, draft.subject == nil {
        draft.subject = next.subject
        draft.subjectTail = next.subjectTail
        draft.subjectFollows = true
      }
      found[i] = .figure(draft)
    }
  }

  /// 从3200元涨到四千五: the level reached has the unit of the level left.
  func shareLevels(_ found: inout [FigurePass.Found]) {
    guard found.count > 1 else { return }
    for i in 1..<found.count {
      let start = found[i].start
      guard at(start - 1) == u("到") || at(start - 1) == u("至"), start > found[i - 1].end,
        start - found[i - 1].end <= 8, case .figure(var draft) = found[i], draft.lacksUnit,
        draft.unitOverride == nil, draft.unit == nil, case .figure(let left) = found[i - 1],
        left.unit != nil || left.unitOverride != nil, left.direction == nil,
        at(left.start - 1) == u("从") || at(left.start - 1) == u("由"),
        isClause(from: left.end, to: draft.start)
      else { continue }
      draft.unit = left.unit
      draft.unitOverride = left.unitOverride
      draft.subtype = left.subtype
      draft.lacksUnit = false
      found[i] = .figure(draft)
    }
  }

  /// Whether nothing ends a clause between two offsets.
  private func isClause(from start: Int, to end: Int) -> Bool {
    for i in start..<end where at(i) == u("，") || at(i) == u("；") || ScalarClass.isLineEnd(at(i)) {
      return false
    }
    return true
  }

  /// 分别增长12.5%和9.3%, 分别不超过1000元、2000元: the others change, and are bounded, as the first.
  func shareDirections(_ found: inout [FigurePass.Found]) {
    guard found.count > 1 else { return }
    for i in 1..<found.count {
      // Few stand so close: only those are taken out of the list.
      guard found[i].start > found[i - 1].end, isList(from: found[i - 1].end, to: found[i].start),
        case .figure(let first) = found[i - 1], first.direction != nil || first.isQualifiedBefore,
        case .figure(var draft) = found[i]
      else { continue }
      let isRespective = isBehindRespectively(first, found[..<(i - 1)])
      if first.direction != nil, draft.direction == nil, unit(of: first) == unit(of: draft),
        draft.subtype == .percent && !draft.subjectFollows || isRespective
      {
        draft.direction = first.direction
        draft.subtype = .change
      }
      if isRespective, draft.qualifier == .exact,
        first.qualifier == .atLeast || first.qualifier == .atMost, first.unitEnd == first.end,
        first.isQualifiedBefore
      {
        draft.qualifier = first.qualifier
        draft.isQualifiedBefore = true
      }
      found[i] = .figure(draft)
    }
  }

  /// Whether 分别 stands right before a figure, or before the list of figures that leads to it.
  private func isBehindRespectively(
    _ figure: FigureDraft, _ earlier: ArraySlice<FigurePass.Found>
  ) -> Bool {
    var start = figure.start
    for item in earlier.reversed() {
      guard case .figure(let other) = item, start >= other.end,
        isList(from: other.end, to: start)
      else { break }
      start = other.start
    }
    for k in 2...4 where at(start - k) == u("分") && at(start - k + 1) == u("别") { return true }
    return false
  }

  func isList(from start: Int, to end: Int) -> Bool {
    guard end - start <= 2, end >= start else { return false }
    for i in start..<end {
      switch at(i) {
      case u("、"), u("和"), u("与"), u("及"), u("或"), 0x20: continue
      default: return false
      }
    }
    return true
  }
}
