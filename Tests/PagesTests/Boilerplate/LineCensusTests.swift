import HanText
import Testing

@testable import Pages

@Suite("Census of a line")
struct LineCensusTests {
  private func census(_ text: Scalars) -> LineCensus {
    text.withUnsafeBufferPointer { LineCensus($0, 0..<text.count, LineRules.standard.lanes) }
  }

  @Test("counts each scalar as its class says, in lines of any length")
  func everyScalar() {
    for block in stride(from: UInt32(0), to: 0x11000, by: 700) {
      let text = Array(block..<block + 700)
      let census = census(text)
      #expect(census.blank == text.count(where: ScalarKind.isBlank))
      #expect(census.han == text.count(where: ScalarKind.isHan))
      #expect(census.digits == text.count(where: ScalarKind.isDigit))
      #expect(census.sentenceEnds == text.count(where: ScalarKind.isSentenceEnd))
      let words =
        census.han + census.digits + census.otherWords + census.bars + census.sentenceEnds
      // The full-width bar and the half-width full stop are signs, though words begin behind them.
      #expect(words >= text.count(where: ScalarKind.isWord))
    }
  }

  @Test func signs() {
    let census = census(Scalars("首页 > 要闻 | 正文，2024年。（完）、›»"))
    #expect(census.commas == 2)
    #expect(census.bars == 1)
    #expect(census.arrows == 3)
    #expect(census.otherWords == 0)
    #expect(census.blank == 4)
    #expect(self.census([]).han == 0)
  }
}
