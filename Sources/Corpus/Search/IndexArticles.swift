import HanText
import Pages

/// Articles of an index, one at a time, in the order that `extract` walks their folder in.
///
/// Which ones is settled when it is made; texts are read when their turn comes. For one thread at
/// a time.
public final class IndexArticles {
  private let file: IndexFile
  private var ids: [Int] = []
  private var position = 0
  private let texts: Statement
  private let names: Statement

  /// Finds the articles.
  ///
  /// - Parameters:
  ///   - query: words that the articles must have; `nil` for any.
  ///   - filter: what else must hold of them.
  /// - Complexity: O(documents), 8 bytes a document.
  public convenience init(
    _ file: IndexFile, query: SearchQuery? = nil, filter: SearchFilter = SearchFilter()
  ) throws(IndexError) {
    try self.init(file, expression: query?.expression, filter: filter)
  }

  /// Finds the articles that can have what a pattern finds.
  public convenience init(
    _ file: IndexFile, having pattern: KeywordPattern, query: SearchQuery?, filter: SearchFilter
  ) throws(IndexError) {
    let parts = [query?.expression, pattern.candidates].compactMap { $0 }.map { "(\($0))" }
    try self.init(
      file, expression: parts.isEmpty ? nil : parts.joined(separator: " AND "), filter: filter)
  }

  private init(
    _ file: IndexFile, expression: String?, filter: SearchFilter
  ) throws(IndexError) {
    self.file = file
    do throws(DatabaseError) {
      let database = file.database
      texts = try database.prepare(
        """
        SELECT d.document, d.region, t.text
        FROM documents d JOIN texts t ON t.document = d.id WHERE d.id = ?
        """)
      names = try database.prepare(
        """
        SELECT start, end, type FROM mentions
        WHERE document = ? AND type IN ('person', 'institution', 'place') ORDER BY ordinal
        """)
      // One state of the index from here on.
      try database.execute("BEGIN")
      let sources = try SourceNames.matching(filter.source, in: database)
      var conditions = filter.conditions(sources: sources)
      if let expression {
        conditions.add(
          "d.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [.text(expression)])
      }
      let found = try database.prepare(
        """
        SELECT d.id FROM files f JOIN documents d ON d.file = f.id
        WHERE \(conditions.text) ORDER BY f.walk, d.ordinal
        """)
      _ = try conditions.bind(to: found, from: 1)
      while try found.step() { ids.append(found.integer(0)) }
      found.reset()
    } catch {
      throw IndexError(error, path: file.path)
    }
  }

  deinit { file.database.rollBack() }

  /// Number of articles.
  var count: Int { ids.count }

  /// The next article; `nil` at the end. A text that cannot be read ends them.
  func next() -> Result<SourceArticle, InputFailure>? {
    do throws(DatabaseError) {
      while position < ids.count {
        position += 1
        if let article = try article(ids[position - 1]) { return .success(article) }
      }
      return nil
    } catch {
      position = ids.count
      return .failure(InputFailure(document: file.path, reason: error.message))
    }
  }

  private func article(_ id: Int) throws(DatabaseError) -> SourceArticle? {
    defer {
      texts.reset()
      names.reset()
    }
    try texts.bind(id, at: 1)
    guard try texts.step() else { return nil }
    var article = Article(document: texts.text(0) ?? "", text: texts.scalars(2))
    article.region = Region(rawValue: texts.text(1) ?? "") ?? .cn
    try names.bind(id, at: 1)
    var found: [KnownName] = []
    while try names.step() {
      let (start, end) = (names.integer(0), names.integer(1))
      guard start >= found.last?.span.end ?? 0, start < end, end <= article.text.count else {
        continue
      }
      found.append(KnownName(span: TextSpan(start, end), isPerson: names.text(2) == "person"))
    }
    return SourceArticle(article, names: found)
  }
}

/// The media of an index.
enum SourceNames {
  /// Those whose name has `part`, in either script and case; empty for `nil`.
  ///
  /// - Complexity: O(different media × log documents).
  static func matching(_ part: String?, in database: Database) throws(DatabaseError) -> [String] {
    guard let part else { return [] }
    let wanted = FoldedText.make(Scalars(part))
    // One step of the index for each different name.
    let names = try database.prepare(
      """
      WITH RECURSIVE names (name) AS (
        SELECT min(source) FROM documents
        UNION ALL
        SELECT (SELECT min(source) FROM documents WHERE source > names.name) FROM names
          WHERE names.name IS NOT NULL)
      SELECT name FROM names WHERE name IS NOT NULL
      """)
    var found: [String] = []
    while try names.step() {
      guard let name = names.text(0) else { continue }
      if contains(FoldedText.make(Scalars(name)), wanted) { found.append(name) }
    }
    return found
  }

  private static func contains(_ text: Scalars, _ part: Scalars) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}

extension KeywordPattern {
  /// What the full-text table can be asked for so that no text with a match is missed; `nil` where
  /// it cannot rule any out.
  ///
  /// Of each alternative the stretches of Chinese characters count, in which a match of the pattern
  /// is a match of pairs. Words in other letters may be parts of the text's.
  var candidates: String? {
    var alternatives: [String] = []
    for branch in branches {
      var phrases: [String] = []
      var run: Scalars = []
      func close() {
        if !run.isEmpty, let phrase = SearchTokens.phrase(of: run) { phrases.append(phrase) }
        run = []
      }
      for item in branch.items {
        if case .literal(let scalar) = item, SearchTokens.isCharacter(scalar) {
          run.append(scalar)
        } else {
          close()
        }
      }
      close()
      guard !phrases.isEmpty else { return nil }
      alternatives.append(phrases.joined(separator: " AND "))
    }
    // More would not be faster than reading the texts.
    guard alternatives.count <= 100 else { return nil }
    return alternatives.map { "(\($0))" }.joined(separator: " OR ")
  }
}
