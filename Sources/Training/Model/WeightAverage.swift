/// The mean of the states that training went through: steadier than the last of them.
struct WeightAverage {
  private var weights: [SIMD16<Float>] = []
  private var transitions = [Float](repeating: 0, count: 41)
  private var count: Float = 0

  /// Makes an average of nothing yet.
  init() {}

  /// Forgets everything.
  mutating func reset() { self = WeightAverage() }

  /// Adds a state.
  mutating func add(_ state: [SIMD16<Float>], transitions added: [Float]) {
    if weights.isEmpty {
      weights = state
    } else {
      for k in weights.indices { weights[k] += state[k] }
    }
    for k in transitions.indices { transitions[k] += added[k] }
    count += 1
  }

  /// The mean of all states; `nil` where none was added.
  var mean: (weights: [SIMD16<Float>], transitions: [Float])? {
    guard count > 0 else { return nil }
    return (weights.map { $0 / count }, transitions.map { $0 / count })
  }
}
