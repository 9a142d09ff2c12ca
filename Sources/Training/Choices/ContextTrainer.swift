import Corpus
import Entities
import HanText
import Pages

/// Learns which place and which date a figure holds for.
public struct ContextTrainer: Sendable {
  /// How the weights are learnt: slowly, since there are few figures for so many questions.
  public var learner = ChoiceLearner(epochs: 16, rate: 0.01, decay: 0.1)

  /// What an annotated article teaches.
  public struct Article: Sendable {
    let lessons: [ChoiceLesson]
    /// How much each figure counts in training.
    let weight: Float
    let document: Document
    let mentions: [Mention]
    let relations: Set<Relation>

    /// Number of choices: two for a figure whose sentence has a place and a date.
    public var count: Int { lessons.count }
  }

  /// Makes a trainer with the settings of the built-in weights.
  public init() {}

  /// The choices of an annotated article.
  public static func article(
    _ gold: GoldArticle, sentences breaker: SentenceBreaker, weight: Float = 1
  ) -> Article {
    let document = Document(article: gold.record.article, sentences: breaker)
    let mentions = gold.record.analysis.mentions
    var names: [TextSpan: String] = [:]
    for mention in mentions {
      switch mention.kind {
      case .figure, .place: names[mention.span] = mention.name
      case .date(let value?): names[mention.span] = value
      default: break
      }
    }
    var answers: [String: Set<String>] = [:]
    var relations: Set<Relation> = []
    for relation in gold.record.analysis.relations {
      guard case .context(let figure, let place, let date) = relation else { continue }
      relations.insert(relation)
      answers[figure, default: []].formUnion([place, date].compactMap { $0 })
    }
    var lessons: [ChoiceLesson] = []
    FigureContext().teach(document, mentions: mentions) { figure, candidate in
      guard let figure = names[figure], let right = answers[figure] else { return false }
      return candidate.contains { names[$0].map(right.contains) ?? false }
    } take: {
      lessons.append($0)
    }
    return Article(
      lessons: lessons, weight: weight, document: document, mentions: mentions,
      relations: relations)
  }

  /// Learns weights, one for each number of a feature.
  ///
  /// - Complexity: O(passes × features of all candidates).
  public func train(_ articles: [Article]) -> [Float] {
    learner.train(
      articles.flatMap { article in article.lessons.map { ($0, article.weight) } }, for: .contexts)
  }

  /// How well weights find the relations of articles, given their mentions.
  public static func score(_ weights: [Float], _ articles: [Article]) -> SpanCounts {
    let finder = FigureContext(weights: ChoiceWeights(weights, for: .contexts))
    var counts = SpanCounts()
    for article in articles {
      let found = Set(finder.contexts(in: article.document, mentions: article.mentions))
      counts.found += found.count
      counts.gold += article.relations.count
      counts.right += found.intersection(article.relations).count
    }
    return counts
  }

  /// The bytes of a file of weights.
  public static func bytes(_ weights: [Float]) -> [UInt8] {
    ChoiceWeights(weights, for: .contexts).bytes
  }
}
