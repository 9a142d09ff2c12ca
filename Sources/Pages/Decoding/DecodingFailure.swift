/// Why bytes could not be read as text.
public enum DecodingFailure: Error, Sendable, Equatable {
  /// No encoding has that name.
  case unknownEncoding(String)
  /// The bytes are no text; what they look like, with its article (`a PDF file`).
  case binary(String)

  /// One clause in plain English, to stand behind a file's name.
  public var reason: String {
    switch self {
    case .unknownEncoding(let name): "unknown encoding \(name)"
    case .binary(let kind): "is \(kind), not text"
    }
  }
}
