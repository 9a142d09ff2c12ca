import HanText

/// Which body a bare department, office or branch belongs to: the one that 该局 stands for, the one of
/// the same list, the one that the text is about.
extension BodyNames {
  /// The body that 该局 or 该处 before an offset stands for: the last one that ends so.
  func referent(before start: Int) -> Scalars? {
    let shadow = document.shadow
    guard start > 1, shadow[start - 2] == u("该"), InstitutionFinder.isReferent(shadow[start - 1])
    else { return nil }
    if shadow[start - 1] == u("校") {
      // 在某大学，校长…与另一大学副校长…，该校…: the school that opens the paragraph.
      let line = paragraph(of: start)
      if let topic = settled.suffix(64).first(where: { $0.span.start >= line }),
        topic.span.start - line <= 1, Self.isAnySchool(topic.name)
      {
        return topic.name
      }
      return main.map { full[$0] } ?? settled.suffix(32).last { Self.isAnySchool($0.name) }?.name
    }
    let last = shadow[start - 1]
    for body in settled.suffix(32).reversed() {
      if body.name.last == last { return body.name }
      // 水利局办公室…，该局: the bureau the office belongs to.
      if let k = body.name.lastIndex(of: last), k > 2 { return Scalars(body.name[...k]) }
    }
    return nil
  }

  /// The longer name of a body that begins with one completed before (卫生局|疾病管制科), with a bare level
  /// (县|人民医院), or is a branch of one (左营分局).
  func belonging(
    _ surface: ArraySlice<UInt32>, at start: Int, isAnchored: Bool
  ) -> String? {
    for body in longer.reversed()
    where surface.count > body.surface.count && surface.starts(with: body.surface) {
      return String(scalars: body.name + surface.dropFirst(body.surface.count))
    }
    if surface.ends(with: Self.branch), surface.count <= 6,
      let body = settled.suffix(32).last(where: { Self.isPolice($0.name) })?.name
    {
      return String(scalars: body + surface)
    }
    // 原住民族学生资源中心, 校友总会 in an article about one school.
    if let main, !isAnchored, surface.count <= 14, surface.first != u("国"),
      !surface.starts(with: full[main]),
      Self.schoolParts.contains(where: { surface.ends(with: $0) }),
      matches.longest(at: start, [.place, .body]) == nil
    {
      return String(scalars: full[main] + surface)
    }
    guard surface.count >= 5, let first = surface.first, NamedPlaces.Level(first) != nil,
      matches.longest(at: start, [.place, .head, .notName, .body]) == nil,
      WordList.kind(ofPairAt: start, in: document.shadow) == nil,
      start == 0 || !Marks.isNamePart(document.shadow[start - 1])
        || matches.longest(endingAt: start, [.stop, .say, .role]) != nil
    else { return nil }
    return byPlace(Scalars(surface), at: start)
  }

  static let branch = Scalars("分局")

  static let hospital = Scalars("医院")

  static func isPolice(_ name: Scalars) -> Bool {
    branched.contains { name.ends(with: $0) }
  }

  /// Bureaus that have branches.
  private static let branched = ["警察局", "公安局", "税务局"].map { Scalars($0) }

  /// The body of a kind that the text has spoken of most so far.
  func mostNamed(_ kind: InstitutionKind) -> Scalars? {
    var counts: [(name: Scalars, count: Int)] = []
    for body in settled.suffix(64) where body.kind == kind {
      if let k = counts.firstIndex(where: { $0.name == body.name }) {
        counts[k].count += 1
      } else {
        counts.append((body.name, 1))
      }
    }
    guard let most = counts.map(\.count).max() else { return nil }
    return counts.first { $0.count == most }?.name
  }

  static let supervisors = Scalars("监事会")

  /// 审计委员会, 战略与科技委员会: a committee of a company's board.
  static func isBoardPart(_ text: Scalars) -> Bool {
    text.count <= 12 && text.ends(with: boardCommittee)
      && boardStems.contains { text.starts(with: $0) }
  }

  private static let boardCommittee = Scalars("委员会")
  private static let boardStems = ["审核", "薪酬", "提名", "风险", "审计", "战略"].map { Scalars($0) }

  /// A school itself, no part of one.
  static func isAnySchool(_ name: Scalars) -> Bool {
    allSchools.contains { name.ends(with: $0) }
  }

  static let allSchools = [
    "大学", "学院", "中学", "小学", "学校", "书院", "高中", "国中", "国小", "公学", "附中",
  ].map {
    Scalars($0)
  }

  /// The place of 市教育局 for 商务局 in 市教育局、商务局.
  func coordinated(before start: Int) -> Scalars? {
    guard let last = settled.last, last.span.end == start - 1, start < document.shadow.count,
      NamedPlaces.Level(document.shadow[start]) == nil
    else { return nil }
    let c = document.shadow[start - 1]
    guard c == u("、") || c == u("和") || c == u("及") || c == u("与"),
      let head = matches.longest(endingAt: last.span.end, [.head]),
      matches.entry(head).headKind == .office
    else { return nil }
    let text = document.shadow[head.start..<head.end]
    if last.name.count > text.count, last.name.ends(with: text) {
      return Scalars(last.name.dropLast(text.count))
    }
    // 市人社局、商务局: the short form stands spelled out in the name.
    for (short, long) in Self.officeForms
    where text.elementsEqual(short) && last.name.ends(with: long) {
      return Scalars(last.name.dropLast(long.count))
    }
    return nil
  }

  /// Parts that a school has.
  static let schoolParts = [
    "图书馆", "学生会", "校友会", "校友总会", "教务处", "学务处", "总务处", "研究发展处", "主计室", "人事室", "秘书室", "学系", "学生资源中心",
    "家长教师会", "家长会", "国际事务处", "科研处", "学生处", "招生办公室", "研究生院",
  ].map { Scalars($0) }

  /// 市住建局 completed, where it stands behind the last body named in full in the paragraph.
  func lastSettled(before start: Int) -> Scalars? {
    guard
      let last = settled.suffix(32).last(where: {
        isElliptical($0.span) || !isMediumAt($0.span)
      }),
      isElliptical(last.span), last.span.start >= paragraph(of: start)
    else { return nil }
    return last.name
  }

  func isElliptical(_ span: TextSpan) -> Bool {
    NamedPlaces.Level(document.shadow[span.start]) != nil
      && completions[document.shadow[span]] != nil
  }

  func isMediumAt(_ span: TextSpan) -> Bool {
    Self.isMedium(Scalars(document.shadow[span]))
  }
}
