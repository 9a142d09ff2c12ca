import HanText

/// Posts before a name.
extension PostFinder {
  // MARK: Before the name

  /// 上海市经信委主任|张英; 某院院士、某实验室主任|王某: in the order of the text.
  func before(_ start: Int) -> [Segment] {
    var segments: [Segment] = []
    var x = skipSpaces(leftOf: start)
    var leftmost = start
    var isBehindComma = false
    for _ in 0..<10 {
      guard let role = role(endingAt: x) else { break }
      // 张翔|教授、…: the title behind another name.
      if !segments.isEmpty, person(endingAt: role.start) != nil { break }
      var segment = Segment(role: role.text, isStatus: role.isStatus, offset: role.start)
      var y = role.start
      if isFormerMark(endingAt: &y) { segment.isFormer = true }
      if let body = bodyBefore(y) {
        segment.institution = body
        if let field = fieldStart(behind: body, y) ?? taughtField(behind: body, y), y == role.start
        {
          segment.role = CanonicalName.make(shadow[field..<role.start]) + role.text
        }
        y = names[body].span.start
        if isFormerMark(endingAt: &y) { segment.isFormer = true }
      } else if !segment.isFormer, y == role.start, let field = openingField(before: y) {
        segment.role = CanonicalName.make(shadow[field..<y]) + role.text
        segment.offset = field
        y = field
      } else if !segment.isFormer, let separator = separator(leftOf: y) {
        // 区议会主席、西贡民政事务|专员: what the post is for is no name.
        segment.hasOwnUnit = true
        y = separator
      }
      // 担任裁判顾问，某会技术委员|甲: what stands before the comma is said of another.
      if isBehindComma, segment.institution == nil, !segment.hasOwnUnit, !segment.isFormer,
        segments.last?.institution != nil, !opensClause(role.start)
      {
        break
      }
      segments.append(segment)
      leftmost = y
      // 甲任总经理，原董事长|乙: a post left without a body begins a clause of its own.
      if segment.isFormer, segment.institution == nil, y > 0,
        shadow[y - 1] == u("，") || shadow[y - 1] == u(",")
      {
        break
      }
      guard let next = skipSeparator(leftOf: y), roleEnds(at: next) else { break }
      isBehindComma = shadow[next] == u("，") || shadow[next] == u(",")
      x = next
    }
    if segments.isEmpty, let segment = unlisted(before: x) ?? introduced(before: start) {
      return [segment]
    }
    if segments.count == 1, segments[0].isStatus, let segment = calling(before: x) {
      return [segment]
    }
    if segments.count == 1, let segment = staff(segments[0]) { return [segment] }
    if segments.isEmpty, x == start, let body = body(endingAt: start) {
      return [Segment(role: nil, institution: body, offset: start)]
    }
    segments.reverse()
    shareBodies(&segments)
    if let described = described(before: leftmost) { segments.append(described) }
    return segments
  }

  /// 某市公所|清洁队员|某人, 某单位的|录音师|某人: a title that no list has, between a body and a name,
  /// ending as titles do.
  private func unlisted(before start: Int) -> Segment? {
    guard start > 3, endsTitle(at: start), !Self.isCrowd(shadow[..<start]) else { return nil }
    var i = start
    while i > 1, start - i <= 6, Marks.isHan(shadow[i - 1]), !Self.counting.contains(shadow[i - 1])
    {
      if i < start {
        let before = shadow[i - 1] == u("的") ? i - 1 : i
        if start - i >= 2, let body = body(endingAt: before) {
          return Segment(
            role: CanonicalName.make(shadow[i..<start]), institution: body, offset: i)
        }
        if name(endingAt: i) != nil || stops(endingAt: i) { return nil }
      }
      i -= 1
    }
    return nil
  }

  private func endsTitle(at end: Int) -> Bool {
    Self.titleEnds.contains(shadow[end - 1])
      || Self.titleWords.longestMatchBackward(in: shadow, before: end) != nil
  }

  /// Whether a word that no title has ends at an offset, and not inside another: 说 in 解说|员.
  private func stops(endingAt i: Int) -> Bool {
    guard let stop = matches.longest(endingAt: i, [.stop, .say]) else { return false }
    return stop.end - stop.start > 1
      || WordList.kind(ofPairAt: i - 2, in: shadow) == nil
        && WordList.kind(ofPairAt: i - 1, in: shadow) == nil
  }

  private static let titleEnds = Set(Scalars("员师官长监警家工手医匠"))
  /// Ends of titles that only some words with their last character are.
  private static let titleWords = ScalarTrie(reversed: [
    "学者", "工作者", "创作者", "主理人", "经纪人", "主持人", "掌门人", "传承人", "策划", "指挥", "主持", "教头", "主教", "统筹", "专家",
  ])
  /// What stands before people counted, who hold no title by it: 某厂三名|焊工.
  private static let counting = Set(Scalars("名位个些等批"))

  /// 某市公所|清洁|队员: a calling that is a post with the word for its work before it.
  private func calling(before start: Int) -> Segment? {
    guard Self.callings.contains(where: { shadow[..<start].ends(with: $0) }),
      let word = matches.longest(endingAt: start, [.status]), body(endingAt: word.start) == nil
    else { return nil }
    return unlisted(before: start)
  }

  private static let callings = ["队员", "司机", "班长"].map { Scalars($0) }

  /// 。民警|某人: a status that opens a clause and is a post in the body that the text is about, if it has one.
  private func staff(_ known: Segment) -> Segment? {
    guard known.isStatus, known.institution == nil, let role = known.role.map({ Scalars($0) }),
      Self.staffTitles.contains(where: { role.ends(with: $0) })
    else { return nil }
    var segment = known
    segment.isStatus = false
    segment.isStaff = true
    return segment
  }

  private static let staffTitles = ["民警", "辅警", "警员"].map { Scalars($0) }

  /// 曾任教育部体育署署长的|某学会理事长某人, 时任某大学校长的|某人: a post that a clause before tells of.
  func described(before start: Int) -> Segment? {
    var i = start
    if i > 1, shadow[i - 1] == u("「") || shadow[i - 1] == u("“") || shadow[i - 1] == 0x22 { i -= 1 }
    guard i > 4, shadow[i - 1] == u("的"), let role = role(endingAt: i - 1), !role.isStatus
    else { return nil }
    var segment = Segment(role: role.text, institution: bodyBefore(role.start), offset: role.start)
    let from = segment.institution.map { names[$0].span.start } ?? role.start
    for length in stride(from: 4, through: 1, by: -1) where from >= length {
      guard
        let (verb, end) = PostVerb.longest(in: shadow, at: from - length, limit: from),
        end == from, verb.sense == .holds || verb.sense == .held
      else { continue }
      guard verb.isFree || verb.form == [u("任")] else { return nil }
      segment.isFormer = verb.sense == .held
      return segment
    }
    return nil
  }

  /// 、 between a post and the one left of it that stands behind a field, not behind a body.
  func separator(leftOf y: Int) -> Int? {
    // 董事长|兼|首席执行官: a post stands right before.
    if let next = skipSeparator(leftOf: y), roleEnds(at: next) { return nil }
    var i = y
    while i > 1, y - i < 10, Marks.isHan(shadow[i - 1]) || Marks.isLetter(shadow[i - 1]) {
      i -= 1
      if matches.longest(endingAt: i, [.stop, .say]).map({ $0.end - $0.start > 1 }) ?? false {
        return nil
      }
    }
    guard i < y, i > 1, shadow[i - 1] == u("、"), roleEnds(at: i - 1), person(endingAt: i - 1) == nil
    else { return nil }
    return i
  }

  /// Where the field begins that is part of the post: 新东巴士|公共事务|经理, but not 某大学|金融学|教授.
  func fieldStart(behind body: Int, _ role: Int) -> Int? {
    let start = names[body].span.end
    guard role - start >= 2, role - start <= 8, shadow[start..<role].allSatisfy(Marks.isHan),
      shadow[start] != u("前"), shadow[start] != u("原"), shadow[start] != u("的"),
      shadow[role - 1] != u("区"),
      Self.fieldPosts.contains(where: { shadow[role...].starts(with: $0) })
        || isWorksite(start, role)
    else { return nil }
    for i in start..<role where name(at: i) != nil { return nil }
    return start
  }

  /// 某建设|工地|主任, 某农会|契作|主任: what one heads is no department.
  private func isWorksite(_ start: Int, _ role: Int) -> Bool {
    role - start == 2 && matches.longest(at: role, .role).map { $0.end == role + 2 } ?? false
      && shadow[role...].starts(with: Self.director)
      && matches.longest(endingAt: role, [.head, .stop, .say]) == nil
      && WordList.kind(ofPairAt: start, in: shadow) == .noun
  }

  private static let director = Scalars("主任")

  /// 某中学|物理|教师: what one teaches belongs to the post.
  func taughtField(behind body: Int, _ role: Int) -> Int? {
    var start = names[body].span.end
    if start < role, shadow[start] == u("的") { start += 1 }
    guard role - start >= 2, role - start <= 4, shadow[role...].starts(with: Self.teacher),
      shadow[start..<role].allSatisfy(Marks.isHan),
      WordList.kind(ofPairAt: start, in: shadow) == .noun
    else { return nil }
    return start
  }

  private static let teacher = Scalars("教师")

  static let fieldPosts = ["经理", "总监", "副总监", "主管", "专员", "督导", "干事", "总裁", "副总裁"].map {
    Scalars($0)
  }

  /// A role without a body of its own takes that of the role before it: 某大学教授、博士生导师.
  func shareBodies(_ segments: inout [Segment]) {
    var last: (body: Int, isFormer: Bool)?
    for k in segments.indices {
      if let body = segments[k].institution {
        last = (body, segments[k].isFormer)
      } else if let last, !segments[k].hasOwnUnit, isShared(segments[k].role, with: last.body) {
        segments[k].institution = last.body
        segments[k].isFormer = segments[k].isFormer || last.isFormer
      }
    }
  }
}
