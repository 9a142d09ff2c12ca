/// What the tokens of a sentence add up to, for stretches of them: a hundred phrases around a figure
/// overlap, and each would go over the same tokens again.
struct StretchSums {
  /// What the tokens before one add up to; a stretch has the difference of its ends.
  struct Sums {
    var counts = TokenCounts()
    var scalars: Int32 = 0
    /// Weights of the pairs of neighbours whose first is among them, in phrases before a figure.
    var pairs: Int32 = 0
    /// Weights of common words between such a phrase and its figure.
    var words: Int32 = 0

    @inline(__always)
    static func - (a: Sums, b: Sums) -> Sums {
      Sums(
        counts: a.counts - b.counts, scalars: a.scalars &- b.scalars, pairs: a.pairs &- b.pairs,
        words: a.words &- b.words)
    }
  }

  /// By token.
  private var sums: [Sums] = []
  private var comparisons: [UInt32] = []
  private var endings: [UInt32] = []

  /// Tokens that a word of comparison is looked for before a phrase.
  private static let reachOfComparison = 24

  /// Goes over the tokens of a sentence.
  ///
  /// - Parameters:
  ///   - pairWeight: of two neighbours that may stand in one phrase.
  ///   - wordWeight: of a common word.
  /// - Complexity: O(tokens).
  mutating func read(
    _ view: SubjectView, pairWeight: (PhraseToken, PhraseToken) -> Int32,
    wordWeight: (PhraseToken) -> Int32
  ) {
    sums.removeAll(keepingCapacity: true)
    comparisons.removeAll(keepingCapacity: true)
    endings.removeAll(keepingCapacity: true)
    var sum = Sums()
    var comparison: UInt32 = 0
    var place = 0
    var token = view.tokens[0]
    var standsInPhrase = token.standsInPhrase(view.text)
    for i in 0..<view.tokens.count {
      sums.append(sum)
      comparisons.append(i - place < Self.reachOfComparison ? comparison : 0)
      endings.append(
        SubjectFeatures.ending(view.lastScalar(token), isPeople: token.kind == .people))
      if token.kind.endsClause || token.kind == .figure {
        comparison = 0
      } else if let word = token.comparison(view.text) {
        comparison = word
        place = i
      }
      sum.scalars &+= Int32(truncatingIfNeeded: token.end - token.start)
      sum.counts.count(token, isDe: token.isDe(view.text))
      if token.word != 0 { sum.words &+= wordWeight(token) }
      let next = view.tokens[i + 1]
      let nextStandsInPhrase = next.standsInPhrase(view.text)
      if standsInPhrase, nextStandsInPhrase { sum.pairs &+= pairWeight(token, next) }
      token = next
      standsInPhrase = nextStandsInPhrase
    }
    sums.append(sum)
  }

  /// The sums of a stretch of tokens.
  @inline(__always)
  subscript(_ tokens: Range<Int>) -> Sums {
    guard tokens.lowerBound >= 0, tokens.upperBound < sums.count else { return Sums() }
    return sums[tokens.upperBound] - sums[tokens.lowerBound]
  }

  /// The word of comparison (比, 占, 高于) in the clause before a token; 0 for none.
  func comparison(before token: Int) -> UInt32 {
    token >= 0 && token < comparisons.count ? comparisons[token] : 0
  }

  /// What kind of noun a token is by its last character.
  func ending(of token: Int) -> UInt32 {
    token >= 0 && token < endings.count ? endings[token] : 0
  }
}

/// How many tokens of some kinds a stretch of less than 128 has, seven bits for each kind: the
/// difference of two is one subtraction, and no carry crosses a kind.
struct TokenCounts {
  private var bits: UInt64 = 0

  @inline(__always)
  static func - (a: TokenCounts, b: TokenCounts) -> TokenCounts {
    var difference = TokenCounts()
    difference.bits = a.bits &- b.bits
    return difference
  }

  /// Adds a token.
  @inline(__always)
  mutating func count(_ token: PhraseToken, isDe: Bool) {
    let kind = token.kind
    if kind.isNominal { bits &+= 1 }
    if kind.isVerb { bits &+= 1 &<< 7 }
    if kind.isGrammar || kind == .function { bits &+= 1 &<< 14 }
    if isDe { bits &+= 1 &<< 21 }
    switch kind {
    case .pause: bits &+= 1 &<< 28
    case .openQuote: bits &+= 1 &<< 35
    case .figure: bits &+= 1 &<< 42
    case .name: bits &+= 1 &<< 49
    case .date: bits &+= 1 &<< 56
    default: break
    }
  }

  @inline(__always)
  private func lane(_ k: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: bits &>> (7 &* k)) & 127 }

  /// Nominal tokens.
  var nouns: UInt32 { lane(0) }
  var verbs: UInt32 { lane(1) }
  /// Words of grammar.
  var hasGrammar: Bool { lane(2) > 0 }
  /// The particle 的.
  var hasDe: Bool { lane(3) > 0 }
  var hasPause: Bool { lane(4) > 0 }
  /// Opening quotation marks.
  var hasQuote: Bool { lane(5) > 0 }
  var hasFigure: Bool { lane(6) > 0 }
  var hasName: Bool { lane(7) > 0 }
  var hasDate: Bool { lane(8) > 0 }
}
