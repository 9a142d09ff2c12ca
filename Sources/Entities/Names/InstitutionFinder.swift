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
      guard isHead(match) || isPartyOfPlace(match) else { continue }
      let entry = matches.entry(match)
      if let name = name(endingWith: match, entry, anchors) {
        found.append(name)
        if name.score >= NameRecognizer.threshold {
          if let kind = kinds[name.span.start],
            name.isDepartment || Self.isPart(name.kind, of: kind)
          {
            found[found.count - 1].kind = kind
          } else if !name.isDepartment {
            kinds[name.span.start] = name.kind
          }
          anchors.markEnd(match.end)
          if name.isElliptical {
            anchors.mark(name.span, .level)
          } else if region == .hk, name.isAnchored, name.span.start == match.start {
            // 旅游局|传播及对外关系厅.
            anchors.mark(name.span, .body)
          }
        }
      }
    }
    return found
  }

  /// Whether what ends as one kind of body does is of another's kind behind its name.
  private static func isPart(_ kind: NameCandidate.Kind, of whole: NameCandidate.Kind) -> Bool {
    switch (whole, kind) {
    // 某公司产业发展部, 某大学校务委员会, 九三学社柳州市委员会: no government's.
    case (.institution(.company), .institution(.government)),
      (.institution(.school), .institution(.government)),
      (.institution(.party), .institution(.government)):
      true
    // 疾病管制署南区管制中心.
    case (.institution(.government), .institution(.other)): true
    default: false
    }
  }

  /// 石笋村|党支部|书记, 东湖开发区|党工委|书记: behind a place it is a body; behind others the title
  /// 党委书记 is whole.
  func isPartyOfPlace(_ head: LexiconMatch) -> Bool {
    guard head.start > 0 else { return false }
    // 省|教研室|主任, where 教研室主任 is a title too.
    if Self.isLevel(shadow[head.start - 1]), head.end - head.start >= 3,
      let post = matches.longest(at: head.start, [.post]), post.end > head.end
    {
      return matches.longest(at: head.end, [.post])?.end == post.end
    }
    guard shadow[head.start] == u("党") || shadow[head.start] == u("纪") else { return false }
    switch shadow[head.start - 1] {
    case u("村"), u("镇"), u("乡"), u("区"), u("县"), u("道"), u("园"): break
    case u("市"), u("省"), u("州"):
      guard shadow[head.start] == u("纪") else { return false }
    default: return false
    }
    guard let post = matches.longest(at: head.start, [.post]), post.end > head.end else {
      return false
    }
    return matches.longest(at: head.end, [.post])?.end == post.end
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
    let end = campusEnd(chamberEnd(match.end))
    return NameCandidate(
      span: TextSpan(match.start, end), kind: .institution(reading.kind), score: 7,
      lexiconName: end == match.end ? matches.name(of: reading) ?? "" : "", isAnchored: true)
  }

  /// 山大 in 半月山大佛, 民革 in 国民革命军: a Han character stands before, without any known edge.
  func isInsideWord(_ match: LexiconMatch) -> Bool {
    guard match.start > 0, Marks.isHan(shadow[match.start - 1]) else { return false }
    // 由前|台大|校长.
    if shadow[match.start - 1] == u("前") || shadow[match.start - 1] == u("原"),
      matches.longest(at: match.end, [.post]) != nil
    {
      return false
    }
    let edges: LexiconClass = [
      .stop, .say, .post, .occupation, .status, .place, .body, .head, .notName,
    ]
    return matches.longest(endingAt: match.start, edges) == nil
  }

  func name(
    endingWith head: LexiconMatch, _ entry: LexiconEntry, _ anchors: Anchors
  ) -> NameCandidate? {
    let search = searchLeft(
      from: head.start, anchors,
      isProper: entry.headKind == .head || entry.headKind == .brand,
      splitsCountry: [.school, .research, .company, .other].contains(entry.head))
    let gap = head.start - search.edge
    var candidate = NameCandidate(
      span: TextSpan(search.edge, head.end), kind: .institution(entry.head), score: 2)
    if let anchor = search.anchor {
      let isBare = anchors.end(of: anchor) >= head.start
      if tells(from: anchors.lastBodyEnd(in: anchor..<(head.start + 1)), head.start, behind: anchor)
      {
        return nil
      }
      switch entry.headKind {
      case .unit, .unit1:
        guard anchors.hasBodyEnd(in: anchor..<(head.start + 1)) else { return nil }
        if entry.headKind == .unit1 {
          let from = anchors.lastBodyEnd(in: anchor..<(head.start + 1))
          guard head.start - from >= 2, endsWell(head.end) else { return nil }
          // 媒体公关组|郑雅方|组长.
          if head.start - from == 3, matches.longest(at: from, .anySurname) != nil,
            sharesTitle(endingAt: head.end)
          {
            return nil
          }
        }
      case .head, .brand:
        if isBare, anchors.kind(at: anchor) == .place, isGeneric(head, behind: anchor) {
          return nil
        }
        if entry.headKind == .brand, head.start - anchors.end(of: anchor) < 2, !isBare {
          return nil
        }
        if entry.headKind == .brand,
          isBare || shadow[anchor] == u("全") || holdsWholeName(anchor..<head.start)
        {
          return nil
        }
      case .office:
        if isBare, anchors.kind(at: anchor) == .body,
          isGovernment(head) || isPartySeat(head, anchor)
        {
          return nil
        }
      }
      candidate.isDepartment = entry.headKind == .unit || entry.headKind == .unit1
      // 蜀南通信集团有限公司: 南通 is no place here.
      let isEdge = isCompanySuffix(head) && anchors.kind(at: anchor) == .place
      let start = isEdge && anchor - search.edge <= 2 ? search.edge : anchor
      candidate.span = TextSpan(
        missionStart(start, head.end), campusEnd(committeeEnd(chamberEnd(head.end))))
      candidate.score = 6
      candidate.isAnchored = anchors.kind(at: anchor) != .level
      candidate.isElliptical = anchors.kind(at: anchor) == .level
      return candidate
    }
    switch entry.headKind {
    case .unit1 where entry.head == .school:
      // 机械|系|教授: a department of the school that the document names.
      guard gap >= 1, gap <= 8, isField(search.edge, head.start, least: 1),
        // 副教授兼|系主任.
        shadow[search.edge] != u("兼"),
        let post = matches.longest(at: head.end, .role), post.end - post.start >= 2
      else { return nil }
      candidate.score = 5
      return candidate
    case .unit, .unit1:
      guard let start = bareUnitStart(head, entry.headKind, edge: search.edge) else { return nil }
      // 本署陈思妤|科长, 所遗|科长: without its body, only behind a mark.
      if sharesTitle(endingAt: head.end),
        start > 0 && (Marks.isNamePart(shadow[start - 1]) || Marks.isSpace(shadow[start - 1]))
          || Self.pointing.contains(shadow[start])
      {
        return nil
      }
      candidate.span = TextSpan(start, head.end)
      candidate.score = 5
      // 兰东乡卫生所 says where it is.
      // and 晋晴证券研究部 whose it is.
      candidate.isElliptical =
        !shadow[start..<head.start].dropFirst().contains {
          Self.isLevel($0) || Self.isSettlement($0)
        }
        && (matches.longest(endingAt: head.start, [.head]).map { $0.start <= start } ?? true)
      candidate.isDepartment = true
      return candidate
    case .office:
      if let start = unknownPlaceStart(before: head, edge: search.edge) {
        candidate.span = TextSpan(start, head.end)
        candidate.score = 5
        candidate.isAnchored = true
        return candidate
      }
      if region == .hk, head.end - head.start >= 3, isHardEdge(head.start),
        Self.isOfficeEnd(shadow[head.end - 1]), isPhraseEnd(head.end),
        !NameForms.commonOffices.contains(where: { shadow[head.start..<head.end].elementsEqual($0) }
        )
      {
        // 体育局, 区域法院: Hong Kong and Macao have one of each.
        candidate.span = TextSpan(head.start, head.end)
        candidate.score = 5
        candidate.isAnchored = true
        return candidate
      }
      if isCoordinatedOffice(head, anchors) {
        candidate.span = TextSpan(head.start, head.end)
        candidate.score = 5
        candidate.isElliptical = true
        return candidate
      }
      if isActingOffice(head, gap: gap)
        || (gap == 0 || !Marks.isHan(shadow[head.start])) && isBareOffice(head)
      {
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
      if gap == 0, Self.isLibrary(shadow[head.start..<head.end]), isEdge(head.start),
        matches.longest(at: head.end, [.post]) != nil
      {
        // 图书馆|馆长: of the school named before.
        candidate.score = 5
        candidate.isElliptical = true
        candidate.isDepartment = true
        return candidate
      }
      if gap == 0, isHardEdge(head.start), matches.longest(at: head.end, [.post]) != nil,
        BodyNames.parts.contains(Scalars(shadow[head.start..<head.end]))
      {
        // 家长教师会|主席, 审核委员会|主席: of the body the text is about.
        candidate.score = 5
        candidate.isElliptical = true
        candidate.isDepartment = true
        return candidate
      }
      if gap == 0, entry.head == .school, head.end - head.start >= 3,
        shadow[head.end - 1] == u("院"), matches.longest(at: head.end, [.post]) != nil
      {
        // 理工学院|院长: a college of the school named before.
        candidate.score = 5
        return candidate
      }
      if entry.head == .school, isShortSchool(head, from: search.edge) {
        candidate.score = 5
        candidate.isAnchored = true
        return candidate
      }
      guard gap >= 2, gap <= (entry.headKind == .brand ? 4 : 14) else { return nil }
      if entry.headKind == .brand, acts(head, from: search.edge) { candidate.score += 3 }
      if matches.longest(at: head.end, [.post]) != nil || isBeforeHolder(head.end) {
        candidate.score += 3
      }
      if isCompanySuffix(head) || isPublic(search.edge) || isNational(search.edge)
        || announcesShortForm(head.end)
      {
        candidate.score += 3
      }
      return candidate
    }
  }
}
