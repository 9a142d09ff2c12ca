import HanText
import Pages

/// The words around a word (the node) and how strongly they are tied to it.
public struct Collocations: Sendable {
  /// The columns of its rows.
  public static let columns = [
    "rank", "collocate", "written", "together", "left", "right", "documents", "frequency",
    "expected", "g2", "mi", "t", "log_dice",
  ]

  /// What rows are sorted by, the strongest first.
  public enum Measure: String, Sendable, CaseIterable {
    /// Log-likelihood.
    case g2
    /// Mutual information.
    case mi
    /// t-score.
    case t
    /// logDice.
    case dice
    /// Times together.
    case together
  }

  /// The window: so many words on each side, in the node's sentence.
  public struct Window: Sendable {
    /// Words to the left.
    public var left: Int
    /// Words to the right.
    public var right: Int

    /// Makes a window.
    public init(left: Int, right: Int) {
      self.left = left
      self.right = right
    }
  }

  /// What one article adds.
  public struct Part: Sendable {
    /// All words but the nodes.
    var counts = WordCounts()
    /// Times in the window, by word of `counts`.
    var left: [Int: Int] = [:]
    var right: [Int: Int] = [:]
    var nodes = 0
  }

  private var counts = WordCounts()
  private var left: [Int] = []
  private var right: [Int] = []
  private var documents: [Int] = []
  /// How often the node was met.
  public private(set) var nodes = 0
  /// Words in the windows.
  public private(set) var windowWords = 0
  /// Words that are not nodes.
  public var total: Int { counts.total }

  /// Makes an empty table.
  public init() {}

  /// Counts one article; runs on worker threads.
  ///
  /// The node is what `pattern` matches where that begins and ends with words. A word in the
  /// windows of two nodes counts once, for the nearer; of two equally near ones, on the right.
  ///
  /// - Complexity: O(length + nodes × window), besides finding the words.
  public static func part(
    of source: SourceArticle, node pattern: KeywordPattern, window: Window,
    words reader: WordReader,
    sentences breaker: SentenceBreaker
  ) -> Part {
    let found = reader.words(of: source, sentences: breaker)
    let nodes = nodes(pattern, found)
    let sentences = sentenceNumbers(
      of: found.words, in: nodes.isEmpty ? [] : breaker.sentences(of: source.article.text))
    var isNode = [Bool](repeating: false, count: found.words.count)
    for node in nodes { for k in node { isNode[k] = true } }
    // Distance to the nearest node: negative to the left of it, 0 in no window.
    var distance = [Int](repeating: 0, count: found.words.count)
    func reach(_ k: Int, _ away: Int, from node: Int) -> Bool {
      guard found.words.indices.contains(k), sentences[k] == sentences[node] else { return false }
      let known = abs(distance[k])
      if known == 0 || abs(away) < known || abs(away) == known && away > 0 { distance[k] = away }
      return true
    }
    for node in nodes {
      for away in stride(from: 1, through: window.left, by: 1)
      where !reach(node.lowerBound - away, -away, from: node.lowerBound) { break }
      for away in stride(from: 1, through: window.right, by: 1)
      where !reach(node.upperBound - 1 + away, away, from: node.upperBound - 1) { break }
    }
    var part = Part()
    part.nodes = nodes.count
    for (k, word) in found.words.enumerated() where !isNode[k] {
      let id = part.counts.add(found.folded[word], written: source.article.text[word])
      if distance[k] < 0 { part.left[id, default: 0] += 1 }
      if distance[k] > 0 { part.right[id, default: 0] += 1 }
    }
    return part
  }

  /// The nodes as ranges of words.
  private static func nodes(_ pattern: KeywordPattern, _ found: ArticleWords) -> [Range<Int>] {
    var nodes: [Range<Int>] = []
    var k = 0
    for match in pattern.matches(in: found.folded) {
      while k < found.words.count, found.words[k].start < match.start { k += 1 }
      guard k < found.words.count, found.words[k].start == match.start else { continue }
      var end = k
      while end < found.words.count, found.words[end].end < match.end { end += 1 }
      guard end < found.words.count, found.words[end].end == match.end else { continue }
      nodes.append(k..<end + 1)
      k = end + 1
    }
    return nodes
  }

  /// The number of the sentence that each word begins in.
  private static func sentenceNumbers(of words: [TextSpan], in sentences: [TextSpan]) -> [Int] {
    var number = 0
    return words.map { word in
      while number < sentences.count, sentences[number].end <= word.start { number += 1 }
      return number
    }
  }

  /// Adds an article.
  ///
  /// - Complexity: O(different words of the article).
  public mutating func add(_ part: Part) {
    nodes += part.nodes
    let ids = counts.add(part.counts)
    let missing = counts.words.count - left.count
    left += repeatElement(0, count: missing)
    right += repeatElement(0, count: missing)
    documents += repeatElement(0, count: missing)
    for (local, id) in ids.enumerated() {
      let (before, behind) = (part.left[local] ?? 0, part.right[local] ?? 0)
      guard before + behind > 0 else { continue }
      left[id] += before
      right[id] += behind
      documents[id] += 1
      windowWords += before + behind
    }
  }

  /// Which rows are listed.
  public struct Filter: Sendable {
    /// Least times together.
    public var minimum = 2
    /// Most rows; 0 for all.
    public var top = 0
    /// What rows are sorted by.
    public var measure = Measure.g2
    /// Words left out. They still count in the length of the corpus.
    public var stopWords = StopWords()

    /// Lists what stands with the node at least twice.
    public init() {}
  }

  /// The rows, the strongest first, equally strong ones by code point. Words that stand with the
  /// node less often than by chance come last: their G² is printed negative.
  ///
  /// - Complexity: O(words log words).
  public func rows(_ filter: Filter, script: ScriptChoice) -> [[Cell]] {
    var found: [(word: Int, table: ContingencyTable, strength: Double)] = []
    for word in 0..<counts.words.count {
      let together = left[word] + right[word]
      guard together >= max(1, filter.minimum), !filter.stopWords.contains(counts.words[word])
      else { continue }
      let table = ContingencyTable(
        together: together, row: windowWords, column: counts.counts[word], total: counts.total)
      found.append((word, table, strength(table, filter.measure)))
    }
    found.sort { a, b in
      a.strength != b.strength
        ? a.strength > b.strength
        : counts.words[a.word].lexicographicallyPrecedes(counts.words[b.word])
    }
    if filter.top > 0, found.count > filter.top { found.removeLast(found.count - filter.top) }
    let forms = counts.commonestForms()
    return found.enumerated().map { index, item in
      let (word, table) = (item.word, item.table)
      return [
        .integer(index + 1), Cell(counts.words[word]),
        Cell(ScriptConverter.convert(Scalars(forms[word]), to: script)[...]),
        .integer(left[word] + right[word]), .integer(left[word]), .integer(right[word]),
        .integer(documents[word]), .integer(counts.counts[word]),
        .rounded(table.expected, places: 2), .rounded(strength(table, .g2), places: 2),
        .rounded(table.mutualInformation, places: 2), .rounded(table.tScore, places: 2),
        .rounded(table.logDice(node: nodes), places: 2),
      ]
    }
  }

  private func strength(_ table: ContingencyTable, _ measure: Measure) -> Double {
    switch measure {
    case .g2: table.isAttraction ? table.logLikelihood : -table.logLikelihood
    case .mi: table.mutualInformation ?? -.infinity
    case .t: table.tScore ?? -.infinity
    case .dice: table.logDice(node: nodes) ?? -.infinity
    case .together: table.together
    }
  }
}
