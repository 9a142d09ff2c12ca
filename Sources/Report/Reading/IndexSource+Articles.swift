import Corpus
import HanText

extension IndexSource {
  /// Gives the articles, the latest first; one is in memory at a time.
  public func eachArticle(_ body: (ReportArticle) -> Bool) throws(Report.Failure) {
    try reading { (database) throws(DatabaseError) in
      // The order first, the texts one by one: a sort would carry them along.
      let order = try database.prepare(
        """
        SELECT d.id FROM documents d JOIN files f ON f.id = d.file WHERE \(Self.counted)
        ORDER BY d.published IS NULL, substr(d.published, 1, 10) DESC, f.walk, d.ordinal
        """)
      let reader = try ArticleReader(database)
      while try order.step() {
        guard let article = try reader.article(order.integer(0)) else { continue }
        if !body(article) { return }
      }
    }
  }
}

/// Reads one article with its mentions.
private struct ArticleReader {
  private let documents: Statement
  private let copies: Statement
  private let sentences: Statement
  private let mentions: Statement
  private let relations: Statement

  init(_ database: Database) throws(DatabaseError) {
    documents = try database.prepare(
      """
      SELECT d.document, d.title, d.published, d.source, d.script, t.text,
        (SELECT group_concat(value, char(10)) FROM json_each(d.authors))
      FROM documents d JOIN texts t ON t.document = d.id WHERE d.id = ?
      """)
    copies = try database.prepare(
      """
      SELECT d.document FROM documents d JOIN files f ON f.id = d.file
      WHERE d.duplicate_of = ? AND d.state = 'present' ORDER BY f.walk, d.ordinal
      """)
    sentences = try database.prepare(
      "SELECT start, end FROM sentences WHERE document = ? ORDER BY ordinal")
    mentions = try database.prepare(
      """
      SELECT type, subtype, name, role, affiliation, unit, qualifier, direction, subject, issuer,
        number, start, end, coalesce(exact_value, CAST(value AS TEXT)),
        coalesce(exact_value_max, CAST(value_max AS TEXT)), sentence
      FROM mentions WHERE document = ? ORDER BY ordinal
      """)
    relations = try database.prepare(
      """
      SELECT figure, place, date FROM relations
      WHERE document = ? AND figure IS NOT NULL ORDER BY ordinal
      """)
  }

  /// Gives the rows of a statement for one document to `body`.
  private func each(
    _ rows: Statement, _ id: Int, _ body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    defer { rows.reset() }
    try rows.bind(id, at: 1)
    while try rows.step() { try body() }
  }

  func article(_ id: Int) throws(DatabaseError) -> ReportArticle? {
    var article: ReportArticle?
    try each(documents, id) { () throws(DatabaseError) in
      var read = ReportArticle()
      read.document = documents.text(0) ?? ""
      read.title = documents.text(1) ?? ""
      read.published = documents.text(2)
      read.source = documents.text(3)
      read.script = documents.text(4) ?? "hans"
      read.text = documents.scalars(5)
      read.authors = (documents.text(6) ?? "").split(separator: "\n").map(String.init)
      article = read
    }
    guard var article else { return nil }
    try each(copies, id) { () throws(DatabaseError) in
      article.copies.append(copies.text(0) ?? "")
    }
    let length = article.text.count
    var spans: [TextSpan] = []
    try each(sentences, id) { () throws(DatabaseError) in
      spans.append(Self.span(sentences, 0, length) ?? TextSpan(0, 0))
    }
    var contexts: [String: (place: String?, date: String?)] = [:]
    try each(relations, id) { () throws(DatabaseError) in
      let figure = relations.text(0) ?? ""
      if contexts[figure] == nil { contexts[figure] = (relations.text(1), relations.text(2)) }
    }
    try each(mentions, id) { () throws(DatabaseError) in
      guard let span = Self.span(mentions, 11, length) else { return }
      article.marks.append(mark(at: span, sentences: spans, contexts))
    }
    return article
  }

  /// A span inside the text; `nil` for numbers that no index of ours holds.
  private static func span(_ row: Statement, _ column: Int, _ length: Int) -> TextSpan? {
    let (start, end) = (row.integer(column), row.integer(column + 1))
    return start >= 0 && start <= end && end <= length ? TextSpan(start, end) : nil
  }

  /// The mark of the mention that `mentions` stands on.
  private func mark(
    at span: TextSpan, sentences: [TextSpan],
    _ contexts: [String: (place: String?, date: String?)]
  ) -> ReportArticle.Mark {
    let type = mentions.text(0) ?? ""
    let name = mentions.text(2) ?? ""
    guard type == "figure" else {
      return ReportArticle.Mark(type: type, span: span, note: note(on: type, named: name))
    }
    let sentence = mentions.isNull(15) ? -1 : mentions.integer(15)
    var figure = FigureEntry(
      sentence: sentences.indices.contains(sentence) ? sentences[sentence] : span)
    figure.value = mentions.text(13)
    figure.valueMax = mentions.text(14)
    figure.unit = mentions.text(5)
    figure.qualifier = mentions.text(6)
    figure.direction = mentions.text(7)
    figure.subject = mentions.text(8)
    figure.kind = mentions.text(1)
    figure.place = contexts[name]?.place
    figure.date = contexts[name]?.date
    let note = [figure.reading, figure.subject, figure.place, figure.date]
    return ReportArticle.Mark(
      type: type, span: span, note: Self.joined(note), figure: figure)
  }

  /// What the page tells of a mention where the pointer is on it.
  private func note(on type: String, named name: String) -> String {
    switch type {
    case "person": Self.joined([name, mentions.text(3), mentions.text(4)])
    case "institution", "place": Self.joined([name, mentions.text(1)])
    case "date": mentions.text(13) ?? ""
    case "policy": Self.joined([name, mentions.text(9), mentions.text(10)])
    default: name
    }
  }

  private static func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
