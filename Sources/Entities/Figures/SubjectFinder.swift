import HanText

/// Finds the noun a figure counts: directly behind, behind 的, before the number, or, where it is
/// elided, the noun named before.
struct SubjectFinder {
  let text: Scalars
  let lexicon: FigureLexicon
  let phrases: PhraseReader
  /// ISO 4217 code of 元 here.
  let localCurrency: String

  private var measures: MeasuredNoun { MeasuredNoun(text: text, phrases: phrases) }

  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

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
    case .ordinal:
      // 第100台压力机, but 第七届 stays apart from the event.
      takesNoun = kind == .thing && at(end - 1) != u("届") && at(end - 1) != u("期")
    default: takesNoun = false
    }
    guard !(draft.lacksUnit && draft.unitOverride != nil) else { return }
    var start = end
    if at(start) == 0x20, ScalarClass.isLatinLetter(at(start + 1)) {
      start += 1
    }
    let isCounted = kind == .thing || kind == .people
    guard var noun = phrases.nounPhrase(from: start, limit: limit, isCounted: isCounted) else {
      // 24个备案的模型: what a verb says of the noun behind 的.
      if isCounted, draft.subtype == .count,
        let de = phrases.modifierEnd(from: start, limit: limit),
        let head = phrases.nounPhrase(from: de + 1, limit: limit)
      {
        take(head, behindDe: true, &draft)
      }
      return
    }
    if draft.subtype == .duration, !tellsWhatLasts(noun, limit: limit) { return }
    // 2万多名关键岗位的核心人员: the text stops before 的, the noun behind it is counted.
    // 26名患者的平均年龄: the people are counted.
    if at(noun.end) == u("的"), let head = phrases.nounPhrase(from: noun.end + 1, limit: limit),
      !(kind == .people && phrases.isPeople(noun) && !phrases.isPeople(head))
    {
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
      if let subject = draft.subject, draft.subjectFollows,
        startsInName(subject, names, from: firstName)
      {
        draft.subject = nil
        draft.subjectFollows = false
      }
      let clause = clauseStart(draft.start, sentence.start)
      if draft.subject == nil || !draft.subjectFollows {
        if let before = subjectBefore(draft, floor: clause, from: floor, dates),
          measures.fits(before, draft)
        {
          draft.subject = before
        } else if draft.subtype == .money {
          draft.subject = sumBefore(draft, sentence.start, from: floor, dates)
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
        if draft.subtype == .duration {
          if let lastSubject, let lastUnit, MeasuredNoun.timeUnits.contains(lastUnit),
            measures.isPeriod(lastSubject), goesOn(from: floor, to: draft.start)
          {
            draft.subject = lastSubject
          }
        } else if let shared = subjectWithUnit(unit, in: found[..<i]) {
          draft.subject = shared
        } else if let lastSubject, inherits(draft, unit, lastUnit) {
          draft.subject = lastSubject
        } else if unit == "人" {
          draft.subject =
            people(before: draft.start, from: sentence.start)
            ?? previous.flatMap { people(before: $0.end, from: $0.start) }
        } else if draft.subtype == .age, hasSuperlative(clause..<draft.start),
          !hasName(in: clause..<draft.start, names, from: firstName)
        {
          draft.subject = people(before: draft.start, from: sentence.start)
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
    switch draft.subtype {
    case .percent: return true
    case .change:
      // 较上年减少5宗 is of what was counted in 宗, 增长5% of anything.
      return unit.map { $0 == lastUnit || $0 == "%" || $0 == "百分点" || $0 == "倍" || $0 == "‱" }
        ?? true || draft.unit.map { lexicon.units[$0].kind != .thing } ?? true
    case .money:
      return unit == lastUnit || lastUnit?.utf8.count == 3 && lastUnit?.first?.isASCII == true
    default: return unit == lastUnit || unit == "百分点" || draft.lacksUnit && unit == nil
    }
  }

  /// What the nearest figure before with the same unit counts.
  private func subjectWithUnit(_ unit: String?, in found: ArraySlice<FigurePass.Found>) -> TextSpan?
  {
    guard let unit, unit != "%", unit != "百分点", unit != "‰", unit != "‱", unit != "倍" else {
      return nil
    }
    for item in found.suffix(16).reversed() {
      guard case .figure(let other) = item, let subject = other.subject else { continue }
      if (other.unitOverride ?? other.unit.map { lexicon.units[$0].code }) == unit {
        return subject
      }
    }
    return nil
  }

  /// Whether nothing but 缩短到, 每周 and the like stands between two lengths of the same time.
  private func goesOn(from start: Int, to end: Int) -> Bool {
    guard end > start, end - start <= 4 else { return false }
    var hasMark = false
    for i in start..<end {
      switch at(i) {
      case u("，"), 0x2C, u("；"): hasMark = true
      default: continue
      }
    }
    return !hasMark || at(start + 1) == u("每")
  }

  /// 最大的71岁: one of the people spoken of.
  private func hasSuperlative(_ range: Range<Int>) -> Bool {
    for i in range where at(i) == u("最") { return true }
    return false
  }

  /// The noun phrase in the figure's own clause, behind the mention before it.
  private func subjectBefore(
    _ draft: FigureDraft, floor: Int, from: Int, _ dates: [TextSpan]
  ) -> TextSpan? {
    let start = max(floor, from)
    guard start < draft.start else { return nil }
    // 高于全省平均水平0.6个百分点: of what stands in the clause before.
    if draft.start - start > 2, measures.isComparison(at(start), at(start + 1)) { return nil }
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

  /// 发放补贴，每人每月500元: the sum that ends the clause before, where the figure's own clause
  /// says only for whom and how often.
  private func sumBefore(
    _ draft: FigureDraft, _ sentenceStart: Int, from: Int, _ dates: [TextSpan]
  ) -> TextSpan? {
    let start = clauseStart(draft.start, sentenceStart)
    guard start - 1 > max(sentenceStart, from), draft.start - start <= 6 else { return nil }
    let before = max(from, clauseStart(start - 1, sentenceStart))
    guard before < start - 1,
      let noun = phrases.lastPhrase(from: before, to: start - 1, skipping: dates),
      noun.end == start - 1, measures.isSum(at(noun.end - 1))
    else { return nil }
    return noun
  }

  /// 15分钟训练, but neither 8年护林员 nor 3年补助20所: what a length of time is of.
  private func tellsWhatLasts(_ noun: TextSpan, limit: Int) -> Bool {
    if at(noun.end) == u("的") { return true }
    return !phrases.isPeople(noun) && !NumeralScalar.isNumeral(at(noun.end))
  }

  /// Whether a subject begins inside a name: 23岁的 + a person.
  private func startsInName(_ span: TextSpan, _ names: [TextSpan], from first: Int) -> Bool {
    hasName(in: span.start..<span.start + 1, names, from: first)
  }

  /// Whether one of the sorted names overlaps a range. O(log names).
  private func hasName(in range: Range<Int>, _ names: [TextSpan], from first: Int) -> Bool {
    var low = min(max(0, first - 1), names.count)
    var high = names.count
    while low < high {
      let middle = low + (high - low) / 2
      if names[middle].end <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low].start < range.upperBound
  }

  /// The last noun of people before an offset that is no part of a longer noun.
  private func people(before end: Int, from start: Int) -> TextSpan? {
    // Bounded, so that endless sentences stay linear.
    var p = max(start, end - 240)
    var last: TextSpan?
    while p < end {
      let word = phrases.word(at: p, limit: end)
      if word.kind == .person {
        // 训练师技能认定: not of people.
        let next = phrases.word(at: word.end, limit: end)
        switch next.kind {
        case .noun, .quantity, .attribute: break
        case nil where !next.isBoundary: break
        default: last = TextSpan(p, word.end)
        }
      }
      p = max(word.end, p + 1)
    }
    return last
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
