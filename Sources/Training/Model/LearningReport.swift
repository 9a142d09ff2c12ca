import Entities

/// What one pass over the training data brought.
public struct EpochReport: Sendable {
  /// Number of the pass, from 1.
  public var epoch: Int
  /// Sentences seen in it.
  public var sentences: Int
  /// Scores on the development sets, in their order.
  public var scores: [(name: String, score: TaggerScore)]
  /// Mean over the development sets of F1 over person, institution and place.
  public var meanF1: Double
  /// Whether this is the best pass so far.
  public var isBest: Bool
}

/// A finished training: the model and how it came about.
public struct TrainedModel: Sendable {
  /// The file's bytes.
  public var bytes: [UInt8]
  /// Every pass, in order.
  public var epochs: [EpochReport]
  /// The pass whose weights were written; 0 where none ran.
  public var bestEpoch: Int
  /// Features seen at least as often as `TrainingOptions.leastCount` asks.
  public var features: Int
  /// Rows kept in the model.
  public var rows: Int

  /// A table of the passes for people to read.
  public var report: String {
    var lines = ["features: \(features), rows kept: \(rows), bytes: \(bytes.count)"]
    for epoch in epochs {
      lines.append(epoch.line + (epoch.epoch == bestEpoch ? "  written" : ""))
    }
    return lines.joined(separator: "\n")
  }
}

extension EpochReport {
  /// One line for people to read.
  public var line: String {
    var parts = ["pass \(epoch)", "mean \(Self.percent(meanF1))"]
    for (name, score) in scores {
      parts.append(
        "\(name) \(Self.percent(score.micro.f1)) "
          + "(\(Self.percent(score[.person].f1)) \(Self.percent(score[.institution].f1)) "
          + "\(Self.percent(score[.place].f1)))")
    }
    return parts.joined(separator: "  ")
  }

  private static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
