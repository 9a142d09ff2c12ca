import HanText

/// One date expression: year, then what stands below it, down to the minute.
extension DateReader {
  /// Reads the longest date expression at `i`; `nil` if none starts here.
  func parsePoint(at i: Int, limit: Int) -> DateParse? {
    if let numeric = parseNumeric(at: i, limit: limit) { return numeric }
    var parse = DateParse(end: i)
    parseYear(&parse, limit: limit)
    if parse.isOpen { return parse }
    if parse.year != nil {
      parseInYear(&parse, limit: limit)
    } else {
      parseBelowYear(&parse, limit: limit)
    }
    if parse.isOpen { return parse }
    if parse.month != nil || parse.monthOffset != nil { parseInMonth(&parse, limit: limit) }
    if parse.isOpen { return parse }
    parseTime(&parse, limit: limit)
    return parse.level < 4 ? parse : nil
  }

  /// A small whole number, Arabic or Chinese, and the offset behind it.
  func smallNumber(at i: Int, limit: Int) -> (value: Int, end: Int)? {
    let c = at(i)
    if NumeralScalar.arabic(c) >= 0 {
      var p = i
      var value = 0
      while p < limit, p - i < 5, NumeralScalar.arabic(at(p)) >= 0 {
        value = value * 10 + NumeralScalar.arabic(at(p))
        p += 1
      }
      return p - i <= 4 ? (value, p) : nil
    }
    guard NumeralScalar.han(c) >= 0 || NumeralScalar.small(c) == 1 || c == u("一"),
      let numeral = numerals.read(at: i, limit: min(limit, i + 6)), numeral.high == nil,
      !numeral.isApproximate, !numeral.hasDecimals, let value = numeral.value.integer, value < 1000
    else { return nil }
    return (value, numeral.end)
  }

  /// A number in brackets, and the offset behind them: （8）.
  func bracketedNumber(at i: Int, limit: Int) -> (value: Int, end: Int)? {
    guard at(i) == u("（") || at(i) == u("("), let number = smallNumber(at: i + 1, limit: limit),
      at(number.end) == u("）") || at(number.end) == u(")")
    else { return nil }
    return (number.value, number.end + 1)
  }

  /// Whether `unit` follows a number, at once or behind the other end of a range (1-2月).
  enum UnitBehind {
    case no, here(Int), shared
  }

  /// Looks for a unit behind a number.
  func unitBehind(_ end: Int, _ unit: UInt32, _ other: UInt32 = 0, limit: Int) -> UnitBehind {
    var p = end
    if at(p) == 0x20 { p += 1 }
    if p < limit, at(p) == unit || other != 0 && at(p) == other { return .here(p + 1) }
    switch at(p) {
    case u("至"), u("到"), 0x7E, 0x301C, 0x223C, 0xFF5E, 0x2D, 0x2010, 0x2013, 0x2014, 0x2015,
      0x2212:
      p += 1
    default: return .no
    }
    while at(p) == 0x2D || at(p) == 0x2014 || at(p) == 0x20 { p += 1 }
    guard let next = smallNumber(at: p, limit: limit) else { return .no }
    var q = next.end
    if at(q) == 0x20 { q += 1 }
    return q < limit && (at(q) == unit || other != 0 && at(q) == other) ? .shared : .no
  }

  /// Reads 2024年, 二〇二四年, 98年, 民国113年, 去年.
  func parseYear(_ parse: inout DateParse, limit: Int) {
    let i = parse.end
    if let match = lexicon.dateForms.longest(text, at: i, limit: limit) {
      switch lexicon.dateCodes[match.value] {
      case .year(let n):
        parse.year = .relative(n)
        parse.end = match.edge
        return
      case .yearBefore:
        // 比上年: the year before the one the sentence speaks of.
        parse.year = yearSpokenOf.map { .absolute($0 - 1) } ?? .relative(-1)
        parse.isAnaphoric = true
        parse.end = match.edge
        return
      case .ownYear(let n): return parseToldYear(&parse, n, end: match.edge)
      case .republic:
        var p = match.edge
        if at(p) == 0x20 { p += 1 }
        guard let number = smallNumber(at: p, limit: limit), number.value > 0, number.value < 300,
          case .here(let end) = unitBehind(number.end, u("年"), limit: limit)
        else { return }
        parse.year = .absolute(number.value + 1911)
        parse.end = end
        return
      default: break
      }
    }
    if parseOwnYear(&parse, limit: limit) { return }
    // 去（111）年
    if at(i) == u("今") || at(i) == u("去") || at(i) == u("明") || at(i) == u("前"),
      let number = bracketedNumber(at: i + 1, limit: limit), at(number.end) == u("年"),
      number.value > 40
    {
      parse.year = .absolute(number.value < 200 ? number.value + 1911 : number.value)
      parse.end = number.end + 1
      return
    }
    if let number = hanDigits(4, at: i, limit: limit) {
      parseSchoolYear(&parse, number, limit: limit)
      if parse.year != nil { return }
    }
    if let year = hanYear(at: i, limit: limit) {
      parse.year = year.value
      parse.end = year.end
      return
    }
    guard NumeralScalar.arabic(at(i)) >= 0, let number = smallNumber(at: i, limit: limit) else {
      return
    }
    let digits = number.end - i
    parseSchoolYear(&parse, number, limit: limit)
    if parse.year != nil { return }
    switch unitBehind(number.end, u("年"), limit: limit) {
    case .no: return
    case .shared:
      let isRepublic = digits == 3 && region == .tw && (90..<150).contains(number.value)
      if digits == 4 && (1000..<2200).contains(number.value) || isRepublic {
        parse.year = .absolute(isRepublic ? number.value + 1911 : number.value)
        parse.end = number.end
        parse.isOpen = true
      }
    case .here(let end):
      if digits == 4, number.value >= 1000, number.value < 2200 {
        if isAgeOfYears(end) { return }
        parse.year = .absolute(number.value)
        parse.end = end
      } else if digits == 3 || digits == 2 && number.value >= 80, region == .tw,
        number.value >= 40, number.value < 180, isRepublicYear(number.value, end)
      {
        parse.year = .absolute(number.value + 1911)
        parse.end = end
      } else if digits == 2, at(i) == 0x30 || isYearContext(end, limit: limit) {
        parse.year = .short(number.value)
        parse.end = end
      }
    }
  }

  /// The year the text is about: that of the sentence, or last year where the document named it.
  private var yearSpokenOf: Int? {
    if let year = resolver.contextYear { return year }
    guard let year = resolver.documentYear else { return nil }
    return anchor.map { year == $0.year - 1 } ?? true ? year : nil
  }

  /// Reads 本财政年度, 上学年, 本学期 seen from publication.
  private func parseOwnYear(_ parse: inout DateParse, limit: Int) -> Bool {
    let i = parse.end
    let first = at(i)
    let offset: Int
    switch first {
    case u("本"), u("今"): offset = 0
    case u("上"), u("去"): offset = -1
    case u("下"), u("明"): offset = 1
    default: return false
    }
    var p = i + 1
    if at(p) == u("个") || at(p) == u("一") { p += 1 }
    let isSchool = at(p) == u("学") && at(p + 1) == u("年")
    let isTerm = at(p) == u("学") && at(p + 1) == u("期")
    let isFiscal =
      at(p) == u("财") && at(p + 1) == u("政") && at(p + 2) == u("年") && at(p + 3) == u("度")
    guard isSchool || isTerm || isFiscal, let anchor else { return false }
    let opens = isFiscal ? (region == .hk ? 4 : 1) : region == .tw ? 8 : 9
    var start = anchor.month >= opens ? anchor.year : anchor.year - 1
    if isTerm {
      // Two terms a year: 2 from February, 1 from the opening month.
      let isSecond = anchor.month >= 2 && anchor.month < opens
      let number = 2 * start + (isSecond ? 1 : 0) + offset
      start = number >> 1
      parse.part = .term(number & 1 == 0 ? 1 : 2)
      parse.end = p + 2
    } else {
      start += offset
      parse.part = isFiscal ? .fiscalYear : .schoolYear
      parse.end = p + (isFiscal ? 4 : 2)
      if isSchool, at(parse.end) == u("度") { parse.end += 1 }
    }
    parse.year = .absolute(start)
    if isFiscal { parseInFiscalYear(&parse, limit: limit) }
    parse.isAnaphoric = true
    return true
  }

  /// 2000年历史, 1500年前的: a stretch of years, not a year.
  private func isAgeOfYears(_ end: Int) -> Bool {
    let c = at(end)
    return c == u("历") && at(end + 1) == u("史")
      || c == u("的") && at(end + 1) == u("历")
        && at(end + 2) == u("史")
      || c == u("多") || c == u("级") || c == u("以") && at(end + 1) == u("上")
  }

  /// 113年 in Taiwan is a year where it lies near publication or more of a date follows.
  private func isRepublicYear(_ value: Int, _ end: Int) -> Bool {
    if isYearContext(end, limit: text.count) || at(end) == u("度") || at(end) == u("底") {
      return true
    }
    return value >= 90 && value <= 130
  }

  /// Whether what follows makes two digits and 年 a year: a month, a quarter, a part of it.
  private func isYearContext(_ end: Int, limit: Int) -> Bool {
    var p = end
    if at(p) == 0x20 { p += 1 }
    if let number = smallNumber(at: p, limit: limit), number.value >= 1, number.value <= 12 {
      switch unitBehind(number.end, u("月"), limit: limit) {
      case .no: break
      default: return at(number.end) != u("个")
      }
      if at(number.end) == u("季") { return true }
    }
    switch at(p) {
    case u("第"):
      guard let number = smallNumber(at: p + 1, limit: limit) else { return false }
      return at(number.end) == u("季") || at(number.end) == u("个") || at(number.end) == u("周")
    case u("上"), u("下"): return at(p + 1) == u("半")
    case u("前"), u("后"):
      guard let number = smallNumber(at: p + 1, limit: limit) else { return false }
      return at(number.end) == u("个") || at(number.end) == u("月") || at(number.end) == u("季")
    case u("底"), u("初"), u("末"): return true
    default: return false
    }
  }

  /// Reads years in Chinese digits: 二〇二四年, 一九九八年, 零八年, 五八年.
  private func hanYear(at i: Int, limit: Int) -> (value: DateParse.Year, end: Int)? {
    if let year = hanDigits(4, at: i, limit: limit), at(year.end) == u("年") {
      return (1000..<2200).contains(year.value) ? (.absolute(year.value), year.end + 1) : nil
    }
    guard let year = hanDigits(2, at: i, limit: limit), at(year.end) == u("年") else { return nil }
    // 五六年 is five or six years; 零八年 and 九八年5月 are years.
    let isNought = NumeralScalar.han(at(i)) == 0
    guard isNought || isYearContext(year.end + 1, limit: limit) else { return nil }
    return (.short(year.value), year.end + 1)
  }

  /// Reads 2024学年, 2024-25学年, 2024/25年度, 2024财年.
  private func parseSchoolYear(
    _ parse: inout DateParse, _ number: (value: Int, end: Int), limit: Int
  ) {
    let digits = number.end - parse.end
    let isRepublic = region == .tw && digits <= 3 && number.value >= 80 && number.value < 160
    guard digits == 4 && number.value >= 1900 && number.value < 2200 || isRepublic else { return }
    let year = isRepublic ? number.value + 1911 : number.value
    var p = number.end
    var isDouble = false
    var isRange = false
    switch at(p) {
    case 0x2D, 0x2F, 0x2014, 0x2013, 0x7E, u("至"), u("到"):
      while at(p + 1) == at(p), at(p) == 0x2014 { p += 1 }
      guard
        let next = hanDigits(4, at: p + 1, limit: limit)
          ?? hanDigits(2, at: p + 1, limit: limit) ?? smallNumber(at: p + 1, limit: limit)
      else { return }
      let full = next.value < 100 ? number.value - number.value % 100 + next.value : next.value
      // 109至112學年度 are four years, 2024至25學年 is one.
      isRange = full > number.value && (isRepublic || full > number.value + 1)
      isDouble = full == number.value + 1 && !isRange
      guard isDouble || isRange else { return }
      p = next.end
    default: break
    }
    if at(p) == 0x20 { p += 1 }
    let unit = p
    if at(p) == u("学"), at(p + 1) == u("年") {
      parse.part = .schoolYear
      p += 2
    } else if at(p) == u("财"), at(p + 1) == u("年") {
      parse.part = .fiscalYear
      p += 2
    } else if at(p) == u("财"), at(p + 1) == u("政"), at(p + 2) == u("年") {
      parse.part = .fiscalYear
      p += 3
    } else if isDouble, at(p) == u("年"), at(p + 1) == u("度") {
      parse.part = .fiscalYear
      p += 1
    } else {
      return
    }
    if at(p) == u("度") { p += 1 }
    guard unit < limit else { return }
    parse.year = .absolute(year)
    parse.isDouble = isDouble
    parse.isOpen = isRange
    parse.end = isRange ? number.end : p
    if isRange { return }
    if parse.part == .fiscalYear { return parseInFiscalYear(&parse, limit: limit) }
    parseTerm(&parse, limit: limit)
  }

  /// So many Chinese digits and no more, that name a year or its end: 二零二三至二四年度.
  private func hanDigits(_ count: Int, at i: Int, limit: Int) -> (value: Int, end: Int)? {
    guard i + count <= limit, NumeralScalar.han(at(i + count)) < 0 else { return nil }
    var value = 0
    for p in i..<i + count {
      let digit = NumeralScalar.han(at(p))
      if digit < 0 || at(p) == u("两") { return nil }
      value = value * 10 + digit
    }
    return (value, i + count)
  }

  /// Reads what follows a fiscal year: 首六个月, 上半年, 第三季.
  private func parseInFiscalYear(_ parse: inout DateParse, limit: Int) {
    guard resolver.isHongKong || !parse.isDouble else { return }
    var part = DateParse(end: joint(parse.end))
    if !parseQuarter(&part, at: part.end, limit: limit),
      !parseLeading(&part, at: part.end, limit: limit),
      let match = lexicon.dateForms.longest(text, at: part.end, limit: limit),
      case .half(let n) = lexicon.dateCodes[match.value]
    {
      part.part = .half(n)
      part.end = match.edge
    }
    guard let found = part.part, !part.isOpen else { return }
    parse.part = found
    parse.firstMonth = resolver.isHongKong ? 4 : 1
    parse.end = part.end
  }

  /// Reads 第一学期, 上学期.
  private func parseTerm(_ parse: inout DateParse, limit: Int) {
    let p = parse.end
    if at(p) == u("第"), at(p + 2) == u("学"), at(p + 3) == u("期") {
      let n = max(NumeralScalar.han(at(p + 1)), NumeralScalar.arabic(at(p + 1)))
      if n == 1 || n == 2 {
        parse.part = .term(n)
        parse.end = p + 4
      }
    } else if at(p) == u("上") || at(p) == u("下"), at(p + 1) == u("学"), at(p + 2) == u("期") {
      parse.part = .term(at(p) == u("上") ? 1 : 2)
      parse.end = p + 3
    }
  }
}
