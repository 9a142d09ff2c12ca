/// An entity of a corpus, as `eduai entities` lists it.
public struct IndexEntity: Sendable, Equatable {
  /// Type of its mentions.
  public var type: String
  /// The full name.
  public var name: String
  /// The subtype of most of its mentions.
  public var subtype: String?
  /// Documents that mention it.
  public var documents: Int
  /// Mentions.
  public var mentions: Int
  /// Documents that mention it and copy no other one.
  public var documentsWithoutDuplicates: Int
  /// Mentions in those.
  public var mentionsWithoutDuplicates: Int
  /// Short names that stand for it in documents that have no other.
  public var shortNames: [String]

  /// The columns that `cells` fills.
  public static let columns = [
    "type", "name", "subtype", "documents", "mentions", "documents_without_duplicates",
    "mentions_without_duplicates", "short_names",
  ]

  /// A row of the table.
  public var cells: [Cell] {
    [
      .text(type), .text(name), Cell(subtype), .integer(documents), .integer(mentions),
      .integer(documentsWithoutDuplicates), .integer(mentionsWithoutDuplicates),
      Cell(shortNames.joined(separator: "; ")),
    ]
  }

  /// The entity as one JSON object and a line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("type", type)
      json.member("name", name)
      json.member("subtype", subtype)
      json.member("documents", documents)
      json.member("mentions", mentions)
      json.member("documents_without_duplicates", documentsWithoutDuplicates)
      json.member("mentions_without_duplicates", mentionsWithoutDuplicates)
      if !shortNames.isEmpty {
        json.key("short_names")
        json.array { json in for name in shortNames { json.value(name) } }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension IndexFile {
  /// Gives the entities, those of most documents first, then by type and name.
  ///
  /// - Parameters:
  ///   - type: only this type; `nil` for all.
  ///   - body: takes an entity; `false` ends the reading.
  /// - Complexity: O(entities × log entities).
  public func forEachEntity(
    type: String?, _ body: (IndexEntity) -> Bool
  ) throws(IndexError) {
    do throws(DatabaseError) {
      let rows = try database.prepare(
        """
        SELECT id, type, name, subtype, documents, mentions, documents_without_duplicates,
          mentions_without_duplicates
        FROM entities WHERE ?1 IS NULL OR type = ?1 ORDER BY documents DESC, mentions DESC, id
        """)
      let names = try database.prepare(
        "SELECT name FROM entity_names WHERE entity = ? AND name <> ? ORDER BY name")
      try rows.bind(type, at: 1)
      while try rows.step() {
        let name = rows.text(2) ?? ""
        try names.bind(rows.integer(0), at: 1)
        try names.bind(name, at: 2)
        var shortNames: [String] = []
        while try names.step() { shortNames.append(names.text(0) ?? "") }
        names.reset()
        let entity = IndexEntity(
          type: rows.text(1) ?? "", name: name, subtype: rows.text(3),
          documents: rows.integer(4), mentions: rows.integer(5),
          documentsWithoutDuplicates: rows.integer(6), mentionsWithoutDuplicates: rows.integer(7),
          shortNames: shortNames)
        if !body(entity) { return }
      }
    } catch {
      throw IndexError(error, path: path)
    }
  }
}
