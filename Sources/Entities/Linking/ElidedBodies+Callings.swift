import HanText

/// Ranks, callings and seats without a body: the body that the scene or the paragraph names.
extension ElidedBodies {
  /// The body of a rank, calling or seat: of the room that the clause before is set in, or the fitting
  /// one that the paragraph is about where the title opens its clause.
  func calling(
    _ role: String, _ post: FoundPost, before offset: Int, _ known: Known
  ) -> Int? {
    let need = Self.calling(Scalars(role))
    if let body = scene(before: min(post.offset, names[post.person].span.start)),
      need.map({ fits(body, $0) }) ?? !post.isHonorific
    {
      return body
    }
    guard let need, !post.isHonorific, isBare(post) else { return nil }
    return topic(before: offset, need, known, isBare: true)
  }

  /// 某医院血液科的实验室里，|某人教授: the body in whose rooms a clause is set.
  func scene(before start: Int) -> Int? {
    let shadow = document.shadow
    guard start > 6, shadow[start - 1] == u("，") || shadow[start - 1] == u(","),
      shadow[start - 2] == u("里") || shadow[start - 2] == u("内")
    else { return nil }
    let k = lastName(before: start)
    guard k >= 0, start - names[k].span.end < 16, case .institution(let kind) = names[k].kind,
      kind != .media, shadow[names[k].span.end..<(start - 1)].allSatisfy(Marks.isHan)
    else { return nil }
    return k
  }

  /// What the body of a calling must be, by the longest ending of the title.
  private static func calling(_ role: Scalars) -> Need? {
    if let seat = seats.first(where: { $0.0 == role }) { return seat.1 }
    return callings.first { role.ends(with: $0.0) }?.1
  }

  /// Titles that are asked for in full: 区议员 and 家长委员 are others.
  private static let seats: [(Scalars, Need)] = [
    (["议员", "立法会议员"], ["立法会", "议会"]), (["委员"], ["委员会"]),
  ].flatMap { titles, bodies in
    titles.map { (Scalars($0), Need.words(bodies.map { Scalars($0) })) }
  }

  private static let callings: [(Scalars, Need)] = {
    let byEnding: [([String], [String])] = [
      (["系主任"], ["系"]), (["检察官助理"], ["检察院", "地检署", "检察署"]), (["典狱长"], ["监狱"]),
      (["法官助理"], ["法院", "地院", "高院"]),
      (
        ["医师", "医生", "护士", "护理师", "护师", "护理长", "药剂师", "药师", "治疗师"],
        ["医院", "卫生院", "卫生所", "诊所", "院区", "医学中心", "控制中心", "科", "卫生服务中心"]
      ),
      (["指挥", "团长"], ["团", "乐队"]), (["讲解员", "馆员"], ["馆", "学会", "景区", "院"]),
      (["民警", "辅警", "警员", "员警"], ["派出所", "公安局", "分局", "警察局", "支队", "大队", "警署"]),
      (["教练", "队长"], ["队", "俱乐部"]), (["消防员", "消防士"], ["站", "支队", "大队", "消防局", "分队"]),
    ]
    let ofSchools: [([String], [String])] = [
      (
        ["教授", "讲师", "助教", "博士生导师", "外教", "指导老师", "班导师", "老师", "教官"],
        ["大学", "学院", "系", "学校", "中学", "小学", "国小", "国中", "高中", "书院", "研究院", "研究所", "大"]
      )
    ]
    let byKind: [([String], [InstitutionKind])] = [
      (["研究员", "研究员级高级工程师", "青年学者"], [.research, .school]), (["科学家"], [.research]),
      (["工程师", "技术员", "检验员", "工艺师"], [.company, .research]),
      (["公司秘书", "业务员", "营业员"], [.company]),
    ]
    return (byEnding + ofSchools).flatMap { titles, bodies in
      titles.map { (Scalars($0), Need.words(bodies.map { Scalars($0) })) }
    }
      + byKind.flatMap { titles, kinds in titles.map { (Scalars($0), Need.kind(kinds)) } }
  }()
}
