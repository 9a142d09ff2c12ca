import HanText

/// What a damaged page itself says: counts of its symbol pairs and triples, so that its own names
/// and terms weigh when a reading is chosen.
///
/// Counts are kept by hash and may rarely collide, which only blurs the preference.
struct DocumentMemory: Sendable {
  private var singles = [UInt16](repeating: 0, count: 0x10000)
  private var pairs: [UInt8]
  private var triples: [UInt8]
  private let mask: Int

  /// Makes an empty memory for a page of a number of scalars.
  init(scalars: Int) {
    var bits = 16
    while bits < 24, 1 << bits < scalars * 64 { bits += 1 }
    mask = (1 << bits) - 1
    pairs = [UInt8](repeating: 0, count: mask + 1)
    triples = [UInt8](repeating: 0, count: mask + 1)
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: RepairModel.mix(key)) & mask
  }

  /// Remembers a symbol with the two before it.
  mutating func add(
    _ symbol: RepairModel.Symbol, after first: RepairModel.Symbol, _ second: RepairModel.Symbol
  ) {
    singles[Int(second)] = singles[Int(second)] < .max ? singles[Int(second)] + 1 : .max
    let pair = slot(UInt64(second) << 16 | UInt64(symbol))
    pairs[pair] = pairs[pair] < .max ? pairs[pair] + 1 : .max
    let triple = slot(UInt64(first) << 32 | UInt64(second) << 16 | UInt64(symbol) | 1 << 60)
    triples[triple] = triples[triple] < .max ? triples[triple] + 1 : .max
  }

  /// The cost of a symbol behind two others by this page alone, or `nil` where it never shows it.
  func cost(
    _ symbol: RepairModel.Symbol, after first: RepairModel.Symbol, _ second: RepairModel.Symbol
  ) -> Cost? {
    let together = pairs[slot(UInt64(second) << 16 | UInt64(symbol))]
    guard together > 0 else { return nil }
    let triple = triples[
      slot(UInt64(first) << 32 | UInt64(second) << 16 | UInt64(symbol) | 1 << 60)]
    if triple > 0 {
      let context = max(pairs[slot(UInt64(first) << 16 | UInt64(second))], triple)
      return 20 + Self.ratio(Int(context), Int(triple))
    }
    return 44 + Self.ratio(Int(singles[Int(second)]), Int(together))
  }

  /// Eight times the binary logarithm of a ratio, in whole bits and halves.
  private static func ratio(_ whole: Int, _ part: Int) -> Cost {
    var cost: Cost = 0
    var part = max(part, 1) * 2
    while part <= whole {
      cost += 8
      part *= 2
    }
    if part * 3 / 4 <= whole { cost += 5 }
    return cost
  }
}
