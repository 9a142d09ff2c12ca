import HanText

/// Rows for a table as one block of bytes, so that worker threads encode what the writing thread
/// then only hands to SQLite, without a `String` or a copy on the way.
struct RowBuffer: Sendable, Equatable {
  private var bytes: [UInt8] = []
  /// Number of rows.
  private(set) var count = 0

  private enum Tag: UInt8 {
    case null, integer, real, text, blob, endOfRow
  }

  /// Adds NULL.
  mutating func null() { bytes.append(Tag.null.rawValue) }

  /// Adds a whole number, or NULL.
  mutating func add(_ value: Int?) {
    guard let value else { return null() }
    bytes.append(Tag.integer.rawValue)
    append(UInt64(bitPattern: Int64(value)))
  }

  /// Adds a number.
  mutating func add(_ value: Double) {
    bytes.append(Tag.real.rawValue)
    append(value.bitPattern)
  }

  /// Adds text, or NULL for none or an empty one.
  mutating func add(_ text: String?) {
    guard let text, !text.isEmpty else { return null() }
    bytes.append(Tag.text.rawValue)
    sized { $0.append(contentsOf: text.utf8) }
  }

  /// Adds text, which may be empty.
  mutating func add(required text: String) {
    bytes.append(Tag.text.rawValue)
    sized { $0.append(contentsOf: text.utf8) }
  }

  /// Adds text, which may be empty.
  mutating func add(_ text: some Collection<UInt32>) {
    bytes.append(Tag.text.rawValue)
    sized { UTF8Text.append(text, to: &$0) }
  }

  /// Adds text in UTF-8.
  mutating func add(utf8 text: [UInt8]) {
    bytes.append(Tag.text.rawValue)
    sized { $0.append(contentsOf: text) }
  }

  /// Adds a blob.
  mutating func add(blob: [UInt8]) {
    bytes.append(Tag.blob.rawValue)
    sized { $0.append(contentsOf: blob) }
  }

  /// Ends a row.
  mutating func endRow() {
    bytes.append(Tag.endOfRow.rawValue)
    count += 1
  }

  private mutating func append(_ value: UInt64) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// Appends what `body` appends, with its length in front.
  private mutating func sized(_ body: (inout [UInt8]) -> Void) {
    let at = bytes.count
    append(0)
    body(&bytes)
    let length = UInt64(bytes.count - at - 8)
    withUnsafeBytes(of: length) { raw in
      for (i, byte) in raw.enumerated() { bytes[at + i] = byte }
    }
  }

  /// Runs a statement for each row: `prefix` is bound to the first parameter, the row's values to
  /// those behind it.
  func run(_ statement: Statement, prefix: Int?) throws(DatabaseError) {
    guard !bytes.isEmpty else { return }
    var failure: DatabaseError?
    bytes.withUnsafeBytes { raw in
      do throws(DatabaseError) { try Self.run(statement, prefix, raw) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private static func run(
    _ statement: Statement, _ prefix: Int?, _ raw: UnsafeRawBufferPointer
  ) throws(DatabaseError) {
    var at = 0
    var index = 2
    try statement.bind(prefix, at: 1)
    while at < raw.count {
      let tag = Tag(rawValue: raw[at])
      at += 1
      switch tag {
      case .integer:
        let value = raw.loadUnaligned(fromByteOffset: at, as: Int64.self)
        try statement.bind(Int(value), at: index)
        at += 8
      case .real:
        let bits = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        try statement.bind(Double(bitPattern: bits), at: index)
        at += 8
      case .text, .blob:
        let length = Int(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
        let bytes = UnsafeRawBufferPointer(rebasing: raw[at..<at + length])
          .assumingMemoryBound(to: UInt8.self)
        at += length
        if tag == .text {
          try statement.bind(inPlace: bytes, at: index)
        } else {
          try statement.bind(blobInPlace: bytes, at: index)
        }
      case .endOfRow:
        try statement.run()
        index = 1
        if at < raw.count { try statement.bind(prefix, at: 1) }
      case .null, nil: break
      }
      index += 1
    }
  }
}
