import HanText

/// Fields between a body and a title that are part of the post: 某医院|顾问|医生, 某公司|客运|总经理.
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
      !Self.departmentEnds.contains(shadow[title - 1]), isField(start, title)
    else { return nil }
    for i in start..<title where name(at: i) != nil { return nil }
    return start
  }

  /// Whether scalars are up to three words for what somebody is in charge of or how.
  private func isField(_ start: Int, _ end: Int) -> Bool {
    var i = start
    // 总|选举事务主任.
    if shadow[i] == u("总"), (end - i) % 2 == 1 { i += 1 }
    for _ in 0..<4 {
      if i == end { return true }
      if i > start, shadow[i] == u("及") || shadow[i] == u("和") || shadow[i] == u("与") { i += 1 }
      if let word = Self.manners.longestMatch(in: shadow, at: i, limit: end) {
        i += word.length
        continue
      }
      guard i + 2 <= end, matches.longest(at: i, [.stop, .say]).map({ $0.end - i < 2 }) ?? true,
        !Self.apart.contains(where: { shadow[i...].starts(with: $0) })
      else { return false }
      switch WordList.kind(ofPairAt: i, in: shadow) {
      case .noun?, .verbalNoun?, .abbreviation?, .head?, .distinguishing?: i += 2
      default: return false
      }
    }
    return i == end
  }

  /// Words for how a post is held.
  private static let manners = trie([
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
}
