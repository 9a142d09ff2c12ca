/// What is wrong with a model file.
public enum ModelError: Error, Equatable, Sendable {
  /// The bytes are not those of a model of this program.
  case notAModel
  /// The model is of another version of the format or of the features.
  case otherVersion(format: UInt32, features: UInt32)
  /// The file ends too early or goes on too long.
  case wrongLength(expected: Int, found: Int)
  /// The length is right, but the content is damaged.
  case damaged
}

extension ModelError: CustomStringConvertible {
  /// One sentence without the file's name, for messages.
  public var description: String {
    switch self {
    case .notAModel:
      "not a model of eduai"
    case .otherVersion(let format, let features):
      "a model of another version (format \(format), features \(features); this program reads "
        + "format \(ModelLayout.version), features \(FeatureExtractor.version))"
    case .wrongLength(let expected, let found):
      "the model is \(found) bytes long, \(expected) expected"
    case .damaged:
      "the model is damaged: its checksum does not match"
    }
  }
}

/// Where things stand in a model file; all numbers little-endian.
///
/// Header of 256 bytes; a tag of one byte for each slot; a row of zeros, then a row of sixteen 8-bit
/// weights for each slot; the word list.
///
/// A feature's hash gives its slot and its tag. Each slot belongs to the weightiest feature that
/// falls into it; all others are taken for unknown, but for those that share its tag.
package struct ModelLayout: Sendable {
  /// First bytes of every model.
  package static let magic: UInt64 = 0x7365_6D61_4E75_6465  // eduNames
  /// Version of the format.
  package static let version: UInt32 = 1
  /// Bytes of the header.
  package static let headerBytes = 256
  /// Byte offset of the transitions in the header.
  package static let transitionsAt = 48

  /// Number of slots of the word list.
  package let lexiconSlots: Int

  package init(lexiconSlots: Int) {
    self.lexiconSlots = lexiconSlots
  }

  /// Number of slots of the weight table.
  package static var slots: Int { 1 << FeatureExtractor.slotBits }
  /// Byte offset of the tags.
  package var tagsAt: Int { Self.headerBytes }
  /// Byte offset of the rows, that of zeros first.
  package var rowsAt: Int { tagsAt + Self.slots }
  /// Byte offset of the word list.
  package var lexiconAt: Int { rowsAt + (Self.slots + 1) * 16 }
  /// Length of the file.
  package var byteCount: Int { lexiconAt + lexiconSlots * 4 }

  /// Checksum of what follows the first 48 bytes, 8 bytes at a time.
  package static func checksum(of bytes: ModelBytes) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = transitionsAt
    while at + 8 <= bytes.count {
      sum = (sum ^ bytes.load64(at)) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum &>> 29
      at += 8
    }
    return sum
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
    let slots = Int(bytes.load32(24))
    guard Int(bytes.load32(16)) == FeatureExtractor.slotBits, slots > 0,
      slots % WordLexicon.bucket == 0
    else { throw .damaged }
    self.init(lexiconSlots: slots)
    guard bytes.count == byteCount else {
      throw .wrongLength(expected: byteCount, found: bytes.count)
    }
    if verify, bytes.load64(40) != Self.checksum(of: bytes) { throw .damaged }
  }
}
