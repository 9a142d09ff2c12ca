import Glibc

/// The lock that keeps a second `eduai index` from a file: an advisory lock on `F.lock`, which the
/// system drops with the process that holds it, however that ends.
///
/// The file is removed when the lock is given up. One that a killed process left is harmless.
final class IndexLock {
  private let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    // Still held: nobody can have locked the file in between.
    unlink(path)
    close(descriptor)
  }

  /// Takes the lock of an index.
  ///
  /// - Parameters:
  ///   - waits: whether to wait until another process gives it up.
  ///   - isInterrupted: asked ten times a second while waiting.
  /// - Returns: the lock; `nil` if interrupted.
  /// - Throws: `busy` where another process holds it; `unwritable` where the folder takes no file.
  static func take(
    index: String, waits: Bool, isInterrupted: () -> Bool
  ) throws(IndexError) -> IndexLock? {
    let path = index + ".lock"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        throw IndexError(
          .unwritable, path: index,
          reason: "cannot be written: \(systemReason()) (\(path))")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if isAt(path, descriptor) {
          note(descriptor)
          return IndexLock(path: path, descriptor: descriptor)
        }
        // Its holder removed the file between our opening and locking it.
        close(descriptor)
        continue
      }
      let reason = errno
      let holder = waits ? "" : owner(descriptor)
      close(descriptor)
      guard reason == EWOULDBLOCK || reason == EINTR else {
        throw IndexError(
          .unwritable, path: index,
          reason: "cannot be locked: \(String(cString: strerror(reason)).lowercased())")
      }
      guard waits else {
        throw IndexError(
          .busy, path: index,
          reason: "another eduai index is writing it\(holder); --wait waits for it")
      }
      if isInterrupted() { return nil }
      usleep(100_000)
    }
  }

  /// Whether the path still leads to the open file.
  private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    guard stat(path, &named) == 0, fstat(descriptor, &opened) == 0 else { return false }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }

  /// Writes our process number into the file, for people.
  private static func note(_ descriptor: Int32) {
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func owner(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { $0 >= 0x30 && $0 <= 0x39 }
    return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
  }
}
