import HanText

/// Rows for a table as one block of bytes, so that worker threads encode what the writing thread
/// then only hands to SQLite, without a `String` on the way.
struct RowBuffer: Sendable, Equatable {
  private var bytes: [UInt8] = []
  /// Number of rows.
  private(set) var count = 0

  /// What stands before a cell, a row's end or a key, as `CSQLite` reads it.
  private enum Tag: UInt8 {
    case null, integer, real, text, blob, endOfRow, key
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
  mutating func add(utf8 text: some Collection<UInt8>) {
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
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: length, toByteOffset: at, as: UInt64.self)
    }
  }

  /// Makes the rows that follow those of `id`, which belongs to `owner`.
  mutating func begin(_ id: Int, of owner: Int = 0) {
    bytes.append(Tag.key.rawValue)
    append(UInt64(bitPattern: Int64(id)))
    append(UInt64(bitPattern: Int64(owner)))
  }

  /// Adds the rows of another buffer.
  mutating func append(_ rows: RowBuffer) {
    bytes.append(contentsOf: rows.bytes)
    count += rows.count
  }

  /// Makes room for so many bytes in all.
  mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Number of bytes.
  var byteCount: Int { bytes.count }

  /// Removes all rows and keeps the room for others.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
  }

  /// The columns `id` or others of `source`, and the first `cells` cells.
  static func columns(_ first: String, cells: Int) -> String {
    ([first] + (0..<cells).map { "c\($0 + 1)" }).joined(separator: ", ")
  }

  /// What SQL calls the buffer: a table of `id` and `owner` (see `begin`) and the cells `c1`, `c2`,
  /// …, with the parameter that `run` binds.
  static let source = "eduai_rows(?)"

  /// Runs a statement over `source`, once for all rows: SQLite keeps its place in the table they go to,
  /// and nothing is bound or copied on the way. A third of what a statement for each row costs.
  func run(_ statement: Statement) throws(DatabaseError) {
    guard count > 0 else { return }
    var failure: DatabaseError?
    bytes.withUnsafeBufferPointer { rows in
      do throws(DatabaseError) {
        try statement.bind(rows: rows, at: 1)
        try statement.run()
      } catch {
        statement.reset()
        failure = error
      }
    }
    if let failure { throw failure }
  }
}
