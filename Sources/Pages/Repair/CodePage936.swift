import HanText

/// One pair of bytes of code page 936: the first in the upper byte.
typealias Pair = UInt16

/// Code page 936 (GBK with its user-defined areas), through which the damage went.
///
/// A pair is a lead byte 81…FE and a trail byte 40…7E or 80…FE. User-defined pairs are the
/// private-use characters U+E000…U+E765.
///
/// - Source: `Data/repair-gbk.bin`, made by `scripts/make-gbk-tables.py`.
struct CodePage936: Sendable {
  /// The table; read once, then shared.
  static let shared = CodePage936()

  /// Scalar of each pair by `slot`, 0 where undefined.
  private let scalars: [UInt16]
  /// That scalar folded to Simplified script.
  private let folds: [UInt16]
  private let flags: [UInt8]
  /// Pair of each scalar below U+10000, 0 where it has none.
  private let pairs: [UInt16]
  /// The pairs that decode to nothing, though lead and trail are possible.
  let undefined: [Pair]

  private static let slots = 126 * 191

  private init() {
    let bytes = EmbeddedData.repairGBK
    func word(_ index: Int) -> UInt16 {
      index * 2 + 1 < bytes.count ? UInt16(bytes[index * 2]) | UInt16(bytes[index * 2 + 1]) << 8 : 0
    }
    let count = Self.slots
    scalars = (0..<count).map(word)
    folds = (0..<count).map { word(count + $0) }
    flags = (0..<count).map { 4 * count + $0 < bytes.count ? bytes[4 * count + $0] : 0 }
    var pairs = [UInt16](repeating: 0, count: 0x10000)
    var undefined: [Pair] = []
    for slot in 0..<count {
      let trail = slot % 191 + 0x40
      guard trail != 0x7F else { continue }
      let pair = UInt16(slot / 191 + 0x81) << 8 | UInt16(trail)
      if scalars[slot] == 0 {
        undefined.append(pair)
      } else if pairs[Int(scalars[slot])] == 0 {
        pairs[Int(scalars[slot])] = pair
      }
    }
    self.pairs = pairs
    self.undefined = undefined
  }

  private func slot(_ pair: Pair) -> Int? {
    let lead = Int(pair >> 8)
    let trail = Int(pair & 0xFF)
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return nil }
    return (lead - 0x81) * 191 + trail - 0x40
  }

  /// The scalar of a pair, 0 where it is undefined.
  func scalar(_ pair: Pair) -> UInt32 {
    guard let slot = slot(pair) else { return 0 }
    return UInt32(scalars[slot])
  }

  /// The pair of a scalar, 0 where the code page has no pair for it.
  func pair(_ scalar: UInt32) -> Pair {
    scalar < 0x10000 ? pairs[Int(scalar)] : 0
  }

  /// A scalar folded to Simplified script; itself where the code page does not know it.
  func fold(_ scalar: UInt32) -> UInt32 {
    guard let slot = slot(pair(scalar)) else { return scalar }
    return UInt32(folds[slot])
  }

  /// Whether a pair is a Han character that differs from its Simplified form.
  func isTraditional(_ pair: Pair) -> Bool {
    guard let slot = slot(pair) else { return false }
    return folds[slot] != scalars[slot]
  }

  /// Whether the pair's character is a Simplified form that no Traditional text has (发).
  func isSimplifiedOnly(_ pair: Pair) -> Bool {
    guard let slot = slot(pair) else { return false }
    return flags[slot] & 1 != 0
  }

  /// Whether the pair's character is a Simplified form that is a Traditional character as well (后).
  func isAlsoSimplified(_ pair: Pair) -> Bool {
    guard let slot = slot(pair) else { return false }
    return flags[slot] & 2 != 0
  }

  /// Whether a scalar stands for a user-defined pair.
  static func isUserDefined(_ scalar: UInt32) -> Bool { scalar >= 0xE000 && scalar <= 0xE765 }
}
