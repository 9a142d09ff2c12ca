import HanText

extension FigureReader {
  /// Reads what may follow 元 or 块: 角, 毛, 分, 钱, 整, and sets the currency.
  ///
  /// 50元6角三分, 三块零四, 五块七毛八, 一百三十五块六角七分钱.
  func readMoneyTail(_ draft: inout FigureDraft, limit: Int) {
    draft.subtype = .money
    guard let index = draft.unit else { return }
    let code = lexicon.units[index].code
    switch code {
    case "LOCAL": draft.unitOverride = localCurrency
    case "JIAO":
      draft.unitOverride = localCurrency
      draft.value = draft.value.scaled(-1) ?? draft.value
      draft.high = draft.high.flatMap { $0.scaled(-1) }
    case "USC":
      draft.unitOverride = "USD"
      draft.value = draft.value.scaled(-2) ?? draft.value
      draft.high = draft.high.flatMap { $0.scaled(-2) }
    case "FEN":
      draft.unitOverride = localCurrency
      draft.value = draft.value.scaled(-2) ?? draft.value
      draft.high = draft.high.flatMap { $0.scaled(-2) }
    default: break
    }
    guard code == "LOCAL" || code == "JIAO" else { return }
    var p = draft.unitEnd
    let isSpoken = at(p - 1) == u("块") || at(p - 1) == u("毛")
    var place = code == "JIAO" ? -2 : -1
    if at(p) == u("零"), code == "LOCAL", place == -1 {
      place = -2
      p += 1
    }
    while place >= -2 {
      guard let (digit, end) = smallDigit(at: p) else { break }
      let mark = at(end)
      if mark == u("角") || mark == u("毛"), place >= -2 {
        guard add(digit, place: -1, to: &draft) else { return }
        p = end + 1
        place = -2
      } else if mark == u("分"), at(end + 1) != u("之"), at(end + 1) != u("钟") {
        guard add(digit, place: -2, to: &draft) else { return }
        p = end + 1
        place = -3
      } else if isSpoken || place == -2 && at(p - 1) == u("毛"),
        NumeralScalar.han(at(p)) >= 0, !NumeralScalar.isNumeral(mark), endsPhrase(at: end)
      {
        guard add(digit, place: place, to: &draft) else { return }
        p = end
        place = -3
      } else {
        break
      }
      draft.unitEnd = p
    }
    if at(draft.unitEnd) == u("钱") { draft.unitEnd += 1 }
    if at(draft.unitEnd) == u("整") || at(draft.unitEnd) == u("正"), endsPhrase(at: draft.unitEnd + 1)
    {
      draft.unitEnd += 1
    }
  }

  private func add(_ digit: Int, place: Int, to draft: inout FigureDraft) -> Bool {
    guard let sum = draft.value.adding(ExactDecimal(Int128(digit), exponent: place)) else {
      return false
    }
    draft.value = sum
    return true
  }

  /// One digit, Arabic or Chinese, that no further digit follows.
  private func smallDigit(at i: Int) -> (Int, Int)? {
    let c = at(i)
    let value = max(NumeralScalar.arabic(c), NumeralScalar.han(c))
    if value < 0 || NumeralScalar.isNumeral(at(i + 1)) { return nil }
    return (value, i + 1)
  }

  /// Whether no noun is attached here: punctuation, the end, or a word that cannot be counted.
  func endsPhrase(at i: Int) -> Bool {
    let c = at(i)
    return !ScalarClass.isHan(c) || c == u("的") || c == u("到") || c == u("至") || c == u("以")
      || c == u("左") || c == u("和")
  }

  /// Reads a currency before the amount: ￥300, 人民币 8千元, US$20.
  func readMoneyPrefix(_ draft: inout FigureDraft, floor: Int) {
    var p = draft.numeralStart
    if at(p - 1) == 0x20 { p -= 1 }
    guard p > floor,
      let match = lexicon.moneyPrefixes.longestBackward(text, before: p, floor: floor)
    else { return }
    if ScalarClass.isASCIILetter(at(match.edge)), isWordScalar(at(match.edge - 1)) { return }
    if let index = draft.unit {
      let code = lexicon.units[index].code
      guard lexicon.units[index].kind == .money, code == "LOCAL" || code == "JIAO" else { return }
    } else if draft.unitOverride != nil {
      return
    }
    let code = lexicon.units[match.value].code
    draft.unitOverride = code == "DOLLAR" ? (localCurrency == "CNY" ? "USD" : localCurrency) : code
    draft.subtype = .money
    draft.lacksUnit = false
    if match.edge < draft.start { draft.start = match.edge }
    if draft.unit == nil { draft.unit = match.value }
  }
}
