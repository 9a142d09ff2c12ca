import Testing

@testable import Report

@Suite struct PairCounterTests {
  @Test func pairsOfASentenceAreCounted() {
    var counter = PairCounter(nodes: 4)
    // Document 7: 0 and 1 in two sentences, 2 in a third; document 8: 0, 1 and 3 in one; 9: 1 alone.
    for (node, document, sentence) in [
      (0, 7, 0), (1, 7, 0), (0, 7, 1), (1, 7, 1), (2, 7, 2), (0, 8, 0), (1, 8, 0), (3, 8, 0),
      (1, 9, 0), (0, 8, 0), (4, 8, 0),
    ] { counter.add(node, document: document, sentence: sentence) }
    #expect(
      counter.pairs() == [
        .init(first: 0, second: 1, sentences: 3, articles: 2),
        .init(first: 0, second: 3, sentences: 1, articles: 1),
        .init(first: 1, second: 3, sentences: 1, articles: 1),
      ])
  }

  @Test(arguments: [0, 1, 100])
  func anyNumberOfNamesWillDo(nodes: Int) {
    var counter = PairCounter(nodes: nodes)
    for node in 0..<nodes { counter.add(node, document: 1, sentence: 1) }
    let known = min(nodes, 64)
    #expect(counter.pairs().count == known * max(0, known - 1) / 2)
  }
}
