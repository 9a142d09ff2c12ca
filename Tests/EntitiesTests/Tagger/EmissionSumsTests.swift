import HanText
import Testing

@testable import Entities

/// `EmissionSums` adds up what `FeatureExtractor.visit` names, which training goes by.
@Suite struct EmissionSumsTests {
  private static let count = FeatureLines.firstHashed + 3000

  /// Lines of made-up weights.
  private static let lines: [UInt8] = {
    var state: UInt64 = 7
    return (0..<(count * FeatureLines.lineBytes)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state &>> 56)
    }
  }()

  @Test(arguments: [
    "林", "林小禾", "雨城市教育局局长林小禾昨日表示，全市已有1,100名教师完成培训。", "GL8和AI", "，", "。。！",
    "2025年3月，某某大学（筹）the quick brown fox跳过了12345只懒狗；浙江省杭州市余杭区文一西路969号", "𠀀𠀁あ",
  ])
  func sumsAreThoseOfTheFeatures(text: String) throws {
    let bytes = ModelBytes(embedded: EmbeddedData.namesModel)
    let layout = try ModelLayout(reading: bytes, verify: false)
    let extractor = FeatureExtractor(
      lexicon: LinearTagger.lexicon(in: bytes, layout),
      characters: CharacterNumbers(bytes: bytes, offset: layout.charactersAt))
    let shadow = Shadow.make(Scalars(text))
    let scratch = FeatureScratch()
    extractor.extract(shadow, into: scratch)
    scratch.resolve { block, count in
      for k in 0..<count { block[k] %= UInt32(Self.count) }
    }
    Self.lines.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      var expected: [LabelScores] = []
      var sum = LabelScores()
      var rows = 0
      FeatureExtractor.visit(scratch) { line, row in
        let at = start + Int(line) * FeatureLines.lineBytes + row * 16
        for half in 0..<8 {
          let low = Int16(at.load(fromByteOffset: 2 * half, as: UInt8.self))
          let high = Int16(at.load(fromByteOffset: 2 * half + 1, as: UInt8.self))
          sum.opening[half] &+= low &- Int16(WeightRow.bias)
          sum.closing[half] &+= high &- Int16(WeightRow.bias)
        }
        rows += 1
      } done: { _ in
        expected.append(sum)
        sum = LabelScores()
      }
      #expect(rows == shadow.count * FeatureExtractor.perScalar)
      var found = [LabelScores](repeating: LabelScores(), count: shadow.count)
      found.withUnsafeMutableBufferPointer { found in
        guard let emissions = found.baseAddress else { return }
        EmissionSums(lines: start, scratch: scratch).write(to: emissions)
      }
      for (a, b) in zip(found, expected) {
        #expect(a.opening == b.opening)
        #expect(a.closing == b.closing)
      }
    }
  }
}
