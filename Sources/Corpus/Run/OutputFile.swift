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
  private let temporaryPath: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens standard output.
  public init() {
    path = nil
    temporaryPath = nil
    descriptor = STDOUT_FILENO
  }

  /// Opens a temporary file beside `path`.
  ///
  /// - Throws: `unwritable` where the folder does not take a new file.
  public init(path: String) throws(Failure) {
    self.path = path
    // A device or pipe cannot be replaced by a renamed file; it is written directly.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      temporaryPath = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw .unwritable(path: path, reason: systemReason()) }
      return
    }
    let name = "\(path).\(getpid()).tmp"
    temporaryPath = name
    descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .unwritable(path: path, reason: systemReason()) }
  }

  /// The temporary file that must not survive an interrupt.
  public var unfinishedPath: String? { temporaryPath }

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
    guard let path else { return }
    let isClosed = (temporaryPath == nil || fsync(descriptor) == 0) && close(descriptor) == 0
    descriptor = -1
    guard isClosed else { throw failure() }
    if let temporaryPath, rename(temporaryPath, path) != 0 { throw failure() }
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
