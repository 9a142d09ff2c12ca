import Entities
import HanText

/// Counts the entities of an index: people, institutions, places and policies across its documents.
struct IndexEntities {
  private let database: Database
  /// For each document, by its row: 0 not present, 1 present, 2 present and a copy.
  private let states: [UInt8]
  private var names = EntityNames()
  private var table = EntityTable()
  /// By the numbers of `table`.
  private var counts: [Counts] = []

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
      WHERE type <> 'figure' AND type <> 'date' ORDER BY document, ordinal
      """)
    while try rows.step() {
      let document = rows.integer(0)
      let state = state(document)
      guard state > 0, let type = rows.withBytes(1, { EntityType(utf8: $0) }) else { continue }
      let number = rows.withBytes(3) { table.number(type, $0) }
      if number == counts.count { counts.append(Counts()) }
      counts[number].add(document, isCopy: state == 2)
      if let subtype = rows.withBytes(2, { Self.subtype($0, of: type) }) {
        counts[number].subtypes[subtype] += 1
      }
      if !rows.isNull(4) {
        let form = EntityKey(type: type, name: NameForm.canonical(rows.scalars(4)))
        names.add(form, name: rows.text(3) ?? "", document: document)
      }
    }
  }

  /// The place of a subtype among those of its type that are counted.
  private static func subtype(_ name: UnsafeBufferPointer<UInt8>, of type: EntityType) -> Int? {
    subtypes[type.number].firstIndex { $0.elementsEqual(name) }
  }

  /// The names of the subtypes that are counted, by the type's number.
  private static let subtypes = EntityType.allCases.map { type in
    type.subtypes.prefix(8).map { Array($0.utf8) }
  }

  /// The short names that stand for a full one, by the full one.
  private func joined() throws(DatabaseError) -> [EntityKey: [EntityKey]] {
    let apart = try database.prepare(
      """
      SELECT a.document FROM mentions a JOIN mentions b ON b.document = a.document
      WHERE a.type = ?1 AND a.name = ?2 AND b.type = ?1 AND b.name = ?3
      """)
    var shortNames: [EntityKey: [EntityKey]] = [:]
    for key in sortedForms() {
      let full = try names.fullName(of: key) { (short, full) throws(DatabaseError) in
        try apart.bind(key.type.rawValue, at: 1)
        try apart.bind(short, at: 2)
        try apart.bind(full, at: 3)
        defer { apart.reset() }
        while try apart.step() { if state(apart.integer(0)) > 0 { return true } }
        return false
      }
      if full != key.name {
        shortNames[EntityKey(type: key.type, name: full), default: []].append(key)
      }
    }
    return shortNames
  }

  /// The names that may be short ones, by type and by their bytes.
  private func sortedForms() -> [EntityKey] {
    names.forms.filter { table.number(of: $0) != nil }.sorted {
      $0.type != $1.type
        ? $0.type.rawValue < $1.type.rawValue
        : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// Writes the entities in order, with the names that lead to them.
  private func write(_ shortNames: [EntityKey: [EntityKey]]) throws(DatabaseError) {
    var isShort = [Bool](repeating: false, count: table.count)
    var shortNumbers: [Int: [Int]] = [:]
    for (full, names) in shortNames {
      let numbers = names.compactMap { table.number(of: $0) }
      for number in numbers { isShort[number] = true }
      if let full = table.number(of: full) { shortNumbers[full] = numbers }
    }
    var rows = EntityRows(
      entities: try database.prepare(
        "INSERT INTO entities SELECT \(RowBuffer.columns("id", cells: 7)) FROM \(RowBuffer.source)"),
      names: try database.prepare(
        "INSERT INTO entity_names SELECT c1, c2, id FROM \(RowBuffer.source)"))
    let documents = try database.prepare(
      "SELECT DISTINCT document FROM mentions WHERE type = ? AND name = ?")
    for number in table.sorted() where !isShort[number] {
      let others = shortNumbers[number] ?? []
      var total = counts[number]
      for other in others { total.add(counts[other]) }
      if !others.isEmpty { try countDocuments([number] + others, by: documents, &total) }
      try rows.add(table, number, others, total)
    }
    try rows.flush()
  }

  /// Counts the documents that have any of some names.
  private func countDocuments(
    _ numbers: [Int], by rows: Statement, _ total: inout Counts
  ) throws(DatabaseError) {
    var documents: Set<Int> = []
    for number in numbers {
      let key = table.key(of: number)
      try rows.bind(key.type.rawValue, at: 1)
      try rows.bind(key.name, at: 2)
      while try rows.step() { documents.insert(rows.integer(0)) }
      rows.reset()
    }
    total.documents = documents.count { state($0) > 0 }
    total.ownDocuments = documents.count { state($0) == 1 }
  }
}

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

  /// Adds a mention; they come document by document.
  mutating func add(_ document: Int, isCopy: Bool) {
    mentions += 1
    if !isCopy { ownMentions += 1 }
    guard lastDocument != document else { return }
    lastDocument = document
    documents += 1
    if !isCopy { ownDocuments += 1 }
  }

  /// Adds the counts of a short name, but for those of documents.
  mutating func add(_ other: Counts) {
    mentions += other.mentions
    ownMentions += other.ownMentions
    subtypes &+= other.subtypes
  }

  /// The subtype of most mentions, of several the first by the contract's order.
  func subtype(of type: EntityType) -> String? {
    var best: (subtype: String, count: Int32)?
    for (i, subtype) in type.subtypes.enumerated() where i < 8 {
      if subtypes[i] > best?.count ?? 0 { best = (subtype, subtypes[i]) }
    }
    return best?.subtype
  }
}

/// The rows of entities and their names, written some thousands at a time.
private struct EntityRows {
  private var entityRows = RowBuffer()
  private var nameRows = RowBuffer()
  private var lastID = 0
  private let entities: Statement
  private let names: Statement

  init(entities: Statement, names: Statement) {
    self.entities = entities
    self.names = names
  }

  /// Adds the next entity with its other names.
  mutating func add(
    _ table: EntityTable, _ number: Int, _ others: [Int], _ total: Counts
  ) throws(DatabaseError) {
    let type = table.type(of: number)
    lastID += 1
    entityRows.begin(lastID)
    entityRows.add(required: type.rawValue)
    entityRows.add(utf8: table.name(of: number))
    entityRows.add(total.subtype(of: type))
    entityRows.add(total.documents)
    entityRows.add(total.mentions)
    entityRows.add(total.ownDocuments)
    entityRows.add(total.ownMentions)
    entityRows.endRow()
    nameRows.begin(lastID)
    for name in [number] + others {
      nameRows.add(required: type.rawValue)
      nameRows.add(utf8: table.name(of: name))
      nameRows.endRow()
    }
    if entityRows.byteCount > 1 << 20 { try flush() }
  }

  /// Writes the rows that wait.
  mutating func flush() throws(DatabaseError) {
    try entityRows.run(entities)
    try nameRows.run(names)
    entityRows.removeAll()
    nameRows.removeAll()
  }
}
