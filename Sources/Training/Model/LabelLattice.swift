import Entities

/// Which labels a scalar may have: a factor of 1 or 0 for each of the sixteen name labels and O.
struct LabelMask: Sendable {
  var lanes: SIMD16<Float>
  var outside: Float

  static let any = LabelMask(lanes: SIMD16(repeating: 1), outside: 1)
}

/// Transition factors and what training expects of them; 25 + 16 numbers as `Transitions` has them.
struct TransitionFactors: Sendable {
  var start: [SIMD4<Float>]
  var outside: [Float]
  var beginInside: SIMD4<Float>
  var beginEnd: SIMD4<Float>
  var insideInside: SIMD4<Float>
  var insideEnd: SIMD4<Float>

  init(_ n: [Float]) {
    func four(_ at: Int) -> SIMD4<Float> { SIMD4(n[at], n[at + 1], n[at + 2], n[at + 3]) }
    start = (0..<5).map { four(5 * $0) }
    outside = (0..<5).map { n[5 * $0 + 4] }
    beginInside = four(25)
    beginEnd = four(29)
    insideInside = four(33)
    insideEnd = four(37)
  }

  /// The numbers in the order of `Transitions`.
  var numbers: [Float] {
    var n: [Float] = []
    for j in 0..<5 {
      for k in 0..<4 { n.append(start[j][k]) }
      n.append(outside[j])
    }
    for vector in [beginInside, beginEnd, insideInside, insideEnd] {
      for k in 0..<4 { n.append(vector[k]) }
    }
    return n
  }
}

/// Sums over all labellings of a sentence by the forward-backward algorithm.
///
/// Every position is scaled to a sum of 1, so single precision is enough at any length.
struct LabelLattice {
  /// Probability of each name label at each scalar, after `run`.
  private(set) var marginals: [SIMD16<Float>] = []
  /// Expected number of uses of each transition, after `run`.
  private(set) var expected = TransitionFactors([Float](repeating: 0, count: 41))

  private var forward: [SIMD16<Float>] = []
  private var forwardOutside: [Float] = []
  private var factors: [SIMD16<Float>] = []
  private var outsideFactors: [Float] = []

  /// Runs over a sentence.
  ///
  /// - Parameters:
  ///   - scores: of the name labels, that of O being 0; the first `count` are read.
  ///   - masks: which labels are allowed.
  ///   - t: exponentials of the transition scores.
  /// - Returns: whether any labelling has a probability that single precision can hold.
  /// - Complexity: O(count).
  mutating func run(
    scores: [SIMD16<Float>], masks: [LabelMask], count: Int, t: TransitionFactors
  ) -> Bool {
    if marginals.count < count {
      marginals = Array(repeating: SIMD16(repeating: 0), count: count)
      forward = marginals
      factors = marginals
      forwardOutside = Array(repeating: 0, count: count)
      outsideFactors = forwardOutside
    }
    expected = TransitionFactors([Float](repeating: 0, count: 41))
    for i in 0..<count {
      let top = max(0, scores[i].max())
      factors[i] = exponential(scores[i] - top) * masks[i].lanes
      outsideFactors[i] = exponential(SIMD16(repeating: -top))[0] * masks[i].outside
    }
    return goForward(count, t) && goBackward(count, t)
  }

  private mutating func goForward(_ count: Int, _ t: TransitionFactors) -> Bool {
    var previous = SIMD16<Float>(repeating: 0)
    var o: Float = 1
    for i in 0..<count {
      let b = previous.lowHalf.lowHalf, inner = previous.lowHalf.highHalf
      let ended = previous.highHalf.lowHalf + previous.highHalf.highHalf
      var enter = t.start[4] * o
      var leave = t.outside[4] * o
      for j in 0..<4 {
        enter += t.start[j] * ended[j]
        leave += t.outside[j] * ended[j]
      }
      var next = SIMD16<Float>(repeating: 0)
      next.lowHalf.lowHalf = enter
      next.lowHalf.highHalf = b * t.beginInside + inner * t.insideInside
      next.highHalf.lowHalf = b * t.beginEnd + inner * t.insideEnd
      next.highHalf.highHalf = enter
      next *= factors[i]
      o = leave * outsideFactors[i]
      let sum = next.sum() + o
      guard sum > 1e-30 else { return false }
      next /= sum
      o /= sum
      forward[i] = next
      forwardOutside[i] = o
      previous = next
    }
    return true
  }

  private mutating func goBackward(_ count: Int, _ t: TransitionFactors) -> Bool {
    var after = SIMD16<Float>(repeating: 0)
    after.highHalf = SIMD8(repeating: 1)
    var afterOutside: Float = 1
    for i in stride(from: count - 1, through: 0, by: -1) {
      let mass = forward[i] * after
      let total = mass.sum() + forwardOutside[i] * afterOutside
      guard total > 1e-30 else { return false }
      marginals[i] = mass / total
      // What stands from here on, seen from the scalar before.
      let here = after * factors[i]
      let hereOutside = afterOutside * outsideFactors[i]
      let starting = here.lowHalf.lowHalf + here.highHalf.highHalf
      let inner = here.lowHalf.highHalf, closing = here.highHalf.lowHalf
      var before = SIMD16<Float>(repeating: 0)
      before.lowHalf.lowHalf = t.beginInside * inner + t.beginEnd * closing
      before.lowHalf.highHalf = t.insideInside * inner + t.insideEnd * closing
      var ended = SIMD4<Float>(repeating: 0)
      for j in 0..<4 { ended[j] = (t.start[j] * starting).sum() + t.outside[j] * hereOutside }
      before.highHalf.lowHalf = ended
      before.highHalf.highHalf = ended
      let beforeOutside = (t.start[4] * starting).sum() + t.outside[4] * hereOutside
      let alpha = i > 0 ? forward[i - 1] : SIMD16(repeating: 0)
      let alphaOutside = i > 0 ? forwardOutside[i - 1] : 1
      let all = (alpha * before).sum() + alphaOutside * beforeOutside
      guard all > 1e-30 else { return false }
      addExpected(alpha, alphaOutside, starting, inner, closing, hereOutside, all, t)
      let scale = before.max() > beforeOutside ? before.max() : beforeOutside
      after = before / scale
      afterOutside = beforeOutside / scale
    }
    return true
  }

  /// Adds the expected uses of the transitions into one scalar.
  private mutating func addExpected(
    _ alpha: SIMD16<Float>, _ alphaOutside: Float, _ starting: SIMD4<Float>,
    _ inner: SIMD4<Float>, _ closing: SIMD4<Float>, _ hereOutside: Float, _ all: Float,
    _ t: TransitionFactors
  ) {
    let ended = (alpha.highHalf.lowHalf + alpha.highHalf.highHalf) / all
    let b = alpha.lowHalf.lowHalf / all, i = alpha.lowHalf.highHalf / all
    let o = alphaOutside / all
    for j in 0..<4 {
      expected.start[j] += t.start[j] * starting * ended[j]
      expected.outside[j] += t.outside[j] * hereOutside * ended[j]
    }
    expected.start[4] += t.start[4] * starting * o
    expected.outside[4] += t.outside[4] * hereOutside * o
    expected.beginInside += b * t.beginInside * inner
    expected.beginEnd += b * t.beginEnd * closing
    expected.insideInside += i * t.insideInside * inner
    expected.insideEnd += i * t.insideEnd * closing
  }
}

/// e to the power of each lane, for lanes from -87 to 0, to about 2e-7; the same bits everywhere,
/// which the C library's function does not promise.
func exponential(_ value: SIMD16<Float>) -> SIMD16<Float> {
  let x = pointwiseMax(value, SIMD16(repeating: -80)) * 1.442_695_04
  let whole = x.rounded(.down)
  let f = (x - whole) * 0.693_147_18
  var p = SIMD16<Float>(repeating: 1.0 / 5040)
  p = p * f + 1.0 / 720
  p = p * f + 1.0 / 120
  p = p * f + 1.0 / 24
  p = p * f + 1.0 / 6
  p = p * f + 0.5
  p = p * f + 1
  p = p * f + 1
  // Adding 2^23 leaves the whole number in the low bits of the mantissa; shifted, it is an exponent.
  let shifted = unsafeBitCast(whole + 8_388_735, to: SIMD16<UInt32>.self) &<< 23
  return p * unsafeBitCast(shifted, to: SIMD16<Float>.self)
}
