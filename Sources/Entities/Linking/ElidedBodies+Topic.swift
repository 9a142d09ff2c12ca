import HanText

/// The body that the sentence of a post is about, where the title alone does not tell its kind.
extension ElidedBodies {
  /// The fitting body that the words before an offset are about: in its sentence the last one that
  /// opens a clause, or the nearest; else one of the sentences of the paragraph before; or else the
  /// body of someone named there who has one.
  ///
  /// - Parameters:
  ///   - known: who has a post in which body, and bodies out of the question.
  ///   - isBare: whether nothing stands before the title in its clause, so that it can go back
  ///     beyond its sentence whatever the body.
  /// - Complexity: O(length of the paragraph, at most `reach`).
  func topic(
    before offset: Int, _ need: Need, _ known: Known, isBare: Bool
  ) -> Int? {
    var isAny = false
    if case .any = need { isAny = true }
    if case .private = need { isAny = true }
    let sentence = start(of: offset, orSentence: true)
    let paragraph = start(of: offset, orSentence: false)
    let last = lastName(before: offset)
    func candidates(from start: Int, before end: Int) -> [Int] {
      var found: [Int] = []
      var k = last
      while k >= 0, names[k].span.start >= start {
        if names[k].span.start < end, fits(k, need), !isOut(k, known),
          // 就读于某学校，|班主任某人.
          !isAlmaMater(k) || names[k].span.end == offset - 1,
          !isOwner(k), !isDateline(k, paragraph)
        {
          found.append(k)
        }
        k -= 1
      }
      return found
    }
    let own = subjects(candidates(from: sentence, before: offset))
    // 笔电捐给某基金会，执行长某人: the body that the clause ends with, right before the title's.
    if let near = own.first, offset > 1, names[near].span.end == offset - 1,
      Self.clauseMarks.contains(document.shadow[offset - 1])
    {
      return near
    }
    if let body = own.first(where: opensClause) ?? own.first { return body }
    // A title that any body has goes with one of its own sentence, or the only one before.
    if isBare || !isAny {
      let earlier = subjects(candidates(from: paragraph, before: sentence))
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
      if names[k].kind == .person, let held = known.holders[surface(k)], held.offset < offset,
        fits(held.body, need), !isOut(held.body, known)
      {
        return held.body
      }
      k -= 1
    }
    return nil
  }

  /// Bodies less those that only own what is spoken of (某公司|的订单), where others are left.
  private func subjects(_ bodies: [Int]) -> [Int] {
    let shadow = document.shadow
    let free = bodies.filter {
      let end = names[$0].span.end
      return end >= shadow.count || shadow[end] != u("的")
    }
    return free.isEmpty ? bodies : free
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

  /// 市纪委驻局纪检组组长|某人: whether somebody's title stands behind a body.
  private func leadsToPerson(_ k: Int) -> Bool {
    guard k + 1 < names.count, names[k + 1].kind == .person else { return false }
    let gap = names[k].span.end..<names[k + 1].span.start
    return gap.count <= 12 && document.shadow[gap].allSatisfy { Marks.isNamePart($0) }
  }

  /// Whether nothing but when it was stands before the title of a post in its clause: 。团长|某人,
  /// ，由驻团指挥|某人, 。昨天主任|某人.
  func isBare(_ post: FoundPost) -> Bool {
    var i = termStart(before: post.offset)
    if WordList.isAdverbial(at: i - 2, in: document.shadow) { i -= 2 }
    guard i > 0 else { return false }
    let before = document.shadow[i - 1]
    return Self.clauseMarks.contains(before) || before == u("由") || before == u("、")
      || before == u("的") && isDescribed(upTo: i - 1)
  }

  /// 。首任|主任, 。第六届|理事长: where the words begin that say which term a title before an offset is of.
  func termStart(before title: Int) -> Int {
    let shadow = document.shadow
    if let word = Self.terms.longestMatchBackward(in: shadow, before: title) {
      return title - word.length
    }
    guard title > 2, shadow[title - 1] == u("届") || shadow[title - 1] == u("任") else {
      return title
    }
    var i = title - 1
    while i > 0, title - i < 5, PostFinder.isCount(shadow[i - 1]) { i -= 1 }
    return i > 0 && i < title - 1 && shadow[i - 1] == u("第") ? i - 1 : title
  }

  private static let terms = ScalarTrie(reversed: [
    "首任", "新任", "现任", "时任", "接任的", "继任", "候任", "前任", "本届", "新一届", "上届", "首届",
  ])

  /// 唯一投弃权票的|议员, 领导研究的|讲座教授: whether a clause that names nobody and no body describes who
  /// holds a title.
  private func isDescribed(upTo end: Int) -> Bool {
    let shadow = document.shadow
    var i = end
    while i > 0, end - i < 20, Marks.isNamePart(shadow[i - 1]) { i -= 1 }
    guard end - i >= 4, end - i < 20, i == 0 || Self.clauseMarks.contains(shadow[i - 1]),
      !Self.others.contains(shadow[i])
    else { return false }
    let k = lastName(before: end)
    return k < 0 || names[k].span.end <= i
  }

  /// How clauses open that tell of somebody elsewhere: 另一所学校的|校长, 他母校的|教授.
  private static let others = Set(Scalars("另某他她我其各一两几多每外本"))

  /// 公司秘书|某人|代表|某公司: the body that the holder of a title speaks for.
  func represented(_ post: FoundPost, _ role: String, _ need: Need?) -> Int? {
    let end = names[post.person].span.end
    let next = post.person + 1
    guard next < names.count, names[next].span.start == end + 2,
      document.shadow[end..<(end + 2)].elementsEqual(Self.representing),
      need.map({ fits(next, $0) }) ?? Self.isTopical(role)
    else { return nil }
    return next
  }

  private static let representing = Scalars("代表")

  /// The only fitting body of the paragraph, where it stands behind a title: 院长某人的回答很实在……某镇卫生院….
  func onlyBehind(_ offset: Int, _ need: Need) -> Int? {
    let end = min(offset + Self.reach, document.shadow.count)
    let line = document.shadow[offset..<end].firstIndex(of: 0x0A) ?? end
    var only: Int?
    for k in names.indices[(lastName(before: offset) + 1)...].prefix(40) {
      guard names[k].span.end <= line else { break }
      guard names[k].span.start > offset, fits(k, need), !isAlmaMater(k),
        !Marks.isOpen(document.shadow[names[k].span.start - 1]), !leadsToPerson(k)
      else { continue }
      if let only, surface(only) != surface(k) { return nil }
      only = only ?? k
    }
    return only
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
