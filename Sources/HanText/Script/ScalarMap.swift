/// A map from scalars to scalars with flags, as two flat tables: pages of 256 entries, and which
/// page each block of 256 scalars has. Blocks that change nothing share one page.
///
/// An entry holds the scalar's target exclusive-or'ed with the scalar itself in its low 21 bits,
/// so that zero means "unchanged", and flags above.
struct ScalarMap: Sendable {
  /// Set where the conversion depends on the characters around.
  static let isRisky: UInt32 = 1 << 21
  /// Set for characters of Traditional script only.
  static let isTraditional: UInt32 = 1 << 22
  /// Set for characters of Simplified script only.
  static let isSimplified: UInt32 = 1 << 23
  /// The bits of an entry that hold the exclusive-or.
  static let targetBits: UInt32 = (1 << 21) - 1

  private(set) var pageOfBlock: [UInt16] = Array(repeating: 0, count: 0x1100)
  private(set) var entries: [UInt32] = Array(repeating: 0, count: 256)

  /// The entry of a scalar; zero for values that are no scalars.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    let block = Int(scalar >> 8)
    guard block < pageOfBlock.count else { return 0 }
    return entries[Int(pageOfBlock[block]) &* 256 &+ Int(scalar & 0xFF)]
  }

  /// Maps `scalar` to `target`, keeping flags.
  mutating func set(_ scalar: UInt32, to target: UInt32) {
    guard let index = ownIndex(of: scalar), target <= 0x10FFFF else { return }
    entries[index] = entries[index] & ~Self.targetBits | (scalar ^ target)
  }

  /// Adds flags to a scalar.
  mutating func mark(_ scalar: UInt32, _ flags: UInt32) {
    guard let index = ownIndex(of: scalar) else { return }
    entries[index] |= flags
  }

  /// The index of a scalar's entry in a page of its block's own.
  private mutating func ownIndex(of scalar: UInt32) -> Int? {
    let block = Int(scalar >> 8)
    guard block < pageOfBlock.count else { return nil }
    if pageOfBlock[block] == 0 {
      pageOfBlock[block] = UInt16(truncatingIfNeeded: entries.count / 256)
      entries.append(contentsOf: repeatElement(0, count: 256))
    }
    return Int(pageOfBlock[block]) * 256 + Int(scalar & 0xFF)
  }
}
