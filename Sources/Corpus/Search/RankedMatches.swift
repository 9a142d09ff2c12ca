import CSQLite
import Glibc

/// The matches of a full-text query with their scores by BM25, from the full-text table alone.
///
/// FTS5's own `bm25()` hands out row by row, looks up the length of each (about a microsecond) and
/// goes through the rows of every phrase once more. Here what matches is gathered inside SQLite in
/// one pass, and ranked afterwards.
final class RankedMatches {
  /// A row of the table with its score, higher is better.
  struct Match {
    var id: Int
    var score: Double
  }

  /// Lengths of rows are read all at once where more than one row in so many matches.
  private static let rowsPerMatch: Int64 = 8
  /// Parameters of BM25, as FTS5 has them.
  private static let (k1, b) = (1.2, 0.75)

  private let database: Database
  private var gathered: OpaquePointer?

  init(_ database: Database) { self.database = database }

  /// All matches, by row.
  ///
  /// - Complexity: O(matches), and O(rows of the table) where they are many.
  func matches(of query: SearchQuery) throws(DatabaseError) -> [Match] {
    let gathered = try functions()
    eduai_matches_clear(gathered, query.isUnion ? 0 : 1)
    let statement = try database.prepare(
      "SELECT 1 FROM search WHERE search MATCH ? AND NOT eduai_match(search)")
    try statement.bind(query.expression, at: 1)
    try statement.run()
    try gatherLengths(of: eduai_matches_facts(gathered))
    return Self.ranked(eduai_matches_facts(gathered))
  }

  private func gatherLengths(of facts: eduai_match_facts) throws(DatabaseError) {
    let lengths = "SELECT 1 FROM search_docsize WHERE NOT eduai_length(id, sz)"
    if Int64(facts.count) > facts.table_rows / Self.rowsPerMatch {
      try database.prepare("\(lengths) ORDER BY id").run()
      return
    }
    let ofOne = try database.prepare("\(lengths) AND id = ?")
    for row in UnsafeBufferPointer(start: facts.rows, count: facts.count) {
      try ofOne.bind(Int(row), at: 1)
      try ofOne.run()
    }
  }

  /// The functions of the connection that gather; made once.
  private func functions() throws(DatabaseError) -> OpaquePointer? {
    if let gathered { return gathered }
    let code = eduai_database_add_matches(database.handle, &gathered)
    guard code == Int32(EDUAI_SQLITE_OK) else { throw database.error(code) }
    return gathered
  }

  private static func ranked(_ facts: eduai_match_facts) -> [Match] {
    let weights = weights(facts)
    let meanLength =
      facts.table_rows > 0 && facts.table_tokens > 0
      ? Double(facts.table_tokens) / Double(facts.table_rows) : 1
    return (0..<facts.count).map { i in
      let length = i < facts.measured ? Double(facts.lengths[i]) : 0
      let ratio = k1 * (1 - b + b * length / meanLength)
      var score = 0.0
      for (phrase, weight) in weights.enumerated() {
        let hits = Double(facts.hits[i * facts.phrases + phrase])
        score += weight * ((hits * (k1 + 1)) / (hits + ratio))
      }
      return Match(id: Int(facts.rows[i]), score: score)
    }
  }

  /// The weight of each phrase, by how few rows have it.
  private static func weights(_ facts: eduai_match_facts) -> [Double] {
    (0..<facts.phrases).map { phrase in
      // Where every row with a phrase matches, those that match are all that have it.
      let frequency =
        facts.frequencies.map { Double($0[phrase]) }
        ?? Double((0..<facts.count).count { facts.hits[$0 * facts.phrases + phrase] > 0 })
      let weight = log((Double(facts.table_rows) - frequency + 0.5) / (frequency + 0.5))
      return weight > 0 ? weight : 1e-6
    }
  }
}
