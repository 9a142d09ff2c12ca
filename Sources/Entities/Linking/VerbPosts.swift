import HanText

/// Finds posts told by verbs: 任, 出任, 当选, 兼任, 免去, 接替, and lists with 分别.
struct VerbPosts {
  let finder: PostFinder

  var shadow: Scalars { finder.document.shadow }

  /// What is known while a sentence is read.
  struct Reading {
    /// Whom verbs speak of.
    var subject: Int?
    /// Who held the post that comes next.
    var replaced: Int?
    /// The body of the last post.
    var body: Int?
    /// The body that the clause of the verb at hand names before it.
    var clauseBody: Int?
    /// Where the subject went to work, as the text told last.
    var workplace: Int?
    /// The posts that a verb of this sentence gave last.
    var last: [PostFinder.Segment] = []
    /// Whether the sentence tells the past: 曾任 stood before.
    var isPast = false
    /// Persons seen in this paragraph, the first four.
    var people: [Int] = []
    /// Those of the sentence so far, and those of the last sentence that names any.
    var own: [Int] = []
    var previous: [Int] = []
    /// How many of the posts were found by apposition; they stand first.
    var appositions = 0
    /// How many posts were found before the paragraph.
    var first = 0
    /// Whether the verb at hand stands behind a year past.
    var isDated = false
  }

  /// The posts of verbs, merged with those already found, in the order of the persons.
  ///
  /// - Complexity: O(length).
  func find(besides known: [FoundPost]) -> [FoundPost] {
    var found = known
    var reading = Reading(appositions: known.count)
    for sentence in finder.document.sentences {
      if sentence.start == 0 || shadow[sentence.start - 1] == 0x0A {
        reading = Reading(appositions: known.count, first: found.count)
      } else {
        // 他还担任过…: a paragraph about one person goes on about him.
        let people = Set(reading.people.map { shadow[finder.names[$0].span] })
        let subject = people.count == 1 ? reading.subject ?? reading.people.first : nil
        reading = Reading(
          subject: subject, workplace: subject == nil ? nil : reading.workplace,
          people: reading.people, previous: reading.own.isEmpty ? reading.previous : reading.own,
          appositions: known.count, first: reading.first)
      }
      read(sentence, &reading, into: &found)
    }
    settleDated(&found)
    // Stable by person: those found first stay first.
    return found.enumerated().sorted {
      $0.element.person != $1.element.person
        ? $0.element.person < $1.element.person : $0.offset < $1.offset
    }.map(\.element)
  }

  private func read(_ sentence: TextSpan, _ reading: inout Reading, into found: inout [FoundPost]) {
    let openings = PostVerb.openings
    var i = sentence.start
    while i < sentence.end {
      if let person = finder.person(at: i) {
        reading.meet(person)
        let name = finder.names[person].span
        if isLeaving(behind: name.end) || leavesLater(behind: name.end, sentence.end) {
          leave(person, &found, among: reading.appositions)
        }
        if isLeft(before: name.start) { leaveEarlier(person, &found, among: reading.appositions) }
        if isReplaced(i) {
          replace(person, &reading, into: &found)
        } else {
          // 甲……进入某厂。乙|从技术员干到副总经理: where another went to work.
          if let other = reading.subject,
            shadow[finder.names[other].span] != shadow[name]
          {
            reading.workplace = nil
          }
          reading.subject = person
        }
        i = finder.names[person].span.end
        if i < sentence.end, shadow[i] == u("的") { takeAway(person, from: i + 1, into: &found) }
        continue
      }
      if let body = finder.body(at: i) {
        if reading.subject != nil, isEntered(i) { reading.workplace = body }
        // A verb can begin inside a name of a body only by chance.
        i = max(i + 1, finder.names[body].span.end)
        continue
      }
      let c = shadow[i]
      if c == u("从") || c == u("由") {
        career(from: i, sentence.end, reading, into: &found)
        retreat(from: i, reading, into: &found)
      }
      if c == u("的"), let next = winners(from: i, sentence.end, into: &found) {
        i = next
        continue
      }
      if c == u("退"), let subject = reading.subject, retires(at: i) {
        leaveCareer(subject, since: reading.first, &found)
      }
      guard c < 0x10000, openings[Int(c)],
        let (verb, end) = PostVerb.longest(in: shadow, at: i, limit: sentence.end)
      else {
        i += 1
        continue
      }
      i = apply(verb, from: i, to: end, &reading, into: &found)
    }
  }

  /// 分配到|某设计院, 调入|某大学: where one's work goes on.
  private func isEntered(_ start: Int) -> Bool {
    Self.entering.longestMatchBackward(in: shadow, before: start) != nil
  }

  private static let entering = ScalarTrie(reversed: [
    "分配到", "分配至", "调入", "调到", "调至", "调往", "加入", "加盟", "进入", "转入", "转到", "入职", "任职于", "供职于", "就职于",
    "任教于",
    "回到", "返回", "转至", "派到", "派往", "分发至", "分发到", "服务于",
  ])

  /// 王建平的|市教育局副局长|职务: a post named so is taken away.
  private func takeAway(_ person: Int, from start: Int, into found: inout [FoundPost]) {
    let parsed = finder.forward(from: start)
    guard let end = parsed.end, end + 2 <= shadow.count, shadow[end] == u("职"),
      shadow[end + 1] == u("务")
    else { return }
    for segment in parsed.segments { append(person, segment, true, to: &found) }
  }

  /// Takes one verb; returns where reading goes on.
  private func apply(
    _ verb: PostVerb, from i: Int, to end: Int, _ reading: inout Reading,
    into found: inout [FoundPost]
  ) -> Int {
    switch verb.sense {
    case .holds, .held:
      if isAppositive(from: end) || verb.form == Self.takesOver && finder.body(at: end) == nil {
        break
      }
      // 这位|某局局长指着曲线说: who was named before, alone in the paragraph.
      if verb.form.first == u("这") {
        let people = Set(reading.people.map { shadow[finder.names[$0].span] })
        guard people.count == 1, finder.body(at: end) != nil else { break }
      }
      if nameHolders(verb, at: i, end, &reading, into: &found) { break }
      let isJob = PostVerb.jobForms.contains(verb.form)
      let spoken = self.spoken(verb, at: i, end, reading)
      let canDescribe = verb.isFree || isJob || Self.asForms.contains(verb.form)
      let described = canDescribe ? describedPerson(behind: end) : nil
      if verb.isFree || isJob, described == nil, describesAnother(behind: end) { break }
      guard let subject = described ?? spoken?.person ?? reading.subject,
        verb.isFree || spoken != nil || described != nil && Self.asForms.contains(verb.form)
          || !isJob && isDirectly(behind: subject, i)
          || opensPost(verb, at: i, end, reading)
          || verb.form.first == u("任") && isYear(before: i)
            && (reading.isPast || reading.workplace != nil)
      else { break }
      var start = end
      var isFormer = verb.sense == .held || spoken?.isFormer == true
      if start < shadow.count, shadow[start] == u("过") {
        start += 1
        isFormer = true
      }
      if isFormer { reading.isPast = reading.isPast || verb.form.first != u("卸") }
      if !isFormer, reading.isPast, isYear(before: i) { isFormer = true }
      reading.isDated = !isFormer && year(before: i).map { $0 < publishedYear } ?? false
      let before = found.count
      reading.clauseBody = body(beforeVerb: i, of: subject)
      add(subject, verb, at: i, postsFrom: start, isFormer, &reading, to: &found)
      if let person = reading.replaced, found.count > before {
        for segment in reading.last { append(person, segment, true, to: &found) }
      }
      if found.count > before { reading.replaced = nil }
      if reading.isDated {
        for k in before..<found.count { found[k].isDated = true }
        reading.isDated = false
      }
    case .appoints, .removes:
      return appoint(verb, from: i, to: end, &reading, into: &found)
    }
    return end
  }

  private static let takesOver = Scalars("接下")

  /// 接替|陈国栋|出任…, 接替任期届满的|唐家成: who held the post before.
  private func isReplaced(_ start: Int) -> Bool {
    var i = start
    while i >= 2, start - i < 14 {
      let pair = (shadow[i - 2], shadow[i - 1])
      if pair == (u("接"), u("替")) || pair == (u("取"), u("代")) || pair == (u("接"), u("棒")) {
        return i == start || shadow[start - 1] == u("的")
          || finder.matches.longest(endingAt: start, .role) != nil
      }
      guard Marks.isHan(shadow[i - 1]) else { return false }
      i -= 1
    }
    return false
  }

  private func replace(_ person: Int, _ reading: inout Reading, into found: inout [FoundPost]) {
    guard !reading.last.isEmpty, !takesPost(behind: finder.names[person].span.end) else {
      reading.replaced = person
      return
    }
    for segment in reading.last { append(person, segment, true, to: &found) }
  }

  /// Whether the clause of a verb names a year of the past (1991年任), and does not say 起.
  private func isYear(before verb: Int) -> Bool {
    var i = verb
    while i > 0, verb - i < 12 {
      let c = shadow[i - 1]
      if c == u("年") { return i > 4 && Marks.isDigit(shadow[i - 2]) }
      if c == u("起") || c == u("现") || !Marks.isHan(c) && !Marks.isDigit(c) { return false }
      i -= 1
    }
    return false
  }

  func isDirectly(behind person: Int, _ i: Int) -> Bool {
    var end = finder.names[person].span.end
    if end < i, Marks.isOpen(shadow[end]) {
      // 刀继光|（傣族）|任.
      var close = end + 1
      while close < i, close - end < 12, !Marks.isClose(shadow[close]) { close += 1 }
      if close < i, Marks.isClose(shadow[close]) { end = close + 1 }
    }
    // 刘晓东|同志|任, 孙立成、马晓燕|分别|任.
    for word in Self.between where end + word.count <= i {
      if shadow[end..<(end + word.count)].elementsEqual(word) { end += word.count }
    }
    // 甲、乙等七人|当选.
    if end < i { end = min(i, behindCount(end)) }
    guard i >= end, i - end <= 1 else { return false }
    return i == end || shadow[end] == u("，") || shadow[end] == u(",") || shadow[end] == u("现")
  }

  /// 张三、李四和王五分别任…: one post each; otherwise all posts to the subject.
  private func add(
    _ subject: Int, _ verb: PostVerb, at i: Int, postsFrom start: Int, _ isFormer: Bool,
    _ reading: inout Reading, to found: inout [FoundPost]
  ) {
    let isTogether = isDirectly(behind: subject, i) || isCounted(behind: subject, i)
    let people = isTogether ? together(with: subject) : [subject]
    if isRespectively(before: i), people.count > 1 {
      let segments = finder.forward(from: start).segments
      for (person, segment) in zip(people, segments) where segment.institution != nil {
        append(person, segment, isFormer, to: &found)
      }
      return
    }
    let count = found.count
    // 代理|教师|比率: a kind of teacher, not an office taken.
    if verb.form.last == u("理"), let end = finder.forward(from: start).end, end < shadow.count,
      Marks.isNamePart(shadow[end])
    {
      return
    }
    addPosts(of: people, from: start, isFormer, verb, &reading, to: &found)
    if found.count == count, let end = thatPost(at: start) {
      // 和文治|不再担任|该职务.
      if end < shadow.count, Marks.isNamePart(shadow[end]) { return }
      for segment in reading.last { append(subject, segment, isFormer, to: &found) }
      return
    }
    guard found.count == count, start >= shadow.count || !Marks.isNamePart(shadow[start]),
      Self.passive.contains(where: { verb.form.ends(with: $0) })
    else { return }
    // 次长|由|某院院长林曜祥|出任; 卸任总经理，由某人接任.
    switch post(beforeAgent: subject) {
    case .post(let segment): reading.last = [segment]
    case .vacancy:
      if let left = lastPost(before: subject, found, among: reading.appositions) {
        reading.last = [left.current]
      }
    case .none:
      // 董座某人|续任: in the post that stands before the name.
      if Self.staying.contains(verb.form) { return }
      if reading.last.isEmpty, Self.succeeding.contains(verb.form),
        !Self.acting.contains(verb.form) || isDirectly(behind: subject, i),
        let left = lastPost(before: subject, found, among: reading.appositions), left.isFormer
      {
        reading.last = [left.current]
        for person in agents(with: subject) { append(person, left.current, false, to: &found) }
        return
      }
    }
    for person in agents(with: subject) {
      for segment in reading.last { append(person, segment, isFormer, to: &found) }
    }
  }

  /// 主任由|甲|和某学院教授|乙|共同担任: all who stand behind 由.
  private func agents(with last: Int) -> [Int] {
    var people = [last]
    while people.count < 8, let first = people.last, first > 0 {
      // The person named before, with 和 or 、 between and bodies perhaps.
      var k = first - 1
      while k > 0, finder.names[k].kind != .person, first - k < 4 { k -= 1 }
      guard finder.names[k].kind == .person else { break }
      let gap = finder.names[k].span.end..<finder.names[first].span.start
      guard gap.count >= 1, gap.count <= 40, let c = shadow[gap].first,
        c == u("和") || c == u("、") || c == u("及") || c == u("与"),
        shadow[gap].allSatisfy({ Marks.isNamePart($0) || $0 == u("、") }),
        case .post = post(beforeAgent: k)
      else { break }
      people.append(k)
    }
    return people.reversed()
  }

  private func isRespectively(before i: Int) -> Bool {
    i >= 2 && shadow[i - 2] == u("分") && shadow[i - 1] == u("别")
  }

  func addPosts(
    of people: [Int], from start: Int, _ isFormer: Bool, _ verb: PostVerb,
    _ reading: inout Reading, to found: inout [FoundPost]
  ) {
    var given: [PostFinder.Segment] = []
    let clauseBody = reading.clauseBody
    reading.clauseBody = nil
    let parsed = finder.forward(from: start, isCareer: true, isTold: true)
    if let end = parsed.end, isKin(at: end) { return }
    for segment in parsed.segments {
      // 李文静为副理事长: of the body named in the clause before.
      var completed = segment
      if segment.institution == nil, !segment.hasOwnUnit, segment.offset == start,
        let clauseBody, finder.isShared(segment.role, with: clauseBody)
      {
        completed.institution = clauseBody
      } else if segment.institution == nil, finder.referenceEnd(at: start) > start {
        // 出任|该校|校长: of the body named last, not of the last post.
      } else if segment.institution == nil, !segment.hasOwnUnit, let body = reading.body,
        finder.isShared(segment.role, with: body)
      {
        completed.institution = body
      } else if segment.institution == nil, !segment.hasOwnUnit, let body = reading.workplace,
        finder.isShared(segment.role, with: body)
      {
        // 调入某大学，…任副校长.
        completed.institution = body
      }
      let isAlone =
        verb.isFree || verb.form.count == 1 && (people.count == 1 || segment.titleStart == start)
      guard completed.institution != nil || isAlone && segment.offset == start else { continue }
      if completed.institution != nil { reading.body = completed.institution }
      given.append(completed)
      for person in people { append(person, completed, isFormer, to: &found) }
    }
    if !given.isEmpty { reading.last = given }
  }

  func append(
    _ person: Int, _ segment: PostFinder.Segment, _ isFormer: Bool, to found: inout [FoundPost]
  ) {
    guard !segment.isStatus else { return }
    found.append(
      FoundPost(
        person: person, role: segment.role, institution: segment.institution,
        isFormer: isFormer || segment.isFormer,
        offset: segment.institution == nil ? segment.titleStart ?? segment.offset : segment.offset,
        isOwnClause: true,
        hasOwnUnit: segment.hasOwnUnit))
  }
}
