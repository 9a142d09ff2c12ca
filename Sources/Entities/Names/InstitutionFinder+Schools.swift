import HanText

/// Short names of schools of towns that no list has: 雨城一中, 來義高中.
extension InstitutionFinder {
  /// Whether two or three characters, no word that says what kind of school, stand between an edge
  /// and a numbered or Taiwan's short word for a school.
  func isShortSchool(_ head: LexiconMatch, from edge: Int) -> Bool {
    let gap = head.start - edge
    guard gap == 2 || gap == 3, isSchoolWord(head), isHardEdge(edge),
      shadow[edge..<head.start].allSatisfy(Marks.isHan),
      matches.longest(at: edge, [.notName, .post, .occupation, .status, .stop, .say, .head]) == nil,
      // A place that is a word too (雨城) names the school's town here.
      matches.longest(at: edge, [.place]).map({ matches.entry($0).placeForm == .weak }) ?? true,
      matches.longest(endingAt: head.start, [.notName, .stop, .say, .status]) == nil,
      !Self.schoolKinds.contains(where: { shadow[edge...].starts(with: $0) })
    else { return false }
    switch WordList.kind(ofPairAt: edge, in: shadow) {
    case nil, .noun, .person, .transliteratedPerson, .place, .otherName, .idiom, .phrase,
      .unclassified, .head:
      return true
    default: return false
    }
  }

  /// 一中 to 十中 anywhere, 国小, 国中, 高中 and the like in Taiwan; not 一中|学, 一中|间.
  private func isSchoolWord(_ head: LexiconMatch) -> Bool {
    let text = shadow[head.start..<head.end]
    if head.end - head.start == 2, shadow[head.end - 1] == u("中"),
      Self.numerals.contains(shadow[head.start])
    {
      guard head.end < shadow.count else { return true }
      switch shadow[head.end] {
      case u("学"), u("间"), u("央"), u("心"), u("期"), u("国"), u("等"), u("小"): return false
      default: return true
      }
    }
    return region == .tw && Self.taiwanSchools.contains { text.elementsEqual($0) }
  }

  private static let numerals = Set(Scalars("一二三四五六七八九十"))
  private static let taiwanSchools = ["国小", "国中", "高中", "高商", "高工", "高职"].map { Scalars($0) }

  /// What says which kind of school, or that many are meant.
  private static let schoolKinds = [
    "社区", "公立", "私立", "偏乡", "偏远", "完全", "综合", "附近", "所有", "各级", "各地", "全国", "全市", "全县", "全台", "其中",
    "集中", "母校", "当地", "周边", "邻近", "一般", "普通", "明星", "技术", "职业", "农村", "城市", "原乡", "市区", "郊区", "山区",
    "离岛", "外岛", "县立", "市立", "国立", "女子", "男子", "特色", "示范", "重点", "合作", "部落", "都会", "乡镇", "学生", "家长",
    "老师", "教师", "儿子", "女儿", "孩子", "第",
  ].map { Scalars($0) }
}
