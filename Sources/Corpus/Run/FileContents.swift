import Glibc
import Pages

/// Reads whole files: lexicons, models and gold, which are small and needed at once.
public enum FileContents {
  /// The bytes of a file.
  ///
  /// - Throws: `InputFailure` with the system's reason.
  public static func read(_ path: String) throws(InputFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFailure(document: path, reason: systemReason()) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw InputFailure(document: path, reason: systemReason()) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece.prefix(count))
    }
  }
}

/// The system's words for `errno`, lower case as in the middle of a sentence.
func systemReason(_ code: Int32 = errno) -> String {
  String(cString: strerror(code)).lowercased()
}
