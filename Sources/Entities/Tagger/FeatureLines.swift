/// Where the weights of features stand: lines of four rows, 64 bytes, one processor cache line each.
///
/// A line belongs to something that occurs at one place of a sentence (two scalars in a row, a
/// word, a class of words), its rows to the scalars that the occurrence tells about: those beside
/// it, or the first, middle and last of a word. So what occurs is looked up once and serves
/// several scalars. Line 0 is all zeros; lines of small sets stand at fixed numbers from 1 on, those
/// of large ones are found by hash behind them.
package enum FeatureLines {
  /// Rows of a line.
  package static let rows = 4
  /// Bytes of a line: four rows of sixteen 8-bit weights.
  package static let lineBytes = 64

  /// Characters with lines of their own; number 0 stands for all others, 1 for the padding around
  /// a sentence.
  package static let characters = 6144
  /// Two lines a character: rows for the scalars two before it to two behind, then three for
  /// itself as the first, a later one, or the only one of a word.
  static let characterLine = 1
  /// A line for three classes of scalars in a row.
  static let classLine = characterLine + 2 * characters
  /// A line for length and class of the longest word that starts at a scalar.
  static let startLine = classLine + 4096
  /// The same for words that end there.
  static let endLine = startLine + 256
  /// A row for the word that starts at a scalar and that which ends before it.
  static let startPairLine = endLine + 256
  /// A row for the word that ends at a scalar and that which starts behind it.
  static let endPairLine = startPairLine + 4096
  /// A row for the longest word over a scalar and where in it the scalar stands.
  static let coverLine = endPairLine + 4096
  /// A line for the classes of a word and of the one before.
  static let kindBeforeLine = coverLine + 512
  /// A line for the classes of a word and of the one behind.
  static let kindAfterLine = kindBeforeLine + 1024
  /// A line for class and length of a word.
  static let kindLengthLine = kindAfterLine + 1024
  /// The first line found by hash; all below are there in every model.
  package static let firstHashed = kindLengthLine + 256

  /// Slots of one bucket of the hash table.
  package static let bucket = 4
  /// Buckets of the hash table of a model that training writes.
  package static let buckets = 36_864

  /// The bucket of a hash, in a table of `count` buckets.
  @inline(__always)
  package static func bucket(of hash: UInt32, count: UInt64) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* count) &>> 32)
  }

  /// The bits of a hash by which a slot knows it.
  @inline(__always)
  package static func tag(of hash: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: hash) }
}

/// The kinds of lines found by hash.
enum HashedKind: UInt64 {
  case pair = 1
  case triple, word, context, wordPair, wordAndKind, kindAndWord, kinds, head, farContext

  /// The hash of one member of the kind.
  @inline(__always)
  func hash(_ value: UInt64) -> UInt32 {
    let h = (value &+ rawValue &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(
      truncatingIfNeeded: ((h ^ (h &>> 32)) &* 0xD6E8_FEB8_6659_FD93) &>> 32)
  }
}
