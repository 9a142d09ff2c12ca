/// What input files are to be read as, as `--input-format` says it.
public enum InputFormat: String, Sendable, CaseIterable {
  /// As the file's name says, else as its content looks.
  case auto
  /// Plain text.
  case text
  /// HTML pages.
  case html
  /// JSON Lines, one article a line.
  case jsonl
  /// Web archives: the HTML pages of a crawl.
  case warc
  /// Web archives of text that was taken out of pages.
  case wet
}

/// How inputs are read.
public struct InputOptions: Sendable {
  /// The format of all files.
  public var format: InputFormat = .auto
  /// The most bytes one record may have, decompressed; larger ones fail. Guards memory, of which
  /// an article takes some ten times its bytes, against compression bombs.
  public var maximumRecordBytes = 64 << 20
  /// Encoding of JSON Lines forced by the user, an IANA name or label; `nil` to find it. Other
  /// files are decoded by the cleaner.
  public var encoding: String?

  /// Whether the pages of a folder are of one site and compared with each other
  /// (`InputRecord.template`). What a file gives then depends on its neighbours.
  public var comparesPages = false

  /// The defaults: format by name, at most 64 MiB a record.
  public init() {}
}

/// What a file's name says about it.
struct FileKind: Equatable {
  /// The format its extension means; `nil` for an extension that says nothing.
  let format: InputFormat?

  private static let extensions: [(name: String, format: InputFormat)] = [
    ("txt", .text), ("text", .text), ("md", .text), ("markdown", .text), ("html", .html),
    ("htm", .html), ("xhtml", .html), ("shtml", .html), ("jsonl", .jsonl), ("ndjson", .jsonl),
    ("warc", .warc), ("wet", .wet),
  ]

  /// Reads a name's last extension, or the one before `.gz`; letters' case does not matter.
  init(name: [UInt8]) {
    var lower = name.map { $0 > 0x40 && $0 < 0x5B ? $0 | 0x20 : $0 }
    func drop(_ suffix: String) -> Bool {
      let bytes = Array(suffix.utf8)
      guard lower.count > bytes.count, lower.suffix(bytes.count).elementsEqual(bytes) else {
        return false
      }
      lower.removeLast(bytes.count)
      return true
    }
    _ = drop(".gz")
    format = Self.extensions.first { drop("." + $0.name) }?.format
  }
}
