import HanText

/// The word tables of figures and dates: words with a number each.
typealias WordTrie = ScalarTrie

extension ScalarTrie {
  /// A word found: the offset behind it (backward: of its first scalar) and its number.
  struct WordMatch {
    let edge: Int
    let value: Int
  }

  /// Adds a word; a later one with the same spelling does not replace the first.
  mutating func insert(_ word: Scalars, value: Int) {
    insert(word, value: Int32(truncatingIfNeeded: max(0, value)))
  }

  /// The longest word that starts at `start` and ends by `limit`.
  ///
  /// - Complexity: O(length of the longest word).
  @inline(__always)
  func longest(_ text: Scalars, at start: Int, limit: Int) -> WordMatch? {
    guard start >= 0, let match = longestMatch(in: text, at: start, limit: limit) else {
      return nil
    }
    return WordMatch(edge: start + match.length, value: Int(match.value))
  }

  /// The longest word, inserted reversed, that ends before `end` and starts at or after `floor`.
  @inline(__always)
  func longestBackward(_ text: Scalars, before end: Int, floor: Int) -> WordMatch? {
    let end = min(end, text.count)
    guard let match = longestMatchBackward(in: text, before: end, floor: floor) else { return nil }
    return WordMatch(edge: end - match.length, value: Int(match.value))
  }
}
