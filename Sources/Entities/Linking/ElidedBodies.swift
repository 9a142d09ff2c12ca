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

  /// What a body must be to fit.
  private enum Need {
    case kind([InstitutionKind])
    case ending(UInt32)
    case word(Scalars)
  }

  private static let titles: [(Scalars, [InstitutionKind])] = [
    ("校长", [.school]), ("园长", [.school]), ("教务主任", [.school]), ("教师", [.school]),
    ("老师", [.school]), ("班主任", [.school]), ("董事长", [.company]), ("总经理", [.company]),
    ("总裁", [.company]), ("首席执行官", [.company]), ("首席财务官", [.company]),
    ("首席技术官", [.company]), ("首席运营官", [.company]), ("执行长", [.company]), ("总编辑", [.media]),
    ("财务总监", [.company]), ("会长", [.association]), ("理事长", [.association]),
    ("科主任", [.school]), ("系主任", [.school]), ("德育主任", [.school]), ("教导主任", [.school]),
    ("首席科学家", [.company, .research]), ("董事", [.company]), ("行政总裁", [.company]),
    ("创始人", [.company]), ("创办人", [.company]), ("教务长", [.school]), ("校监", [.school]),
    ("学务长", [.school]), ("总务长", [.school]), ("研发长", [.school]), ("国际长", [.school]),
    ("主任秘书", [.school]), ("总工程师", [.company]), ("总会计师", [.company]),
    ("首席营运总监", [.company]), ("公司秘书", [.company]), ("执行董事", [.company]),
    ("首席运营官", [.company]), ("总编辑", [.media]), ("总会长", [.association]),
    ("特助", [.company]), ("党委书记", [.school, .company]), ("党委副书记", [.school, .company]),
    ("党委常委", [.school, .company]), ("纪委书记", [.school, .company]),
    ("纪委副书记", [.school, .company]),
  ].map { (Scalars($0.0), $0.1) }

  private static let board = Scalars("董事会")
  private static let exchange = Scalars("交易所")
  private static let unitEnds = Set(Scalars("处科所署部馆台课厅司室"))

  /// Words for the committee or group named before: 委员会|主席.
  private static let committees = ["委员会", "工作组", "实验室", "专责小组", "联会", "联盟", "法团", "工会", "商会", "学会"]
    .map {
      Scalars($0)
    }

  private static let endings: [(Scalars, UInt32)] = [
    ("局长", u("局")), ("厅长", u("厅")), ("司长", u("司")), ("处长", u("处")), ("部长", u("部")),
    ("署长", u("署")), ("馆长", u("馆")), ("行长", u("行")), ("所长", u("所")), ("院长", u("院")), ("台长", u("台")),
    ("主任委员", u("会")), ("秘书长", u("会")), ("大队长", u("队")), ("支队长", u("队")), ("站长", u("站")),
  ].map { (Scalars($0.0), $0.1) }

  /// Posts that several kinds of body have: one without a body is held in that of the last such post.
  private static let sharedHeads = [
    "主席", "主任", "召集人", "总监", "负责人", "主委", "总干事", "主管", "会长", "理事长", "院长", "校长", "总经理", "董事长", "秘书长",
    "所长",
    "局长", "处长", "科长", "署长", "馆长", "部长", "司长", "厅长", "总裁", "书记", "委员",
  ]

  private static let references: [(Scalars, [InstitutionKind])] = [
    ("该公司", [.company]), ("公司", [.company]), ("集团", [.company]), ("该校", [.school]),
    ("学校", [.school]), ("我校", [.school]), ("该院", [.school, .research, .other]),
    ("学院", [.school]), ("该所", [.research]), ("研究院", [.research]), ("该局", [.government]),
    ("该厅", [.government]), ("该协会", [.association]), ("协会", [.association]),
    ("该会", [.association]), ("该基金会", [.association, .other]), ("该报", [.media]),
    ("该行", [.company]), ("医院", [.other]), ("该中心", [.other, .research, .company, .government]),
  ].map { (Scalars($0.0), $0.1) }

  /// Completes posts without a body from the nearest fitting one before them.
  ///
  /// - Complexity: O(posts × names before them).
  func complete(_ posts: [FoundPost]) -> [FoundPost] {
    guard posts.contains(where: { $0.institution == nil }) else { return posts }
    let placed = Set(
      posts.filter { $0.institution != nil && !$0.isFormer }.map { surface($0.person) })
    // 副处长|甲|升任处长: the verb's post says nothing of the title before the name.
    let raised = Set(
      posts.filter { $0.isOwnClause && $0.institution != nil && !$0.isFormer }.map(\.person))
    func isOpen(_ post: FoundPost) -> Bool {
      post.isOwnClause || !placed.contains(surface(post.person)) || raised.contains(post.person)
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
    let first = posts.map { post in
      guard post.institution == nil, !post.hasOwnUnit, let role = post.role,
        !names[post.person].isSurname, isOpen(post),
        let need = need(post, role)
      else {
        var completed = post
        if post.institution == nil, !post.hasOwnUnit, let role = post.role,
          !names[post.person].isSurname, isOpen(post)
        {
          completed.institution = lastOffice(role, post)
          if let body = completed.institution { offices.append((role, body, post)) }
        } else if let role = post.role, let body = post.institution {
          offices.append((role, body, post))
        }
        return completed
      }
      var completed = post
      let start = names[post.person].span.start
      if let previous, post.offset > previous.end, post.offset - previous.end <= 1,
        document.shadow[previous.end] == u("、") || document.shadow[previous.end] == u("和"),
        fits(previous.body, need.need)
      {
        completed.institution = previous.body
      } else {
        completed.institution = nearest(
          before: max(post.isOwnClause ? post.offset : start, start), need.need,
          isTopic: need.isReference, besides: left[post.person] ?? [])
      }
      if !post.isOwnClause { elided[post.person] = completed.institution }
      previous = completed.institution.map { (names[post.person].span.end, $0) }
      if let body = completed.institution { offices.append((role, body, post)) }
      return completed
    }
    // 公司联合创始人、董事长: one body for all posts of an apposition.
    return first.map { post in
      var completed = post
      if post.institution == nil, post.role != nil { completed.institution = elided[post.person] }
      return completed
    }
  }

  private func surface(_ k: Int) -> ArraySlice<UInt32> { document.shadow[names[k].span] }

  private func need(_ post: FoundPost, _ role: String) -> (need: Need, isReference: Bool)? {
    let text = Scalars(role)
    // The word before the title: 该院|高级工程师|陈思远, 该公司|台湾区|负责人|白雅文.
    for gap in 0...4 {
      let before = post.offset - gap
      guard before > 1, gap == 0 || Marks.isHan(document.shadow[before]) else { break }
      for (word, kinds) in Self.references where before >= word.count {
        if gap > 0, word.first != u("该") { continue }
        if document.shadow[(before - word.count)..<before].elementsEqual(word) {
          return (.kind(kinds), true)
        }
      }
    }
    // 董事会|主席: of the company.
    if post.offset >= 3,
      document.shadow[(post.offset - 3)..<post.offset].elementsEqual(Self.board)
    {
      return (.kind([.company]), false)
    }
    // 该处|专门委员, 该科|技正: of the body named before that ends so.
    if post.offset >= 2, document.shadow[post.offset - 2] == u("该"),
      Self.unitEnds.contains(document.shadow[post.offset - 1])
    {
      return (.ending(document.shadow[post.offset - 1]), false)
    }
    // 署内|技正, 会内|干部: of the body named before.
    if post.offset >= 2, document.shadow[post.offset - 1] == u("内") {
      let last = document.shadow[post.offset - 2]
      if last == u("署") || last == u("局") || last == u("部") || last == u("会") || last == u("院") {
        return (.ending(last), true)
      }
    }
    for word in Self.committees where post.offset >= word.count {
      if document.shadow[(post.offset - word.count)..<post.offset].elementsEqual(word),
        post.offset == word.count || !Marks.isHan(document.shadow[post.offset - word.count - 1])
      {
        return (.word(word), false)
      }
    }
    for (title, kinds) in Self.titles where text.count >= title.count {
      if text.ends(with: title) { return (.kind(kinds), false) }
    }
    for (title, ending) in Self.endings where text.count >= title.count {
      if text.ends(with: title) { return (.ending(ending), false) }
    }
    return nil
  }

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

  private func fits(_ k: Int, _ need: Need) -> Bool {
    guard case .institution(let kind) = names[k].kind else { return false }
    // 在港交所公布: where a company's shares are traded is not whose chairman speaks.
    if surface(k).ends(with: Self.exchange) || names[k].lexiconName.hasSuffix("交易所") {
      return false
    }
    let last = document.shadow[names[k].span.end - 1]
    switch need {
    // A department is no school that has a headmaster.
    case .kind(let kinds):
      return kinds.contains(kind) && last != u("系") && !(kind == .school && last == u("会"))
        && !(last == u("院") && (isCollege(k) || kind == .school && !names[k].isAnchored))
    case .word(let word): return surface(k).ends(with: word)
    case .ending(let c): return last == c
    }
  }

  /// 毕业于|某大学, 某大学|博士: where one studied is not where one holds a post.
  private func isAlmaMater(_ k: Int) -> Bool {
    let shadow = document.shadow
    let span = names[k].span
    for word in Self.studiesBefore where span.start >= word.count {
      if shadow[(span.start - word.count)..<span.start].elementsEqual(word) { return true }
    }
    for gap in 0...4 where span.end + gap < shadow.count {
      if gap > 0, !Marks.isHan(shadow[span.end + gap - 1]) { return false }
      if Self.studiesBehind.contains(where: { shadow[(span.end + gap)...].starts(with: $0) }) {
        return true
      }
    }
    return false
  }

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

  private func lastName(before offset: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
