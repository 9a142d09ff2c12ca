import Glibc

/// What a run of `eduai index` did, and what the index holds after it.
public struct IndexSummary: Sendable {
  /// Version of the program.
  public var version = ""
  /// The index file.
  public var database = ""
  /// When the run began, UTC.
  public var started = ""
  /// When it ended; `nil` if it was interrupted.
  public var finished: String?
  /// Whether every file was read; false after an interrupt.
  public var isComplete = false
  /// Files that were listed.
  public var files = 0
  /// Files of these that were not read, as they had not changed.
  public var unchangedFiles = 0
  /// Documents that are new.
  public var added = 0
  /// Documents that were analysed again.
  public var changed = 0
  /// Documents found unchanged in files that were read.
  public var kept = 0
  /// Documents marked as gone.
  public var vanished = 0
  /// Documents deleted.
  public var removed = 0
  /// Documents that came back as they were.
  public var returned = 0
  /// Inputs that could not be read, by reason.
  public var failures: [(subject: String, reason: String)] = []
  /// Documents in the index that are present.
  public var documents = 0
  /// Documents of these that copy another one.
  public var duplicates = 0
  /// Entities of the present documents.
  public var entities = 0

  /// A summary of nothing.
  public init() {}

  /// The summary as one JSON object and a line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", version)
      json.member("database", database)
      json.member("started", started)
      json.member("finished", finished)
      json.key("complete")
      json.raw(isComplete ? "true" : "false")
      let counts = [
        ("files", files), ("unchanged_files", unchangedFiles), ("added", added),
        ("changed", changed), ("kept", kept), ("vanished", vanished), ("removed", removed),
        ("returned", returned), ("failed", failures.count), ("documents", documents),
        ("duplicates", duplicates), ("entities", entities),
      ]
      for (key, count) in counts { json.member(key, count) }
      json.key("failures")
      json.array { json in
        for failure in failures {
          json.object { json in
            json.member("document", failure.subject)
            json.member("reason", failure.reason)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// The time now, UTC, to the second, as ISO 8601.
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
