import HanText

/// Says which nouns before a figure can be what it measures, by their endings: a length of time is
/// of a period (工期, 备课时间), an age of people, a head count not of an act alone (评选了249位).
struct MeasuredNoun {
  let text: Scalars
  let phrases: PhraseReader

  /// Units of durations, as figures print them.
  static let timeUnits: Set<String> = ["年", "月", "周", "天", "小时", "分钟", "秒", "工作日", "季度"]

  private func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  /// Whether a noun phrase before a figure can be its subject.
  func fits(_ noun: TextSpan, _ draft: FigureDraft) -> Bool {
    switch draft.subtype {
    case .duration:
      // 活动为期三天: whatever it is.
      if at(draft.start - 2) == u("为"), at(draft.start - 1) == u("期") { return true }
      return isPeriod(noun)
    case .age: return at(noun.end - 1) == u("龄") || phrases.isPeople(noun)
    case .count where draft.unitOverride == nil:
      // 评选了249位: an act, not whom it counts.
      return at(noun.end) != u("了") || !phrases.isVerbal(noun) || !isPeople(draft)
    default: return true
    }
  }

  private func isPeople(_ draft: FigureDraft) -> Bool {
    guard let unit = draft.unit else { return false }
    return phrases.lexicon.units[unit].kind == .people
  }

  /// Whether a noun is a stretch of time, or what has one: 时间, 工期, 年限, 历史, 学制, 寿命.
  func isPeriod(_ noun: TextSpan) -> Bool {
    let last = at(noun.end - 1)
    let before = at(noun.end - 2)
    switch last {
    case u("期"), u("限"), u("史"), u("命"), u("绩"), u("制"), u("航"): return true
    // 年资, 工龄, but neither 投资 nor 年龄.
    case u("资"): return before == u("年")
    case u("龄"): return before != u("年")
    case u("程"):
      return before == u("时") || before == u("期") || before == u("车") || before == u("航")
    case u("间"), u("长"), u("效"), u("数"), u("差"): return before == u("时")
    case u("时"): return before == u("用") || before == u("耗") || before == u("课") || before == u("工")
    default: return false
    }
  }

  /// Whether a noun that ends so is a sum of money: 补贴, 奖金, 报酬.
  func isSum(_ last: UInt32) -> Bool {
    switch last {
    case u("金"), u("费"), u("款"), u("贴"), u("助"), u("酬"), u("资"), u("薪"), u("额"), u("奖"),
      u("价"), u("税"):
      true
    default: false
    }
  }

  /// 高于, 低于, 快于: what follows is compared with, not measured.
  func isComparison(_ first: UInt32, _ second: UInt32) -> Bool {
    switch first {
    case u("高"), u("低"), u("快"), u("慢"), u("多"), u("少"): second == u("于") || second == u("出")
    default: false
    }
  }
}
