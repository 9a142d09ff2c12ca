import HanText

/// The tagger's word list, asked about single words: whether two scalars behind what could be a name
/// are a verb, so that the name ends before them.
enum WordList {
  private static let builtIn: WordLexicon? = LinearTagger.builtIn.words

  /// The class of the word of two scalars at an offset; `nil` where they are none.
  ///
  /// - Complexity: one look-up.
  static func kind(ofPairAt i: Int, in shadow: Scalars) -> WordClass? {
    guard i >= 0, i + 1 < shadow.count, let lexicon = builtIn else { return nil }
    let hash = FeatureHash.extend(FeatureHash.word(shadow[i]), UInt64(shadow[i + 1]))
    let bits = lexicon.findBits(hash)
    return bits == 0 ? nil : WordClass(rawValue: UInt8(truncatingIfNeeded: bits & 31))
  }

  /// Whether what is said of someone begins at an offset: a verb or an adverb.
  static func opensPredicate(at i: Int, in shadow: Scalars) -> Bool {
    switch kind(ofPairAt: i, in: shadow) {
    case .verb, .verbalNoun, .adverb: true
    default: false
    }
  }

  /// Whether the two scalars at an offset say when, where or how: 常常, 田间.
  static func isAdverbial(at i: Int, in shadow: Scalars) -> Bool {
    switch kind(ofPairAt: i, in: shadow) {
    case .adverb, .conjunction, .preposition, .pronoun, .time, .location, .direction: true
    default: false
    }
  }

  /// Whether the two scalars at an offset name a quality: 薄弱.
  static func isAdjective(at i: Int, in shadow: Scalars) -> Bool {
    kind(ofPairAt: i, in: shadow) == .adjective
  }

  /// Whether the two scalars at an offset are a word that names nobody: 曾经, 于是, 成功.
  static func isFunction(at i: Int, in shadow: Scalars) -> Bool {
    switch kind(ofPairAt: i, in: shadow) {
    case .adverb, .conjunction, .preposition, .verb, .pronoun, .time, .particle: true
    default: false
    }
  }
}
