import HanText
import Testing

@testable import Pages

struct CodePage936Tests {
  private let page = CodePage936.shared

  @Test(arguments: [
    (0xB0A1, "啊"), (0xD2BB, "一"), (0xA3AC, "，"), (0xA1A1, "\u{3000}"), (0xEE49, "領"),
    (0xC4A3, "模"), (0xFDA0, "\u{F9F1}"), (0xAAA1, "\u{E000}"), (0xAFFE, "\u{E233}"),
    (0xF8A1, "\u{E234}"), (0xFEFE, "\u{E4C5}"), (0xA140, "\u{E4C6}"), (0xA7A0, "\u{E765}"),
    (0xA180, "\u{E505}"),
  ])
  func pairs(pair: Int, text: String) throws {
    let scalar = try #require(text.unicodeScalars.first).value
    #expect(page.scalar(Pair(pair)) == scalar)
    #expect(page.pair(scalar) == Pair(pair))
  }

  @Test func undefinedPairs() {
    for pair: Pair in [0xA989, 0xA995, 0xA8C1, 0xFE50, 0xFEA0, 0xB07F, 0x8030, 0x4141] {
      #expect(page.scalar(pair) == 0)
    }
    #expect(page.undefined.count == 255)
  }

  @Test func everyPairComesBack() {
    var seen = 0
    for pair in UInt16(0x8140)...0xFEFE where page.scalar(pair) != 0 {
      #expect(page.pair(page.scalar(pair)) == pair)
      seen += 1
    }
    #expect(seen == 23_940 - 255)
  }

  @Test func scripts() {
    #expect(page.isTraditional(page.pair(u("領"))))
    #expect(!page.isTraditional(page.pair(u("导"))))
    #expect(page.isSimplifiedOnly(page.pair(u("导"))))
    #expect(page.isAlsoSimplified(page.pair(u("后"))))
    #expect(!page.isSimplifiedOnly(page.pair(u("后"))))
    #expect(page.fold(u("領")) == u("领"))
    #expect(page.fold(0x1F600) == 0x1F600)
  }
}
