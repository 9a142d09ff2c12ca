/// Why an index could not be opened, read or written: the file, and one clause in plain English.
public struct IndexError: Error, Sendable, Equatable {
  /// The kinds of trouble that callers tell apart.
  public enum Kind: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// No SQLite file, or a broken one.
    case damaged
    /// A SQLite file of another program.
    case foreign
    /// Made by a newer eduai than this one.
    case newer
    /// Another program writes it.
    case busy
    /// It cannot be written: no room, no permission.
    case unwritable
    /// Anything else.
    case failed
  }

  /// The kind.
  public var kind: Kind
  /// The index file.
  public var path: String
  /// One clause.
  public var reason: String

  /// Makes an error.
  public init(_ kind: Kind, path: String, reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// What an error of SQLite means for the index at `path`.
  public init(_ error: DatabaseError, path: String) {
    self.path = path
    if error.isDamaged {
      kind = .damaged
      reason = "is no index, or a damaged one (\(error.message)); move it away and index again"
    } else if error.isFull {
      kind = .unwritable
      reason = "cannot be written: no space left"
    } else if error.isBusy {
      kind = .busy
      reason = "is in use by another program"
    } else if error.isUnwritable {
      kind = .unwritable
      reason = "cannot be written: \(error.message)"
    } else {
      kind = .failed
      reason = error.message
    }
  }
}
