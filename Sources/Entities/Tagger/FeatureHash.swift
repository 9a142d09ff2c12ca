/// The hashing that features and lexicon words share; pure integer arithmetic, the same everywhere.
package enum FeatureHash {
  /// The golden ratio as a 64-bit fraction, odd.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Spreads a value over 64 bits (the finaliser of MurmurHash3).
  @inline(__always)
  package static func spread(_ value: UInt64) -> UInt64 {
    var h = (value ^ (value &>> 33)) &* 0xFF51_AFD7_ED55_8CCD
    h = (h ^ (h &>> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h &>> 33)
  }

  /// Extends the hash of a sequence by one element.
  @inline(__always)
  package static func extend(_ hash: UInt64, _ element: UInt64) -> UInt64 {
    let h = (hash ^ element) &* multiplier
    return h ^ (h &>> 32)
  }

  /// Hash of the empty word.
  package static let emptyWord: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
}
