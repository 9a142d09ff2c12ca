import HanText

/// Reads numerals in Arabic, Chinese, financial and mixed writing: 22.25万, 六千多亿, 1,100,
/// 壹佰贰拾万, 5亿1万4千6百, 八九亿.
///
/// - Source: GB/T 15835-2011 for the forms; `Golden/figures.tsv` for cases.
struct NumeralReader {
  /// The Simplified shadow.
  let text: Scalars
  /// The text itself, which tells full-width digits.
  let raw: Scalars
  let lexicon: FigureLexicon
  /// 兆 is 10^12 in Taiwan and Hong Kong, and everywhere before further magnitudes or money.
  let region: Region

  /// The scalar at an offset, or 0 outside the text.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  /// Numerals longer than this are no figures of anything.
  private static let longest = 48

  /// Reads one numeral without sign or fraction.
  ///
  /// - Parameters:
  ///   - start: offset of its first scalar.
  ///   - limit: offset the numeral must end by.
  /// - Returns: `nil` if no numeral starts here, or one that cannot be read.
  /// - Complexity: O(length of the numeral); allocates nothing.
  func read(at start: Int, limit: Int) -> Numeral? {
    var state = State(start: start)
    let end = min(limit, start + Self.longest, text.count)
    loop: while state.p < end {
      let c = text[state.p]
      if NumeralScalar.arabic(c) >= 0 {
        guard let goesOn = readArabic(&state, limit: limit) else { return nil }
        if !goesOn { break loop }
      } else if NumeralScalar.han(c) >= 0 {
        if !readHan(c, &state, end) { break loop }
      } else if NumeralScalar.small(c) > 0 {
        guard let goesOn = readSmall(c, &state, end) else { return nil }
        if !goesOn { break loop }
      } else if NumeralScalar.big(c) > 0 {
        guard let goesOn = readBig(c, &state, end) else { return nil }
        if !goesOn { break loop }
      } else if c == u("几") || c == u("数") {
        if !readVague(c, &state, end) { break loop }
      } else if c == u("多") || c == u("余") || c == u("馀") || c == u("来") {
        if !readExcess(c, &state, end) { break loop }
      } else if c == u("点") {
        if !readPoint(&state, end) { break loop }
      } else if c == u("、"), state.p == start + 1, at(start) == u("两"), at(state.p + 1) == u("三"),
        startsUnit(at: state.p + 2)
      {
        // 两、三家 is a range, not a list.
        state.p += 1
      } else if c == 0x20, NumeralScalar.big(at(state.p + 1)) > 0, state.digit != nil {
        state.p += 1
      } else if c == 0x20, at(state.p + 1) == 0x20, NumeralScalar.big(at(state.p + 2)) > 0,
        state.digit != nil
      {
        state.p += 2
      } else {
        break loop
      }
    }
    return state.finish()
  }

  /// The sums kept while reading from left to right.
  struct State {
    let start: Int
    var p: Int
    /// What 万, 亿, 兆 have closed; what stands below them; the digit that waits for its magnitude.
    var total = ExactDecimal.zero
    var section = ExactDecimal.zero
    var digit: ExactDecimal?
    /// The same for the upper value of 八九亿.
    var highTotal = ExactDecimal.zero
    var highSection = ExactDecimal.zero
    var highDigit: ExactDecimal?
    var isPair = false
    var lastSmall = 4
    var lastBig = 0
    var lastMagnitude = 0
    var hanRun = 0
    var zeroSeen = false
    var readsAnything = false
    var closedBigPower = 0
    var sawDigit = false
    var numeral: Numeral

    init(start: Int) {
      self.start = start
      p = start
      numeral = Numeral(start: start, end: start, value: .zero)
    }

    /// Adds up what is left.
    func finish() -> Numeral? {
      guard readsAnything, p > start else { return nil }
      var result = numeral
      result.end = p
      guard let low = sum(total, section, digit) else { return nil }
      result.value = low
      if isPair {
        guard let high = sum(highTotal, highSection, highDigit) else { return nil }
        result.high = high
      }
      let isClosed = digit == nil && section.digits == 0
      result.sharedPower = isClosed ? closedBigPower : 0
      if digit == nil, lastBig == 0, lastMagnitude > 1, section.digits != 0 {
        result.sharedPower = lastMagnitude
      }
      return result
    }

    private func sum(
      _ total: ExactDecimal, _ section: ExactDecimal, _ digit: ExactDecimal?
    ) -> ExactDecimal? {
      guard let digit else { return total.adding(section) }
      var last: ExactDecimal? = digit
      // 九万四 is 94000, 两千四百五 is 2450; but 十五, 一百零五, 一百一十五.
      if lastMagnitude > 1, !zeroSeen, hanRun == 1, !numeral.hasDecimals {
        last = digit.scaled(lastMagnitude - 1)
      }
      guard let last, let below = section.adding(last) else { return nil }
      return total.adding(below)
    }
  }
}
