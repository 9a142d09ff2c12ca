import HanText

/// What stands below the month: days, thirds, weeks and weekdays of it.
extension DateReader {
  /// Reads what follows a month: a day, a third of it, its first days, the n-th week or weekday.
  func parseInMonth(_ parse: inout DateParse, limit: Int) {
    if parse.part != nil || parse.day != nil { return }
    let p = joint(parse.end)
    let hasDe = at(parse.end) == u("的")
    if !hasDe {
      parseDay(&parse, at: p, limit: limit)
      if parse.day != nil { return }
      if let match = lexicon.dateForms.longest(text, at: p, limit: limit) {
        switch lexicon.dateCodes[match.value] {
        case .tenDays(let n):
          parse.part = .tenDays(n)
          parse.end = match.edge
          return
        case .halfMonth(let n):
          parse.part = .halfOfMonth(n)
          parse.end = match.edge
          return
        case .monthPart(let n):
          parse.part = n == 0 ? .startOfMonth : n == 1 ? .middleOfMonth : .endOfMonth
          parse.end = match.edge
          return
        default: break
        }
      }
      switch at(p) {
      case u("初") where at(p + 1) != u("中") && at(p + 1) != u("步"):
        parse.part = .startOfMonth
        parse.end = p + 1
        return
      case u("底"), u("末"):
        parse.part = .endOfMonth
        parse.end = p + 1
        return
      case u("中") where at(p + 1) == u("旬"): break
      default: break
      }
      if parseLeading(&parse, at: p, limit: limit) { return }
      // 二零零四年八月十五 leaves its 日 out.
      if parse.year != nil, NumeralScalar.small(at(p)) == 1 || NumeralScalar.han(at(p)) > 0,
        let number = smallNumber(at: p, limit: limit), (1...31).contains(number.value),
        number.end - p > 1, !ScalarClass.isHan(at(number.end))
      {
        parse.day = number.value
        parse.end = number.end
        return
      }
    }
    var q = p
    var ordinal: Int?
    if at(q) == u("第"), let number = smallNumber(at: q + 1, limit: limit) {
      ordinal = number.value
      q = number.end
    } else if at(q) == u("最"), at(q + 1) == u("后"), at(q + 2) == u("一") {
      ordinal = -1
      q += 3
    }
    guard let ordinal else { return }
    if at(q) == u("个") { q += 1 }
    if let end = weekWord(at: q) {
      if let day = weekday(at(end)) {
        parse.part = .nthWeekday(ordinal, day)
        parse.end = end + 1
      } else {
        parse.part = .week(ordinal)
        parse.end = end
      }
    } else if at(q) == u("天"), ordinal > 0 {
      parse.part = .nthDay(ordinal)
      parse.end = q + 1
    }
  }
}
