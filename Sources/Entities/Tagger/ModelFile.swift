import Glibc

/// What is wrong with a model file.
public enum ModelError: Error, Equatable, Sendable {
  /// The bytes are not those of a model of this program.
  case notAModel
  /// The model is of another version of the format or of the features.
  case otherVersion(format: UInt32, features: UInt32)
  /// The file ends too early or goes on too long.
  case wrongLength(expected: Int, found: Int)
  /// The file cannot be read, for the system's reason.
  case unreadable(String)
  /// The length is right, but the content is damaged.
  case damaged
}

extension ModelError: CustomStringConvertible {
  /// One sentence without the file's name, for messages.
  public var description: String {
    switch self {
    case .notAModel:
      "not a model of eduai"
    case .otherVersion(let format, let features):
      "a model of another version (format \(format), features \(features); this program reads "
        + "format \(ModelLayout.version), features \(FeatureExtractor.version))"
    case .wrongLength(let expected, let found):
      "the model is \(found) bytes long, \(expected) expected"
    case .unreadable(let reason): reason
    case .damaged:
      "the model is damaged: its checksum does not match"
    }
  }
}

/// Reads model files.
enum ModelFile {
  /// Largest file read; no model is near it.
  private static let largest = 1 << 30

  /// The bytes of a file, read straight into place: one copy and no array that is cleared before.
  ///
  /// Not mapped, because a file that another program cuts short would then end this one.
  static func read(_ path: String) throws(ModelError) -> ModelBytes {
    // Without waiting, or a pipe that nobody writes to would hold the program for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(systemReason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else { throw .notAModel }
    return try ModelBytes(filling: Int(status.st_size)) {
      (buffer: UnsafeMutableRawBufferPointer) throws(ModelError) in
      var count = 0
      while count < buffer.count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw .unreadable(systemReason()) }
        if got == 0 { break }
        count += got
      }
      return count
    }
  }

  private static func systemReason() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}
