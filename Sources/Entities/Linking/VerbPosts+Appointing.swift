import HanText

/// Posts that someone is put into or put out of: 任命甲为某局局长, 推选乙为新任会长, 免去丙的某职务.
extension VerbPosts {
  /// Takes a verb that puts people into posts or out of them; returns where reading goes on.
  func appoint(
    _ verb: PostVerb, from i: Int, to end: Int, _ reading: inout Reading,
    into found: inout [FoundPost]
  ) -> Int {
    let isRemoval = verb.sense == .removes
    if isRemoval, end < shadow.count, shadow[end] == u("其"), let subject = reading.subject {
      // 免去其某职务: of the one just named.
      addPosts(of: [subject], from: end + 1, true, verb, &reading, to: &found)
      return end
    }
    if isRemoval, let subject = reading.subject, finder.body(at: end) != nil,
      isDirectly(behind: subject, i) || i > 0 && shadow[i - 1] == u("被")
    {
      // 某人被免去某局局长职务.
      addPosts(of: together(with: subject), from: end, true, verb, &reading, to: &found)
      return end
    }
    guard let person = finder.person(at: end) ?? titled(at: end) else { return end }
    let people = listed(from: person)
    for person in people { reading.meet(person) }
    let last = finder.names[people.last ?? person].span.end
    let start = linkEnd(behind: behindCount(behindHonours(last)))
    if !isRemoval {
      reading.clauseBody = elector(
        before: i, isDirect: !Self.electing.contains(verb.form),
        isEmployer: verb.form.contains(u("聘")))
    }
    addPosts(of: people, from: start, isRemoval, verb, &reading, to: &found)
    reading.subject = isRemoval ? nil : person
    return max(end, last)
  }

  /// 推举|董事|某人|为新任董事长, 聘任|某大学教授|某人|为顾问: someone whose title stands before the name.
  private func titled(at start: Int) -> Int? {
    var i = start
    while i < shadow.count, i - start < 24, Marks.isNamePart(shadow[i]) {
      if i > start, let person = finder.person(at: i) {
        return finder.roleEnds(at: i) && isLink(at: finder.names[person].span.end) ? person : nil
      }
      i = max(i + 1, finder.body(at: i).map { finder.names[$0].span.end } ?? 0)
    }
    return nil
  }

  /// Verbs of a body that fills its own posts.
  private static let electing = Set(
    ["推选", "选举", "推举", "选出", "改选", "补选", "增补", "遴选", "选任", "票选"].map { Scalars($0) })

  /// 某学会第五届理事会|选举, 某公司今日召开股东大会，|选举: the body that elects its own people, the one
  /// whose meeting stands before the verb, or the only one of the sentence before it; 某公司|委任 where it
  /// must stand right before the verb. One that engages people (聘任) does so for itself, an authority too.
  private func elector(before verb: Int, isDirect: Bool, isEmployer: Bool) -> Int? {
    var bodies: [Int] = []
    var near: Int?
    var i = verb
    while i > 0, verb - i < 80, !Self.sentenceEnds.contains(shadow[i - 1]) {
      if let k = finder.name(endingAt: i) {
        if case .institution = finder.names[k].kind {
          let gap = shadow[i..<verb]
          if bodies.isEmpty, gap.count <= (isDirect ? 2 : 12),
            gap.allSatisfy({ Marks.isHan($0) || Marks.isDigit($0) })
          {
            near = k
          }
          bodies.append(k)
        }
        i = min(i - 1, finder.names[k].span.start)
      } else {
        i -= 1
      }
    }
    guard let body = near ?? (bodies.count == 1 && !isDirect ? bodies[0] : nil),
      case .institution(let kind) = finder.names[body].kind
    else { return nil }
    guard kind == .government || kind == .party || kind == .media, !isEmployer else {
      return body
    }
    // An authority appoints to other bodies, but what has shareholders has its own posts.
    let clause = shadow[finder.names[body].span.end..<verb]
    return zip(clause, clause.dropFirst()).contains { $0 == u("股") && $1 == u("东") } ? body : nil
  }

  private static let sentenceEnds = Set(Scalars("。！？；\n"))

  /// Where the honours and the bracket behind a name end: 甲|资深大律师|为, 乙|医生|、, 丙|先生（主席）|及.
  func behindHonours(_ end: Int) -> Int {
    var i = end
    for word in Self.between where shadow[i...].starts(with: word) { i += word.count }
    for word in Self.forms where shadow[i...].starts(with: word) { i += word.count }
    if i == end, let rank = finder.matches.longest(at: i, [.occupation, .status]),
      finder.nameEnds(before: i, rank.end), isLink(at: rank.end)
    {
      i = rank.end
    }
    guard i < shadow.count, Marks.isOpen(shadow[i]) else { return i }
    var close = i + 1
    while close < shadow.count, close - i < 14, !Marks.isClose(shadow[close]), shadow[close] != 0x0A
    {
      close += 1
    }
    guard close < shadow.count, Marks.isClose(shadow[close]), isLink(at: close + 1) else {
      return i
    }
    return close + 1
  }

  private static let forms = ["小姐", "太平绅士", "老师", "议员", "校长"].map { Scalars($0) }

  /// Whether a list of people goes on at an offset, or the verb behind it stands there.
  private func isLink(at i: Int) -> Bool {
    i < shadow.count && Self.links.contains(shadow[i])
  }

  private static let links = Set(Scalars("、和及与等为任担出"))

  /// Someone whom a verb stands before, and who is listed with 、 or 和 behind: 聘任|甲、乙|为副总裁.
  func listed(from first: Int) -> [Int] {
    var people = [first]
    while people.count < 40, let last = people.last {
      let end = behindHonours(finder.names[last].span.end)
      guard end < shadow.count,
        shadow[end] == u("、") || shadow[end] == u("和") || shadow[end] == u("及")
          || shadow[end] == u("与"), let next = finder.person(at: end + 1)
      else { break }
      people.append(next)
    }
    return people
  }

  /// The people of a list that ends with someone, in the order of the text.
  func together(with last: Int) -> [Int] {
    var people = [last]
    while people.count < 20, let first = people.first, let previous = before(first) {
      people.insert(previous, at: 0)
    }
    return people
  }

  private func before(_ person: Int) -> Int? {
    let start = finder.names[person].span.start
    for gap in 1...2 where start - gap > 0 {
      if let previous = finder.person(endingAt: start - gap), finder.isListGap(start - gap, start) {
        return previous
      }
    }
    // 某院院士|甲|、某所所长|乙: posts of their own between them.
    guard person > 0, finder.roleEnds(at: start) else { return nil }
    var k = person - 1
    while k > 0, finder.names[k].kind != .person, person - k < 4 { k -= 1 }
    let end = finder.names[k].span.end
    guard finder.names[k].kind == .person, start - end >= 3, start - end <= 40,
      shadow[end] == u("、") || shadow[end] == u("和") || shadow[end] == u("与")
        || shadow[end] == u("及"),
      shadow[(end + 1)..<start].allSatisfy({ Marks.isNamePart($0) })
    else { return nil }
    return k
  }

  /// 甲、乙|三名同志因工作调动，|不再担任: whether what stands between a list and its verb only counts
  /// the people or says that it goes for all of them.
  func isCounted(behind person: Int, _ verb: Int) -> Bool {
    let end = behindHonours(finder.names[person].span.end)
    guard end < verb, verb - end <= 24 else { return false }
    var i = end
    while i < verb, Self.numerals.contains(shadow[i]) { i += 1 }
    let isCount = i > end && i < verb && Self.measures.contains(shadow[i])
    guard isCount || Self.together.contains(where: { shadow[end...].starts(with: $0) }) else {
      return false
    }
    for k in end..<verb {
      if finder.name(at: k) != nil || Self.sentenceEnds.contains(shadow[k]) { return false }
    }
    return true
  }

  private static let measures = Set(Scalars("名位人"))
  private static let together = [
    "等", "均", "都", "双双", "先后", "同时", "一起", "一同", "共同", "同志", "因",
  ].map { Scalars($0) }

  /// 甲、乙|等二十六人|为专家委员, 甲、乙|两人|为: steps over how many there are.
  func behindCount(_ end: Int) -> Int {
    guard end < shadow.count else { return end }
    let isOpen = shadow[end] == u("等")
    guard isOpen || Self.numerals.contains(shadow[end]) else { return end }
    var i = isOpen ? end + 1 : end
    while i < shadow.count, i - end < 8, Self.numerals.contains(shadow[i]) { i += 1 }
    if i < shadow.count, Self.measures.contains(shadow[i]) {
      i += 1
      for word in Self.counted where shadow[i...].starts(with: word) { i += word.count }
      return i
    }
    return isOpen ? i : end
  }

  private static let counted = ["同志", "先生"].map { Scalars($0) }
  private static let numerals = Set(Scalars("一二三四五六七八九十百两余多0123456789"))

  /// Steps over 为, 担任, 任, 出任, 的, 同志 and the term behind whom a post is given to or taken from.
  func linkEnd(behind start: Int) -> Int {
    var i = start
    for word in Self.titlesBehind where shadow[i...].starts(with: word) { i += word.count }
    let from = i
    while i < shadow.count, i - from < 6 {
      switch shadow[i] {
      case u("为"), u("担"), u("任"), u("出"), u("的"): i += 1
      default: return finder.termEnd(at: i)
      }
    }
    return i
  }

  private static let titlesBehind = ["同志", "先生", "女士", "教授", "博士"].map { Scalars($0) }
}
