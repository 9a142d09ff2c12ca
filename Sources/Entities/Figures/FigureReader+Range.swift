import HanText

extension FigureReader {
  /// What looking for the second half of a range gives.
  enum RangeOutcome {
    case none, range, broken
  }

  /// Reads 90-200枚, 2—3万, 8500到3万港元, 10000与20000之间, 十五年以上,30年以下, 五千元
  /// 以上二万元以下.
  func readRange(
    _ draft: inout FigureDraft, from first: Numeral, unit: inout UnitMatch?, floor: Int,
    limit: Int
  ) -> RangeOutcome {
    if first.high != nil { return .none }
    var p = draft.unitEnd
    if unit != nil, let bound = lexicon.after.longest(text, at: p, limit: limit),
      bound.value == FigureLexicon.Role.atLeast.rawValue
    {
      if let high = readUpperBound(from: bound.edge, unit: unit, limit: limit),
        draft.value < high.value
      {
        draft.high = high.value
        draft.unitEnd = high.end
        draft.qualifier = .range
        return .range
      }
    }
    if at(p) == u("(") || at(p) == u("（"), at(p + 1) == u("含") { p += 3 }
    guard let separator = rangeSeparator(at: p) else { return .none }
    var q = separator.end
    while at(q) == u("约") || at(q) == u("近") || at(q) == u("负") && !separator.isWord { q += 1 }
    guard let second = readNumeral(at: q, floor: q, limit: limit) else { return .none }
    var high = FigureDraft(
      start: q, end: second.end, numeralStart: q, numeralEnd: second.end, value: second.value,
      unitEnd: second.end)
    let isBetween = separator.isAnd && followsBetween(second.end)
    let highUnit = isBetween ? nil : readUnit(&high, after: second, limit: limit)
    if separator.isAnd {
      let behind = high.unitEnd
      guard at(behind) == u("之") && at(behind + 1) == u("间") || at(behind) == u("间") else {
        return .none
      }
    }
    if unit != nil, highUnit == nil, second.fraction == .none { return .none }
    if let unit, let highUnit,
      lexicon.units[unit.index].code != lexicon.units[highUnit.index].code
    {
      return .none
    }
    if first.fraction != second.fraction,
      first.fraction == .percent || second.fraction == .percent || second.fraction == .plain,
      !(first.fraction == .percent && second.fraction == .none)
    {
      return .none
    }
    var low = draft.value
    if unit == nil { low = share(low, first, second, highUnit, high) }
    guard low < high.value else {
      return separator.isHyphen && unit == nil && highUnit == nil ? .broken : .none
    }
    if separator.isHyphen, unit == nil, highUnit == nil, !second.hasMagnitude,
      !followsBetween(high.unitEnd),
      first.count > 3 || second.count > 3
        || at(high.unitEnd) == 0x2D
    {
      return .broken
    }
    draft.value = low
    draft.high = high.value
    draft.qualifier = .range
    draft.numeralEnd = high.numeralEnd
    draft.unit = high.unit ?? draft.unit
    draft.unitOverride = high.unitOverride ?? draft.unitOverride
    if highUnit != nil { draft.subtype = high.subtype }
    if second.fraction != .none { applyRangeFraction(&draft, second) }
    draft.unitEnd = high.unitEnd
    unit = highUnit ?? unit
    return .range
  }

  private func applyRangeFraction(_ draft: inout FigureDraft, _ numeral: Numeral) {
    switch numeral.fraction {
    case .percent: draft.unitOverride = "%"
    case .permille: draft.unitOverride = "‰"
    case .permyriad: draft.unitOverride = "‱"
    default: return
    }
    draft.subtype = .percent
  }

  private func followsBetween(_ i: Int) -> Bool {
    at(i) == u("之") && at(i + 1) == u("间") || at(i) == u("间") && !ScalarClass.isHan(at(i + 1))
  }

  /// The lower end with the magnitude it leaves to the upper: 2—3万, 七千到九千亿, 三到五百.
  private func share(
    _ low: ExactDecimal, _ first: Numeral, _ second: Numeral, _ unit: UnitMatch?,
    _ high: FigureDraft
  ) -> ExactDecimal {
    if unit?.kind == .tenth { return low.digits != 0 ? low.scaled(1) ?? low : low }
    if unit?.kind == .discount, low < ExactDecimal(10) { return low.scaled(1) ?? low }
    let power = second.sharedPower
    if power == 0 || first.sharedPower >= 4 { return low }
    if power < 4, first.hasMagnitude { return low }
    guard let shared = low.scaled(power), shared <= high.value else { return low }
    return shared
  }

  private func readUpperBound(
    from i: Int, unit: UnitMatch?, limit: Int
  ) -> (value: ExactDecimal, end: Int)? {
    var p = i
    if at(p) == u("，") || at(p) == u(",") || at(p) == u("、") || at(p) == u("至") { p += 1 }
    // 五千元以上不满二万元: the bound stands before the second numeral.
    var isBound = false
    if at(p) == u("不") || at(p) == u("未"), among(at(p + 1), "满足到") {
      isBound = true
      p += 2
    }
    guard let numeral = numerals.read(at: p, limit: limit) else { return nil }
    var high = FigureDraft(
      start: p, end: numeral.end, numeralStart: p, numeralEnd: numeral.end, value: numeral.value,
      unitEnd: numeral.end)
    guard let match = readUnit(&high, after: numeral, limit: limit), let unit,
      lexicon.units[match.index].code == lexicon.units[unit.index].code
    else { return nil }
    if isBound { return (high.value, high.unitEnd) }
    guard let bound = lexicon.after.longest(text, at: high.unitEnd, limit: limit),
      bound.value == FigureLexicon.Role.atMost.rawValue
    else { return nil }
    return (high.value, bound.edge)
  }

  /// A sign or word between the ends of a range.
  private func rangeSeparator(
    at i: Int
  ) -> (end: Int, isHyphen: Bool, isWord: Bool, isAnd: Bool)? {
    var p = i
    if at(p) == 0x20 { p += 1 }
    var isHyphen = false
    var isWord = false
    var isAnd = false
    switch at(p) {
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0xFF0D:
      isHyphen = true
      p += 1
      if at(p) == 0x2D || at(p) == 0x2014 || at(p) == 0x2013 { p += 1 }
    case 0x7E, 0x301C, 0x223C, 0xFF5E: p += 1
    case u("至"), u("到"):
      isWord = true
      p += 1
    case u("与"), u("和"):
      isAnd = true
      p += 1
    default: return nil
    }
    if at(p) == 0x20 { p += 1 }
    return (p, isHyphen, isWord, isAnd)
  }
}
