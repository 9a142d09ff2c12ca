import Pages

/// What a run has to do: the files to read, and what became of those that are not there.
struct IndexPlan {
  /// A file to read.
  struct Task: Sendable {
    let file: InputListing.File
    /// Its row in `files`; `nil` for a new one.
    let id: Int?
    /// The documents that the index has of it, made as this run would make them, by ordinal.
    let known: [KnownRecord]
  }

  /// A document that need not be analysed again if the record has the same hash.
  struct KnownRecord: Sendable {
    let ordinal: Int
    let hash: [UInt8]
  }

  /// A row of `files` that is not among the files listed.
  struct Gone {
    let id: Int
    let isRead: Bool
  }

  /// Files to read, in order.
  private(set) var tasks: [Task] = []
  /// Files that are as they were.
  private(set) var unchanged = 0
  /// Rows of files that are as they were when they vanished.
  private(set) var returned: [Int] = []
  /// Rows of files that are gone and not yet marked.
  private(set) var gone: [Gone] = []
  /// Files whose names are not UTF-8 and show like another one's.
  private(set) var failures: [InputFailure] = []
  /// Bytes of the files to read.
  private(set) var bytes = 0

  /// Compares a listing with the index.
  ///
  /// - Complexity: O(files listed + files in the index), a system call and a look-up each.
  init(
    _ listing: InputListing, roots: [String], fingerprint: Int, in database: Database
  ) throws(DatabaseError) {
    let file = try database.prepare(
      "SELECT id, size, mtime, fingerprint, state FROM files WHERE path = ?")
    let documents = try database.prepare(
      "SELECT ordinal, hash FROM documents WHERE file = ? AND fingerprint = ? ORDER BY ordinal")
    var seen: Set<Int> = []
    var added: Set<String> = []
    for listed in listing.files {
      let name = listed.name
      try file.bind(name, at: 1)
      guard try file.step() else {
        file.reset()
        if added.insert(name).inserted {
          add(Task(file: listed, id: nil, known: []))
        } else {
          failDouble(name)
        }
        continue
      }
      let id = file.integer(0)
      let isVanished = file.text(4) == "vanished"
      let isSettled = file.text(4) == "read" || isVanished
      let isSame = isSettled && file.integer(3) == fingerprint && Self.isSame(listed, file)
      file.reset()
      guard seen.insert(id).inserted else {
        failDouble(name)
        continue
      }
      if isSame {
        unchanged += 1
        if isVanished { returned.append(id) }
        continue
      }
      var known: [KnownRecord] = []
      try documents.bind(id, at: 1)
      try documents.bind(fingerprint, at: 2)
      while try documents.step() {
        known.append(KnownRecord(ordinal: documents.integer(0), hash: documents.bytes(1)))
      }
      documents.reset()
      add(Task(file: listed, id: id, known: known))
    }
    try findGone(Scope(roots, excluding: listing.failures), seen: seen, in: database)
  }

  /// Notes a second file of one name; the same file given twice is no failure.
  private mutating func failDouble(_ name: String) {
    guard name.unicodeScalars.contains("\u{FFFD}") else { return }
    failures.append(
      InputFailure(
        document: name, reason: "the name is not UTF-8 and cannot be told from another file's"))
  }

  private mutating func add(_ task: Task) {
    tasks.append(task)
    bytes += task.file.size
  }

  private static func isSame(_ file: InputListing.File, _ row: Statement) -> Bool {
    guard let stamp = file.stamp(), !row.isNull(2) else { return false }
    return row.integer(1) == stamp.size && row.integer(2) == stamp.modified
  }

  private mutating func findGone(
    _ scope: Scope, seen: Set<Int>, in database: Database
  ) throws(DatabaseError) {
    let all = try database.prepare(
      "SELECT id, path, state FROM files WHERE state <> 'vanished' ORDER BY id")
    while try all.step() {
      let id = all.integer(0)
      guard !seen.contains(id), let path = all.text(1), scope.contains(path) else { continue }
      gone.append(Gone(id: id, isRead: all.text(2) == "read"))
    }
  }
}

/// The part of the file system that a run has listed: below its paths, but for what could not be
/// listed.
struct Scope {
  private let roots: [String]
  private let excluded: [String]

  init(_ roots: [String], excluding failures: [InputFailure]) {
    self.roots = roots.map { $0 == "-" ? "stdin" : $0 }
    excluded = failures.map(\.document)
  }

  /// Whether a file of this path would have been listed.
  func contains(_ path: String) -> Bool {
    roots.contains { Self.isInside(path, $0) } && !excluded.contains { Self.isInside(path, $0) }
  }

  private static func isInside(_ path: String, _ root: String) -> Bool {
    guard path.utf8.starts(with: root.utf8) else { return false }
    let rest = path.utf8.dropFirst(root.utf8.count)
    return rest.isEmpty || root.utf8.last == UInt8(ascii: "/") || rest.first == UInt8(ascii: "/")
  }
}
