import Glibc

/// The files below some paths, in the order `InputReader` would read them, for callers that choose
/// which of them to read.
public struct InputListing: Sendable {
  /// One file, or standard input.
  public struct File: Sendable {
    let entry: InputPlan.Entry

    /// The path as given and walked, which names the document; `stdin` for standard input.
    public var name: String {
      if case .file(let path, _, _) = entry { path.name } else { "stdin" }
    }

    /// Whether this is standard input, which has no stamp and can be read once.
    public var isStandardInput: Bool {
      if case .standardInput = entry { true } else { false }
    }

    /// Size in bytes when it was listed.
    public var size: Int {
      if case .file(_, let size, _) = entry { size } else { 0 }
    }

    /// What tells whether the file has changed; `nil` where the system cannot say.
    public func stamp() -> FileStamp? {
      guard case .file(let path, _, _) = entry else { return nil }
      return FileStamp(path)
    }

    /// Why the file cannot be opened for reading; `nil` where it can.
    public func reasonUnreadable() -> String? {
      guard case .file(let path, _, _) = entry else { return nil }
      let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return SystemError(errno).reason }
      close(descriptor)
      return nil
    }
  }

  /// The files.
  public let files: [File]
  /// Paths that lead to nothing readable.
  public let failures: [InputFailure]
  /// What was left out of folders and may be missed.
  public let notes: [InputFailure]

  /// Lists what lies below `paths`; `-` is standard input.
  ///
  /// - Complexity: O(files below the folders); nothing is opened.
  public init(paths: [String]) {
    let plan = InputPlan(paths: paths)
    var files: [File] = []
    var failures: [InputFailure] = []
    files.reserveCapacity(plan.entries.count)
    for entry in plan.entries {
      if case .failure(let failure) = entry {
        failures.append(failure)
      } else {
        files.append(File(entry: entry))
      }
    }
    self.files = files
    self.failures = failures
    notes = plan.notes
  }
}

/// What of a file changes when it is written or replaced.
public struct FileStamp: Sendable, Equatable {
  /// Bytes.
  public let size: Int
  /// Time of the last change of the content, in nanoseconds since 1970.
  public let modified: Int
  /// Time of the last change of content or properties, which no program can set back.
  let changed: Int
  let inode: UInt64

  init?(_ path: FilePath) {
    var info = stat()
    guard stat(path.cString, &info) == 0 else { return nil }
    size = Int(info.st_size)
    modified = Self.nanoseconds(info.st_mtim)
    changed = Self.nanoseconds(info.st_ctim)
    inode = UInt64(info.st_ino)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
      .addingReportingOverflow(Int(time.tv_nsec)).partialValue
  }
}
