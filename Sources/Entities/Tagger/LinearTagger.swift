import CData
import HanText

/// The linear-chain tagger: hashed features over the Simplified shadow, 8-bit weights, the best
/// labelling by Viterbi under the structure of the labels.
///
/// Immutable and shared by all workers. Memory is the model (embedded: paged in as it is used)
/// and, while a document is tagged, about 150 kB.
public struct LinearTagger: NameTagger {
  let bytes: ModelBytes
  let layout: ModelLayout?
  let transitions: ViterbiTransitions
  let extractor: FeatureExtractor

  /// Longest stretch labelled at once, in scalars: a longer sentence is cut, at the last comma
  /// where there is one, so that memory stays bounded.
  static let longestStretch = 512

  /// The tagger that comes with the program. It finds nothing, should the embedded model be of
  /// another version than the code; a test sees to it that it never is.
  public static let builtIn: LinearTagger =
    (try? LinearTagger(bytes: ModelBytes(embedded: EmbeddedData.namesModel), verify: false))
    ?? LinearTagger()

  /// A tagger that finds nothing.
  private init() {
    bytes = ModelBytes(copying: [])
    layout = nil
    transitions = ViterbiTransitions([Int32](repeating: 0, count: 41))
    extractor = FeatureExtractor(lexicon: WordLexicon(bytes: bytes, offset: 0, count: 0))
  }

  /// Opens a model.
  ///
  /// - Parameter model: the bytes of a model file; copied.
  /// - Throws: `ModelError` where they are not a whole model of this version.
  /// - Complexity: O(bytes), about 5 ms for 10 MB.
  public init(model: [UInt8]) throws(ModelError) {
    try self.init(bytes: ModelBytes(copying: model), verify: true)
  }

  /// Opens a model without copying it.
  package init(bytes: ModelBytes, verify: Bool) throws(ModelError) {
    self.bytes = bytes
    let layout = try ModelLayout(reading: bytes, verify: verify)
    self.layout = layout
    var numbers: [Int32] = []
    for k in 0..<41 {
      numbers.append(Int32(bitPattern: bytes.load32(ModelLayout.transitionsAt + 4 * k)))
    }
    transitions = ViterbiTransitions(numbers)
    extractor = FeatureExtractor(lexicon: Self.lexicon(in: bytes, layout))
  }

  /// The word list of a model.
  package static func lexicon(in bytes: ModelBytes, _ layout: ModelLayout) -> WordLexicon {
    WordLexicon(bytes: bytes, offset: layout.lexiconAt, count: layout.lexiconSlots)
  }

  /// The names in a document, in order, never overlapping.
  ///
  /// - Complexity: O(length).
  public func names(in document: Document) -> [TaggedName] {
    names(in: document.shadow, sentences: document.sentences)
  }

  /// The names in the sentences of a Simplified shadow.
  ///
  /// - Parameters:
  ///   - shadow: `Shadow.make` of a text.
  ///   - sentences: spans within it, in order, not overlapping.
  public func names(in shadow: Scalars, sentences: [TextSpan]) -> [TaggedName] {
    guard let layout else { return [] }
    var found: [TaggedName] = []
    var scratch = FeatureScratch()
    var lattice = ViterbiLattice()
    for sentence in sentences where sentence.end <= shadow.count {
      var start = sentence.start
      while start < sentence.end {
        let end = Self.stretchEnd(in: shadow, from: start, sentenceEnd: sentence.end)
        extractor.extract(shadow[start..<end], into: &scratch)
        score(scratch, layout, into: &lattice)
        lattice.decode(transitions, offset: start, into: &found)
        start = end
      }
    }
    return found
  }

  /// Where the stretch that starts at `start` ends.
  private static func stretchEnd(in shadow: Scalars, from start: Int, sentenceEnd: Int) -> Int {
    let furthest = start + longestStretch
    guard sentenceEnd > furthest else { return sentenceEnd }
    var end = furthest
    while end > start + longestStretch / 2 {
      let before = CharacterClasses.shared.classOf(shadow[end - 1])
      if before == CharacterClasses.Class.comma.rawValue { return end }
      end -= 1
    }
    return furthest
  }

  /// Sums the weights of every scalar's features.
  private func score(
    _ scratch: FeatureScratch, _ layout: ModelLayout, into lattice: inout ViterbiLattice
  ) {
    lattice.prepare(count: scratch.count)
    let tagsAt = layout.tagsAt, rowsAt = layout.rowsAt
    scratch.features.withUnsafeBufferPointer { features in
      for i in 0..<scratch.count {
        var sum = SIMD16<Int16>(repeating: 0)
        let first = i &* FeatureExtractor.perScalar
        for k in first..<(first &+ FeatureExtractor.perScalar) {
          let hash = features[k]
          let slot = Int(hash & FeatureExtractor.slotMask)
          let tag = UInt8(truncatingIfNeeded: hash &>> FeatureExtractor.slotBits)
          // A feature that is not the slot's own reads the row of zeros before the first: no
          // branch, so that the loads of many features overlap.
          let difference = Int(bytes.load8(tagsAt &+ slot) ^ tag)
          let row = (slot &+ 1) & ((difference &- 1) &>> 63)
          sum &+= SIMD16<Int16>(truncatingIfNeeded: bytes.loadRow(rowsAt &+ row &* 16))
        }
        lattice.emissions[i] = sum
      }
    }
  }
}
