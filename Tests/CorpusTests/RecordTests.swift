import Entities
import HanText
import Pages
import Testing

@testable import Corpus

@Suite struct RecordTests {
  private func record(length: Int, sentences: [TextSpan]) -> Record {
    let text = [UInt32](repeating: u("字"), count: length)
    return Record(
      article: Article(document: "a", text: text),
      analysis: Analysis(sentences: sentences, mentions: [], relations: []))
  }

  @Test(arguments: [
    (TextSpan(0, 2), TextSpan(0, 5)), (TextSpan(4, 6), TextSpan(0, 5)),
    (TextSpan(6, 8), TextSpan(6, 9)), (TextSpan(5, 6), TextSpan(5, 6)),
    (TextSpan(9, 10), TextSpan(9, 10)),
  ])
  func findsTheSentenceASpanStartsIn(span: TextSpan, sentence: TextSpan) {
    let record = record(length: 10, sentences: [TextSpan(0, 5), TextSpan(6, 9)])
    #expect(record.sentence(around: span) == sentence)
  }

  @Test func endlessSentencesArePrintedInPart() {
    let record = record(length: 100_000, sentences: [TextSpan(0, 100_000)])
    for start in [0, 10, 50_000, 99_990] {
      let span = TextSpan(start, start + 5)
      let sentence = record.sentence(around: span)
      #expect(sentence.contains(span))
      #expect(sentence.count <= Record.longestSentence)
    }
  }
}
