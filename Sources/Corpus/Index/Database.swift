import CSQLite
import Glibc

/// What SQLite could not do, as a value.
public struct DatabaseError: Error, Sendable, Equatable {
  /// SQLite's extended result code.
  public var code: Int32
  /// SQLite's words, with the system's where a file operation failed.
  public var message: String

  /// The primary code, for example `EDUAI_SQLITE_FULL`.
  var primary: Int32 { code & 0xFF }
  /// Whether another program holds the file.
  public var isBusy: Bool { primary == Int32(EDUAI_SQLITE_BUSY) }
  /// Whether the file is no database, or a broken one.
  public var isDamaged: Bool {
    primary == Int32(EDUAI_SQLITE_CORRUPT) || primary == Int32(EDUAI_SQLITE_NOTADB)
  }
  /// Whether the disk has no room left.
  public var isFull: Bool { primary == Int32(EDUAI_SQLITE_FULL) }
}

/// A connection to one SQLite file.
///
/// For one thread at a time; several connections to one file may be used by several threads.
/// Statements must not outlive their connection's last use, but keep it open until they are gone.
public final class Database {
  /// What the connection may do.
  public enum Access: Sendable {
    /// Reads a file that is there.
    case read
    /// Reads and writes a file that is there.
    case write
    /// Makes the file where it is not there.
    case create
  }

  let handle: OpaquePointer?

  /// Opens a file.
  ///
  /// Nothing of the file is read yet: what is no database shows at the first statement.
  ///
  /// - Parameter path: the file; `:memory:` for a database without one.
  public init(path: String, access: Access) throws(DatabaseError) {
    let mode =
      switch access {
      case .read: EDUAI_SQLITE_OPEN_READ
      case .write: EDUAI_SQLITE_OPEN_WRITE
      case .create: EDUAI_SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = eduai_database_open(path, Int32(mode), &opened)
    handle = opened
    guard code == Int32(EDUAI_SQLITE_OK) else { throw error(code) }
  }

  deinit { eduai_database_close(handle) }

  /// The error of the call that just failed.
  func error(_ code: Int32) -> DatabaseError {
    var message = String(cString: eduai_database_message(handle))
    let number = eduai_database_system_error(handle)
    let isOfFile = [EDUAI_SQLITE_IOERR, EDUAI_SQLITE_CANTOPEN].contains { Int32($0) == code & 0xFF }
    if isOfFile, number != 0 { message += ": \(String(cString: strerror(number)).lowercased())" }
    return DatabaseError(code: code, message: message)
  }

  /// How long to wait for another program's lock before a statement fails as busy.
  public func setBusyTimeout(milliseconds: Int) {
    eduai_database_wait(handle, Int32(clamping: milliseconds))
  }

  /// The rowid of the row inserted last.
  public var lastInsertedID: Int { Int(eduai_database_last_id(handle)) }

  /// Rows that the last statement changed.
  public var changes: Int { Int(eduai_database_changes(handle)) }

  /// Whether a transaction is open; some errors (a full disk) end it.
  public var isInTransaction: Bool { eduai_database_is_idle(handle) == 0 }

  /// Prepares one statement, to be run many times.
  public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    try Statement(sql, on: self)
  }

  /// Runs statements that give no rows of interest, separated by semicolons.
  public func execute(_ sql: String) throws(DatabaseError) {
    var bytes = Array(sql.utf8)
    while !bytes.isEmpty {
      var statement: OpaquePointer?
      var used: Int32 = 0
      let code = eduai_statement_prepare(
        handle, bytes, Int32(clamping: bytes.count), 0, &statement, &used)
      guard code == Int32(EDUAI_SQLITE_OK) else { throw error(code) }
      bytes.removeFirst(min(bytes.count, max(1, Int(used))))
      guard let statement else { continue }
      defer { eduai_statement_finalize(statement) }
      var step = Int32(EDUAI_SQLITE_ROW)
      while step == Int32(EDUAI_SQLITE_ROW) { step = eduai_statement_step(statement) }
      guard step == Int32(EDUAI_SQLITE_DONE) else { throw error(step) }
    }
  }

  /// The first value of the first row as a whole number; `nil` without a row or for NULL.
  public func integer(_ sql: String) throws(DatabaseError) -> Int? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// The first value of the first row as text; `nil` without a row or for NULL.
  public func text(_ sql: String) throws(DatabaseError) -> String? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.text(0) : nil
  }

  /// Runs `body` inside a transaction; an error undoes all of it.
  public func transaction<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction, if there is one.
  public func rollBack() {
    // A failing rollback leaves the journal, from which the next opening rolls back.
    if isInTransaction { try? execute("ROLLBACK") }
  }
}
