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
    var article = Article(document: record.document, text: [])
    article.encoding = source.encoding.isEmpty ? nil : source.encoding
    article.undecodable = source.undecodable
    article.carried = record.carried
    var page = isMarkedUp ? Page(html: source.text) : Page(text: source.text)
    if let template = record.template, !options.keepsBoilerplate {
      // Before repair: the template was read from pages as they are.
      for i in page.blocks.indices {
        page.blocks[i].isRepeated = template.holds(page.text[page.blocks[i].range])
      }
    }
    if options.repairsDamage { repair(&page, into: &article) }
    if !(options.keepsBoilerplate && !isMarkedUp) { HardWrap.join(&page) }
    let lines = PageLines(page: page, isMarkedUp: isMarkedUp)
    guard !lines.lines.isEmpty else {
      throw InputFailure(document: record.document, reason: "no text")
    }
    let isVerbatim = options.keepsBoilerplate && !isMarkedUp
    if isVerbatim {
      article.text = article.repairs == 0 ? source.text : Cleaner.joined(page)
    }
    // The lines hold the text from here on.
    source.text = []
    page.text = []
    var cleaning = PageCleaning(page: page, lines: lines, options: options)
    cleaning.run(into: &article, keepsText: isVerbatim)
    if let title = record.title { article.title = title }
    if let published = record.published { article.published = published }
    if let source = record.source, !source.isEmpty { article.source = source }
    if !record.authors.isEmpty { article.authors = record.authors }
    article.readScript()
    article.region = options.region ?? RegionFinder.region(of: article, hints: page.hints)
    return article
  }

  /// The record's text, decoded where it came as bytes.
  private func decoded(_ record: InputRecord) throws(InputFailure) -> SourceText {
    switch record.content {
    case .text(let text):
      return SourceText(
        text: text, encoding: record.encoding ?? "", undecodable: record.undecodable)
    case .bytes(let bytes):
      do {
        return try Decoder.decode(
          bytes, forced: options.encoding, format: record.format, charset: record.charset)
      } catch {
        throw InputFailure(document: record.document, reason: error.reason)
      }
    }
  }

  /// Undoes damage in all blocks, before any of them is judged.
  private func repair(_ page: inout Page, into article: inout Article) {
    guard DamageRepair.mayRepair(page.text) else { return }
    let repaired = DamageRepair().repair(
      page.blockTexts, lineNumbers: options.explains ? page.blocks.map(\.line) : [],
      explains: options.explains)
    guard repaired.repairs > 0, repaired.lines.count == page.blocks.count else { return }
    var text: Scalars = []
    text.reserveCapacity(page.text.count)
    for (i, line) in repaired.lines.enumerated() {
      page.blocks[i].linkedCount = min(page.blocks[i].linkedCount, line.count)
      page.blocks[i].range = text.count..<(text.count + line.count)
      text += line
      text.append(0x0A)
    }
    page.text = text
    article.repairs = repaired.repairs
    article.changes = repaired.changes
  }

  /// The lines of a text page put together again.
  private static func joined(_ page: Page) -> Scalars {
    var text: Scalars = []
    for (i, block) in page.blocks.enumerated() {
      if i > 0 { text.append(0x0A) }
      text += page.text[block.range]
    }
    return text
  }
}
