import HanText

/// The parts a numeral is read in. Each moves `state.p` behind what it read and says whether the
/// numeral may go on; `nil` says that what stands here is no numeral at all.
extension NumeralReader {
  /// Reads a run of Arabic digits with separators and decimals.
  func readArabic(_ state: inout State, limit: Int) -> Bool? {
    if state.digit != nil || state.numeral.isApproximate && state.lastMagnitude == 0 {
      return false
    }
    var q = state.p
    var digits: Int128 = 0
    var places = 0
    var count = 0
    var sawPoint = false
    var hasSeparators = false
    while q < limit {
      let c = at(q)
      let d = NumeralScalar.arabic(c)
      if d >= 0 {
        count += 1
        if count > 30 { return nil }
        digits = digits &* 10 &+ Int128(d)
        if sawPoint { places += 1 }
        q += 1
      } else if c == 0x2E, !sawPoint, NumeralScalar.arabic(at(q + 1)) >= 0 {
        sawPoint = true
        q += 1
      } else if c == 0x2C || c == 0xFF0C, !sawPoint, isGroup(at: q, first: count, hasSeparators) {
        hasSeparators = true
        q += 1
      } else if c == 0x20, !sawPoint, state.lastMagnitude == 0,
        isGroup(at: q, first: count, hasSeparators), ScalarClass.isHan(at(q + 4)), count <= 3
      {
        // 3 000個, as Hong Kong prints it.
        hasSeparators = true
        q += 1
      } else {
        break
      }
    }
    // 1.2.3 and 1,,2 are no numbers.
    let next = at(q)
    if next == 0x2E, sawPoint, NumeralScalar.arabic(at(q + 1)) >= 0 { return nil }
    if next == 0x2C, NumeralScalar.arabic(at(q + 1)) >= 0 || at(q + 1) == 0x2C { return nil }
    if state.lastMagnitude > 0 {
      // 25万6千, 1千零20; but not 占10万3个.
      let power = max(NumeralScalar.small(next), NumeralScalar.big(next))
      // 5万8,000元: the thousands below 万.
      let fills = hasSeparators && state.lastBig == 4 && digits < 10_000
      if !state.zeroSeen, !fills, power == 0 || power >= max(state.lastBig, 4) { return false }
    } else {
      state.numeral.startsArabic = true
    }
    // 35.6w and 8k, as the web writes 万 and 千.
    var power = 0
    if next == 0x77 || next == 0x6B, state.lastMagnitude == 0, !isLetterOrDigit(at(q + 1)) {
      power = next == 0x77 ? 4 : 3
      q += 1
      state.numeral.hasMagnitude = true
      state.lastMagnitude = power
    }
    state.digit = ExactDecimal(digits, exponent: power - places)
    state.hanRun = 0
    state.p = q
    state.readsAnything = true
    state.sawDigit = true
    state.numeral.digitCount += count
    if sawPoint { state.numeral.hasDecimals = true }
    if hasSeparators { state.numeral.hasSeparators = true }
    return true
  }

  private func isLetterOrDigit(_ c: UInt32) -> Bool {
    ScalarClass.isLatinLetter(c) || NumeralScalar.arabic(c) >= 0 || c == 0x2F
  }

  /// Whether the comma at `q` groups thousands: one to three digits before the first, exactly
  /// three behind each.
  private func isGroup(at q: Int, first count: Int, _ continues: Bool) -> Bool {
    if !continues, count > 3 { return false }
    for k in 1...3 where NumeralScalar.arabic(at(q + k)) < 0 { return false }
    if NumeralScalar.arabic(at(q + 4)) >= 0 { return false }
    // A full-width comma parts clauses, but between full-width digits.
    return at(q) == 0x2C || at(q) == 0x20 || q > 0 && q <= raw.count && raw[q - 1] >= 0xFF10
  }

  /// Reads one Chinese digit.
  func readHan(_ c: UInt32, _ state: inout State, _ end: Int) -> Bool {
    let value = NumeralScalar.han(c)
    // 万亿参数: 参 is 3 only among financial forms.
    if c == u("参") || c == u("參"), state.readsAnything, state.numeral.financialCount == 0,
      !NumeralScalar.isFinancial(at(state.p + 1))
    {
      return false
    }
    let isUnitOfWeight = c == u("两") && (state.digit != nil || state.lastMagnitude > 0)
    if isUnitOfWeight, NumeralScalar.small(at(state.p + 1)) == 0,
      NumeralScalar.big(at(state.p + 1)) == 0
    {
      return false
    }
    if state.numeral.isApproximate, state.digit == nil, state.lastMagnitude == 0 { return false }
    if value == 0, state.digit == nil, state.lastMagnitude > 0 {
      // The 零 of 一万零四十, and of 一百零几万.
      let next = at(state.p + 1)
      if !NumeralScalar.isNumeral(next), next != u("几") { return false }
      state.zeroSeen = true
      state.p += 1
      return true
    }
    let d = ExactDecimal(Int128(value))
    if let waiting = state.digit {
      if state.hanRun == 0 || state.numeral.hasDecimals { return false }
      let next = at(state.p + 1)
      let first = waiting.integer ?? -1
      if state.hanRun == 1, !state.isPair, first > 0, NumeralScalar.han(next) < 0,
        value == first + 1 || first == 3 && value == 5
      {
        beginPair(&state, d)
      } else if state.lastMagnitude == 0, !state.isPair, state.hanRun < 16 {
        guard let next = waiting.scaled(1)?.adding(d) else { return false }
        state.digit = next
        state.hanRun += 1
      } else {
        return false
      }
    } else {
      state.digit = d
      state.hanRun = 1
    }
    if NumeralScalar.isFinancial(c) { state.numeral.financialCount += 1 }
    state.numeral.digitCount += 1
    state.sawDigit = true
    state.readsAnything = true
    state.p += 1
    return true
  }

  /// Turns 八, 九 into the two values of 八九亿.
  private func beginPair(_ state: inout State, _ high: ExactDecimal) {
    state.isPair = true
    state.highTotal = state.total
    state.highSection = state.section
    state.highDigit = high
  }

  /// Reads 十, 百 or 千 (and 廿, 卅).
  func readSmall(_ c: UInt32, _ state: inout State, _ end: Int) -> Bool? {
    let power = NumeralScalar.small(c)
    // 千瓦, 千克, 百帕, 百分点 are units, 百分之 opens a fraction.
    if state.readsAnything, startsUnit(at: state.p) { return false }
    if at(state.p + 1) == u("分"), at(state.p + 2) == u("之") || at(state.p + 2) == u("点"),
      state.readsAnything, state.digit == nil
    {
      return false
    }
    if power >= state.lastSmall { return false }
    var low: ExactDecimal
    var high: ExactDecimal?
    if c == u("廿") || c == u("卅") || c == u("卌") {
      if state.digit != nil { return false }
      low = ExactDecimal(c == u("廿") ? 20 : c == u("卅") ? 30 : 40)
    } else if let digit = state.digit {
      if state.hanRun > 1, !state.isPair { return nil }
      guard let scaled = digit.scaled(power) else { return nil }
      low = scaled
      high = state.highDigit?.scaled(power)
    } else if power == 1 {
      // 十五, 一百零十; 百十 is a word of its own.
      if state.lastMagnitude > 0, !state.zeroSeen, state.lastBig == 0 { return false }
      low = ExactDecimal(10)
    } else {
      if state.readsAnything { return false }
      low = ExactDecimal(power == 2 ? 100 : 1000)
      state.numeral.isBareMagnitude = true
    }
    guard let section = state.section.adding(low) else { return nil }
    state.section = section
    if state.isPair { state.highSection = state.highSection.adding(high ?? low) ?? section }
    state.digit = nil
    state.highDigit = nil
    state.hanRun = 0
    state.lastSmall = power
    state.lastMagnitude = power
    state.zeroSeen = false
    close(c, &state)
    return true
  }

  /// Reads 万, 亿 or 兆.
  func readBig(_ c: UInt32, _ state: inout State, _ end: Int) -> Bool? {
    let power = NumeralScalar.big(c)
    if state.readsAnything, startsUnit(at: state.p) { return false }
    if power == 12, !isTrillion(at: state.p) { return false }
    if state.closedBigPower + power > 24 { return nil }
    let hasGroup = state.digit != nil || state.section.digits != 0
    if !hasGroup, state.total.digits == 0 {
      if state.readsAnything, state.sawDigit { return false }
      state.section = ExactDecimal(1)
      if !state.readsAnything { state.numeral.isBareMagnitude = true }
    }
    guard let group = state.section.adding(state.digit ?? .zero) else { return nil }
    guard let total = merge(state.total, group, power, state, hasGroup) else { return nil }
    if state.isPair {
      guard let highGroup = state.highSection.adding(state.highDigit ?? .zero),
        let high = merge(state.highTotal, highGroup, power, state, hasGroup)
      else { return nil }
      state.highTotal = high
      state.highSection = .zero
      state.highDigit = nil
    }
    if hasGroup, power == state.lastBig { return false }
    let multiplies = !hasGroup || power > state.lastBig
    state.closedBigPower =
      state.lastBig == 0 ? power : multiplies ? state.closedBigPower + power : 0
    state.total = total
    state.section = .zero
    state.digit = nil
    state.hanRun = 0
    state.lastSmall = 4
    state.lastBig = power
    state.lastMagnitude = power
    state.zeroSeen = false
    close(c, &state)
    return true
  }

  /// 四千五百万 八千亿 multiplies what was closed before, 四亿五千万 adds to it, 万亿 multiplies.
  private func merge(
    _ total: ExactDecimal, _ group: ExactDecimal, _ power: Int, _ state: State, _ hasGroup: Bool
  ) -> ExactDecimal? {
    if !hasGroup, total.digits != 0 { return total.scaled(power) }
    if power > state.lastBig { return total.adding(group)?.scaled(power) }
    return group.scaled(power).flatMap { total.adding($0) }
  }

  private func close(_ c: UInt32, _ state: inout State) {
    if NumeralScalar.isFinancial(c) { state.numeral.financialCount += 1 }
    state.numeral.hasMagnitude = true
    state.readsAnything = true
    state.p += 1
  }

  /// Reads 几 and 数: 十几, 几百, 数十万, 一百零几万.
  func readVague(_ c: UInt32, _ state: inout State, _ end: Int) -> Bool {
    let next = at(state.p + 1)
    let isBeforeMagnitude = NumeralScalar.small(next) > 0 || NumeralScalar.big(next) > 0
    if state.digit != nil { return false }
    if !state.readsAnything || state.zeroSeen && NumeralScalar.small(next) > 0 {
      if !isBeforeMagnitude || state.readsAnything { return false }
      if c == u("数"), isNounBeforeShu(at(state.p - 1)) { return false }
      state.digit = ExactDecimal(1)
      state.hanRun = 1
      state.sawDigit = true
    } else if c == u("几") {
      // 十几, 二十几万, 一百零几万: the tens stand for all.
      // 百几蚊 is a hundred and some.
      if state.lastMagnitude == 0
        || isBeforeMagnitude && state.lastMagnitude != 1 && !state.zeroSeen
      {
        return false
      }
      state.zeroSeen = false
    } else {
      return false
    }
    state.numeral.isApproximate = true
    state.readsAnything = true
    state.p += 1
    return true
  }

  /// Whether 数 after this scalar closes a noun (人数, 总数, 指数) instead of meaning several.
  private func isNounBeforeShu(_ c: UInt32) -> Bool {
    switch c {
    case u("人"), u("总"), u("次"), u("指"), u("系"), u("参"), u("函"), u("常"), u("基"), u("倍"),
      u("天"), u("户"), u("件"), u("份"), u("位"), u("无"), u("整"), u("算"), u("负"), u("偶"),
      u("奇"), u("读"), u("点"), u("变"), u("名"), u("页"), u("少"), u("岁"), u("字"), u("级"),
      u("例"), u("度"), u("批"), u("量"), u("辆"), u("员"), u("场"), u("个"), u("多"), u("半"),
      u("分"), u("序"), u("尾"), u("悉"), u("代"):
      return true
    default: return false
    }
  }

  /// Reads 多, 余, 来: 6000多亿, 500余, 十来个.
  func readExcess(_ c: UInt32, _ state: inout State, _ end: Int) -> Bool {
    if !state.readsAnything || state.isPair && c == u("来") { return false }
    let next = at(state.p + 1)
    let isBeforeBig = NumeralScalar.big(next) > 0 && !startsUnit(at: state.p + 1)
    if state.lastMagnitude == 0, !state.numeral.startsArabic { return false }
    if state.digit != nil, state.lastMagnitude > 0, !isBeforeBig { return false }
    if c == u("来") {
      // 十来个, 二十来岁; elsewhere 来 is a verb.
      let ending = at(state.p - 1)
      if NumeralScalar.small(ending) == 0, NumeralScalar.big(ending) == 0, ending != 0x30 {
        return false
      }
      guard startsUnit(at: state.p + 1) else { return false }
    } else if lexicon.words.longest(text, at: state.p, limit: end) != nil {
      return false
    }
    state.numeral.isApproximate = true
    state.p += 1
    if isBeforeBig, state.lastBig > 0, state.digit == nil, state.section.digits == 0 { return true }
    return isBeforeBig
  }

  /// Reads the decimals of 十五点七 and 二点五亿, not the time 八点十分.
  func readPoint(_ state: inout State, _ end: Int) -> Bool {
    if !state.readsAnything || state.numeral.startsArabic || state.isPair { return false }
    if state.numeral.hasDecimals || state.numeral.isApproximate { return false }
    var q = state.p + 1
    var fraction = ExactDecimal.zero
    var places = 0
    while q < end, places < 16 {
      let d = NumeralScalar.han(at(q))
      if d < 0 || at(q) == u("两") { break }
      places += 1
      guard let next = fraction.adding(ExactDecimal(Int128(d), exponent: -places)) else {
        return false
      }
      fraction = next
      q += 1
    }
    if places == 0 { return false }
    let next = at(q)
    if NumeralScalar.small(next) > 0 || next == u("分") || next == u("刻") { return false }
    // 一万零十二点一五: a digit that waits keeps its own place.
    guard let whole = state.digit?.adding(fraction) ?? Optional(fraction) else { return false }
    state.digit = whole
    state.numeral.hasDecimals = true
    state.p = q
    return true
  }

  /// Whether a unit begins here whose first scalar also is a magnitude (千瓦, 兆赫).
  func startsUnit(at i: Int) -> Bool {
    guard let match = lexicon.unitForms.longest(text, at: i, limit: min(i + 8, text.count)) else {
      return false
    }
    return match.edge > i
  }

  /// Whether 兆 is 10^12 here: always before further digits and money, and outside the mainland.
  private func isTrillion(at i: Int) -> Bool {
    if region != .cn { return true }
    let next = at(i + 1)
    if NumeralScalar.isNumeral(next) { return true }
    guard let match = lexicon.unitForms.longest(text, at: i + 1, limit: min(i + 9, text.count))
    else { return false }
    return lexicon.units[match.value].kind == .money
  }
}
