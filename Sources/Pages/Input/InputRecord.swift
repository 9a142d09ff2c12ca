import HanText

/// What a file or record is to be read as.
public enum PageFormat: String, Sendable, CaseIterable {
  /// Plain text, one paragraph or line of a text dump a line.
  case text
  /// An HTML page.
  case html
}

/// One article as it came in: its name, and its bytes or text, not yet decoded.
public struct InputRecord: Sendable {
  /// What the record holds.
  public enum Content: Sendable {
    /// Bytes in an encoding still to be found.
    case bytes([UInt8])
    /// Text already decoded, from JSON Lines.
    case text(Scalars)
  }

  /// The name the article has in every output: its path as walked, or the `id` of a JSON line.
  public var document: String
  /// The name by file and line or record, where the article is one of many in a file: its
  /// `document`, unless it brought one of its own.
  public var place: String?
  /// The article itself.
  public var content: Content
  /// How to read it; settled from the name, or from the content where the name does not say.
  public var format: PageFormat
  /// Title given beside the text (JSON Lines).
  public var title: String?
  /// Publication time given beside the text (JSON Lines), as written.
  public var published: String?
  /// Medium given beside the text (JSON Lines); it is carried through as well.
  public var source: String?
  /// Authors given beside the text (JSON Lines); they are carried through as well.
  public var authors: [String] = []
  /// Number of U+FFFD already put into `content` for bytes that are no UTF-8 (JSON Lines).
  public var undecodable = 0
  /// IANA name of the encoding that `content` was in before it was decoded (JSON Lines not in
  /// UTF-8).
  public var encoding: String?
  /// Charset that came with the bytes from outside, as an HTTP header of a web archive tells it.
  public var charset: String?
  /// What other pages of its folder have in common with it; `nil` where that is not known.
  public var template: SiteTemplate?
  /// Members of a JSON line that eduai does not know, key and raw JSON value, in their order;
  /// carried through to JSON Lines output.
  public var carried: [(key: String, json: String)]

  /// Makes a record; only the name, content and format are needed.
  public init(
    document: String, content: Content, format: PageFormat, title: String? = nil,
    published: String? = nil, carried: [(key: String, json: String)] = []
  ) {
    self.document = document
    self.content = content
    self.format = format
    self.title = title
    self.published = published
    self.carried = carried
  }
}

/// An input that could not be read: which one, and why. A value, never the end of a run.
public struct InputFailure: Error, Sendable, Equatable {
  /// The file, with `: record N` or `: line N` where it is one of many in a file.
  public var document: String
  /// One clause in plain English, for example `gzip data ends early`.
  public var reason: String

  /// Makes a failure.
  public init(document: String, reason: String) {
    self.document = document
    self.reason = reason
  }
}
