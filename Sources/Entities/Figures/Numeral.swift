import HanText

/// A numeral as read: its value, and what the rules need to know of how it was written.
struct Numeral {
  /// Offset of its first scalar (a sign included) and behind its last.
  var start: Int
  var end: Int
  /// The value; of 八九亿 the lower one.
  var value: ExactDecimal
  /// Of 八九亿 the upper value.
  var high: ExactDecimal?
  /// Whether 多, 余, 来, 几 or 数 stands in it.
  var isApproximate = false
  /// Whether it is written in Arabic digits only, but for magnitudes.
  var startsArabic = false
  /// Whether it has a magnitude (十 百 千 万 亿 兆).
  var hasMagnitude = false
  /// Whether it begins with a magnitude that lacks its digit (百家, 千亿).
  var isBareMagnitude = false
  /// Whether it has decimal places or a sign.
  var hasDecimals = false
  var isSigned = false
  /// Digits written before any magnitude.
  var digitCount = 0
  /// Powers of ten by big (万 亿 兆) and, with no big one, small (百 千) magnitudes at its end,
  /// which a range shares with the number before it.
  var sharedPower = 0
  /// The fraction it is, if it is one.
  var fraction = Fraction.none
  /// Whether it has a thousands separator.
  var hasSeparators = false
  /// Whether written as 壹贰叁.
  var financialCount = 0

  /// How a fraction is written, which decides its unit.
  enum Fraction {
    case none, plain, percent, permille, permyriad
  }

  /// Number of scalars.
  var count: Int { end - start }

  /// Whether it is one Chinese digit (一 … 九, 两), so often part of a word.
  var isSingleHan: Bool { !startsArabic && count == 1 && !hasMagnitude }
}

/// What a scalar is worth in a numeral.
enum NumeralScalar {
  /// 0…9 of an Arabic digit, or -1.
  @inline(__always)
  static func arabic(_ c: UInt32) -> Int {
    if c &- 0x30 < 10 { return Int(c &- 0x30) }
    if c &- 0xFF10 < 10 { return Int(c &- 0xFF10) }
    return -1
  }

  /// 0…9 of a Chinese digit, or -1; 参, 陆, 伍, 肆, 捌, 玖, 柒, 壹, 贰, 叁 are the financial forms.
  static func han(_ c: UInt32) -> Int {
    switch c {
    case u("零"), u("〇"), u("○"): 0
    case u("一"), u("壹"), u("弌"): 1
    case u("二"), u("贰"), u("貳"), u("两"), u("兩"), u("俩"), u("倆"): 2
    case u("三"), u("叁"), u("参"), u("參"), u("叄"): 3
    case u("四"), u("肆"): 4
    case u("五"), u("伍"): 5
    case u("六"), u("陆"), u("陸"): 6
    case u("七"), u("柒"): 7
    case u("八"), u("捌"): 8
    case u("九"), u("玖"): 9
    default: -1
    }
  }

  /// Whether a digit or magnitude is a financial form (大写).
  static func isFinancial(_ c: UInt32) -> Bool {
    switch c {
    case u("壹"), u("贰"), u("貳"), u("叁"), u("参"), u("參"), u("肆"), u("伍"), u("陆"), u("陸"),
      u("柒"), u("捌"), u("玖"), u("拾"), u("佰"), u("仟"):
      true
    default: false
    }
  }

  /// The power of ten of 十 百 千, or 0.
  static func small(_ c: UInt32) -> Int {
    switch c {
    case u("十"), u("拾"), u("廿"), u("卅"), u("卌"): 1
    case u("百"), u("佰"): 2
    case u("千"), u("仟"): 3
    default: 0
    }
  }

  /// The power of ten of 万 亿 兆, or 0.
  static func big(_ c: UInt32) -> Int {
    switch c {
    case u("万"), u("萬"): 4
    case u("亿"), u("億"): 8
    case u("兆"): 12
    default: 0
    }
  }

  /// Whether a scalar belongs to a numeral of any kind.
  static func isNumeral(_ c: UInt32) -> Bool {
    arabic(c) >= 0 || han(c) >= 0 || small(c) > 0 || big(c) > 0
  }
}
