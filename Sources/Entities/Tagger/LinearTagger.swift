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

  /// The word list's bytes, to train another model with the same words.
  package var lexiconBytes: [UInt8] {
    layout.map { bytes.copy($0.lexiconAt..<$0.byteCount) } ?? []
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
        score(&scratch, layout, into: &lattice)
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
    _ scratch: inout FeatureScratch, _ layout: ModelLayout, into lattice: inout ViterbiLattice
  ) {
    let count = scratch.count
    lattice.prepare(count: count)
    let perScalar = FeatureExtractor.perScalar
    scratch.features.withUnsafeMutableBufferPointer { features in
      guard let start = features.baseAddress else { return }
      findRows(UnsafeMutableRawPointer(start), count: count &* perScalar, layout)
      let rowsAt = layout.rowsAt
      lattice.emissions.withUnsafeMutableBufferPointer { emissions in
        for i in 0..<count {
          var sum = SIMD16<Int16>(repeating: 0)
          let first = i &* perScalar
          for k in first..<(first &+ perScalar) {
            let row = bytes.loadRow(rowsAt &+ Int(features[k]) &* 16)
            sum &+= SIMD16<Int16>(truncatingIfNeeded: row)
          }
          emissions[i] = sum
        }
      }
    }
  }

  /// Replaces each feature by the number of its row: of its slot where the slot's tag is its own,
  /// else 0, the row of zeros.
  ///
  /// Eight at a time and without a branch, which could not be predicted; a loop of its own, so that
  /// the look-ups of many features overlap. `features` may be read and written up to a multiple of
  /// eight.
  private func findRows(_ features: UnsafeMutableRawPointer, count: Int, _ layout: ModelLayout) {
    let tagsAt = layout.tagsAt
    func tag(_ slot: UInt32) -> UInt32 { UInt32(bytes.load8(tagsAt &+ Int(slot))) }
    for k in stride(from: 0, to: count, by: 8) {
      let hashes = features.loadUnaligned(fromByteOffset: k &* 4, as: SIMD8<UInt32>.self)
      let s = hashes & FeatureExtractor.slotMask
      let own = SIMD8<UInt32>(
        tag(s[0]), tag(s[1]), tag(s[2]), tag(s[3]), tag(s[4]), tag(s[5]), tag(s[6]), tag(s[7]))
      let wanted = hashes &>> UInt32(FeatureExtractor.slotBits)
      let rows = (s &+ 1).replacing(with: 0, where: own .!= wanted)
      features.storeBytes(of: rows, toByteOffset: k &* 4, as: SIMD8<UInt32>.self)
    }
  }
}
