import Glibc

/// What the given paths lead to, in the order it will be read: a cheap listing, nothing opened.
struct InputPlan: Sendable {
  /// One input.
  enum Entry: Sendable {
    /// A file, with its size in bytes and the format its name means.
    case file(FilePath, size: Int, format: InputFormat?)
    /// Standard input.
    case standardInput
    /// A path that leads to nothing readable.
    case failure(InputFailure)
  }

  private(set) var entries: [Entry] = []
  /// Number of files.
  private(set) var files = 0
  /// Their bytes on disk; standard input and pipes count nothing.
  private(set) var bytes = 0
  /// What was left out of folders and may be missed: pipes, devices, folders met twice.
  private(set) var notes: [InputFailure] = []

  /// Names that are no articles wherever they stand.
  private static let junk: Set<[UInt8]> = Set(
    ["node_modules", "__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN"].map { Array($0.utf8) })

  /// Lists `paths`; folders are walked in the order of their names' bytes.
  ///
  /// - Complexity: O(files below the folders), each folder once.
  init(paths: [String]) {
    for path in paths {
      if path == "-" {
        entries.append(.standardInput)
        files += 1
        continue
      }
      let file = FilePath(path)
      switch file.status() {
      case .failure(let error): fail(file, error.reason)
      case .success(let status) where status.kind == .folder: walk(file, status)
      case .success(let status):
        add(file, size: status.size, format: FileKind(name: file.bytes).format)
      }
    }
  }

  /// A plan of one entry.
  init(_ entry: Entry) {
    entries = [entry]
    files = 1
    if case .file(_, let size, _) = entry { bytes = size }
  }

  private mutating func add(_ file: FilePath, size: Int, format: InputFormat?) {
    entries.append(.file(file, size: size, format: format))
    files += 1
    bytes += size
  }

  private mutating func fail(_ file: FilePath, _ reason: String) {
    entries.append(.failure(InputFailure(document: file.name, reason: reason)))
  }

  /// A folder whose names are being gone through.
  private struct Level {
    let path: FilePath
    let identity: FileStatus.Identity
    let names: [[UInt8]]
    var next = 0
  }

  private mutating func walk(_ top: FilePath, _ status: FileStatus) {
    let before = entries.count
    var levels: [Level] = []
    var seen: Set<FileStatus.Identity> = []
    enter(top, status.identity, &levels, &seen)
    while let last = levels.indices.last {
      guard levels[last].next < levels[last].names.count else {
        levels.removeLast()
        continue
      }
      let name = levels[last].names[levels[last].next]
      levels[last].next += 1
      guard !Self.isSkipped(name) else { continue }
      visit(levels[last].path.appending(name), name, &levels, &seen)
    }
    if entries.count == before { fail(top, "no articles in this folder") }
  }

  /// Hidden files, what systems and editors leave behind.
  private static func isSkipped(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~") || junk.contains(name)
  }

  private mutating func visit(
    _ file: FilePath, _ name: [UInt8], _ levels: inout [Level],
    _ seen: inout Set<FileStatus.Identity>
  ) {
    let format = FileKind(name: name).format
    switch file.status() {
    case .failure(let error):
      // A link that leads nowhere may be anything; what cannot be reached may be a whole folder.
      let isNoArticle = format == nil && (error.number == ENOENT || error.number == ELOOP)
      if !isNoArticle { fail(file, error.reason) }
    case .success(let status):
      switch status.kind {
      case .regular:
        if format != nil { add(file, size: status.size, format: format) }
      case .special:
        notes.append(InputFailure(document: file.name, reason: "skipped: not a regular file"))
      case .folder: enter(file, status.identity, &levels, &seen)
      }
    }
  }

  private mutating func enter(
    _ folder: FilePath, _ identity: FileStatus.Identity, _ levels: inout [Level],
    _ seen: inout Set<FileStatus.Identity>
  ) {
    if let outer = levels.first(where: { $0.identity == identity }) {
      fail(folder, "folder loop: leads back to \(outer.path.name)")
      return
    }
    guard seen.insert(identity).inserted else {
      notes.append(
        InputFailure(document: folder.name, reason: "skipped: the same folder was read before"))
      return
    }
    switch folder.folderNames() {
    case .failure(let error): fail(folder, error.reason)
    case .success(let names):
      levels.append(Level(path: folder, identity: identity, names: names))
    }
  }
}
