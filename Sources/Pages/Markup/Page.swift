import HanText

/// A page as a list of blocks in reading order: what markup leaves, before repair and cleaning.
///
/// A line of a plain-text file is a block; in HTML a block is the text of a paragraph, heading,
/// list item, table cell row or any other run of text between block-level borders.
public struct Page: Sendable {
  /// The text that the blocks are passages of; at least a line end stands between two of them.
  public var text: Scalars
  /// The blocks in reading order, empty lines of text dumps included.
  public var blocks: [Block]
  /// What markup says about the article (`meta`, JSON-LD, microdata, `title`); empty for text.
  public var hints: MetadataHints
  /// For each container, by its number (`Block.container`), the number of the last one opened inside
  /// it: container `c` holds those from `c` to `containerEnds[c]`. Empty for text files.
  public var containerEnds: [Int] = []

  /// Makes a page.
  public init(text: Scalars, blocks: [Block], hints: MetadataHints = MetadataHints()) {
    self.text = text
    self.blocks = blocks
    self.hints = hints
  }

  /// The text of each block, as arrays of their own.
  ///
  /// - Complexity: O(length).
  public var blockTexts: [Scalars] { blocks.map { Scalars(text[$0.range]) } }
}

/// One line or paragraph of a page.
public struct Block: Sendable {
  /// Where its text stands in `Page.text`, without line ends.
  public var range: Range<Int>
  /// How many of its scalars stand inside links.
  public var linkedCount: Int
  /// What element it was.
  public var role: Role
  /// Whether markup alone says that it is not the article (nav, aside, footer, share bars …).
  public var isMarkedAside: Bool
  /// Whether other pages of the same folder have it too (`SiteTemplate`).
  public var isRepeated = false
  /// Which line of the source text it starts at, from 1.
  public var line: Int
  /// Number of the innermost `div`, `td`, `section` … around it; 0 for text files. Paragraphs of one
  /// article mostly share theirs.
  public var container = 0

  /// The kind of element a block comes from.
  public enum Role: Sendable, Equatable {
    /// A line of a text file or a block without a more special role.
    case plain
    /// `p` or a run of text between `<br>`.
    case paragraph
    /// `h1`…`h6`, with the level.
    case heading(Int)
    /// A list item.
    case listItem
    /// A row of a table, its cells joined by tabs.
    case tableRow
    /// A caption of a figure.
    case caption
  }

  /// Makes a block.
  public init(
    range: Range<Int>, linkedCount: Int = 0, role: Role = .plain, isMarkedAside: Bool = false,
    line: Int = 0
  ) {
    self.range = range
    self.linkedCount = linkedCount
    self.role = role
    self.isMarkedAside = isMarkedAside
    self.line = line
  }
}

/// What the markup of a page claims about its article; each claim is checked against the text.
public struct MetadataHints: Sendable {
  /// Candidate titles, the most trusted first.
  public var titles: [String] = []
  /// Candidate publication times as written, the most trusted first.
  public var published: [String] = []
  /// Candidate sources (media), the most trusted first.
  public var sources: [String] = []
  /// Candidate authors.
  public var authors: [String] = []
  /// The publisher that structured data names.
  public var publisher: String?
  /// The site's own name, to be cut from titles.
  public var siteName: String?

  /// Makes empty hints.
  public init() {}
}
