import CPrefetch

/// A read-only word list: every word with its class and frequency, every prefix of a word, in one
/// table of buckets of eight, four bytes a prefix; those of one scalar also by its number.
///
/// A bucket holds eight fingerprints of 16 bits, which tell apart prefixes meeting in it, then eight
/// entries: the class of the word (0 for a mere prefix), whether longer words go on from it, and how
/// rare the word is. A prefix is found by its hash alone: about one look-up in 10,000 of an absent
/// prefix finds another's entry, which costs the tagger a wrong feature, never a wrong memory
/// access.
package struct WordLexicon: @unchecked Sendable {
  // Sendable because nothing writes to what it points into.

  /// The bytes of the model the lexicon belongs to.
  private let bytes: ModelBytes
  private let singles: UnsafeRawPointer
  private let buckets: UnsafeRawPointer
  /// Number of buckets.
  package let count: Int

  /// Longest word kept, in scalars.
  package static let longestWord = 12
  /// Scalars that have an entry by number.
  package static let singleCount = 0x10000
  /// Slots of one bucket.
  package static let bucket = 8
  /// Bytes of one bucket.
  package static let bucketBytes = 32
  /// Bytes of a word list of so many buckets.
  package static func byteCount(buckets: Int) -> Int { singleCount * 2 + buckets * bucketBytes }

  /// Views a word list inside a model, or alone; the caller has checked that it lies within the
  /// bytes.
  ///
  /// - Parameters:
  ///   - offset: byte offset of the entries of single scalars, which the buckets follow.
  ///   - count: number of buckets, above 0.
  package init(bytes: ModelBytes, offset: Int, count: Int) {
    self.bytes = bytes
    singles = bytes.start + offset
    buckets = bytes.start + offset + Self.singleCount * 2
    self.count = count
  }

  /// What is known of a prefix.
  package struct Entry: Sendable, Equatable {
    package var bits: UInt16
    /// Class of the word, 1...63; 0 where the prefix itself is no word.
    package var wordClass: UInt8 { UInt8(truncatingIfNeeded: bits & 63) }
    /// Whether a longer word begins with it.
    package var goesOn: Bool { bits & (1 &<< 6) != 0 }
    /// Set in the last slot of a bucket that was full when more was to go in.
    package static let overflowBit: UInt16 = 1 &<< 7
    /// −14 ln p of the word, 0...255.
    package var cost: Int32 { Int32(truncatingIfNeeded: bits &>> 8) }

    package init(bits: UInt16) { self.bits = bits }

    /// Packs an entry.
    package init(wordClass: UInt8, goesOn: Bool, cost: UInt8) {
      bits = UInt16(wordClass & 63) | (goesOn ? 1 &<< 6 : 0) | UInt16(cost) &<< 8
    }
  }

  /// The bucket of a prefix's hash, among `count`.
  @inline(__always)
  package static func bucket(of hash: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32)
  }

  /// The bits of a prefix's hash that a bucket keeps.
  @inline(__always)
  package static func fingerprint(of hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash) }

  /// The entry of a prefix of one scalar, all zero where no word begins with it.
  @inline(__always)
  package func single(_ scalar: UInt32) -> UInt16 {
    guard scalar < Self.singleCount else { return 0 }
    return singles.load(fromByteOffset: Int(scalar) &* 2, as: UInt16.self)
  }

  /// Finds a prefix by its hash.
  ///
  /// - Complexity: one bucket, seldom two; at most eight, which the writer of a table keeps to.
  @inline(__always)
  package func find(_ hash: UInt64) -> Entry? {
    let bits = findBits(hash)
    return bits == 0 ? nil : Entry(bits: bits)
  }

  /// Asks for the bucket of a prefix ahead of looking it up.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    eduai_prefetch(buckets + Self.bucket(of: hash, count: count) &* Self.bucketBytes)
  }

  /// The bits of a prefix's entry; 0 where there is none.
  @inline(__always)
  func findBits(_ hash: UInt64) -> UInt16 {
    let bucket = Self.bucket(of: hash, count: count)
    let (found, isOverfull) = look(bucket, Self.fingerprint(of: hash))
    return found == 0 && isOverfull ? findFurther(hash, after: bucket) : found
  }

  /// The entry in one bucket, and whether others had to go to the next.
  ///
  /// Four fingerprints at a time in a 64-bit number, because the compiler makes a loop of
  /// comparisons of vectors.
  @inline(__always)
  private func look(_ bucket: Int, _ fingerprint: UInt16) -> (UInt16, isOverfull: Bool) {
    let at = buckets + bucket &* Self.bucketBytes
    let ones: UInt64 = 0x0001_0001_0001_0001
    let tops: UInt64 = 0x8000_8000_8000_8000
    let wanted = UInt64(fingerprint) &* ones
    let a = at.load(as: UInt64.self) ^ wanted
    let b = at.load(fromByteOffset: 8, as: UInt64.self) ^ wanted
    // The top bit of the lowest 16 that are all zero, as in the search for the end of a string.
    let inFirst = (a &- ones) & ~a & tops, inSecond = (b &- ones) & ~b & tops
    let slot =
      inFirst != 0
      ? inFirst.trailingZeroBitCount &>> 4 : 4 &+ inSecond.trailingZeroBitCount &>> 4
    // Slot 8 would be behind the bucket; its entry does not count.
    let entry = at.load(fromByteOffset: 16 &+ (slot & 7) &* 2, as: UInt16.self)
    let last = at.load(fromByteOffset: 30, as: UInt16.self)
    let found = inFirst | inSecond != 0 ? entry & ~Entry.overflowBit : 0
    return (found, last & Entry.overflowBit != 0)
  }

  /// The search in the buckets behind a full one.
  @inline(never)
  private func findFurther(_ hash: UInt64, after first: Int) -> UInt16 {
    var bucket = first
    for _ in 0..<7 {
      bucket &+= 1
      if bucket >= count { bucket = 0 }
      let (found, isOverfull) = look(bucket, Self.fingerprint(of: hash))
      if found != 0 || !isOverfull { return found }
    }
    return 0
  }
}
