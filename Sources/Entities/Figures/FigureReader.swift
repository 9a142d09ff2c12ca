import HanText

/// Reads one figure: numeral, unit, range, qualifiers, direction; not its subject.
///
/// - Source: the grammar of `docs/figures.md`.
struct FigureReader {
  let text: Scalars
  let lexicon: FigureLexicon
  let numerals: NumeralReader
  /// ISO 4217 code of 元 in this document.
  let localCurrency: String
  let phrases: PhraseReader

  /// The scalar at an offset, or 0 outside the text.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  /// What reading at an offset gives.
  enum Outcome {
    /// A figure; go on behind its `unitEnd`.
    case figure(FigureDraft)
    /// None; go on at this offset, which is behind the one asked for.
    case none(next: Int)
  }

  /// Reads the figure whose numeral starts at `i`.
  ///
  /// - Parameters:
  ///   - i: offset of a digit, a Chinese digit or magnitude, 第, 半, 几 or 数.
  ///   - floor: where the clause or the last mention ends; nothing before it is read.
  ///   - limit: the end of the sentence or of the stretch outside names.
  /// - Complexity: O(length of the figure).
  func read(at i: Int, floor: Int, limit: Int) -> Outcome {
    let c = text[i]
    if c == u("一"), at(i + 1) == u("半"), unit(at: i + 2, limit: limit) == nil {
      return readOneHalf(at: i, floor: floor, limit: limit)
    }
    if c == u("第") { return readOrdinal(at: i, floor: floor, limit: limit) }
    if let word = lexicon.words.longest(text, at: i, limit: limit),
      !outgrows(word.edge, at: i, floor: floor, limit: limit)
    {
      return readOne(at: i, floor: floor, limit: limit) ?? .none(next: word.edge)
    }
    if c == u("半") { return readHalf(at: i, floor: floor, limit: limit) }
    guard let numeral = readNumeral(at: i, floor: floor, limit: limit) else {
      return .none(next: NumeralScalar.arabic(c) >= 0 ? skipDigits(from: i, limit: limit) : i + 1)
    }
    if let ratio = readRatio(numeral, floor: floor, limit: limit) { return .figure(ratio) }
    if isPartOfCode(numeral, floor: floor, limit: limit) {
      return .none(next: skipDigits(from: numeral.end - 1, limit: limit))
    }
    var draft = FigureDraft(
      start: numeral.start, end: numeral.end, numeralStart: numeral.start,
      numeralEnd: numeral.end, value: numeral.value, high: numeral.high, unitEnd: numeral.end)
    if numeral.isApproximate { draft.qualifier = .about }
    if numeral.high != nil { draft.qualifier = .range }
    var unit = readUnit(&draft, after: numeral, limit: limit)
    let hadUnit = unit != nil
    if readRange(&draft, from: numeral, unit: &unit, floor: floor, limit: limit) == .broken {
      return .none(next: skipDigits(from: numeral.end - 1, limit: limit))
    }
    return complete(
      draft, numeral: numeral, unit: unit, hadUnit: hadUnit, floor: floor, limit: limit)
  }

  /// Whether numeral and unit run on behind a word that begins like them: 一点一, 十分之一, 一个钟头.
  private func outgrows(_ edge: Int, at i: Int, floor: Int, limit: Int) -> Bool {
    guard let numeral = readNumeral(at: i, floor: floor, limit: limit) else { return false }
    if numeral.end >= edge, numeral.count > 1 { return true }
    // 一个半小时, 一个多月
    if at(numeral.end) == u("个"), at(numeral.end + 1) == u("半") || at(numeral.end + 1) == u("多") {
      return true
    }
    guard let unit = unit(at: numeral.end, limit: limit), unit.end >= edge else { return false }
    if unit.kind == .duration { return true }
    guard unit.end > edge else { return false }
    return unit.kind != .thing && unit.kind != .people && unit.kind != .weak
  }

  /// Puts qualifiers, direction and subtype to what was read, and judges whether it is a figure.
  func complete(
    _ read: FigureDraft, numeral: Numeral, unit: UnitMatch?, hadUnit: Bool, floor: Int, limit: Int
  ) -> Outcome {
    var draft = read
    let next = max(draft.unitEnd, numeral.end)
    applyFraction(&draft, numeral, hasUnit: unit != nil)
    readPrefix(&draft, numeral: numeral, kind: unit?.kind, floor: floor)
    readMoneyPrefix(&draft, floor: floor)
    readSuffix(&draft, limit: limit)
    draft.end = max(draft.end, draft.unitEnd)
    if draft.direction != nil { draft.subtype = .change }
    guard isFigure(&draft, numeral, unit, floor: floor, limit: limit) else {
      return .none(next: next)
    }
    return .figure(draft)
  }

  /// Reads sign, numeral and fraction.
  func readNumeral(at i: Int, floor: Int, limit: Int) -> Numeral? {
    guard var numeral = numerals.read(at: i, limit: limit) else { return nil }
    readFraction(&numeral, limit: limit)
    // 3又一千分之23
    if at(numeral.end) == u("又"),
      var part = numerals.read(at: numeral.end + 1, limit: limit)
    {
      readFraction(&part, limit: limit)
      if part.fraction != .none, let sum = numeral.value.adding(part.value) {
        numeral.value = sum
        numeral.end = part.end
        numeral.hasDecimals = true
        numeral.fraction = .plain
      }
    }
    let before = at(numeral.start - 1)
    if numeral.start > floor, numeral.high == nil {
      // 正负3个百分点 bounds an error, it is not below nought.
      if before == u("负") && at(numeral.start - 2) != u("正")
        || isMinus(at: numeral.start - 1, floor: floor)
      {
        numeral.value = numeral.value.negated
        numeral.start -= 1
        numeral.isSigned = true
      } else if before == u("下"), at(numeral.start - 2) == u("零") {
        numeral.value = numeral.value.negated
        numeral.start -= 2
        numeral.isSigned = true
      } else if before == u("+"), NumeralScalar.arabic(text[i]) >= 0,
        !isWordScalar(at(numeral.start - 2)), at(numeral.start - 2) != u("”")
      {
        numeral.start -= 1
        numeral.isSigned = true
      }
    }
    return numeral
  }

  /// Whether the hyphen at `i` is a sign: nothing stands before it that it could join.
  private func isMinus(at i: Int, floor: Int) -> Bool {
    guard at(i) == 0x2D || at(i) == 0x2212, NumeralScalar.arabic(at(i + 1)) >= 0 else {
      return false
    }
    if i == floor || i == 0 { return true }
    let before = at(i - 1)
    switch before {
    case u("为"), u("是"), u("达"), u("至"), u("到"), u("从"), u("在"), u("于"), u("约"), u("："),
      u(":"), u("，"), u(","), u("、"), u("("), u("（"), u("~"), u(" "), u("和"), u("与"), u("由"),
      // Behind a verb of change or a measured noun: 增长-3.2%, 同比-5%, 增速-0.5%, 差额-5亿元.
      u("长"), u("加"), u("降"), u("升"), u("跌"), u("减"), u("比"), u("速"), u("幅"), u("率"), u("额"):
      return true
    default: return false
    }
  }

  /// Whether a scalar is a letter or digit of a word in Latin script.
  func isWordScalar(_ c: UInt32) -> Bool {
    ScalarClass.isLatinLetter(c) || NumeralScalar.arabic(c) >= 0
  }

  /// Turns what was read into a fraction where 分之 or a slash follows.
  func readFraction(_ numeral: inout Numeral, limit: Int) {
    let end = numeral.end
    if at(end) == u("分"), at(end + 1) == u("之"), end + 2 < limit {
      // 百分之百 has its numerator in 百.
      let isNegative = at(end + 2) == u("负")
      guard var top = numerals.read(at: isNegative ? end + 3 : end + 2, limit: limit) else {
        return
      }
      if isNegative { top.value = top.value.negated }
      if at(end + 2) == u("百"), top.isBareMagnitude { top.value = ExactDecimal(100) }
      let bottom = numeral.value
      if numeral.isBareMagnitude, bottom == ExactDecimal(100) {
        numeral.fraction = .percent
        numeral.value = top.value
      } else if numeral.isBareMagnitude, bottom == ExactDecimal(1000) {
        numeral.fraction = .permille
        numeral.value = top.value
      } else if numeral.isBareMagnitude, bottom == ExactDecimal(10000) {
        numeral.fraction = .permyriad
        numeral.value = top.value
      } else {
        guard let quotient = top.value.divided(by: bottom) else { return }
        numeral.fraction = .plain
        numeral.value = quotient
      }
      numeral.high = numeral.fraction == .plain ? nil : top.high
      numeral.isApproximate = top.isApproximate
      numeral.isBareMagnitude = false
      numeral.hasDecimals = true
      numeral.sharedPower = 0
      numeral.end = top.end
      return
    }
    // 三分一, as Hong Kong writes it
    if numerals.region != .cn, at(end) == u("分"), numeral.isSingleHan {
      let top = NumeralScalar.han(at(end + 1))
      if top > 0, ExactDecimal(Int128(top)) < numeral.value, end + 2 <= limit,
        !NumeralScalar.isNumeral(at(end + 2)), at(end + 2) != u("秒"), at(end + 2) != u("钟"),
        let quotient = ExactDecimal(Int128(top)).divided(by: numeral.value)
      {
        numeral.value = quotient
        numeral.end = end + 2
        numeral.fraction = .plain
        numeral.hasDecimals = true
        return
      }
    }
    // 1/2, the whole of it in digits
    if at(end) == 0x2F, numeral.startsArabic, !numeral.hasMagnitude, !numeral.hasDecimals,
      NumeralScalar.arabic(at(end + 1)) >= 0,
      let bottom = numerals.read(at: end + 1, limit: limit), !bottom.hasMagnitude,
      !bottom.hasDecimals, bottom.value > numeral.value, bottom.digitCount <= 3,
      numeral.value > .zero, at(bottom.end) != 0x2F,
      let quotient = numeral.value.divided(by: bottom.value)
    {
      numeral.value = quotient
      numeral.end = bottom.end
      numeral.fraction = .plain
      numeral.hasDecimals = true
    }
  }

  /// Gives fractions their unit.
  private func applyFraction(_ draft: inout FigureDraft, _ numeral: Numeral, hasUnit: Bool) {
    switch numeral.fraction {
    case .none: return
    case .plain: if !hasUnit { draft.subtype = .percent }
    case .percent:
      draft.unitOverride = "%"
      draft.subtype = .percent
    case .permille:
      draft.unitOverride = "‰"
      draft.subtype = .percent
    case .permyriad:
      draft.unitOverride = "‱"
      draft.subtype = .percent
    }
  }

  /// The offset behind digits, commas and points that make no number.
  func skipDigits(from i: Int, limit: Int) -> Int {
    var p = i + 1
    while p < limit,
      NumeralScalar.arabic(at(p)) >= 0
        || ((at(p) == 0x2E || at(p) == 0x2C || at(p) == 0x2D
          || at(p) == 0x3A || at(p) == 0x2F) && NumeralScalar.arabic(at(p - 1)) >= 0)
    {
      p += 1
    }
    return p
  }
}
