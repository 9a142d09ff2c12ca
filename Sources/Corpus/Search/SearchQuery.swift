import HanText

/// What people type to search: words, "phrases", AND, OR, NOT and brackets. See `docs/search.md`.
///
/// Becomes an expression for FTS5 in which every word is a quoted string of tokens of ours, so that
/// nothing of what was typed is read as FTS5's own language, and nothing as SQL.
public struct SearchQuery: Sendable, Equatable {
  /// The expression for FTS5.
  public let expression: String
  /// The words and phrases asked for, without those behind NOT, as typed.
  public let phrases: [Scalars]
  /// Whether all that is asked is to have any of the phrases.
  let isUnion: Bool

  /// Longest query read, in scalars; FTS5 takes any number of words, but a fixed depth of brackets.
  static let longestQuery = 10_000
  /// Deepest nesting of AND, OR and NOT inside each other: the parser of FTS5 has room for some 30.
  static let deepestNesting = 20
}

/// What is wrong with a query or filter.
public struct SearchQueryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where, in characters from 1; 0 where it has no place.
  public let position: Int
  /// What, in a few words.
  public let reason: String

  /// The message for the user.
  public var description: String { position > 0 ? "character \(position): \(reason)" : reason }
}

extension SearchQuery {
  /// Reads a query.
  ///
  /// - Throws: `SearchQueryError` with the place and what is wrong.
  /// - Complexity: O(length × depth of brackets), both bounded.
  public init(_ text: String) throws(SearchQueryError) { try self.init(Scalars(text)) }

  /// Reads a query; see above.
  public init(_ text: Scalars) throws(SearchQueryError) {
    guard text.count <= Self.longestQuery else {
      throw SearchQueryError(
        position: Self.longestQuery + 1, reason: "longer than \(Self.longestQuery) characters")
    }
    var parser = SearchQueryParser(text)
    self = try parser.parse()
  }
}
