import HanText

/// The forms one name takes in a document, and what each stands for: full names wherever they
/// stand again, short forms announced (以下简称) or cut from the full name (丰禾种业 of
/// 安徽丰禾种业有限公司, 弹子石小学 of 重庆市南岸区弹子石小学), parts of dotted names.
struct NameForms {
  /// What a form stands for.
  struct Target {
    let kind: NameCandidate.Kind
    /// Canonical name of the full form.
    let name: String
    /// Whether the form was announced, or is a full name, and so holds everywhere.
    let isSure: Bool
    /// Whether the full form stands by itself.
    let isAnchored: Bool
    /// Whether the form is to be completed like its other mentions (教育处 after 教育处处长).
    var isElliptical = false
    /// Whether it stands for the full form only before a post (远硕|人资长).
    var needsPost = false
  }

  let document: Document
  let matches: LexiconMatches

  private var trie = ScalarTrie.empty
  private var targets: [Target?] = []
  private var announced = Set<ArraySlice<UInt32>>()

  /// No forms yet.
  init(document: Document, matches: LexiconMatches) {
    self.document = document
    self.matches = matches
  }

  private var shadow: Scalars { document.shadow }

  /// Collects the forms of all names.
  ///
  /// - Complexity: O(total length of the names).
  mutating func collect(_ names: [NameCandidate]) {
    // Dotted names first: what is a part of one is no name of its own.
    for name in names where name.kind == .person && !name.isSurname {
      if shadow[name.span].contains(where: { Marks.isNameDot($0) || $0 == u(".") }) {
        collectPerson(name)
      }
    }
    for name in names where !name.isSurname {
      switch name.kind {
      case .person: collectPerson(name)
      case .institution: collectBody(name)
      case .place: break
      }
    }
  }

  private func canonical(_ name: NameCandidate) -> String {
    name.lexiconName.isEmpty ? CanonicalName.make(shadow[name.span]) : name.lexiconName
  }

  private mutating func add(
    _ form: ArraySlice<UInt32>, _ name: NameCandidate, _ full: String, isSure: Bool,
    isAnnounced: Bool = false, needsPost: Bool = false
  ) {
    guard form.count >= 2 else { return }
    var target = Target(
      kind: name.kind, name: full, isSure: isSure,
      isAnchored: name.isAnchored)
    target.needsPost = needsPost
    let fresh = Int32(truncatingIfNeeded: targets.count)
    if let old = trie.insert(form, value: fresh) {
      // A form of two names stands for neither, unless it is a name itself.
      if let known = targets[Int(old)], known.name != target.name {
        if isSure {
          // 恒岳, announced for a company, is no one's name.
          if !known.isSure || isAnnounced && known.kind == .person { targets[Int(old)] = target }
        } else if !known.isSure {
          targets[Int(old)] = nil
        }
      }
      return
    }
    targets.append(target)
  }

  private mutating func collectPerson(_ name: NameCandidate) {
    if trie.value(of: shadow[name.span]) != nil { return }
    let full = canonical(name)
    add(shadow[name.span], name, full, isSure: true)
    var from = name.span.start
    for i in name.span.range where Marks.isNameDot(shadow[i]) || shadow[i] == u(".") {
      if i - from >= 3 { add(shadow[from..<i], name, full, isSure: false) }
      from = i + 1
    }
    if from > name.span.start, name.span.end - from >= 2 {
      add(shadow[from..<name.span.end], name, full, isSure: false)
    }
  }

  private mutating func collectBody(_ name: NameCandidate) {
    if name.isElliptical {
      collectOffice(name)
      return
    }
    // The same name again brings nothing but what its bracket announces.
    if let old = trie.value(of: shadow[name.span]), let known = targets[Int(old)], known.isSure,
      known.isAnchored == name.isAnchored
    {
      collectAnnounced(name, known.name)
      return
    }
    let full = canonical(name)
    if name.span.count >= 3 { add(shadow[name.span], name, full, isSure: true) }
    collectAnnounced(name, full)
    let start = endOfPlaces(name.span)
    if start > name.span.start, name.span.end - start >= 3,
      isDistinct(TextSpan(start, name.span.end))
    {
      add(shadow[start..<name.span.end], name, full, isSure: false)
    }
    collectCompanyCore(name, full, start)
    collectTails(name, full)
    // 刑大, of a city's 刑事警察大队.
    if shadow[name.span].ends(with: Self.detectives) {
      add(Self.detectivesShort[...], name, full, isSure: false)
    }
    collectGovernmentOffice(name, full, start)
  }

  private static let detectives = Scalars("刑事警察大队")
  private static let detectivesShort = Scalars("刑大")

  /// 教育处, once 教育处处长 has shown that it is an office.
  private mutating func collectOffice(_ name: NameCandidate) {
    guard name.span.count >= 3, name.lexiconName.isEmpty,
      NamedPlaces.Level(shadow[name.span.start]) == nil, trie.value(of: shadow[name.span]) == nil
    else { return }
    trie.insert(shadow[name.span], value: Int32(truncatingIfNeeded: targets.count))
    targets.append(
      Target(
        kind: name.kind, name: "", isSure: false, isAnchored: false, isElliptical: true))
  }

  /// 嘉义县政府农业处 → 农业处.
  private mutating func collectGovernmentOffice(_ name: NameCandidate, _ full: String, _ start: Int)
  {
    for i in start..<max(start, name.span.end - 4)
    where shadow[i] == u("政") && shadow[i + 1] == u("府") {
      let office = TextSpan(i + 2, name.span.end)
      if isDistinct(office)
        || office.count >= 3
          && !Self.commonOffices.contains(where: {
            shadow[office].elementsEqual($0)
          })
      {
        add(shadow[office], name, full, isSure: false)
      }
      return
    }
  }

  /// Where the places a name begins with end.
  func endOfPlaces(_ span: TextSpan) -> Int {
    var i = span.start
    while i < span.end, let place = matches.longest(at: i, [.place]), place.end < span.end {
      i = place.end
    }
    return i
  }

  /// Whether the rest of a name says more than what kind of body it is.
  private func isDistinct(_ span: TextSpan) -> Bool {
    if let head = matches.longest(at: span.start, [.head]), head.end == span.end {
      return matches.entry(head).headKind == .office && span.count >= 3
        && !Self.commonOffices.contains(where: { shadow[span].elementsEqual($0) })
    }
    return span.count >= 4
  }

  static let commonOffices = [
    "人民政府", "人民法院", "人民检察院", "检察院", "委员会", "管委会", "办公室", "办事处", "派出所",
    "公安局", "大使馆", "领事馆", "总工会", "市政府", "省政府", "县政府", "区政府", "教育学院",
    "信息中心", "管理委员会", "人民代表大会",
  ].map { Scalars($0) }

  /// 安徽丰禾种业有限公司 → 丰禾种业; 北方远铸装备集团股份有限公司 → 北方远铸….
  private mutating func collectCompanyCore(_ name: NameCandidate, _ full: String, _ start: Int) {
    guard case .institution(.company) = name.kind else { return }
    var end = name.span.end
    for suffix in Self.companySuffixes where end - start > suffix.count + 1 {
      if shadow[(end - suffix.count)..<end].elementsEqual(suffix) { end -= suffix.count }
    }
    guard end < name.span.end else { return }
    // Every beginning of the core that is long enough; the longest that stands in the text wins.
    for from in Set([start, name.span.start]) {
      let least = from == start && start == name.span.start ? 4 : from == start ? 2 : 4
      for stop in stride(from: end, to: from + least - 1, by: -1) where stop > from {
        if stop - from <= 3, let word = matches.longest(at: from, [.notName, .place]),
          word.end >= stop
        {
          continue
        }
        add(shadow[from..<stop], name, full, isSure: false)
        add((shadow[from..<stop] + [u("公"), u("司")])[...], name, full, isSure: false)
      }
    }
    // 远硕|人资长, of 远硕半导体股份有限公司.
    if start == name.span.start, end - start >= 4,
      shadow[start..<(start + 2)].allSatisfy(Marks.isHan),
      matches.longest(at: start, [.notName, .place, .stop, .say, .body, .head, .role]) == nil
    {
      add(shadow[start..<(start + 2)], name, full, isSure: false, needsPost: true)
    }
  }

  /// 全国偏乡教师互助协会 → 互助协会: an association goes on under the end of its name.
  private mutating func collectTails(_ name: NameCandidate, _ full: String) {
    guard case .institution(.association) = name.kind,
      let head = matches.longest(endingAt: name.span.end, [.head])
    else { return }
    var from = name.span.end - 4
    while from > name.span.start, from > name.span.end - 12 {
      if from < head.start { add(shadow[from..<name.span.end], name, full, isSure: false) }
      from -= 1
    }
  }

  private static let companySuffixes = [
    "有限责任公司", "股份有限公司", "有限公司", "公司", "集团",
  ].map { Scalars($0) }

  /// X（以下简称“Y”）, X（简称Y）, X（下称Y）.
  private mutating func collectAnnounced(_ name: NameCandidate, _ full: String) {
    var i = name.span.end
    guard i < shadow.count, Marks.isOpen(shadow[i]) else { return }
    i += 1
    let limit = min(shadow.count, i + 20)
    var isAnnounced = false
    while i < limit {
      if shadow[i] == u("称") {
        isAnnounced = true
        i += 1
        if i < shadow.count, shadow[i] == u("为") || Marks.isColon(shadow[i]) { i += 1 }
        break
      }
      guard Marks.isHan(shadow[i]) || shadow[i] == u(",") || shadow[i] == u("，") else { break }
      i += 1
    }
    guard isAnnounced else {
      collectBracketed(name, full)
      return
    }
    if i < shadow.count, Self.isQuote(shadow[i]) { i += 1 }
    let start = i
    while i < shadow.count, i - start < 16, Marks.isNamePart(shadow[i]) { i += 1 }
    guard i - start >= 2, i < shadow.count, Marks.isClose(shadow[i]) || Self.isQuote(shadow[i])
    else { return }
    add(shadow[start..<i], name, full, isSure: true, isAnnounced: true)
    announced.insert(shadow[start..<i])
  }

  /// 新东巴士有限公司（新东巴士）: a bracket with nothing but characters of the name in their order.
  private mutating func collectBracketed(_ name: NameCandidate, _ full: String) {
    let start = name.span.end + 1
    var i = start
    var k = name.span.start
    while i < shadow.count, i - start < 10, Marks.isHan(shadow[i]) {
      while k < name.span.end, shadow[k] != shadow[i] { k += 1 }
      guard k < name.span.end else { return }
      k += 1
      i += 1
    }
    guard i < shadow.count, Marks.isClose(shadow[i]), i - start >= 2, i - start < name.span.count
    else { return }
    add(shadow[start..<i], name, full, isSure: true, isAnnounced: true)
    announced.insert(shadow[start..<i])
  }

  private static func isQuote(_ c: UInt32) -> Bool {
    c == u("“") || c == u("”") || c == u("\"") || c == u("「") || c == u("」") || c == u("‘")
      || c == u("’") || c == u("《") || c == u("》")
  }

  /// The forms that stand in the text, as candidates.
  ///
  /// - Parameter closed: titles and the user's entries.
  /// - Complexity: O(length).
  func occurrences(outside closed: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    if targets.isEmpty { return found }
    let shadow = shadow
    for i in shadow.indices where trie.hasKey(beginningWith: shadow[i]) && !closed.contains(i) {
      var best: (end: Int, target: Target)?
      trie.forEachMatch(in: shadow, at: i) { end, value in
        if let target = targets[Int(value)], fits(i, end, target) { best = (end, target) }
      }
      guard let best else { continue }
      let span = TextSpan(i, best.end)
      guard !closed.overlaps(span) else { continue }
      var name = NameCandidate(
        span: span, kind: best.target.kind,
        score: announced.contains(shadow[span]) ? 9 : best.target.isSure ? 6 : 5)
      let written = CanonicalName.make(shadow[span])
      name.lexiconName = best.target.name == written ? "" : best.target.name
      name.isAnchored = best.target.isAnchored
      name.isElliptical = best.target.isElliptical
      found.append(name)
    }
    return found
  }

  private func fits(_ start: Int, _ end: Int, _ target: Target) -> Bool {
    if matches.isCovered(start, by: end - start) { return false }
    if Marks.isLetter(shadow[start]), start > 0, Marks.isLetter(shadow[start - 1]) { return false }
    // A short form of two or three characters must not end inside a word.
    if end - start <= 3 {
      for k in max(start, end - 2)..<end {
        for word in matches.starting(at: k) where word.end > end && word.end - word.start > 1 {
          let classes = word.classes
          // 花东大|副校长, where 大副 is a word too.
          if let post = matches.longest(at: end, [.post]), post.end - end >= 3, post.end > word.end
          {
            continue
          }
          if !classes.isDisjoint(with: [.notName, .stop, .say, .post, .occupation]) {
            return false
          }
        }
      }
    }
    if target.isSure { return true }
    if target.needsPost {
      guard let post = matches.longest(at: end, [.post]), post.end - end >= 2 else { return false }
    }
    // A cut form stands where a name can begin: 教育局 not inside 某区教育局.
    guard start > 0, Marks.isHan(shadow[start - 1]) else { return true }
    return matches.longest(endingAt: start, [.stop, .say, .post, .occupation, .status]) != nil
      || target.kind == .person || end - start >= 4
  }
}
