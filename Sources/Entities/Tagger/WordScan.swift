/// Finds the words of the lexicon in a sentence: the longest that starts, ends and stands at each
/// scalar, and the likeliest segmentation (unigram costs, from right to left).
struct WordScan {
  let lexicon: WordLexicon

  /// Classes of tokens that are no words of the lexicon; all classes are below 32.
  private static let digitRun: UInt8 = 28
  private static let latinRun: UInt8 = 29
  private static let unknown: UInt8 = 30
  /// Cost of a scalar that is no word: as rare as the rarest word.
  private static let unknownCost: Int32 = 255
  private static let runCost: Int32 = 120

  /// Fills the word fields of `s`, whose scalars and classes stand already.
  ///
  /// - Complexity: O(length × longest word).
  func scan(_ s: FeatureScratch) {
    let pad = FeatureScratch.pad
    lookUpPairs(s)
    s.costs[pad &+ s.count] = 0
    var run = 0
    var p = pad &+ s.count &- 1
    while p >= pad {
      run = s.classes[p] == s.classes[p &+ 1] ? run &+ 1 : 1
      startWords(p, run: run, s)
      p &-= 1
    }
    segment(s)
  }

  /// Looks up every scalar alone and with the next one: in loops of their own, so that many
  /// look-ups wait for memory at once.
  private func lookUpPairs(_ s: FeatureScratch) {
    let first = FeatureScratch.pad, end = first &+ s.count
    let folded = s.folded, singles = s.singles, seconds = s.seconds, hashes = s.secondHashes
    (s.starts + first).update(repeating: 0, count: s.count)
    (s.ends + first).update(repeating: 0, count: s.count)
    (s.covers + first).update(repeating: 0, count: s.count)
    for p in first..<end {
      singles[p] = lexicon.single(folded[p])
      let hash = FeatureHash.extend(FeatureHash.word(folded[p]), UInt64(folded[p &+ 1]))
      hashes[p] = hash
      lexicon.prefetch(hash)
    }
    for p in first..<end { seconds[p] = lexicon.findBits(hashes[p]) }
  }

  /// Looks at the words that start at `p`, and takes the best step of the segmentation.
  @inline(__always)
  private func startWords(_ p: Int, run: Int, _ s: FeatureScratch) {
    let own = s.classes[p]
    if own == CharacterClasses.Class.digit.rawValue
      || own == CharacterClasses.Class.latin.rawValue
    {
      startRun(p, run: min(run, 255), s)
      return
    }
    var step = FeatureScratch.Step(hash: FeatureHash.word(s.folded[p]), kind: Self.unknown)
    var best = Self.unknownCost &+ s.costs[p &+ 1]
    let end = s.count &+ FeatureScratch.pad
    var hash = step.hash
    var longest = 0
    var longestClass: UInt8 = 0
    var length = 1
    let limit = min(end &- p, WordLexicon.longestWord)
    var entry = WordLexicon.Entry(bits: s.singles[p])
    while true {
      let kind = entry.wordClass & 31
      if kind != 0 {
        let cost = entry.cost &+ s.costs[p &+ length]
        if cost <= best {
          best = cost
          step = FeatureScratch.Step(
            hash: hash, count: Int32(truncatingIfNeeded: length), kind: kind)
        }
        longest = length
        longestClass = kind
        let packed = UInt16(truncatingIfNeeded: length) | UInt16(kind) &<< 4
        let last = p &+ length &- 1
        if packed & 15 > s.ends[last] & 15 { s.ends[last] = packed }
      }
      if !entry.goesOn || length >= limit { break }
      if length == 1 {
        hash = s.secondHashes[p]
        entry.bits = s.seconds[p]
      } else {
        hash = FeatureHash.extend(hash, UInt64(s.folded[p &+ length]))
        entry.bits = lexicon.findBits(hash)
      }
      length &+= 1
      if entry.bits == 0 { break }
    }
    s.costs[p] = best
    s.steps[p] = step
    guard longest > 0 else { return }
    let packed = UInt16(truncatingIfNeeded: longest) | UInt16(longestClass) &<< 4
    s.starts[p] = packed
    for k in 0..<longest where s.covers[p &+ k] & 15 < packed & 15 {
      s.covers[p &+ k] = packed | UInt16(truncatingIfNeeded: k) &<< 10
    }
  }

  /// A run of digits or Latin letters is one word.
  private func startRun(_ p: Int, run: Int, _ s: FeatureScratch) {
    var step = FeatureScratch.Step(hash: 2, count: Int32(run), kind: Self.digitRun)
    if s.classes[p] != CharacterClasses.Class.digit.rawValue {
      step.kind = Self.latinRun
      step.hash = FeatureHash.emptyWord
      for k in 0..<min(run, 16) {
        step.hash = FeatureHash.extend(step.hash, UInt64(s.folded[p &+ k]))
      }
    }
    s.costs[p] = Self.runCost &+ s.costs[p &+ run]
    s.steps[p] = step
  }

  /// Follows the best steps from the start, and notes the head noun ahead of each word.
  private func segment(_ s: FeatureScratch) {
    let pad = FeatureScratch.pad, end = pad &+ s.count
    let first = FeatureScratch.tokenPad
    var k = first
    for j in 0..<first { s.tokens[j] = FeatureScratch.Token() }
    var p = pad
    while p < end {
      let step = s.steps[p]
      s.tokens[k] = FeatureScratch.Token(
        hash: step.hash, start: Int32(truncatingIfNeeded: p), count: step.count, kind: step.kind)
      p &+= Int(step.count)
      k &+= 1
    }
    s.tokenCount = k &- first
    for j in k..<(k &+ first) { s.tokens[j] = FeatureScratch.Token() }
    var head = FeatureScratch.HeadAhead()
    var j = k &- 1
    while j >= first {
      let own = s.classes[Int(s.tokens[j].start)]
      if own == CharacterClasses.Class.comma.rawValue || own == CharacterClasses.Class.stop.rawValue
      {
        head = FeatureScratch.HeadAhead()
      } else if s.tokens[j].kind == WordClass.head.rawValue {
        head = FeatureScratch.HeadAhead(hash: s.tokens[j].hash, distance: 0)
      } else if head.hash != 0 {
        head.distance &+= 1
        if head.distance > 7 { head = FeatureScratch.HeadAhead() }
      }
      s.tokens[j].head = head
      j &-= 1
    }
  }
}
