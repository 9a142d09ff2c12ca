/// A read-only word list: every word with its class and frequency, every prefix of a word, in one
/// table of buckets of eight, four bytes a prefix.
///
/// An entry holds 16 bits that tell apart prefixes meeting in one bucket, the class of the word (0
/// for a mere prefix), whether longer words go on from it, and how rare the word is. A prefix is
/// found by its hash alone: about one look-up in 10,000 of an absent prefix finds another's entry,
/// which costs the tagger a wrong feature, never a wrong memory access.
package struct WordLexicon: Sendable {
  /// The entries, `count` times four bytes; owned by the model the lexicon belongs to.
  private let entries: ModelBytes
  private let offset: Int
  /// Number of slots.
  package let count: Int

  /// Longest word kept, in scalars.
  package static let longestWord = 12

  /// Views a table inside a model; the caller has checked that it lies within the bytes.
  package init(bytes: ModelBytes, offset: Int, count: Int) {
    entries = bytes
    self.offset = offset
    self.count = count
  }

  /// What is known of a prefix.
  package struct Entry: Sendable {
    package var bits: UInt32
    /// Class of the word, 1...63; 0 where the prefix itself is no word.
    package var wordClass: UInt8 { UInt8(truncatingIfNeeded: (bits &>> 16) & 63) }
    /// Whether a longer word begins with it.
    package var goesOn: Bool { bits & (1 &<< 22) != 0 }
    /// −14 ln p of the word, 0...255.
    package var cost: Int32 { Int32(truncatingIfNeeded: bits &>> 24) }

    package init(bits: UInt32) { self.bits = bits }

    /// Packs an entry.
    package init(fingerprint: UInt16, wordClass: UInt8, goesOn: Bool, cost: UInt8) {
      bits =
        UInt32(fingerprint) | UInt32(wordClass & 63) &<< 16 | (goesOn ? 1 &<< 22 : 0)
        | UInt32(cost) &<< 24
    }
  }

  /// Slots of one bucket.
  package static let bucket = 8

  /// The first slot of the bucket of a prefix's hash, in a table of `count` slots.
  @inline(__always)
  package static func slot(_ hash: UInt64, count: Int) -> Int {
    let buckets = UInt64(truncatingIfNeeded: count / bucket)
    return Int(truncatingIfNeeded: ((hash &>> 32) &* buckets) &>> 32) &* bucket
  }

  /// The bits of a prefix's hash that its entry keeps.
  @inline(__always)
  package static func fingerprint(_ hash: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: hash)
  }

  /// Finds a prefix by its hash.
  ///
  /// - Complexity: one bucket, seldom two; at most eight, which the writer of a table keeps to.
  @inline(__always)
  package func find(_ hash: UInt64) -> Entry? {
    guard count > 0 else { return nil }
    let wanted = UInt32(Self.fingerprint(hash))
    var slot = Self.slot(hash, count: count)
    for _ in 0..<8 {
      let bucket = entries.loadBucket(offset &+ slot &* 4)
      let match = (bucket & 0xFFFF) .== wanted .& (bucket .!= 0)
      let found = bucket.replacing(with: 0, where: .!match).wrappedSum()
      if found != 0 { return Entry(bits: found) }
      // Buckets fill up from the left, so a free last slot ends the search.
      if bucket[7] == 0 { return nil }
      slot &+= Self.bucket
      if slot >= count { slot = 0 }
    }
    return nil
  }
}
