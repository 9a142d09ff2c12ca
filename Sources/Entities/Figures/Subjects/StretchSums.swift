/// What the tokens of a sentence add up to, for stretches of them: a hundred phrases around a figure
/// overlap, and each would go over the same tokens again.
struct StretchSums {
  /// What the tokens before one add up to; a stretch has the difference of its ends.
  struct Sums {
    /// Scalars; nominal tokens.
    var scalars: Int32 = 0
    var nouns: Int32 = 0
    /// Verbs; words of grammar; pauses; opening quotation marks.
    var verbs: Int32 = 0
    var grammar: Int32 = 0
    var pauses: Int32 = 0
    var quotes: Int32 = 0
    /// 的; figures; names; dates.
    var des: Int32 = 0
    var figures: Int32 = 0
    var names: Int32 = 0
    var dates: Int32 = 0
    /// Weights of the pairs of neighbours whose first is among them, in phrases before a figure.
    var pairs: Int32 = 0

    static func - (a: Sums, b: Sums) -> Sums {
      Sums(
        scalars: a.scalars &- b.scalars, nouns: a.nouns &- b.nouns, verbs: a.verbs &- b.verbs,
        grammar: a.grammar &- b.grammar, pauses: a.pauses &- b.pauses,
        quotes: a.quotes &- b.quotes, des: a.des &- b.des, figures: a.figures &- b.figures,
        names: a.names &- b.names, dates: a.dates &- b.dates, pairs: a.pairs &- b.pairs)
    }
  }

  /// By token.
  private var sums: [Sums] = []
  /// The number of the sentence they are of.
  private var sentence = -1

  /// Goes over the tokens of a figure's sentence, unless they are those of the figure before.
  ///
  /// - Complexity: O(tokens), once a sentence.
  mutating func begin(_ view: SubjectView, pairWeight: (PhraseToken, PhraseToken) -> Int32) {
    guard view.counted.sentence != sentence else { return }
    sentence = view.counted.sentence
    sums.removeAll(keepingCapacity: true)
    var sum = Sums()
    sums.append(sum)
    for i in 0..<view.tokens.count {
      let token = view.tokens[i]
      sum.scalars &+= Int32(truncatingIfNeeded: token.end - token.start)
      if token.kind.isNominal { sum.nouns &+= 1 }
      if token.kind.isVerb { sum.verbs &+= 1 }
      if token.kind.isGrammar || token.kind == .function { sum.grammar &+= 1 }
      if token.isDe(view.text) { sum.des &+= 1 }
      switch token.kind {
      case .pause: sum.pauses &+= 1
      case .openQuote: sum.quotes &+= 1
      case .figure: sum.figures &+= 1
      case .name: sum.names &+= 1
      case .date: sum.dates &+= 1
      default: break
      }
      sum.pairs &+= pairWeight(token, view.tokens[i + 1])
      sums.append(sum)
    }
  }

  /// The sums of a stretch of tokens.
  @inline(__always)
  subscript(_ tokens: Range<Int>) -> Sums {
    guard tokens.lowerBound >= 0, tokens.upperBound < sums.count else { return Sums() }
    return sums[tokens.upperBound] - sums[tokens.lowerBound]
  }
}
