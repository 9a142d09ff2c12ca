import HanText
import Testing

@testable import Entities

/// Words of a sentence, as the choice of subjects sees them.
struct SentenceReaderTests {
  @Test(arguments: [
    ("全省有12家企业。", ["全省", "有", "12家", "企业", "。"]),
    ("采购AI服务器3台。", ["采购", "AI", "服务器", "3台", "。"]),
    ("设备领取率为96%。", ["设备", "领取率", "为", "96%", "。"]),
    ("招募标注员40名，", ["招募", "标注员", "40名", "，"]),
  ])
  func words(_ text: String, _ expected: [String]) {
    #expect(SubjectPhrases(text).words == expected)
  }

  @Test(arguments: [
    "", "12", "12家", "。12家。", "“12家", "的12家的", "🙂12家🙂企业", "AI12家AI", "12家\n12家",
    "\u{0}12家\u{FFFD}企业", "１２家",
  ])
  func tokensCoverTheText(_ text: String) {
    let sentence = SubjectPhrases(text)
    var end = sentence.tokens.tokens.first?.start ?? 0
    for token in sentence.tokens.tokens {
      #expect(token.start == end)
      #expect(token.end > token.start)
      end = token.end
    }
    for figure in sentence.figures {
      #expect(sentence.tokens[figure.token].kind == .figure)
    }
    #expect(end <= sentence.text.count)
  }

  @Test func namesAndDatesAreOneToken() {
    let text = Scalars("2024年华东大学招生3000人。")
    var reader = SentenceReader(lexicon: .shared)
    var tokens = SentenceTokens()
    reader.read(
      text, sentence: TextSpan(0, text.count),
      found: [
        .date(TextSpan(0, 5), nil),
        .figure(
          FigureDraft(
            start: 11, end: 16, numeralStart: 11, numeralEnd: 15, value: ExactDecimal(3000),
            unitEnd: 16)),
      ], names: [TextSpan(5, 9)], from: 0, into: &tokens)
    #expect(tokens.tokens.map(\.kind).prefix(2) == [.date, .name])
    #expect(tokens.figures == [-1, tokens.count - 2])
  }
}
