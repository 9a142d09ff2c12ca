import HanText

/// How to clean: the options that `extract`, `clean` and `index` share.
public struct CleaningOptions: Sendable {
  /// Keep navigation, advertisements and related links in the text.
  public var keepsBoilerplate = false
  /// Leave damage as it is.
  public var repairsDamage = true
  /// Encoding forced by the user, an IANA name or label; `nil` to find it.
  public var encoding: String?
  /// Region forced by the user; `nil` to find it.
  public var region: Region?
  /// Fill `Article.changes`.
  public var explains = false

  /// The contract's defaults.
  public init() {}
}

/// Turns one input record into an article: decode, blocks, repair, boilerplate, metadata.
public struct Cleaner: Sendable {
  /// The options in force.
  public let options: CleaningOptions

  /// Makes a cleaner.
  public init(options: CleaningOptions = CleaningOptions()) {
    self.options = options
  }

  /// Cleans one record.
  ///
  /// - Throws: `InputFailure` where nothing of an article can be read; damaged content is data.
  /// - Complexity: linear in the size of the record.
  public func article(from record: InputRecord) throws(InputFailure) -> Article {
    throw InputFailure(document: record.document, reason: "not readable yet")
  }
}
