import Glibc

/// The best matches of a full-text query by BM25, from the full-text table alone.
///
/// BM25 costs about a microsecond a match, so a word that most documents have is ranked by
/// several threads, each with a connection of its own over a part of the rows. Scores do not depend
/// on the parts: FTS5 weighs words by the whole table.
enum RankedMatches {
  /// A row of the table with its score, higher is better.
  struct Match: Sendable {
    var id: Int
    var score: Double
  }

  /// From how many matches on threads pay, and how many of them at most.
  private static let manyMatches = 20_000
  private static let mostThreads = 4

  /// The best `count` matches, best first, equal ones by row.
  ///
  /// - Complexity: O(matches / threads).
  static func best(
    _ count: Int, of expression: String, in file: IndexFile
  ) throws(DatabaseError) -> [Match] {
    let matches = try file.database.prepare("SELECT count(*) FROM search WHERE search MATCH ?")
    try matches.bind(expression, at: 1)
    let isMany = try matches.step() && matches.integer(0) >= manyMatches
    matches.reset()
    let last = try file.database.integer("SELECT max(id) FROM documents") ?? 0
    let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let parts = isMany ? max(1, min(mostThreads, processors)) : 1
    guard parts > 1, last >= parts else {
      return try rank(file.database, expression, rows: 0...Int.max, count)
    }
    return try inParts(parts, last: last, expression, file, count)
  }

  private static func inParts(
    _ parts: Int, last: Int, _ expression: String, _ file: IndexFile, _ count: Int
  ) throws(DatabaseError) -> [Match] {
    let size = last / parts
    func rows(_ part: Int) -> ClosedRange<Int> {
      part * size...(part == parts - 1 ? last : (part + 1) * size - 1)
    }
    let results = Monitor<[Result<[Match], DatabaseError>]>([])
    let path = file.path
    let threads = (1..<parts).map { part in
      let rows = rows(part)
      return (
        rows,
        Thread {
          let result = ranked(path, expression, rows: rows, count)
          results.withLock { $0.append(result) }
        }
      )
    }
    let own = Result { () throws(DatabaseError) in
      try rank(file.database, expression, rows: rows(0), count)
    }
    results.withLock { $0.append(own) }
    for (rows, thread) in threads {
      if let thread {
        thread.join()
      } else {
        let result = ranked(path, expression, rows: rows, count)
        results.withLock { $0.append(result) }
      }
    }
    var all: [Match] = []
    for result in results.withLock({ $0 }) { all += try result.get() }
    all.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    return Array(all.prefix(count))
  }

  /// The best matches of some rows, on a connection of its own.
  private static func ranked(
    _ path: String, _ expression: String, rows: ClosedRange<Int>, _ count: Int
  ) -> Result<[Match], DatabaseError> {
    Result { () throws(DatabaseError) in
      try rank(Database(path: path, access: .read), expression, rows: rows, count)
    }
  }

  private static func rank(
    _ database: Database, _ expression: String, rows: ClosedRange<Int>, _ count: Int
  ) throws(DatabaseError) -> [Match] {
    let statement = try database.prepare(
      """
      SELECT rowid, -bm25(search) AS score FROM search
      WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY score DESC, rowid LIMIT ?
      """)
    try statement.bind(expression, at: 1)
    try statement.bind(rows.lowerBound, at: 2)
    try statement.bind(rows.upperBound, at: 3)
    try statement.bind(count, at: 4)
    var found: [Match] = []
    while try statement.step() {
      found.append(Match(id: statement.integer(0), score: statement.real(1)))
    }
    return found
  }
}
