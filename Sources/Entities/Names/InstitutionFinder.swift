import HanText

/// Finds bodies: those the lexicon knows, and those told by their last word, whose start is
/// searched leftward to a place, a known body, a level, or the edge of the phrase.
struct InstitutionFinder {
  let shadow: Scalars
  let matches: LexiconMatches
  let region: Region
  /// The places found, by start.
  let places: [NameCandidate]

  /// A name of a body is at most this long.
  private static let limit = 30

  /// The candidates, shorter ones inside longer ones included.
  ///
  /// - Complexity: O(length × `limit`) at worst, where the text is one chain of heads.
  func find() -> [NameCandidate] {
    var anchors = Anchors(count: shadow.count)
    for place in places { anchors.mark(place.span, .place) }
    var found: [NameCandidate] = []
    // Kind of the last body that begins at an offset: its departments share it.
    var kinds: [Int: NameCandidate.Kind] = [:]
    for match in matches.all where matches.entry(match).classes.contains(.body) {
      guard let body = knownBody(match) else { continue }
      anchors.mark(body.span, .body)
      kinds[body.span.start] = body.kind
      found.append(body)
    }
    for match in matches.all {
      let entry = matches.entry(match)
      guard entry.classes.contains(.head), isHead(match) else { continue }
      if let name = name(endingWith: match, entry, anchors) {
        found.append(name)
        if name.score >= NameRecognizer.threshold {
          if name.isDepartment, let kind = kinds[name.span.start] {
            found[found.count - 1].kind = kind
          } else if let kind = kinds[name.span.start], kind == .institution(.company),
            name.kind == .institution(.government)
          {
            // 某公司产业发展部: an office of a company is no government's.
            found[found.count - 1].kind = kind
          } else if !name.isDepartment {
            kinds[name.span.start] = name.kind
          }
          anchors.markEnd(match.end)
          if name.isElliptical { anchors.mark(name.span, .level) }
        }
      }
    }
    return found
  }

  /// A body of the lexicon, where its bare name means it.
  private func knownBody(_ match: LexiconMatch) -> NameCandidate? {
    let entry = matches.entry(match)
    if let only = entry.bodyRegion, only != region { return nil }
    // 多知 inside 许多知识, 阿里 inside 阿里巴巴, MiniMax inside a longer Latin word.
    if matches.isCovered(match.start, by: match.end - match.start) { return nil }
    if match.start > 0, Marks.isLetter(shadow[match.start]), Marks.isLetter(shadow[match.start - 1])
    {
      return nil
    }
    if match.end < shadow.count, Marks.isLetter(shadow[match.end - 1]),
      Marks.isLetter(shadow[match.end])
    {
      return nil
    }
    if continues(match) { return nil }
    if match.end - match.start == 2, Marks.isHan(shadow[match.start]), isInsideWord(match) {
      return nil
    }
    let name = entry.bodyName >= 0 ? matches.lexicon.names[Int(entry.bodyName)] : ""
    return NameCandidate(
      span: TextSpan(match.start, match.end), kind: .institution(entry.body), score: 7,
      lexiconName: name, isAnchored: true)
  }

  /// 山大 in 半月山大佛, 民革 in 国民革命军: a Han character stands before, without any known edge.
  private func isInsideWord(_ match: LexiconMatch) -> Bool {
    guard match.start > 0, Marks.isHan(shadow[match.start - 1]) else { return false }
    let edges: LexiconClass = [
      .stop, .say, .post, .occupation, .status, .place, .body, .head, .notName,
    ]
    return matches.longest(endingAt: match.start, edges) == nil
  }

  /// Whether a longer word of the lexicon begins inside a match and runs past its end.
  private func continues(_ match: LexiconMatch) -> Bool {
    let classes: LexiconClass = [.notName, .post, .occupation, .stop, .say]
    // 某学院|党委副书记, not 某学院党委|副书记.
    if let post = matches.longest(at: match.start, [.post]), post.end > match.end { return true }
    // 中学|校长, not 中|学校|长.
    if let post = matches.longest(at: match.end, [.post]), post.end - post.start > 1 {
      return false
    }
    for s in match.start..<match.end {
      for other in matches.starting(at: s) where other.end > match.end {
        // 财政部|长, 教育局|长: the body's last character begins its head's title.
        if s == match.end - 1, s > match.start, Self.isOfficeEnd(shadow[s]),
          matches.entry(other).classes.contains(.post)
        {
          continue
        }
        if other.end - other.start >= 2, !matches.entry(other).classes.isDisjoint(with: classes) {
          return true
        }
      }
    }
    return false
  }

  /// The last characters of bodies that one 长 follows directly: 财政部长, 教育局长.
  private static func isOfficeEnd(_ c: UInt32) -> Bool {
    switch c {
    case u("部"), u("局"), u("厅"), u("署"), u("司"), u("馆"), u("台"), u("社"), u("行"), u("所"), u("站"):
      true
    default: false
    }
  }

  /// Whether a head is the longest one ending there and no part of another word.
  private func isHead(_ match: LexiconMatch) -> Bool {
    if let longer = matches.longest(endingAt: match.end, [.head]), longer.start < match.start {
      return false
    }
    if let word = matches.longest(endingAt: match.end, [.notName]), word.start < match.start {
      return false
    }
    return !continues(match)
  }

  private func name(
    endingWith head: LexiconMatch, _ entry: LexiconEntry, _ anchors: Anchors
  ) -> NameCandidate? {
    let search = searchLeft(from: head.start, anchors)
    let gap = head.start - search.edge
    var candidate = NameCandidate(
      span: TextSpan(search.edge, head.end), kind: .institution(entry.head), score: 2)
    if let anchor = search.anchor {
      let isBare = anchors.end(of: anchor) >= head.start
      switch entry.headKind {
      case .unit, .unit1:
        guard anchors.hasBodyEnd(in: anchor..<(head.start + 1)) else { return nil }
        if entry.headKind == .unit1 {
          let from = anchors.lastBodyEnd(in: anchor..<(head.start + 1))
          guard head.start - from >= 2, endsWell(head.end) else { return nil }
        }
      case .head, .brand:
        if isBare, anchors.kind(at: anchor) == .place, isGeneric(head, behind: anchor) {
          return nil
        }
        if entry.headKind == .brand, head.start - anchors.end(of: anchor) < 2, !isBare {
          return nil
        }
        if entry.headKind == .brand, isBare { return nil }
      case .office:
        if isBare, anchors.kind(at: anchor) == .body, isGovernment(head) { return nil }
      }
      candidate.isDepartment = entry.headKind == .unit || entry.headKind == .unit1
      // 蜀南通信集团有限公司: 南通 is no place here.
      let isEdge = isCompanySuffix(head) && anchors.kind(at: anchor) == .place
      let start = isEdge && anchor - search.edge <= 2 ? search.edge : anchor
      candidate.span = TextSpan(start, head.end)
      candidate.score = 6
      candidate.isAnchored = anchors.kind(at: anchor) != .level
      candidate.isElliptical = anchors.kind(at: anchor) == .level
      return candidate
    }
    switch entry.headKind {
    case .unit, .unit1: return nil
    case .office:
      if let start = unknownPlaceStart(before: head, edge: search.edge) {
        candidate.span = TextSpan(start, head.end)
        candidate.score = 5
        candidate.isAnchored = true
        return candidate
      }
      guard let level = levelStart(before: head) else { return nil }
      candidate.span = TextSpan(level, head.end)
      candidate.score = 5
      candidate.isElliptical = true
      return candidate
    case .head, .brand:
      if gap == 0, entry.head == .school, head.end - head.start >= 3,
        shadow[head.end - 1] == u("院"), matches.longest(at: head.end, [.post]) != nil
      {
        // 理工学院|院长: a college of the school named before.
        candidate.score = 5
        return candidate
      }
      guard gap >= 2, gap <= (entry.headKind == .brand ? 4 : 14) else { return nil }
      if matches.longest(at: head.end, [.post]) != nil { candidate.score += 3 }
      if isCompanySuffix(head) || isPublic(search.edge) { candidate.score += 3 }
      return candidate
    }
  }

  /// 国立, 私立, 市立 open nothing but names of bodies.
  private func isPublic(_ start: Int) -> Bool {
    guard start + 1 < shadow.count, shadow[start + 1] == u("立") else { return false }
    switch shadow[start] {
    case u("国"), u("私"), u("市"), u("县"), u("省"): return true
    default: return false
    }
  }

  /// 有限公司 and the like end nothing but names.
  private func isCompanySuffix(_ head: LexiconMatch) -> Bool {
    let length = head.end - head.start
    guard length >= 4, shadow[head.end - 1] == u("司"), shadow[head.end - 2] == u("公") else {
      return false
    }
    return shadow[head.end - 4] == u("有") || shadow[head.end - 4] == u("责")
  }

  /// Where a leftward search ended.
  private struct Search {
    /// Leftmost offset a name could begin at.
    var edge: Int
    /// Leftmost place, body or level inside.
    var anchor: Int?
  }

  private func searchLeft(from start: Int, _ anchors: Anchors) -> Search {
    var search = Search(edge: start, anchor: nil)
    let floor = max(0, start - Self.limit)
    var i = start
    var softEdge: Int?
    while i > floor {
      let c = shadow[i - 1]
      if Marks.isClose(c), let open = bracketStart(closing: i - 1, floor) {
        i = open
        continue
      }
      guard Marks.isNamePart(c) else { break }
      if let stop = matches.longest(endingAt: i, [.stop, .say]),
        !matches.isCovered(stop.start, by: stop.end - stop.start), !anchors.covers(stop.start)
      {
        if stop.end - stop.start == 2, shadow[stop.start] == u("全"),
          shadow[stop.start + 1] == u("国"),
          search.anchor == nil
        {
          search.edge = stop.start
          search.anchor = stop.start
          break
        }
        guard isJoint(stop, anchors) else { break }
        if softEdge == nil { softEdge = i }
      }
      if i < start, let role = matches.longest(endingAt: i, .role),
        !matches.isCovered(role.start, by: role.end - role.start)
      {
        break
      }
      i -= 1
      if anchors.begins(at: i) { search.anchor = i }
      search.edge = i
    }
    if let softEdge {
      if let anchor = search.anchor, anchor < softEdge {
        // The name goes on over 和 or 与.
      } else {
        search.edge = softEdge
      }
    }
    if let anchor = search.anchor {
      // 西班牙: the head 班 stands inside the country, behind which no name of it can begin.
      let inner = withoutCountry(anchor, anchors)
      search.anchor = withPublicPrefix(inner <= start ? inner : anchor)
    }
    if search.anchor == nil, let level = levelHead(in: search.edge..<start) {
      search.anchor = level
    }
    return search
  }

  /// 和, 与, 及 inside a name (生命科学与技术学院): no name, head or title ends before it and none
  /// begins behind it.
  private func isJoint(_ stop: LexiconMatch, _ anchors: Anchors) -> Bool {
    guard stop.end - stop.start == 1, stop.start > 0 else { return false }
    let c = shadow[stop.start]
    guard c == u("和") || c == u("与") || c == u("及") else { return false }
    guard Marks.isHan(shadow[stop.start - 1]), !anchors.begins(at: stop.end),
      !anchors.covers(stop.start - 1)
    else { return false }
    if let head = matches.longest(endingAt: stop.start, [.head]),
      matches.entry(head).headKind != .brand
    {
      return false
    }
    return matches.longest(endingAt: stop.start, [.post, .occupation, .status, .stop]) == nil
  }

  /// 英国|剑桥大学: a country before a foreign body is a place of its own.
  private func withoutCountry(_ anchor: Int, _ anchors: Anchors) -> Int {
    guard let place = matches.longest(at: anchor, [.place]), matches.entry(place).place == .country,
      place.end < shadow.count, shadow[place.start] != u("中")
    else { return anchor }
    if anchors.begins(at: place.end), anchors.kind(at: place.end) == .body { return place.end }
    if let city = matches.longest(at: place.end, [.place]), matches.entry(city).placeForm != .weak {
      return place.end
    }
    return anchor
  }

  /// 国立|中部科学园区高级中学: the word for who runs a body belongs to its name.
  private func withPublicPrefix(_ anchor: Int) -> Int {
    guard anchor >= 2, shadow[anchor - 1] == u("立") else { return anchor }
    switch shadow[anchor - 2] {
    case u("国"), u("私"), u("市"), u("县"), u("省"): return anchor - 2
    default: return anchor
    }
  }

  /// 省委, 市政府 at the edge of the phrase: the rest of the name follows (省委组织部).
  private func levelHead(in range: Range<Int>) -> Int? {
    guard let head = matches.longest(at: range.lowerBound, [.head]), head.end <= range.upperBound,
      Self.isLevel(shadow[head.start]), head.end - head.start == 2
    else { return nil }
    return head.start
  }

  private func bracketStart(closing close: Int, _ floor: Int) -> Int? {
    var i = close - 1
    while i > floor, close - i < 16 {
      if Marks.isOpen(shadow[i]) {
        return i > 0 && Marks.isHan(shadow[i - 1]) && close - i > 2 ? i : nil
      }
      guard Marks.isHan(shadow[i]) else { return nil }
      i -= 1
    }
    return nil
  }

  @inline(__always)
  static func isLevel(_ c: UInt32) -> Bool {
    c == u("省") || c == u("市") || c == u("区") || c == u("县") || c == u("州")
  }

  /// 市经信委, 省科技厅, 市委: a level with no place before it.
  private func levelStart(before head: LexiconMatch) -> Int? {
    if Self.isLevel(shadow[head.start]), head.end - head.start <= 4 {
      return isEdge(head.start) ? head.start : nil
    }
    guard head.start > 0, Self.isLevel(shadow[head.start - 1]) else { return nil }
    return isEdge(head.start - 1) ? head.start - 1 : nil
  }

  /// 江浦|市|教育局: a place the lexicon does not have, told by its level and a hard edge before.
  private func unknownPlaceStart(before head: LexiconMatch, edge: Int) -> Int? {
    guard head.start - edge >= 3, head.start - edge <= 5, Self.isLevel(shadow[head.start - 1]),
      matches.longest(endingAt: head.start, [.notName]) == nil,
      matches.longest(at: edge, [.notName, .head, .role]) == nil
    else { return nil }
    for i in edge..<head.start where !Marks.isHan(shadow[i]) { return nil }
    return edge
  }

  /// Whether a phrase can begin at an offset.
  private func isEdge(_ i: Int) -> Bool {
    guard i > 0 else { return true }
    if !Marks.isNamePart(shadow[i - 1]) { return true }
    if matches.longest(endingAt: i, [.stop, .say, .role]) != nil { return true }
    // 送|市议会: no word lies over the edge (城|市).
    return matches.longest(endingAt: i + 1, [.notName, .place, .body, .head]) == nil
  }

  /// 中国公司, 上海学校: a kind of body, not a body.
  private func isGeneric(_ head: LexiconMatch, behind anchor: Int) -> Bool {
    let text = shadow[head.start..<head.end]
    if Self.alwaysGeneric.contains(where: { text.elementsEqual($0) }) { return true }
    guard let place = matches.longest(at: anchor, [.place]) else { return false }
    return matches.entry(place).place == .country && head.end - head.start <= 3
      && !text.elementsEqual(Scalars("政府"))
  }

  private static let alwaysGeneric = [
    "公司", "集团", "学校", "中心", "分校", "子公司", "研究所", "工作室", "事务所", "高中", "高校",
    "俱乐部", "酒店", "饭店", "书店", "证券", "总会", "联盟",
  ].map { Scalars($0) }

  /// 教育部政府: a government does not follow a body.
  private func isGovernment(_ head: LexiconMatch) -> Bool {
    let text = shadow[head.start..<head.end]
    return text.elementsEqual(Scalars("政府")) || text.elementsEqual(Scalars("人大"))
      || text.elementsEqual(Scalars("政协"))
  }

  /// What follows a department's name of one character: a post, a mark or a function word.
  private func endsWell(_ end: Int) -> Bool {
    guard end < shadow.count, Marks.isNamePart(shadow[end]) else { return true }
    return matches.longest(at: end, [.post, .stop, .say, .surname]) != nil
  }
}
