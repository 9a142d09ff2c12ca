import HanText

/// Posts named before their holders, and careers told from one post to another.
extension VerbPosts {
  /// 会长|是|甲。, 副主席依次|为|乙、丙。, 唯一董事|为|二十九岁的丁: the post before 是 or 为, and those behind it.
  ///
  /// - Returns: whether the verb names holders.
  func nameHolders(
    _ verb: PostVerb, at i: Int, _ end: Int, _ reading: inout Reading, into found: inout [FoundPost]
  ) -> Bool {
    guard verb.form.count == 1, verb.form[0] == u("是") || verb.form[0] == u("为"),
      let role = titleLeading(to: i), finder.person(endingAt: role.offset) == nil,
      let first = holder(at: end)
    else { return false }
    let people = listed(from: first)
    guard let last = people.last else { return false }
    let edge = behindCount(behindHonours(finder.names[last].span.end))
    guard edge >= shadow.count || !Marks.isNamePart(shadow[edge]) && shadow[edge] != u("、") else {
      return false
    }
    var segment = role
    let isApart = segment.institution == nil && !isOfOneBody(role, people.count, before: i)
    if segment.institution == nil, !isApart, let body = reading.body,
      finder.isShared(role.role, with: body)
    {
      segment.institution = body
    }
    for person in people {
      found.append(
        FoundPost(
          person: person, role: segment.role, institution: segment.institution,
          isFormer: segment.isFormer, offset: segment.offset, isOwnClause: true,
          hasOwnUnit: segment.hasOwnUnit || isApart))
    }
    reading.last = [segment]
    return true
  }

  /// Whether a title without a body is one of the body that the text is about: one that opens its
  /// clause, as only one has it or many do; not 三区大队长|分别|是甲、乙, 历任校长|依次|为甲、乙, 课程|主任.
  private func isOfOneBody(_ role: PostFinder.Segment, _ count: Int, before verb: Int) -> Bool {
    guard let title = role.role else { return false }
    if count > 1 {
      guard !shadow[..<verb].ends(with: Self.respectively),
        title.hasPrefix("副") || Self.manifold.contains(where: { title.hasSuffix($0) })
      else { return false }
    }
    let start = role.offset
    guard start > 0, Marks.isNamePart(shadow[start - 1]) else { return true }
    return Self.counted.contains(shadow[start - 1])
      || (1...4).contains { start >= $0 && finder.termEnd(at: start - $0) == start }
  }

  /// Titles that several people of one body have at once.
  private static let manifold = ["董事", "理事", "监事", "委员", "顾问", "秘书", "干事", "代表", "监察人"]
  private static let counted = Set(Scalars("位名个的"))

  /// The post whose title ends before a verb, an adverb between perhaps: 副主席|依次|为.
  private func titleLeading(to verb: Int) -> PostFinder.Segment? {
    var i = verb
    for _ in 0..<2 {
      guard let word = Self.namingAdverbs.longestMatchBackward(in: shadow, before: i) else { break }
      i -= word.length
    }
    i = beforeCount(i)
    guard let role = finder.role(endingAt: i), !role.isStatus,
      finder.matches.longest(endingAt: i, [.post]) != nil
    else { return nil }
    // 某人的|秘书|是: whose it is stands before.
    if role.start > 0, shadow[role.start - 1] == u("的"),
      finder.person(endingAt: role.start - 1) != nil
    {
      return nil
    }
    var start = finder.boardPrefix(before: role.start)
    let title = CanonicalName.make(shadow[start..<i])
    let isFormer = finder.isFormerMark(endingAt: &start)
    return PostFinder.Segment(
      role: title, institution: finder.bodyBefore(start), isFormer: isFormer, offset: start)
  }

  /// 董事|五名，|分别为: steps back over how many there are.
  private func beforeCount(_ end: Int) -> Int {
    guard end > 3,
      shadow[end - 1] == u("，") || shadow[end - 1] == u(",") || shadow[end - 1] == u("："),
      Self.measures.contains(shadow[end - 2])
    else { return end }
    var i = end - 2
    while i > 0, end - i < 6, PostFinder.isCount(shadow[i - 1]) { i -= 1 }
    return i < end - 2 ? i : end
  }

  private static let measures = Set(Scalars("名位人个"))

  /// 当选副会长|的有：|某集团总裁甲、某学院教授乙: those who took the post named before, to the end of the sentence.
  ///
  /// - Returns: where reading goes on; `nil` where no such list begins at an offset.
  func winners(from link: Int, _ limit: Int, into found: inout [FoundPost]) -> Int? {
    guard let word = Self.listing.longestMatch(in: shadow, at: link, limit: limit),
      let role = finder.role(endingAt: link), !role.isStatus,
      Self.winning.longestMatchBackward(in: shadow, before: role.start) != nil
    else { return nil }
    var people: [Int] = []
    var i = link + word.length
    let limit = min(limit, i + 400)
    while i < limit, shadow[i] != u("。"), shadow[i] != u("；"), shadow[i] != 0x0A, people.count < 40
    {
      guard let person = finder.person(at: i) else {
        if !people.isEmpty, shadow[i] == u("，") { break }
        i += 1
        continue
      }
      people.append(person)
      i = finder.names[person].span.end
    }
    let post = PostFinder.Segment(role: role.text, offset: role.start)
    for person in people { append(person, post, false, to: &found) }
    return people.isEmpty ? nil : link + word.length
  }

  private static let listing = ScalarTrie([
    "的有", "的是", "的还有", "的包括", "的分别是", "的分别为", "的依次是", "的人员有", "的同志有", "的为",
  ])
  private static let winning = ScalarTrie(reversed: [
    "当选", "当选为", "担任", "出任", "获选", "选为", "推选为", "受聘为", "连任", "荣任",
  ])

  private static let respectively = Scalars("分别")
  private static let namingAdverbs = ScalarTrie(reversed: [
    "依次", "分别", "则", "均", "都", "仍", "现", "将", "暂", "就", "正",
  ])

  /// Someone behind a verb, an age or an origin before the name perhaps: 二十九岁的|某人.
  private func holder(at start: Int) -> Int? {
    if let person = finder.person(at: start) { return person }
    for i in start..<min(start + 10, shadow.count) {
      if shadow[i] == u("的"), i > start { return finder.person(at: i + 1) }
      guard Marks.isHan(shadow[i]) || Marks.isDigit(shadow[i]), finder.body(at: i) == nil else {
        return nil
      }
    }
    return nil
  }

  /// 从车间技术员|做到了|事业部总经理, 由科员|升至|局长: the post left and the one reached, where one works.
  func career(from i: Int, _ limit: Int, _ reading: Reading, into found: inout [FoundPost]) {
    guard let subject = reading.antecedent(in: finder),
      let (rise, next) = rise(behind: i + 1, limit)
    else { return }
    let workplace = reading.workplace ?? reading.body
    let title = risingTitle(from: i + 1, to: rise)
    if let title, let body = title.institution ?? workplace {
      var post = title
      post.institution = body
      append(subject, post, true, to: &found)
    }
    let parsed = finder.forward(from: next)
    for var post in parsed.segments where title != nil || post.institution != nil {
      if post.institution == nil, let workplace, finder.isShared(post.role, with: workplace) {
        post.institution = workplace
      }
      if post.institution != nil { append(subject, post, false, to: &found) }
    }
  }

  /// 某公司创办人|之女: whose kin someone is.
  func isKin(at end: Int) -> Bool {
    end + 1 < shadow.count && shadow[end] == u("之") && Self.kin.contains(shadow[end + 1])
  }

  private static let kin = Set(Scalars("女子妻父母弟妹兄孙侄婿后"))

  /// 从某校校长|任上|退休, 从某部副部长|岗位上|退下来的某人: the post that one comes away from.
  func retreat(from i: Int, _ reading: Reading, into found: inout [FoundPost]) {
    let parsed = finder.forward(from: i + 1)
    guard let end = parsed.end,
      let seat = Self.seats.longestMatch(in: shadow, at: end)
    else { return }
    let next = end + seat.length
    guard next < shadow.count, Self.retreats.contains(shadow[next]) else { return }
    guard let person = describedPerson(behind: i + 1) ?? reading.subject else { return }
    for post in parsed.segments where post.institution != nil {
      append(person, post, true, to: &found)
    }
  }

  private static let seats = ScalarTrie(["任上", "岗位上", "岗位", "职位上", "位置上", "位子上", "职务上", "一职"])
  private static let retreats = Set(Scalars("退离卸荣调转"))

  /// Where 做到 or 升至 stands in a clause, and what follows it begins.
  private func rise(behind start: Int, _ limit: Int) -> (start: Int, next: Int)? {
    for i in start..<max(start, min(start + 18, limit)) {
      guard Marks.isHan(shadow[i]) || Marks.isLetter(shadow[i]), finder.person(at: i) == nil else {
        return nil
      }
      guard i > start + 1, let word = Self.rises.longestMatch(in: shadow, at: i, limit: limit)
      else {
        continue
      }
      let end = i + word.length
      return (i, end < limit && shadow[end] == u("了") ? end + 1 : end)
    }
    return nil
  }

  private static let rises = ScalarTrie([
    "做到", "干到", "升到", "升至", "做起到", "晋升到", "晋升至", "成长为", "走到", "熬到", "打拼到", "当到", "做上",
  ])

  /// The title before 做到: 车间技术员|一路|做到, 某厂|炉前工|干到.
  private func risingTitle(from start: Int, to rise: Int) -> PostFinder.Segment? {
    var end = rise
    for word in Self.steps where end > start && shadow[..<end].ends(with: word) {
      end -= word.count
      break
    }
    guard end - start >= 2 else { return nil }
    if let role = finder.role(endingAt: end), role.start >= start {
      return PostFinder.Segment(
        role: role.text, institution: finder.bodyBefore(role.start), offset: role.start)
    }
    // 炉前工, 柜员: what ends as titles do.
    guard end - start <= 5, Self.starters.contains(shadow[end - 1]),
      shadow[start..<end].allSatisfy(Marks.isHan), finder.nameEnds(before: start, end)
    else { return nil }
    return PostFinder.Segment(
      role: CanonicalName.make(shadow[start..<end]), institution: nil, offset: start)
  }

  private static let steps = ["一步一步", "一步步", "一路", "逐步", "慢慢", "一直", "最终", "先后"].map {
    Scalars($0)
  }
  private static let starters = Set(Scalars("员工师兵"))
}
