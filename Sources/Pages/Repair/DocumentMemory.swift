import HanText

/// What a damaged page itself says: counts of its symbol pairs and triples, so that its own names
/// and terms weigh when a reading is chosen.
///
/// Counts are kept under 24-bit tags of hashes; a chance match is rarer than one in a million.
struct DocumentMemory: Sendable {
  private var singles = [UInt16](repeating: 0, count: 0x10000)
  /// Tag in the upper 24 bits, count in the lower 8; 0 is an empty slot.
  private var counts: [UInt32]
  private let mask: Int
  private var room: Int

  /// Makes an empty memory for a page of a number of scalars.
  init(scalars: Int) {
    var bits = 8
    while bits < 24, 1 << bits < scalars * 4 { bits += 1 }
    mask = (1 << bits) - 1
    room = (mask + 1) / 2
    counts = [UInt32](repeating: 0, count: mask + 1)
  }

  private static func key(_ second: RepairModel.Symbol, _ symbol: RepairModel.Symbol) -> UInt64 {
    UInt64(second) << 16 | UInt64(symbol)
  }

  private static func key(
    _ first: RepairModel.Symbol, _ second: RepairModel.Symbol, _ symbol: RepairModel.Symbol
  ) -> UInt64 {
    UInt64(first) << 32 | UInt64(second) << 16 | UInt64(symbol) | 1 << 60
  }

  /// The slot of a key, or the empty one where it would go.
  private func slot(_ key: UInt64) -> (index: Int, tag: UInt32) {
    let hash = RepairModel.mix(key)
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~0xFF
    var index = Int(truncatingIfNeeded: hash) & mask
    while counts[index] != 0, counts[index] & ~0xFF != tag { index = (index + 1) & mask }
    return (index, tag)
  }

  private func count(_ key: UInt64) -> Int { Int(counts[slot(key).index] & 0xFF) }

  private mutating func add(_ key: UInt64) {
    let (index, tag) = slot(key)
    if counts[index] == 0 {
      // A page longer than the table is remembered by its beginning.
      guard room > 0 else { return }
      room -= 1
      counts[index] = tag
    }
    if counts[index] & 0xFF < 0xFF { counts[index] += 1 }
  }

  /// Remembers a symbol with the two before it.
  mutating func add(
    _ symbol: RepairModel.Symbol, after first: RepairModel.Symbol, _ second: RepairModel.Symbol
  ) {
    if singles[Int(second)] < .max { singles[Int(second)] += 1 }
    add(Self.key(second, symbol))
    add(Self.key(first, second, symbol))
  }

  /// Whether the page shows a symbol behind another.
  func holds(_ symbol: RepairModel.Symbol, after second: RepairModel.Symbol) -> Bool {
    count(Self.key(second, symbol)) > 0
  }

  /// The cost of a symbol behind two others by this page alone, or `nil` where it never shows it.
  func cost(
    _ symbol: RepairModel.Symbol, after first: RepairModel.Symbol, _ second: RepairModel.Symbol
  ) -> Cost? {
    let together = count(Self.key(second, symbol))
    guard together > 0 else { return nil }
    let triple = count(Self.key(first, second, symbol))
    if triple > 0 {
      return 20 + Self.ratio(max(count(Self.key(first, second)), triple), triple)
    }
    return 44 + Self.ratio(Int(singles[Int(second)]), together)
  }

  /// Eight times the binary logarithm of a ratio, roughly.
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
