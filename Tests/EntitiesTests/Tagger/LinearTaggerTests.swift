import HanText
import Testing

@testable import Entities

@Suite struct LinearTaggerTests {
  static func names(_ text: String) -> [String] {
    let shadow = Shadow.make(Scalars(text))
    return LinearTagger.builtIn.names(in: shadow, sentences: [TextSpan(0, shadow.count)]).map {
      "\(String(scalars: shadow[$0.span])) \($0.label)"
    }
  }

  @Test func builtInModelIsWhole() throws {
    let bytes = ModelBytes(embedded: EmbeddedData.namesModel)
    #expect(throws: Never.self) { try LinearTagger(bytes: bytes, verify: true) }
    #expect(bytes.count <= 16_000_000)
  }

  @Test(arguments: [
    ("教育部部长王建国在北京会见了法国总统马克龙。", ["教育部 institution", "王建国 person", "北京 place", "法国 place"]),
    ("清华大学教授李晓明表示，上海市浦东新区已建成三所学校。", ["清华大学 institution", "李晓明 person", "上海市浦东新区 place"]),
    ("今天的天气很好，大家都去公园散步。", []),
  ])
  func findsNames(text: String, expected: [String]) {
    let found = Self.names(text)
    for name in expected { #expect(found.contains(name), "\(found)") }
    if expected.isEmpty { #expect(found.isEmpty, "\(found)") }
  }

  @Test func namesAreOrderedAndNeverOverlap() {
    let shadow = Shadow.make(Scalars("北京市教育委员会主任陈明和上海交通大学副校长刘芳出席了论坛。"))
    let names = LinearTagger.builtIn.names(in: shadow, sentences: [TextSpan(0, shadow.count)])
    #expect(!names.isEmpty)
    for (a, b) in zip(names, names.dropFirst()) { #expect(a.span.end <= b.span.start) }
    for name in names { #expect(name.span.end <= shadow.count && name.span.count > 0) }
  }

  @Test(arguments: [
    [UInt32](repeating: 0x4E2D, count: 30_000), [UInt32](repeating: 0xE000, count: 5000),
    [UInt32](repeating: 0x31, count: 5000), [UInt32](repeating: 0x10FFFF, count: 600),
    [0xFFFD, 0, 0x7F, 0xD7FF, 0x3000], [],
  ])
  func oddTextIsHarmless(shadow: [UInt32]) {
    let names = LinearTagger.builtIn.names(in: shadow, sentences: [TextSpan(0, shadow.count)])
    #expect(names.allSatisfy { $0.span.end <= shadow.count })
  }

  /// A sentence without end is labelled piece by piece, in memory that does not grow with it.
  @Test func endlessSentencesAreLabelledPieceByPiece() {
    let piece = Shadow.make(Scalars("教育部部长王建国在北京会见了来访的客人"))
    let shadow = [UInt32]((0..<100_000).map { piece[$0 % piece.count] })
    let names = LinearTagger.builtIn.names(in: shadow, sentences: [TextSpan(0, shadow.count)])
    #expect(names.count > 100_000 / piece.count)
    for (a, b) in zip(names, names.dropFirst()) { #expect(a.span.end <= b.span.start) }
  }

  /// What a checksum cannot tell: a file made to do harm still keeps every look-up inside itself.
  @Test func aHostileModelOfTheRightShapeIsHarmless() throws {
    var bytes = [UInt8](EmbeddedData.namesModel)
    var state: UInt64 = 7
    for k in ModelLayout.transitionsAt..<bytes.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[k] = UInt8(truncatingIfNeeded: state &>> 56)
    }
    let sum = ModelLayout.checksum(of: ModelBytes(copying: bytes))
    for k in 0..<8 { bytes[40 + k] = UInt8(truncatingIfNeeded: sum &>> UInt64(8 * k)) }
    let tagger = try LinearTagger(model: bytes)
    let shadow = Shadow.make(Scalars("2025年3月，北京大学教授王小明说AI人才很多。\u{E000}\u{1F600}"))
    let names = tagger.names(in: shadow, sentences: [TextSpan(0, shadow.count)])
    #expect(names.allSatisfy { $0.span.end <= shadow.count })
  }

  @Test func aFileThatCannotBeReadIsNamedSo() {
    #expect(throws: ModelError.self) { try LinearTagger(file: "/nonexistent/names.model") }
    #expect(throws: ModelError.notAModel) { try LinearTagger(file: "/") }
  }

  @Test func sentencesBeyondTheTextAreLeftOut() {
    #expect(LinearTagger.builtIn.names(in: [], sentences: [TextSpan(0, 5)]).isEmpty)
  }

  @Test func refusesWhatIsNoModel() {
    let whole = [UInt8](EmbeddedData.namesModel)
    #expect(throws: ModelError.notAModel) { try LinearTagger(model: []) }
    #expect(throws: ModelError.notAModel) {
      try LinearTagger(model: [UInt8]("a text, not a model".utf8))
    }
    for length in [16, 100, 256, 5000, whole.count - 1] {
      #expect(throws: ModelError.self) { try LinearTagger(model: [UInt8](whole[..<length])) }
    }
    var other = whole
    other[8] = 99
    #expect(throws: ModelError.self) { try LinearTagger(model: other) }
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    #expect(throws: ModelError.damaged) { try LinearTagger(model: damaged) }
    var huge = whole
    for k in 24..<28 { huge[k] = 0xFF }
    #expect(throws: ModelError.self) { try LinearTagger(model: huge) }
  }
}
