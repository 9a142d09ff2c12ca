/// Where things stand in a model file; all numbers little-endian, every section at a multiple of 64.
///
/// Header of 256 bytes; the numbers of characters; the tags of the hash table's slots, two bytes
/// each; the lines of weights: that of zeros, the fixed ones, those of the slots; the word list:
/// entries of single scalars, then the buckets.
///
/// The hash of something that occurs gives a bucket of four slots and a tag. Each bucket belongs to
/// the four weightiest lines that fall into it; all others are taken for unknown, but for those
/// that share a tag with one of the four (once in 16,000 times).
package struct ModelLayout: Sendable {
  /// First bytes of every model.
  package static let magic: UInt64 = 0x7365_6D61_4E75_6465  // eduNames
  /// Version of the format.
  package static let version: UInt32 = 2
  /// Bytes of the header.
  package static let headerBytes = 256
  /// Byte offset of the transitions in the header.
  package static let transitionsAt = 48
  /// Most buckets a file may have, which keeps all offsets far from overflow.
  private static let mostBuckets = 1 << 22

  /// Buckets of the hash table.
  package let buckets: Int
  /// Buckets of the word list.
  package let lexiconBuckets: Int

  /// The layout of a model of that size.
  package init(buckets: Int, lexiconBuckets: Int) {
    self.buckets = buckets
    self.lexiconBuckets = lexiconBuckets
  }

  /// Byte offset of the numbers of characters.
  package var charactersAt: Int { Self.headerBytes }
  /// Byte offset of the tags.
  package var tagsAt: Int { charactersAt + CharacterNumbers.count * 2 }
  /// Byte offset of the lines, that of zeros first.
  package var linesAt: Int {
    (tagsAt + buckets * FeatureLines.bucket * 2 + 63) & ~63
  }
  /// Number of lines.
  package var lines: Int { FeatureLines.firstHashed + buckets * FeatureLines.bucket }
  /// Byte offset of the word list.
  package var lexiconAt: Int { linesAt + lines * FeatureLines.lineBytes }
  /// Length of the file.
  package var byteCount: Int {
    lexiconAt + WordLexicon.byteCount(buckets: lexiconBuckets)
  }

  /// Checksum of what follows the first 48 bytes: four sums over every fourth 8 bytes.
  package static func checksum(of bytes: ModelBytes) -> UInt64 {
    var sums = SIMD4<UInt64>(repeating: 0xCBF2_9CE4_8422_2325)
    var at = transitionsAt
    while at + 32 <= bytes.count {
      let next = bytes.start.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
      sums = mixed(sums ^ next)
      at += 32
    }
    while at + 8 <= bytes.count {
      sums[0] = (sums[0] ^ bytes.load64(at)) &* 0x9E37_79B9_7F4A_7C15
      sums[0] ^= sums[0] &>> 29
      at += 8
    }
    var sum: UInt64 = 0
    for lane in 0..<4 { sum = (sum ^ sums[lane]) &* 0x9E37_79B9_7F4A_7C15 ^ sum &>> 29 }
    return sum
  }

  @inline(__always)
  private static func mixed(_ sums: SIMD4<UInt64>) -> SIMD4<UInt64> {
    var sums = sums
    for lane in 0..<4 {
      sums[lane] = sums[lane] &* 0x9E37_79B9_7F4A_7C15
      sums[lane] ^= sums[lane] &>> 29
    }
    return sums
  }

  /// Reads and checks the header, so that no later look-up can leave the bytes.
  ///
  /// - Parameter verify: also compare the checksum, which reads the whole file.
  /// - Complexity: O(1) without `verify`.
  package init(reading bytes: ModelBytes, verify: Bool) throws(ModelError) {
    guard bytes.count >= 16, bytes.load64(0) == Self.magic else { throw .notAModel }
    let format = bytes.load32(8), features = bytes.load32(12)
    guard format == Self.version, features == FeatureExtractor.version else {
      throw .otherVersion(format: format, features: features)
    }
    guard bytes.count >= Self.headerBytes else {
      throw .wrongLength(expected: Self.headerBytes, found: bytes.count)
    }
    let buckets = Int(bytes.load32(16)), words = Int(bytes.load32(24))
    guard buckets > 0, buckets <= Self.mostBuckets, words > 0, words <= Self.mostBuckets
    else { throw .damaged }
    self.init(buckets: buckets, lexiconBuckets: words)
    guard bytes.count == byteCount else {
      throw .wrongLength(expected: byteCount, found: bytes.count)
    }
    if verify, bytes.load64(40) != Self.checksum(of: bytes) { throw .damaged }
  }
}
