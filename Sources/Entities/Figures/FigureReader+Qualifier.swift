import HanText

extension FigureReader {
  /// Reads qualifiers and changes before the numeral: 约, 超过了, 增长了近, 比上年减少.
  ///
  /// Words that only lead to a level (达到, 增至, 共有) stay outside the text and end the search.
  func readPrefix(
    _ draft: inout FigureDraft, numeral: Numeral, kind: FigureLexicon.UnitKind?, floor: Int
  ) {
    var p = draft.start
    var qualifier: Figure.Qualifier?
    for _ in 0..<4 {
      var q = p
      if q > floor, at(q - 1) == 0x20 { q -= 1 }
      // A currency may stand between qualifier and amount: 约人民币3亿元.
      if let money = lexicon.moneyPrefixes.longestBackward(text, before: q, floor: floor),
        money.edge > floor,
        !ScalarClass.isASCIILetter(at(money.edge))
          || !isWordScalar(at(money.edge - 1))
      {
        q = money.edge
      }
      if q > floor, at(q - 1) == u("了") { q -= 1 }
      guard q > floor,
        let match = lexicon.before.longestBackward(text, before: q, floor: floor),
        let role = FigureLexicon.Role(rawValue: match.value),
        isWholeWord(from: match.edge, to: q, numeral: numeral, floor: floor)
      else { break }
      switch role {
      case .atLeast where kind == .degree || isTemperature(draft),
        .atMost
      where kind == .degree || isTemperature(draft):
        // 最低零下12℃ names the lowest point, it bounds nothing.
        if at(match.edge) == u("最") {
          finishPrefix(&draft, p, qualifier)
          return
        }
        qualifier = role == .atLeast ? .atLeast : .atMost
      case .about: qualifier = qualifier ?? .about
      case .atLeast: qualifier = qualifier == nil || qualifier == .about ? .atLeast : qualifier
      case .atMost: qualifier = qualifier == nil || qualifier == .about ? .atMost : qualifier
      case .up, .down:
        guard draft.direction == nil, changes(draft, kind, from: match.edge, to: q, floor: floor)
        else {
          finishPrefix(&draft, p, qualifier)
          return
        }
        draft.direction = role == .up ? .up : .down
        draft.subtype = .change
        finishPrefix(&draft, match.edge, qualifier)
        return
      case .level where draft.high != nil && at(match.edge) == u("介"):
        // 介乎900亿至1000亿元
        finishPrefix(&draft, match.edge, qualifier)
        return
      case .level, .word:
        finishPrefix(&draft, p, qualifier)
        return
      }
      p = match.edge
    }
    finishPrefix(&draft, p, qualifier)
  }

  private func isTemperature(_ draft: FigureDraft) -> Bool {
    draft.unit.map { lexicon.units[$0].code == "Cel" } ?? false
  }

  private func finishPrefix(
    _ draft: inout FigureDraft, _ start: Int, _ qualifier: Figure.Qualifier?
  ) {
    draft.start = min(draft.start, start)
    // 翻了三倍: the verb belongs to the change.
    if draft.unit.map({ lexicon.units[$0].kind }) == .times
      || draft.unit.map({ lexicon.units[$0].kind }) == .doubling
    {
      var p = draft.start
      if at(p - 1) == u("了") { p -= 1 }
      if at(p - 1) == u("翻") {
        draft.start = p - 1
        draft.direction = .up
        draft.subtype = .change
      }
    }
    if let qualifier, draft.high == nil { draft.qualifier = qualifier }
  }

  /// Whether a qualifier of one character is a word here and not the tail of another (节约, 附近,
  /// 通过).
  private func isWholeWord(from start: Int, to end: Int, numeral: Numeral, floor: Int) -> Bool {
    if end - start > 1 { return true }
    let before = start > floor ? at(start - 1) : 0
    switch at(start) {
    case u("约"):
      return !among(before, "节预签合违公契履续纽制解邀条相誓婚租")
    case u("近"): return !among(before, "附最将临邻靠远亲迫逼贴新")
    case u("上"): return numeral.isBareMagnitude && !among(before, "以之线网路身地车楼桌")
    case u("好"): return numeral.isApproximate && !among(before, "最更良友美友爱")
    case u("过"):
      return numeral.isBareMagnitude && !among(before, "通经超越路渡透")
        || among(before, "已均率比值额量户占数破")
    case u("破"): return !among(before, "突打打爆侦")
    case u("概"): return false
    case u("超"): return !among(before, "赶反高出入")
    case u("多"): return !among(before, "许很更众最诸太大")
    case u("少"): return !among(before, "很更最太缺至不减")
    case u("高"): return !among(before, "最更很提走新升")
    case u("低"): return !among(before, "最更很降走新减")
    case u("增"): return !among(before, "新倍激猛剧")
    case u("升"): return !among(before, "公毫提晋飞") && NumeralScalar.arabic(before) < 0
    case u("减"): return !among(before, "加缩裁消")
    default: return true
    }
  }

  func among(_ c: UInt32, _ set: StaticString) -> Bool {
    set.withUTF8Buffer { bytes in
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      while case .scalarValue(let scalar) = decoder.decode(&iterator) {
        if scalar.value == c { return true }
      }
      return false
    }
  }

  /// Whether a verb of change makes this figure a change: always before shares and multiples; 提升
  /// and 扩大 also take objects (提升12个景点), 多 and 少 need a comparison.
  private func changes(
    _ draft: FigureDraft, _ kind: FigureLexicon.UnitKind?, from start: Int, to end: Int, floor: Int
  ) -> Bool {
    let isShare =
      draft.subtype == .percent || kind == .percent || kind == .points
      || kind == .times || kind == .tenth
    if end - start == 1 {
      switch at(start) {
      case u("多"), u("少"): return hasComparison(before: start, floor: 0)
      case u("高"), u("低"): return hasComparison(before: start, floor: floor)
      case u("增"), u("减"), u("升"), u("降"), u("涨"), u("跌"): return isShare || kind != nil
      default: return isShare
      }
    }
    if isShare || kind == .money || kind == .degree { return true }
    switch at(start) {
    case u("增"), u("减"), u("净"), u("上"), u("下"), u("涨"), u("跌"), u("缩"), u("压"), u("回"),
      u("延"), u("攀"), u("激"), u("猛"), u("锐"), u("骤"), u("裁"), u("削"), u("高"), u("多"),
      u("成"):
      return true
    default: return kind == .measure || kind == .duration || draft.lacksUnit
    }
  }

  /// Whether 比, 较 or 同比 stands in the clause before a one-character comparison.
  private func hasComparison(before end: Int, floor: Int) -> Bool {
    var i = end - 1
    while i >= max(floor, end - 24) {
      let c = at(i)
      if c == u("比") || c == u("较") { return true }
      if c == u("，") || c == u("。") || c == u("；") { return false }
      i -= 1
    }
    return false
  }

  /// Reads qualifiers behind the unit: 以上, 左右, 以内, （含）以上, 或者更多.
  func readSuffix(_ draft: inout FigureDraft, limit: Int) {
    if draft.high != nil, draft.qualifier == .range, at(draft.unitEnd) != u("左") { return }
    var p = draft.unitEnd
    if at(p) == 0x20 { p += 1 }
    guard let match = lexicon.after.longest(text, at: p, limit: limit),
      let role = FigureLexicon.Role(rawValue: match.value)
    else { return }
    let mark = at(p)
    if mark == u("+"), NumeralScalar.arabic(at(match.edge)) >= 0 { return }
    if mark == u("许") || mark == u("上") && at(p + 1) == u("下") {
      if match.edge - p == 1, ScalarClass.isHan(at(match.edge)) { return }
    }
    switch role {
    case .about: if draft.qualifier == .exact { draft.qualifier = .about }
    case .atLeast: draft.qualifier = .atLeast
    case .atMost: draft.qualifier = .atMost
    default: return
    }
    draft.unitEnd = match.edge
    draft.end = match.edge
  }
}
