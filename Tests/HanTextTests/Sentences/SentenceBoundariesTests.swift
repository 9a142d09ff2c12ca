import TestSupport
import Testing

@testable import HanText

/// `SentenceBoundaries` against ICU's own sentence iterator, boundary for boundary.
@Suite("Sentence boundaries")
struct SentenceBoundariesTests {
  /// Some of every class that Unicode's rules know, and of every kind that news is made of.
  private static let pieces: [String] = [
    "。", "！", "？", "｡", ".", "．", "․", "…", "“", "”", "\"", "'", "（", "）", "(", ")", "《", "》", "「",
    "」",
    "，", "、", "：", ",", "-", "；", "1", "２", "a", "ａ", "é", "A", "Ａ", "É", "中", "國", "ア", "한", "א",
    " ",
    "\u{3000}", "\u{A0}", "\t", "\u{B}", "\u{C}", "\n", "\r", "\r\n", "\u{85}", "\u{2028}",
    "\u{2029}",
    "\u{301}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{FEFF}", "😀", "𠀀", "𝐀", "𝐚", "\u{1F1E8}", "·",
    "—", "%",
    "\u{E000}", "\u{FFFD}", "\u{0}",
  ]

  private static func boundaries(of text: Scalars) -> [Int] {
    SentenceClasses.standard.withView { classes in
      text.withUnsafeBufferPointer { text in
        var rules = SentenceRules(text: text)
        var walk = SentenceBoundaries(text: text, classes: classes)
        var found: [Int] = []
        while let boundary = walk.next(noting: &rules) { found.append(boundary) }
        return found
      }
    }
  }

  @Test("are those of ICU in any mixture of classes")
  func randomTexts() {
    var icu = ICUBreaker(.sentences)
    var random = SeededGenerator(seed: 11)
    for round in 0..<30_000 {
      let length = random.below(14)
      // Half of the texts are made of what terminators may be followed by.
      let kinds = round % 2 == 0 ? Self.pieces.count : 22
      let text = Scalars((0..<length).map { _ in Self.pieces[random.below(kinds)] }.joined())
      let expected = icu.boundaries(of: text).offsets.map { Int($0) }
      let found = Self.boundaries(of: text)
      #expect(found == expected, "\(text.map { String($0, radix: 16) })")
      if found != expected { return }
    }
  }

  @Test("are those of ICU around every scalar of the Basic Multilingual Plane")
  func allScalars() {
    var icu = ICUBreaker(.sentences)
    for block in UInt32(0)..<256 where !(0xD8...0xDF).contains(block) {
      // Behind a full stop, behind a Latin one and a letter, and between it and a lower-case letter.
      var text: Scalars = []
      for low in UInt32(0)..<256 {
        let c = block << 8 | low
        text += [u("甲"), u("。"), c, u("乙"), u("A"), u("."), c, u("b"), 0x0A]
      }
      #expect(Self.boundaries(of: text) == icu.boundaries(of: text).offsets.map { Int($0) })
    }
  }

  @Test("take linear time in a text of full stops")
  func floods() {
    let stops = Scalars(repeating: u("."), count: 200_000)
    #expect(Self.boundaries(of: stops) == [200_000])
    let listed = Scalars((0..<50_000).flatMap { _ in Scalars("1.-") })
    #expect(Self.boundaries(of: listed).last == 150_000)
  }
}
