import HanText

/// Finds persons, institutions and places: rules, lexicons and the tagger propose, and conflicts
/// are settled for the longer and surer name.
struct NameRecognizer {
  /// Score from which a candidate is accepted.
  static let threshold = 4

  let document: Document
  let matches: LexiconMatches

  /// The names in order, none overlapping another nor `taken`.
  ///
  /// - Parameters:
  ///   - tagged: what the tagger proposes.
  ///   - taken: titles, numbers and the user's own entries.
  ///   - media: names of newspapers in title marks.
  ///   - roster: the lists of people.
  /// - Complexity: O(length + candidates × log candidates).
  func find(
    tagged: [TaggedName], taken: [TextSpan], media: [TextSpan], roster: Roster
  ) -> [NameCandidate] {
    let shadow = document.shadow
    var closed = SpanSet(taken, count: shadow.count)
    let proposals = TaggedNames(document: document, matches: matches, tagged: tagged)
    let places = PlaceFinder(shadow: shadow, matches: matches).find()
      .filter {
        !EventNames.begin(with: $0.span, matches, shadow) && !closed.overlaps($0.span)
          && !beginsPerson($0.span, proposals)
          && !proposals.isInsidePerson($0.span)
      }
    var bodies = InstitutionFinder(
      shadow: shadow, matches: matches, region: document.region, places: places
    ).find().filter { !closed.overlaps($0.span) }
    bodies += DatelineFinder(shadow: shadow, matches: matches).find()
      .filter { !closed.overlaps($0.span) }
    bodies += media.map { NameCandidate(span: $0, kind: .institution(.media), score: 8) }
    bodies = proposals.confirmed(bodies)
      .filter { $0.score >= Self.threshold && !proposals.countsSomething($0.span) }
    bodies = bodies.map { venue(withoutTrade(withoutFormer(withoutHolder($0, proposals)))) }
    let offices = bodies.map(withoutCountry)
    // 美国|国务院: the lexicon has it as one word, under which no place was found.
    let countries = zip(bodies, offices).compactMap { body, office in
      office.span.start == body.span.start
        ? nil
        : NameCandidate(
          span: TextSpan(body.span.start, office.span.start), kind: .place(.country),
          score: Self.threshold)
    }
    bodies = offices
    let towns = proposals.foreignTowns(outside: closed)
    let sure = Self.longest(bodies + Self.places(places, before: bodies) + countries + towns)
    let names = withParts(
      Self.longest(sure + proposals.bodiesAndPlaces(beside: sure, outside: closed)))
    var nameEnds = SpanSet(count: shadow.count)
    for name in names {
      closed.insert(name.span)
      nameEnds.insert(TextSpan(name.span.end - 1, name.span.end))
    }
    let people = PersonFinder(
      shadow: shadow, matches: matches, taken: closed, nameEnds: nameEnds, proposals: proposals
    ).find().filter { !isAmount($0.span) && !isCount($0.span) }
    let listed = roster.entries.compactMap { entry in
      closed.overlaps(entry.span)
        ? nil : NameCandidate(span: entry.span, kind: .person, score: Self.threshold)
    }
    return withoutFields(Self.longest(names + people + listed), proposals)
  }

  /// One name of a body and its part that stands right behind: 某市工人医院|重症医学科, 某保险公司|凉山中心支公司.
  private func withParts(_ names: [NameCandidate]) -> [NameCandidate] {
    var joined: [NameCandidate] = []
    for name in names {
      guard let whole = joined.last, whole.span.end == name.span.start,
        case .institution(let kind) = whole.kind, case .institution = name.kind, kind != .media,
        whole.span.count >= 4, whole.span.count + name.span.count <= InstitutionFinder.limit,
        name.isDepartment
          || Self.branches.longestMatchBackward(
            in: document.shadow, before: name.span.end, floor: name.span.start) != nil
      else {
        joined.append(name)
        continue
      }
      joined[joined.count - 1].span = TextSpan(whole.span.start, name.span.end)
      joined[joined.count - 1].lexiconName = ""
    }
    return joined
  }

  private static let branches = ScalarTrie(reversed: ["支公司", "分公司", "支行", "分行", "营业部", "分院"])

  /// Drops what a title holds that the holder's name stands right behind: 车务|总监某人 names one person.
  private func withoutFields(
    _ names: [NameCandidate], _ proposals: TaggedNames
  ) -> [NameCandidate] {
    names.indices.compactMap { k in
      let name = names[k]
      // 原财务|总监某人.
      let isLeft =
        name.span.count == 3 && Self.formerMarks.contains(document.shadow[name.span.start])
      guard name.kind == .person, name.span.count == 2 || isLeft, k + 1 < names.count,
        names[k + 1].kind == .person, !names[k + 1].isSurname,
        let title = matches.longest(at: name.span.end, .role), title.end - title.start >= 2,
        title.end == names[k + 1].span.start, !proposals.isPerson(name.span.start, name.span.end)
      else { return name }
      return nil
    }
  }

  private static let formerMarks = Set(Scalars("原前"))

  /// 立法院长|韩国瑜, 教授|南宫羽: behind a post, a name of someone that begins like a place.
  private func beginsPerson(_ span: TextSpan, _ proposals: TaggedNames) -> Bool {
    if PersonFinder.isSignature(span.start, span.end, document.shadow, matches) { return true }
    // 教授|次旦扎西, 处长|扎西顿珠: a part of a name of another people.
    if matches.longest(at: span.start, [.namePart])?.end == span.end,
      matches.longest(endingAt: span.start, [.namePart]) != nil
        || matches.longest(at: span.end, [.namePart]) != nil
    {
      return true
    }
    guard span.count <= 3, let post = matches.longest(endingAt: span.start, [.post]),
      post.end - post.start >= 2
    else { return false }
    if span.count == 3 {
      // 校长|祁连山|说.
      return matches.longest(at: span.start, [.surname]) != nil
        && matches.longest(at: span.end, [.say]).map { $0.end - $0.start > 1 } ?? false
    }
    if proposals.isPerson(span.start, span.end + 1) { return true }
    let say = matches.longest(at: span.end + 1, [.say])
    if matches.longest(at: span.start, [.surname]) != nil, span.end < document.shadow.count,
      Marks.isHan(document.shadow[span.end]), say.map({ $0.end - $0.start > 1 }) ?? false
    {
      return true
    }
    return matches.longest(at: span.start, [.compoundSurname])?.end == span.end
      && span.end < document.shadow.count && Marks.isHan(document.shadow[span.end])
      && matches.longest(at: span.end, [.head, .stop, .siteSuffix]) == nil
  }

  /// 内政部长某人率|国土管理署: what stands behind somebody and the verb, where a title stands before the name.
  private func withoutHolder(_ body: NameCandidate, _ proposals: TaggedNames) -> NameCandidate {
    guard body.span.count >= 8, body.lexiconName.isEmpty else { return body }
    for start in stride(from: body.span.end - 5, to: body.span.start + 2, by: -1) {
      guard let end = proposals.personEnd(at: start), end + 3 < body.span.end,
        matches.longest(endingAt: start, .role) != nil
      else { continue }
      let isLed = Self.leading.contains(document.shadow[end])
      var name = body
      name.span = TextSpan(isLed ? end + 1 : end, body.span.end)
      return name
    }
    return body
  }

  /// 公司|技术中心, 半导体封装材料厂|曜晶科技股份有限公司: what stands behind a word for the body itself or for its
  /// trade.
  private func withoutTrade(_ body: NameCandidate) -> NameCandidate {
    guard body.lexiconName.isEmpty, !body.isAnchored || body.span.count > 12 else { return body }
    let shadow = document.shadow
    var start = body.span.start
    if let word = Self.wholes.longestMatch(in: shadow, at: start),
      body.span.count >= word.length + 3,
      matches.longest(at: start, [.body]) == nil
    {
      start += word.length
    } else if let legal = Self.legalForms
      .longestMatchBackward(in: shadow, before: body.span.end, floor: start)
    {
      // Two characters at least of a name of its own are left.
      let last = body.span.end - legal.length - 2
      for end in stride(from: last, to: start + 2, by: -1)
      where Self.trades.longestMatchBackward(in: shadow, before: end, floor: start) != nil {
        if end - start >= 4, matches.longest(at: start, [.place, .body]) == nil,
          !Self.managing.contains(where: { shadow[end...].starts(with: $0) })
        {
          start = end
          break
        }
      }
    }
    guard start > body.span.start else { return body }
    var name = body
    name.span = TextSpan(start, body.span.end)
    return name
  }

  /// Words for the body itself, before its parts.
  private static let wholes = ScalarTrie(["公司", "学校", "公所", "我校", "医院"])
  private static let legalForms = ScalarTrie(reversed: [
    "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司",
  ])
  private static let trades = ScalarTrie(reversed: [
    "厂", "厂商", "企业", "大厂", "巨头", "龙头", "业者", "药企", "车企", "供应商", "开发商", "运营商", "代理商",
  ])
  /// 某企业|管理有限公司.
  private static let managing = ["管理", "咨询", "服务", "发展", "集团", "投资", "控股", "孵化"].map { Scalars($0) }

  private static let leading = Set(Scalars("率携偕及和与同陪对"))

  /// 前|联邦贸易委员会, 率|国土管理署: no word begins with what stands before the name.
  private func withoutFormer(_ body: NameCandidate) -> NameCandidate {
    let shadow = document.shadow
    let start = body.span.start
    guard body.lexiconName.isEmpty, body.span.count >= 5,
      TaggedNames.openings.contains(shadow[start]),
      WordList.kind(ofPairAt: start, in: shadow) == nil,
      matches.starting(at: start).allSatisfy({ $0.end == start + 1 }),
      matches.longest(at: start + 1, [.place, .body]) != nil
        || matches.longest(at: body.span.end, [.post]) != nil,
      // 原住民族.
      shadow[start] != u("原") || shadow[start + 1] != u("住")
    else { return body }
    var name = body
    name.span = TextSpan(start + 1, body.span.end)
    return name
  }

  /// 美国|商务部: the office alone, under its name with the country.
  private func withoutCountry(_ body: NameCandidate) -> NameCandidate {
    guard var office = ForeignOffices.office(in: body, matches, document.shadow) else {
      return body
    }
    // Surer than the office of the same name at home.
    office.score = max(office.score, 8)
    return office
  }

  /// 在|某市文化中心|举行: where something takes place, and no body that acts.
  private func venue(_ body: NameCandidate) -> NameCandidate {
    let shadow = document.shadow
    let span = body.span
    guard span.start > 0, shadow[span.start - 1] == u("在") || shadow[span.start - 1] == u("于"),
      Self.venues.longestMatchBackward(in: shadow, before: span.end, floor: span.start) != nil,
      matches.longest(at: span.end, .role) == nil,
      span.end >= shadow.count || shadow[span.end] != u("任") && shadow[span.end] != u("工")
    else { return body }
    var place = body
    place.kind = .place(.other)
    return place
  }

  private static let venues = ScalarTrie(reversed: [
    "文化中心", "会展中心", "会议中心", "体育中心", "体育馆", "大剧院", "剧院", "饭店", "酒店", "宾馆", "展览中心", "展览馆", "礼堂",
    "会堂", "音乐厅", "艺术中心", "博览中心", "活动中心", "殡仪馆", "大厦", "科学馆",
  ])

  /// 伍仟元, 陸佰伍拾: amounts in financial numerals, which begin like surnames; the singer 伍佰 stays.
  private func isAmount(_ span: TextSpan) -> Bool {
    let shadow = document.shadow
    for i in span.range where i + 2 < shadow.count {
      let (digit, magnitude, next) = (shadow[i], shadow[i + 1], shadow[i + 2])
      guard NumeralScalar.isFinancial(digit), NumeralScalar.han(digit) > 0,
        NumeralScalar.isFinancial(magnitude), NumeralScalar.small(magnitude) > 0
      else { continue }
      if NumeralScalar.isNumeral(next) || next == u("元") || next == u("圆") { return true }
    }
    return false
  }

  /// 於一九|九一年, 第五届|理事会: a preposition before a year, and an ordinal, which begin like surnames.
  private func isCount(_ span: TextSpan) -> Bool {
    let shadow = document.shadow
    let given = shadow[(span.start + 1)..<span.end]
    if span.count >= 2, given.allSatisfy(NumeralScalar.isNumeral), span.end < shadow.count,
      NumeralScalar.isNumeral(shadow[span.end]) || shadow[span.end] == u("年")
    {
      return true
    }
    return shadow[span.start] == u("第") && span.count >= 3
      && NumeralScalar.isNumeral(shadow[span.start + 1])
      && Self.ordinalUnits.contains(shadow[span.start + 2])
  }

  private static let ordinalUnits = Set(Scalars("届次个名位批期章条项轮家代场回度步组类种点年季天日"))

  /// The places that count: a chain that runs into the name of a body (葡萄牙里斯本|大学) does not,
  /// and the country before it stands alone.
  private static func places(
    _ places: [NameCandidate], before bodies: [NameCandidate]
  ) -> [NameCandidate] {
    var ends: [Int: Int] = [:]
    for body in bodies { ends[body.span.start] = max(ends[body.span.start] ?? 0, body.span.end) }
    return places.filter { place in
      guard place.score >= threshold else { return false }
      guard place.span.count > 3 else { return true }
      for i in (place.span.start + 1)..<place.span.end {
        if let end = ends[i], end > place.span.end { return false }
      }
      return true
    }
  }

  /// The candidates that win where they overlap: longer first, then surer.
  static func longest(_ candidates: [NameCandidate]) -> [NameCandidate] {
    // Small keys are sorted, not the candidates: length and score down, named first, then start.
    var order: [(key: UInt64, start: UInt32, index: Int32)] = []
    order.reserveCapacity(candidates.count)
    var end = 0
    for k in candidates.indices {
      let span = candidates[k].span
      let count = UInt64(0xFFFF_FFFF - min(span.count, 0xFFFF_FFFF))
      let score = UInt64(0xFFFF - min(max(candidates[k].score, 0), 0xFFFF))
      let key = count << 24 | score << 8 | (candidates[k].lexiconName.isEmpty ? 1 : 0)
      order.append((key, UInt32(truncatingIfNeeded: span.start), Int32(truncatingIfNeeded: k)))
      end = max(end, span.end)
    }
    order.sort {
      $0.key != $1.key
        ? $0.key < $1.key : $0.start != $1.start ? $0.start < $1.start : $0.index < $1.index
    }
    var taken = SpanSet(count: end)
    var kept: [(start: UInt32, index: Int32)] = []
    kept.reserveCapacity(candidates.count)
    for item in order where !taken.overlaps(candidates[Int(item.index)].span) {
      taken.insert(candidates[Int(item.index)].span)
      kept.append((item.start, item.index))
    }
    kept.sort { $0.start < $1.start }
    return kept.map { candidates[Int($0.index)] }
  }
}
