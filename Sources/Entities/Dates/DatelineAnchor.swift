import HanText

/// The day a text gives itself, where the page gives none: a full date in the dateline
/// （香港，2025年6月10日）, before 电 or 讯, behind 发文日期, or at the head of a line.
enum DatelineAnchor {
  /// How far from the start a dateline is looked for, in scalars.
  private static let reach = 400

  /// - Complexity: O(1).
  static func find(in text: Scalars) -> CivilDate? {
    var i = 0
    while i < min(text.count, reach) {
      if text[i] == u("年"), let date = date(around: i, text) { return date }
      i += 1
    }
    return nil
  }

  private static func date(around year: Int, _ text: Scalars) -> CivilDate? {
    func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }
    func number(_ p: inout Int) -> Int? {
      let start = p
      var value = 0
      while NumeralScalar.arabic(at(p)) >= 0, p - start < 4 {
        value = value * 10 + NumeralScalar.arabic(at(p))
        p += 1
      }
      return p > start ? value : nil
    }
    var start = year
    while start > 0, year - start < 4, NumeralScalar.arabic(at(start - 1)) >= 0 { start -= 1 }
    var p = start
    guard var full = number(&p), p == year else { return nil }
    if year - start <= 3 {
      guard at(start - 1) == u("国"), at(start - 2) == u("民") else { return nil }
      full += 1911
    }
    p = year + 1
    guard let month = number(&p), at(p) == u("月") else { return nil }
    p += 1
    guard let day = number(&p), at(p) == u("日") else { return nil }
    let date = CivilDate(year: full, month: month, day: day)
    guard date.isValid, (1900..<2200).contains(full) else { return nil }
    // A report that opens with its day: 2023年8月18日，某厂…
    if start == 0 || ScalarClass.isLineEnd(at(start - 1)) { return date }
    switch at(p + 1) {
    case u("）"), 0x29, u("电"), u("讯"): return date
    case u("消") where at(p + 2) == u("息"): return date
    default: break
    }
    var k = start - 1
    while k > max(0, start - 8) {
      if at(k) == u("期"), at(k - 1) == u("日") { return date }
      k -= 1
    }
    return nil
  }
}
