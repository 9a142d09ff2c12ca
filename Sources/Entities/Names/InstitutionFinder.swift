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
  static let limit = 30

  /// The candidates, shorter ones inside longer ones included.
  ///
  /// - Complexity: O(length × `limit`) at worst, where the text is one chain of heads.
  func find() -> [NameCandidate] {
    var anchors = Anchors(count: shadow.count)
    for place in places { anchors.mark(place.span, .place) }
    var found: [NameCandidate] = []
    // Kind of the last body that begins at an offset: its departments share it.
    var kinds: [Int: NameCandidate.Kind] = [:]
    for match in matches.all where match.classes.contains(.body) {
      guard let body = knownBody(match) else { continue }
      anchors.mark(body.span, .body)
      kinds[body.span.start] = body.kind
      found.append(body)
    }
    for match in matches.all where match.classes.contains(.head) {
      guard isHead(match) else { continue }
      let entry = matches.entry(match)
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
          } else if let kind = kinds[name.span.start], kind == .institution(.school),
            name.kind == .institution(.government)
          {
            // 某大学校务委员会: a part of the school.
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
  func knownBody(_ match: LexiconMatch) -> NameCandidate? {
    let entry = matches.entry(match)
    guard let reading = matches.body(match) else { return nil }
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
    // 数码港|主席, but 在数码港: what is a place too is a body where a post or a verb follows.
    if entry.classes.contains(.place), entry.placeForm == .full,
      matches.longest(at: match.end, [.post, .say]) == nil
    {
      return nil
    }
    if matches.isGivenName(match.start, match.end, in: shadow) { return nil }
    return NameCandidate(
      span: TextSpan(match.start, match.end), kind: .institution(reading.kind), score: 7,
      lexiconName: matches.name(of: reading) ?? "", isAnchored: true)
  }

  /// 山大 in 半月山大佛, 民革 in 国民革命军: a Han character stands before, without any known edge.
  func isInsideWord(_ match: LexiconMatch) -> Bool {
    guard match.start > 0, Marks.isHan(shadow[match.start - 1]) else { return false }
    let edges: LexiconClass = [
      .stop, .say, .post, .occupation, .status, .place, .body, .head, .notName,
    ]
    return matches.longest(endingAt: match.start, edges) == nil
  }

  /// Whether a longer word of the lexicon begins inside a match and runs past its end.
  func continues(_ match: LexiconMatch) -> Bool {
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
          other.classes.contains(.post)
        {
          continue
        }
        if other.end - other.start >= 2, !other.classes.isDisjoint(with: classes) {
          return true
        }
      }
    }
    return false
  }

  /// The last characters of bodies that one 长 follows directly: 财政部长, 教育局长.
  static func isOfficeEnd(_ c: UInt32) -> Bool {
    switch c {
    case u("部"), u("局"), u("厅"), u("署"), u("司"), u("馆"), u("台"), u("社"), u("行"), u("所"), u("站"):
      true
    default: false
    }
  }

  /// Whether a head is the longest one ending there and no part of another word.
  func isHead(_ match: LexiconMatch) -> Bool {
    if let longer = matches.longest(endingAt: match.end, [.head]), longer.start < match.start {
      return false
    }
    if let word = matches.longest(endingAt: match.end, [.notName]), word.start < match.start {
      return false
    }
    // 大学|校务, 中学|校园: the school is named already.
    if match.end - match.start == 2, match.start > 0, shadow[match.start] == u("学"),
      shadow[match.start + 1] == u("校"),
      let school = matches.longest(endingAt: match.start + 1, [.head]),
      school.start < match.start
    {
      return false
    }
    return !continues(match)
  }

  func name(
    endingWith head: LexiconMatch, _ entry: LexiconEntry, _ anchors: Anchors
  ) -> NameCandidate? {
    let search = searchLeft(
      from: head.start, anchors, isProper: entry.headKind == .head,
      splitsCountry: entry.head == .school || entry.head == .research || entry.head == .company)
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
        if entry.headKind == .brand, isBare || shadow[anchor] == u("全") { return nil }
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
    case .unit1 where entry.head == .school:
      // 机械|系|教授: a department of the school that the document names.
      guard gap >= 1, gap <= 8, isField(search.edge, head.start, least: 1),
        let post = matches.longest(at: head.end, [.post]), post.end - post.start >= 2
      else { return nil }
      candidate.score = 5
      return candidate
    case .unit, .unit1: return nil
    case .office:
      if let start = unknownPlaceStart(before: head, edge: search.edge) {
        candidate.span = TextSpan(start, head.end)
        candidate.score = 5
        candidate.isAnchored = true
        return candidate
      }
      if gap == 0 || !Marks.isHan(shadow[head.start]), isBareOffice(head) {
        candidate.span = TextSpan(head.start, head.end)
        candidate.score = 5
        candidate.isElliptical = true
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
      if entry.headKind == .brand, acts(head, from: search.edge) { candidate.score += 3 }
      if matches.longest(at: head.end, [.post]) != nil { candidate.score += 3 }
      if isCompanySuffix(head) || isPublic(search.edge) { candidate.score += 3 }
      return candidate
    }
  }

  /// 经发局|局长, 农业局|长: an office of the city the document is about, before its head's title.
  func isBareOffice(_ head: LexiconMatch) -> Bool {
    guard head.end - head.start == 3, Self.isOfficeEnd(shadow[head.end - 1]), isEdge(head.start),
      head.end + 1 < shadow.count
    else { return false }
    if shadow[head.end] == u("长") { return true }
    guard let post = matches.longest(at: head.end, [.post]) else { return false }
    return shadow[post.end - 1] == u("长") || shadow[post.end - 1] == u("书")
      || post.end - post.start >= 3
  }

  /// 海蓝环境|宣布: a clause begins with the name, and what only bodies do follows.
  func acts(_ head: LexiconMatch, from edge: Int) -> Bool {
    guard head.start - edge == 2 || head.start - edge == 3,
      matches.longest(at: edge, [.notName, .place, .head, .role, .stop]) == nil
    else { return false }
    let isIntroduced = matches.longest(endingAt: edge, [.notName]).map {
      Self.introductions.contains(Scalars(shadow[$0.start..<$0.end]))
    }
    let opens = edge == 0 || !Marks.isNamePart(shadow[edge - 1])
    if isIntroduced == true { return true }
    return opens && Self.actions.contains { shadow[head.end...].starts(with: $0) }
  }

  static let introductions = Set(["企业", "初创企业", "初创公司", "公司", "厂商"].map { Scalars($0) })

  static let actions = [
    "宣布", "表示", "成立", "完成", "发布", "推出", "获得", "获评", "回应", "透露", "创始人", "创办人",
    "联合创始人", "董事长", "总裁", "首席", "执行长", "上市",
    "提交", "披露", "入选", "中标", "承建", "相关负责人", "有关负责人",
  ].map { Scalars($0) }

  /// 国立, 私立, 市立 open nothing but names of bodies.
  func isPublic(_ start: Int) -> Bool {
    guard start + 1 < shadow.count, shadow[start + 1] == u("立") else { return false }
    switch shadow[start] {
    case u("国"), u("私"), u("市"), u("县"), u("省"): return true
    default: return false
    }
  }

  /// 有限公司 and the like end nothing but names.
  func isCompanySuffix(_ head: LexiconMatch) -> Bool {
    let length = head.end - head.start
    guard length >= 4, shadow[head.end - 1] == u("司"), shadow[head.end - 2] == u("公") else {
      return false
    }
    return shadow[head.end - 4] == u("有") || shadow[head.end - 4] == u("责")
  }

  /// 中国公司, 上海学校: a kind of body, not a body.
  func isGeneric(_ head: LexiconMatch, behind anchor: Int) -> Bool {
    let text = shadow[head.start..<head.end]
    if Self.alwaysGeneric.contains(where: { text.elementsEqual($0) }) { return true }
    guard let place = matches.longest(at: anchor, [.place]) else { return false }
    return matches.entry(place).place == .country && head.end - head.start <= 3
      && !text.elementsEqual(Scalars("政府"))
  }

  static let alwaysGeneric = [
    "公司", "集团", "学校", "中心", "分校", "子公司", "研究所", "工作室", "事务所", "高中", "高校",
    "俱乐部", "酒店", "饭店", "书店", "证券", "总会", "联盟",
  ].map { Scalars($0) }

  /// 教育部政府: a government does not follow a body.
  func isGovernment(_ head: LexiconMatch) -> Bool {
    let text = shadow[head.start..<head.end]
    return text.elementsEqual(Scalars("政府")) || text.elementsEqual(Scalars("人大"))
      || text.elementsEqual(Scalars("政协"))
  }

  /// What follows a department's name of one character: a post, a mark or a function word.
  func endsWell(_ end: Int) -> Bool {
    guard end < shadow.count, Marks.isNamePart(shadow[end]) else { return true }
    return matches.longest(at: end, [.post, .stop, .say, .surname]) != nil
  }
}
