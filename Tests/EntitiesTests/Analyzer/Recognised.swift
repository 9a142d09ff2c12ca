import HanText
import Pages

@testable import Entities

/// What an analyzer finds in a text, as short strings that tests compare.
struct Recognised {
  let text: Scalars
  let analysis: Analysis

  init(
    _ text: String, region: Region = .cn, source: String? = nil, lexicon: UserLexicon? = nil,
    tagger: (any NameTagger)? = nil
  ) {
    self.text = Scalars(text)
    var article = Article(document: "test", text: self.text)
    article.region = region
    article.source = source
    analysis = Analyzer(lexicon: lexicon, tagger: tagger)
      .analyze(article, sentences: SentenceBreaker())
  }

  /// Text of each mention of a type.
  func texts(_ type: String) -> [String] { mentions(type).map { String(scalars: text[$0.span]) } }

  /// Canonical name of each mention of a type.
  func names(_ type: String) -> [String] { mentions(type).map(\.name) }

  func mentions(_ type: String) -> [Mention] {
    analysis.mentions.filter { Self.type($0.kind) == type }
  }

  /// `张英 主任 上海市经信委`, with `(former)` behind posts left.
  var posts: [String] {
    analysis.relations.compactMap { relation in
      guard case .post(let person, let role, let institution, let isFormer) = relation else {
        return nil
      }
      return [person, role ?? "-", institution ?? "-"].joined(separator: " ")
        + (isFormer ? " (former)" : "")
    }
  }

  static func type(_ kind: Mention.Kind) -> String {
    switch kind {
    case .person: "person"
    case .institution: "institution"
    case .place: "place"
    case .figure: "figure"
    case .date: "date"
    case .policy: "policy"
    }
  }
}
