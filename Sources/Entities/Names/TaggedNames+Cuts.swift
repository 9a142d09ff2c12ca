import HanText

/// What the tagger takes into a name that is none of it.
extension TaggedNames {
  /// 李教授 tagged whole: the title is no part of the name.
  static func withoutTitle(
    _ name: TaggedName, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> TaggedName {
    guard name.label == .person else { return withoutFormer(name, matches, shadow) }
    let last = shadow[name.span.end - 1]
    if last == u("前") || last == u("原"), matches.longest(at: name.span.end, [.post]) != nil {
      // 赖|前校长.
      return name.spanning(name.span.start, name.span.end - 1)
    }
    if let role = matches.longest(endingAt: name.span.end, .role), role.start > name.span.start,
      role.end - role.start >= 2
    {
      return name.spanning(name.span.start, role.start)
    }
    // 何|婶.
    if name.span.count == 2, PersonFinder.kinMarks.contains(last) {
      return name.spanning(name.span.start, name.span.end - 1)
    }
    if name.span.count > 2, let word = matches.longest(endingAt: name.span.end, [.stop]),
      word.start == name.span.end - 1, !belongs(name.span.end, shadow)
    {
      // 伯南克|也: a function word is no part of it either.
      return name.spanning(name.span.start, word.start)
    }
    return name
  }

  /// 前运输署 tagged whole: 前 and 原 are no part of the name.
  private static func withoutFormer(
    _ name: TaggedName, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> TaggedName {
    let first = shadow[name.span.start]
    if name.label == .institution,
      let word = matches.longest(at: name.span.start, [.status, .notName]),
      word.end < name.span.end - 2, word.end - word.start >= 2,
      let last = word.classes.contains(.status)
        ? u("构") : Optional(shadow[word.end - 1]),
      last == u("构") || last == u("业") && shadow[word.end - 2] == u("企")
    {
      // 赞助机构|慧行慈善基金, 嘉宾|教育局.
      return name.spanning(word.end, name.span.end)
    }
    guard name.label == .institution, name.span.count > 2 else { return name }
    if let cut = withoutVerb(name, matches, shadow) { return cut }
    if let cut = withoutPost(name, matches, shadow) { return cut }
    // 送|进|望安国中.
    if first == u("进"), name.span.start > 0, name.span.count >= 4,
      carrying.contains(shadow[name.span.start - 1])
    {
      return name.spanning(name.span.start + 1, name.span.end)
    }
    guard openings.contains(first), WordList.kind(ofPairAt: name.span.start, in: shadow) == nil,
      matches.longest(at: name.span.start + 1, [.body, .place]) != nil
        || matches.longest(at: name.span.end, [.post]) != nil
    else { return name }
    return name.spanning(name.span.start + 1, name.span.end)
  }

  /// What stands before a name of a body and is none of it: 前, 原, 率, 由, 据.
  static let openings = Set(Scalars("前原率由据约予被请诉得"))

  private static let carrying = Set(Scalars("送走引搬跑考住带请开打冲赶"))

  /// 某人民检察院|商签跨省协作协: what stands behind a whole name and does not end as a part of it would.
  static func withoutTail(
    _ name: TaggedName, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> TaggedName {
    let span = name.span
    // 中央社|记者林思吟: somebody's calling and name.
    if name.label == .institution, span.count >= 6,
      matches.longest(endingAt: span.end, [.head, .body]) == nil,
      let role = (span.end - 5...span.end - 4).lazy.compactMap({ start in
        matches.longest(at: start, [.occupation]).flatMap { start > span.start + 2 ? $0 : nil }
      }).first(where: { $0.end < span.end })
    {
      return name.spanning(span.start, role.start)
    }
    guard name.label == .institution, span.count >= 7, Marks.isHan(shadow[span.end - 1]),
      !endsDepartment(shadow[span.end - 1]),
      matches.longest(endingAt: span.end, [.head, .body]) == nil
    else { return name }
    for end in stride(from: span.end - 2, through: span.start + 4, by: -1) {
      guard let head = matches.longest(endingAt: end, [.head]), head.end - head.start > 1,
        matches.entry(head).headKind != .brand
      else { continue }
      return name.spanning(span.start, end)
    }
    return name
  }

  /// 接下|某协会, 某调查站搜索|某乡公所, 某院判决|某公司: a name begins behind a verb.
  private static func withoutVerb(
    _ name: TaggedName, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> TaggedName? {
    let span = name.span
    guard span.count >= 5, matches.longest(at: span.start, [.body])?.end != span.end else {
      return nil
    }
    for start in stride(from: span.end - 3, through: span.start + 2, by: -1)
    where InstitutionFinder.isVerb(before: start, matches, shadow) {
      let isEnded =
        start - 2 > span.start && matches.longest(endingAt: start - 2, [.head, .body]) != nil
      let isNamed = matches.longest(at: start, [.place, .body]).map { $0.end < span.end } ?? false
      let isWord = matches.longest(endingAt: start, [.stop]).map { $0.end - $0.start > 1 } ?? false
      guard isNamed && (isEnded || start - 2 == span.start) || isWord else { continue }
      return name.spanning(start, span.end)
    }
    return nil
  }

  /// 律协|会长, 某巴士|公共事务经理, 某村|原党委书记: what the title behind takes of the body's characters.
  private static func withoutPost(
    _ name: TaggedName, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> TaggedName? {
    let end = name.span.end
    guard end < shadow.count else { return nil }
    let last = shadow[end - 1]
    // 县政府办|理: the last character begins the verb.
    if name.span.count > 3, matches.longest(endingAt: end - 1, [.head]) != nil,
      matches.longest(endingAt: end, [.head, .body]) == nil,
      WordList.opensPredicate(at: end - 1, in: shadow)
    {
      return name.spanning(name.span.start, end - 1)
    }
    if last == u("会") || last == u("社") && matches.longest(endingAt: end, [.body]) == nil,
      shadow[end] == u("长"), name.span.count > 2,
      WordList.kind(ofPairAt: end, in: shadow) == nil
    {
      return name.spanning(name.span.start, end - 1)
    }
    if last == u("原") || last == u("前"), matches.longest(at: end, [.post]) != nil {
      return name.spanning(name.span.start, end - 1)
    }
    // 为泰党|党主席.
    if last == u("党"), shadow[end - 2] == u("党") {
      return name.spanning(name.span.start, end - 1)
    }
    // 某公司|总部: where it sits.
    if last == u("部"), shadow[end - 2] == u("总"), name.span.count >= 4,
      matches.longest(at: name.span.start, [.place])?.end != end - 2
    {
      return name.spanning(name.span.start, end - 2)
    }
    for start in max(name.span.start + 2, end - 4)..<end {
      guard let post = matches.longest(at: start, [.post]), post.end > end, post.end - start >= 5,
        matches.longest(at: end, [.post])?.end == post.end
      else { continue }
      return name.spanning(name.span.start, start)
    }
    return nil
  }

  /// 就业促进处, 劳动检查科: a department that names no place and no body it belongs to.
  func isBareDepartment(_ span: TextSpan) -> Bool {
    guard span.count >= 3, span.count <= 14,
      Self.departmentEnds.contains(shadow[span.end - 1]),
      let head = matches.longest(endingAt: span.end, [.head]), head.start >= span.start,
      matches.longest(at: span.start, [.place, .body]) == nil
    else { return false }
    return !shadow[span].contains { InstitutionFinder.isLevel($0) || $0 == u("国") }
  }

  private static let departmentEnds = Set(Scalars("处科室股组所课"))

  /// 王大为|的职务, 郑永和|，: a function word before 的 or a mark is the end of the name.
  private static func belongs(_ end: Int, _ shadow: Scalars) -> Bool {
    guard shadow[end - 1] == u("为") || shadow[end - 1] == u("和") else { return false }
    return end >= shadow.count || shadow[end] == u("的") || !Marks.isNamePart(shadow[end])
  }
}
