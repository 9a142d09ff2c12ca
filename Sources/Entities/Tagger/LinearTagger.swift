import CData
import CPrefetch
import HanText

/// The linear-chain tagger: hashed features over the Simplified shadow, 8-bit weights, the best
/// labelling by Viterbi under the structure of the labels.
///
/// Immutable and shared by all workers. Memory is the model (embedded: paged in as it is used)
/// and about 200 kB of working memory for each worker at work.
public struct LinearTagger: NameTagger {
  private let bytes: ModelBytes
  private let layout: ModelLayout?
  private let transitions: ViterbiTransitions
  private let extractor: FeatureExtractor
  private let workspaces = WorkspacePool()

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
    // The word list is never asked where there is no layout.
    bytes = ModelBytes(copying: [])
    layout = nil
    transitions = ViterbiTransitions([Int32](repeating: 0, count: 41))
    extractor = FeatureExtractor(
      lexicon: WordLexicon(bytes: bytes, offset: 0, count: 0),
      characters: CharacterNumbers(bytes: bytes, offset: 0))
  }

  /// Opens a model.
  ///
  /// - Parameter model: the bytes of a model file; copied.
  /// - Throws: `ModelError` where they are not a whole model of this version.
  /// - Complexity: O(bytes), about 5 ms for 15 MB.
  public init(model: [UInt8]) throws(ModelError) {
    try self.init(bytes: ModelBytes(copying: model), verify: true)
  }

  /// Opens a model file.
  ///
  /// - Throws: `ModelError`, `unreadable` with the system's reason where the file cannot be read.
  /// - Complexity: O(bytes), about 5 ms for 15 MB: read once, into place, and checked.
  public init(file path: String) throws(ModelError) {
    try self.init(bytes: ModelFile.read(path), verify: true)
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
    extractor = FeatureExtractor(
      lexicon: Self.lexicon(in: bytes, layout),
      characters: CharacterNumbers(bytes: bytes, offset: layout.charactersAt))
  }

  /// The word list's bytes, to train another model with the same words.
  package var lexiconBytes: [UInt8] {
    layout.map { bytes.copy($0.lexiconAt..<$0.byteCount) } ?? []
  }

  /// The word list; `nil` where there is no model.
  var words: WordLexicon? { layout.map { Self.lexicon(in: bytes, $0) } }

  /// The word list of a model.
  package static func lexicon(in bytes: ModelBytes, _ layout: ModelLayout) -> WordLexicon {
    WordLexicon(bytes: bytes, offset: layout.lexiconAt, count: layout.lexiconBuckets)
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
    let workspace = workspaces.take()
    defer { workspaces.put(back: workspace) }
    shadow.withUnsafeBufferPointer { shadow in
      for sentence in sentences where sentence.end <= shadow.count {
        var start = sentence.start
        while start < sentence.end {
          let end = Self.stretchEnd(in: shadow, from: start, sentenceEnd: sentence.end)
          extractor.extract(
            UnsafeBufferPointer(rebasing: shadow[start..<end]), into: workspace.scratch)
          workspace.lattice.prepare(count: end - start)
          score(workspace.scratch, layout, into: workspace.lattice.emissions)
          workspace.lattice.decode(transitions, offset: start, into: &found)
          start = end
        }
      }
    }
    return found
  }

  /// Where the stretch that starts at `start` ends.
  private static func stretchEnd(
    in shadow: UnsafeBufferPointer<UInt32>, from start: Int, sentenceEnd: Int
  ) -> Int {
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
    _ scratch: FeatureScratch, _ layout: ModelLayout,
    into emissions: UnsafeMutablePointer<LabelScores>
  ) {
    scratch.resolve { block, count in findLines(block, count: count, layout) }
    EmissionSums(lines: bytes.start + layout.linesAt, scratch: scratch).write(to: emissions)
  }

  /// How many hashes ahead the tags are asked for.
  private static let ahead = 16

  /// Replaces each hash by the number of its line: of the slot of its bucket whose tag is its own,
  /// else 0, the line of zeros.
  ///
  /// Four tags at a time and without a branch, which could not be predicted; a loop of its own, so
  /// that the look-ups of many hashes wait for memory at once: the tags are asked for some hashes
  /// ahead, and the lines found long before they are summed up.
  private func findLines(
    _ hashes: UnsafeMutablePointer<UInt32>, count: Int, _ layout: ModelLayout
  ) {
    let tags = bytes.start + layout.tagsAt
    let lines = bytes.start + layout.linesAt
    let buckets = UInt64(layout.buckets)
    let ones: UInt64 = 0x0001_0001_0001_0001
    for k in 0..<min(count, Self.ahead) {
      eduai_prefetch(tags + FeatureLines.bucket(of: hashes[k], count: buckets) &* 8)
    }
    for k in 0..<count {
      let hash = hashes[k]
      let later = hashes[min(k &+ Self.ahead, count &- 1)]
      eduai_prefetch(tags + FeatureLines.bucket(of: later, count: buckets) &* 8)
      let bucket = FeatureLines.bucket(of: hash, count: buckets)
      let own = tags.load(fromByteOffset: bucket &* 8, as: UInt64.self)
      let differences = own ^ UInt64(FeatureLines.tag(of: hash)) &* ones
      // The top bit of the lowest 16 that are all zero, as in the search for the end of a string.
      let zeros = (differences &- ones) & ~differences & 0x8000_8000_8000_8000
      let slot = zeros.trailingZeroBitCount &>> 4
      let line = FeatureLines.firstHashed &+ bucket &* FeatureLines.bucket &+ slot
      let found = zeros == 0 ? 0 : line
      eduai_prefetch(lines + found &* FeatureLines.lineBytes)
      hashes[k] = UInt32(truncatingIfNeeded: found)
    }
  }
}
