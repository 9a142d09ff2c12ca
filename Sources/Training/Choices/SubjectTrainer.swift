import Corpus
import Entities
import HanText
import Pages

/// Learns which noun a figure counts.
public struct SubjectTrainer: Sendable {
  /// How the weights are learnt.
  public var learner = ChoiceLearner()

  /// The figures of one article.
  public struct Article: Sendable {
    /// Its file, for messages.
    public var name: String
    let lessons: [ChoiceLesson]
    /// How much each figure counts in training.
    let weight: Float
    let document: Document
    let names: [TextSpan]
    /// The annotated figures and their subjects.
    let figures: [(span: TextSpan, subject: String?)]

    /// Number of figures.
    public var count: Int { lessons.count }
  }

  /// How often the model chose right.
  public struct Score: Sendable, Equatable {
    /// Figures with the right subject.
    public var right = 0
    /// Figures where the model or the annotation has a subject.
    public var count = 0

    /// Makes a score of nothing.
    public init() {}
  }

  /// Makes a trainer with the settings of the built-in weights.
  public init() {}

  /// The figures of an annotated article.
  public static func article(
    _ gold: GoldArticle, sentences breaker: SentenceBreaker, weight: Float = 1
  ) -> Article {
    let document = Document(article: gold.record.article, sentences: breaker)
    let teacher = GoldTeacher(gold.record.analysis.mentions)
    FigureRecognizer().teach(teacher, document, excluding: teacher.names)
    return Article(
      name: gold.record.article.document, lessons: teacher.lessons, weight: weight,
      document: document, names: teacher.names, figures: teacher.figures)
  }

  /// Learns weights, one for each number of a feature.
  ///
  /// - Complexity: O(passes × features of all candidates).
  public func train(_ articles: [Article]) -> [Float] {
    let lessons = articles.flatMap { article in article.lessons.map { ($0, article.weight) } }
    return learner.train(lessons, for: .subjects)
  }

  /// How often weights choose right, with their own choices for the figures before.
  ///
  /// - Parameter miss: called with article, figure, right noun and chosen one of every error.
  public static func score(
    _ weights: [Float], _ articles: [Article],
    miss: (_ article: String, _ figure: String, _ right: String?, _ chosen: String?) -> Void = {
      _, _, _, _ in
    }
  ) -> Score {
    var score = Score()
    let subjects = ChoiceWeights(weights, for: .subjects)
    for article in articles {
      let found = FigureRecognizer(subjects: subjects)
        .mentions(in: article.document, excluding: article.names)
      var next = 0
      for (span, right) in article.figures {
        while next < found.count, found[next].span.end <= span.start { next += 1 }
        guard next < found.count, found[next].span.overlaps(span),
          case .figure(let figure) = found[next].kind
        else { continue }
        if right == nil, figure.subject == nil { continue }
        score.count += 1
        if figure.subject == right {
          score.right += 1
        } else {
          let text = article.document.shadow
          let around = max(0, span.start - 32)..<min(text.count, span.end + 12)
          miss(article.name, String(scalars: Array(text[around])), right, figure.subject)
        }
      }
    }
    return score
  }

  /// The bytes of a file of weights.
  public static func bytes(_ weights: [Float]) -> [UInt8] {
    ChoiceWeights(weights, for: .subjects).bytes
  }
}

/// Answers from an annotation, and keeps what is to be learnt.
private final class GoldTeacher: SubjectTeacher {
  let figures: [(span: TextSpan, subject: String?)]
  let names: [TextSpan]
  private(set) var lessons: [ChoiceLesson] = []

  init(_ mentions: [Mention]) {
    var figures: [(span: TextSpan, subject: String?)] = []
    var names: [TextSpan] = []
    for mention in mentions {
      switch mention.kind {
      case .figure(let figure): figures.append((mention.span, figure.subject))
      case .date: break
      default: names.append(mention.span)
      }
    }
    self.figures = figures
    self.names = names.sorted()
  }

  func answer(_ span: TextSpan) -> SubjectAnswer? {
    figures.first { $0.span.overlaps(span) }.map { SubjectAnswer(subject: $0.subject) }
  }

  func take(_ lesson: ChoiceLesson) { lessons.append(lesson) }
}
