import Entities
import Testing

@testable import Training

@Suite struct LabelLatticeTests {
  static let free = TransitionFactors([Float](repeating: 1, count: 41))

  @Test func probabilitiesAreThoseOfAllLabellings() {
    // Two scalars, all scores 0: O or S (four types) each, or B E of one type: 25 + 4 labellings.
    var lattice = LabelLattice()
    let zeros = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 2)
    let isPossible = lattice.run(scores: zeros, masks: [.any, .any], count: 2, t: Self.free)
    #expect(isPossible)
    #expect(abs(lattice.marginals[0][0] - 1 / 29) < 1e-5)
    #expect(abs(lattice.marginals[1][8] - 1 / 29) < 1e-5)
    #expect(abs(lattice.marginals[0][12] - 5 / 29) < 1e-5)
    #expect(lattice.marginals[0][4] < 1e-6 && lattice.marginals[1][0] < 1e-6)
    #expect(abs(lattice.expected.numbers.reduce(0, +) - 2) < 1e-4)
  }

  @Test func masksLeaveOnlyWhatTheyAllow() {
    var lattice = LabelLattice()
    let zeros = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 2)
    var begin = LabelMask(lanes: SIMD16(repeating: 0), outside: 0)
    begin.lanes[Int(TagLabels.begin(2))] = 1
    let isPossible = lattice.run(scores: zeros, masks: [begin, .any], count: 2, t: Self.free)
    #expect(isPossible)
    #expect(abs(lattice.marginals[1][Int(TagLabels.end(2))] - 1) < 1e-6)
    let isStillPossible = lattice.run(scores: zeros, masks: [begin, begin], count: 2, t: Self.free)
    #expect(!isStillPossible)
  }

  @Test(arguments: [Float(0), -0.5, -1, -10, -50, -79])
  func exponentialIsClose(x: Float) {
    // Against repeated squaring of e^(x/1024), itself from its series.
    var y = 1 + Double(x) / 1_048_576
    for _ in 0..<20 { y *= y }
    let got = Double(exponential(SIMD16(repeating: x))[3])
    #expect(abs(got - y) <= 0.004 * y + 1e-37)
  }
}
