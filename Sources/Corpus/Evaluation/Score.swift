/// Counts behind precision, recall and F1.
public struct Score: Sendable, Equatable {
  /// Predictions that are right.
  public var hits = 0
  /// Predictions made.
  public var predicted = 0
  /// What the gold annotation holds.
  public var gold = 0

  /// Makes an empty score.
  public init() {}

  /// Share of predictions that are right; 1 where none was made and none was asked for.
  public var precision: Double { share(hits, of: predicted, emptyIfNone: gold) }

  /// Share of the gold that was found; 1 where there is none.
  public var recall: Double { share(hits, of: gold, emptyIfNone: predicted) }

  /// Harmonic mean of precision and recall.
  public var f1: Double {
    predicted + gold == 0 ? 1 : 2 * Double(hits) / Double(predicted + gold)
  }

  private func share(_ part: Int, of whole: Int, emptyIfNone other: Int) -> Double {
    whole == 0 ? (other == 0 ? 1 : 0) : Double(part) / Double(whole)
  }

  /// Adds the counts of two scores.
  public static func += (total: inout Score, part: Score) {
    total.hits += part.hits
    total.predicted += part.predicted
    total.gold += part.gold
  }
}

/// How often a field is right among the mentions that were found.
public struct FieldAccuracy: Sendable, Equatable {
  /// Fields that are right.
  public var right = 0
  /// Fields compared.
  public var compared = 0

  /// Makes an empty count.
  public init() {}

  /// Share of right fields; 1 where none was compared.
  public var share: Double { compared == 0 ? 1 : Double(right) / Double(compared) }

  /// Counts one comparison.
  mutating func count(_ isRight: Bool) {
    compared += 1
    if isRight { right += 1 }
  }

  /// Adds the counts of two accuracies.
  public static func += (total: inout FieldAccuracy, part: FieldAccuracy) {
    total.right += part.right
    total.compared += part.compared
  }
}
