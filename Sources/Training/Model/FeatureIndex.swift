import Entities

/// A set of feature hashes, and for each member its row: the number of members below it.
struct FeatureIndex: Sendable {
  /// 32 hashes a block: their map in the low half, members of all blocks before in the high half.
  private(set) var blocks: [UInt64]
  /// Number of blocks.
  private static let blockCount = 1 << (FeatureExtractor.hashBits - 5)
  /// Number of members.
  private(set) var count: Int

  /// Makes the set of the hashes for which `isMember` holds.
  init(where isMember: (Int) -> Bool) {
    blocks = []
    blocks.reserveCapacity(Self.blockCount)
    count = 0
    for block in 0..<Self.blockCount {
      var map: UInt64 = 0
      for bit in 0..<32 where isMember(block << 5 | bit) { map |= 1 << UInt64(bit) }
      blocks.append(map | UInt64(count) << 32)
      count += map.nonzeroBitCount
    }
  }

  /// The row of a hash.
  @inline(__always)
  func row(of hash: UInt32) -> Int? {
    let block = blocks[Int(hash &>> 5)]
    let map = UInt32(truncatingIfNeeded: block)
    let bit = hash & 31
    guard (map &>> bit) & 1 != 0 else { return nil }
    return Int(block &>> 32) &+ (map & ((1 &<< bit) &- 1)).nonzeroBitCount
  }
}
