import HanText

/// What a clause says around its verb: the body before it, and whether 任, 是 or 为 give a post there.
extension VerbPosts {
  /// Whether a verb of one character gives a post although its subject stands farther off: 任 before
  /// a body or behind 在某医院, 已是 before a body.
  func opensPost(_ verb: PostVerb, at i: Int, _ end: Int, _ reading: Reading) -> Bool {
    guard i > 0 else { return false }
    let before = shadow[i - 1]
    if PostVerb.jobForms.contains(verb.form) { return givesJob(verb, at: i, end, reading) }
    if Self.nowForms.contains(verb.form) { return isBody(at: end) && endsClause(end) }
    if Self.asForms.contains(verb.form) { return introducesPronoun(end) }
    guard verb.form.count == 1 else { return false }
    switch verb.form[0] {
    case u("任"):
      if Self.taskWords.contains(before) { return false }
      // 调到某局，|任|副局长: where one works was told right before.
      let isMark = before == u("，") || before == u(",") || before == u("、")
      return isBody(at: end) || placedBody(before: i) != nil && startsTitle(end)
        || isMark && reading.workplace != nil && finder.nextRole(from: end)?.start == end
    case u("是"), u("为"), u("系"):
      guard
        Self.clauseAdverbs.contains(before)
          || Self.now.contains(where: { shadow[..<i].ends(with: $0) }),
        isBody(at: end)
      else { return false }
      return endsClause(end)
    default: return false
    }
  }

  /// Whether the posts that begin at an offset end where their clause does.
  private func endsClause(_ start: Int) -> Bool {
    finder.forward(from: start, isTold: true).end.map {
      $0 >= shadow.count || !Marks.isNamePart(shadow[$0])
    } ?? false
  }

  private static let nowForms = Set(["现为", "现是", "身兼"].map { Scalars($0) })

  static let asForms = Set(["作为", "身为"].map { Scalars($0) })

  /// 在某医院|当|护士, 在某署|当|过督察, |成为|某会的委员, 进入某报社，|当|过编辑.
  private func givesJob(_ verb: PostVerb, at i: Int, _ end: Int, _ reading: Reading) -> Bool {
    guard verb.form.first == u("成") else {
      let isAspect = end < shadow.count && (shadow[end] == u("了") || shadow[end] == u("过"))
      let start = isAspect ? end + 1 : end
      if placedBody(before: i) != nil { return startsTitle(start) }
      // 早年|当过|某学院教师, 一边|当|某校的校长.
      if isBody(at: start) {
        return (isAspect && shadow[end] == u("过") || !reading.own.isEmpty) && endsClause(start)
      }
      return isAspect && reading.workplace != nil && finder.nextRole(from: start)?.start == start
    }
    return isBody(at: end) && endsClause(end)
  }

  /// 作为|某厅厅长，他…: the post of whom the text just spoke of.
  private func introducesPronoun(_ start: Int) -> Bool {
    guard isBody(at: start), let end = finder.forward(from: start).end, end + 1 < shadow.count,
      shadow[end] == u("，") || shadow[end] == u(",")
    else { return false }
    let next = shadow[end + 1]
    return next == u("他") || next == u("她") || next == u("我") && label(of: start) != nil
  }

  /// What makes 任 a part of another word: 主任, 责任.
  private static let taskWords = Set(Scalars("主责信重胜委聘后连原继听放出一二三四五六七八九十"))
  /// What stands before 是 and 为 in a clause whose subject stands before.
  private static let clauseAdverbs = Set(Scalars("已还也现又即则正便均都皆"))

  private static let now = ["现在", "目前", "如今", "同时", "今天", "现时"].map { Scalars($0) }

  /// A body, or 该院 for one just named, at an offset.
  func isBody(at start: Int) -> Bool {
    finder.body(at: start) != nil || finder.referenceEnd(at: start) > start
  }

  private func startsTitle(_ start: Int) -> Bool {
    finder.nextRole(from: start).map { $0.start - start <= 4 } ?? false
  }

  /// Whether a verb by which a post is taken stands right behind a name.
  func takesPost(behind end: Int) -> Bool {
    for gap in 0...1 where end + gap < shadow.count {
      if gap == 1, shadow[end] != u("，"), shadow[end] != u(","), shadow[end] != u("而") {
        return false
      }
      if let (verb, _) = PostVerb.longest(in: shadow, at: end + gap, limit: shadow.count),
        verb.sense == .holds, verb.isFree || verb.form == [u("任")]
      {
        return true
      }
    }
    return false
  }

  /// The body that a clause names before its verb: 在某医院|任, 被某会|聘为, 某公司由某人|担任.
  func body(beforeVerb verb: Int, of subject: Int) -> Int? {
    if let body = placedBody(before: verb) { return body }
    let name = finder.names[subject].span
    guard name.end <= verb, verb - name.end <= 6, name.start > 1, shadow[name.start - 1] == u("由")
    else { return nil }
    var i = name.start - 1
    if Self.agentAdverbs.contains(shadow[i - 1]) { i -= 1 }
    return finder.body(endingAt: i)
  }

  private static let agentAdverbs = Set(Scalars("则将仍暂改也现均已"))

  /// The body that 在 or 被 leads to right before a verb, an adverb between perhaps.
  private func placedBody(before verb: Int) -> Int? {
    var i = verb
    while i > 1, verb - i <= 3 {
      if let body = finder.body(endingAt: i) {
        let start = finder.names[body].span.start
        return start > 0 && Self.leads.contains(shadow[start - 1]) ? body : nil
      }
      guard Self.verbAdverbs.contains(shadow[i - 1]) else { return nil }
      i -= 1
    }
    return nil
  }

  private static let leads = Set(Scalars("在于到入赴被获受调往进"))
  private static let verbAdverbs = Set(Scalars("曾又还一直长期也先后并就里内"))
}
