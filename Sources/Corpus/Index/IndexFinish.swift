/// What a run does when every file is read, in one transaction: marks what is gone, settles names,
/// and derives near-duplicates and entities from the documents that are present.
final class IndexFinish {
  private let database: Database
  /// Whether documents came or went here.
  private(set) var hasChanged = false

  init(database: Database) {
    self.database = database
  }

  /// Whether what is derived stands for the documents as they are.
  func isComplete() throws(DatabaseError) -> Bool {
    try database.integer("SELECT value FROM properties WHERE name = 'complete'") == 1
  }

  /// Marks or deletes the files that are gone, and unmarks those that came back as they were.
  func settleFiles(
    _ plan: IndexPlan, prunes: Bool, _ summary: inout IndexSummary
  ) throws(DatabaseError) {
    let setDocuments = try database.prepare(
      "UPDATE documents SET state = ? WHERE file = ? AND state <> ?1")
    func set(_ id: Int, _ state: String) throws(DatabaseError) -> Int {
      try setDocuments.bind(state, at: 1)
      try setDocuments.bind(id, at: 2)
      try setDocuments.run()
      return database.changes
    }
    let setFile = try database.prepare(
      "UPDATE files SET state = ?, mtime = CASE WHEN ? THEN mtime END WHERE id = ?")
    func setState(_ id: Int, _ state: String, keepsTime: Bool) throws(DatabaseError) {
      try setFile.bind(state, at: 1)
      try setFile.bind(keepsTime ? 1 : 0, at: 2)
      try setFile.bind(id, at: 3)
      try setFile.run()
    }
    for id in plan.returned {
      try setState(id, "read", keepsTime: true)
      summary.returned += try set(id, "present")
    }
    for file in plan.gone {
      summary.vanished += try set(file.id, "vanished")
      // One that was not read well is to be read again, should it come back.
      try setState(file.id, "vanished", keepsTime: file.isRead)
    }
    try database.execute(
      "DELETE FROM failures WHERE file IN (SELECT id FROM files WHERE state = 'vanished')")
    if summary.vanished + summary.returned > 0 { hasChanged = true }
    if prunes { summary.removed += try prune() }
    // Files that never held a document leave no trace when they go.
    try database.execute(
      """
      DELETE FROM files WHERE state = 'vanished'
        AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.file = files.id)
      """)
  }

  /// Deletes the documents that are gone; returns their number.
  private func prune() throws(DatabaseError) -> Int {
    let gone = try database.prepare(
      """
      SELECT d.id, t.text FROM documents d JOIN texts t ON t.document = d.id
      WHERE d.state = 'vanished' ORDER BY d.id
      """)
    let tokens = try database.prepare(
      "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    var count = 0
    while try gone.step() {
      try tokens.bind(gone.integer(0), at: 1)
      try tokens.bind(utf8: SearchTokens.text(of: gone.scalars(1)), at: 2)
      try tokens.run()
      count += 1
    }
    try database.execute("DELETE FROM documents WHERE state = 'vanished'")
    return count
  }

  /// Takes the indices of mentions away before a run that reads more files than the index has
  /// documents: made at once at the end, they cost a third. A killed run leaves the index without
  /// them until the next one ends.
  func beginFilling(files: Int) throws(DatabaseError) {
    guard files > (try database.integer("SELECT count(*) FROM documents") ?? 0) else { return }
    try database.transaction { () throws(DatabaseError) in
      try database.execute(IndexSchema.dropMentionIndices)
    }
  }

  /// Makes the indices of mentions where they are not there.
  func endFilling() throws(DatabaseError) {
    let indices = "SELECT count(*) FROM sqlite_schema WHERE name = 'mentions_name'"
    if try database.integer(indices) == 0 { try database.execute(IndexSchema.mentionIndices) }
  }

  /// Derives what hangs together across documents.
  func deriveAll() throws(DatabaseError) {
    try settleNames()
    try IndexDuplicates(database).update()
    var entities = try IndexEntities(database)
    try entities.update()
    try database.execute("INSERT OR REPLACE INTO properties VALUES ('complete', 1)")
  }

  /// Gives an id that records of several files claim to the first of them in walk order; the
  /// others go by file and line, as in `extract`.
  private func settleNames() throws(DatabaseError) {
    try database.execute(
      """
      UPDATE documents SET document = CASE WHEN ranked.place_among = 1 THEN given ELSE place END
      FROM (
        SELECT d.id AS id, row_number() OVER (
          PARTITION BY d.given ORDER BY d.state, f.walk, d.ordinal) AS place_among
        FROM documents d JOIN files f ON f.id = d.file WHERE d.given IS NOT NULL
      ) AS ranked
      WHERE documents.id = ranked.id
        AND document <> CASE WHEN ranked.place_among = 1 THEN given ELSE place END
      """)
  }

  /// Counts what the index holds now.
  func count(_ summary: inout IndexSummary) throws(DatabaseError) {
    let present = "SELECT count(*) FROM documents WHERE state = 'present'"
    summary.documents = try database.integer(present) ?? 0
    summary.duplicates =
      try database.integer(present + " AND duplicate_of IS NOT NULL") ?? 0
    summary.entities = try database.integer("SELECT count(*) FROM entities") ?? 0
  }
}
