import HanText

extension FigureReader {
  /// Judges a numeral with a measure word.
  func isCount(
    _ draft: inout FigureDraft, _ numeral: Numeral, _ unit: UnitMatch, limit: Int
  ) -> Bool {
    if draft.subtype == .plain { draft.subtype = .count }
    let form = at(unit.end - 1)
    if numeral.isBareMagnitude, draft.qualifier == .exact, draft.direction == nil {
      // 百家, 千名 alone are set phrases; 百万人次, 千亿斤 are amounts.
      if numeral.count < 2 { return false }
    }
    if numeral.isSingleHan {
      let isOne = at(numeral.start) == u("一")
      if isOne, draft.qualifier == .exact || draft.qualifier == .about, draft.direction == nil {
        draft.isConditional = true
      }
      if unit.kind == .weak, form != u("字") {
        return draft.qualifier != .exact || !ScalarClass.isHan(at(unit.end))
      }
      if form == u("大"), unit.end - draft.numeralEnd == 1, NumeralScalar.han(at(numeral.start)) < 3
      {
        return false
      }
      if form == u("级"), !isLevels(before: numeral.start) { return false }
    }
    if form == u("大"), unit.end - draft.numeralEnd == 1 {
      draft.unit = nil
      return true
    }
    // 两位数, 三年级, 八级考试: the measure word belongs to a word.
    if form == u("位"), at(unit.end) == u("数") || at(unit.end) == u("居") { return false }
    // 2025届毕业生, 2021级新生: a class, not a count.
    if numeral.startsArabic, numeral.digitCount == 4, !numeral.hasMagnitude,
      !numeral.hasSeparators,
      form == u("届") || form == u("级") || form == u("版")
        || form == u("款") || form == u("期")
    {
      return false
    }
    if form == u("条"), at(unit.end) == u("第") { return false }
    if form == u("款"), at(unit.end) == u("第") { return false }
    if form == u("版"), !numeral.startsArabic || numeral.hasDecimals { return false }
    if form == u("路"), at(unit.end) == u("公") || at(unit.end) == u("车") { return false }
    if form == u("线"), unit.kind == .weak { return false }
    return true
  }

  /// 省市县三级, 市、区、校三级: levels counted; 三级党校 alone is one of a kind.
  private func isLevels(before start: Int) -> Bool {
    switch at(start - 1) {
    case u("省"), u("市"), u("县"), u("区"), u("校"), u("乡"), u("镇"), u("村"), u("街"), u("地"),
      u("州"), u("央"), u("家"):
      true
    default: false
    }
  }

  /// Judges an amount of time: 一年 and 一天 only where something measures them.
  func isDuration(_ draft: FigureDraft, _ numeral: Numeral, floor: Int) -> Bool {
    if numeral.isBareMagnitude, draft.qualifier == .exact { return false }
    // 1998 年, 24年 with 年 directly behind four digits are years; dates are read before.
    if at(draft.numeralEnd) == u("年"), numeral.startsArabic, numeral.digitCount == 4,
      !numeral.hasSeparators, !numeral.hasMagnitude, draft.high == nil
    {
      return false
    }
    // 三年级, 五年制, 90年代, 三周岁 read elsewhere or names.
    switch at(draft.unitEnd) {
    case u("级"), u("制"), u("代"), u("检"), u("报"), u("鉴"):
      if at(draft.unitEnd - 1) == u("年") { return false }
    default: break
    }
    if numeral.isSingleHan, at(numeral.start) == u("一"), draft.qualifier == .exact,
      draft.direction == nil
    {
      let unit = at(draft.unitEnd - 1)
      let isSmall = unit == u("秒") || unit == u("钟") || unit == u("时") || unit == u("头")
      if isSmall { return true }
      return isTimed(before: draft.start, floor: floor) || draft.unitEnd - draft.numeralEnd > 2
    }
    return true
  }

  /// Whether words before an amount of time measure it: 为期一年, 用时, 期限为.
  func isTimed(before end: Int, floor: Int) -> Bool {
    var p = end
    for _ in 0..<2 where p > floor {
      switch at(p - 1) {
      case u("期"), u("时"), u("限"), u("满"), u("达"), u("续"), u("长"), u("隔"), u("历"),
        u("经"), u("过"):
        return true
      case u("为"), u("了"), u(" "), u("约"): p -= 1
      default: return false
      }
    }
    return p > floor
      && (at(p - 1) == u("期") || at(p - 1) == u("时") || at(p - 1) == u("限"))
  }

  /// Judges a numeral without unit: what follows is the noun counted (四部门, 25万AI人才), or the
  /// number itself is the point (指标为1.1, 突破三百万).
  func isBareFigure(
    _ draft: inout FigureDraft, _ numeral: Numeral, floor: Int, limit: Int
  ) -> Bool {
    draft.lacksUnit = true
    if isDigitString(bare: numeral), numeral.high == nil { return false }
    let next = at(draft.unitEnd)
    let behind = draft.unitEnd
    // 12345热线 is a number to call.
    if next == u("热") && at(behind + 1) == u("线") || next == u("专") && at(behind + 1) == u("线") {
      return false
    }
    // 2019国产: a year without its 年.
    if numeral.startsArabic, numeral.digitCount == 4, !numeral.hasMagnitude,
      !numeral.hasSeparators, numeral.value > ExactDecimal(1900),
      numeral.value < ExactDecimal(2100), draft.qualifier == .exact, draft.high == nil
    {
      return false
    }
    // 中六学生, 小一派位: a class.
    if numeral.isSingleHan, among(at(numeral.start - 1), "中小高初大"), among(next, "学生派级班毕") {
      return false
    }
    // 零组件, 零售
    if numeral.isSingleHan, at(numeral.start) == u("零"), ScalarClass.isHan(next) { return false }
    if numeral.high == nil || draft.high != nil,
      !numeral.isBareMagnitude || draft.qualifier != .exact,
      phrases.startsCounted(
        at: behind, limit: limit, isSmall: numeral.isSingleHan, isArabic: numeral.startsArabic)
    {
      if numeral.isSingleHan, at(numeral.start) == u("一") { return false }
      if draft.subtype == .plain { draft.subtype = .count }
      return true
    }
    if countsRegions(numeral, next: next, behind: at(behind + 1)) {
      draft.subtype = .count
      draft.subject = TextSpan(draft.unitEnd, draft.unitEnd + 1)
      draft.subjectFollows = true
      draft.unitEnd += 1
      return true
    }
    if numeral.isBareMagnitude, draft.qualifier == .exact || !numeral.hasMagnitude { return false }
    if numeral.isSingleHan, numeral.high == nil, !numeral.isSigned {
      // 指标为零: one digit stands alone only behind 为 and before a stop.
      return at(numeral.start) == u("零") && at(numeral.start - 1) == u("为")
        && !ScalarClass.isHan(next)
    }
    if readComparison(&draft, floor: floor) { return true }
    if draft.qualifier != .exact || draft.direction != nil || numeral.isSigned { return true }
    if numeral.hasSeparators { return true }
    let isLeveled = leads(to: draft.start, floor: floor)
    if !numeral.startsArabic {
      if numeral.hasDecimals { return true }
      guard numeral.hasMagnitude, numeral.count >= 2,
        !ScalarClass.isHan(next) || isLeveled
          || next == u("的") || next == u("和") || next == u("左")
      else { return false }
      if numeral.value < ExactDecimal(100) { return isLeveled }
      return true
    }
    if numeral.hasMagnitude { return true }
    if at(draft.start) == 0x2B { return false }
    // Version and index numbers (工业4.0) have no word that leads to a level before them.
    return isLeveled && !(numeral.hasDecimals && ScalarClass.isHan(next) && next == u("版"))
      && !(next == u("年") || next == u("月") || next == u("日") || next == u("届"))
  }

  /// 六省八市, 五国: regions counted without a measure word, three or more.
  private func countsRegions(_ numeral: Numeral, next: UInt32, behind: UInt32) -> Bool {
    guard numeral.value > ExactDecimal(2), numeral.value < ExactDecimal(100_000),
      numeral.fraction == .none, !numeral.hasDecimals
    else { return false }
    switch next {
    case u("校"), u("案"):
      // 860校, 17案, but 校长, 案件.
      return lexicon.phrases.longest(text, at: numeral.end, limit: text.count).map {
        $0.edge == numeral.end + 1
      } ?? true
    case u("省"), u("市"), u("县"), u("区"), u("国"), u("州"):
      return !ScalarClass.isHan(behind) || NumeralScalar.han(behind) > 0 || behind == u("联")
        || behind == u("和") || behind == u("的")
    default: return false
    }
  }

  private func isDigitString(bare numeral: Numeral) -> Bool {
    !numeral.startsArabic && !numeral.hasMagnitude && !numeral.hasDecimals && numeral.count > 1
      && !numeral.isSigned
  }

  /// Whether a word that leads to a level stands before the numeral: 为, 达, 共, 增至, 从.
  func leads(to start: Int, floor: Int) -> Bool {
    var p = start
    if at(p - 1) == 0x20 { p -= 1 }
    if at(p - 1) == u("了") { p -= 1 }
    guard p > floor else { return false }
    switch at(p - 1) {
    case u("从"), u("由"), u("比"), u("在"), u("到"), u("至"), u("得"), u("："): return true
    default: break
    }
    guard let match = lexicon.before.longestBackward(text, before: p, floor: floor) else {
      return false
    }
    return match.value == FigureLexicon.Role.level.rawValue
  }

  /// 比三十大, 比 170 低, 在 170 之下.
  private func readComparison(_ draft: inout FigureDraft, floor: Int) -> Bool {
    var p = draft.start
    if at(p - 1) == 0x20 { p -= 1 }
    guard p > floor, at(p - 1) == u("比") else { return false }
    var q = draft.unitEnd
    if at(q) == 0x20 { q += 1 }
    switch at(q) {
    case u("大"), u("高"), u("多"), u("长"), u("重"): draft.qualifier = .atLeast
    case u("小"), u("低"), u("少"), u("短"), u("轻"): draft.qualifier = .atMost
    default: return false
    }
    return true
  }

  /// Reads 第七届, 第14, 第三万回.
  func readOrdinal(at i: Int, floor: Int, limit: Int) -> Outcome {
    if let word = lexicon.words.longest(text, at: i, limit: limit) {
      return .none(next: word.edge)
    }
    var p = i + 1
    if at(p) == 0x20 { p += 1 }
    guard let numeral = numerals.read(at: p, limit: limit), numeral.high == nil,
      !numeral.hasDecimals, !numeral.isApproximate
    else { return .none(next: i + 1) }
    var draft = FigureDraft(
      start: i, end: numeral.end, numeralStart: p, numeralEnd: numeral.end, value: numeral.value,
      unitEnd: numeral.end)
    draft.subtype = .ordinal
    let next = at(numeral.end)
    switch next {
    case u("章"), u("条"), u("款"), u("节"), u("编"), u("页"), u("号"), u("辑"), u("段"), u("版"), u("方"),
      u("者"), u("卷"):
      return .none(next: numeral.end + 1)
    default: break
    }
    if let unit = unit(at: numeral.end, limit: limit) {
      switch unit.kind {
      case .thing, .people, .weak:
        if isNamePart(after: unit.end, form: next) { return .none(next: unit.end) }
        draft.unit = unit.index
        draft.unitEnd = unit.end
        draft.end = unit.end
        if unit.kind == .people {
          draft.unitOverride = String(scalars: text[numeral.end..<unit.end])
        }
        return .figure(draft)
      case .duration:
        // 自第3年起, but 连续第5年
        guard at(i - 1) != u("续"), lexicon.units[unit.index].code == "年", at(unit.end) != u("级")
        else {
          return .none(next: unit.end)
        }
        draft.unit = unit.index
        draft.unitEnd = unit.end
        draft.end = unit.end
        return .figure(draft)
      default: break
      }
    }
    // 位居全国第十四, 排名第3; 第二人民医院 is a name.
    if !ScalarClass.isHan(next) || next == u("的") || next == u("和") || next == u("位")
      || isRanked(before: i, floor: floor)
    {
      return .figure(draft)
    }
    return .none(next: numeral.end)
  }

  private func isNamePart(after end: Int, form: UInt32) -> Bool {
    // 第一批次 counts; 第五个五年规划, 第二位数 do not.
    at(end) == u("五") && at(end + 1) == u("年") || form == u("位") && at(end) == u("数")
  }

  private func isRanked(before i: Int, floor: Int) -> Bool {
    switch at(i - 1) {
    case u("居"), u("列"), u("名"), u("排"), u("位"), u("获"), u("国"), u("球"), u("省"), u("市"),
      u("界"):
      return i > floor
    default: return false
    }
  }

  /// Reads 半年, 半小时, 半成, 一半 (its 一 comes here as 半's own).
  func readHalf(at i: Int, floor: Int, limit: Int) -> Outcome {
    guard let match = unit(at: i + 1, limit: limit) else {
      if at(i - 1) == u("过"), i > floor { return shareOfHalf(from: i - 1, to: i + 1) }
      return .none(next: i + 1)
    }
    var draft = FigureDraft(
      start: i, end: match.end, numeralStart: i, numeralEnd: i + 1,
      value: ExactDecimal(5, exponent: -1), unitEnd: match.end)
    draft.unit = match.index
    switch match.kind {
    case .duration: draft.subtype = .duration
    case .tenth:
      draft.value = ExactDecimal(5)
      draft.subtype = .percent
    case .measure: draft.subtype = .measure
    case .points: draft.subtype = .percent
    case .money:
      readMoneyTail(&draft, limit: limit)
    default: return .none(next: i + 1)
    }
    if at(i - 1) == u("大") || at(i - 1) == u("小") || at(i - 1) == u("上") || at(i - 1) == u("下")
      || at(i - 1) == u("前") || at(i - 1) == u("后")
    {
      return .none(next: match.end)
    }
    var numeral = Numeral(start: i, end: i + 1, value: draft.value)
    numeral.hasDecimals = true
    readPrefix(&draft, numeral: numeral, kind: match.kind, floor: floor)
    readSuffix(&draft, limit: limit)
    draft.end = max(draft.end, draft.unitEnd)
    return .figure(draft)
  }

  /// Reads 一半, with 超过, 近 and 以上.
  func readOneHalf(at i: Int, floor: Int, limit: Int) -> Outcome {
    var draft = FigureDraft(
      start: i, end: i + 2, numeralStart: i, numeralEnd: i + 2,
      value: ExactDecimal(5, exponent: -1), unitEnd: i + 2)
    draft.subtype = .percent
    var numeral = Numeral(start: i, end: i + 2, value: draft.value)
    numeral.hasDecimals = true
    readPrefix(&draft, numeral: numeral, kind: .percent, floor: floor)
    readSuffix(&draft, limit: limit)
    draft.end = max(draft.end, draft.unitEnd)
    return .figure(draft)
  }

  private func shareOfHalf(from start: Int, to end: Int) -> Outcome {
    var draft = FigureDraft(
      start: start, end: end, numeralStart: end - 1, numeralEnd: end,
      value: ExactDecimal(5, exponent: -1), unitEnd: end)
    draft.subtype = .percent
    draft.qualifier = .atLeast
    return .figure(draft)
  }

  /// Reads 一半, and 一 with a measure word, which counts only beside another count.
  func readOne(at i: Int, floor: Int, limit: Int) -> Outcome? {
    guard at(i) == u("一"), let numeral = numerals.read(at: i, limit: limit), numeral.isSingleHan
    else { return nil }
    // 最近一次, 这一轮 point at one, they do not count it.
    if i > floor, among(at(i - 1), "近上下这那每某另同任此该哪") { return nil }
    guard let match = unit(at: i + 1, limit: limit), match.kind == .thing || match.kind == .people
    else { return nil }
    var draft = FigureDraft(
      start: i, end: match.end, numeralStart: i, numeralEnd: i + 1, value: ExactDecimal(1),
      unitEnd: match.end)
    draft.unit = match.index
    draft.subtype = .count
    draft.isConditional = true
    return .figure(draft)
  }
}
