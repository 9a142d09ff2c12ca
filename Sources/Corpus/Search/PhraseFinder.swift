import HanText

/// Finds in a text what the full-text table found in it: the phrases of a query, token by token.
struct PhraseFinder {
  /// One phrase of the query.
  private struct Phrase {
    var tokens: [Scalars] = []
    /// Whether the last token may go on.
    var isPrefix = false
  }

  private let phrases: [Phrase]

  /// Where a phrase stands.
  struct Hit: Equatable {
    var span: TextSpan
    /// Which phrase.
    var phrase: Int
  }

  init(_ words: [Scalars]) {
    phrases = words.map { words in
      let folded = FoldedText.make(words)
      var phrase = Phrase(isPrefix: words.last == u("*"))
      var kinds: [SearchTokens.Kind] = []
      var end = 0
      SearchTokens.walk(folded) { token, _ in
        phrase.tokens.append(Self.key(token, folded))
        kinds.append(token.kind)
        end = token.end
      }
      // As `SearchTokens.phrase` does: the text may go on where the query ends inside a run.
      if kinds.last == .single, end == folded.count {
        if kinds.count > 1, kinds[kinds.count - 2] == .pair {
          phrase.tokens.removeLast()
        } else {
          phrase.isPrefix = true
        }
      }
      return phrase
    }
  }

  /// The hits in order of their beginnings; those of one phrase do not overlap.
  ///
  /// - Parameter folded: `FoldedText.make` of the text.
  /// - Complexity: O(length × phrases) where phrases do not repeat themselves.
  func hits(in folded: Scalars) -> [Hit] {
    var tokens: [SearchTokens.Token] = []
    SearchTokens.walk(folded) { token, _ in tokens.append(token) }
    var hits: [Hit] = []
    for (number, phrase) in phrases.enumerated() where !phrase.tokens.isEmpty {
      var first = 0
      while first + phrase.tokens.count <= tokens.count {
        guard matches(phrase, at: first, tokens, folded) else {
          first += 1
          continue
        }
        let last = tokens[first + phrase.tokens.count - 1]
        let isCut = phrase.isPrefix && last.kind == .pair
        let span = TextSpan(tokens[first].start, isCut ? last.start + 1 : last.end)
        hits.append(Hit(span: span, phrase: number))
        // Pairs overlap; hits do not.
        while first < tokens.count, tokens[first].start < span.end { first += 1 }
      }
    }
    return hits.sorted { $0.span < $1.span }
  }

  private func matches(
    _ phrase: Phrase, at first: Int, _ tokens: [SearchTokens.Token], _ folded: Scalars
  ) -> Bool {
    for (k, wanted) in phrase.tokens.enumerated() {
      let token = tokens[first + k]
      let isLast = k == phrase.tokens.count - 1
      if token.kind != .word {
        // Compared in place: most tokens are pairs, and most do not match.
        let slice = folded[token.start..<token.end]
        guard slice.first == wanted.first else { return false }
        if isLast, phrase.isPrefix ? !slice.starts(with: wanted) : !slice.elementsEqual(wanted) {
          return false
        }
        if !isLast, !slice.elementsEqual(wanted) { return false }
      } else {
        let key = Self.key(token, folded)
        if isLast && phrase.isPrefix ? !key.starts(with: wanted) : key != wanted { return false }
      }
    }
    return true
  }

  private static func key(_ token: SearchTokens.Token, _ folded: Scalars) -> Scalars {
    let slice = folded[token.start..<token.end]
    return token.kind == .word ? slice.filter { $0 != u(",") } : Scalars(slice)
  }
}
