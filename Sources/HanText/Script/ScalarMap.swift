/// A map from scalars to scalars with flags: an entry for each scalar of the Basic Multilingual Plane,
/// which is one load, and for the others pages of 256 entries; blocks that change nothing share one.
///
/// An entry holds the scalar's target exclusive-or'ed with the scalar itself in its low 21 bits,
/// so that zero means "unchanged", and flags above: five bits apart, so that the flags of up to 31
/// entries can be counted by adding them up.
struct ScalarMap: Sendable {
  /// Set where the conversion depends on the characters around.
  static let isRisky: UInt32 = 1 << 21
  /// Set for characters of Traditional script only.
  static let isTraditional: UInt32 = 1 << 26
  /// Set for characters of Simplified script only.
  static let isSimplified: UInt32 = 1 << 31
  /// The bits of an entry that hold the exclusive-or.
  static let targetBits: UInt32 = (1 << 21) - 1

  /// The page that changes nothing, behind those of the Basic Multilingual Plane.
  private static let emptyPage: UInt16 = 256
  /// Which page of `entries` each block of 256 scalars has.
  private var pageOfBlock: [UInt16] =
    (0..<256) + Array(repeating: emptyPage, count: 0x1100 - 256)
  private var entries: [UInt32] = Array(repeating: 0, count: 257 * 256)

  /// The entry of a scalar; zero for values that are no scalars.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    if scalar < 0x10000 { return entries[Int(scalar)] }
    let block = Int(scalar >> 8)
    guard block < pageOfBlock.count else { return 0 }
    return entries[Int(pageOfBlock[block]) &* 256 &+ Int(scalar & 0xFF)]
  }

  /// Calls `body` with the entries of the Basic Multilingual Plane, each at its scalar's index.
  @inline(__always)
  func withPlane<R>(_ body: (UnsafeBufferPointer<UInt32>) -> R) -> R {
    entries.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[0..<0x10000])) }
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
    if pageOfBlock[block] == Self.emptyPage {
      pageOfBlock[block] = UInt16(truncatingIfNeeded: entries.count / 256)
      entries.append(contentsOf: repeatElement(0, count: 256))
    }
    return Int(pageOfBlock[block]) * 256 + Int(scalar & 0xFF)
  }
}
