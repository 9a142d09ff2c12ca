import HanText

/// What stands left and right of a place that could be a name, and how much it speaks for one.
extension PersonFinder {
  func leftScore(_ i: Int, previous: (end: Int, isListed: Bool)) -> Int {
    guard i > 0 else { return 1 }
    if previous.isListed, isListGap(previous.end, i) || isParallel(previous.end, i) { return 4 }
    let j = skipSpaces(leftOf: i)
    if j > 0, let role = matches.longest(endingAt: j, .role), !taken.contains(j - 1) || j == i {
      // 学生|全免, 客户|占六成: an occupation alone does not make a name of what follows; that of who signs does.
      let isStrong = j < i || role.classes.contains(.post) || proposals.isPerson(at: i)
      return isStrong || Self.writers.contains { shadow[..<j].ends(with: $0) } ? 4 : 2
    }
    if proposals.titleEnds.contains(j), matches.longest(endingAt: j, [.stop, .say]) == nil {
      return 4
    }
    if isHolderOfPost(i) { return proposals.isPerson(at: i) ? 3 : 4 }
    if isObjectOfOffice(i) { return 3 }
    if isContact(i) { return 4 }
    let c = shadow[i - 1]
    if !Marks.isNamePart(c) { return 1 }
    if matches.longest(endingAt: i, [.stop, .say]) != nil { return 1 }
    if nameEnds.contains(i - 1) { return 1 }
    return proposals.isPerson(at: i) ? 0 : -2
  }

  /// 联系人：某校办公室|谷满仓: the name behind the body of whom to ask.
  func isContact(_ i: Int) -> Bool {
    guard nameEnds.contains(i - 1) else { return false }
    var start = i - 1
    while start > 0, i - start < 30, taken.contains(start - 1) { start -= 1 }
    guard start > 3, Marks.isColon(shadow[start - 1]) else { return false }
    let label = shadow[(start - 4)..<(start - 1)]
    return label.ends(with: Self.contact) || label.ends(with: Self.contacts)
  }

  static let contact = Scalars("联系人")
  static let contacts = Scalars("络人")

  /// （记者 |宁夏|）, 通讯员 |简单　米粒: what stands apart behind the word for a writer, up to a mark or
  /// space, is a name, whatever else it means.
  static func isSignature(
    _ start: Int, _ end: Int, _ shadow: Scalars, _ matches: LexiconMatches
  ) -> Bool {
    guard start > 2, end - start >= 2, end - start <= 3, end < shadow.count,
      Marks.isClose(shadow[end]) || Marks.isSpace(shadow[end]) || shadow[end] == u("、"),
      matches.longest(at: start, .anySurname) != nil
    else { return false }
    var i = start
    for _ in 0..<3 {
      let gap = i
      while i > 1, gap - i < 3, isGap(shadow[i - 1]) { i -= 1 }
      guard i < gap else { return false }
      if let role = matches.longest(endingAt: i, [.occupation]), role.end - role.start >= 2 {
        return Self.writers.contains { shadow[role.start..<role.end].ends(with: $0) }
      }
      // One more name before it.
      let name = i
      while i > 1, name - i < 4, Marks.isHan(shadow[i - 1]) { i -= 1 }
      guard name - i >= 2, name - i <= 3 else { return false }
    }
    return false
  }

  private static func isGap(_ c: UInt32) -> Bool {
    c == u("、") || Marks.isSpace(c) && c != 0x0A
  }

  static let writers = ["记者", "通讯员", "实习生", "摄影"].map { Scalars($0) }

  /// 某中学甲、某一中|乙: the second name of a list in which each stands behind its body.
  func isParallel(_ from: Int, _ to: Int) -> Bool {
    guard to - from > 3, to - from < 24, shadow[from] == u("、"), nameEnds.contains(to - 1),
      taken.contains(from + 1)
    else { return false }
    return (from + 1..<to).allSatisfy { taken.contains($0) }
  }

  /// 任命|张三, 免去|李四, 选举|王五.
  func isObjectOfOffice(_ i: Int) -> Bool {
    guard i >= 2 else { return false }
    if shadow[i - 1] == u("的") {
      // 接替任期届满的|林子文.
      for k in stride(from: i - 2, to: max(0, i - 12), by: -1) {
        guard Marks.isHan(shadow[k]) else { return false }
        if shadow[k] == u("替"), shadow[k - 1] == u("接") { return true }
      }
      return false
    }
    let pair = (shadow[i - 2], shadow[i - 1])
    return pair == (u("任"), u("命")) || pair == (u("委"), u("任")) || pair == (u("免"), u("去"))
      || pair == (u("聘"), u("任")) || pair == (u("选"), u("举")) || pair == (u("推"), u("选"))
      || pair == (u("提"), u("名")) || pair == (u("接"), u("替")) || pair == (u("罢"), u("免"))
      || pair == (u("专"), u("访"))
  }

  /// 刚刚卸任某委员会主任的|窦: one described by a post.
  func isHolderOfPost(_ i: Int) -> Bool {
    guard i > 2, shadow[i - 1] == u("的"),
      let post = matches.longest(endingAt: i - 1, [.post, .occupation]), post.end - post.start >= 2
    else { return false }
    if proposals.isPerson(at: i) { return true }
    // 卸任, 出任 and the like before the post.
    for k in stride(from: post.start - 1, to: max(0, post.start - 30), by: -1) {
      guard Marks.isNamePart(shadow[k]) || shadow[k] == u("、") else { return false }
      if shadow[k] == u("任") || shadow[k] == u("职"), shadow[k - 1] == u("转") { return true }
      if shadow[k] == u("任") {
        switch shadow[k - 1] {
        case u("卸"), u("出"), u("担"), u("时"), u("曾"), u("现"), u("兼"), u("升"), u("接"), u("离"):
          return true
        default: break
        }
      }
    }
    return false
  }

  /// 、 和 and the like, or spaces, between two names of a list.
  func isListGap(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    for k in from..<to {
      switch shadow[k] {
      case u("、"), u("和"), u("与"), u("及"), 0x20, 0x3000, u(","), u("，"): continue
      default: return false
      }
    }
    return true
  }

  func skipSpaces(leftOf i: Int) -> Int {
    var j = i
    while j > 0, i - j < 3, shadow[j - 1] == 0x20 || shadow[j - 1] == 0x3000 { j -= 1 }
    if j > 0, Marks.isColon(shadow[j - 1]) || shadow[j - 1] == u("/") || shadow[j - 1] == u("／"),
      matches.longest(endingAt: j - 1, [.occupation, .status]) != nil
    {
      j -= 1
    }
    return j
  }

  func rightScore(_ start: Int, _ end: Int) -> Int {
    guard end < shadow.count else { return 1 }
    let c = shadow[end]
    let isLineStart = start == 0 || shadow[start - 1] == 0x0A
    if Marks.isColon(c) { return isLineStart ? 4 : 1 }
    if c == u(",") || c == u("，"), opensBiography(end + 1) { return 3 }
    if c == u("看"), end + 1 < shadow.count, shadow[end + 1] == u("来"), start > 0,
      shadow[start - 1] == u("在")
    {
      return 4
    }
    if isConjunction(end), opensPredicate(end + 1) { return -3 }
    if c == u("为"), end + 1 < shadow.count, isPossessor(end + 1) { return -3 }
    // 胡杨|则|补充.
    if c == u("则") || c == u("均") || c == u("皆"),
      matches.longest(at: end + 1, [.say]).map({ $0.end - $0.start > 1 }) ?? false
    {
      return 2
    }
    if isPeople(bracket: end) { return 3 }
    // 冷秋月|为|纪委副书记: the verb and a post.
    if c == u("为") || c == u("任"), let post = matches.longest(at: end + 1, [.post]),
      post.end - post.start >= 3
    {
      return 4
    }
    // 和文治|不再担任, 欧阳望月|挂职任.
    if let (verb, verbEnd) = PostVerb.longest(in: shadow, at: end, limit: shadow.count),
      verb.isFree, verb.sense == .holds || verb.sense == .held, verbEnd - end >= 2
    {
      return 4
    }
    if let say = matches.longest(at: end, [.say]) { return say.end - say.start > 1 ? 3 : 2 }
    if let role = matches.longest(at: end, .role), role.end - role.start > 1 { return 3 }
    if !Marks.isNamePart(c) { return 1 }
    if let stop = matches.longest(at: end, [.stop]), stop.end > end { return 1 }
    return 0
  }

  /// （女）, （傣族）: what only stands behind names of people.
  func isPeople(bracket open: Int) -> Bool {
    guard open + 2 < shadow.count, Marks.isOpen(shadow[open]) else { return false }
    var close = open + 1
    while close < shadow.count, close - open < 8, Marks.isHan(shadow[close]) { close += 1 }
    guard close < shadow.count, Marks.isClose(shadow[close]), close > open + 1 else { return false }
    let last = shadow[close - 1]
    return last == u("族") || close == open + 2 && (last == u("女") || last == u("男"))
  }

  /// 刘子明，|男，…; 刘子明，|现任….
  func opensBiography(_ i: Int) -> Bool {
    guard i + 1 < shadow.count else { return false }
    if shadow[i] == u("男") || shadow[i] == u("女") { return !Marks.isHan(shadow[i + 1]) }
    return shadow[i + 1] == u("任")
      && (shadow[i] == u("现") || shadow[i] == u("曾") || shadow[i] == u("历"))
  }
}
