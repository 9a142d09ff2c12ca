/// The words, marks and mentions of a sentence, in order.
struct SentenceTokens {
  var tokens: [PhraseToken] = []
  /// The token of each figure, by number; −1 where another mention covers it.
  var figures: [Int] = []

  /// The token at an index; outside the sentence, its edge.
  @inline(__always)
  subscript(_ i: Int) -> PhraseToken { i >= 0 && i < tokens.count ? tokens[i] : .edge }

  var count: Int { tokens.count }
}
