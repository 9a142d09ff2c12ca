import HanText

extension FigureReader {
  /// Reads qualifiers and changes before the numeral: 约, 超过了, 增长了近, 比上年减少.
  ///
  /// Words that only lead to a level (达到, 增至, 共有) stay outside the text and end the search.
  func readPrefix(
    _ draft: inout FigureDraft, numeral: Numeral, kind: FigureLexicon.UnitKind?, floor: Int
  ) {
    // 约摄氏28度: the scale belongs to the numeral.
    if kind == .degree, at(draft.start - 1) == u("氏"), draft.start - 2 >= floor {
      draft.start -= 2
    }
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
      var start = match.edge
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
      case .atLeast, .atMost:
        var isLeast = role == .atLeast
        if compares(at: match.edge), let negation = negation(before: match.edge, floor: floor) {
          isLeast.toggle()
          start = negation
        }
        if qualifier == nil || qualifier == .about { qualifier = isLeast ? .atLeast : .atMost }
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
        readLedChange(&draft, kind, level: match.edge..<q, floor: floor)
        finishPrefix(&draft, p, qualifier)
        return
      }
      p = start
    }
    if qualifier == nil { qualifier = bound(before: p, floor: floor) }
    finishPrefix(&draft, p, qualifier)
  }

  /// Whether a qualifier compares (超过, 低于), so that 不得 before it turns it round.
  private func compares(at i: Int) -> Bool {
    switch at(i) {
    case u("超"), u("逾"), u("高"), u("多"), u("大"), u("低"), u("少"), u("小"), u("短"), u("突"): true
    default: false
    }
  }

  /// The offset of 不得, 不能, 没有, 从未 and the like that end before `end`; `nil` for none.
  private func negation(before end: Int, floor: Int) -> Int? {
    guard end - 2 >= floor else { return nil }
    switch at(end - 2) {
    case u("不"): return among(at(end - 1), "得能应可会宜准许再致曾必") ? end - 2 : nil
    case u("没"), u("沒"): return at(end - 1) == u("有") ? end - 2 : nil
    case u("严"), u("禁"): return among(at(end - 1), "禁止") ? end - 2 : nil
    case u("未"): return among(at(end - 1), "能曾有必") ? end - 2 : nil
    default:
      guard at(end - 1) == u("未") else { return nil }
      return among(at(end - 2), "从并尚均都也还仍") ? end - 1 - (at(end - 2) == u("从") ? 1 : 0) : nil
    }
  }

  /// The bound that 最高, 最多, 至少 and the like give over the verb behind them: 最高奖励50万元,
  /// 最多可借20册. The verb stays outside the text.
  private func bound(before end: Int, floor: Int) -> Figure.Qualifier? {
    for length in 1...4 where end - length - 2 >= floor {
      let i = end - length
      let qualifier: Figure.Qualifier
      switch (at(i - 2), at(i - 1)) {
      case (u("最"), u("高")), (u("最"), u("多")), (u("最"), u("长")), (u("至"), u("多")),
        (u("顶"), u("多")):
        qualifier = .atMost
      case (u("最"), u("低")), (u("最"), u("少")), (u("至"), u("少")), (u("起"), u("码")):
        qualifier = .atLeast
      default: continue
      }
      return isVerb(from: at(i) == u("可") ? i + 1 : i, to: end) ? qualifier : nil
    }
    return nil
  }

  /// Whether a stretch is empty, one verb or 可以, 要 and the like with one.
  private func isVerb(from start: Int, to end: Int) -> Bool {
    if start >= end { return true }
    if end - start == 1 { return among(at(start), "处罚补奖借领获贷报享能要需以付给") }
    if among(at(start), "以能要需") { return isVerb(from: start + 1, to: end) }
    guard let match = lexicon.phrases.longest(text, at: start, limit: end), match.edge == end,
      let kind = FigureLexicon.PhraseClass(rawValue: match.value)
    else { return false }
    return kind == .verb || kind == .verbalNoun
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
    if let qualifier, draft.high == nil {
      draft.qualifier = qualifier
      draft.isQualifiedBefore = true
    }
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
        || among(before, "已均率比值额量户占数破刚")
    case u("破"): return !among(before, "突打打爆侦")
    case u("概"): return false
    case u("超"): return !among(before, "赶反高出入")
    case u("多"): return !among(before, "许很更众最诸太大")
    case u("少"): return !among(before, "很更最太缺至不减")
    case u("增"): return !among(before, "新倍激猛剧")
    case u("升"): return !among(before, "公毫提晋飞") && NumeralScalar.arabic(before) < 0
    case u("减"): return !among(before, "加缩裁消")
    case u("加"): return among(before, "均再价费租薪资税息拟")
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
