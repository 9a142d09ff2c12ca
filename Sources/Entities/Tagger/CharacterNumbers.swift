/// The numbers by which a model knows the characters it has lines for.
package struct CharacterNumbers: @unchecked Sendable {
  // Sendable because nothing writes to what it points into.

  /// The bytes of the model, which the numbers belong to.
  private let bytes: ModelBytes
  private let numbers: UnsafeRawPointer

  /// Scalars that may have a number.
  package static let count = 0x10000

  /// Views `count` numbers of two bytes, which the caller has checked to lie within the bytes.
  package init(bytes: ModelBytes, offset: Int) {
    self.bytes = bytes
    numbers = bytes.start + offset
  }

  /// The number of a folded scalar, below `FeatureLines.characters`; 0 where it has none.
  @inline(__always)
  package func number(of scalar: UInt32) -> UInt16 {
    guard scalar < Self.count else { return 0 }
    let number = numbers.load(fromByteOffset: Int(scalar) &* 2, as: UInt16.self)
    return min(number, UInt16(FeatureLines.characters - 1))
  }
}
