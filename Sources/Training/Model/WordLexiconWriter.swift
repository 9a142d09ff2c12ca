import Entities
import HanText

/// Makes the word list of a model from a table of words.
public enum WordLexiconWriter {
  /// Reads a table of words (`word, class, cost`, tabs between; `#` lines are comments) and lays it
  /// out as a model holds it.
  ///
  /// - Throws: `TrainingDataError` naming the first bad line.
  /// - Complexity: O(words × length), about 1 s for 350,000 words.
  public static func make(_ bytes: [UInt8], file: String) throws(TrainingDataError) -> [UInt8] {
    var prefixes: [UInt64: WordLexicon.Entry] = [:]
    prefixes.reserveCapacity(600_000)
    var order: [UInt64] = []
    var singles = [UInt16](repeating: 0, count: WordLexicon.singleCount)
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let columns = String(decoding: line, as: UTF8.self).split(separator: "\t")
      guard columns.count == 3, let kind = WordClass(name: String(columns[1])),
        let cost = UInt8(columns[2])
      else {
        throw TrainingDataError(file: file, line: number, reason: "not a word, a class and a cost")
      }
      let word = columns[0].unicodeScalars.map { CharacterClasses.fold($0.value) }
      guard word.count <= WordLexicon.longestWord else {
        throw TrainingDataError(file: file, line: number, reason: "the word is too long")
      }
      add(word, kind, cost, to: &prefixes, &order, &singles)
    }
    return layOut(order, prefixes, singles)
  }

  /// The word list of a model, to train another with the same words.
  public static func slots(of tagger: LinearTagger) -> [UInt8] { tagger.lexiconBytes }

  private static func add(
    _ word: [UInt32], _ kind: WordClass, _ cost: UInt8,
    to prefixes: inout [UInt64: WordLexicon.Entry], _ order: inout [UInt64],
    _ singles: inout [UInt16]
  ) {
    var hash = FeatureHash.emptyWord
    for (k, scalar) in word.enumerated() {
      hash = FeatureHash.extend(hash, UInt64(scalar))
      let isWord = k + 1 == word.count
      let old = prefixes[hash]
      if old == nil { order.append(hash) }
      let entry = WordLexicon.Entry(
        wordClass: isWord ? kind.rawValue : old?.wordClass ?? 0,
        goesOn: !isWord || old?.goesOn ?? false,
        cost: isWord ? cost : UInt8(truncatingIfNeeded: old?.cost ?? 0))
      prefixes[hash] = entry
      if k == 0, scalar < WordLexicon.singleCount { singles[Int(scalar)] = entry.bits }
    }
  }

  /// The entries of single scalars, then buckets of eight, three fifths full, filled from the left
  /// in the order of the words; what a full bucket cannot take goes into the next, and the full one
  /// says so.
  private static func layOut(
    _ order: [UInt64], _ prefixes: [UInt64: WordLexicon.Entry], _ singles: [UInt16]
  ) -> [UInt8] {
    let count = max(8, order.count * 5 / 3 / WordLexicon.bucket)
    // Of each bucket the fingerprints, then the entries.
    var buckets = [UInt16](repeating: 0, count: count * 2 * WordLexicon.bucket)
    for hash in order {
      guard let entry = prefixes[hash] else { continue }
      var bucket = WordLexicon.bucket(of: hash, count: count)
      for _ in 0..<8 {
        let entries = bucket * 2 * WordLexicon.bucket + WordLexicon.bucket
        let free = (entries..<(entries + WordLexicon.bucket)).first { buckets[$0] == 0 }
        if let free {
          buckets[free] = entry.bits
          buckets[free - WordLexicon.bucket] = WordLexicon.fingerprint(of: hash)
          break
        }
        buckets[entries + WordLexicon.bucket - 1] |= WordLexicon.Entry.overflowBit
        bucket = bucket + 1 == count ? 0 : bucket + 1
      }
    }
    return (singles + buckets).flatMap(\.littleEndianBytes)
  }
}

extension FixedWidthInteger {
  /// The bytes, least significant first.
  var littleEndianBytes: [UInt8] {
    (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self &>> Self($0 * 8)) }
  }
}
