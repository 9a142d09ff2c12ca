import HanText

/// Posts that stand before the one who takes them: 警察局长由某人调任, 遗缺由某人升任.
extension VerbPosts {
  /// 现任|某局副执行干事|某人: a title that stands before its holder, whatever verb leads to it.
  func isAppositive(from start: Int) -> Bool {
    guard let end = finder.forward(from: start).end else { return false }
    return finder.person(at: end) != nil
  }

  /// 曾任某所组长|的|副总经理某人, 曾任某集团总监、去年加入某公司|的|副总裁某人: who is described by a verb
  /// before the name, not the one named before the verb.
  func describedPerson(behind start: Int) -> Int? {
    guard let end = finder.forward(from: start).end else { return nil }
    var link: Int?
    for i in end..<max(end, min(end + 40, shadow.count)) {
      if let person = finder.person(at: i) { return link == nil ? nil : person }
      switch shadow[i] {
      case u("的"): link = i
      case u("、"), u("「"), u("」"), u("“"), u("”"), u("（"), u("）"), u("("), u(")"), u("．"): continue
      default: if !Marks.isNamePart(shadow[i]) { return nil }
      }
      // A verb of saying behind 的 ends the clause.
      if link != nil, let say = finder.matches.longest(at: i, [.say]), say.end - i > 1 {
        return nil
      }
    }
    return nil
  }

  /// 曾任某站站长|的|退休干部…: said of someone named behind whom the text's names do not hold.
  func describesAnother(behind start: Int) -> Bool {
    guard let end = finder.forward(from: start).end, end + 2 < shadow.count, shadow[end] == u("的")
    else { return false }
    return finder.matches.longest(at: end + 1, [.status, .occupation]) != nil
  }

  /// 该职务, 该职, 上述职务: where the words for a post just named end.
  func thatPost(at start: Int) -> Int? {
    for word in Self.thatPosts where start < shadow.count && shadow[start...].starts(with: word) {
      return start + word.count
    }
    return nil
  }

  static let thatPosts = ["该职务", "上述职务", "此职务", "此职", "该职", "这一职务", "此一职务"].map {
    Scalars($0)
  }

  /// What stands before 由 and its agent.
  enum Passed {
    case post(PostFinder.Segment)
    case vacancy
    case none
  }

  func post(beforeAgent person: Int) -> Passed {
    let start = finder.names[person].span.start
    var i = start
    while i > 1, start - i < 30 {
      let c = shadow[i - 1]
      if c == u("由") { return passed(before: i - 1) }
      guard Marks.isNamePart(c) || c == u("、") || c == u("．") || c == u(".") else { return .none }
      i -= 1
    }
    return .none
  }

  /// 警察局长|则|由, 教育处处长，由, 局长|职务|由, 遗缺|由.
  func passed(before agent: Int) -> Passed {
    var i = agent
    while i > 1 {
      switch shadow[i - 1] {
      case u("则"), u("将"), u("暂"), u("改"), u("也"), u("均"), u("仍"), u("并"), u("另"), u("先"), u("拟"),
        u("已"):
        i -= 1
        continue
      default: break
      }
      break
    }
    for word in Self.vacancies where i >= word.count {
      if shadow[(i - word.count)..<i].elementsEqual(word),
        i == word.count
          || !Marks.isHan(shadow[i - word.count - 1])
      {
        return .vacancy
      }
    }
    if i > 1, shadow[i - 1] == u("，") || shadow[i - 1] == u(",") { i -= 1 }
    for word in Self.postNouns where i > word.count {
      if shadow[(i - word.count)..<i].elementsEqual(word) {
        i -= word.count
        break
      }
    }
    if let post = finder.post(endingAt: i) { return .post(post) }
    return vacant(before: agent).map { .post($0) } ?? .none
  }

  /// 某署署长|一职|悬缺三个月，昨核定|由: the post that the sentence names so before 由, with nobody named
  /// between.
  private func vacant(before agent: Int) -> PostFinder.Segment? {
    var i = agent
    while i > 2, agent - i < 36, shadow[i - 1] != u("。"), shadow[i - 1] != 0x0A,
      finder.person(endingAt: i) == nil
    {
      if let noun = Self.seats.longestMatchBackward(in: shadow, before: i),
        let post = finder.post(endingAt: i - noun.length)
      {
        return post
      }
      i -= 1
    }
    return nil
  }

  private static let seats = ScalarTrie(reversed: ["一职", "职务", "之职", "职位", "乙职", "遗缺", "职缺"])

  /// The last post of whoever is named last before a person.
  func lastPost(
    before person: Int, _ found: [FoundPost], among appositions: Int
  ) -> PostFinder.Segment? {
    let index = Self.first(of: person, in: found, count: appositions)
    let near = found[max(0, index - 8)..<index] + found[appositions...].suffix(16)
    let posts = near.filter { $0.person < person && $0.role != nil }
    // 次长|甲|将接任董事长，遗缺由…: the post before the name is the one that falls vacant.
    let holder = posts.max { $0.person < $1.person }?.person
    guard
      let post = posts.last(where: \.isFormer)
        ?? posts.last(where: { $0.person == holder && !$0.isOwnClause }) ?? posts.last
    else { return nil }
    return PostFinder.Segment(
      role: post.role, institution: post.institution, isFormer: post.isFormer,
      offset: post.offset)
  }
}
