import HanText
import Pages

/// What recognition finds in one article.
public struct Analysis: Sendable {
  /// The sentences the mentions are traced to.
  public var sentences: [TextSpan]
  /// Mentions in order of their spans; no two overlap.
  public var mentions: [Mention]
  /// Relations in order of first appearance, without doubles.
  public var relations: [Relation]

  /// Makes an analysis.
  public init(sentences: [TextSpan], mentions: [Mention], relations: [Relation]) {
    self.sentences = sentences
    self.mentions = mentions
    self.relations = relations
  }
}

/// From an article to its mentions and relations. Immutable, shared by all workers.
public struct Analyzer: Sendable {
  private let userLexicon: UserLexicon?
  private let tagger: (any NameTagger)?
  private let lexicon: BuiltInLexicon

  /// Makes an analyzer.
  ///
  /// - Parameters:
  ///   - lexicon: the user's own names, which win over everything.
  ///   - tagger: the learned model; `nil` for rules and lexicons alone.
  public init(lexicon: UserLexicon? = nil, tagger: (any NameTagger)? = LinearTagger.builtIn) {
    userLexicon = lexicon
    self.tagger = tagger
    self.lexicon = BuiltInLexicon.shared
  }

  /// Recognises and links everything the contract asks for.
  ///
  /// - Complexity: linear in the text, but for names compared with each other in one document.
  public func analyze(_ article: Article, sentences breaker: SentenceBreaker) -> Analysis {
    let document = Document(article: article, sentences: breaker)
    let matches = LexiconMatches(shadow: document.shadow, lexicon: lexicon)
    let user = userLexicon?.entries(in: document) ?? []
    let policies = PolicyRecognizer(document: document, matches: matches).find()
    let taken =
      policies.policies.map(\.reach) + policies.works + user.map(\.span)
    let tagged = tagger?.names(in: document) ?? []
    let names = NameRecognizer(document: document, matches: matches)
      .find(tagged: tagged, taken: taken)
    let linked = DocumentLinker(document: document, matches: matches)
      .link(
        names: names, policies: policies.policies, user: user, taken: taken,
        tagged: tagged)
    let closed = (taken + linked.mentions.map(\.span)).sorted()
    let figures = FigureRecognizer().mentions(in: document, excluding: closed)
    let own = Set(user.map(\.span))
    let bodies = linked.mentions.filter {
      guard case .institution(.company) = $0.kind, !own.contains($0.span) else { return true }
      return !ProductUse.holds($0.span, in: document.shadow)
    }
    let mentions = Self.settled(bodies + figures, user: user)
    return Analysis(
      sentences: document.sentences, mentions: mentions,
      relations: linked.relations + FigureContext().contexts(in: document, mentions: mentions))
  }

  /// The mentions that stay where two overlap: the user's own, then the longer.
  private static func settled(_ mentions: [Mention], user: [UserLexicon.Found]) -> [Mention] {
    let own = Set(user.filter { $0.meaning != .suppressed }.map(\.span))
    let suppressed = user.filter { $0.meaning == .suppressed }.map(\.span)
    let order = mentions.sorted {
      let isOwn = (own.contains($0.span), own.contains($1.span))
      if isOwn.0 != isOwn.1 { return isOwn.0 }
      return $0.span.count != $1.span.count ? $0.span.count > $1.span.count : $0.span < $1.span
    }
    let end = mentions.map(\.span.end).max() ?? 0
    var taken = SpanSet(count: end)
    var kept: [Mention] = []
    for mention in order where !taken.overlaps(mention.span) {
      if suppressed.contains(mention.span) { continue }
      taken.insert(mention.span)
      kept.append(mention)
    }
    return kept.sorted { $0.span < $1.span }
  }
}
