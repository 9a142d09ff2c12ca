import Entities
import HanText

/// Counts the entities of an index: people, institutions, places and policies across its documents.
struct IndexEntities {
  private let database: Database
  /// For each document, by its row: 0 not present, 1 present, 2 present and a copy.
  private let states: [UInt8]
  private var names = EntityNames()
  private var numbers: [EntityKey: Int] = [:]
  private var counts: [Counts] = []

  /// What is counted of a name.
  private struct Counts {
    var documents = 0
    var mentions = 0
    /// Without copies.
    var ownDocuments = 0
    var ownMentions = 0
    var lastDocument = -1
    /// Mentions by subtype, in the order of `EntityType.subtypes`.
    var subtypes = SIMD8<Int32>()

    /// Adds the counts of a short name, but for those of documents.
    mutating func add(_ other: Counts) {
      mentions += other.mentions
      ownMentions += other.ownMentions
      subtypes &+= other.subtypes
    }
  }

  /// Prepares to count what is present.
  init(_ database: Database) throws(DatabaseError) {
    self.database = database
    var states = [UInt8](
      repeating: 0, count: (try database.integer("SELECT max(id) FROM documents") ?? 0) + 1)
    let rows = try database.prepare(
      "SELECT id, duplicate_of IS NULL FROM documents WHERE state = 'present'")
    while try rows.step() {
      guard states.indices.contains(rows.integer(0)) else { continue }
      states[rows.integer(0)] = rows.integer(1) == 1 ? 1 : 2
    }
    self.states = states
  }

  /// Counts them all anew.
  ///
  /// - Complexity: O(mentions); memory for the distinct names.
  mutating func update() throws(DatabaseError) {
    try database.execute("DELETE FROM entity_names; DELETE FROM entities")
    try scan()
    try write(try joined())
  }

  private func state(_ document: Int) -> UInt8 {
    states.indices.contains(document) ? states[document] : 0
  }

  /// Goes through all mentions of the index, document by document.
  private mutating func scan() throws(DatabaseError) {
    // NOT INDEXED: in the order of the table, not by way of the index of names.
    let rows = try database.prepare(
      """
      SELECT document, type, subtype, name, CASE WHEN text <> name THEN text END
      FROM mentions NOT INDEXED
      WHERE type IN ('institution', 'person', 'place', 'policy') ORDER BY document, ordinal
      """)
    while try rows.step() {
      let document = rows.integer(0)
      let state = state(document)
      guard state > 0, let type = EntityType(rawValue: rows.text(1) ?? ""),
        let name = rows.text(3)
      else { continue }
      count(EntityKey(type: type, name: name), rows.text(2), document, isCopy: state == 2)
      if !rows.isNull(4) {
        let form = NameForm.canonical(rows.scalars(4))
        names.add(EntityKey(type: type, name: form), name: name, document: document)
      }
    }
  }

  private mutating func count(
    _ key: EntityKey, _ subtype: String?, _ document: Int, isCopy: Bool
  ) {
    let number = numbers[key] ?? counts.count
    if number == counts.count {
      numbers[key] = number
      counts.append(Counts())
    }
    counts[number].mentions += 1
    if !isCopy { counts[number].ownMentions += 1 }
    if let subtype, let at = key.type.subtypes.firstIndex(of: subtype), at < 8 {
      counts[number].subtypes[at] += 1
    }
    guard counts[number].lastDocument != document else { return }
    counts[number].lastDocument = document
    counts[number].documents += 1
    if !isCopy { counts[number].ownDocuments += 1 }
  }

  /// The short names that stand for a full one, by the full one.
  private func joined() throws(DatabaseError) -> [EntityKey: [String]] {
    let apart = try database.prepare(
      """
      SELECT a.document FROM mentions a JOIN mentions b ON b.document = a.document
      WHERE a.type = ?1 AND a.name = ?2 AND b.type = ?1 AND b.name = ?3
      """)
    var shortNames: [EntityKey: [String]] = [:]
    for key in sortedKeys() {
      let full = try names.fullName(of: key) { (short, full) throws(DatabaseError) in
        try apart.bind(key.type.rawValue, at: 1)
        try apart.bind(short, at: 2)
        try apart.bind(full, at: 3)
        defer { apart.reset() }
        while try apart.step() { if state(apart.integer(0)) > 0 { return true } }
        return false
      }
      if full != key.name {
        shortNames[EntityKey(type: key.type, name: full), default: []].append(key.name)
      }
    }
    return shortNames
  }

  /// All names, by type and by the bytes of the name, as SQLite sorts them.
  private func sortedKeys() -> [EntityKey] {
    numbers.keys.sorted {
      $0.type != $1.type
        ? $0.type.rawValue < $1.type.rawValue
        : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// Writes the entities in order, with the names that lead to them.
  private mutating func write(_ shortNames: [EntityKey: [String]]) throws(DatabaseError) {
    var isShort: Set<EntityKey> = []
    for (full, names) in shortNames {
      for name in names { isShort.insert(EntityKey(type: full.type, name: name)) }
    }
    let insert = try database.prepare("INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let insertName = try database.prepare("INSERT INTO entity_names VALUES (?, ?, ?)")
    var id = 0
    for key in sortedKeys() where !isShort.contains(key) {
      guard let number = numbers[key] else { continue }
      id += 1
      var total = counts[number]
      let others = shortNames[key] ?? []
      for name in others {
        guard let other = numbers[EntityKey(type: key.type, name: name)] else { continue }
        total.add(counts[other])
      }
      if !others.isEmpty { try countDocuments(key.type, [key.name] + others, &total) }
      try insert.bind(id, at: 1)
      try insert.bind(key.type.rawValue, at: 2)
      try insert.bind(key.name, at: 3)
      try insert.bind(Self.subtype(total, key.type), at: 4)
      let numbers = [total.documents, total.mentions, total.ownDocuments, total.ownMentions]
      for (i, number) in numbers.enumerated() { try insert.bind(number, at: 5 + i) }
      try insert.run()
      for name in [key.name] + others {
        try insertName.bind(key.type.rawValue, at: 1)
        try insertName.bind(name, at: 2)
        try insertName.bind(id, at: 3)
        try insertName.run()
      }
    }
  }

  /// Counts the documents that have any of some names.
  private func countDocuments(
    _ type: EntityType, _ names: [String], _ total: inout Counts
  ) throws(DatabaseError) {
    let rows = try database.prepare(
      "SELECT DISTINCT document FROM mentions WHERE type = ? AND name = ?")
    var documents: Set<Int> = []
    for name in names {
      try rows.bind(type.rawValue, at: 1)
      try rows.bind(name, at: 2)
      while try rows.step() { documents.insert(rows.integer(0)) }
      rows.reset()
    }
    total.documents = documents.count { state($0) > 0 }
    total.ownDocuments = documents.count { state($0) == 1 }
  }

  /// The subtype of most mentions, of several the first by the contract's order.
  private static func subtype(_ counts: Counts, _ type: EntityType) -> String? {
    var best: (subtype: String, count: Int32)?
    for (i, subtype) in type.subtypes.enumerated() where i < 8 {
      let count = counts.subtypes[i]
      if count > best?.count ?? 0 { best = (subtype, count) }
    }
    return best?.subtype
  }
}
