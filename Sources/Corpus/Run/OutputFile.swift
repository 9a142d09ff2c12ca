import Glibc

/// Where a run's output goes: standard output, or a file that appears whole or not at all.
///
/// A file is written under a temporary name beside its target and renamed by `commit()`; if the
/// value is abandoned before, `discard()` removes it.
public final class OutputFile {
  /// Why output could not be written.
  public enum Failure: Error, Sendable, Equatable {
    /// The reader of the pipe has gone; a quiet end.
    case closedPipe
    /// Anything else, with the system's reason.
    case unwritable(path: String, reason: String)
  }

  private let path: String?
  /// Where the finished file goes: what `path` leads to, symbolic links followed.
  private let target: String?
  private let temporaryPath: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens standard output.
  public init() {
    path = nil
    target = nil
    temporaryPath = nil
    descriptor = STDOUT_FILENO
  }

  /// Opens a temporary file beside `path`, or beside what `path` links to. A file that is there
  /// keeps its permissions.
  ///
  /// - Throws: `unwritable` where the folder does not take a new file, or the file that is there
  ///   may not be written.
  public init(path: String) throws(Failure) {
    self.path = path
    // A device or pipe cannot be replaced by a renamed file; it is written directly.
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      target = nil
      temporaryPath = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw .unwritable(path: path, reason: systemReason()) }
      return
    }
    let target = Self.resolved(path)
    self.target = target
    let name = "\(target).\(getpid()).tmp"
    temporaryPath = name
    descriptor = -1
    if isThere, access(target, W_OK) != 0 {
      throw .unwritable(path: path, reason: systemReason())
    }
    descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isThere ? 0o600 : 0o666)
    if descriptor < 0 { throw .unwritable(path: path, reason: systemReason()) }
    if isThere { fchmod(descriptor, status.st_mode & 0o777) }
  }

  /// A folder for the temporary files of what is being written: where the output will stand, so
  /// that there is room for both; that of the system for standard output and devices.
  public var folder: String {
    guard let target else { return "/tmp" }
    guard let slash = target.lastIndex(of: "/") else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }

  /// The path of an existing file without symbolic links; a new file's path as it is.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Adds bytes; they reach the file in large pieces.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands everything written so far to the system.
  public func flush() throws(Failure) {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw .closedPipe }
        throw failure()
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Finishes the output: everything written, the file under its own name.
  public func commit() throws(Failure) {
    try flush()
    guard path != nil else { return }
    let isClosed = (temporaryPath == nil || fsync(descriptor) == 0) && close(descriptor) == 0
    descriptor = -1
    guard isClosed else { throw failure() }
    if let temporaryPath, let target, rename(temporaryPath, target) != 0 { throw failure() }
  }

  /// Removes what was written, as far as it is a file of our own.
  public func discard() {
    if path != nil, descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if let temporaryPath { unlink(temporaryPath) }
  }

  private func failure() -> Failure {
    .unwritable(path: path ?? "standard output", reason: systemReason())
  }
}
