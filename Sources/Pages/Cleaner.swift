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
    var source = try decoded(record)
    let isMarkedUp = record.format == .html
    let page = isMarkedUp ? Page(html: source.text) : Page(text: source.text)
    let isVerbatim = options.keepsBoilerplate && !options.repairsDamage && !isMarkedUp
    var article = Article(document: record.document, text: isVerbatim ? source.text : [])
    source.text = []
    article.encoding = source.encoding.isEmpty ? nil : source.encoding
    article.undecodable = source.undecodable
    article.carried = record.carried
    let lines = PageLines(page: page, isMarkedUp: isMarkedUp)
    guard !lines.lines.isEmpty else {
      throw InputFailure(document: record.document, reason: "no text")
    }
    var cleaning = PageCleaning(page: page, lines: lines, options: options)
    cleaning.run(into: &article, keepsText: isVerbatim)
    if let title = record.title { article.title = title }
    if let published = record.published { article.published = published }
    article.script = ScriptProfile(article.text).script
    return article
  }

  /// The record's text, decoded where it came as bytes.
  private func decoded(_ record: InputRecord) throws(InputFailure) -> SourceText {
    switch record.content {
    case .text(let text): return SourceText(text: text, encoding: "", undecodable: 0)
    case .bytes(let bytes):
      let decoded = UTF8Text.decode(bytes)
      var text = decoded.scalars
      if text.first == 0xFEFF { text.removeFirst() }
      return SourceText(text: text, encoding: "UTF-8", undecodable: decoded.invalid)
    }
  }
}
