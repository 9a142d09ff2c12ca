import HanText

/// Finds persons by what stands beside them: titles before and after, verbs of saying, bylines,
/// speakers of interviews, lists, and dots in foreign names.
struct PersonFinder {
  let shadow: Scalars
  let matches: LexiconMatches
  /// Offsets inside titles, numbers and bodies: no person begins or ends there.
  let taken: SpanSet
  /// Where bodies and places end, so that a title or name may follow.
  let nameEnds: SpanSet
  /// What the tagger takes for persons and titles.
  let proposals: TaggedNames

  /// One reading of a name at one place.
  struct Reading {
    var span: TextSpan
    var score: Int
  }

  /// The persons, one reading a place, in order.
  ///
  /// - Complexity: O(length + number of readings).
  func find() -> [NameCandidate] {
    var found = dottedNames()
    var reach = SpanSet(found.map(\.span), count: shadow.count)
    for known in knownPeople() where !reach.overlaps(known.span) {
      reach.insert(known.span)
      found.append(known)
    }
    for name in compoundNames(except: reach) {
      found.append(name)
      reach.insert(name.span)
    }
    for name in LatinNames(shadow: shadow, matches: matches).find() where !taken.overlaps(name.span)
    {
      found.append(name)
      reach.insert(name.span)
    }
    var readings: [[Reading]] = []
    var previous: (end: Int, isListed: Bool) = (-1, false)
    for i in shadow.indices where !taken.contains(i) {
      if reach.contains(i) {
        // 达瓦次仁、|丁香: a list goes on behind a name of another shape.
        previous = (i + 1, true)
        continue
      }
      let here = self.readings(at: i, previous: previous)
      guard !here.isEmpty else { continue }
      if let best = here.max(by: { $0.score < $1.score }), best.score >= 4 {
        previous = (best.span.end, true)
      }
      readings.append(here)
    }
    let chosen = choose(readings)
    found += chosen
    for name in chosen { reach.insert(name.span) }
    found += ethnicNames(except: reach)
    reach = SpanSet(found.map(\.span), count: shadow.count)
    found += proposals.otherPeople(outside: taken, besides: reach)
    found = found.map { name in
      guard let end = foreignEnd(name.span), !taken.overlaps(TextSpan(name.span.end, end)) else {
        return name
      }
      var whole = name
      whole.span = TextSpan(name.span.start, end)
      return whole
    }
    found += proposals.widerPeople(outside: taken, than: found)
    found += surnames(
      except: SpanSet(found.map(\.span), count: shadow.count),
      known: Set(found.map { shadow[$0.span.start] }))
    for k in found.indices where found[k].span.count == 2 && !found[k].isSurname {
      // 尉迟|副主任.
      let span = found[k].span
      guard matches.longest(at: span.start, [.compoundSurname])?.end == span.end,
        let title = matches.longest(at: span.end, [.post, .occupation])
      else { continue }
      found[k].isSurname = title.end - title.start >= 2
    }
    return found.sorted { $0.span < $1.span }
  }

  // MARK: Readings

  /// The readings of a name that begins at an offset, each with what speaks for it.
  func readings(at i: Int, previous: (end: Int, isListed: Bool)) -> [Reading] {
    guard matches.longest(at: i, .anySurname) != nil else { return [] }
    // 董事长|孙尚文, no 长孙.
    if shadow[i] == u("长"), let post = matches.longest(endingAt: i + 1, [.post]),
      post.end - post.start >= 2
    {
      return []
    }
    // 祝主任|和|易老师.
    if shadow[i] == u("和"), matches.longest(endingAt: i, .role) != nil,
      let surname = matches.longest(at: i + 1, .anySurname),
      matches.longest(at: surname.end, .role) != nil
    {
      return []
    }
    // 已|于上月: the preposition behind an adverb.
    if shadow[i] == u("于"), i > 0, Self.beforePrepositions.contains(shadow[i - 1]) { return [] }
    // 董事长|由土银总经理接任: the preposition behind a post.
    if shadow[i] == u("由"), matches.longest(endingAt: i, [.post]) != nil { return [] }
    let left = leftScore(i, previous: previous)
    guard left > -2 else { return [] }
    var found: [Reading] = []
    // 田中华 is a 田, 田中真由 a 田中.
    for surname in matches.starting(at: i)
    where !surname.classes.isDisjoint(with: .anySurname) {
      addReadings(surname, left: left, to: &found)
    }
    return found
  }

  /// Adds the readings by one surname, but for spans that another gave before.
  private func addReadings(_ surname: LexiconMatch, left: Int, to found: inout [Reading]) {
    let i = surname.start
    let length = surname.end - i
    if length == 1, matches.isCovered(i, by: 1), !isCoverHarmless(i, left: left) { return }
    let isRare = length == 1 && !surname.classes.contains(.surname)
    let others = found.count
    func add(_ reading: Reading) {
      if !found[..<others].contains(where: { $0.span == reading.span }) { found.append(reading) }
    }
    for given in 1...2 {
      let end = surname.end + given
      guard end <= shadow.count, isGiven(surname.end, end) else { break }
      // 潘姓男子, 樊婶: no given name; 李毅|摄: who took the picture.
      if given == 1, Self.surnameMarks.contains(shadow[end - 1]) { continue }
      if given == 2, Self.kinMarks.contains(shadow[end - 2]) { continue }
      if shadow[end - 1] == u("摄"), end == shadow.count || !Marks.isNamePart(shadow[end]) {
        continue
      }
      // 局长|安全|今（24）日.
      if given == 2, opensDate(end - 1) || opensYesterday(end - 1) { continue }
      var score = left + rightScore(i, end)
      if isRare { score -= 1 }
      if isVillage(end) { score -= 4 }
      let isPart = matches.starting(at: i).contains {
        $0.end == end && $0.classes.contains(.namePart)
      }
      if !isPart, !joinsCleanly(i, end, given: given) { score -= 3 }
      // 赖|前校长: a former one called by the surname.
      if shadow[end - 1] == u("前") || shadow[end - 1] == u("原"),
        matches.longest(at: end, [.post]) != nil
      {
        score -= 5
      }
      // 王|副校长, not 王副|校长.
      if let title = matches.longest(at: end - 1, [.post]), title.end > end { score -= 4 }
      if proposals.isPerson(i, end) { score += rightScore(i, end) > 0 ? 4 : 2 }
      // 处长|翁立|期盼: behind a title, the name ends where a verb begins.
      if left >= 4, end < shadow.count, Marks.isHan(shadow[end]) {
        if WordList.opensPredicate(at: end, in: shadow) || opensDate(end) { score += 1 }
        if length == 1, readsAsModifier(i, end) { score -= 3 }
      }
      add(Reading(span: TextSpan(i, end), score: score))
    }
    if length == 1, surname.classes.contains(.surname), let long = longReading(i, left: left) {
      add(long)
    }
  }

  /// What stands behind a surname, but in no given name of one character.
  static let surnameMarks = Set(Scalars("姓姐婶嫂姨叔爷总"))
  /// The same, but in no given name of two characters either.
  static let kinMarks = Set(Scalars("姓婶嫂姨"))

  /// Whether what stands behind a title tells when, how or of what kind: 校长|常常|加班, 学生|薄弱|知识点.
  /// A title that some body holds asks for a name (东海大学副教授|林间|代理), the more so for a word of
  /// quality (局长|安全).
  private func readsAsModifier(_ i: Int, _ end: Int) -> Bool {
    let isHeld = matches.longest(endingAt: i, [.post]).map { self.isHeld($0) } ?? false
    if WordList.isAdverbial(at: i, in: shadow) { return !isHeld || rightScore(i, end) <= 0 }
    return !isHeld && WordList.isAdjective(at: i, in: shadow) && rightScore(i, end) <= 0
  }

  func isGiven(_ start: Int, _ end: Int) -> Bool {
    for k in start..<end {
      guard Marks.isHan(shadow[k]), !taken.contains(k) else { return false }
      switch shadow[k] {
      case u("的"), u("了"), u("是"), u("在"), u("着"), u("被"), u("把"), u("们"), u("这"), u("那"),
        u("我"), u("他"), u("她"), u("它"), u("你"), u("您"), u("不"), u("没"), u("都"), u("某"),
        u("什"), u("么"), u("吗"), u("呢"), u("吧"), u("省"), u("市"), u("县"), u("区"), u("局"),
        u("厅"), u("部"), u("委"):
        return false
      // 周转房, 赵家费: nouns, not names.
      case u("房"), u("费"), u("奖"), u("岗"), u("率"), u("证"), u("卡"), u("券"), u("亦"), u("仍"):
        return false
      default: break
      }
    }
    return true
  }

  /// Whether the characters after a surname are no word of their own, and the last of them does
  /// not begin the next word (张英表|示).
  func joinsCleanly(_ start: Int, _ end: Int, given: Int) -> Bool {
    let classes: LexiconClass = [.say, .stop, .post, .occupation, .status, .notName]
    if given == 2 {
      for match in matches.starting(at: end - 2) where match.end == end {
        let word = match.classes
        guard !word.isDisjoint(with: classes), !word.contains(.nameWord) else { continue }
        // 副市长|盛利民，: only a name ends so between a post and a mark.
        if word.isDisjoint(with: [.say, .stop, .post, .occupation, .status]),
          end >= shadow.count || !Marks.isNamePart(shadow[end]) || proposals.isPerson(at: start),
          matches.longest(endingAt: start, [.post]) != nil
        {
          continue
        }
        return false
      }
    }
    for match in matches.starting(at: end - 1) where match.end > end {
      if !match.classes.isDisjoint(with: classes) { return false }
    }
    // 高安|则盼, 郝好|均未: an adverb before a verb is no part of the name.
    if shadow[end - 1] == u("则"), given == 2, end < shadow.count, Marks.isNamePart(shadow[end]) {
      return false
    }
    if shadow[end - 1] == u("则"), opensPredicate(end) { return false }
    // 何厚|未出席, 刘立|仅说.
    if given == 2, shadow[end - 1] == u("未") || shadow[end - 1] == u("仅"),
      WordList.opensPredicate(at: end, in: shadow) || matches.longest(at: end, [.say]) != nil
    {
      return false
    }
    // 龙胆|同在.
    if shadow[end - 1] == u("同"), end < shadow.count, shadow[end] == u("在") { return false }
    if shadow[end - 1] == u("均") || shadow[end - 1] == u("皆") || shadow[end - 1] == u("则"),
      given == 2, opensClause(end)
    {
      return false
    }
    if let one = matches.longest(at: end - 1, [.say, .stop]), one.end == end {
      // 郑永和|指出: no conjunction stands before a verb of saying.
      if shadow[end - 1] == u("为") { return isPossessor(end) }
      return isConjunction(end - 1) && opensPredicate(end)
    }
    return true
  }

  /// 未, 为, 在 and the like, which begin what is said behind 均 and 则.
  func opensClause(_ i: Int) -> Bool {
    guard i < shadow.count else { return false }
    switch shadow[i] {
    case u("未"), u("不"), u("无"), u("有"), u("在"), u("已"), u("将"), u("是"), u("被"), u("为"), u("由"),
      u("获"), u("需"), u("会"), u("可"), u("能"), u("对"), u("从"), u("以"), u("肯"), u("领"):
      return true
    default: return matches.longest(at: i, [.say]).map { $0.end - i > 1 } ?? false
    }
  }

  /// 王大为|的…职务, 王大为|同志: what never stands behind the verb 为.
  func isPossessor(_ i: Int) -> Bool {
    guard i < shadow.count else { return true }
    if shadow[i] == u("的") || !Marks.isNamePart(shadow[i]) { return true }
    return matches.longest(at: i, [.status]) != nil
  }

  func isConjunction(_ i: Int) -> Bool {
    i >= 0 && i < shadow.count
      && (shadow[i] == u("和") || shadow[i] == u("同") || shadow[i] == u("与"))
  }

  /// What begins here is said of the one named before, not of one more: 指出, 共同宣布, 则.
  func opensPredicate(_ i: Int) -> Bool {
    if matches.longest(at: i, [.say]) != nil { return true }
    return Self.predicates.contains { shadow[i...].starts(with: $0) }
  }

  static let predicates = [
    "共同", "一同", "一起", "一道", "则", "也", "还", "都", "曾", "已", "将", "在", "于", "先后", "今天", "昨天", "日前",
    "近日", "会后", "随后", "当天",
  ].map { Scalars($0) }

  // MARK: Decision

  /// Settles each place on one reading, the document's other places speaking along: 张英 in
  /// 张英有一半时间, since 张英 stands elsewhere.
  func choose(_ places: [[Reading]]) -> [NameCandidate] {
    var support: [ArraySlice<UInt32>: Int] = [:]
    for place in places {
      guard let top = place.map(\.score).max(), top >= 4 else { continue }
      for reading in place where reading.score == top {
        support[shadow[reading.span], default: 0] += 1
      }
    }
    var chosen: [NameCandidate] = []
    var end = 0
    for place in places {
      guard let first = place.first, first.span.start >= end else { continue }
      var best: (reading: Reading, value: Int)?
      for reading in place where reading.score >= 0 {
        let others = support[shadow[reading.span]] ?? 0
        guard reading.score >= 4 || others > 0 else { continue }
        let value = reading.score * 2 + min(others, 4) * 2 + reading.span.count
        if best.map({ value > $0.value }) ?? true { best = (reading, value) }
      }
      guard let best else { continue }
      chosen.append(NameCandidate(span: best.reading.span, kind: .person, score: 5))
      end = best.reading.span.end
    }
    return chosen
  }

  /// Bare surnames before a title: 李校长, 张主任, 陈教授.
  ///
  /// - Parameter known: first scalars of the persons found: 单局长 where the text has 单颖文.
  func surnames(except reach: SpanSet, known: Set<UInt32>) -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all {
      let classes = match.classes
      guard classes.contains(.surname) || classes.contains(.compoundSurname),
        !reach.contains(match.start), !taken.contains(match.start),
        isTitle(behind: match.end),
        !matches.isCovered(match.start, by: match.end - match.start),
        isPhraseStart(match.start),
        !Self.isAmbiguous(shadow[match.start]) || known.contains(shadow[match.start])
      else { continue }
      found.append(
        NameCandidate(
          span: TextSpan(match.start, match.end), kind: .person, score: 5, isSurname: true))
    }
    return found
  }

  /// Whether a title follows, or the word for a relative behind a bare surname: 樊|婶.
  private func isTitle(behind end: Int) -> Bool {
    if let title = matches.longest(at: titleStart(behind: end), .role), title.end - title.start >= 2
    {
      return true
    }
    guard end < shadow.count, shadow[end] != u("姓"), Self.surnameMarks.contains(shadow[end]) else {
      return false
    }
    return end + 1 >= shadow.count || !Marks.isNamePart(shadow[end + 1])
      || WordList.opensPredicate(at: end + 1, in: shadow)
      || matches.longest(at: end + 1, [.say, .stop]) != nil
  }

  /// 赖|前|校长: the title behind 前 and 原.
  func titleStart(behind end: Int) -> Int {
    guard end < shadow.count, shadow[end] == u("前") || shadow[end] == u("原") else { return end }
    return end + 1
  }

  func isPhraseStart(_ i: Int) -> Bool {
    guard i > 0 else { return true }
    if !Marks.isNamePart(shadow[i - 1]) { return true }
    if nameEnds.contains(i - 1) { return false }
    return matches.longest(endingAt: i, [.stop, .say, .status, .occupation]) != nil
  }

  /// Surnames that before a title are more often another word: 任校长 (to be headmaster), 高教授.
  static func isAmbiguous(_ c: UInt32) -> Bool {
    switch c {
    case u("任"), u("常"), u("于"), u("向"), u("应"), u("时"), u("全"), u("万"), u("成"), u("文"),
      u("解"), u("单"), u("车"), u("党"), u("班"), u("原"), u("关"), u("商"),
      u("明"), u("国"), u("左"), u("牛"), u("路"), u("项"):
      true
    default: false
    }
  }
}
