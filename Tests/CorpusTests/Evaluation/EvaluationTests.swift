import Entities
import HanText
import Pages
import Testing

@testable import Corpus

@Suite struct EvaluationTests {
  /// A record of a text with mentions at the first place where their text stands.
  private func record(_ text: String, _ mentions: [(String, Mention.Kind)]) -> Record {
    let scalars = Scalars(text)
    let found = mentions.compactMap { name, kind -> Mention? in
      let wanted = Scalars(name)
      let start = scalars.indices.first { scalars[$0...].starts(with: wanted) }
      return start.map {
        Mention(span: TextSpan($0, $0 + wanted.count), name: name, kind: kind)
      }
    }
    return Record(
      article: Article(document: "a", text: scalars),
      analysis: Analysis(sentences: [], mentions: found, relations: []))
  }

  private let person = Mention.Kind.person(role: nil, affiliation: nil)

  @Test func countsHitsMissesAndSpuriousMentions() {
    let text = "林小禾和郑大川在雨城。"
    var evaluation = Evaluation()
    evaluation.add(
      record(text, [("林小禾", person), ("雨城", .place(.city))]),
      gold: record(text, [("林小禾", person), ("郑大川", person)]))
    #expect(evaluation.mentions["person"]?.hits == 1)
    #expect(evaluation.mentions["person"]?.gold == 2)
    #expect(evaluation.mentions["place"]?.predicted == 1)
    #expect(evaluation.allMentions.f1 == 0.5)
    #expect(evaluation.errors.map(\.kind) == [.missed, .spurious])
  }

  @Test func carriesSpansOverToTheGoldText() {
    var evaluation = Evaluation()
    evaluation.add(
      record("导航\n林小禾来了。", [("林小禾", person)]),
      gold: record("林小禾来了。", [("林小禾", person)]))
    #expect(evaluation.mentions["person"]?.hits == 1)
    #expect(evaluation.characters.precision < 1)
    #expect(evaluation.characters.recall == 1)
  }

  @Test func comparesFieldsOfOverlappingMentions() {
    let text = "共有25万AI人才。"
    let gold = Figure(value: ExactDecimal(250_000), unit: "人", subtype: .count, subject: "AI人才")
    let found = Figure(value: ExactDecimal(25), unit: "人", subtype: .count)
    var evaluation = Evaluation()
    evaluation.add(
      record(text, [("25万", .figure(found))]), gold: record(text, [("25万AI人才", .figure(gold))]))
    #expect(evaluation.mentions["figure"]?.hits == 0)
    #expect(evaluation.fields["figure.value"]?.right == 0)
    #expect(evaluation.fields["figure.unit"]?.right == 1)
    #expect(evaluation.fields["figure.subject"]?.compared == 1)
    #expect(evaluation.fields["figure.value_max"] == nil)
  }

  @Test func alignmentOfTextsWithNothingInCommonIsEmpty() {
    let alignment = TextAlignment(predicted: Scalars("甲乙丙"), gold: Scalars("丁戊己"))
    #expect(alignment.common == 0)
    #expect(alignment.goldSpan(of: TextSpan(0, 1)) == nil)
  }
}
