import HanText

extension FigureReader {
  /// Whether digits belong to a code, a name, a number of something: GL8, B-2, 5G, 888-000-9999,
  /// 1+4, 35号, 3:2.
  func isPartOfCode(_ numeral: Numeral, floor: Int, limit: Int) -> Bool {
    let before = at(numeral.start - 1)
    let after = at(numeral.end)
    if numeral.startsArabic {
      if numeral.start > 0 {
        if ScalarClass.isLatinLetter(before) || before == 0x5F || before == 0x40 || before == 0x23
          || before == 0x3D || before == 0x26 || before == 0x25
        {
          // Letters of a currency (US, RM) excepted.
          guard
            let money = lexicon.moneyPrefixes.longestBackward(
              text, before: numeral.start, floor: floor),
            !isWordScalar(at(money.edge - 1))
          else { return true }
        }
        if before == 0x2E || before == 0x2D || before == 0x2F || before == 0x3A,
          isWordScalar(at(numeral.start - 2))
        {
          return true
        }
        if before == 0x2B, NumeralScalar.isNumeral(at(numeral.start - 2)) { return true }
        if NumeralScalar.arabic(before) >= 0 { return true }
      }
      // 1.申报表: the number of an item.
      if after == 0x2E, numeral.digitCount <= 2, ScalarClass.isHan(at(numeral.end + 1)) {
        return true
      }
      if after == 0x2B, NumeralScalar.isNumeral(at(numeral.end + 1)) { return true }
      if ScalarClass.isLatinLetter(after) || after == 0x5F || after == 0x40 {
        // 25万AI人才 counts, 5G and 3D do not.
        let isUnit = lexicon.unitForms.longest(text, at: numeral.end, limit: limit)
          .map { !isWordScalar(at($0.edge)) }
        if isUnit != true,
          !phrases.startsCounted(
            at: numeral.end, limit: limit, isSmall: numeral.count == 1, isArabic: true)
        {
          return true
        }
      }
      if after == 0x2D, ScalarClass.isASCIILetter(at(numeral.end + 1)) { return true }
      if after == 0x2F, isWordScalar(at(numeral.end + 1)), !ScalarClass.isHan(at(numeral.end + 1)) {
        return true
      }
      // 0571, 007: numbers with a leading nought count nothing.
      if text[numeral.end - numeral.count] == 0x30, !numeral.hasDecimals, numeral.digitCount > 1,
        !numeral.isSigned
      {
        return true
      }
      if numeral.digitCount > 16 { return true }
      if after == 0x3A || after == u("："), NumeralScalar.arabic(at(numeral.end + 1)) >= 0 {
        return true
      }
    }
    if after == u("号") { return true }
    // 90后, 00后: a generation.
    if after == u("后"), numeral.count == 2, numeral.startsArabic || numeral.value.digits < 100,
      !numeral.hasMagnitude
    {
      return true
    }
    return isQuotedName(numeral, limit: limit)
  }

  /// Whether quotation marks hold nothing but the numeral and its unit (“11条”): a name.
  private func isQuotedName(_ numeral: Numeral, limit: Int) -> Bool {
    let close: UInt32
    switch at(numeral.start - 1) {
    case u("“"): close = u("”")
    case u("「"): close = u("」")
    case u("『"): close = u("』")
    case u("‘"): close = u("’")
    default: return false
    }
    if at(numeral.end) == close { return true }
    guard let unit = unit(at: numeral.end, limit: limit), unit.kind == .thing || unit.kind == .weak
    else { return false }
    return at(unit.end) == close
  }

  /// Whether numeral and unit close a quoted name (“人才新政30条”).
  func closesQuotedName(_ draft: FigureDraft, floor: Int) -> Bool {
    let open: UInt32
    switch at(draft.unitEnd) {
    case u("”"): open = u("“")
    case u("」"): open = u("「")
    default: return false
    }
    var i = draft.numeralStart - 1
    while i >= max(0, draft.numeralStart - 10) {
      let c = at(i)
      if c == open { return true }
      if !ScalarClass.isHan(c) || c == u("的") || c == u("了") { return false }
      i -= 1
    }
    return false
  }

  /// Reads the ratio 1:5 or 1比5, not a time and not a score.
  func readRatio(_ first: Numeral, floor: Int, limit: Int) -> FigureDraft? {
    let sign = at(first.end)
    guard sign == 0x3A || sign == u("：") || sign == u("比") || sign == u("∶"),
      first.fraction == .none, first.high == nil, first.digitCount > 0,
      let second = numerals.read(at: first.end + 1, limit: limit), second.high == nil,
      second.value > .zero, first.value >= .zero,
      sign != u("比") || first.startsArabic == second.startsArabic && !first.hasMagnitude,
      !isWordScalar(at(first.start - 1)), !isWordScalar(at(second.end)),
      at(second.end) != 0x3A, at(second.end) != u("："),
      unit(at: second.end, limit: limit) == nil,
      let quotient = first.value.divided(by: second.value)
    else { return nil }
    let isNamed = nearby(first.start, second.end, "比率例配兑")
    if sign != u("比"), second.digitCount == 2, first.digitCount <= 2, !isNamed { return nil }
    if !isNamed, nearby(first.start, second.end, "胜负败平分局球队赢输逆先落") {
      return nil
    }
    var draft = FigureDraft(
      start: first.start, end: second.end, numeralStart: first.start, numeralEnd: second.end,
      value: quotient, unitEnd: second.end)
    readPrefix(&draft, numeral: first, kind: .percent, floor: floor)
    return draft
  }

  /// Whether one of the scalars stands within a few characters of the span.
  private func nearby(_ start: Int, _ end: Int, _ set: StaticString) -> Bool {
    for i in max(0, start - 10)..<start where among(at(i), set) { return true }
    for i in end..<min(text.count, end + 6) where among(at(i), set) { return true }
    return false
  }

  /// The last judgement: whether what was read is a figure of the contract.
  func isFigure(
    _ draft: inout FigureDraft, _ numeral: Numeral, _ unit: UnitMatch?, floor: Int, limit: Int
  ) -> Bool {
    if numeral.financialCount == 1, numeral.count == 1 {
      // Alone they count only before a measure word; 陆 and 参 also are a name and a verb.
      guard let unit, unit.kind == .thing else { return false }
      switch at(numeral.start) {
      case u("陆"), u("陸"), u("参"), u("參"):
        guard phrases.startsNoun(at: unit.end, limit: limit) else { return false }
      default: break
      }
      return isCount(&draft, numeral, unit, limit: limit)
    }
    if closesQuotedName(draft, floor: floor) { return false }
    if draft.unitOverride != nil || numeral.fraction != .none && unit == nil { return true }
    guard let unit else {
      return isBareFigure(&draft, numeral, floor: floor, limit: limit)
    }
    // 二〇二四, 五四: digits without a magnitude are names of years and days.
    if isDigitString(numeral), numeral.high == nil, unit.kind != .discount { return false }
    switch unit.kind {
    case .thing, .people, .weak, .count:
      return isCount(&draft, numeral, unit, limit: limit)
    case .duration:
      draft.subtype = draft.subtype == .plain ? .duration : draft.subtype
      return isDuration(draft, numeral, floor: floor)
    case .age:
      if draft.subtype == .plain { draft.subtype = .age }
      if at(unit.end - 1) == u("旬") {
        draft.value = draft.value.scaled(1) ?? draft.value
        draft.unitOverride = "岁"
        return at(unit.end) == u("老") || at(unit.end) == u("翁") || at(unit.end) == u("高")
          || at(unit.end) == u("长")
      }
      return true
    case .percent:
      if draft.subtype == .plain { draft.subtype = .percent }
      return true
    case .points:
      if draft.subtype == .plain { draft.subtype = .percent }
      return true
    case .times:
      if numeral.isSingleHan, at(numeral.start) == u("一"), draft.direction == nil,
        draft.qualifier == .exact
      {
        return false
      }
      return true
    case .tenth, .discount:
      // 计划2.0成效显著: 成 begins a word behind a version.
      if numeral.hasDecimals, at(draft.unitEnd - 1) == u("成"), at(draft.unitEnd) != 0,
        among(at(draft.unitEnd), "效果绩功立型品熟")
      {
        return false
      }
      return !isBareMagnitudeWord(draft, numeral)
    case .doubling: return draft.direction != nil && isTurning(draft)
    case .money: return isMoney(draft, numeral, unit)
    case .measure, .degree:
      if draft.subtype == .plain { draft.subtype = .measure }
      return isMeasure(draft, numeral, unit)
    }
  }

  private func isTurning(_ draft: FigureDraft) -> Bool {
    at(draft.start) == u("翻")
  }

  private func isDigitString(_ numeral: Numeral) -> Bool {
    !numeral.startsArabic && !numeral.hasMagnitude && !numeral.hasDecimals && numeral.count > 1
  }

  private func isBareMagnitudeWord(_ draft: FigureDraft, _ numeral: Numeral) -> Bool {
    numeral.isBareMagnitude && draft.qualifier == .exact
  }

  private func isMoney(_ draft: FigureDraft, _ numeral: Numeral, _ unit: UnitMatch) -> Bool {
    // 三块地, 两块屏幕 count pieces.
    if at(unit.end - 1) == u("块"), numeral.isSingleHan, unit.end == draft.unitEnd,
      ScalarClass.isHan(at(unit.end)), phrases.nounPhrase(from: unit.end, limit: text.count) != nil
    {
      return false
    }
    return true
  }

  private func isMeasure(_ draft: FigureDraft, _ numeral: Numeral, _ unit: UnitMatch) -> Bool {
    let length = unit.end - draft.numeralEnd
    if numeral.isSingleHan, length == 1, draft.qualifier == .exact {
      // 三里屯, 九寨, 四方, 三尺讲台: one digit and one character, so often a word.
      switch at(unit.end - 1) {
      case u("里"), u("尺"), u("寸"), u("丈"), u("方"), u("码"), u("安"), u("伏"), u("瓦"), u("度"),
        u("顷"), u("担"):
        return !ScalarClass.isHan(at(unit.end)) || at(unit.end) == u("的")
      default: break
      }
      if at(numeral.start) == u("一"), at(unit.end - 1) == u("度") { return false }
    }
    if at(unit.end - 1) == u("度"), numeral.isSingleHan, ScalarClass.isHan(at(unit.end)) {
      return draft.unitOverride != nil
    }
    return true
  }
}
