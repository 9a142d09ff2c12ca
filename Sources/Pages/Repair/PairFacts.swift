import HanText

/// What the decoder asks of a two-byte character, in one number for each pair.
struct PairFacts: Sendable {
  /// The table; made once, when the first damaged page needs it, then shared.
  static let shared = PairFacts()

  /// By pair: the scalar in the low 16 bits, its symbol in the next 14, then whether it is a
  /// Simplified form, and one that no Traditional text has; 0 where the pair is none that a text can
  /// have.
  private let facts: [UInt32]

  private init() {
    let page = CodePage936.shared
    let model = RepairModel.shared
    facts = (UInt32(0)..<0x10000).map { number in
      let pair = Pair(truncatingIfNeeded: number)
      let scalar = page.scalar(pair)
      guard scalar != 0, !CodePage936.isUserDefined(scalar) else { return 0 }
      let symbol = model.symbol(scalar)
      let form: UInt32 = page.isSimplifiedOnly(pair) ? 2 : page.isAlsoSimplified(pair) ? 1 : 0
      return scalar | UInt32(min(symbol, 0x3FFF)) << 16 | form << 30
    }
  }

  /// A pair's character: its scalar, its symbol, and what it costs wherever it stands. `nil` where no
  /// text can have it.
  @inline(__always)
  subscript(pair: Pair) -> (scalar: UInt32, symbol: RepairModel.Symbol, cost: Cost)? {
    let facts = facts[Int(pair)]
    guard facts != 0 else { return nil }
    let cost: Cost = facts >> 31 != 0 ? 64 : facts >> 30 != 0 ? 8 : 0
    return (facts & 0xFFFF, RepairModel.Symbol(facts >> 16 & 0x3FFF), cost)
  }
}
