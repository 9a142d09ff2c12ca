import HanText
import Pages

/// The words that one of two corpora uses more than the other.
public struct Keyness: Sendable {
  /// The columns of its rows.
  public static let columns = [
    "rank", "word", "written", "more_in", "frequency_a", "frequency_b", "per_million_a",
    "per_million_b", "g2", "p", "log_ratio", "percent_diff",
  ]

  /// What one article adds.
  public struct Part: Sendable {
    var counts = WordCounts()
  }

  /// One of the two corpora.
  public enum Side: String, Sendable, CaseIterable {
    case a, b

    var index: Int { self == .a ? 0 : 1 }
  }

  private var counts = WordCounts()
  private var frequencies: [[Int]] = [[], []]
  private var totals = [0, 0]

  /// Makes an empty comparison.
  public init() {}

  /// Counts one article; runs on worker threads.
  public static func part(
    of source: SourceArticle, words reader: WordReader, sentences breaker: SentenceBreaker
  ) -> Part {
    Part(counts: FrequencyList.part(of: source, words: reader, sentences: breaker).counts)
  }

  /// Adds an article to one side.
  ///
  /// - Complexity: O(different words of the article).
  public mutating func add(_ part: Part, to side: Side) {
    let ids = counts.add(part.counts)
    for s in 0..<2 {
      frequencies[s] += repeatElement(0, count: counts.words.count - frequencies[s].count)
    }
    for (local, id) in ids.enumerated() {
      frequencies[side.index][id] += part.counts.counts[local]
    }
    totals[side.index] += part.counts.total
  }

  /// Words counted on a side.
  public func total(_ side: Side) -> Int { totals[side.index] }

  /// Which rows are listed.
  public struct Filter: Sendable {
    /// Least frequency in both corpora together.
    public var minimum = 3
    /// Most rows; 0 for all.
    public var top = 0
    /// Highest probability of such a difference by chance.
    public var significance = 1.0
    /// Only words that this side has more of.
    public var side: Side?
    /// Words left out. They still count in the length of the corpora.
    public var stopWords = StopWords()

    /// Lists every word met three times.
    public init() {}
  }

  /// The rows, the greatest G² first, equally great ones by code point.
  ///
  /// - Complexity: O(words log words).
  public func rows(_ filter: Filter, script: ScriptChoice) -> [[Cell]] {
    var found: [(word: Int, table: ContingencyTable, g2: Double)] = []
    for word in 0..<counts.words.count {
      let (a, b) = (frequencies[0][word], frequencies[1][word])
      guard a + b >= max(1, filter.minimum), !filter.stopWords.contains(counts.words[word]) else {
        continue
      }
      let table = ContingencyTable(
        together: a, row: totals[0], column: a + b, total: totals[0] + totals[1])
      if let side = filter.side, side != self.side(of: table) { continue }
      if table.significance > filter.significance { continue }
      found.append((word, table, table.logLikelihood))
    }
    found.sort { a, b in
      a.g2 != b.g2
        ? a.g2 > b.g2 : counts.words[a.word].lexicographicallyPrecedes(counts.words[b.word])
    }
    if filter.top > 0, found.count > filter.top { found.removeLast(found.count - filter.top) }
    let forms = counts.commonestForms()
    return found.enumerated().map { index, item in
      let (word, table) = (item.word, item.table)
      func rate(_ side: Int) -> Double? {
        totals[side] > 0 ? Double(frequencies[side][word]) * 1e6 / Double(totals[side]) : nil
      }
      let side: Cell =
        switch self.side(of: table) {
        case .a: .text("A")
        case .b: .text("B")
        case nil: .empty
        }
      return [
        .integer(index + 1), Cell(counts.words[word]),
        Cell(ScriptConverter.convert(Scalars(forms[word]), to: script)[...]), side,
        .integer(frequencies[0][word]), .integer(frequencies[1][word]),
        .rounded(rate(0), places: 2), .rounded(rate(1), places: 2), .rounded(item.g2, places: 2),
        .rounded(table.significance, places: 6), .rounded(table.logRatio, places: 4),
        .rounded(table.percentDifference, places: 2),
      ]
    }
  }

  /// The side that uses a word more, for its length; `nil` where both use it equally.
  private func side(of table: ContingencyTable) -> Side? {
    // Without the division of `expected`, so that equal shares are equal.
    let (met, expected) = (table.together * table.total, table.row * table.column)
    return met > expected ? .a : met < expected ? .b : nil
  }
}
