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

  init(simplified: Int, traditional: Int) {
    self.simplified = simplified
    self.traditional = traditional
  }

  /// Counts the characters of one script only.
  ///
  /// - Complexity: O(length), one table look-up a scalar.
  public init(_ text: Scalars) {
    (simplified, traditional) = text.withUnsafeBufferPointer { Self.counts(of: $0) }
  }

  /// Counts the characters of one script only; see above.
  public init(_ text: ArraySlice<UInt32>) {
    (simplified, traditional) = text.withUnsafeBufferPointer { Self.counts(of: $0) }
  }

  /// How many characters only Simplified, and only Traditional script has.
  static func counts(
    of text: UnsafeBufferPointer<UInt32>
  ) -> (simplified: Int, traditional: Int) {
    // The shadow's table has the marks too, and every run of the program has made it.
    let table = ScriptTable.shadow
    return table.map.withPlane { plane in
      // Both flags in one number, each with room for 2^32.
      var sum: UInt64 = 0
      for scalar in text {
        let entry = UInt64(scalar < 0x10000 ? plane[Int(scalar)] : table.map[scalar])
        sum &+= (entry >> 26 & 1) | (entry >> 31) << 32
      }
      return (simplified: Int(sum >> 32), traditional: Int(sum & 0xFFFF_FFFF))
    }
  }

  /// The profile of two passages together.
  public static func + (a: ScriptProfile, b: ScriptProfile) -> ScriptProfile {
    ScriptProfile(
      simplified: a.simplified + b.simplified, traditional: a.traditional + b.traditional)
  }

  /// The profile of a text without one of its passages.
  public static func - (whole: ScriptProfile, part: ScriptProfile) -> ScriptProfile {
    ScriptProfile(
      simplified: whole.simplified - part.simplified,
      traditional: whole.traditional - part.traditional)
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
