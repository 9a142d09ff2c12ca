import HanText

/// A unit found behind a numeral.
struct UnitMatch {
  let index: Int
  let end: Int
  let kind: FigureLexicon.UnitKind
}

extension FigureReader {
  /// The unit that stands at `i`, behind a numeral, with up to one space before it.
  ///
  /// A longer noun wins over a measure word (人才 over 人, 部门 over 部), so that 25万人才 counts
  /// people and 四部门 has no unit.
  func unit(at i: Int, limit: Int) -> UnitMatch? {
    var p = i
    if at(p) == 0x20, p + 1 < limit { p += 1 }
    guard let match = lexicon.unitForms.longest(text, at: p, limit: limit) else { return nil }
    let unit = lexicon.units[match.value]
    // Letters: the whole word must be the unit, 5G and 3D are none.
    if ScalarClass.isASCIILetter(at(match.edge - 1)), isWordScalar(at(match.edge)) { return nil }
    switch unit.kind {
    case .thing, .people, .weak, .count, .money, .tenth, .discount, .times, .doubling, .degree,
      .duration, .age, .measure:
      if let word = lexicon.phrases.longest(text, at: p, limit: limit), word.edge > match.edge,
        !ScalarClass.isASCIILetter(at(p))
      {
        return nil
      }
    default: break
    }
    // 五大领域, but 比三十大.
    if unit.code == "大", match.edge - p == 1, !phrases.startsNoun(at: match.edge, limit: limit) {
      return nil
    }
    if p > i, unit.kind == .thing || unit.kind == .people, !isHanSpaceSafe(before: i) {
      return nil
    }
    return UnitMatch(index: match.value, end: match.edge, kind: unit.kind)
  }

  /// A space between numeral and measure word is a printer's, between two numbers a column's.
  private func isHanSpaceSafe(before i: Int) -> Bool {
    NumeralScalar.arabic(at(i - 1)) >= 0 || NumeralScalar.big(at(i - 1)) > 0
  }

  /// Reads unit, 多 and 半 behind the numeral of `draft`, with smaller units that follow (2小时15分,
  /// 5元6角).
  func readUnit(_ draft: inout FigureDraft, after numeral: Numeral, limit: Int) -> UnitMatch? {
    guard var match = unit(at: draft.numeralEnd, limit: limit) else {
      return readGe(&draft, after: numeral, limit: limit)
    }
    if numeral.fraction != .none, numeral.fraction != .plain { return nil }
    draft.unit = match.index
    draft.unitEnd = match.end
    switch match.kind {
    case .tenth: applyTenths(&draft, numeral, limit: limit)
    case .discount: applyDiscount(&draft, numeral)
    case .doubling: applyDoubling(&draft)
    case .degree: applyDegrees(&draft)
    case .duration where lexicon.units[match.index].code == "刻钟":
      draft.value = draft.value.multiplied(by: ExactDecimal(15)) ?? draft.value
      draft.unitOverride = "分钟"
      draft.subtype = .duration
    case .money: readMoneyTail(&draft, limit: limit)
    case .weak where at(match.end - 1) == u("分"):
      // 1分42秒
      if let rest = numerals.read(at: match.end, limit: limit), at(rest.end) == u("秒"),
        rest.value < ExactDecimal(60),
        let part = rest.value.divided(by: ExactDecimal(60), significant: 6),
        let sum = draft.value.adding(part), numeral.high == nil
      {
        draft.value = sum
        draft.unitOverride = "分钟"
        draft.subtype = .duration
        draft.unitEnd = rest.end + 1
        draft.subtype = .duration
        return match
      }
    case .thing: if let longer = readGe(&draft, after: numeral, limit: limit) { match = longer }
    default: break
    }
    readTail(&draft, kind: match.kind, limit: limit)
    return match
  }

  /// 四个多星期, 两个半月, 三个半小时: 个 parted from the unit it belongs to.
  private func readGe(_ draft: inout FigureDraft, after numeral: Numeral, limit: Int) -> UnitMatch?
  {
    let end = draft.numeralEnd
    guard at(end) == u("个") else { return nil }
    let mark = at(end + 1)
    guard mark == u("多") || mark == u("半") || mark == u("余") else { return nil }
    let match: UnitMatch
    if at(end + 2) == u("月") {
      match = UnitMatch(index: lexicon.monthUnit, end: end + 3, kind: .duration)
    } else if let found = unit(at: end + 2, limit: limit), found.kind == .duration {
      match = found
    } else {
      return nil
    }
    draft.unit = match.index
    draft.unitEnd = match.end
    if mark == u("半") {
      draft.value = draft.value.adding(ExactDecimal(5, exponent: -1)) ?? draft.value
    } else {
      draft.qualifier = .about
    }
    return match
  }

  /// 三斤半, 三年半, 三年多, and a smaller unit of time behind a larger.
  private func readTail(_ draft: inout FigureDraft, kind: FigureLexicon.UnitKind, limit: Int) {
    guard
      kind == .duration || kind == .measure || kind == .money || kind == .age || kind == .times
        || kind == .count || kind == .doubling
    else { return }
    let next = at(draft.unitEnd)
    if next == u("半"), draft.high == nil,
      lexicon.phrases.longest(text, at: draft.unitEnd, limit: limit).map({
        $0.edge > draft.unitEnd + 1
      }) != true, lexicon.words.longest(text, at: draft.unitEnd, limit: limit) == nil,
      !NumeralScalar.isNumeral(at(draft.unitEnd + 1))
    {
      draft.value = draft.value.adding(ExactDecimal(5, exponent: -1)) ?? draft.value
      draft.unitEnd += 1
    } else if next == u("多") || next == u("余"),
      lexicon.phrases.longest(text, at: draft.unitEnd, limit: limit).map({
        $0.edge > draft.unitEnd + 1
      }) != true
    {
      let behind = at(draft.unitEnd + 1)
      // 一年多付500元: 多 belongs to the verb.
      if next == u("多"), among(behind, "付花缴交赚挣") { return }
      if behind == u("的") || behind == u("来") || behind == u("前") || behind == u("后")
        || !ScalarClass.isHan(behind) || kind == .duration || kind == .money || kind == .age
        || kind == .doubling
      {
        draft.qualifier = .about
        draft.unitEnd += 1
      }
    } else if kind == .duration, draft.high == nil {
      readSmallerTime(&draft, limit: limit)
    } else if kind == .measure, draft.high == nil {
      readShorthand(&draft, limit: limit)
    }
  }

  /// 2小时15分 is 2.25 小时, 3年6个月 is 3.5 年, 1分30秒 is 1.5 分钟.
  private func readSmallerTime(_ draft: inout FigureDraft, limit: Int) {
    guard let index = draft.unit else { return }
    let parts: Int128
    let smaller: String
    switch lexicon.units[index].code {
    case "小时": (parts, smaller) = (60, "分钟")
    case "分钟": (parts, smaller) = (60, "秒")
    case "年": (parts, smaller) = (12, "月")
    case "天": (parts, smaller) = (24, "小时")
    default: return
    }
    var p = draft.unitEnd
    if at(p) == u("零") || at(p) == u("又") { p += 1 }
    guard let more = numerals.read(at: p, limit: limit), more.high == nil, !more.isApproximate
    else { return }
    var end = more.end
    if let match = unit(at: end, limit: limit), lexicon.units[match.index].code == smaller {
      end = match.end
    } else if smaller == "分钟", at(end) == u("分"), at(end + 1) != u("之") {
      end += 1
    } else {
      return
    }
    guard more.value < ExactDecimal(parts),
      let part = more.value.divided(by: ExactDecimal(parts), significant: 6),
      let sum = draft.value.adding(part)
    else { return }
    draft.value = sum
    draft.unitEnd = end
  }

  /// 一米八 is 1.8 m, 三斤二 is 3.2 斤.
  private func readShorthand(_ draft: inout FigureDraft, limit: Int) {
    let digit = NumeralScalar.han(at(draft.unitEnd))
    guard digit > 0, at(draft.unitEnd) != u("两"),
      at(draft.unitEnd - 1) == u("米")
        || at(draft.unitEnd - 1) == u("斤"), NumeralScalar.arabic(at(draft.numeralEnd - 1)) < 0
    else { return }
    let behind = at(draft.unitEnd + 1)
    if ScalarClass.isHan(behind), behind != u("的"), behind != u("左"), behind != u("以") { return }
    draft.value = draft.value.adding(ExactDecimal(Int128(digit), exponent: -1)) ?? draft.value
    draft.unitEnd += 1
  }

  /// 七成, 三成五.
  private func applyTenths(_ draft: inout FigureDraft, _ numeral: Numeral, limit: Int) {
    draft.subtype = .percent
    draft.value = draft.value.scaled(1) ?? draft.value
    draft.high = draft.high.flatMap { $0.scaled(1) }
    let digit = NumeralScalar.han(at(draft.unitEnd))
    if digit > 0, draft.high == nil, at(draft.unitEnd) != u("两") {
      let behind = at(draft.unitEnd + 1)
      if NumeralScalar.isNumeral(behind) || behind == u("个") { return }
      draft.value = draft.value.adding(ExactDecimal(Int128(digit))) ?? draft.value
      draft.unitEnd += 1
    } else if at(draft.unitEnd) == u("半") {
      draft.value = draft.value.adding(ExactDecimal(5)) ?? draft.value
      draft.unitEnd += 1
    } else if at(draft.unitEnd) == u("多") || at(draft.unitEnd) == u("余") {
      draft.qualifier = .about
      draft.unitEnd += 1
    }
  }

  /// 八折 leaves 80 %, 八五折 and 85折 85 %.
  private func applyDiscount(_ draft: inout FigureDraft, _ numeral: Numeral) {
    draft.subtype = .percent
    if draft.value < ExactDecimal(10) { draft.value = draft.value.scaled(1) ?? draft.value }
    if let high = draft.high, numeral.digitCount == 2, !numeral.startsArabic {
      // 七八折 is a range, 八九折 too; 八五折 never gets here.
      draft.high = high.scaled(1)
    }
  }

  /// 翻一番 makes 2 times, 翻两番 4.
  private func applyDoubling(_ draft: inout FigureDraft) {
    guard let times = draft.value.integer, times > 0, times < 20 else { return }
    draft.value = ExactDecimal(Int128(1) << Int128(times))
    draft.unitOverride = "倍"
    draft.direction = .up
    draft.subtype = .change
  }

  /// 度 is a degree Celsius where heat is spoken of, a kilowatt-hour where power is.
  private func applyDegrees(_ draft: inout FigureDraft) {
    draft.subtype = .measure
    if at(draft.numeralStart - 1) == u("氏") {
      draft.unitOverride = at(draft.numeralStart - 2) == u("华") ? "[degF]" : "Cel"
      return
    }
    var i = draft.numeralStart - 1
    let floor = max(0, draft.numeralStart - 14)
    while i >= floor {
      switch at(i) {
      case u("温"), u("热"), u("烧"), u("冷"), u("暖"):
        draft.unitOverride = "Cel"
        return
      case u("电"):
        draft.unitOverride = "kW.h"
        return
      case u("。"), u("！"): return
      default: i -= 1
      }
    }
    if at(draft.numeralStart) == u("零") { draft.unitOverride = "Cel" }
  }
}
