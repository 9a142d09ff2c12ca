import HanText

/// Rows of many documents on their way into the tables: a statement for all of a table's rows costs a
/// third of one for each, and the full-text table's memory stays in the processor's cache.
struct DocumentBatch {
  private var files: WaitingRows
  private var documents: WaitingRows
  private var texts: WaitingRows
  private var sentences: WaitingRows
  private var mentions: WaitingRows
  private var relations: WaitingRows
  private var signatures: WaitingRows
  private var tokens: WaitingRows
  /// The documents whose tokens wait.
  private var tokenOwners: Set<Int> = []
  /// Number of the next new document, and of the next new file.
  private var nextDocument: Int
  private var nextFile: Int

  /// Rows for one table.
  private struct WaitingRows {
    var rows = RowBuffer()
    private let insert: Statement

    /// Prepares to insert what `columns` are of the buffer.
    init(_ database: Database, into table: String, _ columns: String) throws(DatabaseError) {
      insert = try database.prepare(
        "INSERT INTO \(table) SELECT \(columns) FROM \(RowBuffer.source)")
    }

    mutating func add(_ other: RowBuffer, of id: Int, _ owner: Int) {
      guard other.count > 0 else { return }
      rows.begin(id, of: owner)
      rows.append(other)
    }

    mutating func flush() throws(DatabaseError) {
      try rows.run(insert)
      rows.removeAll()
    }
  }

  /// Bytes of mentions at which rows are written without waiting for the end of the batch: while the
  /// processor's cache still has them. The full-text table is given as much as possible at once, because
  /// it makes a piece of its own of each time, which it must merge with others.
  private static let most = (mentions: 1 << 20, tokens: 24 << 20)

  /// Prepares to write documents made with `fingerprint` for the row `run` of `runs`.
  init(_ database: Database, fingerprint: Int, run: Int) throws(DatabaseError) {
    func waiting(_ table: String, cells: Int) throws(DatabaseError) -> WaitingRows {
      try WaitingRows(database, into: table, RowBuffer.columns("id", cells: cells))
    }
    files = try WaitingRows(
      database, into: "files (fingerprint, id, path, size, mtime, state)",
      "\(fingerprint), \(RowBuffer.columns("id", cells: 4))")
    documents = try WaitingRows(
      database,
      into: """
        documents (file, fingerprint, run, state, id, ordinal, document, given, place, title,
          published, source, authors, script, region, encoding, undecodable, repairs,
          removed_lines, characters, carried, hash)
        """,
      "owner, \(fingerprint), \(run), 'present', \(RowBuffer.columns("id", cells: 17))")
    texts = try waiting("texts", cells: 1)
    sentences = try waiting("sentences", cells: 3)
    mentions = try waiting("mentions", cells: 20)
    relations = try waiting("relations", cells: 8)
    signatures = try waiting("signatures", cells: 3)
    tokens = try waiting("search (rowid, text)", cells: 1)
    nextDocument = (try database.integer("SELECT max(id) FROM documents") ?? 0) + 1
    nextFile = (try database.integer("SELECT max(id) FROM files") ?? 0) + 1
  }

  /// Adds a new file; `end` is how it ended, if that is known.
  ///
  /// - Returns: its row.
  mutating func addFile(path: String, end: FileEnd?) -> Int {
    let id = nextFile
    nextFile += 1
    files.rows.begin(id)
    files.rows.add(required: path)
    files.rows.add(end?.size)
    files.rows.add(end?.modified)
    files.rows.add(required: end == nil ? "partial" : "read")
    files.rows.endRow()
    return id
  }

  /// Adds a document of a file; `old` is the row that it takes the place of.
  mutating func add(_ made: DocumentRows, file: Int, old: Int?) throws(DatabaseError) {
    let id = old ?? nextDocument
    if old == nil { nextDocument += 1 }
    documents.add(made.document, of: id, file)
    texts.add(made.text, of: id, file)
    sentences.add(made.sentences, of: id, file)
    mentions.add(made.mentions, of: id, file)
    relations.add(made.relations, of: id, file)
    signatures.add(made.signature, of: id, file)
    tokens.add(made.tokens, of: id, file)
    tokenOwners.insert(id)
    if mentions.rows.byteCount > Self.most.mentions || texts.rows.byteCount > Self.most.mentions {
      try flushRows()
    }
    if tokens.rows.byteCount > Self.most.tokens { try flushTokens() }
  }

  /// Writes all that waits.
  mutating func flush() throws(DatabaseError) {
    try flushRows()
    try flushTokens()
  }

  /// Prepares for a document to be removed, which may have been added just before.
  mutating func flush(before document: Int) throws(DatabaseError) {
    try flushRows()
    if tokenOwners.contains(document) { try flushTokens() }
  }

  private mutating func flushTokens() throws(DatabaseError) {
    try tokens.flush()
    tokenOwners.removeAll(keepingCapacity: true)
  }

  /// Writes all that waits but the tokens, so that statements find it.
  mutating func flushRows() throws(DatabaseError) {
    try files.flush()
    try documents.flush()
    try texts.flush()
    try sentences.flush()
    try mentions.flush()
    try relations.flush()
    try signatures.flush()
  }
}
