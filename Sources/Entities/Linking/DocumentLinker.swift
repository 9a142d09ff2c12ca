import HanText

/// The document pass: settles canonical names, subtypes, roles and relations over all mentions.
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
  /// - Complexity: O(names × distinct names) at worst, linear in practice.
  func link(
    names: [NameCandidate], policies: [FoundPolicy], user: [UserLexicon.Found]
  ) -> Result {
    var mentions = names.map { name in
      Mention(span: name.span, name: canonical(name), kind: kind(name))
    }
    for policy in policies {
      let title = policy.fullTitle.map { policies[$0].span } ?? policy.span
      mentions.append(
        Mention(
          span: policy.span, name: CanonicalName.make(document.shadow[title]),
          kind: .policy(
            issuer: nil,
            number: policy.number.map { CanonicalName.make(document.shadow[$0]) })))
    }
    mentions.sort { $0.span < $1.span }
    return Result(mentions: mentions, relations: [])
  }

  private func canonical(_ name: NameCandidate) -> String {
    name.lexiconName.isEmpty ? CanonicalName.make(document.shadow[name.span]) : name.lexiconName
  }

  private func kind(_ name: NameCandidate) -> Mention.Kind {
    switch name.kind {
    case .person: .person(role: nil, affiliation: nil)
    case .institution(let kind): .institution(kind)
    case .place(let kind): .place(kind)
    }
  }
}
