import HanText

/// Brings the tables of an older version to those of `IndexSchema`, so that nothing need be analysed
/// again, and what is gone from the folders stays.
struct IndexUpgrade {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Changes what differs, all or nothing.
  ///
  /// - Returns: the version the tables had; `nil` if they are of this one.
  /// - Complexity: O(1) without a change, else O(all texts).
  func run() throws(DatabaseError) -> Int? {
    let version = try database.integer("PRAGMA user_version") ?? 0
    guard version < IndexSchema.version else { return nil }
    try database.transaction { () throws(DatabaseError) in
      // Version 1 had the type before the name; the end of the run makes what is not there.
      try database.execute(IndexSchema.dropMentionIndices)
      try renewSignatures()
      try database.execute(
        """
        INSERT OR REPLACE INTO properties VALUES ('complete', 0);
        PRAGMA user_version = \(IndexSchema.version);
        """)
    }
    return version
  }

  /// Makes the MinHashes anew: version 1 had a hash function for each lane.
  private func renewSignatures() throws(DatabaseError) {
    let texts = try database.prepare("SELECT document, text FROM texts ORDER BY document")
    let update = try database.prepare("UPDATE signatures SET shingles = ? WHERE document = ?")
    while try texts.step() {
      let letters = Signature.letters(of: Shadow.make(texts.scalars(1)))
      try update.bind(blob: Signature.bytes(Signature.lanes(of: letters)), at: 1)
      try update.bind(texts.integer(0), at: 2)
      try update.run()
    }
  }
}
