/// Reads the records of a web archive.
struct WebArchiveReader {
  private let file: String
  private var isDone = false

  init(_ stream: ByteStream, first: [UInt8], file: String, limit: Int) {
    self.file = file
  }

  /// The next record, or `nil` at the end.
  mutating func next() -> Result<InputRecord, InputFailure>? {
    guard !isDone else { return nil }
    isDone = true
    return .failure(InputFailure(document: file, reason: "web archives cannot be read yet"))
  }
}
