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
      add(word, kind, cost, to: &prefixes, &order)
    }
    return layOut(order, prefixes)
  }

  /// The word list of a model, to train another with the same words.
  public static func slots(of tagger: LinearTagger) -> [UInt8] { tagger.lexiconBytes }

  private static func add(
    _ word: [UInt32], _ kind: WordClass, _ cost: UInt8,
    to prefixes: inout [UInt64: WordLexicon.Entry], _ order: inout [UInt64]
  ) {
    var hash = FeatureHash.emptyWord
    for (k, scalar) in word.enumerated() {
      hash = FeatureHash.extend(hash, FeatureHash.spread(UInt64(scalar)))
      let isWord = k + 1 == word.count
      let old = prefixes[hash]
      if old == nil { order.append(hash) }
      prefixes[hash] = WordLexicon.Entry(
        fingerprint: WordLexicon.fingerprint(hash),
        wordClass: isWord ? kind.rawValue : old?.wordClass ?? 0,
        goesOn: !isWord || old?.goesOn ?? false,
        cost: isWord ? cost : UInt8(truncatingIfNeeded: old?.cost ?? 0))
    }
  }

  /// Buckets of eight, seven tenths full, filled from the left in the order of the words; what a
  /// full bucket cannot take goes into the next.
  private static func layOut(
    _ order: [UInt64], _ prefixes: [UInt64: WordLexicon.Entry]
  ) -> [UInt8] {
    let count = max(64, order.count * 10 / 7 / WordLexicon.bucket * WordLexicon.bucket)
    var slots = [UInt32](repeating: 0, count: count)
    for hash in order {
      guard let entry = prefixes[hash] else { continue }
      var slot = WordLexicon.slot(hash, count: count)
      for _ in 0..<64 {
        if slots[slot] == 0 {
          slots[slot] = entry.bits
          break
        }
        slot = slot + 1 == count ? 0 : slot + 1
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 4)
    for slot in slots { bytes.append(contentsOf: slot.littleEndianBytes) }
    return bytes
  }
}

extension FixedWidthInteger {
  /// The bytes, least significant first.
  var littleEndianBytes: [UInt8] {
    (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self &>> Self($0 * 8)) }
  }
}
