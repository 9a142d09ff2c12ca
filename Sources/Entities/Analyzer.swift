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
    let matches = LexiconMatches(
      shadow: document.shadow, lexicon: lexicon, region: document.region)
    let user = userLexicon?.entries(in: document) ?? []
    let policies = PolicyRecognizer(document: document, matches: matches).find()
    let taken =
      policies.policies.map(\.reach) + policies.works + user.map(\.span)
    let tagged = tagger?.names(in: document) ?? []
    let roster = Roster(shadow: document.shadow, matches: matches)
    let names = NameRecognizer(document: document, matches: matches)
      .find(tagged: tagged, taken: taken, media: policies.media, roster: roster)
    let linked = DocumentLinker(document: document, matches: matches)
      .link(
        names: names, policies: policies.policies, user: user, taken: taken,
        tagged: tagged, roster: roster)
    let closed = (taken + linked.mentions.map(\.span)).sorted()
    let figures = FigureRecognizer().mentions(in: document, excluding: closed)
    let mentions = Self.settled(linked.mentions + figures, user: user)
    return Analysis(
      sentences: document.sentences, mentions: mentions,
      relations: linked.relations + FigureContext().contexts(in: document, mentions: mentions))
  }

  /// The mentions that stay where two overlap: the user's own, then the longer.
  private static func settled(_ mentions: [Mention], user: [UserLexicon.Found]) -> [Mention] {
    let own = Set(user.filter { $0.meaning != .suppressed }.map(\.span))
    let suppressed = Set(user.filter { $0.meaning == .suppressed }.map(\.span))
    var order: [(rank: Int, start: Int, index: Int)] = []
    order.reserveCapacity(mentions.count)
    var end = 0
    for k in mentions.indices {
      let span = mentions[k].span
      let isOwn = !own.isEmpty && own.contains(span)
      order.append((isOwn ? Int.min : -span.count, span.start, k))
      end = max(end, span.end)
    }
    order.sort {
      $0.rank != $1.rank
        ? $0.rank < $1.rank : $0.start != $1.start ? $0.start < $1.start : $0.index < $1.index
    }
    var taken = SpanSet(count: end)
    var kept: [(start: Int, index: Int)] = []
    kept.reserveCapacity(mentions.count)
    for item in order where !taken.overlaps(mentions[item.index].span) {
      if !suppressed.isEmpty, suppressed.contains(mentions[item.index].span) { continue }
      taken.insert(mentions[item.index].span)
      kept.append((item.start, item.index))
    }
    kept.sort { $0.start < $1.start }
    return kept.map { mentions[$0.index] }
  }
}
