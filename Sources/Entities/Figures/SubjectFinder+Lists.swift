import HanText

/// What figures of one list share: units and directions.
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

  /// 分别增长12.5%和9.3%: the second changes as the first.
  func shareDirections(_ found: inout [FigurePass.Found]) {
    guard found.count > 1 else { return }
    for i in 1..<found.count {
      guard found[i - 1].isDirected, !found[i].isDirected,
        case .figure(var draft) = found[i], case .figure(let first) = found[i - 1],
        draft.subtype == .percent,
        first.unit == draft.unit, !draft.subjectFollows, draft.start > first.end,
        isList(from: first.end, to: draft.start)
      else { continue }
      draft.direction = first.direction
      draft.subtype = .change
      found[i] = .figure(draft)
    }
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
