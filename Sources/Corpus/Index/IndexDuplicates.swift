import HanText

/// Finds the near-duplicates of an index and writes them into `documents.duplicate_of`.
///
/// The result depends on the documents that are present alone, not on the order in which they came.
struct IndexDuplicates {
  private let database: Database
  private let text: Statement

  init(_ database: Database) throws(DatabaseError) {
    self.database = database
    text = try database.prepare("SELECT text FROM texts WHERE document = ?")
  }

  /// Finds them all anew.
  ///
  /// - Complexity: O(documents); the texts of likely copies are read.
  func update() throws(DatabaseError) {
    let ids = try order()
    let signature = try database.prepare(
      "SELECT exact, shingles, facts FROM signatures WHERE document = ?")
    var finder = DuplicateFinder(count: ids.count)
    var copies: [Int: Int] = [:]
    var compared: [Int] = []
    for id in ids {
      try signature.bind(id, at: 1)
      guard try signature.step(), let marks = Signature(signature) else {
        signature.reset()
        continue
      }
      signature.reset()
      compared.append(id)
      var own: [UInt32]?
      let original = try finder.add(marks) { (number) throws(DatabaseError) in
        let mine: [UInt32]
        if let own { mine = own } else { mine = try shingles(id) }
        own = mine
        return Self.overlap(mine, try shingles(compared[number]))
      }
      if let original { copies[id] = compared[original] }
    }
    try write(copies, of: ids)
  }

  /// The present documents, first the one that the others are copies of.
  private func order() throws(DatabaseError) -> [Int] {
    let rows = try database.prepare(
      """
      SELECT d.id FROM documents d JOIN files f ON f.id = d.file WHERE d.state = 'present'
      ORDER BY d.published IS NULL, d.published, f.walk, d.ordinal
      """)
    var ids: [Int] = []
    while try rows.step() { ids.append(rows.integer(0)) }
    return ids
  }

  private func shingles(_ id: Int) throws(DatabaseError) -> [UInt32] {
    try text.bind(id, at: 1)
    defer { text.reset() }
    guard try text.step() else { return [] }
    return Signature.shingles(of: Signature.letters(of: Shadow.make(text.scalars(0))))
  }

  /// The share of all shingles of two texts that both have. Both lists ascend.
  static func overlap(_ a: [UInt32], _ b: [UInt32]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x == y { common += 1 }
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    let all = a.count + b.count - common
    return all == 0 ? 1 : Double(common) / Double(all)
  }

  /// Writes what has changed; most rows have not.
  private func write(
    _ copies: [Int: Int], of ids: [Int]
  ) throws(DatabaseError) {
    try database.execute(
      """
      UPDATE documents SET duplicate_of = NULL
      WHERE duplicate_of IS NOT NULL AND state <> 'present'
      """)
    let update = try database.prepare(
      "UPDATE documents SET duplicate_of = ?1 WHERE id = ?2 AND duplicate_of IS NOT ?1")
    for id in ids {
      try update.bind(copies[id], at: 1)
      try update.bind(id, at: 2)
      try update.run()
    }
  }
}

extension Signature {
  /// Reads a row of `signatures`: exact, shingles, facts; `nil` for what is none.
  init?(_ row: Statement) {
    exact = UInt64(bitPattern: Int64(row.integer(0)))
    lanes = row.withBytes(1) { Self.numbers($0) }
    facts = row.withBytes(2) { Self.numbers($0) }
    guard lanes.count == Self.laneCount else { return nil }
  }
}
