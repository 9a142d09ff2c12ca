import HanText

/// What a pattern asks for, read from its text: see `docs/concordance.md` for the language.
///
/// Literal characters match themselves in either script and either case; `?` is one character, `*`
/// up to ten within a sentence, `[abc]` one of a set, `[^abc]` one of no set, `A|B` either, `( )`
/// group, `\` takes the next character as it is. A `*` at the edge of a pattern lets a word in
/// Latin letters go on there.
public struct KeywordPattern: Sendable {
  /// One step of a branch.
  enum Item: Sendable, Equatable {
    case literal(UInt32)
    case any
    case set([ClosedRange<UInt32>], isNegated: Bool)
    case gap
  }

  /// One of the alternatives, groups multiplied out.
  struct Branch: Sendable, Equatable {
    var items: [Item]
    /// Whether a run of Latin letters may go on before or behind it.
    var isOpenAtStart = false
    var isOpenAtEnd = false
  }

  let branches: [Branch]
  let matcher: PatternMatcher

  /// Longest pattern read, in scalars.
  static let longestPattern = 2000
  /// Most branches, and most items of them together.
  static let mostBranches = 1000
  static let mostItems = 20_000
  /// Most characters that a `*` stands for.
  static let longestGap = 10

  /// Reads a pattern.
  ///
  /// - Throws: `PatternError` with the place and what is wrong.
  /// - Complexity: O(length × branches), both bounded.
  public init(_ text: String) throws(PatternError) {
    try self.init(Scalars(text))
  }

  /// Reads a pattern; see above.
  public init(_ text: Scalars) throws(PatternError) {
    guard text.count <= Self.longestPattern else {
      throw PatternError(
        position: Self.longestPattern + 1,
        reason: "longer than \(Self.longestPattern) characters")
    }
    var parser = PatternParser(text)
    branches = try parser.parse().map(Self.settled)
    matcher = PatternMatcher(branches)
  }

  /// The keywords in a text, leftmost first, none overlapping: where several alternatives begin at
  /// one place the longest, with each `*` as short as it can be.
  ///
  /// - Parameter folded: `FoldedText.make` of the text.
  /// - Complexity: O(length × size of the pattern).
  public func matches(in folded: Scalars) -> [TextSpan] { matcher.matches(in: folded) }

  /// Folds the literal stretches of a branch as texts are folded, and takes off its edges.
  private static func settled(_ items: [Item]) -> Branch {
    var items = items[...]
    while items.first == .literal(0x20) { items.removeFirst() }
    while items.last == .literal(0x20) { items.removeLast() }
    var branch = Branch(items: [])
    while items.first == .gap {
      items.removeFirst()
      branch.isOpenAtStart = true
    }
    while items.last == .gap {
      items.removeLast()
      branch.isOpenAtEnd = true
    }
    var stretch: Scalars = []
    func close() {
      branch.items += FoldedText.make(stretch).map(Item.literal)
      stretch = []
    }
    for item in items {
      if case .literal(let scalar) = item {
        stretch.append(scalar)
      } else {
        close()
        if item != .gap || branch.items.last != .gap { branch.items.append(item) }
      }
    }
    close()
    return branch
  }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where, in characters from 1.
  public let position: Int
  /// What, in a few words.
  public let reason: String

  /// The message for the user.
  public var description: String { "character \(position): \(reason)" }
}
