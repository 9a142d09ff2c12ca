import HanText

/// Finds the body of a post that the text does not repeat: 该院高级工程师, 公司总经理, and titles that
/// only one kind of body has (校长, 董事长, 局长).
struct ElidedBodies {
  let document: Document
  let names: [NameCandidate]

  /// A number for each surface of a body, and how often it stands in the document.
  private var numbers = ScalarTrie.empty
  private var counts: [Int] = []

  init(document: Document, names: [NameCandidate], posts: [FoundPost]) {
    self.document = document
    self.names = names
    guard posts.contains(where: { $0.institution == nil }) else { return }
    var spans: [TextSpan] = []
    for name in names {
      guard case .institution = name.kind else { continue }
      let fresh = Int32(truncatingIfNeeded: spans.count)
      if let known = numbers.insert(document.shadow[name.span], value: fresh) {
        counts[Int(known)] += 1
      } else {
        spans.append(name.span)
        counts.append(1)
      }
    }
    // A body is spoken of where one of its parts is: 东江大学 in 东江大学党委.
    var sums = counts
    for (k, span) in spans.enumerated() where span.count > 2 && span.count <= 40 {
      numbers.forEachMatch(in: document.shadow, at: span.start, limit: span.end - 1) { end, part in
        if end - span.start >= 2 { sums[Int(part)] += counts[k] }
      }
    }
    counts = sums
  }

  /// How often the body of a name is spoken of.
  private func count(_ k: Int) -> Int {
    numbers.value(of: surface(k)).map { counts[Int($0)] } ?? 0
  }

  /// Completes posts without a body from the nearest fitting one before them.
  ///
  /// - Complexity: O(posts × names before them).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    guard posts.contains(where: { $0.institution == nil }) else { return posts }
    var placed: [ArraySlice<UInt32>: [(role: String?, body: Int)]] = [:]
    for post in posts where !post.isFormer {
      if let body = post.institution {
        placed[surface(post.person), default: []].append((post.role, body))
      }
    }
    // 副处长|甲|升任处长: the verb's post says nothing of the title before the name.
    let raised = Set(
      posts.filter { $0.isOwnClause && $0.institution != nil && !$0.isFormer }.map(\.person))
    func isOpen(_ post: FoundPost) -> Bool {
      if post.isOwnClause || raised.contains(post.person) { return true }
      guard let known = placed[surface(post.person)] else { return true }
      // 甲公司主席某人…, 创办人某人: another post than those known.
      guard !post.isHonorific, let role = post.role else { return false }
      return known.allSatisfy { held in
        guard let known = held.role else { return false }
        // 名誉主席 is another post than 主席, 副主席 of one called 主席 the same.
        if known.hasPrefix("名誉") || known.hasPrefix("荣誉") { return known != role }
        return !known.hasSuffix(role) && !role.hasSuffix(known)
      }
    }
    // Bodies a person has left are not where the next post is.
    var left: [Int: Set<Int>] = [:]
    for post in posts {
      if post.isFormer, let body = post.institution { left[post.person, default: []].insert(body) }
    }
    var elided: [Int: Int] = [:]
    // 学校党委书记甲、校长乙: one body for the list.
    var previous: (end: Int, body: Int)?
    var offices: [(role: String, body: Int, post: FoundPost)] = []
    /// 副主席麦芷晴 after 委员会主席温启邦: the body of the last post of the same name.
    func lastOffice(_ role: String, _ post: FoundPost) -> Int? {
      // 第一书记 is sent from elsewhere.
      if role.hasPrefix("第一") { return nil }
      guard let head = Self.sharedHeads.first(where: { role.hasSuffix($0) }) else { return nil }
      guard
        let last = offices.suffix(64).last(where: {
          $0.role.hasSuffix(head) && !$0.post.isFormer && $0.post.offset < post.offset
            && surface($0.post.person) != surface(post.person)
        }), post.offset - last.post.offset < 300
      else { return nil }
      // 副主席 of the body whose 主席 stood before, not one more 主席.
      return role != last.role ? last.body : nil
    }
    /// 甲兼任集团公司秘书，原公司秘书乙退休: the post that another just took, in the same body.
    func takenOver(_ role: String, _ post: FoundPost) -> Int? {
      guard post.isFormer,
        let last = offices.suffix(16).last(where: {
          $0.role == role && !$0.post.isFormer && $0.post.offset < post.offset
            && surface($0.post.person) != surface(post.person)
        }), post.offset - last.post.offset < 40
      else { return nil }
      return last.body
    }
    let holders = placed.compactMapValues { $0.first?.body }
    let first = posts.map { post in
      var completed = post
      guard post.institution == nil, !post.hasOwnUnit, let role = post.role,
        !names[post.person].isSurname, isOpen(post)
      else {
        if let role = post.role, let body = post.institution { offices.append((role, body, post)) }
        return completed
      }
      let start = names[post.person].span.start
      let from = post.isOwnClause ? max(post.offset, start) : min(post.offset, start)
      if let body = takenOver(role, post) ?? honoured(role, post, posts) {
        completed.institution = body
        offices.append((role, body, post))
        return completed
      }
      let besides = left[post.person] ?? []
      guard let need = need(post, role) else {
        completed.institution =
          lastOffice(role, post)
          ?? calling(role, post, before: from, holders, besides: besides)
          ?? (Self.isTopical(role)
            ? topic(before: from, .any, holders, besides: besides, isBare: isBare(post)) : nil)
        if let body = completed.institution { offices.append((role, body, post)) }
        return completed
      }
      if let previous, post.offset > previous.end, post.offset - previous.end <= 1,
        document.shadow[previous.end] == u("、") || document.shadow[previous.end] == u("和"),
        fits(previous.body, need.need)
      {
        completed.institution = previous.body
      } else {
        completed.institution =
          need.isReference
          ? nearest(before: from, need.need, isTopic: true, besides: besides)
          : topic(before: from, need.need, holders, besides: besides, isBare: true)
            ?? courtBehind(post.person, need.need)
            ?? (isBare(post) && Self.isTopical(role)
              ? topic(before: from, .any, holders, besides: besides, isBare: true) : nil)
            ?? nearest(before: from, need.need, isTopic: false, besides: besides)
      }
      if !post.isOwnClause { elided[post.person] = completed.institution }
      previous = completed.institution.map { (names[post.person].span.end, $0) }
      if let body = completed.institution { offices.append((role, body, post)) }
      return completed
    }
    // 公司联合创始人、董事长: one body for all posts of an apposition.
    return first.map { post in
      var completed = post
      if post.institution == nil, post.role != nil, !post.isHonorific, !post.hasOwnUnit {
        completed.institution = elided[post.person]
      }
      return completed
    }
  }

  func surface(_ k: Int) -> ArraySlice<UInt32> { document.shadow[names[k].span] }

  /// The nearest fitting body before an offset; for 公司 and 该校, the one the text is about, where
  /// it names another fitting one far more often.
  private func nearest(
    before offset: Int, _ need: Need, isTopic: Bool, besides left: Set<Int>
  ) -> Int? {
    var k = lastName(before: offset)
    // Two hundred names back at most, so that a document without any such body costs no more.
    let floor = max(0, k - 200)
    var near: Int?
    var topic: (index: Int, count: Int)?
    while k >= floor, k >= 0 {
      if fits(k, need), !left.contains(k), !isAlmaMater(k) {
        if near == nil { near = k }
        guard isTopic else { return near }
        let count = count(k)
        if topic.map({ count > $0.count }) ?? true { topic = (k, count) }
      }
      k -= 1
    }
    guard let near, let topic else { return near }
    let own = count(near)
    return topic.count >= 3 && topic.count >= own * 2 ? topic.index : near
  }

  func fits(_ k: Int, _ need: Need) -> Bool {
    guard case .institution(let kind) = names[k].kind else { return false }
    // 在港交所公布: where a company's shares are traded is not whose chairman speaks.
    if surface(k).ends(with: Self.exchange) || names[k].lexiconName.hasSuffix("交易所") {
      return false
    }
    let last = document.shadow[names[k].span.end - 1]
    switch need {
    // A department is no school that has a headmaster.
    case .kind(let kinds):
      if last == u("行"), kinds.contains(.company) { return true }
      return kinds.contains(kind) && last != u("系") && !(kind == .school && last == u("会"))
        && !(last == u("院")
          && (isCollege(k)
            || kind == .school && !names[k].isAnchored && !surface(k).ends(with: Self.academy)))
    case .word(let word): return surface(k).ends(with: word)
    case .words(let words): return words.contains { surface(k).ends(with: $0) }
    case .any: return last != u("系") && kind != .media
    case .ending(let c): return last == c
    }
  }

  /// 毕业于|某大学, 某大学|博士: where one studied is not where one holds a post.
  func isAlmaMater(_ k: Int) -> Bool {
    let shadow = document.shadow
    let span = names[k].span
    for word in Self.studiesBefore where span.start >= word.count {
      if shadow[(span.start - word.count)..<span.start].elementsEqual(word) { return true }
    }
    for gap in 0...4 where span.end + gap < shadow.count {
      if gap > 0, !Marks.isHan(shadow[span.end + gap - 1]) { return false }
      if let word = Self.studiesBehind.first(where: {
        shadow[(span.end + gap)...].starts(with: $0)
      }) {
        // 某学院毕业展, 毕业典礼: what the school itself holds.
        let next = span.end + gap + word.count
        return next >= shadow.count || !Self.graduations.contains(shadow[next])
      }
    }
    return false
  }

  private static let graduations = Set(Scalars("展典班作季设"))
  private static let studiesBefore = [
    "毕业于", "就读于", "考入", "考取", "考上", "就读", "入读", "留学", "求学于", "攻读", "保送", "升读",
  ].map { Scalars($0) }
  private static let studiesBehind = [
    "毕业", "博士", "硕士", "学士", "攻读", "就读", "求学", "留学", "访学", "访问学者", "做访问", "进修", "深造", "读书", "读研",
    "读博",
  ].map { Scalars($0) }

  /// 某大学工学院: a part of a university.
  private func isCollege(_ k: Int) -> Bool {
    let text = surface(k)
    return zip(text, text.dropFirst()).contains { $0 == u("大") && $1 == u("学") }
  }

  func lastName(before offset: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
