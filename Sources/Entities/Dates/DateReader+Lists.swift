import HanText

/// Dates listed with one unit: 8、9月, 三、四季度, 2020、2021两年, 112、113年.
extension DateReader {
  /// Whether a number opens a list whose unit stands behind its last member.
  ///
  /// The numbers grow and are written alike; at the head of a line 一、 numbers an item.
  func opensList(
    from start: Int, _ number: (value: Int, end: Int), unit: UInt32, limit: Int
  ) -> Bool {
    guard at(number.end) == u("、"), start > 0, !ScalarClass.isLineEnd(at(start - 1)) else {
      return false
    }
    var last = number.value
    var p = number.end
    let isArabic = NumeralScalar.arabic(at(start)) >= 0
    while at(p) == u("、") {
      p += at(p + 1) == u("第") ? 2 : 1
      guard let next = smallNumber(at: p, limit: limit), next.value > last,
        (NumeralScalar.arabic(at(p)) >= 0) == isArabic
      else { return false }
      last = next.value
      p = next.end
    }
    return p < limit && at(p) == unit
  }

  /// The last member of a list, and whether the list runs on without a gap (7、8、9月).
  func readList(after first: DateParse, limit: Int) -> (last: DateParse, runsOn: Bool)? {
    var last = first
    var runsOn = true
    while last.isOpen, at(last.end) == u("、") {
      guard let next = parsePoint(at: last.end + 1, limit: limit) else { return nil }
      let place = position(last)
      if place == nil || position(next) != place.map({ $0 + 1 }) { runsOn = false }
      last = next
    }
    return last.isOpen ? nil : (last, runsOn)
  }

  /// Where a listed date stands among its like.
  private func position(_ parse: DateParse) -> Int? {
    if case .quarter(let n) = parse.part { return n }
    return parse.day ?? parse.month
  }

  /// Reads 2020、2021两年 and 111、112年: one interval where the years run on, else the first.
  func readListedYears(at i: Int, limit: Int) -> Reading? {
    guard let first = yearNumber(at: i, limit: limit), at(first.end) == u("、") else { return nil }
    var count = 1
    var last = first
    var runsOn = true
    while at(last.end) == u("、") {
      guard let next = yearNumber(at: last.end + 1, limit: limit), next.value > last.value else {
        return nil
      }
      if next.value != last.value + 1 { runsOn = false }
      count += 1
      last = next
    }
    var end = last.end
    if let number = smallNumber(at: end, limit: limit), number.value == count,
      NumeralScalar.arabic(at(end)) < 0
    {
      end = number.end
    }
    guard end < limit, at(end) == u("年"), at(end + 1) != u("级") else { return nil }
    if at(end + 1) == u("度") { end += 1 }
    guard runsOn else {
      return Reading(start: i, end: first.end, value: DateValue(DatePoint(first.value)))
    }
    return Reading(
      start: i, end: end + 1,
      value: DateValue(from: DatePoint(first.value), to: DatePoint(last.value)))
  }

  /// Four digits of our time, or in Taiwan three of the Republic.
  private func yearNumber(at i: Int, limit: Int) -> (value: Int, end: Int)? {
    guard NumeralScalar.arabic(at(i)) >= 0, let number = smallNumber(at: i, limit: limit) else {
      return nil
    }
    switch number.end - i {
    case 4 where (1900..<2100).contains(number.value): return number
    case 3 where region == .tw && (90..<150).contains(number.value):
      return (number.value + 1911, number.end)
    default: return nil
    }
  }
}
