import HanText

/// Titles before an offset: where they begin, and what belongs to them.
extension PostFinder {
  /// A role and where it begins, prefixes like 副 and ranks like 二级 included.
  func role(endingAt end: Int) -> (text: String, start: Int, isStatus: Bool)? {
    guard let match = roleMatch(endingAt: end) else {
      guard let title = titleByEnd[end], title.count <= 4, nameEnds(before: title.start, end),
        shadow[title].allSatisfy(Marks.isHan), matches.longest(endingAt: end, [.stop, .say]) == nil
      else { return nil }
      return (CanonicalName.make(shadow[title]), title.start, false)
    }
    var start = rolePrefix(before: match.start)
    // 石笋村党支部|书记: the body ends inside the word 党支部书记.
    for inner in stride(from: end - 2, to: match.start, by: -1) where body(endingAt: inner) != nil {
      if matches.longest(at: inner, .role)?.end == end { start = inner }
    }
    let isStatus =
      match.classes.contains(.status)
      && !(body(endingAt: start) != nil
        && Self.statusPosts.contains { shadow[start..<end].ends(with: $0) })
    return (CanonicalName.make(shadow[start..<end]), start, isStatus)
  }

  /// The longest title that ends at an offset and holds no name; of 政法委|书记, where 政法委 is one, what
  /// stands behind it.
  private func roleMatch(endingAt end: Int) -> LexiconMatch? {
    guard let match = matches.longest(endingAt: end, .role) else { return nil }
    if nameEnds(before: match.start, end) { return match }
    for start in stride(from: end - 2, to: match.start, by: -1) where body(endingAt: start) != nil {
      if let inner = matches.longest(at: start, .role), inner.end == end,
        nameEnds(before: start, end)
      {
        return inner
      }
    }
    return nil
  }

  /// Callings that are a post right behind the body one serves in: 某派出所|民警.
  private static let statusPosts = [
    "民警", "队员", "班长", "保洁员", "代表", "司机", "保安", "摄影", "官员", "学者", "老师", "教官", "护工",
  ].map { Scalars($0) }

  /// No name reaches into a role.
  func nameEnds(before start: Int, _ end: Int) -> Bool {
    for i in start..<end where name(at: i) != nil { return false }
    return true
  }

  func roleEnds(at x: Int) -> Bool { role(endingAt: x) != nil }

  /// 副, 代 and the like, which may stand before any post.
  func rolePrefix(before start: Int) -> Int {
    guard start > 0 else { return start }
    let c = shadow[start - 1]
    if c == u("副") || c == u("代") { return start - 1 }
    // 嘉义分所|分所长, ，分署长|某人, but not 部分|院长.
    if c == u("分"), start + 1 < shadow.count, shadow[start + 1] == u("长"),
      start < 2 || !Marks.isHan(shadow[start - 2]) || body(endingAt: start - 1) != nil
    {
      return start - 1
    }
    if start >= 2, c == u("级"), Self.isNumeral(shadow[start - 2]) { return start - 2 }
    if let grade = graded(before: start) { return grade }
    guard start >= 2 else { return start }
    let pair = shadow[(start - 2)..<start]
    return Self.prefixes.contains { pair.elementsEqual($0) } ? start - 2 : start
  }

  /// 总调查|主任, 首席教育|主任, 高级检控|官: a grade and a field between a body and a title belong to it.
  private func graded(before start: Int) -> Int? {
    for length in 3...4 {
      let from = start - length
      guard from > 0, body(endingAt: from) != nil else { continue }
      let word = shadow[from..<start]
      guard word.allSatisfy(Marks.isHan) else { return nil }
      let isGraded =
        length == 3
        ? word.first == u("总") : Self.grades.contains { word.starts(with: $0) }
      return isGraded && matches.longest(endingAt: start, [.head]) == nil ? from : nil
    }
    return nil
  }

  private static let grades = ["首席", "高级", "助理", "资深", "主任"].map { Scalars($0) }

  /// Words that may stand before any post and belong to it: 署理|高级联络主任, 代理|县长.
  static let prefixes = [
    "署理", "代理", "首席", "资深", "高级", "名誉", "荣誉", "联席", "常务", "专职", "兼职", "执行", "共同", "常任",
    "轮值",
  ].map {
    Scalars($0)
  }

  static func isNumeral(_ c: UInt32) -> Bool {
    c == u("一") || c == u("二") || c == u("三") || c == u("四")
  }
}
