import HanText

/// The weights of the model that chooses a figure's subject: one number for each hash of a feature.
///
/// The file is a header and the weights, all little-endian: 8 bytes that name the format, its
/// version (4 bytes), the number of weights (4), FNV-1a of the weights' bytes (8), then two bytes
/// for each weight, in 256ths. Features that share a number are learnt as one. Made by
/// `eduai train --task subjects`; see `docs/model-card.md`.
package struct SubjectWeights: Sendable {
  /// Numbers of features.
  package static let count = 1 << 20
  /// Keeps a number below `count`.
  static let mask = UInt32(count - 1)
  /// What one is in the file.
  package static let one: Float = 256
  /// Raised whenever a feature changes: weights of another version mean nothing.
  static let version: UInt32 = 3

  private static let magic = Array("EDUAISUB".utf8)
  private static let header = 24

  private let weights: [Int16]

  /// The built-in weights; all 0 only if the embedded file is damaged, which a test forbids.
  package static let builtIn =
    (try? SubjectWeights(reading: EmbeddedData.subjectsModel)) ?? SubjectWeights([])

  /// Makes weights of learnt numbers; what is missing is 0.
  package init(_ learnt: [Float]) {
    var weights = [Int16](repeating: 0, count: Self.count)
    for k in 0..<min(Self.count, learnt.count) {
      // NaN, which no training gives, counts as 0.
      let scaled = (learnt[k] * Self.one).rounded()
      weights[k] = scaled == scaled ? Int16(max(-32768, min(32767, scaled))) : 0
    }
    self.weights = weights
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: `ModelError` where they are not a whole file of this version.
  package init(reading bytes: UnsafeRawBufferPointer) throws(ModelError) {
    guard bytes.count >= Self.header, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw .notAModel
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    let count = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard version == Self.version, count == UInt32(Self.count) else {
      throw .otherVersion(format: version, features: count)
    }
    let length = Self.header + 2 * Self.count
    guard bytes.count == length else { throw .wrongLength(expected: length, found: bytes.count) }
    let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    guard sum == Self.checksum(bytes[Self.header...]) else { throw .damaged }
    weights = (0..<Self.count).map { k in
      Int16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: Self.header + 2 * k, as: Int16.self))
    }
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(2 * Self.count)
    for weight in weights {
      let bits = UInt16(bitPattern: weight)
      body.append(UInt8(truncatingIfNeeded: bits))
      body.append(UInt8(truncatingIfNeeded: bits &>> 8))
    }
    var out = Self.magic
    Self.append(UInt64(Self.version), 4, to: &out)
    Self.append(UInt64(Self.count), 4, to: &out)
    Self.append(Self.checksum(body), 8, to: &out)
    return out + body
  }

  private static func append(_ value: UInt64, _ count: Int, to out: inout [UInt8]) {
    for k in 0..<count { out.append(UInt8(truncatingIfNeeded: value &>> UInt64(8 * k))) }
  }

  private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  @inline(__always)
  subscript(_ slot: UInt32) -> Int32 { Int32(weights[Int(slot)]) }
}
