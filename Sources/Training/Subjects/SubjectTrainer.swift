import Corpus
import Entities
import HanText
import Pages

/// Learns which noun a figure counts: a linear model over candidates, by the gradient of the log of
/// the probability that a right candidate has (several may be right), with decaying steps (AdaGrad).
public struct SubjectTrainer: Sendable {
  /// Passes over the figures.
  public var epochs = 16
  /// Size of the first steps.
  public var rate: Float = 0.06
  /// How strongly weights are drawn to 0.
  public var decay: Float = 0.01

  /// The figures of one article.
  public struct Article: Sendable {
    /// Its file, for messages.
    public var name: String
    let lessons: [SubjectLesson]
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
  /// - Complexity: O(`epochs` × features of all candidates).
  public func train(_ articles: [Article]) -> [Float] {
    var lessons = articles.flatMap { article in
      article.lessons.filter { $0.isRight.contains(true) }.map { ($0, article.weight) }
    }
    var run = Gradients(count: SubjectWeights.count, rate: rate, decay: decay)
    var sums = [Float](repeating: 0, count: SubjectWeights.count)
    var generator = LinearGenerator()
    for epoch in 0..<epochs {
      lessons.shuffle(using: &generator)
      for (lesson, weight) in lessons { run.learn(lesson, weight) }
      guard 2 * epoch >= epochs else { continue }
      for k in sums.indices { sums[k] += run.weights[k] }
    }
    let passes = Float(max(1, epochs - (epochs + 1) / 2))
    return sums.map { $0 / passes }
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
    let subjects = SubjectWeights(weights)
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
  public static func bytes(_ weights: [Float]) -> [UInt8] { SubjectWeights(weights).bytes }
}

/// Answers from an annotation, and keeps what is to be learnt.
private final class GoldTeacher: SubjectTeacher {
  let figures: [(span: TextSpan, subject: String?)]
  let names: [TextSpan]
  private(set) var lessons: [SubjectLesson] = []

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

  func take(_ lesson: SubjectLesson) { lessons.append(lesson) }
}

/// Weights and the sums of the squares of their gradients.
private struct Gradients {
  private(set) var weights: [Float]
  private var squares: [Float]
  private var gradient: [Float]
  private let rate: Float
  private let decay: Float

  init(count: Int, rate: Float, decay: Float) {
    weights = [Float](repeating: 0, count: count)
    squares = [Float](repeating: 1e-8, count: count)
    gradient = [Float](repeating: 0, count: count)
    self.rate = rate
    self.decay = decay
  }

  /// One step along the gradient of one figure's log probability, times its weight.
  mutating func learn(_ lesson: SubjectLesson, _ weight: Float) {
    let scores = lesson.candidates.map { slots in
      slots.reduce(Float(0)) { $0 + weights[Int($1)] }
    }
    let highest = scores.max() ?? 0
    let raw = scores.map { exponential(SIMD16(repeating: $0 - highest))[0] }
    let all = raw.reduce(0, +)
    var right: Float = 0
    for k in raw.indices where lesson.isRight[k] { right += raw[k] }
    guard all > 0, right > 0 else { return }
    for (k, slots) in lesson.candidates.enumerated() {
      let step = weight * (raw[k] / all - (lesson.isRight[k] ? raw[k] / right : 0))
      for slot in slots { gradient[Int(slot)] += step }
    }
    for slots in lesson.candidates {
      for slot in slots {
        let k = Int(slot)
        // Each number once: a step clears its gradient.
        guard gradient[k] != 0 else { continue }
        let g = gradient[k] + decay * weights[k]
        gradient[k] = 0
        squares[k] += g * g
        weights[k] -= rate * g / squares[k].squareRoot()
      }
    }
  }
}

/// The same order in every run.
private struct LinearGenerator: RandomNumberGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state &>> 29)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed &>> 32)
  }
}
