import HanText

/// Costs of characters in context, in eighths of a bit: the larger, the less plausible.
typealias Cost = Int32

/// The character trigram model that chooses among readings.
///
/// It works on symbols: Han folded to Simplified, one symbol for all Latin letters, one for all
/// digits. See `docs/model-card.md` for what it was trained on.
///
/// - Source: `Data/repair-model.bin`, made by `scripts/make-repair-model.py`, which documents the
///   layout. The tables are read where they are embedded, nothing is copied but the vocabulary.
struct RepairModel: @unchecked Sendable {
  // Unchecked because of the raw buffer, which is constant and lives as long as the process.

  /// The model; prepared once, then shared.
  static let shared = RepairModel()

  /// A symbol's number.
  typealias Symbol = UInt16
  /// The edge of a line.
  static let edge: Symbol = 0
  /// Anything that the vocabulary lacks.
  static let unknown: Symbol = 1

  private let bytes: UnsafeRawBufferPointer
  private let symbols: [Symbol]
  private let unigrams: Int
  private let bigrams: Int
  private let bigramMask: Int
  private let trigrams: Int
  private let trigramMask: Int
  private let count: Int

  private init() {
    let bytes = EmbeddedData.repairModel
    func word(_ offset: Int) -> Int {
      guard offset + 4 <= bytes.count else { return 0 }
      return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let count = word(0)
    let bigramBits = min(word(4), 24)
    let trigramBits = min(word(8), 24)
    self.bytes = bytes
    self.count = count
    unigrams = 16 + 2 * count
    bigrams = unigrams + 2 * count
    bigramMask = (1 << bigramBits) - 1
    trigrams = bigrams + 4 << bigramBits
    trigramMask = (1 << trigramBits) - 1
    var scalarSymbols = [Symbol](repeating: Self.unknown, count: 0x10000)
    for number in 0..<count where 17 + 2 * number < bytes.count {
      scalarSymbols[Int(bytes[16 + 2 * number]) | Int(bytes[17 + 2 * number]) << 8] =
        Symbol(number)
    }
    scalarSymbols[0] = Self.unknown
    // Every scalar below U+10000 to its symbol, folding included.
    let page = CodePage936.shared
    symbols = (0..<0x10000).map { scalarSymbols[Int(Self.normalised(UInt32($0), page))] }
    precondition(
      trigrams + 3 * (trigramMask + 1) <= bytes.count, "Data/repair-model.bin is cut short")
  }

  private static func normalised(_ scalar: UInt32, _ page: CodePage936) -> UInt32 {
    var scalar = scalar
    if scalar >= 0xFF01, scalar <= 0xFF5E { scalar -= 0xFEE0 }
    switch scalar {
    case 0x3000, 0xA0, 0x09: return 0x20
    case 0x30...0x39: return 0x30
    case 0x41...0x5A, 0x61...0x7A: return 0x61
    case 0..<0x80: return scalar
    case 0x300C, 0x300E: return 0x201C
    case 0x300D, 0x300F: return 0x201D
    case 0xD800..<0xF900: return 1
    default: return min(page.fold(scalar), 0xFFFF)
    }
  }

  /// The symbol of a scalar.
  func symbol(_ scalar: UInt32) -> Symbol {
    scalar < 0x10000 ? symbols[Int(scalar)] : Self.unknown
  }

  /// The cost of a symbol behind two others.
  ///
  /// - Complexity: O(1), at most three probes.
  func cost(_ symbol: Symbol, after first: Symbol, _ second: Symbol) -> Cost {
    cost(symbol, after: first, second, back: back(from: first, second))
  }

  /// What it costs that a symbol behind two others is judged by the second alone.
  func back(from first: Symbol, _ second: Symbol) -> Cost {
    let key = UInt64(first) << 16 | UInt64(second)
    guard let slot = find(key, in: bigrams, mask: bigramMask) else { return 0 }
    return Cost(bytes[bigrams + 3 * (bigramMask + 1) + slot])
  }

  /// The cost of a symbol behind two others whose `back` is known: for many symbols in one place.
  ///
  /// - Complexity: O(1): one probe for most symbols, as every triple of the model ends in one of its
  ///   pairs.
  func cost(_ symbol: Symbol, after first: Symbol, _ second: Symbol, back: Cost) -> Cost {
    let pair = cost(symbol, after: second)
    if pair.isKnown, let triple = tripleCost(symbol, after: first, second) { return triple }
    return back + pair.cost
  }

  /// The cost of a symbol behind one other, and whether the model has the pair.
  func cost(_ symbol: Symbol, after second: Symbol) -> (cost: Cost, isKnown: Bool) {
    let key = UInt64(second) << 16 | UInt64(symbol)
    if let slot = find(key, in: bigrams, mask: bigramMask) {
      return (Cost(bytes[bigrams + 2 * (bigramMask + 1) + slot]), true)
    }
    guard Int(second) < count, Int(symbol) < count else { return (255, false) }
    return (
      Cost(bytes[unigrams + count + Int(second)]) + Cost(bytes[unigrams + Int(symbol)]), false
    )
  }

  /// The cost of a symbol behind two others if the model has the triple.
  func tripleCost(_ symbol: Symbol, after first: Symbol, _ second: Symbol) -> Cost? {
    let key = UInt64(first) << 32 | UInt64(second) << 16 | UInt64(symbol) | 1 << 60
    guard let slot = find(key, in: trigrams, mask: trigramMask) else { return nil }
    return Cost(bytes[trigrams + 2 * (trigramMask + 1) + slot])
  }

  @inline(__always)
  private func find(_ key: UInt64, in table: Int, mask: Int) -> Int? {
    let hash = Self.mix(key)
    let tag = max(1, UInt16(truncatingIfNeeded: hash >> 48))
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found =
        UInt16(bytes[table + 2 * slot]) | UInt16(bytes[table + 2 * slot + 1]) << 8
      if found == tag { return slot }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// A 64-bit mixing function (the finaliser of SplitMix64).
  static func mix(_ key: UInt64) -> UInt64 {
    var key = (key ^ key >> 30) &* 0xBF58_476D_1CE4_E5B9
    key = (key ^ key >> 27) &* 0x94D0_49BB_1331_11EB
    return key ^ key >> 31
  }
}
