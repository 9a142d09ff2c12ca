import Entities

/// The lines of weights being trained: the fixed ones, and one for each hash of a set.
struct LineIndex: Sendable {
  /// Members in ascending order; the line of the k-th is `FeatureLines.firstHashed + k`.
  let hashes: [UInt32]
  /// Open addressing: line of the hash that stands there, 0 where none does.
  private var table: [UInt32]
  private let mask: Int

  /// Number of lines.
  var lines: Int { FeatureLines.firstHashed + hashes.count }

  /// Makes the index of a set of hashes.
  ///
  /// - Parameter hashes: ascending, each once.
  init(_ hashes: [UInt32]) {
    self.hashes = hashes
    var size = 1024
    while size < hashes.count * 2 { size *= 2 }
    mask = size - 1
    table = Array(repeating: 0, count: size)
    for (k, hash) in hashes.enumerated() {
      var at = Self.start(hash) & mask
      while table[at] != 0 { at = (at + 1) & mask }
      table[at] = UInt32(FeatureLines.firstHashed + k)
    }
  }

  /// Makes the index of the hashes that stand at least `least` times among all of `occurrences`.
  init(occurrences: [UInt32], least: Int) {
    var kept: [UInt32] = []
    let sorted = occurrences.sorted()
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start >= least { kept.append(sorted[start]) }
      start = end
    }
    self.init(kept)
  }

  private static func start(_ hash: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) &>> 24)
  }

  /// The line of a hash; 0, the line without weights, where it is no member.
  @inline(__always)
  func line(of hash: UInt32) -> UInt32 {
    var at = Self.start(hash) & mask
    while table[at] != 0 {
      let line = table[at]
      if hashes[Int(line) - FeatureLines.firstHashed] == hash { return line }
      at = (at + 1) & mask
    }
    return 0
  }
}
