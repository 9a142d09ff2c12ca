import Entities
import HanText
import Pages

/// The rows that a record gives, table by table; its text in the script asked for.
struct RecordView {
  private let record: Record
  /// The article text as printed: same length as the article text, so offsets hold.
  let displayed: Scalars
  private let script: ScriptChoice

  init(_ record: Record, script: ScriptChoice) {
    self.record = record
    self.script = script
    if script == .hant {
      let people = record.analysis.mentions.filter {
        if case .person = $0.kind { true } else { false }
      }
      displayed = ScriptConverter.traditional(record.article.text, names: people.map(\.span))
    } else {
      displayed = ScriptConverter.convert(record.article.text, to: script)
    }
  }

  /// A title or name of the page as printed.
  private func convert(_ text: String) -> String { ScriptConverter.convert(text, to: script) }

  private var document: Cell { .text(record.article.document) }

  /// The printed text of a span.
  private func text(_ span: TextSpan) -> Cell { .passage(displayed[span]) }

  private func sentence(of span: TextSpan) -> Cell {
    Cell(displayed[record.sentence(around: span)])
  }

  func mentionRow(_ mention: Mention) -> [Cell] {
    let fields = MentionFields(mention)
    let value: Cell = fields.value.map(Cell.decimal) ?? Cell(fields.date)
    return [
      document, .text(fields.type), Cell(fields.subtype), text(mention.span),
      Cell(mention.name), Cell(fields.role), Cell(fields.affiliation), value,
      Cell(fields.valueMax), Cell(fields.unit), Cell(fields.qualifier), Cell(fields.direction),
      Cell(fields.subject), sentence(of: mention.span), .integer(mention.span.start),
      .integer(mention.span.end),
    ]
  }

  func documentRow() -> [Cell] {
    let article = record.article
    var counts = [Int](repeating: 0, count: MentionFields.types.count)
    for mention in record.analysis.mentions {
      if let index = MentionFields.types.firstIndex(of: MentionFields(mention).type) {
        counts[index] += 1
      }
    }
    return [
      document, Cell(article.title.map(convert)), Cell(article.published),
      Cell(article.source.map(convert)),
      Cell(article.authors.map(convert).joined(separator: "; ")),
      .text(article.script.rawValue), Cell(article.encoding), .integer(article.repairs),
      .integer(article.removedLines), .integer(article.undecodable), .integer(article.text.count),
      .integer(record.analysis.sentences.count),
    ] + counts.map(Cell.integer) + [.integer(record.analysis.relations.count)]
  }

  /// First mention and number of mentions of each name of one type, in order of appearance.
  private func entities(where isWanted: (Mention) -> Bool) -> [(first: Mention, count: Int)] {
    var found: [(first: Mention, count: Int)] = []
    var index: [String: Int] = [:]
    for mention in record.analysis.mentions where isWanted(mention) {
      if let known = index[mention.name] {
        found[known].count += 1
      } else {
        index[mention.name] = found.count
        found.append((mention, 1))
      }
    }
    return found
  }

  func peopleRows(_ emit: ([Cell]) -> Void) {
    let people = entities {
      if case .person = $0.kind { true } else { false }
    }
    for (first, count) in people {
      var posts: [(role: String?, institution: String?, isFormer: Bool)] = []
      for case .post(let person, let role, let institution, let isFormer)
        in record.analysis.relations where person == first.name
      {
        posts.append((role, institution, isFormer))
      }
      if posts.isEmpty {
        let fields = MentionFields(first)
        posts.append((fields.role, fields.affiliation, false))
      }
      for post in posts {
        emit([
          document, .text(first.name), Cell(post.role), Cell(post.institution),
          Cell(post.isFormer ? "true" : nil), .integer(count), text(first.span),
          sentence(of: first.span), .integer(first.span.start), .integer(first.span.end),
        ])
      }
    }
  }

  func institutionRows(_ emit: ([Cell]) -> Void) {
    let institutions = entities {
      if case .institution = $0.kind { true } else { false }
    }
    for (first, count) in institutions {
      emit([
        document, .text(first.name), Cell(MentionFields(first).subtype), .integer(count),
        text(first.span), sentence(of: first.span), .integer(first.span.start),
        .integer(first.span.end),
      ])
    }
  }

  func figureRows(_ emit: ([Cell]) -> Void) {
    var contexts: [String: (place: String?, date: String?)] = [:]
    for case .context(let figure, let place, let date) in record.analysis.relations
    where contexts[figure] == nil {
      contexts[figure] = (place, date)
    }
    for mention in record.analysis.mentions {
      guard case .figure = mention.kind else { continue }
      let fields = MentionFields(mention)
      let context = contexts[mention.name]
      emit([
        document, text(mention.span), Cell(fields.subtype), Cell(fields.value),
        Cell(fields.valueMax), Cell(fields.unit), Cell(fields.qualifier), Cell(fields.direction),
        Cell(fields.subject), Cell(context?.place), Cell(context?.date),
        sentence(of: mention.span), .integer(mention.span.start), .integer(mention.span.end),
      ])
    }
  }

  func relationRow(_ relation: Relation) -> [Cell] {
    switch relation {
    case .post(let person, let role, let institution, let isFormer):
      [
        document, .text(person), Cell(role), Cell(institution), Cell(isFormer ? "true" : nil),
        .empty, .empty, .empty,
      ]
    case .context(let figure, let place, let date):
      [document, .empty, .empty, .empty, .empty, .text(figure), Cell(place), Cell(date)]
    }
  }
}
