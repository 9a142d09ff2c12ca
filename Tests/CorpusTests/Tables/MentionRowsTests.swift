import Entities
import HanText
import Pages
import Testing

@testable import Corpus

/// The rows of table mentions, written without cells, are those that the cells give.
@Suite struct MentionRowsTests {
  private static let odd = [
    "", "林小禾", "=1+1", "＝a", "-5%", "-a", "1,100", "007", " =x", "a,b", "说\"好\"，", "两\n行", "\t头",
    "尾\r",
    "é\"", "𠀀，", "E", "5G", "，", "+", "@x", String(repeating: "很长的名称", count: 900),
  ]

  /// A mention of each type with each odd text in all of its fields.
  private static func record(_ text: String) -> Record {
    let odd = text
    let before = Scalars("雨城市说，\"全市有教师1,100名\"。")
    var article = Article(
      document: "页/\(odd)", text: before + Scalars(odd) + Scalars("乾著=后面還有一句話。"))
    article.title = odd
    let inner = TextSpan(before.count, before.count + Scalars(odd).count)
    let whole = TextSpan(0, article.text.count)
    let figure = Figure(
      value: ExactDecimal(-348_083, exponent: -2), valueMax: ExactDecimal(12, exponent: 30),
      unit: odd, qualifier: .atLeast, subtype: .money, direction: .down, subject: odd)
    let kinds: [Mention.Kind] = [
      .person(role: odd, affiliation: odd), .person(role: nil, affiliation: nil),
      .institution(.government), .place(.city), .figure(figure),
      .figure(Figure(value: .zero, subtype: .plain)), .date(value: odd), .date(value: nil),
      .policy(issuer: odd, number: odd),
    ]
    var mentions: [Mention] = []
    for kind in kinds {
      mentions.append(Mention(span: TextSpan(2, 3), name: odd, kind: kind))
      mentions.append(Mention(span: inner, name: "名", kind: kind))
    }
    mentions.append(Mention(span: whole, name: odd, kind: .place(.other)))
    let sentences = [TextSpan(0, before.count), TextSpan(before.count, whole.end)]
    return Record(
      article: article,
      analysis: Analysis(sentences: sentences, mentions: mentions, relations: []))
  }

  @Test(arguments: odd)
  func rowsAreThoseOfTheCells(text: String) {
    let record = Self.record(text)
    for format in [DelimitedWriter.Format.csv, .tsv] {
      for script in [ScriptChoice.keep, .hans, .hant] {
        let writer = DelimitedWriter(format: format)
        for table in Table.allCases {
          var expected: [UInt8] = []
          table.rows(of: record, script: script) { writer.append($0, to: &expected) }
          #expect(table.bytes(of: record, script: script, by: writer) == expected)
        }
      }
    }
  }
}
