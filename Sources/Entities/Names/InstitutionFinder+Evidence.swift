import HanText

/// What speaks for a name of a body beside its last word: titles, verbs and brackets behind it, the
/// words it begins with.
extension InstitutionFinder {
  /// 经发局|局长, 农业局|长: an office of the city the document is about, before its head's title.
  func isBareOffice(_ head: LexiconMatch) -> Bool {
    guard head.end - head.start >= 3, Self.isOfficeEnd(shadow[head.end - 1]), isEdge(head.start),
      head.end + 1 < shadow.count
    else { return false }
    if shadow[head.end] == u("长") { return true }
    guard let post = matches.longest(at: head.end, [.post]) else { return false }
    return shadow[post.end - 1] == u("长") || shadow[post.end - 1] == u("书")
      || post.end - post.start >= 3
  }

  /// 教育局|计划新租校舍, 由卫生局|开罚: an office of the city the document is about, where it opens a phrase and
  /// does something.
  ///
  /// - Parameter gap: scalars between what can begin a name and the office.
  func isActingOffice(_ head: LexiconMatch, gap: Int) -> Bool {
    guard head.end - head.start >= 3, head.end < shadow.count,
      Self.isOfficeEnd(shadow[head.end - 1]),
      gap == 0 && isHardEdge(head.start) || isBehindPreposition(head.start),
      head.start == 0 || !Self.pointing.contains(shadow[head.start - 1]),
      !NameForms.commonOffices.contains(where: { shadow[head.start..<head.end].elementsEqual($0) })
    else { return false }
    return WordList.opensPredicate(at: head.end, in: shadow)
      || matches.longest(at: head.end, [.say]) != nil
  }

  /// 据|教育局统计, 由|卫生局开罚, 向|教育局申请.
  private func isBehindPreposition(_ i: Int) -> Bool {
    guard i > 0, Self.prepositions.contains(shadow[i - 1]) else { return false }
    return i == 1 || isHardEdge(i - 1)
  }

  private static let prepositions = Set(Scalars("据由向经被与跟"))

  /// 市教育局、|商务局: one more office of the place of the one before.
  func isCoordinatedOffice(_ head: LexiconMatch, _ anchors: Anchors) -> Bool {
    guard head.end - head.start >= 3, head.start > 1, Self.isOfficeEnd(shadow[head.end - 1]),
      shadow[head.start - 1] == u("、") || shadow[head.start - 1] == u("和")
        || shadow[head.start - 1] == u("及"),
      anchors.endsBody(head.start - 1),
      head.end >= shadow.count || !Marks.isHan(shadow[head.end])
        || matches.longest(at: head.end, [.stop, .say, .post]) != nil || endsList(head.end)
    else { return false }
    return true
  }

  /// Whether a mark, a title, a function word or one more name of a department follows.
  func isPhraseEnd(_ i: Int) -> Bool {
    i >= shadow.count || !Marks.isHan(shadow[i])
      || matches.longest(at: i, [.stop, .say, .post]) != nil || endsList(i)
      || WordList.opensPredicate(at: i, in: shadow)
  }

  /// 和, 等, 负责人 behind the last of a list.
  private func endsList(_ i: Int) -> Bool {
    switch shadow[i] {
    case u("和"), u("等"), u("及"), u("与"), u("负"), u("的"), u("主"), u("联"), u("有"), u("相"): true
    default: false
    }
  }

  /// 工商旅游处|处长, 教师工作司|副司长: where a department begins that stands behind no body, before
  /// the title that goes with it.
  func bareUnitStart(_ head: LexiconMatch, _ kind: HeadKind, edge: Int) -> Int? {
    // 该局|文物科|正在….
    if isReference(before: edge), head.end - edge >= 3, head.end - edge <= 12 { return edge }
    // 联络人：|疾病管制科|卜算股长.
    if edge > 2, Marks.isColon(shadow[edge - 1]), shadow[edge - 2] == u("人"),
      shadow[edge - 3] == u("络") || shadow[edge - 3] == u("系"), head.end - edge >= 3,
      head.end - edge <= 14
    {
      return edge
    }
    switch shadow[head.end - 1] {
    case u("处"), u("司"), u("科"), u("课"), u("署"), u("局"), u("所"): break
    default:
      // 教育部新闻发言人、|办公厅|副主任: any department behind another post.
      guard kind == .unit, head.start > 1, matches.longest(at: head.end, [.post]) != nil
      else { return nil }
      // 前|校董会|主席.
      let isPart = BodyNames.parts.contains(Scalars(shadow[head.start..<head.end]))
      let isLong = head.end - head.start >= 4 && matches.entry(head).head == .school
      if isPart || isLong, isEdge(head.start) { return head.start }
      // 、海外|事业部|总经理: a department before its head, behind a mark.
      let from = head.start - edge
      if head.end - head.start >= 2, head.end - edge >= 3, from <= 6,
        edge == 0 || !Marks.isNamePart(shadow[edge - 1]),
        shadow[edge..<head.start].allSatisfy(Marks.isHan),
        matches.longest(at: edge, [.stop, .say, .role, .place]) == nil
      {
        return edge
      }
      return shadow[head.start - 1] == u("、")
        && matches.longest(endingAt: head.start - 1, .role) != nil ? head.start : nil
    }
    var next = head.end
    if next < shadow.count, shadow[next] == u("前") || shadow[next] == u("原") { next += 1 }
    let isHeaded =
      next < shadow.count
      && (isNameBeforeTitle(from: head.end) || shadow[next] == u("长")
        || matches.longest(at: next, .role).map { $0.end - $0.start >= 2 } ?? false)
    guard isHeaded else { return nil }
    let gap = head.start - edge
    if kind == .unit, gap == 0, head.end - head.start >= 3, isEdge(head.start) { return head.start }
    // 新闻发言人、|宣传司|副司长: behind another post of the body.
    let isListed =
      edge > 1 && shadow[edge - 1] == u("、") && matches.longest(endingAt: edge - 1, .role) != nil
    let common: LexiconClass =
      isListed || isNameBeforeTitle(from: head.end)
      ? [.stop, .say, .role, .place] : [.stop, .say, .role, .place, .notName]
    guard gap >= 2, gap <= 10, matches.longest(at: edge, common) == nil else { return nil }
    for i in edge..<head.start where !Marks.isHan(shadow[i]) { return nil }
    return edge
  }

  /// 农业局农务科|林志远|科长: someone between the office and the title of its head.
  private func isNameBeforeTitle(from start: Int) -> Bool {
    guard let surname = matches.longest(at: start, [.surname, .compoundSurname]),
      !matches.isCovered(start, by: surname.end - start)
    else { return false }
    for end in (surname.end + 1)...(surname.end + 2) where end + 1 < shadow.count {
      if shadow[end] == shadow[start - 1], shadow[end + 1] == u("长") { return true }
    }
    return false
  }

  /// 新民党|立法会|议员: the body that a member of a party sits in is not the party's.
  func isPartySeat(_ head: LexiconMatch, _ anchor: Int) -> Bool {
    guard let body = matches.longest(at: head.start, [.body]), body.end == head.end,
      let party = matches.longest(at: anchor, [.body]), party.end == head.start
    else { return false }
    return matches.body(party)?.kind == .party && matches.body(body)?.kind != .party
  }

  /// 图书馆, 博物馆: bodies of their own, or parts of a school.
  static func isLibrary(_ text: ArraySlice<UInt32>) -> Bool { libraries.contains(Scalars(text)) }

  static let libraries = Set(["图书馆", "博物馆", "校史馆", "档案馆"].map { Scalars($0) })

  /// 圣雅各特殊学校|言语治疗师|唐: a calling and then a name follow.
  func isBeforeHolder(_ end: Int) -> Bool {
    guard let role = matches.longest(at: end, [.occupation]), role.end - role.start >= 2 else {
      return false
    }
    return matches.longest(at: role.end, [.surname, .compoundSurname]) != nil
      && !matches.isCovered(role.end, by: 1)
  }

  /// 教师专业发展常务委员会（师专会）: what is given a short form is a name.
  func announcesShortForm(_ end: Int) -> Bool {
    guard end < shadow.count, Marks.isOpen(shadow[end]) else { return false }
    var close = end + 1
    while close < shadow.count, close - end < 10, Marks.isHan(shadow[close]) { close += 1 }
    guard close < shadow.count, Marks.isClose(shadow[close]), close - end > 2 else { return false }
    return isShortForm(end, close)
  }

  /// 国家运动训练中心: 国家 opens names of bodies, where 国家级 does not.
  func isNational(_ start: Int) -> Bool {
    start + 2 < shadow.count && shadow[start] == u("国") && shadow[start + 1] == u("家")
      && shadow[start + 2] != u("级")
  }

  /// 海蓝环境|宣布: a clause begins with the name, and what only bodies do follows.
  func acts(_ head: LexiconMatch, from edge: Int) -> Bool {
    guard head.start - edge == 2 || head.start - edge == 3,
      matches.longest(at: edge, [.notName, .place, .head, .role, .stop]) == nil
    else { return false }
    let isIntroduced = matches.longest(endingAt: edge, [.notName]).map {
      Self.introductions.contains(Scalars(shadow[$0.start..<$0.end]))
    }
    let opens = edge == 0 || !Marks.isNamePart(shadow[edge - 1])
    if isIntroduced == true { return true }
    return opens && Self.actions.contains { shadow[head.end...].starts(with: $0) }
  }

  static let introductions = Set(["企业", "初创企业", "初创公司", "公司", "厂商"].map { Scalars($0) })

  static let actions = [
    "宣布", "表示", "成立", "完成", "发布", "推出", "获得", "获评", "回应", "透露", "创始人", "创办人",
    "联合创始人", "董事长", "总裁", "首席", "执行长", "上市",
    "提交", "披露", "入选", "中标", "承建", "相关负责人", "有关负责人",
  ].map { Scalars($0) }

  /// 国立, 私立, 市立 open nothing but names of bodies.
  func isPublic(_ start: Int) -> Bool {
    guard start + 1 < shadow.count, shadow[start + 1] == u("立") else { return false }
    switch shadow[start] {
    case u("国"), u("私"), u("市"), u("县"), u("省"): return true
    default: return false
    }
  }

  /// 有限公司 and the like end nothing but names.
  func isCompanySuffix(_ head: LexiconMatch) -> Bool {
    let length = head.end - head.start
    guard length >= 4, shadow[head.end - 1] == u("司"), shadow[head.end - 2] == u("公") else {
      return false
    }
    return shadow[head.end - 4] == u("有") || shadow[head.end - 4] == u("责")
  }

  /// 中国公司, 上海学校: a kind of body, not a body.
  func isGeneric(_ head: LexiconMatch, behind anchor: Int) -> Bool {
    let text = shadow[head.start..<head.end]
    if Self.alwaysGeneric.contains(where: { text.elementsEqual($0) }) { return true }
    guard let place = matches.longest(at: anchor, [.place]) else { return false }
    return matches.entry(place).place == .country && head.end - head.start <= 3
      && !text.elementsEqual(Scalars("政府"))
  }

  static let alwaysGeneric = [
    "公司", "集团", "学校", "中心", "分校", "子公司", "研究所", "工作室", "事务所", "高中", "高校",
    "俱乐部", "酒店", "饭店", "书店", "证券", "总会", "联盟",
  ].map { Scalars($0) }

  /// 教育部政府: a government does not follow a body.
  func isGovernment(_ head: LexiconMatch) -> Bool {
    let text = shadow[head.start..<head.end]
    return text.elementsEqual(Scalars("政府")) || text.elementsEqual(Scalars("人大"))
      || text.elementsEqual(Scalars("政协"))
  }

  /// 农工党浙江省委|会|主委: the committees of the smaller parties are called so.
  func committeeEnd(_ end: Int) -> Int {
    guard end + 1 < shadow.count, shadow[end - 1] == u("委"), shadow[end] == u("会"),
      matches.longest(at: end + 1, [.post]) != nil
        || PostFinder.prefixes.contains(where: { shadow[(end + 1)...].starts(with: $0) })
    else { return end }
    return end + 1
  }

  /// What follows a department's name of one character: a post, a mark or a function word.
  func endsWell(_ end: Int) -> Bool {
    guard end < shadow.count, Marks.isNamePart(shadow[end]) else { return true }
    if matches.longest(at: end, [.post, .stop, .say, .surname]) != nil { return true }
    if sharesTitle(endingAt: end) { return true }
    // 农业部动植物防疫检疫署|昨在, 自来水公司第四区管理处|通知.
    return shadow[end] == u("昨") || shadow[end] == u("今")
      || WordList.opensPredicate(at: end, in: shadow)
  }

  /// 驻|温哥华办事处: the mission's own first word stands before the place.
  func missionStart(_ start: Int, _ end: Int) -> Int {
    guard start > 0, shadow[start - 1] == u("驻"),
      Self.missions.contains(where: { shadow[start..<end].ends(with: $0) })
    else { return start }
    return start - 1
  }

  private static let missions = ["办事处", "代表处", "大使馆", "总领事馆", "领事馆", "联络处", "记者站"].map {
    Scalars($0)
  }

  /// 中国石油大学|（华东）: the place in brackets that tells one university from its sister.
  func campusEnd(_ end: Int) -> Int {
    guard end + 3 < shadow.count, end > 2, shadow[end - 1] == u("学"), shadow[end - 2] == u("大"),
      Marks.isOpen(shadow[end]), let place = matches.longest(at: end + 1, [.place]),
      place.end < shadow.count, Marks.isClose(shadow[place.end])
    else { return end }
    return place.end + 1
  }

  /// 某法院|少年法庭|庭长, 某法院民一庭|庭长: where the chamber of a court ends that its head follows.
  func chamberEnd(_ end: Int) -> Int {
    guard shadow[end - 1] == u("院"), shadow[end - 2] == u("法") else { return end }
    var i = end
    while i + 1 < shadow.count, i - end < 8, Marks.isHan(shadow[i]) {
      if shadow[i] == u("庭") {
        let next = i + 1
        return i > end
          && (shadow[next] == u("庭") || shadow[next] == u("副")
            || matches.longest(at: next, [.post]) != nil)
          ? next : end
      }
      if matches.longest(at: i, [.stop, .say, .post]) != nil { return end }
      i += 1
    }
    return end
  }
}
