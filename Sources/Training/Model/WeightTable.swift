/// The weights being trained: for each feature one row shared by all corpora and one of each
/// corpus (Daumé, Frustratingly Easy Domain Adaptation, 2007), with what AdaGrad remembers of each.
final class WeightTable {
  /// Rows of one feature: the shared one first.
  let copies: Int
  /// Number of features: rows of all lines.
  let features: Int
  private let weights: UnsafeMutableBufferPointer<SIMD16<Float>>
  private let squares: UnsafeMutableBufferPointer<Float>

  /// Makes a table of zeros.
  init(features: Int, corpora: Int) {
    copies = corpora + 1
    self.features = features
    let rows = max(1, features * copies)
    weights = .allocate(capacity: rows)
    weights.initialize(repeating: SIMD16(repeating: 0))
    squares = .allocate(capacity: rows)
    squares.initialize(repeating: 0)
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
  }

  /// Weights of a feature in a corpus.
  @inline(__always)
  func sum(_ feature: Int, corpus: Int) -> SIMD16<Float> {
    let at = feature &* copies
    return weights[at] + weights[at &+ 1 &+ corpus]
  }

  /// Moves a feature's weights against the gradient.
  @inline(__always)
  func step(
    _ feature: Int, corpus: Int, _ gradient: SIMD16<Float>, norm: Float, rate: Float, decay: Float
  ) {
    let at = feature &* copies
    move(at, gradient, norm, rate, decay)
    move(at &+ 1 &+ corpus, gradient, norm, rate, decay)
  }

  @inline(__always)
  private func move(
    _ row: Int, _ gradient: SIMD16<Float>, _ norm: Float, _ rate: Float, _ decay: Float
  ) {
    let square = squares[row] + norm
    squares[row] = square
    let step = rate / (square + WeightTable.damping).squareRoot()
    weights[row] -= (gradient + weights[row] * decay) * step
  }

  /// Keeps the first steps of a rare feature small.
  static let damping: Float = 1

  /// The weights of a feature for text of no known corpus: the shared ones, and the mean of those
  /// of the corpora that have the feature, weighted by their shares.
  ///
  /// A feature of one corpus alone so keeps all it has learned.
  func folded(_ feature: Int, shares: [Float]) -> SIMD16<Float> {
    let at = feature * copies
    var sum = SIMD16<Float>(repeating: 0)
    var total: Float = 0
    for (corpus, share) in shares.enumerated() where squares[at + 1 + corpus] > 0 {
      sum += weights[at + 1 + corpus] * share
      total += share
    }
    return total > 0 ? weights[at] + sum / total : weights[at]
  }
}
