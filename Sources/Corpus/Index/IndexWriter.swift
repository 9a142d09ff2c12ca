/// Writes documents into an index, in batches that are there whole or not at all.
///
/// For the one thread that delivers.
final class IndexWriter {
  private let database: Database
  private let fingerprint: Int
  private let run: Int
  private let findFile: Statement
  private let insertFile: Statement
  private let updateFile: Statement
  private let deleteFailures: Statement
  private let insertFailure: Statement
  private let findDocument: Statement
  private let oldText: Statement
  private let deleteTokens: Statement
  private let deleteDocument: Statement
  private let laterDocuments: Statement
  private let returnVanished: Statement
  private let insertDocument: Statement
  private let insertText: Statement
  private let insertSentence: Statement
  private let insertMention: Statement
  private let insertRelation: Statement
  private let insertSignature: Statement
  private let insertTokens: Statement
  /// Documents written since the last commit.
  private(set) var pending = 0

  /// Prepares to write documents made with `fingerprint` for the row `run` of `runs`.
  init(_ database: Database, fingerprint: Int, run: Int) throws(DatabaseError) {
    self.database = database
    self.fingerprint = fingerprint
    self.run = run
    func values(_ count: Int) -> String {
      "VALUES (" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
    }
    findFile = try database.prepare("SELECT id FROM files WHERE path = ?")
    insertFile = try database.prepare(
      "INSERT INTO files (path, size, mtime, fingerprint, state) VALUES (?, ?, ?, ?, ?)")
    updateFile = try database.prepare(
      "UPDATE files SET size = ?, mtime = ?, fingerprint = ?, state = ? WHERE id = ?")
    deleteFailures = try database.prepare("DELETE FROM failures WHERE file = ?")
    insertFailure = try database.prepare("INSERT OR REPLACE INTO failures \(values(4))")
    findDocument = try database.prepare("SELECT id FROM documents WHERE file = ? AND ordinal = ?")
    oldText = try database.prepare("SELECT text FROM texts WHERE document = ?")
    deleteTokens = try database.prepare(
      "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)")
    deleteDocument = try database.prepare("DELETE FROM documents WHERE id = ?")
    laterDocuments = try database.prepare(
      "SELECT id FROM documents WHERE file = ? AND ordinal >= ?")
    returnVanished = try database.prepare(
      "UPDATE documents SET state = 'present' WHERE file = ? AND state = 'vanished'")
    insertDocument = try database.prepare(
      """
      INSERT INTO documents (id, ordinal, document, given, place, title, published, source, authors,
        script, region, encoding, undecodable, repairs, removed_lines, characters, carried, hash,
        file, fingerprint, run, state)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        \(fingerprint), \(run), 'present')
      """)
    insertText = try database.prepare("INSERT INTO texts \(values(2))")
    insertSentence = try database.prepare("INSERT INTO sentences \(values(4))")
    insertMention = try database.prepare("INSERT INTO mentions \(values(21))")
    insertRelation = try database.prepare("INSERT INTO relations \(values(9))")
    insertSignature = try database.prepare("INSERT INTO signatures \(values(4))")
    insertTokens = try database.prepare("INSERT INTO search (rowid, text) VALUES (?, ?)")
  }

  // MARK: Batches

  /// Opens a transaction unless one is open.
  func begin() throws(DatabaseError) {
    if !database.isInTransaction { try database.execute("BEGIN IMMEDIATE") }
  }

  /// Commits what was written.
  func commit() throws(DatabaseError) {
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
  /// - Returns: its row.
  func beginFile(_ id: Int?, path: String) throws(DatabaseError) -> Int {
    if let id {
      try deleteFailures.bind(id, at: 1)
      try deleteFailures.run()
      try setFile(id, size: nil, modified: nil, state: "partial")
      return id
    }
    try insertFile.bind(path, at: 1)
    try insertFile.bind(fingerprint, at: 4)
    try insertFile.bind("partial", at: 5)
    try insertFile.run()
    return database.lastInsertedID
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
  func put(_ rows: DocumentRows, file: Int, ordinal: Int, isNewFile: Bool) throws(DatabaseError)
    -> Bool
  {
    let old = isNewFile ? nil : try document(file: file, ordinal: ordinal)
    if let old { try remove(old) }
    let id: Int
    try insertDocument.bind(file, at: 19)
    if let old {
      id = old
      try rows.document.run(insertDocument, prefix: id)
    } else {
      // SQLite numbers the row.
      try rows.document.run(insertDocument, prefix: nil)
      id = database.lastInsertedID
    }
    try rows.text.run(insertText, prefix: id)
    try rows.sentences.run(insertSentence, prefix: id)
    try rows.mentions.run(insertMention, prefix: id)
    try rows.relations.run(insertRelation, prefix: id)
    try rows.signature.run(insertSignature, prefix: id)
    try rows.tokens.run(insertTokens, prefix: id)
    pending += 1
    return old != nil
  }

  /// The row of the document at a place in a file.
  private func document(file: Int, ordinal: Int) throws(DatabaseError) -> Int? {
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
    try returnVanished.bind(file, at: 1)
    try returnVanished.run()
    return database.changes
  }

  /// Removes a document with all its rows. The full-text table keeps no text of its own: it is told
  /// the tokens that leave.
  private func remove(_ id: Int) throws(DatabaseError) {
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
    try deleteDocument.bind(id, at: 1)
    try deleteDocument.run()
  }
}
