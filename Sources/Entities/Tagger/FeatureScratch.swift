import HanText

/// Working memory of feature extraction: grown to the longest sentence seen, used again and again.
package struct FeatureScratch: Sendable {
  /// Scalars of padding on either side, so that templates need no test of bounds.
  static let pad = 4

  /// The nearest noun ahead, in the same clause, that ends names of institutions.
  struct HeadAhead: Sendable {
    var hash: UInt64 = 0
    /// Words between, at most 7.
    var distance: UInt8 = 0
  }

  /// A word of the likeliest segmentation.
  struct Token: Sendable {
    var hash: UInt64 = 1
    var start: Int32 = 0
    var count: Int32 = 0
    var kind: UInt8 = 0
    var headAhead = HeadAhead()
  }

  /// Number of scalars of the sentence.
  package var count = 0
  /// `FeatureExtractor.perScalar` features a scalar.
  package var features: [UInt32] = []

  /// Folded scalars, spread to 64 bits; padded.
  var characters: [UInt64] = []
  /// Folded scalars; padded.
  var folded: [UInt32] = []
  /// Classes of scalars; padded.
  var classes: [UInt8] = []
  /// Length (low 4 bits) and class of the longest word that starts at a scalar; padded.
  var starts: [UInt16] = []
  /// Length and class of the longest word that ends at a scalar; padded.
  var ends: [UInt16] = []
  /// Length, class and position of the longest word over a scalar; padded.
  var covers: [UInt32] = []
  /// Cost of the best segmentation from a scalar to the end.
  var costs: [Int32] = []
  /// Length, class and hash of the first word of that segmentation.
  var steps: [Token] = []
  /// The words of the segmentation, two empty ones before and behind.
  var tokens: [Token] = []
  /// Index of the word over a scalar; padded.
  var tokenOf: [Int32] = []

  /// Makes empty working memory.
  package init() {}

  /// Class of the word over scalar `i` in the likeliest segmentation, after extraction.
  package func wordClass(at i: Int) -> UInt8 {
    guard i >= 0, i < count else { return 0 }
    return tokens[Int(tokenOf[i + Self.pad])].kind
  }

  /// Takes in a sentence.
  mutating func prepare(_ sentence: ArraySlice<UInt32>, classes table: CharacterClasses) {
    count = sentence.count
    let padded = count + 2 * Self.pad
    if characters.count < padded {
      let size = max(padded, 2 * characters.count)
      characters = Array(repeating: 0, count: size)
      folded = Array(repeating: 0, count: size)
      classes = Array(repeating: 0, count: size)
      starts = Array(repeating: 0, count: size)
      ends = Array(repeating: 0, count: size)
      covers = Array(repeating: 0, count: size)
      costs = Array(repeating: 0, count: size)
      steps = Array(repeating: Token(), count: size)
      tokens = Array(repeating: Token(), count: size)
      tokenOf = Array(repeating: 0, count: size)
      features = Array(repeating: 0, count: size * FeatureExtractor.perScalar + 8)
    }
    for i in 0..<padded {
      starts[i] = 0
      ends[i] = 0
      covers[i] = 0
      characters[i] = 1
      classes[i] = 0
    }
    var p = Self.pad
    for scalar in sentence {
      let c = CharacterClasses.fold(scalar)
      folded[p] = c
      characters[p] = FeatureHash.spread(UInt64(c))
      classes[p] = table.classOf(scalar)
      p += 1
    }
  }
}
