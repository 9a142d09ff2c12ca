import Entities
import HanText
import Pages

/// Reads the documents of an index back as the records that went in, so that tables made of them
/// have the bytes that `extract` prints.
public final class IndexReader {
  private let file: IndexFile
  private let documents: Statement
  private let sentences: Statement
  private let mentions: Statement
  private let relations: Statement

  /// Prepares to read an index.
  ///
  /// - Parameter withoutDuplicates: whether documents that copy another one are left out.
  public init(_ file: IndexFile, withoutDuplicates: Bool = false) throws(IndexError) {
    self.file = file
    do throws(DatabaseError) {
      let database = file.database
      documents = try database.prepare(
        """
        SELECT d.id, d.document, d.given, d.title, d.published, d.source, d.authors, d.script,
          d.region, d.encoding, d.undecodable, d.repairs, d.removed_lines, d.carried, t.text, d.place
        FROM files f JOIN documents d ON d.file = f.id JOIN texts t ON t.document = d.id
        WHERE d.state = 'present' \(withoutDuplicates ? "AND d.duplicate_of IS NULL" : "")
        ORDER BY f.walk, d.ordinal
        """)
      sentences = try database.prepare(
        "SELECT start, end FROM sentences WHERE document = ? ORDER BY ordinal")
      mentions = try database.prepare(
        """
        SELECT type, subtype, name, role, affiliation, value, value_max, unit, qualifier, direction,
          subject, issuer, number, start, end, exact_value, exact_value_max
        FROM mentions WHERE document = ? ORDER BY ordinal
        """)
      relations = try database.prepare(
        """
        SELECT person, role, institution, former, figure, place, date
        FROM relations WHERE document = ? ORDER BY ordinal
        """)
    } catch {
      throw IndexError(error, path: file.path)
    }
  }

  /// Gives the documents that are present, in walk order, as of one moment.
  ///
  /// - Parameter body: takes a record with its row in `documents`; `false` ends the reading.
  /// - Complexity: O(rows read), one document in memory.
  public func forEachRecord(_ body: (Record, _ id: Int) -> Bool) throws(IndexError) {
    do throws(DatabaseError) {
      try file.database.execute("BEGIN")
      defer { file.database.rollBack() }
      defer { documents.reset() }
      while try documents.step() {
        let id = documents.integer(0)
        let record = Record(
          article: article(), analysis: try analysis(id, length: documents.scalars(14).count))
        if !body(record, id) { return }
      }
    } catch {
      throw IndexError(error, path: file.path)
    }
  }

  private func article() -> Article {
    var article = Article(document: documents.text(1) ?? "", text: documents.scalars(14))
    article.title = documents.text(3)
    article.published = documents.text(4)
    article.source = documents.text(5)
    article.authors = Self.strings(documents.bytes(6))
    article.script = Script(rawValue: documents.text(7) ?? "") ?? .hans
    article.region = Region(rawValue: documents.text(8) ?? "") ?? .cn
    article.encoding = documents.text(9)
    article.undecodable = documents.integer(10)
    article.repairs = documents.integer(11)
    article.removedLines = documents.integer(12)
    article.carried = Self.members(documents.bytes(13))
    // An id that another file's record has is carried through, as the reader of inputs does.
    if let given = documents.text(2), given != article.document, Self.isLine(documents.text(15)) {
      var quoted: [UInt8] = []
      JSONText.append(given, to: &quoted)
      article.carried.insert(("id", String(decoding: quoted, as: UTF8.self)), at: 0)
    }
    return article
  }

  /// Whether a document's place is a line of a file, not a record of a web archive.
  private static func isLine(_ place: String?) -> Bool {
    guard let place, let space = place.utf8.lastIndex(of: 0x20) else { return false }
    return place[..<space].utf8.reversed().starts(with: ":line".utf8.reversed())
  }

  private func analysis(_ id: Int, length: Int) throws(DatabaseError) -> Analysis {
    var analysis = Analysis(sentences: [], mentions: [], relations: [])
    try sentences.bind(id, at: 1)
    while try sentences.step() {
      if let span = Self.span(sentences, 0, length) { analysis.sentences.append(span) }
    }
    sentences.reset()
    try mentions.bind(id, at: 1)
    while try mentions.step() {
      guard let span = Self.span(mentions, 13, length) else { continue }
      analysis.mentions.append(
        Mention(span: span, name: mentions.text(2) ?? "", kind: kind()))
    }
    mentions.reset()
    try relations.bind(id, at: 1)
    while try relations.step() { analysis.relations.append(relation()) }
    relations.reset()
    return analysis
  }

  /// A span inside the text; `nil` for numbers that no index of ours holds.
  private static func span(_ row: Statement, _ column: Int, _ length: Int) -> TextSpan? {
    let (start, end) = (row.integer(column), row.integer(column + 1))
    return start >= 0 && start <= end && end <= length ? TextSpan(start, end) : nil
  }

  private func kind() -> Mention.Kind {
    switch mentions.text(0) {
    case "person": return .person(role: mentions.text(3), affiliation: mentions.text(4))
    case "institution":
      return .institution(InstitutionKind(rawValue: mentions.text(1) ?? "") ?? .other)
    case "place": return .place(PlaceKind(rawValue: mentions.text(1) ?? "") ?? .other)
    case "figure":
      return .figure(
        Figure(
          value: StoredDecimal.value(mentions, number: 5, exact: 15) ?? .zero,
          valueMax: StoredDecimal.value(mentions, number: 6, exact: 16), unit: mentions.text(7),
          qualifier: Figure.Qualifier(rawValue: mentions.text(8) ?? "") ?? .exact,
          subtype: Figure.Subtype(rawValue: mentions.text(1) ?? "") ?? .plain,
          direction: mentions.text(9).flatMap(Figure.Direction.init),
          subject: mentions.text(10)))
    case "date": return .date(value: mentions.text(5))
    default: return .policy(issuer: mentions.text(11), number: mentions.text(12))
    }
  }

  private func relation() -> Relation {
    if let figure = relations.text(4) {
      return .context(figure: figure, place: relations.text(5), date: relations.text(6))
    }
    return .post(
      person: relations.text(0) ?? "", role: relations.text(1), institution: relations.text(2),
      isFormer: relations.integer(3) != 0)
  }

  /// The strings of a JSON array.
  private static func strings(_ json: [UInt8]) -> [String] {
    json.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      let elements = (try? scanner.elements()) ?? []
      return elements.compactMap { JSONScanner.string(bytes, $0) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The members of a JSON object, their values as they stand.
  private static func members(_ json: [UInt8]) -> [(key: String, json: String)] {
    json.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      let members = (try? scanner.members()) ?? []
      return members.map { ($0.key, String(decoding: bytes[$0.value], as: UTF8.self)) }
    }
  }
}
