import HanText

/// Working memory of feature extraction: grown to the longest sentence seen, used again and again.
///
/// Raw buffers, because every scalar touches dozens of entries. Indices into them come from the
/// extractor's own loops alone, never from the text or the model: all are below `capacity`, which
/// `prepare` has made room for.
package final class FeatureScratch {
  /// Scalars of padding on either side, so that templates need no test of bounds.
  static let pad = 4
  /// Lines of one word.
  static let perToken = 8
  /// Padding words before and behind.
  static let tokenPad = 2

  /// The nearest noun ahead, in the same clause, that ends names of institutions.
  struct HeadAhead {
    var hash: UInt64 = 0
    /// Words between, at most 7.
    var distance: UInt8 = 0
  }

  /// A word of the likeliest segmentation.
  struct Token {
    var hash: UInt64 = 1
    var start: Int32 = 0
    var count: Int32 = 0
    var kind: UInt8 = 0
    var head = HeadAhead()
  }

  /// One step of the likeliest segmentation.
  struct Step {
    var hash: UInt64 = 0
    var count: Int32 = 1
    var kind: UInt8 = 0
  }

  /// Number of scalars of the sentence.
  package private(set) var count = 0
  /// Number of words of the sentence, without padding.
  package var tokenCount = 0
  private var capacity = 0

  /// Folded scalars; padded.
  private(set) var folded = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// First line of each scalar's character; padded.
  private(set) var characterLines = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// Classes of scalars; padded.
  private(set) var classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  /// Length (low 4 bits) and class of the longest word that starts at a scalar; padded.
  private(set) var starts = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  /// Length and class of the longest word that ends at a scalar; padded.
  private(set) var ends = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  /// Length, class and position (from bit 10) of the longest word over a scalar; padded.
  private(set) var covers = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  /// Lexicon entry of each scalar alone, and of it and the next one; padded.
  private(set) var singles = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  private(set) var seconds = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  /// Hash of each scalar and the next one, as the lexicon has it; padded.
  private(set) var secondHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  /// Cost of the best segmentation from a scalar to the end; padded.
  private(set) var costs = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  /// First step of that segmentation; padded.
  private(set) var steps = UnsafeMutablePointer<Step>.allocate(capacity: 1)
  /// The words of the segmentation, padded.
  private(set) var tokens = UnsafeMutablePointer<Token>.allocate(capacity: 1)
  /// Pairs and triples of scalars by where they start, padded: hashes, then lines once resolved.
  private(set) var pairs = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private(set) var triples = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// `perToken` hashes a word, padded; then lines once resolved.
  private(set) var tokenLines = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// Sums of the rows of each scalar, from one before the padding on, while they are added up.
  private(set) var sums = UnsafeMutablePointer<WeightSum>.allocate(capacity: 1)

  /// Makes empty working memory.
  package init() { grow(to: 64) }

  deinit { release() }

  /// Class of the word over scalar `i` in the likeliest segmentation, after extraction.
  ///
  /// - Complexity: O(words).
  package func wordClass(at i: Int) -> UInt8 {
    guard i >= 0, i < count else { return 0 }
    for k in Self.tokenPad..<(Self.tokenPad + tokenCount) {
      let token = tokens[k]
      if i + Self.pad < Int(token.start) + Int(token.count) { return token.kind }
    }
    return 0
  }

  /// The three blocks of hashes to be resolved into lines, in place.
  package func resolve(_ block: (UnsafeMutablePointer<UInt32>, Int) -> Void) {
    block(pairs, count + 2 * Self.pad)
    block(triples, count + 2 * Self.pad)
    block(tokenLines, (tokenCount + 2 * Self.tokenPad) * Self.perToken)
  }

  /// Makes room for a sentence of `count` scalars.
  func prepare(count: Int) {
    self.count = count
    if count > capacity { grow(to: max(count, 2 * capacity)) }
  }

  private func release() {
    folded.deallocate()
    characterLines.deallocate()
    classes.deallocate()
    starts.deallocate()
    ends.deallocate()
    covers.deallocate()
    singles.deallocate()
    seconds.deallocate()
    secondHashes.deallocate()
    costs.deallocate()
    steps.deallocate()
    tokens.deallocate()
    pairs.deallocate()
    triples.deallocate()
    tokenLines.deallocate()
    sums.deallocate()
  }

  private func grow(to size: Int) {
    release()
    capacity = size
    // Longest words begin at most twelve scalars before the end; the rest is padding.
    let n = size + 2 * Self.pad + 8
    func make<T>(_ value: T, times: Int = 1) -> UnsafeMutablePointer<T> {
      let pointer = UnsafeMutablePointer<T>.allocate(capacity: n * times)
      pointer.initialize(repeating: value, count: n * times)
      return pointer
    }
    folded = make(0)
    characterLines = make(0)
    classes = make(0)
    starts = make(0)
    ends = make(0)
    covers = make(0)
    singles = make(0)
    seconds = make(0)
    secondHashes = make(0)
    costs = make(0)
    steps = make(Step())
    tokens = make(Token())
    pairs = make(0)
    triples = make(0)
    tokenLines = make(0, times: Self.perToken)
    sums = make(WeightSum())
  }
}
