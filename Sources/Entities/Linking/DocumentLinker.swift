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
  /// - Complexity: O(length + names × distinct names), linear in practice.
  func link(
    names found: [NameCandidate], policies: [FoundPolicy], user: [UserLexicon.Found],
    taken: [TextSpan], tagged: [TaggedName]
  ) -> Result {
    let names = repeated(found, taken: taken, user: user)
    let bodies = BodyNames(document: document, matches: matches, names: names)
    let places = PlaceNames(placeSurfaces(names))
    // One answer for each elliptical form: completing looks through all bodies.
    var completed = Memo()
    var canonical = names.map { name in
      switch name.kind {
      case .place:
        name.span.count == 1
          ? name.lexiconName : places[CanonicalName.make(document.shadow[name.span])]
      case .institution:
        if name.isElliptical, name.lexiconName.isEmpty {
          completed.value(of: document.shadow[name.span]) { bodies.canonical(name) }
        } else {
          bodies.canonical(name)
        }
      case .person:
        name.lexiconName.isEmpty
          ? CanonicalName.make(document.shadow[name.span]) : name.lexiconName
      }
    }
    let finder = PostFinder(document: document, matches: matches, names: names, tagged: tagged)
    var posts = Bylines(finder: finder).complete(finder.find())
    posts = ElidedBodies(document: document, names: names).complete(posts)
    completeDepartments(names, posts, &canonical)
    SurnameLinks(document: document, names: names).resolve(&posts, &canonical)
    let main = MainPosts(names: names, canonical: canonical, posts: posts)
    var mentions: [Mention] = []
    for (k, name) in names.enumerated() {
      mentions.append(
        Mention(span: name.span, name: canonical[k], kind: kind(name, k, main)))
    }
    let issuers = PolicyIssuers(
      document: document, matches: matches, names: names, canonical: canonical)
    mentions += policyMentions(policies, issuers)
    mentions.sort { $0.span < $1.span }
    return Result(mentions: mentions, relations: main.relations)
  }

  /// Names by surface, each worked out once.
  private struct Memo {
    private var known: [ArraySlice<UInt32>: String] = [:]

    mutating func value(of surface: ArraySlice<UInt32>, _ make: () -> String) -> String {
      if let old = known[surface] { return old }
      let fresh = make()
      known[surface] = fresh
      return fresh
    }
  }

  /// Adds the other places where a name or a form of it stands, and the user's entries.
  private func repeated(
    _ found: [NameCandidate], taken: [TextSpan], user: [UserLexicon.Found]
  ) -> [NameCandidate] {
    var forms = NameForms(document: document, matches: matches)
    forms.collect(found)
    let closed = SpanSet(taken, count: document.shadow.count)
    var all = NameRecognizer.longest(found + forms.occurrences(outside: closed))
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

  private func placeSurfaces(_ names: [NameCandidate]) -> [(text: String, full: String)] {
    names.compactMap { name in
      guard case .place = name.kind, name.span.count > 1 else { return nil }
      return (CanonicalName.make(document.shadow[name.span]), name.lexiconName)
    }
  }

  /// A department named behind its school in one apposition is the school's: 清华大学…教授、
  /// 智能产业研究院院长.
  private func completeDepartments(
    _ names: [NameCandidate], _ posts: [FoundPost], _ canonical: inout [String]
  ) {
    for (first, second) in zip(posts, posts.dropFirst()) where first.person == second.person {
      guard let school = first.institution, let unit = second.institution, school != unit,
        case .institution(.school) = names[school].kind, !names[unit].isAnchored,
        names[school].span.end < names[unit].span.start,
        matches.longest(at: names[unit].span.start, [.place]) == nil,
        names[unit].span.start - names[school].span.end < 16
      else { continue }
      canonical[unit] = canonical[school] + canonical[unit]
    }
    // 理工学院 alone, behind 东海大学: a college of it.
    var school: Int?
    for k in names.indices {
      guard case .institution(.school) = names[k].kind else { continue }
      if names[k].isAnchored {
        school = k
      } else if let school, names[k].lexiconName.isEmpty, isPartOfSchool(names[k].span) {
        canonical[k] = canonical[school] + CanonicalName.make(document.shadow[names[k].span])
      }
    }
  }

  /// A bare college (理工学院) or a department of studies (资讯工程学系), which never stand alone.
  private func isPartOfSchool(_ span: TextSpan) -> Bool {
    if document.shadow[span.end - 1] == u("系") { return true }
    guard let head = matches.longest(at: span.start, [.head]) else { return false }
    return head.end == span.end
  }

  private func kind(_ name: NameCandidate, _ k: Int, _ main: MainPosts) -> Mention.Kind {
    switch name.kind {
    case .person:
      let post = main.post(ofMention: k)
      return .person(role: post.role, affiliation: post.affiliation)
    case .institution(let kind): return .institution(kind)
    case .place(let kind): return .place(kind)
    }
  }

  /// Mentions of policies; a short title takes name, issuer and number of the full one, and each
  /// mention of one title what another says of it.
  private func policyMentions(_ policies: [FoundPolicy], _ issuers: PolicyIssuers) -> [Mention] {
    var known: [String: (issuer: String?, number: String?)] = [:]
    var named: [(FoundPolicy, String)] = []
    for policy in policies {
      let title = policy.fullTitle.map { policies[$0].span } ?? policy.span
      let name = CanonicalName.make(document.shadow[title])
      let number =
        policy.isNumber
        ? name : policy.number.map { CanonicalName.make(document.shadow[$0]) }
      let old = known[name]
      known[name] = (old?.issuer ?? issuers.issuer(of: policy), old?.number ?? number)
      named.append((policy, name))
    }
    return named.map { policy, name in
      Mention(
        span: policy.span, name: name,
        kind: .policy(issuer: known[name]?.issuer, number: known[name]?.number))
    }
  }
}
