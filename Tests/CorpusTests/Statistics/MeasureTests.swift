import Testing

@testable import Corpus

/// Every measure against a small example computed by hand, and published ones where there are.
@Suite struct MeasureTests {
  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 5e-7 } ?? false
  }

  /// Corpus A has the word 20 times in 1,000 words, corpus B 5 times in 1,000.
  ///
  /// E₁₁ = 1000 × 25 / 2000 = 12.5.
  /// G² = 2 (20 ln(20/12.5) + 980 ln(980/987.5) + 5 ln(5/12.5) + 995 ln(995/987.5))
  ///    = 2 (9.4000726 − 7.4714466 − 4.5814537 + 7.5284092) = 9.7511630; p = erfc(√(G²/2)) = 0.0017921.
  /// Log ratio = log₂((20/1000) / (5/1000)) = 2. %DIFF = (0.020 − 0.005) × 100 / 0.005 = 300.
  @Test func keyness() {
    let table = ContingencyTable(together: 20, row: 1000, column: 25, total: 2000)
    #expect(isNear(table.expected, 12.5))
    #expect(isNear(table.logLikelihood, 9.751163))
    #expect(isNear(table.significance, 0.0017921))
    #expect(isNear(table.logRatio, 2))
    #expect(isNear(table.percentDifference, 300))
  }

  /// 4 times in 20 words of windows, 10 times in all 100 words, the node 5 times.
  ///
  /// E₁₁ = 20 × 10 / 100 = 2.
  /// G² = 2 (4 ln(4/2) + 16 ln(16/18) + 6 ln(6/8) + 74 ln(74/72))
  ///    = 2 (2.7725887 − 1.8845286 − 1.7260924 + 2.0275241) = 2.3789836.
  /// MI = log₂(4/2) = 1. t = (4 − 2)/√4 = 1. logDice = 14 + log₂(2 × 4 / (5 + 10)) = 13.0931094.
  @Test func collocation() {
    let table = ContingencyTable(together: 4, row: 20, column: 10, total: 100)
    #expect(isNear(table.logLikelihood, 2.3789836))
    #expect(isNear(table.mutualInformation, 1))
    #expect(isNear(table.tScore, 1))
    #expect(isNear(table.logDice(node: 5), 13.0931094))
    #expect(table.isAttraction)
  }

  /// Nothing to say of what never met, of empty corpora and of equal shares.
  @Test func edges() {
    let never = ContingencyTable(together: 0, row: 10, column: 4, total: 100)
    #expect(never.mutualInformation == nil && never.tScore == nil && never.logDice(node: 3) == nil)
    #expect(never.logLikelihood > 0 && !never.isAttraction)
    // log₂((0.5/10) / (4/90)) = log₂ 1.125
    #expect(isNear(never.logRatio, 0.169925))
    #expect(isNear(never.percentDifference, -100))
    let equal = ContingencyTable(together: 5, row: 50, column: 10, total: 100)
    #expect(isNear(equal.logLikelihood, 0) && isNear(equal.significance, 1))
    #expect(isNear(equal.logRatio, 0) && isNear(equal.percentDifference, 0))
    let empty = ContingencyTable(together: 0, row: 0, column: 0, total: 0)
    #expect(empty.logLikelihood == 0 && empty.logRatio == nil && empty.percentDifference == nil)
    let only = ContingencyTable(together: 3, row: 10, column: 3, total: 20)
    #expect(only.percentDifference == nil)
    // log₂((3/10) / (0.5/10)) = log₂ 6
    #expect(isNear(only.logRatio, 2.5849625))
  }

  /// The word a of the corpus in Gries 2008: 1, 2, 3, 4, 5 times in parts of 9, 10, 10,
  /// 10, 11 words, where he gives D = 0.785 (from percentages) and DP = 0.18.
  ///
  /// Rates 1/9, 2/10, 3/10, 4/10, 5/11: mean 0.2931313, deviations squared add up to 0.0793278, so
  /// V = √(0.0793278/5)/0.2931313 = 0.4297… and D = 1 − V/√4 = 0.7851….
  /// DP = ½ (|1/15 − .18| + |2/15 − .2| + 0 + |4/15 − .2| + |5/15 − .22|) = ½ × 0.36 = 0.18.
  @Test func dispersionAsPublished() {
    let spread = Dispersion(
      counts: [(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)], documents: 5, words: 50)
    #expect(abs((spread.juillandD ?? 0) - 0.785) < 0.0005)
    #expect(isNear(spread.griesDP, 0.18))
  }

  /// 2 and 1 times in documents of 10 and 20 words, not in a third of 10.
  ///
  /// Rates .2, .05, 0: mean 0.0833333; squares .0136111 + .0011111 + .0069444 = .0216667;
  /// V = √(.0216667/3)/.0833333 = 1.0198039; D = 1 − 1.0198039/√2 = 0.2788898.
  /// DP = ½ (|2/3 − .25| + |1/3 − .5| + .25) = 0.4166667.
  @Test func dispersionWithAGap() {
    let spread = Dispersion(counts: [(2, 10), (1, 20)], documents: 3, words: 40)
    #expect(isNear(spread.juillandD, 0.2788897))
    #expect(isNear(spread.griesDP, 0.4166667))
  }

  /// All in one of n equal documents: D = 0, DP = 1 − 1/n. Even: D = 1, DP = 0. One document: no D.
  @Test func dispersionAtItsEnds() {
    let one = Dispersion(counts: [(4, 10)], documents: 4, words: 40)
    #expect(isNear(one.juillandD, 0) && isNear(one.griesDP, 0.75))
    let even = Dispersion(counts: [(1, 10), (2, 20)], documents: 2, words: 30)
    #expect(isNear(even.juillandD, 1) && isNear(even.griesDP, 0))
    let alone = Dispersion(counts: [(3, 10)], documents: 1, words: 10)
    #expect(alone.juillandD == nil && isNear(alone.griesDP, 0))
  }

  @Test func postingsComeBack() {
    var postings = Postings()
    var expected: [[Int]] = [[], [], []]
    for document in 0..<5000 {
      for word in 0..<3 where document % (word * 700 + 1) == 0 {
        let count = document % 300 + 1
        postings.add(word: word, document: document, count: count)
        expected[word] += [document, count]
      }
    }
    for word in 0..<3 {
      var found: [Int] = []
      postings.forEach(word) { found += [$0, $1] }
      #expect(found == expected[word])
      #expect(postings.documents(of: word) * 2 == expected[word].count)
    }
  }
}
