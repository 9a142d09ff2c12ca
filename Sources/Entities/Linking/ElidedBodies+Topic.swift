import HanText

/// The body that the sentence of a post is about, where the title alone does not tell its kind.
extension ElidedBodies {
  /// The fitting body that the words before an offset are about: in its sentence the last one that
  /// opens a clause, or the nearest; else one of the sentences of the paragraph before; or else the
  /// body of someone named there who has one.
  ///
  /// - Parameters:
  ///   - holders: a body for each person who has a post in one.
  ///   - isBare: whether nothing stands before the title in its clause, so that it can go back
  ///     beyond its sentence whatever the body.
  /// - Complexity: O(length of the paragraph, at most `reach`).
  func topic(
    before offset: Int, _ need: Need, _ holders: [ArraySlice<UInt32>: Int],
    besides left: Set<Int>, isBare: Bool
  ) -> Int? {
    var isAny = false
    if case .any = need { isAny = true }
    let sentence = start(of: offset, orSentence: true)
    let paragraph = start(of: offset, orSentence: false)
    let last = lastName(before: offset)
    func candidates(from start: Int, before end: Int) -> [Int] {
      var found: [Int] = []
      var k = last
      while k >= 0, names[k].span.start >= start {
        if names[k].span.start < end, fits(k, need), !left.contains(k), !isAlmaMater(k),
          !isDateline(k, paragraph)
        {
          found.append(k)
        }
        k -= 1
      }
      return found
    }
    let own = candidates(from: sentence, before: offset)
    // 笔电捐给某基金会，执行长某人: the body that the clause ends with, right before the title's.
    if let near = own.first, offset > 1, names[near].span.end == offset - 1,
      Self.clauseMarks.contains(document.shadow[offset - 1])
    {
      return near
    }
    if let body = own.first(where: opensClause) ?? own.first { return body }
    // A title that any body has goes with one of its own sentence, or the only one before.
    if isBare || !isAny {
      let earlier = candidates(from: paragraph, before: sentence)
      if !isAny {
        if let near = earlier.first {
          // 某大学与另一大学合作: the one that the near one's sentence is about.
          let start = start(of: names[near].span.start, orSentence: true)
          return earlier.first { names[$0].span.start >= start && opensClause($0) } ?? near
        }
      } else if let first = earlier.first {
        if Set(earlier.map(surface)).count == 1 { return first }
        let topics = earlier.filter(opensClause)
        if Set(topics.map(surface)).count == 1 { return topics[0] }
      }
    }
    var k = last
    let floor = isAny ? sentence : paragraph
    while k >= 0, names[k].span.start >= floor {
      if names[k].kind == .person, let body = holders[surface(k)], fits(body, need),
        !left.contains(body)
      {
        return body
      }
      k -= 1
    }
    return nil
  }

  /// Whether a body opens a clause, a place or a day before it perhaps: what the clause is about.
  private func opensClause(_ k: Int) -> Bool {
    let shadow = document.shadow
    var i = names[k].span.start
    if k > 0, names[k - 1].span.end == i, case .place = names[k - 1].kind {
      i = names[k - 1].span.start
    }
    while i > 0, Self.dayWords.contains(shadow[i - 1]) { i -= 1 }
    return i == 0 || Self.clauseMarks.contains(shadow[i - 1])
  }

  private static let dayWords = Set(Scalars("今昨前明日天晚早晨午上下年月周0123456789"))
  static let clauseMarks = Set(Scalars("。；：:;，,\n“「？！ 　—】）)"))

  /// Whether nothing but when it was stands before the title of a post in its clause: 。团长|某人,
  /// ，由驻团指挥|某人, 。昨天主任|某人.
  func isBare(_ post: FoundPost) -> Bool {
    var i = post.offset
    if WordList.isAdverbial(at: i - 2, in: document.shadow) { i -= 2 }
    guard i > 0 else { return false }
    let before = document.shadow[i - 1]
    return Self.clauseMarks.contains(before) || before == u("由") || before == u("、")
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
  private func start(of offset: Int, orSentence: Bool) -> Int {
    let floor = max(0, offset - Self.reach)
    var i = offset
    while i > floor, document.shadow[i - 1] != 0x0A {
      if orSentence, Self.sentenceMarks.contains(document.shadow[i - 1]) { break }
      i -= 1
    }
    return i
  }

  private static let reach = 400
  private static let sentenceMarks = Set(Scalars("。？！"))

  /// 中央社…电: the agency that opens a paragraph tells of others.
  private func isDateline(_ k: Int, _ paragraph: Int) -> Bool {
    guard case .institution(.media) = names[k].kind else { return false }
    return names[k].span.start <= paragraph + 2
  }

  /// Whether a title is a post that any body can have, and that no place or party has alone.
  static func isTopical(_ role: String) -> Bool { topical.contains { role.hasSuffix($0) } }

  private static let topical = [
    "主席", "主任", "召集人", "总监", "负责人", "主委", "总干事", "主管", "发言人", "秘书长", "干事长", "经理", "总裁", "顾问", "总编",
    "主编", "主任委员", "会长", "理事长", "秘书", "执行长", "副主委", "专委", "总裁", "团长", "经理", "专员", "督导", "主厨", "总厨",
    "行政主席", "合议庭主席", "策展人", "分析师", "书记长", "教练", "大使", "总领事", "特派员", "制片人", "经济学家", "监制", "设计师",
  ]
}
