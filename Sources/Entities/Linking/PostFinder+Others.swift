import HanText

/// What says that a title before a name is held elsewhere than in the bodies that the text names, or
/// by another.
extension PostFinder {
  /// The posts before a name, less what they do not say.
  func checked(_ segments: [Segment]) -> [Segment] {
    let segments = withoutObjects(segments)
    return segments.map { segment in
      var segment = withField(segment, titleAt: segment.offset)
      guard let role = segment.role, !segment.isStatus else { return segment }
      if let body = segment.institution {
        // 某国常驻|联合国|代表: where one is sent.
        if isSent(role), isPosting(before: names[body].span.start) {
          segment.institution = nil
          segment.hasOwnUnit = true
        }
      } else if isElsewhere(segment.offset, role) {
        segment.hasOwnUnit = true
      }
      return segment
    }
  }

  /// 甲连任|董事长，|独立董事|乙: the title before the comma is what a verb gave another.
  private func withoutObjects(_ segments: [Segment]) -> [Segment] {
    guard segments.count > 1 else { return segments }
    var first = 0
    for k in segments.indices.dropLast() {
      guard let role = segments[k].role else { continue }
      let end = segments[k].offset + Scalars(role).count
      let start = segments[k].institution.map { names[$0].span.start } ?? segments[k].offset
      guard end < shadow.count, shadow[end] == u("，") || shadow[end] == u(","),
        Self.giving.longestMatchBackward(in: shadow, before: start) != nil
      else { continue }
      first = k + 1
    }
    return Array(segments[first...])
  }

  /// Verbs that someone named before them takes a post by.
  private static let giving = ScalarTrie(reversed: [
    "连任", "担任", "出任", "接任", "升任", "当选", "兼任", "获任", "续任", "转任", "调任", "当选为", "推选为", "自任", "自己任",
    "他任", "她任",
  ])

  /// 担任|课题|顾问: the post that reading forward found, where it is one of an undertaking and not of the body
  /// that the sentence is about.
  func ofUndertaking(_ segment: Segment, from start: Int) -> Segment {
    guard let title = segment.titleStart, let role = segment.role, segment.institution == nil,
      role.hasSuffix("顾问") || role.hasSuffix("召集人"), title - start == 2 || title - start == 4,
      !Self.standing.contains(where: { shadow[start...].starts(with: $0) }),
      stride(from: start, to: title, by: 2).allSatisfy({
        let kind = WordList.kind(ofPairAt: $0, in: shadow)
        return name(at: $0) == nil && (kind == .noun || kind == .verbalNoun)
      })
    else { return segment }
    var segment = segment
    segment.role = CanonicalName.make(shadow[start..<title]) + role
    segment.titleStart = start
    segment.hasOwnUnit = true
    return segment
  }

  /// What the advisers of a body itself are called by.
  private static let standing = ["名誉", "荣誉", "技术", "法律", "财务", "学术", "总会", "本会"].map { Scalars($0) }

  private func isSent(_ role: String) -> Bool {
    role.hasSuffix("代表") || Self.envoys.contains { role.hasSuffix($0) }
  }

  private func isPosting(before start: Int) -> Bool {
    start > 1 && shadow[start - 1] == u("驻")
  }

  /// 驻某国|大使, 护理部|主任, 某某（no name）|董事长: whether what stands before a title without a body is
  /// where it is held, though no name of the document.
  private func isElsewhere(_ title: Int, _ role: String) -> Bool {
    if isSent(role), let k = name(endingAt: title), isPosting(before: names[k].span.start) {
      return true
    }
    guard let start = unknownWord(before: title) else { return false }
    let word = shadow[start..<title]
    if word.first == u("某") { return true }
    // 某公司总裁甲和|完美世界|副总裁|乙: in a list, what stands before the head of a company is his own.
    if start > 0, person(endingAt: start - 1) != nil, !Self.ownWords.contains(where: word.ends),
      Self.companyHeads.contains(where: { role.hasSuffix($0) }),
      !isField(start, title, takesUnknown: false)
    {
      return true
    }
    if word.count > 2, Self.unitEnds.contains(shadow[title - 1]) {
      return !Self.wholes.contains { word.ends(with: $0) }
    }
    guard word.count == 2 || word.count == 4,
      matches.longest(endingAt: title, [.head, .stop, .role]) == nil
    else { return false }
    return stride(from: start, to: title, by: 2).contains {
      name(at: $0) == nil && WordList.kind(ofPairAt: $0, in: shadow) == nil
    }
  }

  /// Where the two to six Han before a title begin that a mark or 和 stands before, with no name of a
  /// person or body among them, nothing that points to one, and none that holds them before.
  private func unknownWord(before title: Int) -> Int? {
    var i = title
    while i > 0, title - i < 7, Marks.isHan(shadow[i - 1]), !Self.joining.contains(shadow[i - 1]) {
      if let k = name(endingAt: i), names[k].kind == .person || isBody(k) { return nil }
      i -= 1
    }
    // 某部|高级工程师.
    if title - i >= 2, shadow[i] == u("某") { return i }
    guard title - i >= 2, title - i < 7, !Self.pointing.contains(shadow[i]),
      !ElidedBodies.refers(shadow[i..<title])
    else { return nil }
    let word = shadow[i..<title]
    for mark in Self.terms where word.ends(with: mark) { return nil }
    // 俱乐部|主席 behind 某俱乐部.
    for end in stride(from: i, to: max(0, i - 400), by: -1) {
      if let k = body(endingAt: end), names[k].span.count >= word.count,
        shadow[names[k].span].holds(word)
      {
        return nil
      }
    }
    return i
  }

  private func isBody(_ k: Int) -> Bool {
    if case .institution = names[k].kind { return true }
    return false
  }

  private static let companyHeads = ["总裁", "董事长", "总经理", "首席执行官", "创始人", "合伙人", "首席技术官"]
  /// Words for the body of the list itself.
  private static let ownWords = ["公司", "集团", "本行", "总部"].map { Scalars($0) }
  private static let joining = Set(Scalars("和与及由"))
  private static let pointing = Set(Scalars("该本我各某这那其老新原前现时首"))
  private static let unitEnds = Set(Scalars("部科处室课股"))
  /// What ends as units do and is the whole.
  private static let wholes = ["俱乐部", "总部", "支部", "干部"].map { Scalars($0) }
  private static let terms = ["任", "届", "的", "位", "名", "个", "天", "日", "内", "兼", "暨"].map {
    Scalars($0)
  }
}
