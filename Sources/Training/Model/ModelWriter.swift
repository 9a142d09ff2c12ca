import Entities

/// Writes the bytes of a model.
struct ModelWriter {
  /// The parts of a model that stand before training begins.
  struct Frame: Sendable {
    /// Numbers of characters, as bytes.
    var characters: [UInt8]
    /// Word list: entries of single scalars, then the buckets.
    var lexicon: [UInt8]

    /// Buckets of the word list.
    var lexiconBuckets: Int {
      (lexicon.count - WordLexicon.byteCount(buckets: 0)) / WordLexicon.bucketBytes
    }
  }

  private let frame: Frame
  private let layout: ModelLayout

  init(frame: Frame) {
    self.frame = frame
    layout = ModelLayout(
      buckets: FeatureLines.buckets,
      lexiconBuckets: frame.lexiconBuckets)
  }

  /// Quantises folded weights to 8 bits, gives each bucket to its weightiest lines, and lays out
  /// the file.
  ///
  /// - Parameters:
  ///   - weights: four folded rows for each line of `index`.
  ///   - transitions: 25 + 16 scores.
  /// - Returns: the file's bytes, and the number of hashed lines kept; the same weights give the
  ///   same bytes.
  func write(
    index: LineIndex, weights: [SIMD16<Float>], transitions: [Float]
  ) -> (bytes: [UInt8], lines: Int) {
    let largest = weights.lazy.map { max($0.max(), -$0.min()) }.filter { $0 > 1e-3 }
      .sorted(by: >)
    let scale = 127 / max(1e-6, largest.isEmpty ? 1 : largest[largest.count / 2000])
    let owners = Self.owners(index: index, weights: weights)
    var bytes = [UInt8](repeating: 0, count: layout.byteCount)
    writeHeader(transitions.map { Int32(($0 * scale).rounded()) }, owners, to: &bytes)
    bytes.replaceSubrange(
      layout.charactersAt..<(layout.charactersAt + frame.characters.count),
      with: frame.characters)
    let weightBytes = layout.linesAt..<layout.lexiconAt
    bytes.replaceSubrange(
      weightBytes, with: repeatElement(UInt8(WeightRow.bias), count: weightBytes.count))
    for line in 1..<FeatureLines.firstHashed {
      writeLine(line, from: line, weights, scale, to: &bytes)
    }
    for (slot, owner) in owners.enumerated() where owner > 0 {
      let tag = FeatureLines.tag(of: index.hashes[Int(owner) - FeatureLines.firstHashed])
      bytes[layout.tagsAt + slot * 2] = UInt8(truncatingIfNeeded: tag)
      bytes[layout.tagsAt + slot * 2 + 1] = UInt8(truncatingIfNeeded: tag >> 8)
      writeLine(FeatureLines.firstHashed + slot, from: Int(owner), weights, scale, to: &bytes)
    }
    bytes.replaceSubrange(layout.lexiconAt..<layout.byteCount, with: frame.lexicon)
    let sum = ModelLayout.checksum(of: ModelBytes(copying: bytes))
    bytes.replaceSubrange(40..<48, with: sum.littleEndianBytes)
    return (bytes, owners.count { $0 > 0 })
  }

  private func writeHeader(_ transitions: [Int32], _ owners: [UInt32], to bytes: inout [UInt8]) {
    var header = ModelLayout.magic.littleEndianBytes
    let numbers = [
      ModelLayout.version, FeatureExtractor.version, UInt32(layout.buckets),
      UInt32(owners.count { $0 > 0 }), UInt32(layout.lexiconBuckets), 0,
    ]
    for number in numbers { header.append(contentsOf: number.littleEndianBytes) }
    header.append(contentsOf: UInt64(layout.byteCount).littleEndianBytes)
    header.append(contentsOf: UInt64(0).littleEndianBytes)
    for score in transitions { header.append(contentsOf: score.littleEndianBytes) }
    bytes.replaceSubrange(0..<header.count, with: header)
  }

  private func writeLine(
    _ line: Int, from source: Int, _ weights: [SIMD16<Float>], _ scale: Float,
    to bytes: inout [UInt8]
  ) {
    var at = layout.linesAt + line * FeatureLines.lineBytes
    for row in 0..<FeatureLines.rows {
      let scaled = (weights[source * FeatureLines.rows + row] * scale)
        .rounded(.toNearestOrEven)
      for byte in 0..<16 {
        let weight = Int(max(-127, min(127, scaled[WeightRow.lane(ofByte: byte)])))
        bytes[at] = UInt8(weight + WeightRow.bias)
        at += 1
      }
    }
  }

  /// The line each slot of the hash table belongs to, 0 for none: each bucket takes the four
  /// weightiest lines that fall into it.
  static func owners(index: LineIndex, weights: [SIMD16<Float>]) -> [UInt32] {
    let bucket = FeatureLines.bucket
    var owners = [UInt32](repeating: 0, count: FeatureLines.buckets * bucket)
    var sizes = [Float](repeating: 0, count: owners.count)
    for (k, hash) in index.hashes.enumerated() {
      let line = FeatureLines.firstHashed + k
      var size: Float = 0
      for row in (line * FeatureLines.rows)..<((line + 1) * FeatureLines.rows) {
        size += max(weights[row].max(), -weights[row].min())
      }
      guard size > 1e-3 else { continue }
      let first = FeatureLines.bucket(of: hash, count: UInt64(FeatureLines.buckets)) * bucket
      // Of lines that share a tag only one can be found: the weightier.
      let tag = FeatureLines.tag(of: hash)
      let twin = (first..<(first + bucket)).first { slot in
        owners[slot] > 0
          && FeatureLines.tag(of: index.hashes[Int(owners[slot]) - FeatureLines.firstHashed])
            == tag
      }
      if let twin, sizes[twin] >= size { continue }
      var at = twin ?? first + bucket - 1
      if twin == nil, sizes[at] >= size { continue }
      while at > first, sizes[at - 1] < size {
        owners[at] = owners[at - 1]
        sizes[at] = sizes[at - 1]
        at -= 1
      }
      owners[at] = UInt32(line)
      sizes[at] = size
    }
    return owners
  }
}
