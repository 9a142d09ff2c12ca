/// How much of a text is written in which script.
public struct ScriptProfile: Sendable, Equatable {
  /// Characters that only Simplified script has (国, 们).
  public var simplified = 0
  /// Characters that only Traditional script has (國, 們).
  public var traditional = 0

  /// The least share of the lesser script, and how many characters of it, that make a text mixed:
  /// below, they are a quoted title, a name or a slip.
  private static let mixedShare = 0.05
  private static let mixedCount = 3

  /// Counts the characters of one script only.
  ///
  /// - Complexity: O(length), one table look-up a scalar.
  public init(_ text: some Sequence<UInt32>) {
    let map = ScriptTable.simplified.map
    for scalar in text {
      let entry = map[scalar]
      if entry & ScalarMap.isTraditional != 0 { traditional &+= 1 }
      if entry & ScalarMap.isSimplified != 0 { simplified &+= 1 }
    }
  }

  /// Share of Traditional among the characters that tell the script, 0...1; 0 if none does.
  public var traditionalShare: Double {
    traditional == 0 ? 0 : Double(traditional) / Double(traditional + simplified)
  }

  /// The script: mixed where both have a real part in the text, Simplified where nothing tells.
  public var script: Script {
    let lesser = min(simplified, traditional)
    let all = simplified + traditional
    if lesser >= Self.mixedCount, Double(lesser) >= Self.mixedShare * Double(all) { return .mixed }
    return traditional > simplified ? .hant : .hans
  }
}
