/// Finds the words of the lexicon in a sentence: the longest that starts, ends and stands at each
/// scalar, and the likeliest segmentation (unigram costs, from right to left).
struct WordScan {
  let lexicon: WordLexicon

  /// Classes of tokens that are no words of the lexicon.
  private static let digitRun: UInt8 = 60
  private static let latinRun: UInt8 = 61
  private static let unknown: UInt8 = 62
  /// Cost of a scalar that is no word: as rare as the rarest word.
  private static let unknownCost: Int32 = 255
  private static let runCost: Int32 = 120

  /// Fills the word fields of `s`.
  ///
  /// - Complexity: O(length × longest word).
  func scan(_ s: inout FeatureScratch) {
    let pad = FeatureScratch.pad
    s.costs[pad + s.count] = 0
    var run = 0
    for i in stride(from: s.count - 1, through: 0, by: -1) {
      let p = i + pad
      run = s.classes[p] == s.classes[p + 1] ? run + 1 : 1
      startWords(p, run: run, &s)
    }
    segment(&s)
  }

  /// Looks at the words that start at `p`, and takes the best step of the segmentation.
  private func startWords(_ p: Int, run: Int, _ s: inout FeatureScratch) {
    var step = FeatureScratch.Token(
      hash: s.characters[p], start: Int32(p), count: 1, kind: Self.unknown)
    let own = s.classes[p]
    if own == CharacterClasses.Class.digit.rawValue
      || own == CharacterClasses.Class.latin.rawValue
    {
      let isDigit = own == CharacterClasses.Class.digit.rawValue
      let length = min(run, 255)
      var hash: UInt64 = isDigit ? 2 : FeatureHash.emptyWord
      if !isDigit {
        for k in 0..<min(length, 16) { hash = FeatureHash.extend(hash, s.characters[p + k]) }
      }
      s.costs[p] = Self.runCost &+ s.costs[p + length]
      step.hash = hash
      step.count = Int32(length)
      step.kind = isDigit ? Self.digitRun : Self.latinRun
      s.steps[p] = step
      return
    }
    var best = Self.unknownCost &+ s.costs[p + 1]
    let end = s.count + FeatureScratch.pad
    var hash = FeatureHash.emptyWord
    var longest = 0
    var longestClass: UInt8 = 0
    var q = p
    let limit = min(end, p + WordLexicon.longestWord)
    while q < limit {
      hash = FeatureHash.extend(hash, s.characters[q])
      q += 1
      guard let entry = lexicon.find(hash) else { break }
      let kind = entry.wordClass
      if kind != 0 {
        let cost = entry.cost &+ s.costs[q]
        if cost <= best {
          best = cost
          step.hash = hash
          step.count = Int32(q - p)
          step.kind = kind
        }
        longest = q - p
        longestClass = kind
        let packed = UInt16(truncatingIfNeeded: longest) | UInt16(kind) &<< 4
        if packed & 15 > s.ends[q - 1] & 15 { s.ends[q - 1] = packed }
      }
      if !entry.goesOn { break }
    }
    s.costs[p] = best
    s.steps[p] = step
    guard longest > 0 else { return }
    s.starts[p] = UInt16(truncatingIfNeeded: longest) | UInt16(longestClass) &<< 4
    let packed = UInt32(truncatingIfNeeded: longest) | UInt32(longestClass) &<< 4
    for k in 0..<longest where s.covers[p + k] & 15 < packed & 15 {
      s.covers[p + k] = packed | UInt32(truncatingIfNeeded: k) &<< 10
    }
  }

  /// Follows the best steps from the start, and notes the head noun ahead of each word.
  private func segment(_ s: inout FeatureScratch) {
    let pad = FeatureScratch.pad
    var k = 2
    s.tokens[0] = FeatureScratch.Token()
    s.tokens[1] = FeatureScratch.Token()
    var p = pad
    let end = pad + s.count
    while p < end {
      let step = s.steps[p]
      s.tokens[k] = step
      let length = max(1, Int(step.count))
      for q in p..<min(end, p + length) { s.tokenOf[q] = Int32(k) }
      p += length
      k += 1
    }
    s.tokens[k] = FeatureScratch.Token()
    s.tokens[k + 1] = FeatureScratch.Token()
    var head = FeatureScratch.HeadAhead()
    for j in stride(from: k - 1, through: 2, by: -1) {
      let token = s.tokens[j]
      let own = s.classes[Int(token.start)]
      if own == CharacterClasses.Class.comma.rawValue || own == CharacterClasses.Class.stop.rawValue
      {
        head = FeatureScratch.HeadAhead()
      } else if token.kind == WordClass.head.rawValue {
        head = FeatureScratch.HeadAhead(hash: token.hash, distance: 0)
      } else if head.hash != 0 {
        head.distance += 1
        if head.distance > 7 { head = FeatureScratch.HeadAhead() }
      }
      s.tokens[j].headAhead = head
    }
  }
}
