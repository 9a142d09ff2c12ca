import HanText
import Pages

/// The words of a corpus with how often and how evenly they occur.
public struct FrequencyList: Sendable {
  /// The columns of its rows.
  public static let columns = [
    "rank", "word", "written", "frequency", "per_million", "documents", "juilland_d", "gries_dp",
  ]

  /// What one article adds.
  public struct Part: Sendable {
    var counts = WordCounts()
  }

  private var counts = WordCounts()
  private var postings = Postings()
  /// Words of each article that has any.
  private var lengths: [Int] = []

  /// Makes an empty list.
  public init() {}

  /// Counts one article; runs on worker threads.
  ///
  /// - Complexity: O(length), besides finding the words.
  public static func part(
    of source: SourceArticle, words reader: WordReader, sentences breaker: SentenceBreaker
  ) -> Part {
    let found = reader.words(of: source, sentences: breaker)
    var part = Part()
    for word in found.words {
      part.counts.add(found.folded[word], written: source.article.text[word])
    }
    return part
  }

  /// Adds an article.
  ///
  /// - Complexity: O(different words of the article).
  public mutating func add(_ part: Part) {
    guard part.counts.total > 0 else { return }
    let ids = counts.add(part.counts)
    for (local, id) in ids.enumerated() {
      postings.add(word: id, document: lengths.count, count: part.counts.counts[local])
    }
    lengths.append(part.counts.total)
  }

  /// Words counted.
  public var total: Int { counts.total }
  /// Different words counted.
  public var different: Int { counts.words.count }

  /// Which words are listed.
  public struct Filter: Sendable {
    /// Least frequency.
    public var minimum = 1
    /// Least number of documents.
    public var minimumDocuments = 1
    /// Most rows; 0 for all.
    public var top = 0
    /// Words left out. They still count in the length of the corpus.
    public var stopWords = StopWords()

    /// Lists everything.
    public init() {}
  }

  /// The rows, most frequent words first, equally frequent ones by code point.
  ///
  /// - Complexity: O(words log words + postings of the words listed).
  public func rows(_ filter: Filter, script: ScriptChoice) -> [[Cell]] {
    var order = (0..<counts.words.count).filter { word in
      counts.counts[word] >= filter.minimum
        && postings.documents(of: word) >= filter.minimumDocuments
        && !filter.stopWords.contains(counts.words[word])
    }
    order.sort { a, b in
      let (inA, inB) = (counts.counts[a], counts.counts[b])
      return inA != inB ? inA > inB : counts.words[a].lexicographicallyPrecedes(counts.words[b])
    }
    if filter.top > 0, order.count > filter.top { order.removeLast(order.count - filter.top) }
    let forms = counts.commonestForms()
    return order.enumerated().map { index, word in
      var parts: [(count: Int, length: Int)] = []
      postings.forEach(word) { document, count in parts.append((count, lengths[document])) }
      let spread = Dispersion(counts: parts, documents: lengths.count, words: counts.total)
      let rate = Double(counts.counts[word]) * 1e6 / Double(counts.total)
      return [
        .integer(index + 1), Cell(counts.words[word]),
        Cell(ScriptConverter.convert(Scalars(forms[word]), to: script)[...]),
        .integer(counts.counts[word]), .rounded(rate, places: 2), .integer(parts.count),
        .rounded(spread.juillandD, places: 4), .rounded(spread.griesDP, places: 4),
      ]
    }
  }
}
