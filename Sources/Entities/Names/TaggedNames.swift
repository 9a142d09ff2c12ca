import HanText

/// What the tagger proposes, checked by rules and lexicons before it counts.
struct TaggedNames {
  let shadow: Scalars
  let matches: LexiconMatches
  let tagged: [TaggedName]
  /// Spans it takes for persons.
  let people: [TextSpan]
  /// Where the person ends that begins at each offset; 0 for none.
  private let personEnds: [Int32]
  /// Where the titles it found end.
  let titleEnds: SpanSet

  /// Sorts the proposals by what they are.
  init(document: Document, matches: LexiconMatches, tagged: [TaggedName]) {
    shadow = document.shadow
    self.matches = matches
    let shadow = document.shadow
    let tagged = tagged.map {
      Self.withoutTail(Self.withoutTitle($0, matches, shadow), matches, shadow)
    }
    self.tagged = tagged
    people = tagged.filter { $0.label == .person }.map(\.span)
    var personEnds = [Int32](repeating: 0, count: document.shadow.count + 1)
    for span in people { personEnds[span.start] = Int32(truncatingIfNeeded: span.end) }
    self.personEnds = personEnds
    titleEnds = SpanSet(
      tagged.filter { $0.label == .role && $0.span.count > 1 }
        .map { TextSpan($0.span.end, $0.span.end + 1) }, count: document.shadow.count + 1)
  }

  /// Whether it takes exactly this span for a person.
  func isPerson(_ start: Int, _ end: Int) -> Bool {
    start < personEnds.count && Int(personEnds[start]) == end
  }

  /// Whether it takes what begins at an offset for a person.
  func isPerson(at start: Int) -> Bool {
    start >= 0 && start < personEnds.count && personEnds[start] != 0
  }

  /// Where the person ends that it sees at an offset.
  func personEnd(at start: Int) -> Int? {
    isPerson(at: start) ? Int(personEnds[start]) : nil
  }

  /// The candidates of the rules, weak ones confirmed where the tagger sees a body that ends with
  /// them; its start holds where it lies inside the phrase the rule found.
  func confirmed(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var byEnd: [Int: TextSpan] = [:]
    for name in tagged where name.label == .institution { byEnd[name.span.end] = name.span }
    return candidates.map { candidate in
      guard candidate.score < NameRecognizer.threshold, !isGeneric(candidate.span),
        let span = byEnd[candidate.span.end],
        span.start >= candidate.span.start
      else { return candidate }
      var confirmed = candidate
      confirmed.span = span
      confirmed.score = 5
      return confirmed
    }
  }

  /// Bodies and places that only the tagger sees.
  ///
  /// - Parameters:
  ///   - sure: names the rules are sure of, in order, none overlapping.
  ///   - closed: titles and the user's entries.
  func bodiesAndPlaces(beside sure: [NameCandidate], outside closed: SpanSet) -> [NameCandidate] {
    let reach = SpanSet(sure.map(\.span), count: shadow.count)
    var found: [NameCandidate] = []
    for name in tagged where name.label == .place && name.span.count == 1 {
      guard !closed.overlaps(name.span), !reach.overlaps(name.span),
        let known = matches.lexicon.abbreviations[shadow[name.span.start]]
      else { continue }
      var place = NameCandidate(span: name.span, kind: .place(known.kind), score: 4)
      place.lexiconName = known.name
      place.isAnchored = true
      found.append(place)
    }
    for name in tagged where !closed.overlaps(name.span) && isPlausible(name.span) {
      if isProcess(name.span) { continue }
      switch name.label {
      case .institution:
        if reach.overlaps(name.span), !extends(name.span, sure), !widens(name, sure) { continue }
        if isAppointment(name.span) || countsSomething(name.span) { continue }
        // 国航, 曼联: two characters that no lexicon knows need a sure tagger.
        if isGeneric(name.span), name.span.count > 2 || name.margin < Self.knownMargin { continue }
        var body = NameCandidate(
          span: name.span, kind: .institution(bodyKind(name.span)), score: 4)
        if let office = ForeignOffices.office(in: body, matches, shadow) {
          found.append(office)
          continue
        }
        if let known = matches.longest(at: name.span.start, [.body]), known.end == name.span.end,
          let reading = matches.body(known)
        {
          // 呈上|浸大: the tagger sees it where the rules see no edge.
          body.lexiconName = matches.name(of: reading) ?? ""
          body.isAnchored = true
        } else if isBareDepartment(name.span) {
          body.isElliptical = true
          body.isDepartment = true
        }
        found.append(body)
      case .place:
        if reach.overlaps(name.span), !widens(name, sure) { continue }
        let span = withForeignStart(withoutTerrain(name.span))
        if EventNames.begin(with: span, matches, shadow) { continue }
        // 罗莎．|蒙泰罗: a part of a name with dots.
        if span.start > 0, isDot(shadow[span.start - 1]) { continue }
        if span.end < shadow.count, isDot(shadow[span.end]) { continue }
        found.append(NameCandidate(span: span, kind: .place(placeKind(span)), score: 4))
      case .person, .role: continue
      }
    }
    return found
  }

  /// 国际化, 法治化; but of the chemical industry firms are named (台塑石化), and places are listed (彰化).
  private func isProcess(_ span: TextSpan) -> Bool {
    guard shadow[span.end - 1] == u("化") else { return false }
    switch shadow[span.end - 2] {
    case u("石"), u("炼"), u("煤"), u("日"): return false
    default: break
    }
    guard let known = matches.longest(endingAt: span.end, [.place, .body]) else { return true }
    return known.start < span.start
  }

  private func isDot(_ c: UInt32) -> Bool { Marks.isNameDot(c) || c == u("．") || c == u(".") }

  /// 的|也木勒村: 也 opens a name where no adverb can stand.
  private func withForeignStart(_ span: TextSpan) -> TextSpan {
    guard span.start > 0, shadow[span.start - 1] == u("也"),
      shadow[span.start..<(span.end - 1)].allSatisfy({
        $0 < 0x10000 && matches.lexicon.transliteration[Int($0)]
      })
    else { return span }
    if span.start > 1 {
      let c = shadow[span.start - 2]
      guard c == u("的") || c == u("在") || c == 0x0A else { return span }
    }
    return TextSpan(span.start - 1, span.end)
  }

  /// 江浦|山区: the kind of country is no part of the name.
  private func withoutTerrain(_ span: TextSpan) -> TextSpan {
    guard span.count >= 4, shadow[span.end - 1] == u("区") else { return span }
    switch shadow[span.end - 2] {
    case u("山"), u("牧"), u("灾"), u("矿"), u("库"), u("郊"), u("市"), u("城"), u("老"), u("片"):
      return TextSpan(span.start, span.end - 2)
    default: return span
    }
  }

  /// 孙立新任|附属中学: someone and the verb stand before the body.
  private func isAppointment(_ span: TextSpan) -> Bool {
    guard span.count >= 5, matches.longest(at: span.start, .anySurname) != nil else { return false }
    return shadow[span.start + 2] == u("任") || shadow[span.start + 3] == u("任")
  }

  /// Persons that only the tagger sees.
  func otherPeople(outside closed: SpanSet, besides reach: SpanSet) -> [NameCandidate] {
    people.compactMap { tagged in
      let span = withSecondUnnamed(withoutPredicate(tagged))
      guard span.count >= 2, !closed.overlaps(span), !reach.overlaps(span), isPlausible(span),
        span.count <= 4 || shadow[span].contains(where: Marks.isNameDot)
          || shadow[span].allSatisfy({ $0 < 0x10000 && matches.lexicon.transliteration[Int($0)] }),
        matches.longest(at: span.start, [.notName, .head, .role, .say]).map({ $0.end < span.end })
          ?? true
      else { return nil }
      return NameCandidate(span: span, kind: .person, score: 4)
    }
  }

  /// 邹某|某: both characters stand for a given name.
  private func withSecondUnnamed(_ span: TextSpan) -> TextSpan {
    guard span.count == 2, span.end < shadow.count, shadow[span.end - 1] == u("某"),
      shadow[span.end] == u("某")
    else { return span }
    return TextSpan(span.start, span.end + 1)
  }

  /// Whether a span can be a name at all: no mark inside, no reference like 该 or 本 in front, not
  /// just a common word.
  func isPlausible(_ span: TextSpan) -> Bool {
    guard span.count >= 2, span.end <= shadow.count else { return false }
    for i in span.range {
      let c = shadow[i]
      let isInner =
        Marks.isOpen(c) || Marks.isClose(c) || c == u("-") || c == u("&")
        || c == 0x20 && i > span.start && i + 1 < span.end
          && (Marks.isLetter(shadow[i - 1]) || Marks.isLetter(shadow[i + 1]))
      guard Marks.isNamePart(c) || isInner && i > span.start else { return false }
    }
    switch shadow[span.start] {
    case u("该"), u("本"), u("我"), u("各"), u("某"), u("此"), u("贵"), u("其"): return false
    case u("县"), u("市"), u("省"), u("区"), u("镇"):
      // 县内|国中.
      if shadow[span.start + 1] == u("内") { return false }
    case u("全") where span.count <= 3 || shadow[span.start + 1] != u("国"): return false
    default: break
    }
    if Marks.isDigit(shadow[span.start]) { return false }
    if endsCommonly(span) || isSalesRegion(span) { return false }
    // 鼓励|大学: a verb stands in front.
    if let verb = matches.longest(at: span.start, [.stop, .say]), verb.end - verb.start > 1,
      verb.end < span.end, matches.longest(at: span.start, [.place, .body]) == nil,
      !(shadow[span.start] == u("全") && shadow[span.start + 1] == u("国"))
    {
      return false
    }
    for word in matches.starting(at: span.start) where word.end == span.end {
      let classes = word.classes
      if !classes.isDisjoint(with: [.notName, .stop, .head, .post, .occupation, .status, .say]),
        classes.isDisjoint(with: [.person]), matches.body(word) == nil
      {
        return false
      }
    }
    // 教育局党组|书记: the title 党组书记 begins inside.
    if let head = matches.longest(endingAt: span.end, [.head]), head.start > span.start,
      let post = matches.longest(at: head.start, [.post]), post.end > span.end
    {
      return false
    }
    // 王磊|现为: the last character begins a verb.
    for word in matches.starting(at: span.end - 1) where word.end > span.end {
      if !word.classes.isDisjoint(with: [.say, .stop]) { return false }
    }
    // 重庆小学|生: a longer word goes on over the end.
    for k in max(span.start + 1, span.end - 3)..<span.end {
      for word in matches.starting(at: k) where word.end > span.end && word.end - k > span.end - k {
        if !word.classes.isDisjoint(with: [.status, .notName]),
          k < span.end - 1
        {
          return false
        }
      }
    }
    // A letter beside it belongs to a longer Latin word.
    if span.start > 0, Marks.isLetter(shadow[span.start]), Marks.isLetter(shadow[span.start - 1]) {
      return false
    }
    return true
  }

  /// 教育管理|部门, 智慧|农业, 广大|干部, 中青|班: a last word that no proper name ends with, unless a
  /// known body begins it.
  private func endsCommonly(_ span: TextSpan) -> Bool {
    guard matches.longest(at: span.start, [.body]) == nil else { return false }
    if shadow[span.end - 1] == u("班") {
      return matches.longest(endingAt: span.end, [.place])?.start != span.start
    }
    return Self.commonEndings
      .longestMatchBackward(in: shadow, before: span.end, floor: span.start) != nil
  }

  /// 中国区|总裁, 亚太区|顾问: a part of the world that a firm sells in.
  private func isSalesRegion(_ span: TextSpan) -> Bool {
    guard shadow[span.end - 1] == u("区"), span.count >= 3, span.count <= 5,
      let post = matches.longest(at: span.end, [.post]), post.end - post.start >= 2
    else { return false }
    let region = shadow[span.start..<(span.end - 1)]
    return Self.salesRegions.contains { region.elementsEqual($0) }
  }

  private static let salesRegions = [
    "中国", "大中华", "亚太", "亚洲", "欧洲", "北美", "华东", "华南", "华北", "华中", "西南", "西北", "东北", "台湾", "香港",
    "东南亚",
    "全球",
  ].map { Scalars($0) }

  private static let commonEndings = ScalarTrie(reversed: [
    "部门", "单位", "机构", "农业", "工业", "产业", "干部", "群众", "教师", "学生", "家长", "课程", "教材", "芯片",
    "模型", "软件", "专业", "代表团", "访问团", "考察团", "专家组", "学科", "项目", "领域", "行业", "车型", "手机", "汉语", "比赛",
    "大赛", "团队",
  ])

  /// Whether a body of the tagger goes on from one of the rules: the same end and a few more
  /// characters in front, or the same start and a department behind.
  private func extends(_ span: TextSpan, _ sure: [NameCandidate]) -> Bool {
    var bodies = 0
    for name in Self.overlapping(span, in: sure, \.span) {
      guard span.contains(name.span) else { return false }
      // 新民党|立法会: two bodies are not one.
      if case .institution = name.kind { bodies += 1 }
      if bodies > 1 { return false }
      if case .place = name.kind {
        guard name.span.start == span.start, matches.longest(endingAt: span.end, [.head]) != nil
        else { return false }
        continue
      }
      if name.span.end == span.end {
        if name.span.start - span.start > 6 { return false }
        // 嘉宾|教育局, 赞助机构|慧行慈善基金: a word of its own stands in front.
        if let word = matches.longest(
          endingAt: name.span.start, [.status, .notName, .occupation, .stop, .say]),
          word.start <= span.start
        {
          return false
        }
        if let place = matches.longest(at: span.start, [.place]),
          matches.entry(place).place == .country, shadow[span.start] != u("中")
        {
          return false
        }
      } else if name.span.start == span.start {
        guard let head = matches.longest(endingAt: span.end, [.head]) else { return false }
        // 咸阳市人民政府|科技顾问: a firm's field is no office of a government.
        if matches.entry(head).headKind == .brand, name.kind == .institution(.government) {
          return false
        }
        // 教大人工智能领航教师课|程: one character ends a name only before a post or a mark.
        if head.end - head.start == 1, span.end < shadow.count, Marks.isNamePart(shadow[span.end]),
          matches.longest(at: span.end, .role) == nil
        {
          return false
        }
      } else {
        return false
      }
    }
    return true
  }

  /// A kind of body (农村学校), or two characters that no lexicon knows (省电).
  private func isGeneric(_ span: TextSpan) -> Bool {
    if span.count <= 2, matches.longest(at: span.start, [.body]) == nil { return true }
    if let word = matches.longest(endingAt: span.end, [.notName]), word.start >= span.start,
      span.end - word.start >= 4
    {
      return true
    }
    guard let head = matches.longest(endingAt: span.end, [.head]), head.start >= span.start else {
      return false
    }
    // 人工智能|学院: a field and a kind.
    if let field = matches.longest(at: span.start, [.notName]), field.end == head.start {
      return true
    }
    let text = shadow[head.start..<head.end]
    return text.elementsEqual(Scalars("学校")) && head.start - span.start <= 4
      && matches.longest(at: span.start, [.place]) == nil
  }

  private func bodyKind(_ span: TextSpan) -> InstitutionKind {
    if let body = matches.longest(at: span.start, [.body]), body.end == span.end {
      return matches.body(body)?.kind ?? .company
    }
    if let head = matches.longest(endingAt: span.end, [.head]), head.start >= span.start {
      let kind = matches.entry(head).head
      // 某公司产业发展部: an office of a company is no government's.
      if kind == .government, let body = matches.longest(at: span.start, [.body]),
        matches.body(body)?.kind == .company
      {
        return .company
      }
      return kind
    }
    switch shadow[span.end - 1] {
    case u("局"), u("署"), u("厅"), u("司"), u("委"), u("处"): return .government
    default: break
    }
    return shadow[span.end - 1] == u("报") || shadow[span.end - 1] == u("网") ? .media : .company
  }

  private func placeKind(_ span: TextSpan) -> PlaceKind {
    if let place = matches.longest(endingAt: span.end, [.place]), place.start >= span.start {
      return matches.entry(place).place
    }
    switch shadow[span.end - 1] {
    case u("省"): return .province
    case u("市"), u("州"): return .city
    case u("区"), u("县"): return .district
    case u("国"): return .country
    default: return .other
    }
  }
}
