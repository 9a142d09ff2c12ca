import HanText

/// What a clause says around its verb: the body before it, and whether 任, 是 or 为 give a post there.
extension VerbPosts {
  /// Whether a verb of one character gives a post although its subject stands farther off: 任 before
  /// a body or behind 在某医院, 已是 before a body.
  func opensPost(_ verb: PostVerb, at i: Int, _ end: Int) -> Bool {
    guard verb.form.count == 1, i > 0 else { return false }
    let before = shadow[i - 1]
    switch verb.form[0] {
    case u("任"):
      if Self.taskWords.contains(before) { return false }
      return isBody(at: end) || placedBody(before: i) != nil && startsTitle(end)
    case u("是"), u("为"), u("系"):
      guard
        Self.adverbs.contains(before) || Self.now.contains(where: { shadow[..<i].ends(with: $0) }),
        isBody(at: end)
      else { return false }
      let parsed = finder.forward(from: end)
      return parsed.end.map { $0 >= shadow.count || !Marks.isNamePart(shadow[$0]) } ?? false
    default: return false
    }
  }

  /// What makes 任 a part of another word: 主任, 责任.
  private static let taskWords = Set(Scalars("主责信重胜委聘后连原继听放出一二三四五六七八九十"))
  /// What stands before 是 and 为 in a clause whose subject stands before.
  private static let adverbs = Set(Scalars("已还也现又即"))

  private static let now = ["现在", "目前", "如今", "同时", "今天"].map { Scalars($0) }

  /// A body, or 该院 for one just named, at an offset.
  private func isBody(at start: Int) -> Bool {
    if finder.body(at: start) != nil { return true }
    return start + 2 < shadow.count && shadow[start] == u("该")
      && InstitutionFinder.isReferent(shadow[start + 1])
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
