import Entities
import Testing

@testable import Training

@Suite struct LineIndexTests {
  @Test func keepsWhatIsSeenOftenEnough() {
    let index = LineIndex(occurrences: [7, 9, 7, 4_000_000_000, 3, 3, 3], least: 2)
    #expect(index.hashes == [3, 7])
    #expect(index.line(of: 3) == UInt32(FeatureLines.firstHashed))
    #expect(index.line(of: 7) == UInt32(FeatureLines.firstHashed + 1))
    #expect(index.line(of: 9) == 0)
    #expect(index.lines == FeatureLines.firstHashed + 2)
  }

  @Test func findsEveryMemberOfALargeSet() {
    let hashes = (0..<20_000).map { UInt32($0) &* 3 }
    let index = LineIndex(hashes)
    for (k, hash) in hashes.enumerated() {
      #expect(index.line(of: hash) == UInt32(FeatureLines.firstHashed + k))
      #expect(index.line(of: hash + 1) == 0)
    }
  }

  /// A bucket goes to the weightiest lines that fall into it.
  @Test func bucketsTakeTheWeightiest() {
    let hashes = (1...9).map { UInt32($0) }
    let index = LineIndex(hashes)
    var weights = [SIMD16<Float>](
      repeating: SIMD16(repeating: 0), count: index.lines * FeatureLines.rows)
    for k in hashes.indices {
      weights[(FeatureLines.firstHashed + k) * FeatureLines.rows] = SIMD16(repeating: Float(k))
    }
    let owners = ModelWriter.owners(index: index, weights: weights)
    let kept = owners.filter { $0 > 0 }.map { Int($0) - FeatureLines.firstHashed }
    #expect(kept == [8, 7, 6, 5])
  }
}
