/// Writes documents into an index, in batches that are there whole or not at all.
///
/// For the one thread that delivers. It keeps the foreign keys itself, on a connection that does not
/// look after them: rows come with those that they belong to, and go with them. To look up the parent
/// of each row would cost a run 2 %.
final class IndexWriter {
  private let database: Database
  private let fingerprint: Int
  private let findFile: Statement
  private let updateFile: Statement
  private let deleteFailures: Statement
  private let insertFailure: Statement
  private let findDocument: Statement
  private let oldText: Statement
  private let deleteTokens: Statement
  /// What goes with a document, and the document.
  private let deletions: [Statement]
  private let laterDocuments: Statement
  private let returnVanished: Statement
  private var batch: DocumentBatch
  /// Documents written since the last commit.
  private(set) var pending = 0

  /// Prepares to write documents made with `fingerprint` for the row `run` of `runs`.
  init(_ database: Database, fingerprint: Int, run: Int) throws(DatabaseError) {
    self.database = database
    self.fingerprint = fingerprint
    findFile = try database.prepare("SELECT id FROM files WHERE path = ?")
    updateFile = try database.prepare(
      "UPDATE files SET size = ?, mtime = ?, fingerprint = ?, state = ? WHERE id = ?")
    deleteFailures = try database.prepare("DELETE FROM failures WHERE file = ?")
    insertFailure = try database.prepare("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)")
    findDocument = try database.prepare("SELECT id FROM documents WHERE file = ? AND ordinal = ?")
    oldText = try database.prepare("SELECT text FROM texts WHERE document = ?")
    deleteTokens = try database.prepare(
      "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    var deletions: [Statement] = []
    for table in ["texts", "sentences", "mentions", "relations", "signatures"] {
      deletions.append(try database.prepare("DELETE FROM \(table) WHERE document = ?"))
    }
    deletions.append(
      try database.prepare("UPDATE documents SET duplicate_of = NULL WHERE duplicate_of = ?"))
    deletions.append(try database.prepare("DELETE FROM documents WHERE id = ?"))
    self.deletions = deletions
    laterDocuments = try database.prepare(
      "SELECT id FROM documents WHERE file = ? AND ordinal >= ?")
    returnVanished = try database.prepare(
      "UPDATE documents SET state = 'present' WHERE file = ? AND state = 'vanished'")
    batch = try DocumentBatch(database, fingerprint: fingerprint, run: run)
  }

  // MARK: Batches

  /// Opens a transaction unless one is open.
  func begin() throws(DatabaseError) {
    if !database.isInTransaction { try database.execute("BEGIN IMMEDIATE") }
  }

  /// Commits what was written.
  func commit() throws(DatabaseError) {
    try batch.flush()
    if database.isInTransaction { try database.execute("COMMIT") }
    pending = 0
  }

  /// Whether no batch is open.
  var isIdle: Bool { !database.isInTransaction }

  /// Notes that duplicates and entities do not stand for the documents any more.
  func markIncomplete() throws(DatabaseError) {
    try database.execute("INSERT OR REPLACE INTO properties VALUES ('complete', 0)")
  }

  // MARK: Files

  /// The row of a path.
  func file(path: String) throws(DatabaseError) -> Int? {
    try findFile.bind(path, at: 1)
    defer { findFile.reset() }
    return try findFile.step() ? findFile.integer(0) : nil
  }

  /// Begins on a file: what failed before is forgotten, the file counts as half read.
  ///
  /// - Parameter end: set for a new file whose only document is at hand: it counts as read.
  /// - Returns: its row.
  func beginFile(_ id: Int?, path: String, end: FileEnd? = nil) throws(DatabaseError) -> Int {
    if let id {
      try deleteFailures.bind(id, at: 1)
      try deleteFailures.run()
      try setFile(id, size: nil, modified: nil, state: "partial")
      return id
    }
    let id = batch.addFile(path: path, end: end)
    // What is to be said of it later needs its row.
    if end == nil { try batch.flushRows() }
    return id
  }

  /// Sets how a file was read.
  func setFile(_ id: Int, size: Int?, modified: Int?, state: String) throws(DatabaseError) {
    try updateFile.bind(size, at: 1)
    try updateFile.bind(modified, at: 2)
    try updateFile.bind(fingerprint, at: 3)
    try updateFile.bind(state, at: 4)
    try updateFile.bind(id, at: 5)
    try updateFile.run()
  }

  /// Notes what could not be read of a file.
  func fail(
    file: Int, ordinal: Int, subject: String, reason: String
  ) throws(DatabaseError) {
    try insertFailure.bind(file, at: 1)
    try insertFailure.bind(ordinal, at: 2)
    try insertFailure.bind(subject, at: 3)
    try insertFailure.bind(reason, at: 4)
    try insertFailure.run()
    pending += 1
  }

  // MARK: Documents

  /// Puts a document into its place in a file, instead of what stood there.
  ///
  /// - Returns: whether something stood there.
  func put(_ made: DocumentRows, file: Int, ordinal: Int, isNewFile: Bool) throws(DatabaseError)
    -> Bool
  {
    let old = isNewFile ? nil : try document(file: file, ordinal: ordinal)
    if let old { try remove(old) }
    try batch.add(made, file: file, old: old)
    pending += 1
    return old != nil
  }

  /// The row of the document at a place in a file.
  private func document(file: Int, ordinal: Int) throws(DatabaseError) -> Int? {
    try batch.flushRows()
    try findDocument.bind(file, at: 1)
    try findDocument.bind(ordinal, at: 2)
    defer { findDocument.reset() }
    return try findDocument.step() ? findDocument.integer(0) : nil
  }

  /// Removes what stood at a place in a file.
  func remove(file: Int, ordinal: Int) throws(DatabaseError) -> Bool {
    guard let old = try document(file: file, ordinal: ordinal) else { return false }
    try remove(old)
    pending += 1
    return true
  }

  /// Removes the documents of a file from an ordinal on; returns their number.
  func removeDocuments(file: Int, from ordinal: Int) throws(DatabaseError) -> Int {
    try batch.flushRows()
    var ids: [Int] = []
    try laterDocuments.bind(file, at: 1)
    try laterDocuments.bind(ordinal, at: 2)
    while try laterDocuments.step() { ids.append(laterDocuments.integer(0)) }
    laterDocuments.reset()
    for id in ids { try remove(id) }
    pending += ids.count
    return ids.count
  }

  /// Makes the documents of a file that had vanished present again; returns their number.
  func returnDocuments(file: Int) throws(DatabaseError) -> Int {
    try batch.flushRows()
    try returnVanished.bind(file, at: 1)
    try returnVanished.run()
    return database.changes
  }

  /// Removes a document with all its rows. The full-text table keeps no text of its own: it is told
  /// the tokens that leave.
  private func remove(_ id: Int) throws(DatabaseError) {
    try batch.flush(before: id)
    try oldText.bind(id, at: 1)
    if try oldText.step() {
      let tokens = SearchTokens.text(of: oldText.scalars(0))
      oldText.reset()
      try deleteTokens.bind(id, at: 1)
      try deleteTokens.bind(utf8: tokens, at: 2)
      try deleteTokens.run()
    } else {
      oldText.reset()
    }
    for statement in deletions {
      try statement.bind(id, at: 1)
      try statement.run()
    }
  }
}
