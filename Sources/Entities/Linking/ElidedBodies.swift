import HanText

/// Finds the body of a post that the text does not repeat: 该院高级工程师, 公司总经理, and titles that
/// only one kind of body has (校长, 董事长, 局长).
struct ElidedBodies {
  let document: Document
  let names: [NameCandidate]

  /// A number for each body, by index among the names, and how often each is spoken of.
  private var numbers: [Int] = []
  private var counts: [Int] = []
  /// A name of the body that the document is about, whatever its kind.
  private var main: Int?

  /// Counts how often each body is spoken of.
  ///
  /// - Parameter canonical: canonical names, one for each of `names`.
  /// - Complexity: O(length of the bodies' names).
  init(document: Document, names: [NameCandidate], canonical: [String], posts: [FoundPost]) {
    self.document = document
    self.names = names
    guard posts.contains(where: { $0.institution == nil }) else { return }
    numbers = Array(repeating: -1, count: names.count)
    var surfaces = ScalarTrie.empty
    var known: [NameKey: Int] = [:]
    let title = document.shadow.prefix(200).firstIndex(of: 0x0A) ?? 0
    for (k, name) in names.enumerated() {
      guard case .institution = name.kind else { continue }
      let number = known[NameKey(canonical[k])] ?? counts.count
      if number == counts.count {
        known[NameKey(canonical[k])] = number
        counts.append(0)
      }
      numbers[k] = number
      // What the title names the article is about.
      counts[number] += name.span.end <= title ? 3 : 1
      surfaces.insert(document.shadow[name.span], value: Int32(truncatingIfNeeded: number))
    }
    // A body is spoken of where one of its parts is: 东江大学 in 东江大学党委.
    for (k, name) in names.enumerated()
    where numbers[k] >= 0 && name.span.count > 2 && name.span.count <= 40 {
      let span = name.span
      surfaces.forEachMatch(in: document.shadow, at: span.start, limit: span.end - 1) { end, part in
        if end - span.start >= 2, Int(part) != numbers[k] { counts[Int(part)] += 1 }
      }
    }
    main = Self.main(numbers, counts)
  }

  /// A name of the body that the document speaks of far more often than of any other.
  private static func main(_ numbers: [Int], _ counts: [Int]) -> Int? {
    guard let most = counts.max(), most >= 4, let best = counts.firstIndex(of: most),
      counts.indices.allSatisfy({ $0 == best || counts[$0] * 2 <= most })
    else { return nil }
    return numbers.firstIndex(of: best)
  }

  /// How often the body of a name is spoken of.
  private func count(_ k: Int) -> Int { counts[numbers[k]] }

  /// Titles in firms of lawyers and accountants, whose people sit on boards of others.
  private static let ofFirms = ["合伙人", "律师", "会计师", "顾问", "主任", "创始人"]

  /// A post that somebody holds in a body, and where the text says so.
  struct Held {
    let role: String?
    let body: Int
    let offset: Int
  }

  /// Completes posts without a body from the nearest fitting one before them.
  ///
  /// - Complexity: O(posts × names before them).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    guard posts.contains(where: { $0.institution == nil }) else { return posts }
    var placed: [ArraySlice<UInt32>: [Held]] = [:]
    for post in posts where !post.isFormer {
      if let body = post.institution {
        placed[surface(post.person), default: []]
          .append(Held(role: post.role, body: body, offset: post.offset))
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
    let holders = placed.compactMapValues(\.first)
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
      let need = need(post, role)
      if let body = takenOver(role, post) ?? honoured(role, post, posts)
        ?? represented(post, role, need?.need) ?? oneOfTwo(post)
      {
        completed.institution = body
        offices.append((role, body, post))
        return completed
      }
      // 当选理事长……新任理事长某人: the same post once more.
      if let held = placed[surface(post.person)]?.first(where: { $0.role == role }), !post.isFormer
      {
        completed.institution = held.body
        offices.append((role, held.body, post))
        return completed
      }
      let known = Known(
        holders: holders, left: left[post.person] ?? [], own: placed[surface(post.person)] ?? [],
        takesFirms: Self.ofFirms.contains { role.hasSuffix($0) })
      guard let need else {
        completed.institution =
          lastOffice(role, post) ?? bodyOfAnyKind(of: post, role, before: from, known)
        if let body = completed.institution { offices.append((role, body, post)) }
        return completed
      }
      if let previous, post.offset > previous.end, post.offset - previous.end <= 1,
        document.shadow[previous.end] == u("、") || document.shadow[previous.end] == u("和"),
        fits(previous.body, need.need)
      {
        completed.institution = previous.body
      } else if need.isReference {
        completed.institution = nearest(before: from, need.need, known, isReference: true)
      } else {
        completed.institution = body(of: post, role, need.need, before: from, known)
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
      if post.isStaff, completed.institution == nil { completed.role = nil }
      return completed
    }
  }

  /// What is known of the bodies that posts of one holder can be of.
  struct Known {
    /// A post in a body for each person who has one.
    let holders: [ArraySlice<UInt32>: Held]
    /// Bodies the holder has left.
    let left: Set<Int>
    /// The holder's other posts.
    let own: [Held]
    /// Whether the title is one of firms of lawyers and accountants too.
    let takesFirms: Bool
  }

  /// Whether a body is out of the question, whatever its kind: left, or a firm that has no such title.
  func isOut(_ k: Int, _ known: Known) -> Bool {
    known.left.contains(k)
      || !known.takesFirms && PostFinder.firmEnds.contains { surface(k).ends(with: $0) }
  }

  /// The body of a title that any kind of body can have.
  private func bodyOfAnyKind(
    of post: FoundPost, _ role: String, before from: Int, _ known: Known
  ) -> Int? {
    if let body = calling(role, post, before: from, known) {
      return body
    }
    guard Self.isTopical(role) else { return nil }
    let isBare = isBare(post)
    if let body = topic(before: from, .any, known, isBare: isBare) {
      return body
    }
    return main.flatMap { isBare && fits($0, .any) && !isOut($0, known) ? $0 : nil }
  }

  /// The body of a title that tells what kind of body it is of.
  private func body(
    of post: FoundPost, _ role: String, _ need: Need, before from: Int, _ known: Known
  ) -> Int? {
    func topic(_ need: Need) -> Int? {
      self.topic(before: from, need, known, isBare: true)
    }
    if let body = topic(need) ?? courtBehind(post.person, need) { return body }
    let isBare = isBare(post)
    if isBare, Self.isTopical(role), let body = topic(isOfCompany(need) ? .private : .any) {
      return body
    }
    if let body = nearest(before: from, need, known) { return body }
    // 某私立大学|董事长.
    if role.hasSuffix("董事长"), let body = topic(.kind([.school])) { return body }
    guard isBare, !post.isFormer, let body = onlyBehind(from, need), !isOut(body, known)
    else { return nil }
    // 创始人某人|原是|某公司的工程师.
    return known.own.contains { $0.body == body } ? nil : body
  }

  func surface(_ k: Int) -> ArraySlice<UInt32> { document.shadow[names[k].span] }

  /// The nearest fitting body before an offset; or the one the text is about, where it names another
  /// fitting one far more often.
  ///
  /// - Parameter isReference: whether 该校 asks for it, which can be where one studied or has left too.
  private func nearest(
    before offset: Int, _ need: Need, _ known: Known, isReference: Bool = false
  ) -> Int? {
    var k = lastName(before: offset)
    // Two hundred names back at most, so that a document without any such body costs no more.
    let floor = max(0, k - 200)
    var near: Int?
    var topic: (index: Int, count: Int)?
    while k >= floor, k >= 0 {
      if fits(k, need), isReference || !isOut(k, known) && !isAlmaMater(k), !isOwner(k) {
        if near == nil { near = k }
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
    if Self.boards.contains(where: { surface(k).elementsEqual($0) }) { return false }
    switch need {
    // A department is no school that has a headmaster.
    case .kind(let kinds):
      if kinds.contains(.school), Self.teaching.contains(where: { surface(k).ends(with: $0) }) {
        return true
      }
      if last == u("行"), kinds.contains(.company) { return true }
      return kinds.contains(kind) && last != u("系") && !(kind == .school && last == u("会"))
        && !(last == u("院")
          && (isCollege(k)
            || kind == .school && !names[k].isAnchored
              && !Self.academies.contains { surface(k).ends(with: $0) }))
    case .word(let word): return ends(k, with: word)
    case .words(let words): return words.contains { ends(k, with: $0) }
    case .any: return last != u("系") && kind != .media
    case .private:
      return last != u("系") && ![.media, .government, .party, .school].contains(kind)
    case .ending(let c):
      return ends(k, with: [c]) || c == u("院") && surface(k).ends(with: Self.veterans)
    }
  }

  /// Whether a body's name ends so, or the one that its short form stands for: 公平会 of a 委员会.
  private func ends(_ k: Int, with word: Scalars) -> Bool {
    surface(k).ends(with: word)
      || !names[k].lexiconName.isEmpty && Scalars(names[k].lexiconName).ends(with: word)
  }

  /// 毕业于|某大学, 某大学|博士: where one studied is not where one holds a post.
  func isAlmaMater(_ k: Int) -> Bool {
    let shadow = document.shadow
    let span = names[k].span
    for word in Self.studiesBefore where span.start >= word.count {
      if shadow[(span.start - word.count)..<span.start].elementsEqual(word) { return true }
    }
    // 某大学|公布今年|毕业生人数: what it does.
    let reach = WordList.opensPredicate(at: span.end, in: shadow) ? 0 : 4
    for gap in 0...reach where span.end + gap < shadow.count {
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

  /// 某集团|旗下|某公司: whose the body named right behind is.
  func isOwner(_ k: Int) -> Bool {
    let end = names[k].span.end
    return Self.owning.longestMatch(in: document.shadow, at: end).map { word in
      names[(k + 1)...].prefix(2).contains { $0.span.start <= end + word.length + 8 && isBody($0) }
    } ?? false
  }

  private func isBody(_ name: NameCandidate) -> Bool {
    if case .institution = name.kind { return true }
    return false
  }

  private static let owning = ScalarTrie([
    "旗下", "辖下", "属下", "下属", "所属", "控股的", "控股子公司", "辅导的", "投资的", "收购的",
  ])
  /// How schools are called that no word for a school ends.
  private static let teaching = ["教育中心", "中心校", "教学点", "党校", "特教中心"].map { Scalars($0) }
  /// 台中荣总: a hospital.
  private static let veterans = Scalars("荣总")
  /// Boards, whose heads are heads of the whole.
  private static let boards = ["理事会", "董事会", "监事会", "常务理事会", "校董会"].map { Scalars($0) }
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
