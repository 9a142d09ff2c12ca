import HanText

/// Fields before a title that are part of the post: 某医院|顾问|医生, 某公司|客运|总经理, 。车务|总监.
extension PostFinder {
  /// The post with the field that stands between its body and its title.
  func withField(_ segment: Segment, titleAt title: Int) -> Segment {
    guard let body = segment.institution, let role = segment.role, !segment.hasOwnUnit,
      shadow[title...].starts(with: Scalars(role)), let start = field(behind: body, title)
    else { return segment }
    var segment = segment
    segment.role = CanonicalName.make(shadow[start..<title]) + role
    return segment
  }

  /// Where a field begins that a body stands right before, and a title that has fields right behind.
  private func field(behind body: Int, _ title: Int) -> Int? {
    var start = behindLink(names[body].span.end)
    if start < title, shadow[start] == u("前") || shadow[start] == u("原") { start += 1 }
    guard title - start >= 2, title - start <= 7, shadow[start..<title].allSatisfy(Marks.isHan),
      Self.fieldTitles.contains(where: { shadow[title...].starts(with: $0) }),
      !Self.departmentEnds.contains(shadow[title - 1]), isField(start, title, takesUnknown: false)
    else { return nil }
    for i in start..<title where name(at: i) != nil { return nil }
    return start
  }

  /// Where the field begins that is part of a post without a body, which opens a clause or follows
  /// another holder's name: ，急诊|医师, 高级湿地|主任, 行政及医务|总监, 总裁某人与新闻|主管.
  ///
  /// - Complexity: at most eight scalars.
  func openingField(before role: Int) -> Int? {
    guard Self.openingTitles.contains(where: { shadow[role...].starts(with: $0) }) else {
      return nil
    }
    // 该中心|行政及医务|总监.
    if let pointed = ElidedBodies.pointer(before: role, in: shadow) {
      let start = referenceEnd(at: pointed - 1)
      return role - start >= 2 && !Self.departmentEnds.contains(shadow[role - 1])
        && start > pointed && isField(start, role, takesUnknown: true) ? start : nil
    }
    var start = role
    while start > 0, role - start < 7, Marks.isHan(shadow[start - 1]), name(endingAt: start) == nil
    {
      // 某人与|新闻主管.
      if Self.joining.contains(shadow[start - 1]), person(endingAt: start - 1) != nil { break }
      start -= 1
    }
    guard role - start >= 2, role - start < 7,
      start == 0 || !Marks.isHan(shadow[start - 1]) || Self.joining.contains(shadow[start - 1]),
      name(endingAt: start) == nil, !ElidedBodies.refers(shadow[start..<role]),
      !Self.departmentEnds.contains(shadow[role - 1]), isField(start, role, takesUnknown: true)
    else { return nil }
    for i in start..<role where name(at: i) != nil { return nil }
    return start
  }

  private static let joining = Set(Scalars("与和及"))

  /// Whether scalars are up to three words for what somebody is in charge of or how.
  ///
  /// - Parameter takesUnknown: whether a pair that no list has can be one (车务), as where it cannot be
  ///   the name of a department.
  func isField(_ start: Int, _ end: Int, takesUnknown: Bool) -> Bool {
    var i = start
    // 总|选举事务主任.
    if shadow[i] == u("总"), (end - i) % 2 == 1 { i += 1 }
    for _ in 0..<4 {
      if i == end { return true }
      if i > start, Self.joining.contains(shadow[i]) { i += 1 }
      if let word = Self.manners.longestMatch(in: shadow, at: i, limit: end) {
        i += word.length
        continue
      }
      guard i + 2 <= end, matches.longest(at: i, [.stop, .say]).map({ $0.end - i < 2 }) ?? true,
        !Self.apart.contains(where: { shadow[i...].starts(with: $0) })
      else { return false }
      switch WordList.kind(ofPairAt: i, in: shadow) {
      case .noun?, .verbalNoun?, .abbreviation?, .head?, .distinguishing?, .status?: break
      case nil where takesUnknown: break
      default:
        guard Self.works.contains(where: { shadow[i...].starts(with: $0) }) else { return false }
      }
      i += 2
    }
    return i == end
  }

  /// Verbs that are fields of work; others take a title as their object: 采访|主任.
  private static let works = [
    "急诊", "采购", "培训", "策划", "护理", "检验", "理财", "研发", "招生", "招商", "投资", "生产", "销售", "设计", "管理", "运营",
  ].map { Scalars($0) }

  /// Words for how a post is held.
  private static let manners = ScalarTrie([
    "非官守", "官守", "义务", "永远", "荣誉", "名誉", "委任", "直选", "间选", "当然", "全球", "特勤", "行政", "首席", "高级", "助理",
    "顾问", "公共", "个人", "慈善", "襄阅", "客席", "青年",
  ])

  /// Bodies inside a body, whose heads have the bare title.
  private static let apart = [
    "人大", "政协", "党委", "党组", "团委", "支部", "工会", "妇联", "纪委", "董事", "理事", "监事", "分公", "分行", "支行", "学院",
  ].map { Scalars($0) }

  private static let departmentEnds = Set(Scalars("科部处室办组队站所系院心会局署馆区司厅行社团厂店"))

  /// Titles that have what their holder is in charge of before them; not 教授, 校长 and the like.
  private static let fieldTitles = [
    "总经理", "副总经理", "经理", "副经理", "总监", "副总监", "主管", "主任", "专员", "委员", "议员", "顾问", "医生", "护士长",
    "领事", "经济师", "首席经济", "科学家", "分析师", "交易员", "策略师", "秘书长", "会长", "检察官", "庭长", "工程师",
    "设计师", "督导", "大队长", "组长", "教研组长", "公使", "参赞", "负责人", "主席", "护士", "执行总监", "干事",
  ].map { Scalars($0) }

  /// Those of them that nothing but the field need stand before.
  private static let openingTitles = [
    "主任", "总监", "副总监", "经理", "副经理", "主管", "医师", "医生", "工程师", "专员", "干事", "督导", "分析师", "经济学家", "设计师",
    "总裁", "助理",
  ].map { Scalars($0) }
}
