import HanText

/// What is looked for in an index.
public struct SearchRequest: Sendable {
  /// The words; `nil` for any.
  public var query: SearchQuery?
  /// What else must hold.
  public var filter: SearchFilter
  /// Most documents; 0 for all.
  public var limit: Int

  /// Makes a request.
  public init(query: SearchQuery?, filter: SearchFilter, limit: Int) {
    self.query = query
    self.filter = filter
    self.limit = limit
  }
}

/// A document that was found.
public struct SearchHit: Sendable {
  /// Place in the order, from 1.
  public var rank: Int
  /// The document's name.
  public var document: String
  /// Its title.
  public var title: String?
  /// When it was published, ISO 8601.
  public var published: String?
  /// Its medium.
  public var source: String?
  /// The document that this one is a copy of.
  public var duplicateOf: String?
  /// How well the words fit, higher is better (BM25); `nil` where no words were asked for.
  public var score: Double?
  /// Where the words, or the mentions asked for, stand.
  public var snippet: Snippet
}

/// Searches an index.
public struct IndexSearch {
  private let file: IndexFile

  /// Searches a file.
  public init(_ file: IndexFile) { self.file = file }

  /// Gives the documents found, those that fit best first (by BM25, then the latest, then by name).
  ///
  /// - Parameter body: takes a hit; `false` ends the search.
  /// - Returns: whether there are more than the limit.
  /// - Complexity: that of the full-text query; only the texts of what is given are read.
  public func forEachHit(
    _ request: SearchRequest, _ body: (SearchHit) -> Bool
  ) throws(IndexError) -> Bool {
    do throws(DatabaseError) {
      try file.database.execute("BEGIN")
      defer { file.database.rollBack() }
      return try search(request, body)
    } catch {
      throw IndexError(error, path: file.path)
    }
  }

  private func search(
    _ request: SearchRequest, _ body: (SearchHit) -> Bool
  ) throws(DatabaseError) -> Bool {
    let database = file.database
    let sources = try SourceNames.matching(request.filter.source, in: database)
    let conditions = request.filter.conditions(sources: sources)
    var found = try best(of: request, conditions)
    if found == nil { found = try all(of: request, conditions) }
    var reader = try HitReader(database, request)
    for (index, item) in (found ?? []).enumerated() {
      if request.limit > 0, index == request.limit { return true }
      guard let hit = try reader.hit(item.id, rank: index + 1, score: item.score) else { continue }
      if !body(hit) { break }
    }
    return false
  }

  private typealias Found = (id: Int, score: Double?)

  /// The documents in order, one more than the limit: all matches are looked up and sorted.
  private func all(
    of request: SearchRequest, _ conditions: SQLConditions
  ) throws(DatabaseError) -> [Found] {
    let isWords = request.query != nil
    // Where nothing leads to few documents, the latest are looked at first, until there are enough.
    let path = request.filter.isSelective ? "" : "INDEXED BY documents_published"
    let statement = try file.database.prepare(
      isWords
        ? """
        SELECT d.id, -bm25(search) AS score FROM search JOIN documents d ON d.id = search.rowid
        WHERE search MATCH ? AND \(conditions.text)
        ORDER BY score DESC, d.published DESC, d.document LIMIT ?
        """
        : """
        SELECT d.id, NULL AS score FROM documents d \(path) WHERE \(conditions.text)
        ORDER BY d.published DESC, d.document LIMIT ?
        """)
    var index = 1
    if let query = request.query {
      try statement.bind(query.expression, at: index)
      index += 1
    }
    index = try conditions.bind(to: statement, from: index)
    try statement.bind(request.limit > 0 ? request.limit + 1 : -1, at: index)
    var found: [Found] = []
    while try statement.step() {
      found.append((statement.integer(0), isWords ? statement.real(1) : nil))
    }
    return found
  }

  /// The same, where nothing but words is asked for and few documents are wanted: the full-text
  /// table alone gives the best, and only those are looked up. `nil` where too many of them turn
  /// out to have left the folder, or where equally good ones were cut off.
  private func best(
    of request: SearchRequest, _ conditions: SQLConditions
  ) throws(DatabaseError) -> [Found]? {
    guard let query = request.query, request.limit > 0, request.limit <= 1000,
      request.filter.isOpen
    else { return nil }
    let wanted = request.limit + 1
    let candidates = 4 * wanted + 100
    let matches = try RankedMatches.best(candidates, of: query.expression, in: file)
    let statement = try file.database.prepare(
      "SELECT d.published, d.document FROM documents d WHERE d.id = ? AND \(conditions.text)")
    var found: [(match: RankedMatches.Match, published: [UInt8], document: [UInt8])] = []
    for match in matches {
      try statement.bind(match.id, at: 1)
      _ = try conditions.bind(to: statement, from: 2)
      if try statement.step() { found.append((match, statement.bytes(0), statement.bytes(1))) }
      statement.reset()
    }
    guard found.count >= wanted, found[wanted - 1].match.score != found.last?.match.score else {
      return nil
    }
    found.sort { a, b in
      if a.match.score != b.match.score { return a.match.score > b.match.score }
      if a.published != b.published { return b.published.lexicographicallyPrecedes(a.published) }
      return a.document.lexicographicallyPrecedes(b.document)
    }
    return found.prefix(wanted).map { ($0.match.id, $0.match.score) }
  }
}

/// Reads what is shown of a document that was found.
private struct HitReader {
  private let row: Statement
  private let mentions: Statement?
  private let conditions: SQLConditions
  private let finder: PhraseFinder
  private let phrases: Int

  init(_ database: Database, _ request: SearchRequest) throws(DatabaseError) {
    row = try database.prepare(
      """
      SELECT d.document, d.title, d.published, d.source, o.document, t.text
      FROM documents d JOIN texts t ON t.document = d.id
        LEFT JOIN documents o ON o.id = d.duplicate_of WHERE d.id = ?
      """)
    finder = PhraseFinder(request.query?.phrases ?? [])
    phrases = request.query?.phrases.count ?? 0
    var clauses: [String] = []
    var conditions = SQLConditions()
    let filter = request.filter
    for part in [
      filter.asksForName ? filter.nameConditions(ofOneDocument: true) : nil,
      filter.asksForFigure ? filter.figureConditions(ofOneDocument: true) : nil,
    ].compactMap({ $0 }) {
      clauses.append("(\(part.text))")
      conditions.add(part.text, part.values)
    }
    self.conditions = conditions
    mentions =
      clauses.isEmpty
      ? nil
      : try database.prepare(
        """
        SELECT m.start, m.end FROM mentions m
        WHERE (\(clauses.joined(separator: " OR "))) AND m.document = ?
        ORDER BY m.ordinal LIMIT 1000
        """)
  }

  mutating func hit(_ id: Int, rank: Int, score: Double?) throws(DatabaseError) -> SearchHit? {
    defer { row.reset() }
    try row.bind(id, at: 1)
    guard try row.step() else { return nil }
    let text = row.scalars(5)
    var hits = finder.hits(in: FoldedText.make(text))
    if let mentions {
      defer { mentions.reset() }
      let next = try conditions.bind(to: mentions, from: 1)
      try mentions.bind(id, at: next)
      while try mentions.step() {
        let (start, end) = (mentions.integer(0), mentions.integer(1))
        guard start >= 0, start < end, end <= text.count else { continue }
        hits.append(PhraseFinder.Hit(span: TextSpan(start, end), phrase: phrases))
      }
      hits.sort { $0.span < $1.span }
    }
    let title = row.text(1)
    return SearchHit(
      rank: rank, document: row.text(0) ?? "", title: title, published: row.text(2),
      source: row.text(3), duplicateOf: row.text(4), score: score,
      snippet: Snippet(of: text, title: title, hits: hits))
  }
}
