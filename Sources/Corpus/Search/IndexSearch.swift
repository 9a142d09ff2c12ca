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
  private let ranking: RankedMatches

  /// Searches a file.
  public init(_ file: IndexFile) {
    self.file = file
    ranking = RankedMatches(file.database)
  }

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
    let order = try SearchOrder(file.database, ranking, request)
    var reader = try HitReader(file.database, request)
    for (index, item) in try order.documents().enumerated() {
      if request.limit > 0, index == request.limit { return true }
      guard let hit = try reader.hit(item.id, rank: index + 1, score: item.score) else { continue }
      if !body(hit) { break }
    }
    return false
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
