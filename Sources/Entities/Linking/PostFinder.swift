import HanText

/// A post found in the text, its parts by index into the names.
struct FoundPost: Sendable {
  /// Index of the person among the names.
  var person: Int
  /// The bare title, Simplified; `nil` where only the body is given.
  var role: String?
  /// Index of the body among the names.
  var institution: Int?
  /// Whether the post is left.
  var isFormer: Bool
  /// Where the text gives it.
  var offset = 0
  /// Whether a verb gives it, or it is one left: its body can be elided beside another post.
  var isOwnClause = false
  /// Whether it is a rank behind the name, which says less than a post (孙卓然|教授).
  var isHonorific = false
  /// Whether a department that is no name of the document holds it, so that no other body does.
  var hasOwnUnit = false
  /// Whether the text dates it to a year past, so that it is left where the person has another.
  var isDated = false
  /// Whether the title is a post only in a body: 民警.
  var isStaff = false
}

/// Finds who holds which post: by apposition before and after a name, by verbs, in lists, in bylines.
struct PostFinder {
  let document: Document
  let matches: LexiconMatches
  let names: [NameCandidate]
  /// Index of the name that begins or ends at each offset, -1 for none.
  let starts: [Int32]
  let ends: [Int32]
  /// Titles the tagger found, by where they end.
  let titleByEnd: [Int: TextSpan]

  /// Prepares the look-up of names by where they begin and end.
  init(
    document: Document, matches: LexiconMatches, names: [NameCandidate],
    tagged: [TaggedName]
  ) {
    self.document = document
    self.matches = matches
    self.names = names
    var starts = [Int32](repeating: -1, count: document.shadow.count + 1)
    var ends = starts
    for (k, name) in names.enumerated() {
      starts[name.span.start] = Int32(truncatingIfNeeded: k)
      ends[name.span.end] = Int32(truncatingIfNeeded: k)
    }
    var titles: [Int: TextSpan] = [:]
    for name in tagged where name.label == .role && name.span.count >= 2 {
      titles[name.span.end] = name.span
    }
    titleByEnd = titles
    self.starts = starts
    self.ends = ends
  }

  /// One post without its holder.
  struct Segment {
    var role: String?
    var institution: Int?
    var isFormer = false
    /// Whether the role is a mere status (学生), which is no post.
    var isStatus = false
    /// Whether it is a post only in a body.
    var isStaff = false
    var isHonorific = false
    /// Whether a department that is no name of the document stands before the role.
    var hasOwnUnit = false
    /// Where the role, or the body without one, begins; in posts read forward, where reading began.
    var offset = 0
    /// Where the title itself begins, in posts read forward.
    var titleStart: Int?

    /// The same post, held now.
    var current: Segment {
      var segment = self
      segment.isFormer = false
      return segment
    }
  }

  var shadow: Scalars { document.shadow }

  /// The posts in the order of the persons.
  ///
  /// - Complexity: O(number of persons × fixed windows).
  func find() -> [FoundPost] {
    var found: [FoundPost] = []
    var inherited: (end: Int, segments: [Segment])?
    for (k, name) in names.enumerated() where name.kind == .person {
      var segments = checked(before(name.span.start))
      if segments.isEmpty, let post = benchPost(before: name.span.start) { segments = [post] }
      var after = afterName(k)
      // 局长|甲|教授、常任秘书长|乙: one body for the list.
      if let previous = inherited, let first = segments.first, first.institution == nil,
        !first.isFormer, !first.isStatus,
        let body = previous.segments.last(where: { $0.institution != nil && !$0.isFormer })?
          .institution, continuesList(previous.end, first.offset)
      {
        for s in segments.indices
        where segments[s].institution == nil && isShared(segments[s].role, with: body) {
          segments[s].institution = body
        }
      }
      // 教授|沈远舟|（某大学）: the body behind is that of the title before.
      if after.count == 1, after[0].role == nil, let body = after[0].institution,
        !segments.isEmpty, segments.allSatisfy({ $0.role != nil && $0.institution == nil })
      {
        for s in segments.indices { segments[s].institution = body }
        after = []
      }
      if segments.isEmpty, after.isEmpty { after = biography(k) }
      // 教育部高等教育司|方秉宏|司长: the body before belongs to the title behind.
      if !after.isEmpty { segments.removeAll { $0.role == nil } }
      if segments.isEmpty, let previous = inherited, isListGap(previous.end, name.span.start) {
        if after.isEmpty {
          // 甲（某公司工程师）、乙（作家）: what the own bracket says.
          if hasOwnBracket(name.span.end) { continue }
          segments = previous.segments
        } else if after.count == 1, after[0].role == nil, let role = previous.segments.first?.role {
          // 指导教师：甲（某大学）、乙（另一大学）.
          after[0].role = role
          after[0].isStatus = previous.segments[0].isStatus
        }
      }
      inherited = (listEnd(behind: name.span.end), segments.isEmpty ? after : segments)
      for segment in segments + after where !(segment.role == nil && segment.institution == nil) {
        found.append(
          FoundPost(
            person: k, role: segment.isStatus ? nil : segment.role,
            institution: segment.institution, isFormer: segment.isFormer,
            offset: segment.offset, isOwnClause: segment.isFormer,
            isHonorific: segment.isHonorific, hasOwnUnit: segment.hasOwnUnit,
            isStaff: segment.isStaff && segment.institution == nil))
      }
    }
    return VerbPosts(finder: self).find(besides: found)
  }

  @inline(__always)
  func name(at start: Int) -> Int? {
    start >= 0 && start < starts.count && starts[start] >= 0 ? Int(starts[start]) : nil
  }

  @inline(__always)
  func name(endingAt end: Int) -> Int? {
    end >= 0 && end < ends.count && ends[end] >= 0 ? Int(ends[end]) : nil
  }

  /// Index of the body that ends at an offset.
  func body(endingAt end: Int) -> Int? {
    guard let k = name(endingAt: end), case .institution = names[k].kind else { return nil }
    return k
  }

  /// Index of the body that begins at an offset.
  func body(at start: Int) -> Int? {
    guard let k = name(at: start), case .institution = names[k].kind else { return nil }
    return k
  }

  /// Index of the person that begins at an offset.
  func person(at start: Int) -> Int? {
    guard let k = name(at: start), names[k].kind == .person else { return nil }
    return k
  }

  /// Index of the person that ends at an offset.
  func person(endingAt end: Int) -> Int? {
    guard let k = name(endingAt: end), names[k].kind == .person else { return nil }
    return k
  }

  /// 、 or 和 or spaces between two names.
  func isListGap(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    return shadow[from..<to].allSatisfy {
      $0 == u("、") || $0 == u("和") || $0 == u("与") || $0 == u("及")
        || Marks.isSpace($0) && $0 != 0x0A
    }
  }

  /// Where a name ends with the bracket behind it.
  private func listEnd(behind end: Int) -> Int {
    guard end < shadow.count, Marks.isOpen(shadow[end]) else { return end }
    var i = end + 1
    while i < shadow.count, i - end < 30, shadow[i] != 0x0A {
      if Marks.isClose(shadow[i]) { return i + 1 }
      i += 1
    }
    return end
  }

  /// Whether nothing but a rank and 、 or 和 stands between a name and the next one's title.
  func continuesList(_ end: Int, _ next: Int) -> Bool {
    var i = end
    if let rank = matches.longest(at: i, .role) { i = rank.end }
    guard i < next, next - i <= 2 else { return false }
    return shadow[i..<next].allSatisfy {
      $0 == u("、") || $0 == u("和") || $0 == u("及") || $0 == u("与") || $0 == u("以")
    }
  }

  /// The post whose title ends at an offset: 卫福部次长|由….
  func post(endingAt end: Int) -> Segment? {
    guard let role = role(endingAt: end), !role.isStatus else { return nil }
    return Segment(role: role.text, institution: bodyBefore(role.start), offset: role.start)
  }

  /// Whether a post can be one of the body of the post beside it: 市长 is none of a party
  /// committee, 立法委员 none of any other body.
  func isShared(_ role: String?, with body: Int) -> Bool {
    guard let role else { return true }
    // 电机学院院长|接任副校长: of the university.
    if role.hasSuffix("校长"), !names[body].isAnchored,
      shadow[names[body].span.end - 1] == u("院") || shadow[names[body].span.end - 1] == u("系")
    {
      return false
    }
    if Self.ownSeats.contains(where: { role.hasSuffix($0) }) { return false }
    // 某律师行合伙人|获委任为|独立非执行董事: of the company that appoints.
    if role.hasSuffix("董事") || role.hasSuffix("监事"),
      Self.withoutBoard.contains(where: { shadow[names[body].span].ends(with: $0) })
    {
      return false
    }
    if case .institution(.party) = names[body].kind {
      return !Self.officers.contains { role.hasSuffix($0) }
    }
    let last = shadow[names[body].span.end - 1]
    // 大使 of no ministry but that of foreign affairs; 总裁 and 局长 of no department.
    if Self.envoys.contains(where: { role.hasSuffix($0) }) { return last == u("馆") }
    if Self.departmentEnds.contains(last), Self.wholeHeads.contains(where: { role.hasSuffix($0) }) {
      return false
    }
    guard Self.heads.contains(where: { role.hasSuffix($0) }) else { return true }
    // 总理 of a charity in Hong Kong.
    if role.hasSuffix("总理") {
      return names[body].kind == .institution(.association)
        || names[body].kind == .institution(.other)
    }
    // 市长 of the city's government, not of its bureau.
    guard case .institution(.government) = names[body].kind else { return false }
    return last == u("府") || last == u("院")
  }

  /// How bodies end that have no board of directors.
  private static let withoutBoard =
    firmEnds + ["大学", "学院", "研究所", "法院", "理事会"].map { Scalars($0) }
  /// How firms of lawyers and accountants end.
  static let firmEnds = ["事务所", "律师行"].map { Scalars($0) }
  /// Heads of bodies that are no party's: 党委委员、|副校长.
  static let officers =
    heads + ["校长", "院长", "所长", "行长", "局长", "厅长", "总经理", "董事长", "总裁", "台长", "社长"]
  static let envoys = ["大使", "总领事", "公使", "参赞"]
  private static let wholeHeads = ["总裁", "董事长", "行长", "校长", "首席执行官", "行政总裁"]
  private static let departmentEnds = Set(Scalars("部处科室"))
  static let heads = ["市长", "省长", "县长", "区长", "镇长", "乡长", "州长", "总理", "总统", "主席团成员"]
  static let ownSeats = [
    "立法委员", "立委", "区议员", "人大代表", "政协委员", "市议员", "县议员", "国会议员", "党代表", "院士", "国务委员",
    "村支书", "村主任",
  ]

  /// 前, 原, 时任, 曾任 before an offset; moves it to their start.
  func isFormerMark(endingAt y: inout Int) -> Bool {
    guard y > 0 else { return false }
    let c = shadow[y - 1]
    if c == u("前") || c == u("原") {
      if c == u("前"), y > 1, shadow[y - 2] == u("目") || shadow[y - 2] == u("当") { return false }
      y -= 1
      return true
    }
    if c == u("任"), y > 1,
      Self.leftMarks.contains(shadow[y - 2])
    {
      y -= 2
      return true
    }
    if c == u("任"), y > 1, shadow[y - 2] == u("现") || shadow[y - 2] == u("新") { y -= 2 }
    return false
  }

  /// What makes 任 a mark of a post left: 时任, 曾任, 前任, 卸任, 退任, 离任.
  private static let leftMarks = Set(Scalars("时曾前卸退离"))

  /// The body before a role, directly or behind its field: 清华大学|智能科学|讲席教授.
  func bodyBefore(_ y: Int) -> Int? {
    if let body = body(endingAt: y) { return body }
    // 财政部|长: the body's last character is the title's first.
    if y < shadow.count, let body = body(endingAt: y + 1) { return body }
    if let body = assigningBody(before: y) { return body }
    var i = y
    while i > 0, y - i < 10 {
      let c = shadow[i - 1]
      // 某物业服务有限公司（简称“安悦物业”）|项目经理.
      if let behind = bodyBehindBracket(endingAt: i) { return behind }
      // 某大学|2023级|学生: the year of entry stands between too.
      guard Marks.isHan(c) || Marks.isLetter(c) || Marks.isDigit(c) else { return nil }
      // 创始人|兼|首席执行官.
      if c == u("兼") || c == u("暨") || c == u("的"), roleEnds(at: i - 1) { return nil }
      if c != u("的"),
        matches.longest(endingAt: i, [.stop, .say]).map({ $0.end - $0.start > 1 })
          ?? false
      {
        return nil
      }
      i -= 1
      if let body = body(endingAt: i) { return body }
      // 某银行|亚太区|主管: a place may stand between.
      if let k = name(endingAt: i), names[k].kind == .person { return nil }
    }
    return nil
  }

  /// 联合国某署（UNDP）|驻华|代表, 某电视台《新闻夜班》|制片人: the body before a short form or a work of its own.
  func bodyBehindBracket(endingAt i: Int) -> Int? {
    if let open = bracketOpening(endingAt: i) { return body(endingAt: open) }
    guard shadow[i - 1] == u("》"), let open = shadow[max(0, i - 24)..<i].lastIndex(of: u("《"))
    else { return nil }
    return body(endingAt: open)
  }

  /// Where the bracket opens that closes right before an offset, with a short form or a place in it.
  func bracketOpening(endingAt end: Int) -> Int? {
    guard end > 2, end <= shadow.count, Marks.isClose(shadow[end - 1]) else { return nil }
    for open in stride(from: end - 2, through: max(1, end - 24), by: -1) {
      if Marks.isOpen(shadow[open]) { return open }
      if shadow[open] == 0x0A || shadow[open] == u("。") || Marks.isClose(shadow[open]) {
        return nil
      }
    }
    return nil
  }

  func skipSpaces(leftOf start: Int) -> Int {
    var i = start
    while i > 0, start - i < 3, shadow[i - 1] == 0x20 || shadow[i - 1] == 0x3000 { i -= 1 }
    if i > 0, Marks.isColon(shadow[i - 1]) || shadow[i - 1] == u("|") { i -= 1 }
    // 董事|名叫|某人.
    if i > 2, shadow[i - 1] == u("叫"), shadow[i - 2] == u("名") { i -= 2 }
    // 总会长|拿督|某人: an honour between the post and the name.
    for honour in Self.honours where shadow[..<i].ends(with: honour) {
      let next = i - honour.count
      if matches.longest(endingAt: next, .role) != nil { return next }
    }
    // 副校长（教育）|王淑英.
    if i > 2, Marks.isClose(shadow[i - 1]) {
      var open = i - 2
      while open > 0, i - open < 10, !Marks.isOpen(shadow[open]) { open -= 1 }
      if Marks.isOpen(shadow[open]), matches.longest(endingAt: open, [.post]) != nil { i = open }
    }
    return i
  }

  private static let honours = [
    "拿督斯里", "拿汀斯里", "拿督威拉", "丹斯里", "天猛公", "拿督", "拿汀", "敦", "爵士",
  ].map { Scalars($0) }

  /// Steps over 、 ， 兼 和 / before an offset.
  func skipSeparator(leftOf y: Int) -> Int? {
    guard y > 0 else { return nil }
    switch shadow[y - 1] {
    case u("、"), u(","), u("，"), u("兼"), u("和"), u("及"), u("/"), u("暨"), 0x20: return y - 1
    default: return nil
    }
  }
}
