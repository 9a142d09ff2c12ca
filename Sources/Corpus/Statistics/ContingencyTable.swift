import Glibc

/// How often two things met, in the four cells of a table, and what that says of their tie.
///
/// For collocates: `together` is how often the collocate stands in the window of the node, the row
/// the window, the column the collocate, `total` all words but the nodes (Evert 2008).
/// For keyness: `together` is the frequency in corpus A, the row corpus A, the column the word.
public struct ContingencyTable: Sendable, Equatable {
  /// O₁₁: in both the row and the column.
  public var together: Double
  /// R₁: all of the row.
  public var row: Double
  /// C₁: all of the column.
  public var column: Double
  /// N: everything.
  public var total: Double

  /// Makes a table of counts.
  public init(together: Int, row: Int, column: Int, total: Int) {
    self.together = Double(together)
    self.row = Double(row)
    self.column = Double(column)
    self.total = Double(total)
  }

  /// E₁₁ = R₁ C₁ / N: how often both would meet by chance.
  public var expected: Double { total > 0 ? row * column / total : 0 }

  /// G² = 2 Σ O ln(O / E) over the four cells, never negative (Dunning 1993).
  public var logLikelihood: Double {
    guard total > 0 else { return 0 }
    let otherRow = total - row
    let otherColumn = total - column
    func term(_ observed: Double, _ expected: Double) -> Double {
      observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
    }
    let sum =
      term(together, row * column / total)
      + term(row - together, row * otherColumn / total)
      + term(column - together, otherRow * column / total)
      + term(otherRow - column + together, otherRow * otherColumn / total)
    return max(0, 2 * sum)
  }

  /// The probability of a G² at least as high by chance: χ² with one degree of freedom.
  public var significance: Double { erfc((logLikelihood / 2).squareRoot()) }

  /// Whether both meet more often than by chance.
  public var isAttraction: Bool { together > expected }

  /// MI = log₂(O₁₁ / E₁₁) (Church & Hanks 1990); `nil` where they never meet.
  public var mutualInformation: Double? {
    together > 0 && expected > 0 ? log2(together / expected) : nil
  }

  /// t = (O₁₁ − E₁₁) / √O₁₁ (Church et al. 1991); `nil` where they never meet.
  public var tScore: Double? {
    together > 0 ? (together - expected) / together.squareRoot() : nil
  }

  /// logDice = 14 + log₂(2 O₁₁ / (f(node) + f(collocate))) (Rychlý 2008).
  ///
  /// - Parameter node: how often the node occurs.
  public func logDice(node: Int) -> Double? {
    let sum = Double(node) + column
    return together > 0 && sum > 0 ? 14 + log2(2 * together / sum) : nil
  }

  /// Log ratio: log₂ of how many times more frequent the word is in the row than outside it, a
  /// frequency of nought counted as one half (Hardie 2014).
  public var logRatio: Double? {
    let other = total - row
    guard row > 0, other > 0, column > 0 else { return nil }
    let inside = (together > 0 ? together : 0.5) / row
    let outside = (column > together ? column - together : 0.5) / other
    return log2(inside / outside)
  }

  /// %DIFF: by how many percent the word is more frequent in the row than outside it (Gabrielatos &
  /// Marchi 2011); `nil` where it does not occur outside.
  public var percentDifference: Double? {
    let other = total - row
    guard row > 0, other > 0, column > together else { return nil }
    let outside = (column - together) / other
    return (together / row - outside) * 100 / outside
  }
}
