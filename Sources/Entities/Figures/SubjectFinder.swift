import HanText

/// Finds the noun a figure counts: directly behind, behind 的, before the number, or, where it is
/// elided, the noun named before.
struct SubjectFinder {
  let text: Scalars
  let lexicon: FigureLexicon
  let phrases: PhraseReader
  /// ISO 4217 code of 元 here.
  let localCurrency: String

  private func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  private func kind(_ draft: FigureDraft) -> FigureLexicon.UnitKind? {
    draft.unit.map { lexicon.units[$0].kind }
  }

  /// Extends a count by the noun that follows it directly, and finds the noun behind 的.
  func attachNoun(_ draft: inout FigureDraft, limit: Int) {
    let end = draft.unitEnd
    draft.end = end
    if draft.subjectFollows { return }
    if at(end - 1) == u("男") || at(end - 1) == u("女"), kind(draft) == .people {
      draft.subject = TextSpan(end - 1, end)
      draft.subjectFollows = true
      return
    }
    if at(end) == u("的") {
      if let noun = phrases.nounPhrase(from: end + 1, limit: limit) {
        take(noun, behindDe: true, &draft)
      }
      return
    }
    let kind = kind(draft)
    let takesNoun: Bool
    switch draft.subtype {
    case .count: takesNoun = true
    case .money, .measure: takesNoun = !(kind == .degree)
    case .plain: takesNoun = draft.lacksUnit
    case .change: takesNoun = kind == .thing || kind == .people || kind == .count
    default: takesNoun = false
    }
    guard !(draft.lacksUnit && draft.unitOverride != nil) else { return }
    var start = end
    if at(start) == 0x20, ScalarClass.isLatinLetter(at(start + 1)) {
      start += 1
    }
    let isCounted = kind == .thing || kind == .people
    guard var noun = phrases.nounPhrase(from: start, limit: limit, isCounted: isCounted) else {
      return
    }
    // 2万多名关键岗位的核心人员: the text stops before 的, the noun behind it is counted.
    if at(noun.end) == u("的"), let head = phrases.nounPhrase(from: noun.end + 1, limit: limit) {
      if takesNoun, draft.subtype == .count { draft.end = noun.end }
      noun = head
      take(noun, behindDe: true, &draft)
      return
    }
    // 容纳5000人阅读: a verb, not a noun of people.
    if kind == .people, draft.unitEnd > 0, at(draft.unitEnd - 1) == u("人"), phrases.isVerbal(noun) {
      return
    }
    guard takesNoun || phrases.hasNoun(noun) else { return }
    if takesNoun || draft.subtype == .percent { draft.end = noun.end }
    if takesNoun || draft.subtype == .percent || draft.subtype == .age || draft.subtype == .duration
    {
      take(noun, behindDe: false, &draft)
    } else if draft.subtype == .ordinal {
      take(noun, behindDe: false, &draft)
    }
  }

  private func take(_ noun: TextSpan, behindDe: Bool, _ draft: inout FigureDraft) {
    draft.subject = noun
    draft.subjectFollows = true
    let kind = kind(draft)
    if draft.subtype == .count, kind == .thing || kind == .people || draft.lacksUnit,
      phrases.isPeople(noun) || noun.count == 1 && at(noun.start) == u("人"),
      draft.unitOverride == nil
    {
      // 3个孩子 are people; 3批学员 are batches.
      if draft.lacksUnit || kind == .people || draft.unit.map({ lexicon.units[$0].code }) == "个" {
        draft.unitOverride = "人"
      }
    }
    if draft.lacksUnit, draft.unitOverride == "人" { draft.lacksUnit = false }
  }

  /// Gives each figure of a sentence its subject where none follows it, shares units across
  /// lists, and drops 一款 that is not counted along.
  func resolve(
    _ found: inout [FigurePass.Found], sentence: TextSpan, previous: TextSpan?,
    names: [TextSpan], from firstName: Int
  ) {
    shareUnits(&found)
    keepCountedOnes(&found)
    var floor = sentence.start
    var dates: [TextSpan] = []
    for item in found { dates.append(TextSpan(item.start, max(item.start, item.end))) }
    // A name before the noun (常德市地区生产总值) is no part of it.
    var name = firstName
    while name < names.count, names[name].start < sentence.end {
      dates.append(names[name])
      name += 1
    }
    dates.sort()
    shareDirections(&found)
    var lastSubject: TextSpan?
    var lastUnit: String?
    for i in found.indices {
      guard case .figure(var draft) = found[i] else { continue }
      if draft.subject == nil || !draft.subjectFollows {
        if let before = subjectBefore(
          draft, floor: clauseStart(draft.start, sentence.start), from: floor, dates)
        {
          draft.subject = before
        }
      }
      // 26名受试者的平均年龄为54.3岁: of whom, not of what.
      if draft.subtype == .age, lastUnit == "人", let lastSubject, lastSubject.count > 1,
        let subject = draft.subject,
        at(subject.end - 1) == u("龄")
      {
        draft.subject = lastSubject
      }
      let unit = draft.unitOverride ?? draft.unit.map { lexicon.units[$0].code }
      if draft.subject == nil {
        if let lastSubject, inherits(draft, unit, lastUnit) {
          draft.subject = lastSubject
        } else if unit == "人" {
          draft.subject =
            people(before: draft.start, from: sentence.start)
            ?? previous.flatMap { people(before: $0.end, from: $0.start) }
        }
      }
      if draft.subject != nil {
        lastSubject = draft.subject
        lastUnit = unit
      }
      asMoney(&draft)
      floor = draft.end
      found[i] = .figure(draft)
    }
  }

  /// Whether a figure without a noun of its own speaks of what the one before it counts: the same
  /// unit, another sum of money, or a share or change of it.
  private func inherits(_ draft: FigureDraft, _ unit: String?, _ lastUnit: String?) -> Bool {
    if unit == lastUnit || draft.subtype == .change || draft.subtype == .percent { return true }
    if draft.lacksUnit, unit == nil { return true }
    return draft.subtype == .money && lastUnit?.utf8.count == 3 && lastUnit?.first?.isASCII == true
  }

  /// The noun phrase in the figure's own clause, behind the mention before it.
  private func subjectBefore(
    _ draft: FigureDraft, floor: Int, from: Int, _ dates: [TextSpan]
  ) -> TextSpan? {
    let start = max(floor, from)
    guard start < draft.start else { return nil }
    return phrases.lastPhrase(from: start, to: draft.start, skipping: dates)
  }

  /// Where the clause begins that an offset stands in.
  private func clauseStart(_ i: Int, _ sentenceStart: Int) -> Int {
    var p = i
    let stop = max(sentenceStart, i - 48)
    while p > stop {
      switch at(p - 1) {
      case u("，"), u("；"), u("："), u("。"), u("！"), u("？"), 0x2C, 0x3B, u("（"), u("("): return p
      default: p -= 1
      }
    }
    return p
  }

  /// The last noun of people before an offset.
  private func people(before end: Int, from start: Int) -> TextSpan? {
    var p = start
    var last: TextSpan?
    while p < end {
      let word = phrases.word(at: p, limit: end)
      if word.kind == .person { last = TextSpan(p, word.end) }
      p = max(word.end, p + 1)
    }
    return last
  }

  /// 30万和45万元, 3万、5万和8万人: numerals without a unit take that of the next in the list.
  private func shareUnits(_ found: inout [FigurePass.Found]) {
    guard found.count > 1 else { return }
    for i in stride(from: found.count - 2, through: 0, by: -1) {
      guard case .figure(var draft) = found[i], draft.lacksUnit, draft.unitOverride == nil,
        case .figure(let next) = found[i + 1], next.unit != nil || next.unitOverride != nil,
        isList(from: draft.end, to: next.start)
      else { continue }
      draft.unit = next.unit
      draft.unitOverride = next.unitOverride
      draft.subtype = next.subtype == .change ? draft.subtype : next.subtype
      draft.lacksUnit = false
      if next.subjectFollows, draft.subject == nil {
        draft.subject = next.subject
        draft.subjectFollows = true
      }
      found[i] = .figure(draft)
    }
  }

  /// 分别增长12.5%和9.3%: the second changes as the first.
  private func shareDirections(_ found: inout [FigurePass.Found]) {
    guard found.count > 1 else { return }
    for i in 1..<found.count {
      guard case .figure(var draft) = found[i], case .figure(let first) = found[i - 1],
        first.direction != nil, draft.direction == nil, draft.subtype == .percent,
        first.unit == draft.unit, !draft.subjectFollows, draft.start > first.end,
        isList(from: first.end, to: draft.start)
      else { continue }
      draft.direction = first.direction
      draft.subtype = .change
      found[i] = .figure(draft)
    }
  }

  private func isList(from start: Int, to end: Int) -> Bool {
    guard end - start <= 2, end >= start else { return false }
    for i in start..<end {
      switch at(i) {
      case u("、"), u("和"), u("与"), u("及"), u("或"), 0x20: continue
      default: return false
      }
    }
    return true
  }

  /// Keeps 一款 only beside another count with the same measure word within a few words.
  private func keepCountedOnes(_ found: inout [FigurePass.Found]) {
    var kept: [FigurePass.Found] = []
    var dropped = false
    for i in found.indices {
      guard case .figure(let draft) = found[i], draft.isConditional else {
        kept.append(found[i])
        continue
      }
      var counts = false
      for j in [i - 1, i + 1] where found.indices.contains(j) {
        guard case .figure(let other) = found[j], other.unit == draft.unit, !other.isConditional
        else { continue }
        let gap = j > i ? (draft.end, other.start) : (other.end, draft.start)
        if gap.1 >= gap.0, gap.1 - gap.0 <= 8, hasListMark(gap.0, gap.1) { counts = true }
      }
      if counts { kept.append(found[i]) } else { dropped = true }
    }
    if dropped { found = kept }
  }

  private func hasListMark(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end {
      switch at(i) {
      case u("、"), u("，"), u("和"), u("及"), u("与"): return true
      default: continue
      }
    }
    return false
  }

  /// 采购价近80万: an amount without a unit whose subject is a sum of money.
  private func asMoney(_ draft: inout FigureDraft) {
    if draft.unit == nil, draft.unitOverride == nil, draft.lacksUnit, let subject = draft.subject,
      phrases.isPeople(subject) || at(subject.end - 1) == u("数") && at(subject.end - 2) == u("人")
        || at(subject.end - 1) == u("口") && at(subject.end - 2) == u("人")
    {
      draft.unitOverride = "人"
      if draft.subtype == .plain { draft.subtype = .count }
      return
    }
    guard draft.unit == nil, draft.unitOverride == nil, draft.lacksUnit, !draft.subjectFollows,
      draft.value.exponent >= 3 || draft.value >= ExactDecimal(10000), let subject = draft.subject
    else { return }
    switch at(subject.end - 1) {
    case u("价"), u("额"), u("费"), u("款"), u("金"), u("资"), u("薪"), u("润"), u("债"), u("税"),
      u("售"):
      draft.subtype = draft.subtype == .change ? .change : .money
      draft.unitOverride = localCurrency
    default: return
    }
  }
}
