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
  private func readings(at i: Int, previous: (end: Int, isListed: Bool)) -> [Reading] {
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
      // 王|副校长, not 王副|校长.
      if let title = matches.longest(at: end - 1, [.post]), title.end > end { score -= 4 }
      if proposals.people.contains(TextSpan(i, end)) { score += rightScore(i, end) > 0 ? 4 : 1 }
      found.append(Reading(span: TextSpan(i, end), score: score))
    }
    return found
  }

  /// A word of two characters over a surname that does not speak against a name: a weak place.
  private func isCoverHarmless(_ i: Int, left: Int) -> Bool {
    guard let word = matches.starting(at: i).last, word.end - word.start > 1 else { return false }
    // 理事长|黄金水|说: a title before and a verb behind outweigh the word 黄金.
    if left >= 4, word.end == i + 2, rightScore(i, i + 3) >= 2,
      matches.longest(endingAt: i, [.post]) != nil
    {
      return true
    }
    return matches.entry(word).classes.isSubset(of: [.place, .surname, .compoundSurname])
      && matches.entry(word).placeForm == .weak
  }

  private func isGiven(_ start: Int, _ end: Int) -> Bool {
    for k in start..<end {
      guard Marks.isHan(shadow[k]), !taken.contains(k) else { return false }
      switch shadow[k] {
      case u("的"), u("了"), u("是"), u("在"), u("着"), u("被"), u("把"), u("们"), u("这"), u("那"),
        u("我"), u("他"), u("她"), u("它"), u("你"), u("您"), u("不"), u("没"), u("都"), u("某"),
        u("什"), u("么"), u("吗"), u("呢"), u("吧"), u("省"), u("市"), u("县"), u("区"), u("局"),
        u("厅"), u("部"), u("委"):
        return false
      default: break
      }
    }
    return true
  }

  /// Whether the characters after a surname are no word of their own, and the last of them does
  /// not begin the next word (张英表|示).
  private func joinsCleanly(_ start: Int, _ end: Int, given: Int) -> Bool {
    let classes: LexiconClass = [.say, .stop, .post, .occupation, .notName]
    if given == 2 {
      for match in matches.starting(at: end - 2) where match.end == end {
        if !matches.entry(match).classes.isDisjoint(with: classes) { return false }
      }
    }
    for match in matches.starting(at: end - 1) where match.end > end {
      if !matches.entry(match).classes.isDisjoint(with: classes) { return false }
    }
    if let one = matches.longest(at: end - 1, [.say, .stop]), one.end == end { return false }
    return true
  }

  private func leftScore(_ i: Int, previous: (end: Int, isListed: Bool)) -> Int {
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
    return proposals.personStarts.contains(i) ? 0 : -2
  }

  /// 任命|张三, 免去|李四, 选举|王五.
  private func isObjectOfOffice(_ i: Int) -> Bool {
    guard i >= 2 else { return false }
    let pair = (shadow[i - 2], shadow[i - 1])
    return pair == (u("任"), u("命")) || pair == (u("委"), u("任")) || pair == (u("免"), u("去"))
      || pair == (u("聘"), u("任")) || pair == (u("选"), u("举")) || pair == (u("推"), u("选"))
      || pair == (u("提"), u("名")) || pair == (u("接"), u("替")) || pair == (u("罢"), u("免"))
      || pair == (u("专"), u("访"))
  }

  /// 、 和 and the like, or spaces, between two names of a list.
  private func isListGap(_ from: Int, _ to: Int) -> Bool {
    guard to > from, to - from <= 2 else { return false }
    for k in from..<to {
      switch shadow[k] {
      case u("、"), u("和"), u("与"), u("及"), 0x20, 0x3000, u(","), u("，"): continue
      default: return false
      }
    }
    return true
  }

  private func skipSpaces(leftOf i: Int) -> Int {
    var j = i
    while j > 0, i - j < 3, shadow[j - 1] == 0x20 || shadow[j - 1] == 0x3000 { j -= 1 }
    if j > 0, Marks.isColon(shadow[j - 1]) || shadow[j - 1] == u("/") || shadow[j - 1] == u("／"),
      matches.longest(endingAt: j - 1, [.occupation, .status]) != nil
    {
      j -= 1
    }
    return j
  }

  private func rightScore(_ start: Int, _ end: Int) -> Int {
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
    if let say = matches.longest(at: end, [.say]) { return say.end - say.start > 1 ? 3 : 2 }
    if let role = matches.longest(at: end, .role), role.end - role.start > 1 { return 3 }
    if !Marks.isNamePart(c) { return 1 }
    if let stop = matches.longest(at: end, [.stop]), stop.end > end { return 1 }
    return 0
  }

  /// 刘子明，|男，…; 刘子明，|现任….
  private func opensBiography(_ i: Int) -> Bool {
    guard i + 1 < shadow.count else { return false }
    if shadow[i] == u("男") || shadow[i] == u("女") { return !Marks.isHan(shadow[i + 1]) }
    return shadow[i + 1] == u("任")
      && (shadow[i] == u("现") || shadow[i] == u("曾") || shadow[i] == u("历"))
  }

  // MARK: Decision

  /// Settles each place on one reading, the document's other places speaking along: 张英 in
  /// 张英有一半时间, since 张英 stands elsewhere.
  private func choose(_ places: [[Reading]]) -> [NameCandidate] {
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

  // MARK: Other kinds of names

  /// Public figures, where no longer word covers them.
  private func knownPeople() -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all where matches.entry(match).classes.contains(.person) {
      let span = TextSpan(match.start, match.end)
      guard !taken.overlaps(span), !matches.isCovered(match.start, by: span.count) else { continue }
      if match.end < shadow.count, Marks.isNameDot(shadow[match.end]) { continue }
      found.append(NameCandidate(span: span, kind: .person, score: 6))
    }
    return found
  }

  /// Names with dots: 霍尔格·格尔克. Their parts are as long as transliterating characters go.
  private func dottedNames() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var i = 0
    var floor = 0
    while i < shadow.count {
      guard isDot(i), !taken.contains(i) else {
        i += 1
        continue
      }
      var start = i
      while start > floor, i - start < 10, isTransliteration(start - 1) {
        if start < i, matches.longest(endingAt: start, [.post, .occupation, .stop]) != nil {
          break
        }
        start -= 1
      }
      var end = i + 1
      while end < shadow.count, end - i < 24,
        isTransliteration(end) || isInnerDot(end) || end == i + 1 && Marks.isHan(shadow[end])
      {
        if matches.longest(at: end, [.say, .post, .occupation])?.end ?? 0 > end + 1 { break }
        end += 1
      }
      if i - start >= 1, end - i >= 2, end - start >= 4 {
        found.append(NameCandidate(span: TextSpan(start, end), kind: .person, score: 6))
        floor = end
      }
      i = max(end, i + 1)
    }
    return found
  }

  /// Undotted names of other peoples behind a title: 处长|达瓦才让|说.
  private func ethnicNames(except reach: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all {
      let classes = matches.entry(match).classes
      guard !classes.isDisjoint(with: .role), match.end - match.start >= 2 else { continue }
      let start = match.end
      var end = start
      while end < shadow.count, end - start < 6, isTransliteration(end), !reach.contains(end) {
        if end - start >= 2, let word = matches.longest(at: end, [.say, .stop, .role]),
          word.end - word.start > 1 || shadow[end] == u("说")
        {
          break
        }
        end += 1
      }
      guard end - start >= 3, end - start <= 5, rightScore(start, end) > 0,
        matches.longest(at: start, [.notName, .head, .body, .place, .stop, .say]) == nil
      else { continue }
      found.append(NameCandidate(span: TextSpan(start, end), kind: .person, score: 5))
    }
    return found
  }

  private func isTransliteration(_ i: Int) -> Bool {
    guard i >= 0, i < shadow.count, !taken.contains(i) else { return false }
    let c = shadow[i]
    return c < 0x10000 && matches.lexicon.transliteration[Int(c)]
  }

  private func isInnerDot(_ i: Int) -> Bool { isDot(i) && isTransliteration(i + 1) }

  /// A dot of a name; a full stop of either width only between transliterating characters, as
  /// Taiwan's press writes it.
  private func isDot(_ i: Int) -> Bool {
    if Marks.isNameDot(shadow[i]) { return true }
    guard shadow[i] == u(".") || shadow[i] == u("．"), i + 1 < shadow.count else { return false }
    return isTransliteration(i - 1) && Marks.isHan(shadow[i + 1]) && !taken.contains(i + 1)
  }

  /// Bare surnames before a title: 李校长, 张主任, 陈教授.
  private func surnames(except reach: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all {
      let classes = matches.entry(match).classes
      guard classes.contains(.surname) || classes.contains(.compoundSurname),
        !reach.contains(match.start), !taken.contains(match.start),
        let title = matches.longest(at: match.end, .role), title.end - title.start >= 2,
        !matches.isCovered(match.start, by: match.end - match.start),
        isPhraseStart(match.start), !Self.isAmbiguous(shadow[match.start])
      else { continue }
      found.append(
        NameCandidate(
          span: TextSpan(match.start, match.end), kind: .person, score: 5, isSurname: true))
    }
    return found
  }

  private func isPhraseStart(_ i: Int) -> Bool {
    guard i > 0 else { return true }
    if !Marks.isNamePart(shadow[i - 1]) { return true }
    if nameEnds.contains(i - 1) { return false }
    return matches.longest(endingAt: i, [.stop, .say]) != nil
  }

  /// Surnames that before a title are more often another word: 任校长 (to be headmaster), 高教授.
  private static func isAmbiguous(_ c: UInt32) -> Bool {
    switch c {
    case u("任"), u("常"), u("于"), u("向"), u("应"), u("时"), u("全"), u("万"), u("成"), u("文"),
      u("解"), u("单"), u("车"), u("党"), u("班"), u("原"), u("关"), u("商"),
      u("明"), u("国"), u("左"), u("牛"), u("路"), u("项"):
      true
    default: false
    }
  }
}
