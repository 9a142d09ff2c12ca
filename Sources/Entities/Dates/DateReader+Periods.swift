import HanText

/// Periods with names of their own, stretches of time up to now, and what alone is no date.
extension DateReader {
  /// Reads “十四五”时期, 十三五期间: a five-year plan's years. The plan itself (“十四五”规划) is a
  /// policy, not a date.
  ///
  /// - Source: the plans run from 1953; the eleventh began in 2006, each is five years.
  func readPlan(at i: Int, limit: Int) -> Reading? {
    var p = i
    var close: UInt32 = 0
    switch at(p) {
    case u("“"): close = u("”")
    case u("「"): close = u("」")
    case u("『"): close = u("』")
    case u("\""): close = u("\"")
    default: break
    }
    if close != 0 { p += 1 }
    var number = 0
    if at(p) == u("十") {
      number = 10
      p += 1
    }
    let digit = NumeralScalar.han(at(p))
    guard digit > 0, at(p) != u("两"), at(p + 1) == u("五"), number == 10 ? digit <= 9 : close != 0
    else { return nil }
    number += digit
    p += 2
    if close != 0 {
      guard at(p) == close else { return nil }
      p += 1
    } else if NumeralScalar.isNumeral(at(p)) {
      return nil
    }
    guard p <= limit else { return nil }
    let year = 2006 + 5 * (number - 11)
    var value = DateValue(from: DatePoint(year), to: DatePoint(year + 4))
    var reading = Reading(start: i, end: p, value: value)
    let a = at(p)
    let b = at(p + 1)
    if a == u("规") && b == u("划") || a == u("计") && b == u("划") || a == u("纲") {
      reading.isRejected = true
    } else if a == u("时") && b == u("期") || a == u("期") && b == u("间") {
      reading.end = p + 2
    } else if a == u("以"), b == u("来") {
      reading.end = p + 2
      value.end = nil
      reading.value = value
    } else if a == u("末") {
      reading.end = p + 1
      reading.value = DateValue(DatePoint(year + 4))
    } else if a == u("初") {
      reading.end = p + 1
      reading.value = DateValue(DatePoint(year))
    } else if number < 10, a != u("时"), a != u("期") {
      return nil
    }
    return reading
  }

  /// Reads 公元前221年, which has no value here: the contract's years count from 1.
  func readBeforeChrist(at i: Int, limit: Int) -> Reading? {
    guard at(i) == u("公"), at(i + 1) == u("元"), at(i + 2) == u("前"),
      let numeral = numerals.read(at: i + 3, limit: limit),
      at(numeral.end) == u("年")
        || at(numeral.end) == u("世") && at(numeral.end + 1) == u("纪")
    else { return nil }
    return Reading(start: i, end: numeral.end + (at(numeral.end) == u("年") ? 1 : 2), value: nil)
  }

  /// Reads 20世纪90年代, 九十年代, 上世纪80年代末, 21世纪.
  func readDecade(at i: Int, floor: Int, limit: Int) -> Reading? {
    var p = i
    var century: Int?
    let isRelative = at(p) == u("上") || at(p) == u("本")
    let link = isRelative && (at(p + 1) == u("个") || at(p + 1) == u("一")) ? 1 : 0
    if isRelative, at(p + 1 + link) == u("世"), at(p + 2 + link) == u("纪") {
      let now = (anchor?.year ?? 2024) / 100 + 1
      century = at(p) == u("上") ? now - 1 : now
      p += 3 + link
    } else if let number = smallNumber(at: p, limit: limit), number.value > 0, number.value < 30,
      at(number.end) == u("世"), at(number.end + 1) == u("纪")
    {
      century = number.value
      p = number.end + 2
    }
    if century == nil, let decade = fullDecade(at: p, limit: limit) {
      return readDecade(from: i, decade.year, at: decade.end)
    }
    guard let number = smallNumber(at: p, limit: limit), number.value < 100,
      number.value % 10 == 0, number.end - p == 2, at(number.end) == u("年"),
      at(number.end + 1) == u("代")
    else {
      guard let century else { return nil }
      let value = DateValue(from: DatePoint(century * 100 - 99), to: DatePoint(century * 100))
      let isVague = at(p) == u("初") || at(p) == u("末") || at(p) == u("中")
      return Reading(start: i, end: isVague ? p + 1 : p, value: isVague ? nil : value)
    }
    let base = century.map { ($0 - 1) * 100 } ?? (number.value >= 30 ? 1900 : 2000)
    return readDecade(from: i, base + number.value, at: number.end + 2)
  }

  /// The first year of 1990年代, 民国60年代, and the offset behind it.
  private func fullDecade(at i: Int, limit: Int) -> (year: Int, end: Int)? {
    var p = i
    var isRepublic = false
    if let match = lexicon.dateForms.longest(text, at: i, limit: limit),
      case .republic = lexicon.dateCodes[match.value]
    {
      isRepublic = true
      p = match.edge
      if at(p) == 0x20 { p += 1 }
    }
    guard let number = smallNumber(at: p, limit: limit), number.value % 10 == 0,
      isRepublic ? (10..<200).contains(number.value) : (1000..<2200).contains(number.value),
      at(number.end) == u("年"), at(number.end + 1) == u("代"), number.end + 2 <= limit
    else { return nil }
    return (isRepublic ? number.value + 1911 : number.value, number.end + 2)
  }

  /// The ten years from `year` on, and what part of them is meant.
  private func readDecade(from start: Int, _ year: Int, at edge: Int) -> Reading {
    var p = edge
    var value: DateValue? = DateValue(from: DatePoint(year), to: DatePoint(year + 9))
    switch at(p) {
    case u("初"), u("末"), u("中"), u("前"), u("后"), u("早"), u("晚"):
      value = nil
      p += at(p + 1) == u("期") || at(p + 1) == u("叶") ? 2 : 1
    case u("以") where at(p + 1) == u("来"):
      value = DateValue(from: DatePoint(year), to: nil)
      p += 2
    default: break
    }
    return Reading(start: start, end: p, value: value)
  }

  /// Reads 近四年来, 过去五年, 未来三个月, 最近一周: a stretch that ends or begins now.
  func readSpanOfYears(at i: Int, floor: Int, limit: Int) -> Reading? {
    guard let match = lexicon.dateForms.longest(text, at: i, limit: limit) else { return nil }
    let code = lexicon.dateCodes[match.value]
    if case .years(let n) = code, let anchor {
      return Reading(
        start: i, end: match.edge,
        value: DateValue(from: DatePoint(anchor.year), to: DatePoint(anchor.year + n)))
    }
    let isRecent = code == .recent
    guard isRecent || code == .past || code == .future else { return nil }
    if isRecent, i > floor, isTailOfWord(at(i - 1)) { return nil }
    guard let (count, unit, end) = stretch(at: match.edge, limit: limit) else { return nil }
    var p = end
    var isClosed = true
    if at(p) == u("以"), at(p + 1) == u("来") {
      p += 2
    } else if at(p) == u("来"), !isVerbOfComing(at(p + 1)) {
      p += 1
    } else if at(p) == u("间") || at(p) == u("内") || at(p) == u("里") || at(p) == u("中"),
      !isRecent || !ScalarClass.isHan(at(p + 1))
    {
      isClosed = true
    } else {
      // 为近十年最低 compares, 历时近三年 measures.
      isClosed = !isRecent || at(p) == u("最") || !isMeasured(before: i, floor: floor)
    }
    guard isClosed else { return nil }
    return Reading(start: i, end: p, value: value(count, unit, isFuture: code == .future))
  }

  private func isTailOfWord(_ c: UInt32) -> Bool {
    switch c {
    case u("附"), u("最"), u("临"), u("邻"), u("靠"), u("接"), u("将"), u("逼"), u("相"), u("亲"),
      u("超"), u("约"):
      true
    default: false
    }
  }

  /// Whether a verb before 近三年 measures it (历时近三年).
  private func isMeasured(before i: Int, floor: Int) -> Bool {
    guard i > floor else { return false }
    switch at(i - 1) {
    case u("时"), u("过"), u("了"), u("达"), u("期"), u("续"), u("长"), u("经"), u("隔"), u("续"),
      u("为"), u("有"), u("第"):
      return true
    default: return false
    }
  }

  private func isVerbOfComing(_ c: UInt32) -> Bool {
    switch c {
    case u("到"), u("自"), u("源"), u("临"), u("访"), u("华"), u("京"), u("沪"), u("港"), u("台"):
      true
    default: false
    }
  }

  /// Units of stretches of time.
  enum StretchUnit { case year, quarter, month, week, day }

  /// A number of years, months, weeks or days; the number is `nil` where it is vague (十余).
  private func stretch(at i: Int, limit: Int) -> (Int?, StretchUnit, Int)? {
    var p = i
    if at(p) == 0x20 { p += 1 }
    // 近半年
    if at(p) == u("半"), at(p + 1) == u("年") { return (6, .month, p + 2) }
    guard let numeral = numerals.read(at: p, limit: min(limit, p + 8)), numeral.high == nil
    else { return nil }
    // 五八年 is a year, not 58 years.
    if !numeral.startsArabic, !numeral.hasMagnitude, numeral.count > 1 { return nil }
    var count = numeral.isApproximate ? nil : numeral.value.integer
    if count == nil, !numeral.isApproximate { return nil }
    if let count, count > 200 || numeral.startsArabic && numeral.digitCount > 3 { return nil }
    p = numeral.end
    if at(p) == 0x20 { p += 1 }
    if at(p) == u("个") { p += 1 }
    if at(p) == u("半"), at(p - 1) == u("个"), at(p + 1) == u("月") {
      count = nil
      p += 1
    }
    switch at(p) {
    case u("年"):
      if at(p + 1) == u("级") || at(p + 1) == u("代") || at(p + 1) == u("制") { return nil }
      return (count, .year, p + 1)
    case u("月"): return (count, .month, p + 1)
    case u("周"): return at(p + 1) == u("年") ? nil : (count, .week, p + 1)
    case u("天"), u("日"): return (count, .day, p + 1)
    case u("季"): return at(p + 1) == u("度") ? (count, .quarter, p + 2) : nil
    case u("星"), u("礼"):
      guard let end = weekWord(at: p) else { return nil }
      return (count, .week, end)
    default: return nil
    }
  }

  private func value(_ count: Int?, _ unit: StretchUnit, isFuture: Bool) -> DateValue? {
    guard let count, let anchor else { return nil }
    let n = isFuture ? count : -count
    let far: DatePoint
    let near: DatePoint
    switch unit {
    case .year: (far, near) = (DatePoint(anchor.year + n), DatePoint(anchor.year))
    case .quarter, .month:
      let month = anchor.firstOfMonth(adding: unit == .quarter ? 3 * n : n)
      (far, near) = (DatePoint(month.year, month.month), DatePoint(anchor.year, anchor.month))
    case .week: (far, near) = (DatePoint(anchor.adding(days: 7 * n)), DatePoint(anchor))
    case .day: (far, near) = (DatePoint(anchor.adding(days: n)), DatePoint(anchor))
    }
    let value = isFuture ? DateValue(from: near, to: far) : DateValue(from: far, to: near)
    return value.isValid ? value : nil
  }

  /// Reads 三年前, 5天前, 四年来, 十多年来.
  func readDistance(at i: Int, floor: Int, limit: Int) -> Reading? {
    guard NumeralScalar.isNumeral(at(i)), let (count, unit, end) = stretch(at: i, limit: limit)
    else { return nil }
    if NumeralScalar.arabic(at(i)) >= 0, unit == .month || unit == .day, at(end - 2) != u("个"),
      unit == .month
    {
      return nil
    }
    var p = end
    if at(p) == u("之") || at(p) == u("以") { p += 1 }
    let isFuture = at(p) == u("后") && !isWordOfBack(at(p + 1)) && opensClause(i, floor: floor)
    if at(p) == u("前") && !isWordOfFront(p + 1) || isFuture,
      unit != .month || at(end - 2) != 0 && hasGe(i, end)
    {
      guard let count, let anchor else { return Reading(start: i, end: p + 1, value: nil) }
      let value: DateValue
      let sign = isFuture ? 1 : -1
      switch unit {
      case .year: value = DateValue(DatePoint(anchor.year + count * sign))
      case .quarter, .month:
        let month = anchor.firstOfMonth(adding: unit == .quarter ? 3 * sign * count : sign * count)
        value = DateValue(DatePoint(month.year, month.month))
      case .week: value = DateValue(DatePoint(anchor.adding(days: 7 * sign * count)))
      case .day: value = DateValue(DatePoint(anchor.adding(days: sign * count)))
      }
      return Reading(start: i, end: p + 1, value: value.isValid ? value : nil)
    }
    if at(p) == u("来"), !isVerbOfComing(at(p + 1)), unit != .month || at(end - 2) == u("个"),
      p == end || at(p - 1) == u("以")
    {
      return Reading(start: i, end: p + 1, value: value(count, unit, isFuture: false))
    }
    return nil
  }

  private func hasGe(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where at(i) == u("个") { return true }
    return false
  }

  /// Whether nothing stands before the expression in its clause: only there is 三年后 told from
  /// publication, elsewhere (开业三年后) it is an amount of time.
  private func opensClause(_ i: Int, floor: Int) -> Bool {
    i == 0 || i == floor
      || !ScalarClass.isHan(at(i - 1))
        && NumeralScalar.arabic(at(i - 1)) < 0
  }

  private func isWordOfBack(_ c: UInt32) -> Bool {
    switch c {
    case u("期"), u("续"), u("台"), u("勤"), u("备"), u("代"), u("者"), u("方"): true
    default: false
    }
  }

  private func isWordOfFront(_ i: Int) -> Bool {
    let c = at(i)
    switch c {
    case u("提"): return at(i + 1) != u("高") && at(i + 1) != u("升") && at(i + 1) != u("出")
    case u("往"), u("来"), u("去"), u("后"), u("夕"), u("沿"), u("端"), u("列"), u("景"), u("期"),
      u("半"), u("三"), u("置"), u("身"), u("锋"), u("线"), u("进"), u("台"), u("行"),
      u("程"), u("任"), u("赴"), u("方"), u("面"), u("一"), u("两"), u("十"), u("五"), u("瞻"):
      return true
    default: return NumeralScalar.arabic(c) >= 0
    }
  }

  /// Whether an expression that stands alone is a date and not an amount or a number.
  func stands(_ p: DateParse, start: Int, floor: Int, limit: Int) -> Bool {
    if meansLongAgo(p, at: start) { return false }
    if let word = lexicon.words.longest(text, at: start, limit: limit), word.edge >= p.end {
      return false
    }
    let next = at(p.end)
    switch p.level {
    case 0:
      // 2021级, 2024年级.
      if case .absolute = p.year, at(p.end - 1) == u("年"), next == u("级") { return false }
      // 达产后年产
      if at(start) == u("后"), p.end - start == 2, next == u("产") || next == u("均") {
        return false
      }
      return true
    case 1:
      if p.month != nil, p.day == nil, p.part == nil, at(p.end - 1) == u("月") {
        return next != u("饼") && next != u("球") && next != u("亮") && next != u("龄")
      }
      if p.monthOffset != nil, next == u("球") || next == u("亮") || next == u("台") { return false }
      return true
    case 2:
      if p.weekOffset != nil, p.weekday == nil, p.part == nil {
        return next != u("期") && next != u("边") && next != u("围") && next != u("转")
          && next != u("年")
      }
      return p.day == nil || p.hour != nil || isDayOfMonth(p, start: start, floor: floor)
    default:
      // A time alone, with the part of the day, or to the minute.
      return p.dayPart != nil && lexicon.dateForms.longest(text, at: start, limit: limit) != nil
        || p.minute != nil && (at(p.end - 1) == u("分") || at(p.end - 1) == u("半"))
          && at(start - 1) != u("第")
        || at(p.end - 1) == u("整")
    }
  }

  /// Whether N日 or N号 is a day of the month: not 为期3日, 3日内, 16号线.
  private func isDayOfMonth(_ p: DateParse, start: Int, floor: Int) -> Bool {
    let next = at(p.end)
    if at(p.end - 1) == u("号") {
      if start > floor, ScalarClass.isHan(at(start - 1)), at(start - 1) != u("月"),
        at(start - 1) != u("于"), at(start - 1) != u("在"), at(start - 1) != u("从"),
        at(start - 1) != u("到"), at(start - 1) != u("至"), at(start - 1) != u("自")
      {
        return false
      }
      return !ScalarClass.isHan(next) || next == u("起") || next == u("至") || next == u("到")
        || next == u("在") || next == u("前") || next == u("开")
    }
    switch next {
    case u("内"), u("后"), u("游"), u("龄"), u("均"), u("元"), u("本"), u("报"), u("谈"): return false
    case u("以"): if at(p.end + 1) == u("内") || at(p.end + 1) == u("上") { return false }
    default: break
    }
    var q = start
    for _ in 0..<3 where q > floor {
      switch at(q - 1) {
      case u("期"), u("时"), u("限"), u("达"), u("续"), u("历"), u("超"), u("近"), u("逾"),
        u("满"), u("约"), u("足"), u("长"), u("需"):
        // 为期3日, 时限为五日; but 当时29日 does not occur.
        return false
      case u("为"), u("了"), u(" "): q -= 1
      default: return true
      }
    }
    return true
  }
}
