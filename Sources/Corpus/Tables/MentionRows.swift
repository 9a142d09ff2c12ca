import Entities
import HanText

/// Writes the rows of table mentions as delimited text: what `RecordView.mentionRow` gives
/// `DelimitedWriter`, without cells. A sentence is encoded once for all its mentions.
struct MentionRows: ~Copyable {
  private let record: Record
  private let displayed: Scalars
  private var fields: FieldBytes
  /// The last sentence printed, and where its field stands.
  private var sentence: (span: TextSpan, field: Range<Int>)?
  /// Where the field of the document's name stands.
  private var document: Range<Int>?

  /// - Parameter displayed: the article text as printed; as long as the article's.
  init(_ record: Record, displayed: Scalars, writer: DelimitedWriter) {
    self.record = record
    self.displayed = displayed
    fields = FieldBytes(writer: writer)
  }

  /// The rows of all mentions.
  ///
  /// - Complexity: O(bytes + mentions × log sentences).
  consuming func bytes() -> [UInt8] {
    let mentions = record.analysis.mentions
    for k in mentions.indices { append(mentions[k]) }
    return fields.bytes
  }

  private mutating func append(_ mention: Mention) {
    if let document {
      fields.repeatField(document)
    } else {
      let start = fields.count
      fields.add(record.article.document)
      document = start..<fields.count
    }
    fields.separate()
    appendKind(mention)
    fields.separate()
    appendSentence(around: mention.span)
    fields.separate()
    fields.add(mention.span.start)
    fields.separate()
    fields.add(mention.span.end)
    fields.endRow()
  }

  /// The columns from type to subject.
  private mutating func appendKind(_ mention: Mention) {
    switch mention.kind {
    case .person(let role, let affiliation):
      open("person", nil, mention)
      fields.add(role)
      fields.separate()
      fields.add(affiliation)
      skip(6)
    case .institution(let kind):
      open("institution", kind.rawValue, mention)
      skip(7)
    case .place(let kind):
      open("place", kind.rawValue, mention)
      skip(7)
    case .figure(let figure):
      open("figure", figure.subtype.rawValue, mention)
      skip(2)
      append(figure)
    case .date(let value):
      open("date", nil, mention)
      skip(2)
      fields.add(value)
      skip(5)
    case .policy:
      open("policy", nil, mention)
      skip(7)
    }
  }

  /// Type, subtype, text and name.
  private mutating func open(_ type: String, _ subtype: String?, _ mention: Mention) {
    fields.add(type)
    fields.separate()
    fields.add(subtype)
    fields.separate()
    fields.add(displayed[mention.span])
    fields.separate()
    fields.add(mention.name)
    fields.separate()
  }

  /// Steps over empty columns.
  private mutating func skip(_ columns: Int) { fields.separate(columns - 1) }

  /// The columns from value to subject.
  private mutating func append(_ figure: Figure) {
    fields.add(figure.value)
    fields.separate()
    if let high = figure.valueMax { fields.add(high) }
    fields.separate()
    fields.add(figure.unit)
    fields.separate()
    fields.add(figure.qualifier.rawValue)
    fields.separate()
    fields.add(figure.direction?.rawValue)
    fields.separate()
    fields.add(figure.subject)
  }

  private mutating func appendSentence(around span: TextSpan) {
    let found = record.sentence(around: span)
    if let sentence, sentence.span == found {
      fields.repeatField(sentence.field)
      return
    }
    let start = fields.count
    fields.add(displayed[found])
    sentence = (found, start..<fields.count)
  }
}
