import HanText

/// What body a title asks for that stands without one.
extension ElidedBodies {
  /// What a body must be to fit.
  enum Need {
    case kind([InstitutionKind])
    case ending(UInt32)
    case word(Scalars)
    /// Any of these endings.
    case words([Scalars])
    /// Whatever body the sentence is about.
    case any
    /// The same, but of no authority: what a company can be called that no list has.
    case `private`
  }

  static let titles: [(Scalars, [InstitutionKind])] = [
    ("校长", [.school]), ("教务主任", [.school]), ("教师", [.school]),
    ("老师", [.school]), ("班主任", [.school]), ("董事长", [.company, .other]),
    ("总经理", [.company, .other, .research]),
    ("总裁", [.company]), ("首席执行官", [.company]), ("首席营运长", [.company]), ("首席财务官", [.company]),
    ("首席技术官", [.company]), ("首席科学官", [.company]), ("首席商务官", [.company]), ("首席信息官", [.company]),
    ("首席产品官", [.company]), ("首席行政官", [.company]), ("首席人力资源官", [.company]),
    ("首席运营官", [.company, .research]),
    ("执行长", [.company, .other, .association]),
    ("总编辑", [.media]),
    ("财务总监", [.company]), ("会长", [.association]), ("理事长", [.association]),
    ("德育主任", [.school]), ("教导主任", [.school]),
    ("首席科学家", [.company, .research]), ("董事", [.company]), ("行政总裁", [.company]),
    ("创始人", [.company]), ("创办人", [.company]), ("教务长", [.school]), ("校监", [.school]),
    ("学务长", [.school]), ("总务长", [.school]), ("研发长", [.school]), ("国际长", [.school]),
    ("主任秘书", [.school]), ("总工程师", [.company]), ("总会计师", [.company]),
    ("首席营运总监", [.company]), ("公司秘书", [.company]), ("执行董事", [.company]),
    ("总会长", [.association]), ("特助", [.company]), ("党委书记", [.school, .company]),
    ("党委副书记", [.school, .company]),
    ("党委常委", [.school, .company]), ("纪委书记", [.school, .company]),
    ("纪委副书记", [.school, .company]), ("财务长", [.company]), ("营运长", [.company]),
    ("技术长", [.company]), ("人资长", [.company]), ("董座", [.company]), ("监事会主席", [.company]),
    ("董事会秘书", [.company]), ("董秘", [.company]), ("合伙人", [.company]),
    ("财务负责人", [.company]), ("法定代表人", [.company]), ("实际控制人", [.company]), ("首席营运官", [.company]),
    ("首席风险官", [.company]),
    ("独立非执行董事", [.company]), ("非执行董事", [.company]), ("监事长", [.company, .association]),
    ("理事", [.association]), ("厂长", [.company]), ("店长", [.company]), ("学生会主席", [.school]),
    ("总教官", [.school]), ("辅导员", [.school]),
  ].map { (Scalars($0.0), $0.1) }

  static let board = Scalars("董事会")
  /// How a whole school is called that ends as a college of one does.
  static let academies = ["书院", "师范学院", "职业学院", "技术学院", "专科学院"].map { Scalars($0) }
  static let exchange = Scalars("交易所")

  /// Words for the committee or group named before: 委员会|主席.
  static let committees = ["委员会", "工作组", "实验室", "专责小组", "联会", "联盟", "法团", "工会", "商会", "学会"]
    .map {
      Scalars($0)
    }

  /// Titles of courts, prosecutors and hospitals, with how their bodies end.
  static let offices: [(Scalars, [Scalars])] = [
    (["检察官", "检察长", "公诉人", "检察官助理"], ["检察院", "检察署", "地检署", "高检署", "检察分署", "律政司"]),
    (
      ["法官", "裁判官", "合议庭主席", "法警长", "庭长", "审判长", "审判员", "书记官", "书记员"],
      ["法院", "法庭", "庭", "地院", "高院", "中院", "分院"]
    ),
    (
      ["护士长", "护理长", "主治医师", "住院医师", "主任医师", "副主任医师"],
      ["医院", "诊所", "卫生院", "科", "控制中心", "医学中心", "院区"]
    ),
    (["指挥官", "司令", "司令员", "参谋长", "旅长", "军长", "师长"], ["军", "军团", "司令部", "部队", "旅", "战区", "舰队"]),
    (["总教练", "主教练", "领队"], ["队", "俱乐部"]),
    (["监委", "监察委员"], ["监察院"]), (["考试委员"], ["考试院"]), (["大法官"], ["司法院"]),
    (["召委", "召集委员"], ["委员会"]), (["园长"], ["园"]), (["次长", "政务次长", "常务次长"], ["部"]),
    (["调查官"], ["委员会", "署", "局"]), (["队长"], ["队"]), (["组长"], ["组"]),
    (["总编", "主编", "社长"], ["报", "社", "杂志", "出版社", "网"]),
  ].flatMap { titles, bodies in titles.map { (Scalars($0), bodies.map { Scalars($0) }) } }

  static let endings: [(Scalars, UInt32)] = [
    ("局长", u("局")), ("厅长", u("厅")), ("司长", u("司")), ("处长", u("处")), ("部长", u("部")),
    ("署长", u("署")), ("馆长", u("馆")), ("行长", u("行")), ("所长", u("所")), ("院长", u("院")), ("台长", u("台")),
    ("主任委员", u("会")), ("委员长", u("会")), ("秘书长", u("会")), ("大队长", u("队")), ("支队长", u("队")),
    ("站长", u("站")), ("场长", u("场")),
  ].map { (Scalars($0.0), $0.1) }

  /// Posts that several kinds of body have: one without a body is held in that of the last such post.
  static let sharedHeads = [
    "主席", "主任", "召集人", "总监", "负责人", "主委", "总干事", "主管", "会长", "理事长", "院长", "校长", "总经理", "董事长", "秘书长",
    "所长",
    "局长", "处长", "科长", "署长", "馆长", "部长", "司长", "厅长", "总裁", "书记", "委员",
  ]

  /// The two or three characters between a mark and a title, where a body named before ends with them.
  private func openingWord(_ title: Int) -> Scalars? {
    let offset = termStart(before: title)
    for length in 2...3 where offset > length {
      let start = offset - length
      let before = document.shadow[start - 1]
      guard Self.clauseMarks.contains(before) || before == u("的") else { continue }
      let word = document.shadow[start..<offset]
      guard word.allSatisfy(Marks.isHan) else { return nil }
      var k = lastName(before: start)
      let floor = max(0, k - 12)
      while k >= floor, k >= 0 {
        if case .institution = names[k].kind, names[k].span.count > length,
          surface(k).ends(with: word)
        {
          return Scalars(word)
        }
        k -= 1
      }
    }
    return nil
  }

  /// Whether what a title asks for is a company and nothing else.
  func isOfCompany(_ need: Need) -> Bool {
    if case .kind(let kinds) = need { return kinds == [.company] }
    return false
  }

  func need(_ post: FoundPost, _ role: String) -> (need: Need, isReference: Bool)? {
    let text = Scalars(role)
    if let need = reference(post) { return (need, true) }
    // 董事会|主席: of the company.
    if post.offset >= 3,
      document.shadow[(post.offset - 3)..<post.offset].elementsEqual(Self.board)
    {
      return (.kind([.company]), false)
    }
    // 署内|技正, 会内|干部: of the body named before.
    if post.offset >= 2, document.shadow[post.offset - 1] == u("内") {
      let last = document.shadow[post.offset - 2]
      if last == u("署") || last == u("局") || last == u("部") || last == u("会") || last == u("院") {
        return (.ending(last), true)
      }
    }
    // 中心|主任, 支队|高级工程师: the end of a body named before opens the clause.
    if let word = openingWord(post.offset) { return (.word(word), false) }
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
    for (title, bodies) in Self.offices where text.count >= title.count {
      if text.ends(with: title) { return (.words(bodies), false) }
    }
    for (title, ending) in Self.endings where text.count >= title.count {
      if text.ends(with: title) { return (.ending(ending), false) }
    }
    return nil
  }
}
