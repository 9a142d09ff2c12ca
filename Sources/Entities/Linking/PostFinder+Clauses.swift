import HanText

/// Bodies and titles that a phrase stands between: 某委员会负责科研的|委员, 某医院派驻某国的|护理师.
extension PostFinder {
  /// The body before the words that say what one of its people looks after or where it sent them.
  func assigningBody(before role: Int) -> Int? {
    guard role > 4, shadow[role - 1] == u("的") else { return nil }
    var i = role - 1
    while i > 2, role - i < 14, Marks.isNamePart(shadow[i - 1]) {
      i -= 1
      guard Self.assigning.contains(where: { shadow[i...].starts(with: $0) }) else { continue }
      return body(endingAt: i) ?? bodyBehindBracket(endingAt: i)
    }
    return nil
  }

  private static let assigning = ["负责", "主管", "分管", "派驻", "派往", "常驻", "驻", "选派", "派出"].map {
    Scalars($0)
  }

  /// 作为某集团的首席执行官，|某人: a post told before the comma.
  func introduced(before start: Int) -> Segment? {
    guard start > 6, shadow[start - 1] == u("，") || shadow[start - 1] == u(","),
      let role = role(endingAt: start - 1), !role.isStatus, let body = bodyBefore(role.start),
      Self.introductions.contains(where: {
        shadow[..<names[body].span.start].ends(with: $0)
      })
    else { return nil }
    return Segment(role: role.text, institution: body, offset: role.start)
  }

  private static let introductions = ["作为", "身为", "现任", "担任"].map { Scalars($0) }

  /// 甲厅党组成员、副厅长，乙会副主任|某人: whether the titles left of a comma lead, over 、, to a body
  /// that opens the clause.
  func opensClause(_ role: Int) -> Bool {
    var y = role
    for _ in 0..<6 {
      if let body = bodyBefore(y) {
        let start = names[body].span.start
        return start == 0 || Self.clauseEdges.contains(shadow[start - 1])
      }
      guard y > 1, shadow[y - 1] == u("、") || shadow[y - 1] == u("兼"),
        let next = self.role(endingAt: y - 1), person(endingAt: next.start) == nil
      else { return false }
      y = next.start
    }
    return false
  }

  private static let clauseEdges = Set(Scalars("。；：:;\n“「　 "))
}
