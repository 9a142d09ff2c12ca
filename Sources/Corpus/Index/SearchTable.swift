import HanText

/// The full-text table as a whole.
enum SearchTable {
  /// Fills the table anew if it was filled with other tokens than this program makes: they must be
  /// the same ones again when a document leaves.
  ///
  /// - Complexity: O(1), or O(all texts) after a change of the script tables or rules.
  static func renew(in database: Database) throws(DatabaseError) {
    let wanted = fingerprint
    if try database.text("SELECT value FROM properties WHERE name = 'tokens'") == wanted { return }
    try database.transaction { () throws(DatabaseError) in
      try database.execute("INSERT INTO search (search) VALUES ('delete-all')")
      // Larger pieces in memory, and more of them before they are merged, make less work: 201 → 128
      // µs a document of 600 characters, with batches of 1,000.
      try database.execute(
        """
        INSERT INTO search (search, rank) VALUES ('hashsize', \(hashBytes));
        INSERT INTO search (search, rank) VALUES ('automerge', 8);
        """)
      let texts = try database.prepare("SELECT document, text FROM texts ORDER BY document")
      let insert = try database.prepare("INSERT INTO search (rowid, text) VALUES (?, ?)")
      while try texts.step() {
        try insert.bind(texts.integer(0), at: 1)
        try insert.bind(utf8: SearchTokens.text(of: texts.scalars(1)), at: 2)
        try insert.run()
      }
      let property = try database.prepare(
        "INSERT OR REPLACE INTO properties VALUES ('tokens', ?)")
      try property.bind(wanted, at: 1)
      try property.run()
    }
  }

  private static let hashBytes = 16 << 20

  /// What tokens depend on.
  private static var fingerprint: String {
    [EmbeddedData.scriptSimplified, EmbeddedData.compatibilityIdeographs]
      .map(IndexFingerprint.digest).joined(separator: "-") + "-\(SearchTokens.version)"
  }
}
