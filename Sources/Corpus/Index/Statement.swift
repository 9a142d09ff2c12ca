import CSQLite
import HanText

/// A prepared statement: bind, step, read columns, reset. For the thread that uses its connection.
///
/// Parameters are numbered from 1 and columns from 0, as in SQLite. A value that was not bound
/// since the last `reset` is NULL.
public final class Statement {
  private let database: Database
  private let handle: OpaquePointer?

  init(_ sql: String, on database: Database) throws(DatabaseError) {
    self.database = database
    let bytes = Array(sql.utf8)
    var prepared: OpaquePointer?
    var used: Int32 = 0
    let code = eduai_statement_prepare(
      database.handle, bytes, Int32(clamping: bytes.count), 1, &prepared, &used)
    handle = prepared
    guard code == Int32(EDUAI_SQLITE_OK) else { throw database.error(code) }
  }

  deinit { eduai_statement_finalize(handle) }

  private func check(_ code: Int32) throws(DatabaseError) {
    if code != Int32(EDUAI_SQLITE_OK) { throw database.error(code) }
  }

  // MARK: Parameters

  /// Binds a whole number, or NULL.
  public func bind(_ value: Int?, at index: Int) throws(DatabaseError) {
    guard let value else { return try bindNull(at: index) }
    try check(eduai_statement_bind_integer(handle, Int32(clamping: index), Int64(value)))
  }

  /// Binds a number.
  public func bind(_ value: Double, at index: Int) throws(DatabaseError) {
    try check(eduai_statement_bind_real(handle, Int32(clamping: index), value))
  }

  /// Binds text, or NULL.
  public func bind(_ text: String?, at index: Int) throws(DatabaseError) {
    guard var text else { return try bindNull(at: index) }
    let code = text.withUTF8 {
      eduai_statement_bind_text(handle, Int32(clamping: index), $0.baseAddress, $0.count, 1)
    }
    try check(code)
  }

  /// Binds text given in UTF-8.
  public func bind(utf8 bytes: [UInt8], at index: Int) throws(DatabaseError) {
    try check(
      eduai_statement_bind_text(handle, Int32(clamping: index), bytes, bytes.count, 1))
  }

  /// Binds text given in scalars.
  public func bind(_ text: some Collection<UInt32>, at index: Int) throws(DatabaseError) {
    try bind(utf8: UTF8Text.encode(text), at: index)
  }

  /// Binds a blob.
  public func bind(blob bytes: [UInt8], at index: Int) throws(DatabaseError) {
    try check(
      eduai_statement_bind_blob(handle, Int32(clamping: index), bytes, bytes.count, 1))
  }

  /// Binds NULL.
  public func bindNull(at index: Int) throws(DatabaseError) {
    try check(eduai_statement_bind_null(handle, Int32(clamping: index)))
  }

  /// Binds a block of rows as the argument of `RowBuffer.source`; it is not copied: the bytes must stay
  /// until `reset`.
  func bind(rows: UnsafeBufferPointer<UInt8>, at index: Int) throws(DatabaseError) {
    try check(
      eduai_statement_bind_rows(handle, Int32(clamping: index), rows.baseAddress, rows.count))
  }

  // MARK: Running

  /// Goes to the next row; false at the end.
  public func step() throws(DatabaseError) -> Bool {
    let code = eduai_statement_step(handle)
    if code == Int32(EDUAI_SQLITE_ROW) { return true }
    if code == Int32(EDUAI_SQLITE_DONE) { return false }
    let error = database.error(code)
    eduai_statement_reset(handle)
    throw error
  }

  /// Makes the statement ready for its next run; bindings become NULL.
  public func reset() { eduai_statement_reset(handle) }

  /// Runs a statement whose rows do not matter, and resets it.
  public func run() throws(DatabaseError) {
    while try step() {}
    reset()
  }

  // MARK: Columns of the current row

  /// Number of columns.
  public var columnCount: Int { Int(eduai_statement_columns(handle)) }

  /// A column's name.
  public func columnName(_ column: Int) -> String {
    eduai_statement_column_name(handle, Int32(clamping: column)).map { String(cString: $0) } ?? ""
  }

  /// The types a value can have.
  public enum ValueType: Sendable {
    case null, integer, real, text, blob
  }

  /// The type of a value.
  public func type(_ column: Int) -> ValueType {
    switch Int(eduai_statement_type(handle, Int32(clamping: column))) {
    case Int(EDUAI_SQLITE_INTEGER): .integer
    case Int(EDUAI_SQLITE_REAL): .real
    case Int(EDUAI_SQLITE_TEXT): .text
    case Int(EDUAI_SQLITE_BLOB): .blob
    default: .null
    }
  }

  /// Whether a value is NULL.
  public func isNull(_ column: Int) -> Bool { type(column) == .null }

  /// A whole number; 0 for NULL.
  public func integer(_ column: Int) -> Int {
    Int(eduai_statement_integer(handle, Int32(clamping: column)))
  }

  /// A number; 0 for NULL.
  public func real(_ column: Int) -> Double {
    eduai_statement_real(handle, Int32(clamping: column))
  }

  /// Hands the bytes of a text (UTF-8) or blob to `body`; they live as long as the call.
  public func withBytes<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var count = 0
    let bytes = eduai_statement_bytes(handle, Int32(clamping: column), &count)
    return body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// Text; `nil` for NULL.
  public func text(_ column: Int) -> String? {
    if isNull(column) { return nil }
    return withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Text as scalars; empty for NULL.
  public func scalars(_ column: Int) -> Scalars {
    withBytes(column) { UTF8Text.decode($0).scalars }
  }

  /// The bytes of a text or blob; empty for NULL.
  public func bytes(_ column: Int) -> [UInt8] {
    withBytes(column) { Array($0) }
  }
}
