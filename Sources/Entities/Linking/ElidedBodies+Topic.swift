import HanText

/// The body that the sentence of a post is about, where the title alone does not tell its kind.
extension ElidedBodies {
  /// The nearest fitting body before an offset in its paragraph, or in its sentence where any body
  /// fits; or else the body of someone named there who has one.
  ///
  /// - Parameter holders: a body for each person who has a post in one.
  /// - Complexity: O(length of the paragraph, at most `reach`).
  func topic(
    before offset: Int, _ need: Need, _ holders: [ArraySlice<UInt32>: Int], besides left: Set<Int>
  ) -> Int? {
    // A title that any body has goes with one of its own sentence.
    var isAny = false
    if case .any = need { isAny = true }
    let start = paragraph(of: offset, orSentence: isAny)
    let last = lastName(before: offset)
    var k = last
    while k >= 0, names[k].span.start >= start {
      if fits(k, need), !left.contains(k), !isAlmaMater(k), !isDateline(k, start) { return k }
      k -= 1
    }
    k = last
    while k >= 0, names[k].span.start >= start {
      if names[k].kind == .person, let body = holders[surface(k)], fits(body, need),
        !left.contains(body)
      {
        return body
      }
      k -= 1
    }
    return nil
  }

  /// 裁判官某人|在粉岭裁判法院|判刑: the court that a judge is named in.
  func courtBehind(_ person: Int, _ need: Need) -> Int? {
    guard case .words = need else { return nil }
    let end = names[person].span.end
    guard person + 1 < names.count, names[person + 1].span.start == end + 1,
      document.shadow[end] == u("在") || document.shadow[end] == u("于"), fits(person + 1, need)
    else { return nil }
    return person + 1
  }

  /// 退任会长某人改聘为名誉顾问: an honour that a verb gives is of the body one has led.
  func honoured(_ role: String, _ post: FoundPost, _ posts: [FoundPost]) -> Int? {
    guard post.isOwnClause, !post.isFormer, role.hasPrefix("名誉") || role.hasPrefix("荣誉") else {
      return nil
    }
    return posts.first { $0.person == post.person && $0.institution != nil }?.institution
  }

  /// Where the paragraph, or the sentence, of an offset begins, looked for `reach` scalars back at
  /// most.
  private func paragraph(of offset: Int, orSentence: Bool) -> Int {
    let floor = max(0, offset - Self.reach)
    var i = offset
    while i > floor, document.shadow[i - 1] != 0x0A {
      if orSentence, document.shadow[i - 1] == u("。") { break }
      i -= 1
    }
    return i
  }

  private static let reach = 400

  /// 中央社…电: the agency that opens a paragraph tells of others.
  private func isDateline(_ k: Int, _ paragraph: Int) -> Bool {
    guard case .institution(.media) = names[k].kind else { return false }
    return names[k].span.start <= paragraph + 2
  }

  /// Whether a title is a post that any body can have, and that no place or party has alone.
  static func isTopical(_ role: String) -> Bool { topical.contains { role.hasSuffix($0) } }

  private static let topical = [
    "主席", "主任", "召集人", "总监", "负责人", "主委", "总干事", "主管", "发言人", "秘书长", "干事长", "经理", "总裁", "顾问", "总编",
    "主编", "主任委员", "会长", "理事长", "秘书", "执行长", "副主委", "专委",
  ]
}
