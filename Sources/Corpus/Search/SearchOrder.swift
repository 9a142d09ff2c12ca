/// The documents that a request finds, in their order: by score, then the latest, then by name.
///
/// Where few are wanted, those that come first are tried one after the other; only if most of them
/// fail is the filter asked for all documents that it lets pass. So neither a filter that lets
/// nearly everything pass nor one that lets hardly anything pass costs what all documents do.
struct SearchOrder {
  /// A document; its score where words were asked for.
  typealias Found = (id: Int, score: Double?)

  private let database: Database
  private let ranking: RankedMatches
  private let request: SearchRequest
  private let sources: [String]
  /// Documents to find: one more than are shown, which tells that there are more. `nil`: all, or so
  /// many that it pays to look at all.
  private let wanted: Int?

  init(
    _ database: Database, _ ranking: RankedMatches, _ request: SearchRequest
  ) throws(DatabaseError) {
    self.database = database
    self.ranking = ranking
    self.request = request
    sources = try SourceNames.matching(request.filter.source, in: database)
    wanted = request.limit > 0 && request.limit < 1 << 20 ? request.limit + 1 : nil
  }

  /// The documents, at most one more than the request's limit.
  func documents() throws(DatabaseError) -> [Found] {
    if let query = request.query {
      return try best(of: try ranking.matches(of: query))
    }
    return try latest()
  }

  // MARK: With words

  private func best(of matches: [RankedMatches.Match]) throws(DatabaseError) -> [Found] {
    guard let wanted else {
      if !request.filter.isSelective { return try sorted(matches, filterOfOne) }
      let passing = try ids(where: filter)
      return try sorted(matches.filter { passing.contains($0.id) }, SQLConditions())
    }
    // Nearly all pass a filter that is empty, or weak.
    if let found = try first(wanted, of: matches, tries: wanted * 2) { return found }
    var matches = matches
    if let leading = request.filter.columnConditions(sources: sources) {
      let passing = try ids(where: leading)
      matches.removeAll { !passing.contains($0.id) }
      if let found = try first(wanted, of: matches, tries: wanted * 2) { return found }
    }
    if let found = try first(wanted, of: matches, tries: Self.tries(for: wanted)) { return found }
    let passing = try ids(where: filter)
    matches.removeAll { !passing.contains($0.id) }
    return Array(try sorted(Self.top(wanted, of: matches), SQLConditions()).prefix(wanted))
  }

  /// How many documents are tried, 2 to 5 µs each, before the filter is asked for all that pass.
  private static func tries(for wanted: Int) -> Int { wanted * 32 }

  /// The first documents, if enough of the matches that come first pass the filter.
  private func first(
    _ wanted: Int, of matches: [RankedMatches.Match], tries: Int
  ) throws(DatabaseError) -> [Found]? {
    let tried = Self.top(tries, of: matches)
    let found = try sorted(tried, filterOfOne)
    guard found.count >= wanted || tried.count == matches.count else { return nil }
    return Array(found.prefix(wanted))
  }

  /// The best `count` matches, with all that are as good as the last of them.
  ///
  /// - Complexity: O(matches), if few are equal.
  private static func top(
    _ count: Int, of matches: [RankedMatches.Match]
  ) -> [RankedMatches.Match] {
    var kept: [RankedMatches.Match] = []
    var room = count * 2 + 1000
    var least = -Double.infinity
    func cut() {
      guard kept.count > count, count > 0 else { return }
      kept.sort { $0.score > $1.score }
      least = kept[count - 1].score
      let end = kept[count...].firstIndex { $0.score < least } ?? kept.count
      kept.removeSubrange(end...)
      room = max(room, kept.count * 2)
    }
    for match in matches where match.score >= least {
      kept.append(match)
      if kept.count >= room { cut() }
    }
    cut()
    return kept
  }

  /// The matches that meet conditions, in order.
  private func sorted(
    _ matches: [RankedMatches.Match], _ conditions: SQLConditions
  ) throws(DatabaseError) -> [Found] {
    let statement = try database.prepare(
      "SELECT d.published, d.document FROM documents d WHERE d.id = ? AND \(conditions.text)")
    var found: [(match: RankedMatches.Match, published: [UInt8], document: [UInt8])] = []
    for match in matches {
      try statement.bind(match.id, at: 1)
      _ = try conditions.bind(to: statement, from: 2)
      if try statement.step() { found.append((match, statement.bytes(0), statement.bytes(1))) }
      statement.reset()
    }
    found.sort { a, b in
      if a.match.score != b.match.score { return a.match.score > b.match.score }
      if a.published != b.published { return b.published.lexicographicallyPrecedes(a.published) }
      return a.document.lexicographicallyPrecedes(b.document)
    }
    return found.map { ($0.match.id, $0.match.score) }
  }

  // MARK: Without words

  private func latest() throws(DatabaseError) -> [Found] {
    if let wanted, request.filter.isSelective, let found = try latestTried(wanted) { return found }
    // Where nothing leads to few documents, the latest are looked at first, until there are enough.
    let path = request.filter.isSelective ? "" : "INDEXED BY documents_published"
    let conditions = filter
    let statement = try database.prepare(
      """
      SELECT d.id FROM documents d \(path) WHERE \(conditions.text)
      ORDER BY d.published DESC, d.document LIMIT ?
      """)
    let next = try conditions.bind(to: statement, from: 1)
    try statement.bind(wanted ?? -1, at: next)
    var found: [Found] = []
    while try statement.step() { found.append((statement.integer(0), nil)) }
    return found
  }

  /// The latest documents, if enough of those that are tried pass.
  private func latestTried(_ wanted: Int) throws(DatabaseError) -> [Found]? {
    let conditions = filterOfOne
    let statement = try database.prepare(
      """
      WITH tried AS MATERIALIZED (
        SELECT id FROM documents INDEXED BY documents_published ORDER BY published DESC LIMIT ?)
      SELECT d.id, d.published, (SELECT min(t.published) FROM documents t JOIN tried USING (id))
      FROM tried JOIN documents d USING (id) WHERE \(conditions.text)
      ORDER BY d.published DESC, d.document LIMIT ?
      """)
    try statement.bind(Self.tries(for: wanted), at: 1)
    let next = try conditions.bind(to: statement, from: 2)
    try statement.bind(wanted, at: next)
    var found: [Found] = []
    var last: String?
    while try statement.step() {
      found.append((statement.integer(0), nil))
      // Of the day that the tried ones end with there may be more.
      last = statement.text(1)
      if last == nil || last == statement.text(2) { return nil }
    }
    return found.count == wanted ? found : nil
  }

  // MARK: The filter

  private var filter: SQLConditions { request.filter.conditions(sources: sources) }

  private var filterOfOne: SQLConditions {
    request.filter.conditions(sources: sources, ofOneDocument: true)
  }

  /// All documents that meet conditions.
  private func ids(where conditions: SQLConditions) throws(DatabaseError) -> Set<Int> {
    let statement = try database.prepare("SELECT d.id FROM documents d WHERE \(conditions.text)")
    _ = try conditions.bind(to: statement, from: 1)
    var ids: Set<Int> = []
    while try statement.step() { ids.insert(statement.integer(0)) }
    return ids
  }
}
