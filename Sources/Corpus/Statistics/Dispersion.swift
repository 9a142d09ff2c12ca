import Glibc

/// How evenly a word is spread over the documents of a corpus.
public struct Dispersion: Sendable, Equatable {
  /// Juilland's D: 1 where every document uses the word equally often for its length, 0 where one
  /// document has it all; `nil` for a corpus of one document.
  public var juillandD: Double?
  /// Gries' DP: 0 where every document has the share of the word that its length lets expect, near
  /// 1 where a small part of the corpus has it all.
  public var griesDP: Double

  /// Computes both.
  ///
  /// D = 1 − V / √(n − 1), V the coefficient of variation (standard deviation of the population by
  /// mean) of the word's relative frequencies in the n documents, so that documents of different
  /// length can be compared (Juilland & Chang-Rodríguez 1964; Gries 2008).
  /// DP = ½ Σ |vᵢ/f − sᵢ/N| (Gries 2008).
  ///
  /// - Parameters:
  ///   - counts: times and length of each document that has the word.
  ///   - documents: number of documents of the corpus, of those that have words.
  ///   - words: length of the corpus in words.
  /// - Complexity: O(documents with the word).
  public init(counts: [(count: Int, length: Int)], documents: Int, words: Int) {
    let n = Double(documents)
    var frequency = 0.0
    var rates = 0.0
    for (count, length) in counts where length > 0 {
      frequency += Double(count)
      rates += Double(count) / Double(length)
    }
    guard frequency > 0, words > 0 else {
      (juillandD, griesDP) = (nil, 0)
      return
    }
    let mean = rates / n
    var squares = (n - Double(counts.count)) * mean * mean
    var difference = 0.0
    var covered = 0.0
    for (count, length) in counts where length > 0 {
      let rate = Double(count) / Double(length) - mean
      squares += rate * rate
      let share = Double(length) / Double(words)
      covered += share
      difference += abs(Double(count) / frequency - share)
    }
    griesDP = min(1, max(0, (difference + max(0, 1 - covered)) / 2))
    guard documents > 1 else {
      juillandD = nil
      return
    }
    let variation = (squares / n).squareRoot() / mean
    juillandD = min(1, max(0, 1 - variation / (n - 1).squareRoot()))
  }
}
