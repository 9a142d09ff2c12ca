import Testing

@testable import Entities

@Suite struct WeightRowTests {
  @Test func everyLaneStandsAtOneByte() {
    #expect(Set((0..<16).map { WeightRow.lane(ofByte: $0) }) == Set(0..<16))
  }

  /// Rows add up to the scores of the labels, also of the smallest and largest weights.
  @Test(arguments: [-127, -1, 0, 1, 127])
  func rowsAddUp(weight: Int) {
    let rows = FeatureExtractor.perScalar
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
    defer { bytes.deallocate() }
    for byte in 0..<16 {
      let lane = WeightRow.lane(ofByte: byte)
      let value = lane == 5 ? weight : -lane
      bytes.storeBytes(of: UInt8(value + WeightRow.bias), toByteOffset: byte, as: UInt8.self)
    }
    var sum = WeightSum()
    for _ in 0..<rows { sum.add(UnsafeRawPointer(bytes)) }
    let scores = sum.scores
    for label in 0..<16 {
      let expected = label == 5 ? weight : -label
      #expect(scores[UInt8(label)] == Int32(rows * expected))
    }
    #expect(scores.begin[2] == scores[TagLabels.begin(2)])
    #expect(scores.inside[1] == scores[TagLabels.inside(1)])
    #expect(scores.end[3] == scores[TagLabels.end(3)])
    #expect(scores.single[0] == scores[TagLabels.single(0)])
  }
}
