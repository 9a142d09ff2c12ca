import CSQLite
import Glibc

/// An open index: a `Database` that is known to have the tables of `IndexSchema`.
public final class IndexFile {
  /// The file.
  public let path: String
  /// The connection.
  public let database: Database

  private init(path: String, database: Database) {
    self.path = path
    self.database = database
  }

  /// How long a statement waits for another program's lock, in milliseconds.
  private static let busyTimeout = 10_000

  /// Opens an index to read it. It may be written by another process meanwhile: a statement, or a
  /// transaction around several, sees one state of it.
  ///
  /// - Throws: `IndexError` where there is no such file or it is no index that this version reads.
  public static func read(_ path: String) throws(IndexError) -> IndexFile {
    guard access(path, F_OK) == 0 else {
      throw IndexError(.missing, path: path, reason: "no such file; eduai index makes one")
    }
    let file = try open(path, .read)
    guard try file.isIndex() else {
      throw IndexError(.foreign, path: path, reason: "is empty; eduai index fills it")
    }
    return file
  }

  /// Opens an index to write it, or makes one, in write-ahead mode.
  ///
  /// With `synchronous = NORMAL` a loss of power may take the last committed documents, never the
  /// file: they are analysed again by the next run, which is what a sync at every batch would
  /// cost more to spare.
  ///
  /// - Throws: `IndexError` where the file is something else, newer, or cannot be written.
  static func write(_ path: String) throws(IndexError) -> IndexFile {
    let isThere = access(path, F_OK) == 0
    do throws(IndexError) {
      let file = try open(path, .create)
      let isIndex = try file.isIndex()
      do throws(DatabaseError) {
        if !isIndex { try file.make() }
        try file.database.execute(
          """
          PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
          PRAGMA cache_size = -\(cacheKiB); PRAGMA wal_autocheckpoint = \(checkpointPages);
          """)
      } catch {
        throw IndexError(error, path: path)
      }
      return file
    } catch {
      // A file that could not be made leaves nothing behind.
      if !isThere { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }
      throw error
    }
  }

  /// Twice SQLite's own: half as many calls to write a run's pages, twice each (2 % of its time).
  private static let pageBytes = 8192
  private static let cacheKiB = 32 << 10
  /// Pages in the log before they are brought home, 40 MB: pages that many documents share are
  /// written once for all of them.
  private static let checkpointPages = 5000

  private static func open(
    _ path: String, _ access: Database.Access
  ) throws(IndexError) -> IndexFile {
    do throws(DatabaseError) {
      let database = try Database(path: path, access: access)
      database.setBusyTimeout(milliseconds: busyTimeout)
      return IndexFile(path: path, database: database)
    } catch {
      throw IndexError(error, path: path)
    }
  }

  /// Whether the file has our tables; false for an empty file.
  private func isIndex() throws(IndexError) -> Bool {
    let identity: (application: Int?, version: Int?, tables: Int?)
    do throws(DatabaseError) {
      identity = (
        try database.integer("PRAGMA application_id"), try database.integer("PRAGMA user_version"),
        try database.integer("SELECT count(*) FROM sqlite_schema")
      )
    } catch {
      throw IndexError(error, path: path)
    }
    if identity.tables == 0, identity.application == 0 { return false }
    guard identity.application == IndexSchema.applicationID else {
      throw IndexError(.foreign, path: path, reason: "is a database of another program")
    }
    let version = identity.version ?? 0
    guard version <= IndexSchema.version else {
      throw IndexError(
        .newer, path: path,
        reason: "was made by a newer eduai (tables of version \(version), this one reads "
          + "\(IndexSchema.version))")
    }
    return true
  }

  /// Makes the tables, all or none.
  private func make() throws(DatabaseError) {
    try database.execute("PRAGMA page_size = \(Self.pageBytes)")
    try database.transaction { () throws(DatabaseError) in
      try database.execute(IndexSchema.sql)
      try database.execute(
        "PRAGMA application_id = \(IndexSchema.applicationID); "
          + "PRAGMA user_version = \(IndexSchema.version)")
    }
  }

  /// Brings everything into the one file and ends write-ahead mode. Where another program is just
  /// reading, the log stays beside the file, which loses nothing.
  func settle() throws(DatabaseError) {
    database.setBusyTimeout(milliseconds: 1000)
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    do throws(DatabaseError) { try database.execute("PRAGMA journal_mode = DELETE") } catch {
      if !error.isBusy { throw error }
    }
  }
}

extension DatabaseError {
  /// Whether the file or its folder cannot be written.
  var isUnwritable: Bool {
    [EDUAI_SQLITE_READONLY, EDUAI_SQLITE_CANTOPEN, EDUAI_SQLITE_IOERR].contains {
      Int32($0) == primary
    }
  }
}
