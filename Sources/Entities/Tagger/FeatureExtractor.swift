import HanText

/// Turns a sentence into its features: what occurs in it (characters, pairs and triples of them,
/// words, classes), each the name of a line of weights, and for each scalar the rows of those lines
/// that tell about it.
///
/// Training and tagging share this code; a change of any template changes `version`.
package struct FeatureExtractor: Sendable {
  /// Version of the templates, written into every model.
  package static let version: UInt32 = 3

  private let lexicon: WordLexicon
  private let characters: CharacterNumbers
  private let classes = CharacterClasses.shared

  /// Makes an extractor over a word list and numbers of characters.
  package init(lexicon: WordLexicon, characters: CharacterNumbers) {
    self.lexicon = lexicon
    self.characters = characters
  }

  /// Fills `s` for a sentence of the Simplified shadow; its hashes stand unresolved.
  ///
  /// - Complexity: O(length); allocates only where the sentence is longer than any before.
  package func extract(_ sentence: UnsafeBufferPointer<UInt32>, into s: FeatureScratch) {
    s.prepare(count: sentence.count)
    takeIn(sentence, s)
    WordScan(lexicon: lexicon).scan(s)
    hashCharacters(s)
    hashWords(s)
  }

  /// `extract` for a sentence in an array.
  package func extract(_ sentence: [UInt32], into s: FeatureScratch) {
    sentence.withUnsafeBufferPointer { extract($0, into: s) }
  }

  private static let edgeScalar: UInt32 = 0x1F_FFFF
  private static let edgeLine = UInt32(FeatureLines.characterLine + 2)

  /// Folds and classifies the scalars, with padding around them.
  private func takeIn(_ sentence: UnsafeBufferPointer<UInt32>, _ s: FeatureScratch) {
    let pad = FeatureScratch.pad, end = pad &+ sentence.count
    for k in 0..<pad {
      for p in [k, end &+ k] {
        s.folded[p] = Self.edgeScalar
        s.classes[p] = 0
        s.starts[p] = 0
        s.ends[p] = 0
        s.covers[p] = 0
        s.characterLines[p] = Self.edgeLine
      }
    }
    let folded = s.folded + pad, kinds = s.classes + pad, lines = s.characterLines + pad
    for k in 0..<sentence.count {
      let scalar = sentence[k]
      let c = CharacterClasses.fold(scalar)
      folded[k] = c
      kinds[k] = classes.classOf(scalar)
      lines[k] = UInt32(FeatureLines.characterLine) &+ 2 &* UInt32(characters.number(of: c))
    }
  }

  /// Pairs and triples of scalars by where they start, from two (three) before the sentence.
  private func hashCharacters(_ s: FeatureScratch) {
    let padded = s.count &+ 2 &* FeatureScratch.pad
    let folded = s.folded, pairs = s.pairs, triples = s.triples
    var a: UInt64 = UInt64(folded[0]), b: UInt64 = UInt64(folded[1])
    for p in 0..<(padded &- 2) {
      let c = UInt64(folded[p &+ 2])
      let pair = a | b &<< 21
      pairs[p] = HashedKind.pair.hash(pair)
      triples[p] = HashedKind.triple.hash(pair | c &<< 42)
      a = b
      b = c
    }
    for p in (padded &- 2)..<padded {
      pairs[p] = 0
      triples[p] = 0
    }
  }

  /// The lines of each word, padding included.
  private func hashWords(_ s: FeatureScratch) {
    let total = s.tokenCount &+ 2 &* FeatureScratch.tokenPad
    var out = s.tokenLines
    var before = FeatureScratch.Token()
    for k in 0..<total {
      let word = s.tokens[k]
      let after = k &+ 1 < total ? s.tokens[k &+ 1] : FeatureScratch.Token()
      let kind = UInt64(word.kind)
      out[0] = HashedKind.word.hash(word.hash)
      out[1] = HashedKind.context.hash(word.hash)
      out[2] = HashedKind.wordPair.hash(FeatureHash.extend(word.hash, after.hash))
      out[3] = HashedKind.wordAndKind.hash(before.hash ^ kind &<< 8)
      out[4] = HashedKind.kindAndWord.hash(after.hash ^ kind &<< 8)
      out[5] = HashedKind.kinds.hash(
        kind | UInt64(before.kind) &<< 5 | UInt64(after.kind) &<< 10)
      out[6] = HashedKind.head.hash(
        word.head.hash ^ kind &<< 8 ^ UInt64(word.head.distance) &<< 20)
      out[7] = HashedKind.farContext.hash(word.hash)
      out += FeatureScratch.perToken
      before = word
    }
  }

  /// Calls `row` with line and row of every feature, scalar after scalar; `done` behind each with
  /// its index. `EmissionSums` adds up the same rows for tagging.
  ///
  /// - Precondition: the hashes in `s` have been resolved into lines.
  @inline(__always)
  package static func visit(
    _ s: FeatureScratch, row: (_ line: UInt32, _ row: Int) -> Void, done: (_ scalar: Int) -> Void
  ) {
    let pad = FeatureScratch.tokenPad
    for k in pad..<(pad &+ s.tokenCount) {
      let start = Int(s.tokens[k].start), count = Int(s.tokens[k].count)
      for p in start..<(start &+ count) {
        let isFirst = p == start, isLast = p == start &+ count &- 1
        visitCharacters(p, isFirst: isFirst, isLast: isLast, s, row)
        visitMatches(p, s, row)
        visitWord(k, isFirst: isFirst, isLast: isLast, s, row)
        done(p &- FeatureScratch.pad)
      }
    }
  }

  /// Features of one scalar.
  package static let perScalar = 39

  @inline(__always)
  private static func visitCharacters(
    _ p: Int, isFirst: Bool, isLast: Bool, _ s: FeatureScratch, _ row: (UInt32, Int) -> Void
  ) {
    let own = s.characterLines[p]
    row(s.characterLines[p &- 2] &+ 1, 0)
    row(s.characterLines[p &- 1], 3)
    row(own, 2)
    row(s.characterLines[p &+ 1], 1)
    row(s.characterLines[p &+ 2], 0)
    row(own &+ 1, isFirst ? (isLast ? 3 : 1) : 2)
    row(s.pairs[p &- 2], 3)
    row(s.pairs[p &- 1], 2)
    row(s.pairs[p], 1)
    row(s.pairs[p &+ 1], 0)
    row(s.triples[p &- 3], 3)
    row(s.triples[p &- 2], 2)
    row(s.triples[p &- 1], 1)
    row(s.triples[p], 0)
    row(classes(s, p &- 2), 3)
    row(classes(s, p &- 1), 2)
    row(classes(s, p), 1)
    row(classes(s, p &+ 1), 0)
  }

  /// The line of three classes of scalars from `p` on.
  @inline(__always)
  private static func classes(_ s: FeatureScratch, _ p: Int) -> UInt32 {
    UInt32(FeatureLines.classLine) &+ UInt32(s.classes[p]) &+ UInt32(s.classes[p &+ 1]) &<< 4
      &+ UInt32(s.classes[p &+ 2]) &<< 8
  }

  @inline(__always)
  private static func visitMatches(
    _ p: Int, _ s: FeatureScratch, _ row: (UInt32, Int) -> Void
  ) {
    let start = UInt32(s.starts[p]), end = UInt32(s.ends[p])
    let before = UInt32(s.ends[p &- 1]), after = UInt32(s.starts[p &+ 1])
    let cover = UInt32(s.covers[p])
    row(UInt32(FeatureLines.startLine) &+ match(start), 0)
    row(UInt32(FeatureLines.startLine) &+ match(after), 1)
    row(UInt32(FeatureLines.endLine) &+ match(end), 0)
    row(UInt32(FeatureLines.endLine) &+ match(before), 1)
    let starting = shortMatch(start) | shortMatch(before) &<< 7
    row(UInt32(FeatureLines.startPairLine) &+ starting &>> 2, Int(starting & 3))
    let ending = shortMatch(end) | shortMatch(after) &<< 7
    row(UInt32(FeatureLines.endPairLine) &+ ending &>> 2, Int(ending & 3))
    let place = match(cover) | min(cover &>> 10, 7) &<< 8
    row(UInt32(FeatureLines.coverLine) &+ place &>> 2, Int(place & 3))
  }

  /// Class and length, at most 7, of a match, in 8 bits.
  @inline(__always)
  static func match(_ packed: UInt32) -> UInt32 {
    min(packed & 15, 7) | (packed &>> 4 & 31) &<< 3
  }

  /// Class and length, at most 4, of a match, in 7 bits.
  @inline(__always)
  static func shortMatch(_ packed: UInt32) -> UInt32 {
    (min(packed & 15, 4) &- 1) & 3 | (packed &>> 4 & 31) &<< 2
  }

  @inline(__always)
  private static func visitWord(
    _ k: Int, isFirst: Bool, isLast: Bool, _ s: FeatureScratch, _ row: (UInt32, Int) -> Void
  ) {
    let size = FeatureScratch.perToken
    let lines = s.tokenLines + k &* size
    let word = s.tokens[k]
    let place = isFirst ? (isLast ? 3 : 0) : (isLast ? 2 : 1)
    let fromLeft = isFirst ? 0 : 1, fromRight = isLast ? 2 : 3
    let kind = UInt32(word.kind)
    row(
      UInt32(FeatureLines.kindBeforeLine) &+ kind &+ UInt32(s.tokens[k &- 1].kind) &<< 5, place)
    row(
      UInt32(FeatureLines.kindAfterLine) &+ kind &+ UInt32(s.tokens[k &+ 1].kind) &<< 5, place)
    row(
      UInt32(FeatureLines.kindLengthLine) &+ kind
        &+ UInt32(truncatingIfNeeded: min(word.count, 7)) &<< 5, place)
    row(lines[0], place)
    row(lines[1 &- size], fromLeft)
    row(lines[1 &+ size], fromRight)
    row(lines[2 &- size], fromLeft)
    row(lines[2], fromRight)
    row(lines[3], place)
    row(lines[4], place)
    row(lines[5], place)
    row(lines[6], place)
    row(lines[7 &- 2 &* size], fromLeft)
    row(lines[7 &+ 2 &* size], fromRight)
  }
}
