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
    for i in shadow.indices where !taken.contains(i) && !reach.contains(i) {
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
    found += surnames(except: SpanSet(found.map(\.span), count: shadow.count))
    return found.sorted { $0.span < $1.span }
  }

  // MARK: Readings

  /// The readings of a name that begins at an offset, each with what speaks for it.
  func readings(at i: Int, previous: (end: Int, isListed: Bool)) -> [Reading] {
    guard let surname = matches.longest(at: i, .anySurname) else { return [] }
    let entry = matches.entry(surname)
    let length = surname.end - surname.start
    let left = leftScore(i, previous: previous)
    if length == 1, matches.isCovered(i, by: 1), !isCoverHarmless(i, left: left) { return [] }
    guard left > -2 else { return [] }
    let isRare = length == 1 && !entry.classes.contains(.surname)
    var found: [Reading] = []
    for given in 1...2 {
      let end = surname.end + given
      guard end <= shadow.count, isGiven(surname.end, end) else { break }
      var score = left + rightScore(i, end)
      if isRare { score -= 1 }
      if !joinsCleanly(i, end, given: given) { score -= 3 }
      // 赖|前校长: a former one called by the surname.
      if shadow[end - 1] == u("前") || shadow[end - 1] == u("原"),
        matches.longest(at: end, [.post]) != nil
      {
        score -= 5
      }
      // 王|副校长, not 王副|校长.
      if let title = matches.longest(at: end - 1, [.post]), title.end > end { score -= 4 }
      if proposals.isPerson(i, end) { score += rightScore(i, end) > 0 ? 4 : 1 }
      found.append(Reading(span: TextSpan(i, end), score: score))
    }
    return found
  }

  /// A word of two characters over a surname that does not speak against a name: a weak place.
  func isCoverHarmless(_ i: Int, left: Int) -> Bool {
    guard let word = matches.starting(at: i).last, word.end - word.start > 1 else { return false }
    // 副厅长|高峰|因故缺席: a word that people are called by, behind a post.
    if word.end == i + 2, word.classes.contains(.nameWord), isCalledBy(i, word.end, left: left) {
      return true
    }
    // 理事长|黄金水|说: a title before and a verb behind outweigh the word 黄金.
    if left >= 4, word.end == i + 2, rightScore(i, i + 3) >= 2,
      matches.longest(endingAt: i, [.post]) != nil
    {
      return true
    }
    return word.classes.isSubset(of: [.place, .surname, .compoundSurname])
      && matches.entry(word).placeForm == .weak
  }

  /// Whether a common word names someone here: 原副厅长|高峰|因…, 高明|出任….
  func isCalledBy(_ i: Int, _ end: Int, left: Int) -> Bool {
    guard end < shadow.count, shadow[end] != u("地"), shadow[end] != u("的") else { return false }
    let say = matches.longest(at: end, [.say]).map { $0.end - $0.start } ?? 0
    guard left >= 4 else {
      let place = matches.longest(at: i, [.place])
      return left == 1 && say >= 2 && matches.longest(at: i, [.body]) == nil
        && (place.map { matches.entry($0).placeForm == .weak } ?? true)
        && (i == 0 || !Marks.isNamePart(shadow[i - 1]))
    }
    if say >= 2 || !Marks.isNamePart(shadow[end]) { return true }
    if let role = matches.longest(at: end, .role) { return role.end - role.start >= 2 }
    // Before a mere function word only behind a post held in a body.
    guard let post = matches.longest(endingAt: i, [.post]) else { return false }
    return matches.longest(at: end, [.stop]) != nil
      && (nameEnds.contains(post.start - 1) || taken.contains(post.start - 1))
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
        if !word.isDisjoint(with: classes), !word.contains(.nameWord) { return false }
      }
    }
    for match in matches.starting(at: end - 1) where match.end > end {
      if !match.classes.isDisjoint(with: classes) { return false }
    }
    // 高安|则盼: 则 before a verb is no part of the name.
    if shadow[end - 1] == u("则"), opensPredicate(end) { return false }
    if let one = matches.longest(at: end - 1, [.say, .stop]), one.end == end {
      // 郑永和|指出: no conjunction stands before a verb of saying.
      if shadow[end - 1] == u("为") { return isPossessor(end) }
      return isConjunction(end - 1) && opensPredicate(end)
    }
    return true
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

  func leftScore(_ i: Int, previous: (end: Int, isListed: Bool)) -> Int {
    guard i > 0 else { return 1 }
    if previous.isListed, isListGap(previous.end, i) { return 4 }
    let j = skipSpaces(leftOf: i)
    if j > 0, matches.longest(endingAt: j, .role) != nil, !taken.contains(j - 1) || j == i {
      return 4
    }
    if proposals.titleEnds.contains(j), matches.longest(endingAt: j, [.stop, .say]) == nil {
      return 4
    }
    if isObjectOfOffice(i) { return 3 }
    let c = shadow[i - 1]
    if !Marks.isNamePart(c) { return 1 }
    if matches.longest(endingAt: i, [.stop, .say]) != nil { return 1 }
    if nameEnds.contains(i - 1) { return 1 }
    return proposals.isPerson(at: i) ? 0 : -2
  }

  /// 任命|张三, 免去|李四, 选举|王五.
  func isObjectOfOffice(_ i: Int) -> Bool {
    guard i >= 2 else { return false }
    if shadow[i - 1] == u("的") {
      // 接替任期届满的|林子文.
      for k in stride(from: i - 2, to: max(0, i - 12), by: -1) {
        guard Marks.isHan(shadow[k]) else { return false }
        if shadow[k] == u("替"), shadow[k - 1] == u("接") { return true }
      }
      return false
    }
    let pair = (shadow[i - 2], shadow[i - 1])
    return pair == (u("任"), u("命")) || pair == (u("委"), u("任")) || pair == (u("免"), u("去"))
      || pair == (u("聘"), u("任")) || pair == (u("选"), u("举")) || pair == (u("推"), u("选"))
      || pair == (u("提"), u("名")) || pair == (u("接"), u("替")) || pair == (u("罢"), u("免"))
      || pair == (u("专"), u("访"))
  }

  /// 、 和 and the like, or spaces, between two names of a list.
  func isListGap(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    for k in from..<to {
      switch shadow[k] {
      case u("、"), u("和"), u("与"), u("及"), 0x20, 0x3000, u(","), u("，"): continue
      default: return false
      }
    }
    return true
  }

  func skipSpaces(leftOf i: Int) -> Int {
    var j = i
    while j > 0, i - j < 3, shadow[j - 1] == 0x20 || shadow[j - 1] == 0x3000 { j -= 1 }
    if j > 0, Marks.isColon(shadow[j - 1]) || shadow[j - 1] == u("/") || shadow[j - 1] == u("／"),
      matches.longest(endingAt: j - 1, [.occupation, .status]) != nil
    {
      j -= 1
    }
    return j
  }

  func rightScore(_ start: Int, _ end: Int) -> Int {
    guard end < shadow.count else { return 1 }
    let c = shadow[end]
    let isLineStart = start == 0 || shadow[start - 1] == 0x0A
    if Marks.isColon(c) { return isLineStart ? 4 : 1 }
    if c == u(",") || c == u("，"), opensBiography(end + 1) { return 3 }
    if c == u("看"), end + 1 < shadow.count, shadow[end + 1] == u("来"), start > 0,
      shadow[start - 1] == u("在")
    {
      return 4
    }
    if isConjunction(end), opensPredicate(end + 1) { return -3 }
    if c == u("为"), end + 1 < shadow.count, isPossessor(end + 1) { return -3 }
    if let say = matches.longest(at: end, [.say]) { return say.end - say.start > 1 ? 3 : 2 }
    if let role = matches.longest(at: end, .role), role.end - role.start > 1 { return 3 }
    if !Marks.isNamePart(c) { return 1 }
    if let stop = matches.longest(at: end, [.stop]), stop.end > end { return 1 }
    return 0
  }

  /// 刘子明，|男，…; 刘子明，|现任….
  func opensBiography(_ i: Int) -> Bool {
    guard i + 1 < shadow.count else { return false }
    if shadow[i] == u("男") || shadow[i] == u("女") { return !Marks.isHan(shadow[i + 1]) }
    return shadow[i + 1] == u("任")
      && (shadow[i] == u("现") || shadow[i] == u("曾") || shadow[i] == u("历"))
  }

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
  func surnames(except reach: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all {
      let classes = match.classes
      guard classes.contains(.surname) || classes.contains(.compoundSurname),
        !reach.contains(match.start), !taken.contains(match.start),
        let title = matches.longest(at: titleStart(behind: match.end), .role),
        title.end - title.start >= 2,
        !matches.isCovered(match.start, by: match.end - match.start),
        isPhraseStart(match.start), !Self.isAmbiguous(shadow[match.start])
      else { continue }
      found.append(
        NameCandidate(
          span: TextSpan(match.start, match.end), kind: .person, score: 5, isSurname: true))
    }
    return found
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
