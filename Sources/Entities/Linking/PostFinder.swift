import HanText

/// A post found in the text, its parts by index into the names.
struct FoundPost: Sendable {
  /// Index of the person among the names.
  var person: Int
  /// The bare title, Simplified; `nil` where only the body is given.
  var role: String?
  /// Index of the body among the names.
  var institution: Int?
  /// Whether the post is left.
  var isFormer: Bool
}

/// Finds who holds which post: by apposition before and after a name, by verbs, in lists, in bylines.
struct PostFinder {
  let document: Document
  let matches: LexiconMatches
  let names: [NameCandidate]
  private let nameByStart: [Int: Int]
  private let nameByEnd: [Int: Int]
  /// Titles the tagger found, by where they end.
  private let titleByEnd: [Int: TextSpan]

  /// Prepares the look-up of names by where they begin and end.
  init(
    document: Document, matches: LexiconMatches, names: [NameCandidate],
    tagged: [TaggedName]
  ) {
    self.document = document
    self.matches = matches
    self.names = names
    var byStart: [Int: Int] = [:]
    var byEnd: [Int: Int] = [:]
    for (k, name) in names.enumerated() {
      byStart[name.span.start] = k
      byEnd[name.span.end] = k
    }
    var titles: [Int: TextSpan] = [:]
    for name in tagged where name.label == .role && name.span.count >= 2 {
      titles[name.span.end] = name.span
    }
    titleByEnd = titles
    nameByStart = byStart
    nameByEnd = byEnd
  }

  /// One post without its holder.
  struct Segment {
    var role: String?
    var institution: Int?
    var isFormer = false
    /// Whether the role is a mere status (学生), which is no post.
    var isStatus = false
  }

  private var shadow: Scalars { document.shadow }

  /// The posts in the order of the persons.
  ///
  /// - Complexity: O(number of persons × fixed windows).
  func find() -> [FoundPost] {
    var found: [FoundPost] = []
    var inherited: (end: Int, segments: [Segment])?
    for (k, name) in names.enumerated() where name.kind == .person {
      var segments = before(name.span.start)
      var after = afterName(k)
      // 教授|沈远舟|（某大学）: the body behind is that of the title before.
      if after.count == 1, after[0].role == nil, let body = after[0].institution,
        !segments.isEmpty, segments.allSatisfy({ $0.role != nil && $0.institution == nil })
      {
        for s in segments.indices { segments[s].institution = body }
        after = []
      }
      // 教育部高等教育司|方秉宏|司长: the body before belongs to the title behind.
      if !after.isEmpty { segments.removeAll { $0.role == nil } }
      if segments.isEmpty, after.isEmpty, let previous = inherited,
        isListGap(previous.end, name.span.start)
      {
        segments = previous.segments
      }
      inherited = (name.span.end, segments)
      for segment in segments + after where !(segment.role == nil && segment.institution == nil) {
        found.append(
          FoundPost(
            person: k, role: segment.isStatus ? nil : segment.role,
            institution: segment.institution, isFormer: segment.isFormer))
      }
    }
    return VerbPosts(finder: self).find(besides: found)
  }

  /// Index of the body that ends at an offset.
  func body(endingAt end: Int) -> Int? {
    guard let k = nameByEnd[end], case .institution = names[k].kind else { return nil }
    return k
  }

  /// Index of the body that begins at an offset.
  func body(at start: Int) -> Int? {
    guard let k = nameByStart[start], case .institution = names[k].kind else { return nil }
    return k
  }

  /// Index of the person that begins at an offset.
  func person(at start: Int) -> Int? {
    guard let k = nameByStart[start], names[k].kind == .person else { return nil }
    return k
  }

  /// Index of the person that ends at an offset.
  func person(endingAt end: Int) -> Int? {
    guard let k = nameByEnd[end], names[k].kind == .person else { return nil }
    return k
  }

  /// 、 or 和 or spaces between two names.
  func isListGap(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    return shadow[from..<to].allSatisfy {
      $0 == u("、") || $0 == u("和") || $0 == u("与") || $0 == u("及")
        || Marks.isSpace($0) && $0 != 0x0A
    }
  }

  // MARK: Before the name

  /// 上海市经信委主任|张英; 某院院士、某实验室主任|王某: in the order of the text.
  private func before(_ start: Int) -> [Segment] {
    var segments: [Segment] = []
    var x = skipSpaces(leftOf: start)
    for _ in 0..<10 {
      guard let role = role(endingAt: x) else { break }
      // 张翔|教授、…: the title behind another name.
      if !segments.isEmpty, person(endingAt: role.start) != nil { break }
      var segment = Segment(role: role.text, isStatus: role.isStatus)
      var y = role.start
      if isFormerMark(endingAt: &y) { segment.isFormer = true }
      if let body = bodyBefore(y) {
        segment.institution = body
        y = names[body].span.start
        if isFormerMark(endingAt: &y) { segment.isFormer = true }
      }
      segments.append(segment)
      // 甲任总经理，原董事长|乙: a post left without a body begins a clause of its own.
      if segment.isFormer, segment.institution == nil, y > 0,
        shadow[y - 1] == u("，") || shadow[y - 1] == u(",")
      {
        break
      }
      guard let next = skipSeparator(leftOf: y), roleEnds(at: next) else { break }
      x = next
    }
    if segments.isEmpty, x == start, let body = body(endingAt: start) {
      return [Segment(role: nil, institution: body)]
    }
    segments.reverse()
    shareBodies(&segments)
    return segments
  }

  /// A role without a body of its own takes that of the role before it: 某大学教授、博士生导师.
  private func shareBodies(_ segments: inout [Segment]) {
    var last: (body: Int, isFormer: Bool)?
    for k in segments.indices {
      if let body = segments[k].institution {
        last = (body, segments[k].isFormer)
      } else if let last {
        segments[k].institution = last.body
        segments[k].isFormer = segments[k].isFormer || last.isFormer
      }
    }
  }

  /// A role and where it begins, prefixes like 副 and ranks like 二级 included.
  func role(endingAt end: Int) -> (text: String, start: Int, isStatus: Bool)? {
    guard let match = matches.longest(endingAt: end, .role), nameEnds(before: match.start, end)
    else {
      guard let title = titleByEnd[end], title.count <= 4, nameEnds(before: title.start, end),
        shadow[title].allSatisfy(Marks.isHan), matches.longest(endingAt: end, [.stop, .say]) == nil
      else { return nil }
      return (CanonicalName.make(shadow[title]), title.start, false)
    }
    let start = rolePrefix(before: match.start)
    let isStatus = matches.entry(match).classes.contains(.status)
    return (CanonicalName.make(shadow[start..<end]), start, isStatus)
  }

  /// No name reaches into a role.
  private func nameEnds(before start: Int, _ end: Int) -> Bool {
    for i in start..<end where nameByStart[i] != nil { return false }
    return true
  }

  private func roleEnds(at x: Int) -> Bool { role(endingAt: x) != nil }

  /// 副, 代 and the like, which may stand before any post.
  private func rolePrefix(before start: Int) -> Int {
    guard start > 0 else { return start }
    let c = shadow[start - 1]
    if c == u("副") || c == u("代") { return start - 1 }
    if start >= 2, c == u("级"), Self.isNumeral(shadow[start - 2]) { return start - 2 }
    return start
  }

  private static func isNumeral(_ c: UInt32) -> Bool {
    c == u("一") || c == u("二") || c == u("三") || c == u("四")
  }

  /// 前, 原, 时任, 曾任 before an offset; moves it to their start.
  func isFormerMark(endingAt y: inout Int) -> Bool {
    guard y > 0 else { return false }
    let c = shadow[y - 1]
    if c == u("前") || c == u("原") {
      if c == u("前"), y > 1, shadow[y - 2] == u("目") || shadow[y - 2] == u("当") { return false }
      y -= 1
      return true
    }
    if c == u("任"), y > 1, shadow[y - 2] == u("时") || shadow[y - 2] == u("曾") {
      y -= 2
      return true
    }
    if c == u("任"), y > 1, shadow[y - 2] == u("现") || shadow[y - 2] == u("新") { y -= 2 }
    return false
  }

  /// The body before a role, directly or behind its field: 清华大学|智能科学|讲席教授.
  private func bodyBefore(_ y: Int) -> Int? {
    if let body = body(endingAt: y) { return body }
    // 财政部|长: the body's last character is the title's first.
    if y < shadow.count, let body = body(endingAt: y + 1) { return body }
    var i = y
    while i > 0, y - i < 10 {
      let c = shadow[i - 1]
      // 某大学|2023级|学生: the year of entry stands between too.
      guard Marks.isHan(c) || Marks.isLetter(c) || Marks.isDigit(c) else { return nil }
      if c != u("的"),
        matches.longest(endingAt: i, [.stop, .say]).map({ $0.end - $0.start > 1 })
          ?? false
      {
        return nil
      }
      i -= 1
      if let body = body(endingAt: i) { return body }
      if nameByEnd[i] != nil { return nil }
    }
    return nil
  }

  private func skipSpaces(leftOf start: Int) -> Int {
    var i = start
    while i > 0, start - i < 3, shadow[i - 1] == 0x20 || shadow[i - 1] == 0x3000 { i -= 1 }
    if i > 0, Marks.isColon(shadow[i - 1]) || shadow[i - 1] == u("|") { i -= 1 }
    // 副校长（教育）|王淑英.
    if i > 2, Marks.isClose(shadow[i - 1]) {
      var open = i - 2
      while open > 0, i - open < 10, !Marks.isOpen(shadow[open]) { open -= 1 }
      if Marks.isOpen(shadow[open]), matches.longest(endingAt: open, [.post]) != nil { i = open }
    }
    return i
  }

  /// Steps over 、 ， 兼 和 / before an offset.
  private func skipSeparator(leftOf y: Int) -> Int? {
    guard y > 0 else { return nil }
    switch shadow[y - 1] {
    case u("、"), u(","), u("，"), u("兼"), u("和"), u("及"), u("/"), u("暨"), 0x20: return y - 1
    default: return nil
    }
  }

  // MARK: After the name

  /// 张英|主任; 张英（某大学教授）; 张英，某大学教授，.
  private func afterName(_ k: Int) -> [Segment] {
    let span = names[k].span
    if let role = matches.longest(at: span.end, .role), role.end - role.start >= 2,
      nameEnds(before: role.start, role.end)
    {
      let isStatus = matches.entry(role).classes.contains(.status)
      let text = CanonicalName.make(shadow[role.start..<role.end])
      return [
        Segment(role: text, institution: bodyLeading(to: span.start), isStatus: isStatus)
      ]
    }
    guard span.end < shadow.count else { return [] }
    let c = shadow[span.end]
    if Marks.isOpen(c) || c == u(",") || c == u("，") {
      let start = span.end + 1
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

  /// 某局|方秉宏, 某局的|李: the body that leads to a name.
  private func bodyLeading(to start: Int) -> Int? {
    if let body = body(endingAt: start) { return body }
    return start > 0 && shadow[start - 1] == u("的") ? body(endingAt: start - 1) : nil
  }

  private func formerStart(_ start: Int) -> Int? {
    guard start + 1 < shadow.count else { return nil }
    let c = shadow[start]
    return (c == u("原") || c == u("前")) && body(at: start + 1) != nil ? start + 1 : nil
  }

  /// Reads posts forward: 某大学校长、某学会会长.
  ///
  /// - Returns: the posts, and where the last one ends.
  func forward(from start: Int) -> (segments: [Segment], end: Int?) {
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
      if let found = self.body(at: i) {
        body = found
        i = names[found].span.end
      }
      guard let role = nextRole(from: i) else { break }
      segment.role = role.text
      segment.isStatus = role.isStatus
      segment.institution = body
      segments.append(segment)
      last = role.end
      guard role.end < shadow.count, isForwardSeparator(shadow[role.end]) else { break }
      i = role.end + 1
    }
    return (segments, last)
  }

  private func isForwardSeparator(_ c: UInt32) -> Bool {
    c == u("、") || c == u("兼") || c == u("和") || c == u("及") || c == u("暨") || c == u("/")
  }

  /// The first role within a few characters, its field skipped.
  private func nextRole(from start: Int) -> (text: String, end: Int, isStatus: Bool)? {
    var i = start
    while i < shadow.count, i - start <= 8 {
      if let role = matches.longest(at: i, .role), nameEnds(before: role.start, role.end) {
        let from = rolePrefix(before: role.start)
        let begin = from >= start ? from : role.start
        return (
          CanonicalName.make(shadow[begin..<role.end]), role.end,
          matches.entry(role).classes.contains(.status)
        )
      }
      guard Marks.isHan(shadow[i]), nameByStart[i] == nil || i == start else { return nil }
      if let stop = matches.longest(at: i, [.stop, .say]), stop.end - stop.start > 1 { return nil }
      i += 1
    }
    return nil
  }
}
