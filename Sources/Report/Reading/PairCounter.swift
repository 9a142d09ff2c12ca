/// Counts in how many sentences two of some names stand together, and in how many articles.
struct PairCounter {
  private struct Place: Hashable {
    let document: Int
    let sentence: Int
  }

  private let nodes: Int
  /// The names of each sentence, a bit each; 64 names at most.
  private var sentences: [Place: UInt64] = [:]
  /// The names of each article.
  private var documents: [Int: UInt64] = [:]

  /// Counts pairs of `nodes` names, of which those beyond the 64th are left out.
  init(nodes: Int) { self.nodes = min(nodes, 64) }

  /// Takes a sentence that has a name.
  mutating func add(_ node: Int, document: Int, sentence: Int) {
    guard node < nodes else { return }
    sentences[Place(document: document, sentence: sentence), default: 0] |= 1 << UInt64(node)
    documents[document, default: 0] |= 1 << UInt64(node)
  }

  /// The pairs that stand in some sentence together, the most frequent first.
  ///
  /// - Complexity: O(sentences × pairs in one).
  func pairs() -> [Connections.Pair] {
    let inSentences = counts(of: sentences.values)
    let inDocuments = counts(of: documents.values)
    var pairs: [Connections.Pair] = []
    for first in 0..<nodes {
      for second in (first + 1)..<max(nodes, first + 1) {
        let key = first * nodes + second
        guard inSentences[key] > 0 else { continue }
        pairs.append(
          .init(
            first: first, second: second, sentences: inSentences[key], articles: inDocuments[key]))
      }
    }
    return pairs.sorted {
      ($1.sentences, $1.articles, $0.first, $0.second)
        < ($0.sentences, $0.articles, $1.first, $1.second)
    }
  }

  /// How many of the sets hold both names of a pair, by first × `nodes` + second.
  private func counts(of sets: some Sequence<UInt64>) -> [Int] {
    var counts = [Int](repeating: 0, count: nodes * nodes)
    for names in sets where names.nonzeroBitCount > 1 {
      var rest = names
      while rest != 0 {
        let first = rest.trailingZeroBitCount
        rest &= rest - 1
        var others = rest
        while others != 0 {
          counts[first * nodes + others.trailingZeroBitCount] += 1
          others &= others - 1
        }
      }
    }
    return counts
  }
}
