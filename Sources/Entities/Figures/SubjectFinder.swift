import HanText

/// Finds the noun a figure counts: directly behind, behind 的, before the number, or, where it is
/// elided, the noun named before.
///
/// The words of the sentence give the noun phrases that may be meant; a linear model chooses.
struct SubjectFinder {
  let text: Scalars
  let lexicon: FigureLexicon
  /// ISO 4217 code of 元 here.
  let localCurrency: String
  /// Asked instead of the model while learning.
  let teacher: SubjectTeacher?

  private var reader: SentenceReader
  private var tokens = SentenceTokens()
  private var chooser: SubjectChooser

  init(
    text: Scalars, lexicon: FigureLexicon, localCurrency: String,
    weights: ChoiceWeights = .subjects, teacher: SubjectTeacher? = nil
  ) {
    self.text = text
    self.lexicon = lexicon
    self.localCurrency = localCurrency
    self.teacher = teacher
    reader = SentenceReader(lexicon: lexicon)
    chooser = SubjectChooser(weights: weights, isRecorded: teacher != nil)
  }

  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  // Below no closure takes `self`, and no argument of its methods changes it: each would hold the
  // chooser's arrays, and the next change copy them.

  func unit(of draft: FigureDraft) -> String? {
    if let code = draft.unitOverride { return code }
    guard let unit = draft.unit else { return nil }
    return lexicon.units[unit].code
  }

  private func kind(of draft: FigureDraft) -> FigureLexicon.UnitKind? {
    guard let unit = draft.unit else { return nil }
    return lexicon.units[unit].kind
  }

  /// Gives each figure of a sentence its subject and the noun that follows it, shares units across
  /// lists, and drops 一款 that is not counted along.
  ///
  /// - Parameters:
  ///   - found: figures and dates in order; each figure ends with its unit.
  ///   - names: names of the document, sorted; those from `firstName` may stand in the sentence.
  ///   - number: of the sentence in its document.
  /// - Complexity: O(length of the sentence).
  mutating func resolve(
    _ found: inout [FigurePass.Found], sentence: TextSpan, number: Int, names: [TextSpan],
    from firstName: Int
  ) {
    shareUnits(&found)
    shareLevels(&found)
    keepCountedOnes(&found)
    shareDirections(&found)
    for i in found.indices {
      guard at(found[i].unitEnd) == u("人"), case .figure(var draft) = found[i] else { continue }
      countPersons(&draft)
      found[i] = .figure(draft)
    }
    reader.read(
      text, sentence: sentence, found: found, names: names, from: firstName, into: &tokens)
    for i in found.indices {
      guard case .figure(var draft) = found[i] else { continue }
      draft.end = draft.unitEnd
      choose(&draft, token: tokens.figures[i], sentence: number)
      asMoney(&draft)
      found[i] = .figure(draft)
    }
    shareUnits(&found, hasNouns: true)
  }

  /// 十个人: people, where no longer word begins behind the unit (十个人工湖).
  private func countPersons(_ draft: inout FigureDraft) {
    guard draft.unitOverride == nil, unit(of: draft) == "个",
      (lexicon.phrases.longest(text, at: draft.unitEnd, limit: text.count)?.edge ?? 0)
        <= draft.unitEnd + 1,
      !ScalarClass.isHan(at(draft.unitEnd + 1)) || !isListed(at: draft.unitEnd)
    else { return }
    draft.unitEnd += 1
    draft.unitOverride = "人"
  }

  /// Whether the word list has a word of two characters at an offset.
  private func isListed(at i: Int) -> Bool {
    let hash = FeatureHash.extend(FeatureHash.word(at(i)), UInt64(at(i + 1)))
    return WordLexicon.Entry(bits: lexicon.listed(hash)).wordClass != 0
  }

  /// Chooses among the candidates of one figure.
  private mutating func choose(_ draft: inout FigureDraft, token: Int, sentence: Int) {
    if draft.subjectFollows { return }
    if at(draft.unitEnd - 1) == u("男") || at(draft.unitEnd - 1) == u("女"), isPeople(draft) {
      draft.subject = TextSpan(draft.unitEnd - 1, draft.unitEnd)
      draft.subjectFollows = true
      return
    }
    guard token >= 0 else { return }
    let unit = unit(of: draft)
    let figure = CountedFigure(
      token: token, sentence: sentence, kind: FigureClass(draft, unit: unit),
      unit: CountedFigure.hash(unit),
      unitKind: UInt32(kind(of: draft)?.rawValue ?? 255))
    guard let teacher else {
      let chosen = chooser.choose(figure, in: tokens, text)
      apply(chosen, to: &draft, token)
      return
    }
    let answer = teacher.answer(TextSpan(draft.start, max(draft.start, draft.unitEnd)))
    guard let answer else { return }
    let (lesson, chosen) = chooser.learn(figure, in: tokens, text, right: answer)
    teacher.take(lesson)
    apply(chosen, to: &draft, token)
  }

  // MARK: What is chosen

  private func isPeople(_ draft: FigureDraft) -> Bool {
    kind(of: draft) == .people
  }

  /// Whether the noun that follows belongs to the figure's text: to counts, measures, money and
  /// shares, not to durations, ages and changes.
  private func takesNoun(_ draft: FigureDraft) -> Bool {
    let kind = kind(of: draft)
    guard !(draft.lacksUnit && draft.unitOverride != nil) else { return false }
    switch draft.subtype {
    case .count, .percent: return true
    case .money, .measure: return kind != .degree
    case .plain: return draft.lacksUnit
    case .change: return kind == .thing || kind == .people || kind == .count
    case .ordinal:
      // 第100台压力机, but 第七届 stays apart from the event.
      return kind == .thing && at(draft.unitEnd - 1) != u("届") && at(draft.unitEnd - 1) != u("期")
    default: return false
    }
  }

  private func apply(
    _ chosen: SubjectCandidate, to draft: inout FigureDraft, _ token: Int
  ) {
    guard chosen.source != .none, chosen.span.count > 0 else { return }
    draft.subject = chosen.span
    draft.subjectTail = chosen.tail.count > 0 ? chosen.tail : nil
    switch chosen.source {
    case .behind:
      draft.subjectFollows = true
      // Behind a quotation mark (12名“土专家”) the text ends with the unit.
      let gap = chosen.span.start - draft.unitEnd
      if takesNoun(draft), gap == 0 || gap == 1 && ScalarClass.isSpace(at(draft.unitEnd)) {
        draft.end = max(draft.end, chosen.span.end)
      }
      countPeople(&draft, isPeople: tokens[chosen.last - 1].kind == .people)
    case .behindDe, .behindSecondDe:
      draft.subjectFollows = true
      // 2万多名关键岗位的核心人员: the text stops before 的, the noun behind it is counted.
      if draft.subtype == .count, takesNoun(draft), chosen.gap > 0, chosen.gap <= 4 {
        var i = token + 1
        while i <= token + chosen.gap, tokens[i].kind.isNominal, !tokens[i].kind.isVerbal { i += 1 }
        if i > token + chosen.gap { draft.end = max(draft.end, tokens[token + chosen.gap].end) }
      }
      if chosen.crossed == 0 {
        countPeople(&draft, isPeople: tokens[chosen.last - 1].kind == .people)
      }
    default: break
    }
  }

  /// 3个孩子 are people; 3批学员 are batches.
  private func countPeople(_ draft: inout FigureDraft, isPeople: Bool) {
    guard isPeople, draft.subtype == .count || draft.lacksUnit, draft.unitOverride == nil else {
      return
    }
    if draft.lacksUnit || unit(of: draft) == "个" {
      draft.unitOverride = "人"
      draft.lacksUnit = false
      if draft.subtype == .plain { draft.subtype = .count }
    }
  }

  /// Keeps 一款 only beside another count with the same measure word within a few words.
  private func keepCountedOnes(_ found: inout [FigurePass.Found]) {
    guard found.contains(where: \.isConditional) else { return }
    var kept: [FigurePass.Found] = []
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
      if counts { kept.append(found[i]) }
    }
    found = kept
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
      endsInPeople(subject) || at(subject.end - 1) == u("数") && at(subject.end - 2) == u("人")
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

  /// Whether the last word of a span is a noun of people.
  private func endsInPeople(_ span: TextSpan) -> Bool {
    var p = max(span.start, span.end - 6)
    while p < span.end {
      if let match = lexicon.phrases.longest(text, at: p, limit: span.end), match.edge == span.end {
        return match.value == FigureLexicon.PhraseClass.person.rawValue
      }
      p += 1
    }
    return false
  }
}
