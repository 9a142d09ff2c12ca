import HanText

/// Posts behind a name, and posts read forward.
extension PostFinder {
  // MARK: After the name

  /// 张英|主任; 张英（某大学教授）; 张英，某大学教授，.
  func afterName(_ k: Int) -> [Segment] {
    let span = names[k].span
    if let role = matches.longest(at: span.end, .role), role.end - role.start >= 2,
      nameEnds(before: role.start, role.end), !isVerb(at: span.end, before: role.end)
    {
      let entry = matches.entry(role)
      let text = CanonicalName.make(shadow[role.start..<role.end])
      let body = bodyLeading(to: span.start)
      let own = Segment(
        role: text, institution: body, isStatus: entry.classes.contains(.status),
        isHonorific: body == nil && isRank(text, entry), offset: role.start)
      // 陈繁昌|教授（某大学校长）.
      return [own] + bracketed(at: role.end)
    }
    guard span.end < shadow.count else { return [] }
    let c = shadow[span.end]
    if Marks.isSpace(c), c != 0x0A { return tableCell(behind: span.end) }
    if Marks.isOpen(c) || c == u(",") || c == u("，") {
      let start = behindSex(span.end + 1)
      guard body(at: start) != nil || formerStart(start) != nil else { return [] }
      // 沈亦舟（某大学）: where one belongs, as prize lists and authors' lines give it.
      if Marks.isOpen(c), let body = body(at: start) {
        let end = names[body].span.end
        if end < shadow.count, Marks.isClose(shadow[end]) { return [Segment(institution: body)] }
      }
      let parsed = forward(from: start)
      guard let end = parsed.end, end >= shadow.count || !Marks.isNamePart(shadow[end]) else {
        return []
      }
      if Marks.isOpen(c) {
        return end < shadow.count && Marks.isClose(shadow[end]) ? parsed.segments : []
      }
      return parsed.segments
    }
    return []
  }

  /// 俞某|署理|校长: a verb and its object, no title behind the name.
  private func isVerb(at start: Int, before end: Int) -> Bool {
    guard let (verb, verbEnd) = PostVerb.longest(in: shadow, at: start, limit: shadow.count) else {
      return false
    }
    return verb.isFree && verb.sense == .holds && verbEnd < end
  }

  /// Whether a role is a rank or occupation, which one keeps in any post.
  func isRank(_ role: String, _ entry: LexiconEntry) -> Bool {
    !entry.classes.contains(.post) || role.hasSuffix("教授") || role.hasSuffix("研究员")
      || role.hasSuffix("院士")
  }

  /// The posts in a bracket that opens at an offset.
  func bracketed(at open: Int) -> [Segment] {
    guard open < shadow.count, Marks.isOpen(shadow[open]) else { return [] }
    let start = behindSex(open + 1)
    guard body(at: start) != nil else { return [] }
    let parsed = forward(from: start)
    guard let end = parsed.end, end < shadow.count, Marks.isClose(shadow[end]) else { return [] }
    return parsed.segments
  }

  /// 曲某（作家）: a bracket with a title in it.
  func hasOwnBracket(_ open: Int) -> Bool {
    guard open < shadow.count, Marks.isOpen(shadow[open]) else { return false }
    var close = open + 1
    while close < shadow.count, close - open < 20, !Marks.isClose(shadow[close]) { close += 1 }
    return close < shadow.count && matches.longest(endingAt: close, .role) != nil
  }

  /// （女，|某中心研究员）: steps over 女， and 男，.
  func behindSex(_ start: Int) -> Int {
    guard start + 2 < shadow.count, shadow[start] == u("女") || shadow[start] == u("男"),
      shadow[start + 1] == u("，") || shadow[start + 1] == u(",") || shadow[start + 1] == u("、")
    else { return start }
    return start + 2
  }

  /// 毛雨田　某厅副厅长: the next cell of a list of names, to the end of the line.
  func tableCell(behind end: Int) -> [Segment] {
    var i = end
    while i < shadow.count, i - end < 8, Marks.isSpace(shadow[i]), shadow[i] != 0x0A { i += 1 }
    guard body(at: i) != nil || formerStart(i) != nil else { return [] }
    let parsed = forward(from: i)
    guard let last = parsed.end, last >= shadow.count || !Marks.isNamePart(shadow[last]) else {
      return []
    }
    return parsed.segments
  }

  /// 某局|方秉宏, 某局的|李: the body that leads to a name.
  func bodyLeading(to start: Int) -> Int? {
    if let body = body(endingAt: start) { return body }
    // 某园区管理局　王淑敏科长.
    if start > 0, Marks.isSpace(shadow[start - 1]), shadow[start - 1] != 0x0A,
      let body = body(endingAt: skipSpaces(leftOf: start))
    {
      return body
    }
    // 来自某大学的|次仁央宗: where one comes from is told by itself.
    guard start > 1, shadow[start - 1] == u("的"), let body = body(endingAt: start - 1) else {
      return nil
    }
    let before = names[body].span.start
    return before > 1 && shadow[before - 1] == u("自") ? nil : body
  }

  func formerStart(_ start: Int) -> Int? {
    guard start + 1 < shadow.count else { return nil }
    let c = shadow[start]
    return (c == u("原") || c == u("前")) && body(at: start + 1) != nil ? start + 1 : nil
  }

  /// Reads posts forward: 某大学校长、某学会会长.
  ///
  /// - Parameters:
  ///   - isCareer: whether a post in another body may follow behind a comma, as verbs give
  ///     them: 历任甲厂工人、车间主任，乙县副县长.
  ///   - isTold: whether a verb says that a post follows, so that it can be one that no list has.
  /// - Returns: the posts, and where the last one ends.
  func forward(
    from start: Int, isCareer: Bool = false, isTold: Bool = false
  ) -> (segments: [Segment], end: Int?) {
    var segments: [Segment] = []
    var i = start
    var last: Int?
    var body: Int?
    for _ in 0..<10 {
      var segment = Segment()
      if let inner = formerStart(i) {
        segment.isFormer = true
        i = inner
      }
      if let found = self.body(at: i) ?? foreignBody(at: i) {
        body = found
        i = names[found].span.end
        // 内政部|长: the body's last character is the title's first.
        if let post = matches.longest(at: i - 1, [.post]), post.end == i + 1,
          InstitutionFinder.isOfficeEnd(shadow[i - 1]),
          matches.longest(at: i, .role).map({ $0.end <= i + 1 }) ?? true
        {
          i -= 1
        }
      }
      let opening = i
      if isTold, body.map({ names[$0].span.end == i }) ?? false { i = oneOf(at: i) }
      if segments.isEmpty, body == nil { i = referenceEnd(at: i) }
      // 某学会|原|会长: a post left, the mark behind the body.
      if body.map({ names[$0].span.end == i }) ?? false, let left = leftTitle(at: i) {
        segment.isFormer = true
        i = left
      }
      guard let role = nextRole(from: i), !isCandidacy(behind: role.end) else {
        if isTold, let body, names[body].span.end == opening,
          let title = unlistedTitle(at: i > opening ? i : behindLink(opening))
        {
          segments.append(
            Segment(
              role: title.text, institution: body, isFormer: segment.isFormer, offset: i,
              titleStart: title.start))
          last = title.end
        }
        break
      }
      segment.role = role.text
      segment.isStatus = role.isStatus
      segment.offset = opening
      segment.titleStart = role.start
      // 任|驻某国|大使: of no body that the text names.
      segment.hasOwnUnit =
        role.hasUnit
        || body == nil && shadow[opening] == u("驻")
          && Self.envoys.contains { role.text.hasSuffix($0) }
      if let body,
        segment.isFormer || self.body(at: i) != nil || names[body].span.end == opening
          || names[body].span.end == opening + 1
          || (!role.hasUnit || isOwnDepartment(i, role.start, of: body, last))
            && isShared(role.text, with: body)
      {
        segment.institution = body
      }
      if let body = segment.institution, names[body].span.end == opening, !role.isStatus {
        segment = withField(segment, titleAt: role.start)
      } else if isTold, body == nil, !role.isStatus {
        segment = ofUndertaking(segment, from: opening)
      }
      segments.append(segment)
      last = role.end
      guard role.end < shadow.count,
        isForwardSeparator(shadow[role.end]) || isCareer && continuesCareer(role.end)
      else { break }
      i = role.end + 1
    }
    return (segments, last)
  }

  /// 原|会长, 前|议员 behind a body: where the title begins.
  private func leftTitle(at start: Int) -> Int? {
    guard start + 2 < shadow.count, shadow[start] == u("原") || shadow[start] == u("前"),
      let role = nextRole(from: start + 1), role.start == start + 1
    else { return nil }
    return start + 1
  }

  /// 某公司研究员、|研究部|总监: a department without a name, of the company of the title before.
  private func isOwnDepartment(_ start: Int, _ role: Int, of body: Int, _ last: Int?) -> Bool {
    guard let last, last + 1 == start, role > start, role - start <= 5,
      shadow[role - 1] == u("部"), case .institution(.company) = names[body].kind
    else { return false }
    return true
  }

  /// Where 该院, 该公司 before a title ends; the offset itself where none stands there.
  func referenceEnd(at start: Int) -> Int {
    guard start + 2 < shadow.count, shadow[start] == u("该") else { return start }
    for word in Self.referents where shadow[(start + 1)...].starts(with: word) {
      return start + 1 + word.count
    }
    return Self.referentEnds.contains(shadow[start + 1]) ? start + 2 : start
  }

  /// Not 该处 and 该科, which stand for a part of the body named before.
  private static let referentEnds = Set(Scalars("院校会局厅行馆报所社署党"))
  private static let referents = [
    "公司", "集团", "中心", "协会", "学会", "基金会", "医院", "实验室", "企业",
  ].map { Scalars($0) }

  /// 任|某国|商务部|部长: the body behind its country.
  private func foreignBody(at start: Int) -> Int? {
    guard let k = name(at: start), case .place = names[k].kind,
      let body = body(at: names[k].span.end)
    else { return nil }
    let end = names[body].span.end
    return matches.longest(at: end, .role) != nil || matches.longest(at: end - 1, [.post]) != nil
      ? body : nil
  }

  /// 主席|候选人, 董事长|人选: a post that one is only put up for.
  private func isCandidacy(behind end: Int) -> Bool {
    Self.candidacies.contains { end < shadow.count && shadow[end...].starts(with: $0) }
  }

  private static let candidacies = ["候选人", "人选", "参选人"].map { Scalars($0) }

  /// ，乙县副县长 with a mark behind: one more post of the same person, where no name follows.
  private func continuesCareer(_ comma: Int) -> Bool {
    guard shadow[comma] == u("，") || shadow[comma] == u(",") || shadow[comma] == u("；") else {
      return false
    }
    let start = formerStart(comma + 1) ?? comma + 1
    guard let body = body(at: start), let role = nextRole(from: names[body].span.end),
      !role.isStatus
    else { return false }
    return role.end >= shadow.count || !Marks.isNamePart(shadow[role.end])
  }

  func isForwardSeparator(_ c: UInt32) -> Bool {
    c == u("、") || c == u("兼") || c == u("和") || c == u("及") || c == u("暨") || c == u("/")
  }

  /// The first role within a few characters, its field skipped.
  func nextRole(from start: Int) -> (
    text: String, start: Int, end: Int, isStatus: Bool, hasUnit: Bool
  )? {
    var i = start
    while i < shadow.count, i - start <= 12 {
      if let head = matches.longest(at: i, [.head]), head.end - head.start > 2,
        let role = matches.longest(at: i, .role), role.end < head.end
      {
        // 治丧|委员会|主任: no 委员.
        i = head.end
        continue
      }
      let role = matches.longest(at: i, .role)
      if let end = benchTitle(at: i), end > role?.end ?? 0 {
        return (CanonicalName.make(shadow[i..<end]), i, end, false, false)
      }
      if let role, nameEnds(before: role.start, role.end) {
        // 第九届|董事会|独立董事: the board of the body, no post.
        if opensBoard(role) {
          i = role.end + 1
          continue
        }
        return title(role, from: start)
      }
      guard Marks.isHan(shadow[i]) || Marks.isLetter(shadow[i]) || Marks.isDigit(shadow[i]) else {
        return nil
      }
      if i > start, let k = name(at: i) {
        guard case .place = names[k].kind else { return nil }
      }
      if let stop = matches.longest(at: i, [.stop, .say]), stop.end - stop.start > 1 { return nil }
      i += 1
    }
    return nil
  }

  /// A title found by reading forward, with what belongs to it on both sides.
  private func title(
    _ role: LexiconMatch, from start: Int
  ) -> (text: String, start: Int, end: Int, isStatus: Bool, hasUnit: Bool) {
    let prefix = boardPrefix(before: rolePrefix(before: role.start))
    let begin = prefix >= start ? prefix : role.start
    // 专家|委员, 助理|总裁: a status or a rank before a title belongs to it.
    let isOpening =
      role.classes.contains(.status) || shadow[role.start..<role.end].elementsEqual(Self.assistant)
    let whole = isOpening ? matches.longest(at: role.end, [.post]) ?? role : role
    let unit = matches.longest(endingAt: begin, [.head])
    return (
      CanonicalName.make(shadow[begin..<whole.end]), begin, whole.end,
      whole.classes.contains(.status),
      unit.map { $0.start >= start } ?? false && !isBoard(endingAt: begin)
        && !ElidedBodies.refers(shadow[start..<begin])
    )
  }

  private static let assistant = Scalars("助理")
}
