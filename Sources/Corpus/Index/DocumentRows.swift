import Entities
import HanText
import Pages

/// One document as rows of the index, made by the worker that analysed it.
struct DocumentRows: Sendable {
  private(set) var document = RowBuffer()
  private(set) var text = RowBuffer()
  private(set) var sentences = RowBuffer()
  private(set) var mentions = RowBuffer()
  private(set) var relations = RowBuffer()
  private(set) var signature = RowBuffer()
  private(set) var tokens = RowBuffer()
  /// About what a row of mentions takes in the buffer.
  private static let mentionBytes = 220

  /// Makes the rows of a record.
  ///
  /// - Parameters:
  ///   - origin: the input record's own name, name by place, and hash.
  ///   - script: the script that texts are stored in.
  init(_ record: Record, origin: RecordOrigin, script: ScriptChoice) {
    let view = RecordView(record, script: script)
    let shadow = script == .keep ? record.article.shadow : Shadow.make(view.displayed)
    addDocument(record.article, origin, view, script)
    text.add(view.displayed)
    text.endRow()
    for (ordinal, sentence) in record.analysis.sentences.enumerated() {
      sentences.add(ordinal)
      sentences.add(sentence.start)
      sentences.add(sentence.end)
      sentences.endRow()
    }
    addMentions(record, view)
    for (ordinal, relation) in record.analysis.relations.enumerated() { add(relation, ordinal) }
    let marks = Signature(shadow: shadow, mentions: record.analysis.mentions)
    signature.add(Int(truncatingIfNeeded: marks.exact))
    signature.add(blob: Signature.bytes(marks.lanes))
    signature.add(blob: Signature.bytes(marks.facts))
    signature.endRow()
    tokens.add(utf8: SearchTokens.text(ofShadow: shadow))
    tokens.endRow()
  }

  /// The columns of `documents` behind `id`, up to `hash`.
  private mutating func addDocument(
    _ article: Article, _ origin: RecordOrigin, _ view: RecordView, _ script: ScriptChoice
  ) {
    document.add(origin.ordinal)
    document.add(required: article.document)
    document.add(origin.given)
    document.add(origin.place)
    document.add(article.title.map { ScriptConverter.convert($0, to: script) })
    document.add(article.published)
    document.add(article.source.map { ScriptConverter.convert($0, to: script) })
    document.add(Self.array(article.authors.map { ScriptConverter.convert($0, to: script) }))
    document.add(required: article.script.rawValue)
    document.add(required: article.region.rawValue)
    document.add(article.encoding)
    document.add(article.undecodable)
    document.add(article.repairs)
    document.add(article.removedLines)
    document.add(article.text.count)
    document.add(Self.object(origin.carried))
    document.add(blob: origin.hash)
    document.endRow()
  }

  private mutating func addMentions(_ record: Record, _ view: RecordView) {
    let spans = record.analysis.sentences
    var sentence = 0
    mentions.reserve(record.analysis.mentions.count * Self.mentionBytes)
    for (ordinal, mention) in record.analysis.mentions.enumerated() {
      // Mentions come in order of their spans, sentences too.
      while sentence < spans.count, spans[sentence].end <= mention.span.start { sentence += 1 }
      let isInside = sentence < spans.count && spans[sentence].start <= mention.span.start
      let fields = MentionFields(mention)
      mentions.add(ordinal)
      mentions.add(isInside ? sentence : nil)
      mentions.add(required: fields.type)
      mentions.add(fields.subtype)
      mentions.add(view.displayed[mention.span])
      mentions.add(required: mention.name)
      mentions.add(fields.role)
      mentions.add(fields.affiliation)
      let value = fields.value.map(StoredDecimal.init)
      let valueMax = fields.valueMax.map(StoredDecimal.init)
      if let value { value.add(to: &mentions) } else { mentions.add(fields.date) }
      if let valueMax { valueMax.add(to: &mentions) } else { mentions.null() }
      mentions.add(fields.unit)
      mentions.add(fields.qualifier)
      mentions.add(fields.direction)
      mentions.add(fields.subject)
      mentions.add(fields.issuer)
      mentions.add(fields.number)
      mentions.add(mention.span.start)
      mentions.add(mention.span.end)
      mentions.add(value?.exact)
      mentions.add(valueMax?.exact)
      mentions.endRow()
    }
  }

  private mutating func add(_ relation: Relation, _ ordinal: Int) {
    relations.add(ordinal)
    switch relation {
    case .post(let person, let role, let institution, let isFormer):
      relations.add(required: person)
      relations.add(role)
      relations.add(institution)
      relations.add(isFormer ? 1 : 0)
      for _ in 0..<3 { relations.null() }
    case .context(let figure, let place, let date):
      for _ in 0..<3 { relations.null() }
      relations.add(0)
      relations.add(required: figure)
      relations.add(place)
      relations.add(date)
    }
    relations.endRow()
  }

  /// A JSON array of strings; `nil` for none.
  private static func array(_ values: [String]) -> String? {
    guard !values.isEmpty else { return nil }
    var json = JSONWriter()
    json.array { json in for value in values { json.value(value) } }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A JSON object of members with values that are JSON; `nil` for none.
  private static func object(_ members: [(key: String, json: String)]) -> String? {
    guard !members.isEmpty else { return nil }
    var json = JSONWriter()
    json.object { json in
      for (key, value) in members {
        json.key(key)
        json.raw(value)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// Where an input record comes from, and what it brought.
struct RecordOrigin: Sendable {
  /// Place in its file, from 0.
  let ordinal: Int
  /// The name it gives itself, `nil` if it is named by its place.
  let given: String?
  /// Its name by file and line or record; `nil` for a file of one article.
  let place: String?
  /// Members of its JSON line.
  let carried: [(key: String, json: String)]
  /// SHA-256: of the bytes of a page; of name, place and members of one of many records.
  let hash: [UInt8]

  /// Reads the origin of a record.
  init(_ record: InputRecord, ordinal: Int) {
    self.ordinal = ordinal
    place = record.place
    given = record.place == nil || record.document == record.place ? nil : record.document
    carried = record.carried
    hash = Self.hash(record)
  }

  private static func hash(_ record: InputRecord) -> [UInt8] {
    if record.place == nil, case .bytes(let bytes) = record.content { return SHA256.digest(bytes) }
    var hash = SHA256()
    hash.add(record.document)
    hash.add(record.place ?? "")
    hash.add(record.title ?? "")
    hash.add(record.published ?? "")
    hash.add(record.encoding ?? "")
    hash.add(record.charset ?? "")
    hash.add(record.format.rawValue)
    hash.add(length: record.undecodable)
    hash.add(length: record.carried.count)
    for (key, json) in record.carried {
      hash.add(key)
      hash.add(json)
    }
    switch record.content {
    case .bytes(let bytes): bytes.withUnsafeBufferPointer { hash.add($0) }
    case .text(let text): UTF8Text.encode(text).withUnsafeBufferPointer { hash.add($0) }
    }
    return hash.finish()
  }
}
