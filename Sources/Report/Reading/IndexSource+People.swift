import Corpus

extension IndexSource {
  /// Posts of a person that the page lists.
  private static let postLimit = 8

  /// The people named in most articles, each with the posts that most articles give.
  public func people(limit: Int) throws(Report.Failure) -> [PersonEntry] {
    try reading { (database) throws(DatabaseError) in
      let rows = try database.prepare(
        """
        SELECT id, name, documents_without_duplicates, mentions_without_duplicates
        FROM entities WHERE type = 'person' AND documents_without_duplicates > 0
        ORDER BY 3 DESC, 4 DESC, name LIMIT ?
        """)
      let posts = try database.prepare(Self.posts)
      let roles = try database.prepare(Self.roles)
      try rows.bind(limit, at: 1)
      var people: [PersonEntry] = []
      while try rows.step() {
        let entity = rows.integer(0)
        var held = try Self.posts(of: entity, posts)
        if held.isEmpty { held = try Self.posts(of: entity, roles) }
        people.append(
          PersonEntry(
            name: rows.text(1) ?? "", articles: rows.integer(2), mentions: rows.integer(3),
            posts: held))
      }
      return people
    }
  }

  /// The posts of a person's names. Relations have no index by person; the documents of the
  /// mentions lead to them. `CROSS JOIN` keeps SQLite to this order: without statistics it would
  /// read every mention of every person, for each person.
  private static let posts = """
    SELECT r.role, r.institution, r.former, count(*) FROM (
        SELECT DISTINCT m.document, m.name FROM entity_names n
          CROSS JOIN mentions m ON m.type = 'person' AND m.name = n.name
          CROSS JOIN documents d ON d.id = m.document
        WHERE n.type = 'person' AND n.entity = ?1 AND \(counted)
      ) p CROSS JOIN relations r ON r.document = p.document AND r.person = p.name
    WHERE r.role IS NOT NULL OR r.institution IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3, 2, 1 LIMIT ?2
    """

  /// What stands beside a person's names, where no relation tells of a post.
  private static let roles = """
    SELECT m.role, m.affiliation, 0, count(DISTINCT m.document) FROM entity_names n
      CROSS JOIN mentions m ON m.type = 'person' AND m.name = n.name
      CROSS JOIN documents d ON d.id = m.document
    WHERE n.type = 'person' AND n.entity = ?1 AND \(counted)
      AND (m.role IS NOT NULL OR m.affiliation IS NOT NULL)
    GROUP BY 1, 2 ORDER BY 4 DESC, 2, 1 LIMIT ?2
    """

  private static func posts(
    of entity: Int, _ rows: Statement
  ) throws(DatabaseError) -> [PersonEntry.Post] {
    defer { rows.reset() }
    try rows.bind(entity, at: 1)
    try rows.bind(postLimit, at: 2)
    var posts: [PersonEntry.Post] = []
    while try rows.step() {
      posts.append(
        PersonEntry.Post(
          role: rows.text(0), institution: rows.text(1), isFormer: rows.integer(2) != 0,
          articles: rows.integer(3)))
    }
    return posts
  }

  /// Who appears with whom; names beyond the 64th are left out.
  public func connections(
    people: Int, institutions: Int
  ) throws(Report.Failure) -> Connections {
    try reading { (database) throws(DatabaseError) in
      var connections = Connections()
      var numbers: [Int: Int] = [:]
      for (type, limit) in [("person", people), ("institution", institutions)] {
        let rows = try database.prepare(
          """
          SELECT id, name, documents_without_duplicates FROM entities
          WHERE type = ? AND documents_without_duplicates > 0
          ORDER BY 3 DESC, mentions_without_duplicates DESC, name LIMIT ?
          """)
        try rows.bind(type, at: 1)
        try rows.bind(limit, at: 2)
        while try rows.step() {
          numbers[rows.integer(0)] = connections.nodes.count
          connections.nodes.append(
            .init(name: rows.text(1) ?? "", isPerson: type == "person", articles: rows.integer(2)))
        }
      }
      var counter = PairCounter(nodes: connections.nodes.count)
      for entity in numbers.keys.sorted() {
        guard let number = numbers[entity] else { continue }
        try Self.places(of: entity, number: number, database, &counter)
      }
      connections.pairs = counter.pairs()
      return connections
    }
  }

  /// The sentences that name an entity.
  private static func places(
    of entity: Int, number: Int, _ database: Database, _ counter: inout PairCounter
  ) throws(DatabaseError) {
    let rows = try database.prepare(
      """
      SELECT DISTINCT m.document, m.sentence FROM entity_names n
        CROSS JOIN mentions m ON m.type = n.type AND m.name = n.name
        CROSS JOIN documents d ON d.id = m.document
      WHERE n.entity = ? AND m.sentence IS NOT NULL AND \(counted)
      """)
    try rows.bind(entity, at: 1)
    while try rows.step() {
      counter.add(number, document: rows.integer(0), sentence: rows.integer(1))
    }
  }
}
