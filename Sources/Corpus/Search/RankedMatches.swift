import CSQLite

/// The matches of a full-text query with their scores by BM25, from the full-text table alone.
///
/// FTS5's own `bm25()` looks up the length of every row it ranks, about a microsecond each. Where a
/// query has many matches, all lengths are read at once before, a tenth of that each.
final class RankedMatches {
  /// A row of the table with its score, higher is better.
  struct Match {
    var id: Int
    var score: Double
  }

  /// A query is of many matches where it has more than one row in so many.
  private static let rowsPerMatch = 8
  /// Rows with a number beyond this are asked for their length; an index of ours never has any.
  private static let greatestRow = 1 << 24

  private let database: Database
  /// The state of the file (`PRAGMA data_version`) that the ranking function was made for, and
  /// whether it knows the rows' lengths.
  private var made: (version: Int, hasLengths: Bool)?

  init(_ database: Database) { self.database = database }

  /// All matches, by row.
  ///
  /// - Complexity: O(matches).
  func matches(of expression: String) throws(DatabaseError) -> [Match] {
    try prepareRanking(of: expression)
    let statement = try database.prepare(
      "SELECT rowid, eduai_bm25(search) FROM search WHERE search MATCH ?")
    try statement.bind(expression, at: 1)
    var matches: [Match] = []
    while try statement.step() {
      matches.append(Match(id: statement.integer(0), score: statement.real(1)))
    }
    return matches
  }

  /// Makes the ranking function, with the lengths of rows if that pays.
  private func prepareRanking(of expression: String) throws(DatabaseError) {
    let version = try database.integer("PRAGMA data_version") ?? 0
    let rows = try database.integer("SELECT max(id) FROM documents") ?? 0
    let few = rows / Self.rowsPerMatch
    let matches = try database.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)")
    try matches.bind(expression, at: 1)
    try matches.bind(few + 1, at: 2)
    let needsLengths = try matches.step() && matches.integer(0) > few
    if let made, made.version == version, made.hasLengths || !needsLengths { return }
    let lengths = needsLengths ? try rowLengths() : []
    let code = eduai_database_add_ranking(database.handle, lengths, lengths.count)
    guard code == Int32(EDUAI_SQLITE_OK) else { throw database.error(code) }
    made = (version, needsLengths)
  }

  /// The lengths of rows in tokens, at the place of their number; 0 where there is none.
  ///
  /// FTS5 keeps them as one variable-length integer a column, seven bits a byte, high ones first.
  private func rowLengths() throws(DatabaseError) -> [UInt32] {
    let sizes = try database.prepare("SELECT id, sz FROM search_docsize")
    var lengths: [UInt32] = []
    while try sizes.step() {
      let row = sizes.integer(0)
      guard row >= 0, row < Self.greatestRow else { continue }
      if row >= lengths.count {
        lengths += repeatElement(0, count: row + 1 - lengths.count)
      }
      lengths[row] = sizes.withBytes(1) { bytes in
        var length: UInt32 = 0
        for byte in bytes.prefix(4) {
          length = length << 7 | UInt32(byte & 0x7F)
          if byte & 0x80 == 0 { return length }
        }
        return 0
      }
    }
    return lengths
  }
}
