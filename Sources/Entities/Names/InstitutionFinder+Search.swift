import HanText

/// Where the name of a body begins: leftward from its last word to a place, a known body, a level,
/// or the edge of the phrase.
extension InstitutionFinder {
  static func isCounter(_ c: UInt32) -> Bool {
    c == u("所") || c == u("家") || c == u("间") || c == u("个")
  }

  static func isCount(_ c: UInt32) -> Bool {
    switch c {
    case u("一"), u("二"), u("两"), u("三"), u("四"), u("五"), u("六"), u("七"), u("八"), u("九"), u("十"),
      u("多"), u("几"), u("数"), u("百"), u("各"), u("每"), u("余"), u("这"), u("那"):
      true
    default: Marks.isDigit(c)
    }
  }

  /// 某医学大学|附设|中和纪念医院, 某教育大学|附设|实验国民小学.
  private func isAttached(_ stop: LexiconMatch) -> Bool {
    shadow[stop.start..<stop.end].elementsEqual(Self.attached)
      && matches.longest(endingAt: stop.start, [.head, .body]) != nil
  }

  private static let attached = Scalars("附设")
  private static let spans = Set(Scalars("年月天名位次"))

  /// The words behind 该 that stand for a body just named.
  static func isReferent(_ c: UInt32) -> Bool {
    isOfficeEnd(c) || c == u("校") || c == u("会") || c == u("委") || c == u("报")
  }

  /// Whether 该局, 该处 and the like end at an offset.
  func isReference(before i: Int) -> Bool {
    i > 1 && shadow[i - 2] == u("该") && Self.isReferent(shadow[i - 1])
  }

  /// Where a leftward search ended.
  struct Search {
    /// Leftmost offset a name could begin at.
    var edge: Int
    /// Leftmost place, body or level inside.
    var anchor: Int?
  }

  func searchLeft(
    from start: Int, _ anchors: Anchors, isProper: Bool, splitsCountry: Bool
  ) -> Search {
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
      // 教育局|会同|公安局, 天文台|昨|交换观测数据: what a body does or when begins no name.
      if i < start, anchors.endsBody(i), let clause = clauseOpening(at: i, before: start, anchors) {
        search.edge = max(search.edge, clause)
        break
      }
      if let stop = matches.longest(endingAt: i, [.stop, .say]),
        !matches.isCovered(stop.start, by: stop.end - stop.start), !anchors.covers(stop.start),
        !isAttached(stop)
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
        guard isCalling(role, before: start) else { break }
        search.edge = role.start
        break
      }
      // 赞助机构|慧行慈善基金: a word for what the body is.
      if i < start, c == u("构") || c == u("位"), let word = matches.longest(endingAt: i, [.notName]),
        word.end - word.start >= 4
      {
        break
      }
      // 本港八所|资助大学: counted bodies are no name.
      if i > floor + 1, Self.isCounter(c), Self.isCount(shadow[i - 2]) { break }
      // 在靖西当过七年|中学教师.
      if i > floor + 1, i < start, Self.spans.contains(c), Self.isCount(shadow[i - 2]),
        !anchors.covers(i - 1)
      {
        break
      }
      // 某大学|前|计算机中心主任: what stands behind is told by itself.
      if i < start, c == u("前") || c == u("原"), anchors.endsBody(i - 1) { break }
      // 该局|产品质量科: what the word for a body just named leads to.
      if i > floor + 1, i < start, shadow[i - 2] == u("该"), Self.isReferent(c) { break }
      i -= 1
      if anchors.begins(at: i) { search.anchor = i }
      search.edge = i
      // 某中级法院公开宣判|某市交通局: a name begins behind what another body does.
      if i < start, anchors.begins(at: i), Self.isVerb(before: i, matches, shadow),
        !anchors.covers(i - 1)
      {
        break
      }
    }
    if let softEdge {
      if let anchor = search.anchor, anchor < softEdge {
        // The name goes on over 和 or 与.
      } else if search.anchor == nil, isField(search.edge, softEdge - 1),
        isProper && isStudy(start) || isHeadedOffice(start)
      {
        // 化学与材料科学|学院.
      } else {
        search.edge = softEdge
      }
    }
    if let anchor = search.anchor {
      // 西班牙: the head 班 stands inside the country, behind which no name of it can begin.
      let inner = withoutCountry(anchor, anchors, isProper && splitsCountry ? start : anchor)
      search.anchor = withPublicPrefix(inner <= start ? inner : anchor)
    }
    if search.anchor == nil, let level = levelHead(in: search.edge..<start) {
      search.anchor = level
    }
    return search
  }

  /// Where what opens a clause behind a body ends: 昨, 拟 and 诉, or a verb that no word covers with a name
  /// behind it; 消防支队|防火|监督科 is one name.
  private func clauseOpening(at i: Int, before start: Int, _ anchors: Anchors) -> Int? {
    if Self.clauseWords.contains(shadow[i]), start - i >= 3,
      matches.starting(at: i).allSatisfy({ $0.end == i + 1 })
    {
      return i + 1
    }
    guard start - i >= 4, Marks.isHan(shadow[i]), Marks.isHan(shadow[i + 1]),
      anchors.begins(at: i + 2) || Self.isLevel(shadow[i + 2]), !matches.isCovered(i, by: 2),
      [.verb, nil].contains(WordList.kind(ofPairAt: i, in: shadow)),
      matches.longest(at: i, [.place, .body, .head, .notName, .role, .siteSuffix]) == nil
    else { return nil }
    return i + 2
  }

  private static let clauseWords = Set(Scalars("昨拟诉将已曾"))

  /// Whether a verb of two characters, which no other word covers, ends at an offset.
  static func isVerb(before i: Int, _ matches: LexiconMatches, _ shadow: Scalars) -> Bool {
    guard i >= 2, Marks.isHan(shadow[i - 1]), Marks.isHan(shadow[i - 2]),
      matches.longest(endingAt: i, [.place, .body, .head, .notName, .role, .siteSuffix]) == nil,
      !matches.isCovered(i - 2, by: 2)
    else { return false }
    return WordList.kind(ofPairAt: i - 2, in: shadow) == .verb
      || matches.longest(endingAt: i, [.stop]).map { $0.start == i - 2 } ?? false
  }

  /// Whether what stands between two offsets can be a field of study before 与: a short run of Han
  /// behind a mark or behind 该校.
  func isField(_ start: Int, _ joint: Int, least: Int = 2) -> Bool {
    guard joint - start >= least, joint - start <= 6,
      start == 0 || !Marks.isNamePart(shadow[start - 1])
        || shadow[start - 1] == u("校") || least == 1 && isEdge(start)
        || matches.longest(endingAt: start, [.stop, .say]).map({ $0.end - $0.start > 1 }) ?? false
    else { return false }
    return shadow[start..<joint].allSatisfy(Marks.isHan)
      && matches.longest(at: start, [.stop, .say, .role]) == nil
  }

  /// 海洋及渔业事务管理|所|所长: an office before the title of its head.
  func isHeadedOffice(_ start: Int) -> Bool {
    guard let end = matches.longest(at: start, [.head])?.end, end < shadow.count else {
      return false
    }
    switch shadow[end - 1] {
    case u("处"), u("所"), u("局"), u("科"), u("课"), u("部"):
      return matches.longest(at: end, [.post]).map {
        shadow[$0.start..<$0.end].first == shadow[end - 1] || shadow[$0.end - 1] == u("长")
      } ?? (shadow[end] == u("长"))
    default: return false
    }
  }

  /// 学院, 学系 and the like, whose names are fields of study.
  func isStudy(_ head: Int) -> Bool {
    guard let end = matches.longest(at: head, [.head])?.end else { return false }
    return Self.studies.contains {
      end - head >= $0.count && shadow[(end - $0.count)..<end].elementsEqual($0)
    }
  }

  static let studies = ["学院", "学系", "系", "研究所", "研究院", "研究中心", "研究发展中心", "实验室"].map {
    Scalars($0)
  }

  /// 和, 与, 及 inside a name (生命科学与技术学院): no name, head or title ends before it and none
  /// begins behind it.
  func isJoint(_ stop: LexiconMatch, _ anchors: Anchors) -> Bool {
    guard stop.end - stop.start == 1, stop.start > 0 else { return false }
    let c = shadow[stop.start]
    guard c == u("和") || c == u("与") || c == u("及") || c == u("暨") else { return false }
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
  ///
  /// - Parameter head: where the last word of a body's name begins that has a name of its own;
  ///   the anchor for an office, which keeps its country (英国教育部).
  func withoutCountry(_ anchor: Int, _ anchors: Anchors, _ head: Int) -> Int {
    guard let place = matches.longest(at: anchor, [.place]), matches.entry(place).place == .country,
      place.end < shadow.count, shadow[place.start] != u("中")
    else { return anchor }
    if anchors.begins(at: place.end), anchors.kind(at: place.end) == .body {
      // 印尼|教育部: the ministry of that country.
      let body = matches.longest(at: place.end, [.body]).flatMap { matches.body($0) }
      return body?.kind == .government ? anchor : place.end
    }
    if let city = matches.longest(at: place.end, [.place]), matches.entry(city).placeForm != .weak {
      return place.end
    }
    // 德国|马普学会, but 新加坡国立大学, 美国国家科学院, 日本理工大学.
    if head - place.end >= 2, Marks.isHan(shadow[place.end]),
      !Self.nationalOpenings.contains(where: { shadow[place.end...].starts(with: $0) }),
      matches.longest(at: place.end, [.notName, .head, .stop]) == nil
    {
      return place.end
    }
    return anchor
  }

  /// What goes on from the name of a country inside one name of a body.
  static let nationalOpenings = [
    "国立", "国家", "国际", "皇家", "联邦", "中央", "全国", "理工", "管理", "科学", "科技", "技术", "自治", "开放",
    "航空", "航天", "宇航", "农业", "工业", "医", "师范", "外国语", "中文", "汉语", "人民", "公立", "商", "教育",
    "文化", "儿童", "研究", "驻", "总", "高等", "电", "大", "政府", "最高", "工程", "经济", "艺术", "音乐", "化学", "物理",
  ].map { Scalars($0) }

  /// 国立|中部科学园区高级中学: the word for who runs a body belongs to its name.
  func withPublicPrefix(_ anchor: Int) -> Int {
    guard anchor >= 2, shadow[anchor - 1] == u("立") else { return anchor }
    switch shadow[anchor - 2] {
    case u("国"), u("私"), u("市"), u("县"), u("省"): return anchor - 2
    default: return anchor
    }
  }

  /// 省委, 市政府 at the edge of the phrase: the rest of the name follows (省委组织部).
  func levelHead(in range: Range<Int>) -> Int? {
    guard let head = matches.longest(at: range.lowerBound, [.head]), head.end <= range.upperBound,
      Self.isLevel(shadow[head.start]), head.end - head.start == 2
    else { return nil }
    return head.start
  }

  func bracketStart(closing close: Int, _ floor: Int) -> Int? {
    var i = close - 1
    while i > floor, close - i < 16 {
      if Marks.isOpen(shadow[i]) {
        return i > 0 && Marks.isHan(shadow[i - 1]) && close - i > 2 && !isShortForm(i, close)
          // 新华社莫斯科电（记者某人）|俄罗斯中央银行.
          && matches.longest(at: i + 1, .role) == nil ? i : nil
      }
      guard Marks.isHan(shadow[i]) else { return nil }
      i -= 1
    }
    return nil
  }

  /// 的|教师|专业发展常务委员会, |记者|协会: a calling that opens the name of those who follow it.
  func isCalling(_ role: LexiconMatch, before head: Int) -> Bool {
    guard role.classes.contains(.occupation), role.end - role.start == 2,
      let end = matches.longest(at: head, [.head])?.end, shadow[end - 1] == u("会")
    else { return false }
    return role.start == 0 || !Marks.isNamePart(shadow[role.start - 1])
      || shadow[role.start - 1] == u("的")
  }

  /// 国家科学及技术委员会（国科会）: the bracket gives a short form, which no longer name goes on over;
  /// another name (中央党校（国家行政学院）) and a place (大学（深圳）) belong to the name.
  func isShortForm(_ open: Int, _ close: Int) -> Bool {
    var k = close - 1
    for i in stride(from: open - 1, through: max(0, open - 30), by: -1) where k > open {
      guard Marks.isNamePart(shadow[i]) else { return false }
      if shadow[i] == shadow[k] { k -= 1 }
    }
    return k == open
  }

  @inline(__always)
  static func isLevel(_ c: UInt32) -> Bool {
    c == u("省") || c == u("市") || c == u("区") || c == u("县") || c == u("州")
  }

  /// The last characters of names of villages and towns, which have a party branch and an office.
  static func isSettlement(_ c: UInt32) -> Bool { c == u("村") || c == u("镇") || c == u("乡") }

  /// 市经信委, 省科技厅, 市委: a level with no place before it.
  func levelStart(before head: LexiconMatch) -> Int? {
    // 各乡镇|市公所: the level ends a list of levels; 市|市场监督管理局 begins with none.
    if head.start > 0, Self.isLevel(shadow[head.start]), head.end - head.start <= 4,
      Self.isLevel(shadow[head.start - 1]) || Self.isSettlement(shadow[head.start - 1])
        || shadow[head.start - 1] == u("辖")
    {
      return nil
    }
    if Self.isLevel(shadow[head.start]), head.end - head.start <= 4 {
      return isEdge(head.start) ? head.start : nil
    }
    if let settlement = settlementStart(before: head) { return settlement }
    guard head.start > 0, Self.isLevel(shadow[head.start - 1]) else { return nil }
    // 自治区|财政厅, 自治州|教育局.
    if head.start > 2, shadow[head.start - 2] == u("治"), shadow[head.start - 3] == u("自") {
      return isEdge(head.start - 3) ? head.start - 3 : nil
    }
    // 各直辖|市政府.
    if head.start > 1, Self.isLevel(shadow[head.start - 2]) || shadow[head.start - 2] == u("辖") {
      return nil
    }
    return isEdge(head.start - 1) ? head.start - 1 : nil
  }

  /// 村委会, 镇党委, 村|妇联: a body of the village or town the text is about.
  func settlementStart(before head: LexiconMatch) -> Int? {
    let length = head.end - head.start
    if Self.isSettlement(shadow[head.start]), length >= 3, length <= 5 {
      return isHardEdge(head.start) ? head.start : nil
    }
    guard head.start > 0, Self.isSettlement(shadow[head.start - 1]), isHardEdge(head.start - 1),
      Self.settlementBodies.contains(where: { shadow[head.start..<head.end].elementsEqual($0) })
    else { return nil }
    return head.start - 1
  }

  static let settlementBodies = [
    "党委", "党支部", "党总支", "支部", "妇联", "团委", "政府", "人民政府", "党工委", "纪委", "人大", "武装部",
  ].map { Scalars($0) }

  /// 江浦|市|教育局: a place the lexicon does not have, told by its level and a hard edge before.
  func unknownPlaceStart(before head: LexiconMatch, edge: Int) -> Int? {
    guard head.start - edge >= 3, head.start - edge <= 9,
      Self.isLevel(shadow[head.start - 1]) || Self.isSettlement(shadow[head.start - 1]),
      matches.longest(endingAt: head.start, [.notName]) == nil,
      matches.longest(at: edge, [.notName, .head, .role]) == nil,
      // 自治区|教育厅 names no place.
      shadow[edge] != u("自") || shadow[edge + 1] != u("治")
    else { return nil }
    for i in edge..<head.start where !Marks.isHan(shadow[i]) { return nil }
    return edge
  }

  /// Whether a mark, a title or a function word stands before an offset.
  func isHardEdge(_ i: Int) -> Bool {
    i == 0 || !Marks.isNamePart(shadow[i - 1])
      || matches.longest(endingAt: i, [.stop, .say, .role]) != nil
  }

  /// Whether a phrase can begin at an offset.
  func isEdge(_ i: Int) -> Bool {
    guard i > 0 else { return true }
    if !Marks.isNamePart(shadow[i - 1]) { return true }
    if matches.longest(endingAt: i, [.stop, .say, .role]) != nil { return true }
    // 送|市议会: no word lies over the edge (城|市).
    return matches.longest(endingAt: i + 1, [.notName, .place, .body, .head]) == nil
  }
}
