/// The hashing that features and lexicon words share; pure integer arithmetic, the same everywhere.
package enum FeatureHash {
  /// The golden ratio as a 64-bit fraction, odd.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Extends the hash of a sequence by one element.
  @inline(__always)
  package static func extend(_ hash: UInt64, _ element: UInt64) -> UInt64 {
    let h = (hash ^ element) &* multiplier
    return h ^ (h &>> 32)
  }

  /// Hash of the empty word.
  package static let emptyWord: UInt64 = 0x51_7C_C1_B7_27_22_0A_95

  /// Hash of a word of one folded scalar.
  @inline(__always)
  package static func word(_ scalar: UInt32) -> UInt64 { extend(emptyWord, UInt64(scalar)) }
}
