import Entities

/// Writes the bytes of a model.
enum ModelWriter {
  /// Quantises folded weights to 8 bits, gives each slot to its weightiest feature, and lays out
  /// the file.
  ///
  /// - Parameters:
  ///   - weights: the folded row of each feature of `index`.
  ///   - transitions: 25 + 16 scores.
  ///   - lexicon: slots of the word list.
  /// - Returns: the file's bytes, and the number of features that have a row; the same weights give
  ///   the same bytes.
  static func write(
    index: FeatureIndex, weights: [SIMD16<Float>], transitions: [Float], lexicon: [UInt8]
  ) -> (bytes: [UInt8], rows: Int) {
    let sizes = weights.map { max($0.max(), -$0.min()) }
    let sorted = sizes.sorted(by: >)
    let scale = 127 / max(1e-6, sorted.isEmpty ? 1 : sorted[sorted.count / 2000])
    let (owners, tags) = owners(index: index, sizes: sizes, least: 0.5 / scale)
    let layout = ModelLayout(lexiconSlots: lexicon.count / 4)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(layout.byteCount)
    bytes.append(contentsOf: ModelLayout.magic.littleEndianBytes)
    let rows = owners.count { $0 >= 0 }
    let header = [
      ModelLayout.version, FeatureExtractor.version, UInt32(FeatureExtractor.slotBits),
      UInt32(rows), UInt32(lexicon.count / 4), 0,
    ]
    for number in header { bytes.append(contentsOf: number.littleEndianBytes) }
    bytes.append(contentsOf: UInt64(layout.byteCount).littleEndianBytes)
    bytes.append(contentsOf: UInt64(0).littleEndianBytes)
    for score in transitions {
      bytes.append(contentsOf: Int32((score * scale).rounded()).littleEndianBytes)
    }
    bytes.append(
      contentsOf: [UInt8](repeating: 0, count: ModelLayout.headerBytes - bytes.count))
    bytes.append(contentsOf: tags)
    bytes.append(contentsOf: [UInt8](repeating: 0, count: 16))
    for owner in owners {
      let row = owner >= 0 ? weights[Int(owner)] : SIMD16(repeating: 0)
      let scaled = (row * scale).rounded(.toNearestOrEven)
      for lane in 0..<16 {
        let value = Int8(max(-127, min(127, scaled[lane])))
        bytes.append(UInt8(bitPattern: value))
      }
    }
    bytes.append(contentsOf: lexicon)
    let sum = ModelLayout.checksum(of: ModelBytes(copying: bytes))
    bytes.replaceSubrange(40..<48, with: sum.littleEndianBytes)
    return (bytes, rows)
  }

  /// The feature each slot belongs to (-1 for none), and its tag.
  static func owners(
    index: FeatureIndex, sizes: [Float], least: Float
  ) -> (owners: [Int32], tags: [UInt8]) {
    var owners = [Int32](repeating: -1, count: ModelLayout.slots)
    var tags = [UInt8](repeating: 0, count: ModelLayout.slots)
    // Tag after tag, so that of equal features the one with the lower hash wins.
    for hash in 0..<(1 << FeatureExtractor.hashBits) {
      guard let row = index.row(of: UInt32(hash)), sizes[row] > least else { continue }
      let slot = hash & Int(FeatureExtractor.slotMask)
      if owners[slot] < 0 || sizes[Int(owners[slot])] < sizes[row] {
        owners[slot] = Int32(row)
        tags[slot] = UInt8(truncatingIfNeeded: hash >> FeatureExtractor.slotBits)
      }
    }
    return (owners, tags)
  }
}
