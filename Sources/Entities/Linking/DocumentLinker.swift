import HanText

/// The document pass: the same decision everywhere in the document, canonical names, posts.
struct DocumentLinker {
  let document: Document
  let matches: LexiconMatches

  /// What linking gives.
  struct Result {
    var mentions: [Mention]
    var relations: [Relation]
  }

  /// Makes mentions of what the recognisers found.
  ///
  /// - Parameters:
  ///   - found: names, none overlapping.
  ///   - policies: policies with their reach.
  ///   - user: the user's entries; suppressing ones remove what equals or crosses them.
  ///   - taken: spans no name may touch.
  ///   - tagged: what the tagger found; its titles serve where the lexicon has none.
  ///   - roster: the lists of people.
  /// - Complexity: O(length + names × distinct names), linear in practice.
  func link(
    names found: [NameCandidate], policies: [FoundPolicy], user: [UserLexicon.Found],
    taken: [TextSpan], tagged: [TaggedName], roster: Roster
  ) -> Result {
    let names = repeated(found, taken: taken, user: user)
    var bodies = BodyNames(document: document, matches: matches, names: names)
    let places = PlaceNames(placeSurfaces(names))
    var canonical = names.map { name in
      switch name.kind {
      case .place:
        name.span.count == 1
          ? name.lexiconName : places[CanonicalName.scalars(document.shadow[name.span])]
      case .institution: bodies.settle(name)
      case .person:
        name.lexiconName.isEmpty
          ? CanonicalName.make(document.shadow[name.span]) : name.lexiconName
      }
    }
    let finder = PostFinder(document: document, matches: matches, names: names, tagged: tagged)
    var posts = Bylines(finder: finder).complete(finder.find())
    let listed = ListedPosts(finder: finder)
    posts = listed.completeLines(posts)
    posts = ElidedBodies(document: document, names: names, canonical: canonical, posts: posts)
      .complete(posts)
    posts = listed.completeLists(posts)
    posts = RosterPosts(finder: finder, roster: roster).complete(posts)
    completeDepartments(names, posts, bodies, &canonical)
    SurnameLinks(document: document, matches: matches, names: names).resolve(&posts, &canonical)
    let main = MainPosts(names: names, canonical: canonical, posts: posts)
    var mentions: [Mention] = []
    for (k, name) in names.enumerated() {
      mentions.append(
        Mention(
          span: name.span, name: canonical[k], kind: kind(name, canonical[k], k, main, bodies.kinds)
        ))
    }
    let issuers = PolicyIssuers(
      document: document, matches: matches, names: names, canonical: canonical)
    mentions += policyMentions(policies, issuers)
    mentions.sort { $0.span < $1.span }
    return Result(mentions: mentions, relations: main.relations)
  }

  /// Adds the other places where a name or a form of it stands, and the user's entries.
  private func repeated(
    _ found: [NameCandidate], taken: [TextSpan], user: [UserLexicon.Found]
  ) -> [NameCandidate] {
    var forms = NameForms(document: document, matches: matches)
    forms.collect(found)
    let closed = SpanSet(taken, count: document.shadow.count)
    let repeated = forms.occurrences(outside: closed)
    // 新东巴士|公共事务 tagged as one, where the text has given 新东巴士 as a short form.
    let announced = SpanSet(
      repeated.filter { $0.score > 8 }.map(\.span), count: document.shadow.count)
    let cores = SpanSet(
      repeated.filter { $0.kind == .institution(.company) && $0.span.count >= 4 }.map(\.span),
      count: document.shadow.count)
    let sure = found.filter { name in
      guard case .institution = name.kind, name.score <= 4, !name.isAnchored else { return true }
      if announced.contains(name.span.start) { return false }
      return !cores.contains(name.span.start)
        || matches.longest(endingAt: name.span.end, [.head]) != nil
    }
    var all = NameRecognizer.longest(sure + repeated)
    // A company's name that stands for its product there is no mention of the company.
    all.removeAll {
      guard case .institution(.company) = $0.kind else { return false }
      return ProductUse.holds($0.span, in: document.shadow)
    }
    let own = SpanSet(
      user.compactMap {
        switch $0.meaning {
        case .policy, .suppressed: nil
        default: $0.span
        }
      }, count: document.shadow.count)
    all.removeAll { own.overlaps($0.span) }
    for entry in user {
      let kind: NameCandidate.Kind
      switch entry.meaning {
      case .person: kind = .person
      case .institution(let subtype): kind = .institution(subtype)
      case .place(let subtype): kind = .place(subtype)
      case .policy, .suppressed: continue
      }
      var name = NameCandidate(span: entry.span, kind: kind, score: 100)
      name.lexiconName = entry.name
      name.isAnchored = true
      all.append(name)
    }
    return all.sorted { $0.span < $1.span }
  }

  private func placeSurfaces(_ names: [NameCandidate]) -> [(text: Scalars, full: Scalars)] {
    names.compactMap { name in
      guard case .place = name.kind, name.span.count > 1 else { return nil }
      let full = name.lexiconName.isEmpty ? [] : Scalars(name.lexiconName)
      return (CanonicalName.scalars(document.shadow[name.span]), full)
    }
  }

  /// A department named behind its school in one apposition is the school's: 清华大学…教授、
  /// 智能产业研究院院长.
  private func completeDepartments(
    _ names: [NameCandidate], _ posts: [FoundPost], _ bodies: BodyNames,
    _ canonical: inout [String]
  ) {
    for (first, second) in zip(posts, posts.dropFirst()) where first.person == second.person {
      guard let school = first.institution, let unit = second.institution, school != unit,
        !isPartOfSchool(names[school].span), !isPartOfSchool(names[unit].span),
        !holdsUniversity(names[unit].span),
        case .institution(.school) = names[school].kind, !names[unit].isAnchored,
        names[school].span.end < names[unit].span.start,
        matches.longest(at: names[unit].span.start, [.place]) == nil,
        names[unit].span.start - names[school].span.end < 16
      else { continue }
      canonical[unit] = canonical[school] + canonical[unit]
    }
    // 理工学院 alone, behind 东海大学: a college of it.
    var school: String?
    var firstSchool: String?
    var line = 0
    for k in names.indices {
      guard case .institution(.school) = names[k].kind else { continue }
      let span = names[k].span
      let isPart = isPartOfSchool(span)
      if names[k].isAnchored || isUniversity(span) {
        if !isPart {
          school = canonical[k]
          firstSchool = firstSchool ?? school
          line = span.start
        } else if let body = bodies.fullBody(at: span.start, before: span.end) {
          school = body
        }
      } else if let last = school, let firstSchool, names[k].lexiconName.isEmpty,
        !holdsUniversity(span), isPart || isCollege(span, of: last, from: line)
      {
        // The school of the same paragraph, or the one the document begins with.
        let isNear = !document.shadow[line..<span.start].contains(0x0A)
        canonical[k] = (isNear ? last : firstSchool) + CanonicalName.make(document.shadow[span])
      } else if let main = bodies.mainName, names[k].lexiconName.isEmpty, isCollegeName(span),
        !canonical[k].hasPrefix(main)
      {
        // 数学科学学院 in an article about one university.
        canonical[k] = main + CanonicalName.make(document.shadow[span])
      }
    }
  }

  private func isUniversity(_ span: TextSpan) -> Bool {
    let shadow = document.shadow
    return span.count >= 4 && shadow[span.end - 1] == u("学") && shadow[span.end - 2] == u("大")
  }

  /// 某大学, 某大学工学院: a name that says which university, even one no lexicon has.
  private func holdsUniversity(_ span: TextSpan) -> Bool {
    let text = document.shadow[span]
    return span.count >= 4 && zip(text, text.dropFirst()).contains { $0 == u("大") && $1 == u("学") }
  }

  /// 电机资讯学院|院长 in a paragraph about a university: a college that stands by no place.
  private func isCollege(_ span: TextSpan, of school: String, from line: Int) -> Bool {
    let shadow = document.shadow
    guard school.hasSuffix("大学"), span.count >= 4, span.count <= 10, shadow[span.end - 1] == u("院"),
      shadow[span.end - 2] == u("学"), matches.longest(at: span.end, [.post]) != nil,
      matches.longest(at: span.start, [.place, .body]) == nil,
      !Self.ownColleges.contains(where: { word in
        span.count >= word.count
          && shadow[(span.end - word.count)..<span.end].elementsEqual(word)
      })
    else { return false }
    // The university stands in the same paragraph, by a short form (阳明交大) perhaps.
    if span.start - line < 100, !shadow[line..<span.start].contains(0x0A) { return true }
    var i = span.start
    while i > 0, span.start - i < 200, shadow[i - 1] != 0x0A {
      i -= 1
      if let body = matches.longest(at: i, [.body, .head]), shadow[body.end - 1] == u("学"),
        shadow[body.end - 2] == u("大")
      {
        return true
      }
    }
    return false
  }

  /// 文学院, 马克思主义学院: what a university has, and what does not stand by a place.
  private func isCollegeName(_ span: TextSpan) -> Bool {
    guard span.count >= 3, span.count <= 12, document.shadow[span.end - 1] == u("院"),
      matches.longest(at: span.start, [.place, .body]) == nil
    else { return false }
    return !Self.ownColleges.contains { document.shadow[span].ends(with: $0) }
  }

  private static let ownColleges = ["职业学院", "技术学院", "师范学院", "技师学院", "专科学院", "财经学院", "美术学院", "音乐学院"]
    .map {
      Scalars($0)
    }

  /// A bare college (理工学院) or a department of studies (资讯工程学系), which never stand alone.
  private func isPartOfSchool(_ span: TextSpan) -> Bool {
    if document.shadow[span.end - 1] == u("系") { return true }
    // 该校|化学与材料科学学院.
    if document.shadow[span.end - 1] == u("院"), span.start >= 2,
      document.shadow[span.start - 1] == u("校")
    {
      switch document.shadow[span.start - 2] {
      case u("该"), u("我"), u("本"), u("学"): return true
      default: break
      }
    }
    guard let head = matches.longest(at: span.start, [.head]) else { return false }
    return head.end == span.end
  }

  /// 某大学科研处, 某大学学术委员会: an office of a school is the school's.
  private func partOfSchool(_ canonical: String, _ kind: InstitutionKind) -> InstitutionKind? {
    guard kind == .government || kind == .other else { return nil }
    let name = Scalars(canonical)
    guard let last = name.last, Self.officeEnds.contains(last), !name.ends(with: Self.library)
    else { return nil }
    // 某大学医学院附设医院急诊部 is a hospital's.
    if zip(name, name.dropFirst()).contains(where: { $0 == u("医") && $1 == u("院") }) { return nil }
    for i in 2..<max(2, name.count - 2)
    where name[i] == u("学")
      && (name[i - 1] == u("大") || name[i - 1] == u("中") || name[i - 1] == u("小"))
      || name[i] == u("院") && name[i - 1] == u("学")
    {
      return name[(i + 1)...].starts(with: Scalars("附属")) && name.ends(with: Scalars("医院"))
        ? nil : .school
    }
    return nil
  }

  private static let library = Scalars("图书馆")
  private static let officeEnds = Set(Scalars("处部室办科系心馆"))

  private func kind(
    _ name: NameCandidate, _ canonical: String, _ k: Int, _ main: MainPosts,
    _ kinds: [NameKey: InstitutionKind]
  ) -> Mention.Kind {
    switch name.kind {
    case .person:
      let post = main.post(ofMention: k)
      return .person(role: post.role, affiliation: post.affiliation)
    case .institution(let own):
      let kind = kinds[NameKey(canonical)] ?? own
      return .institution(partOfSchool(canonical, kind) ?? kind)
    case .place(let kind): return .place(kind)
    }
  }

  /// Mentions of policies; a short title takes name, issuer and number of the full one, and each
  /// mention of one title what another says of it.
  private func policyMentions(_ policies: [FoundPolicy], _ issuers: PolicyIssuers) -> [Mention] {
    var known: [NameKey: (issuer: String?, number: String?)] = [:]
    var named: [(FoundPolicy, String)] = []
    for policy in policies {
      let title = policy.fullTitle.map { policies[$0].span } ?? policy.span
      let name = CanonicalName.make(document.shadow[title])
      let number =
        policy.isNumber
        ? name : policy.number.map { CanonicalName.make(document.shadow[$0]) }
      let key = NameKey(name)
      let old = known[key]
      known[key] = (old?.issuer ?? issuers.issuer(of: policy), old?.number ?? number)
      named.append((policy, name))
    }
    return named.map { policy, name in
      Mention(
        span: policy.span, name: name,
        kind: .policy(issuer: known[NameKey(name)]?.issuer, number: known[NameKey(name)]?.number))
    }
  }
}
