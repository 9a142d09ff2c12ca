import Entities

/// Learns the weights of a linear model that chooses among candidates, by the gradient of the log of
/// the probability that a right candidate has (several may be right), with decaying steps (AdaGrad;
/// Duchi, Hazan and Singer 2011). The weights are the mean of those after the passes of the second half.
public struct ChoiceLearner: Sendable {
  /// Passes over the lessons.
  public var epochs: Int
  /// Size of the first steps.
  public var rate: Float
  /// How strongly weights are drawn to 0.
  public var decay: Float

  /// Makes a learner with the settings of the built-in weights for subjects.
  public init(epochs: Int = 16, rate: Float = 0.06, decay: Float = 0.01) {
    self.epochs = epochs
    self.rate = rate
    self.decay = decay
  }

  /// Learns weights, one for each number of a feature; the same lessons give the same weights.
  ///
  /// - Parameter lessons: each with how much it counts; those without a right candidate teach nothing.
  /// - Complexity: O(`epochs` × features of all candidates).
  package func train(_ lessons: [(ChoiceLesson, Float)], for task: ChoiceTask) -> [Float] {
    var lessons = lessons.filter { $0.0.isRight.contains(true) }
    var run = Gradients(count: task.count, rate: rate, decay: decay)
    var sums = [Float](repeating: 0, count: task.count)
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
  mutating func learn(_ lesson: ChoiceLesson, _ weight: Float) {
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
