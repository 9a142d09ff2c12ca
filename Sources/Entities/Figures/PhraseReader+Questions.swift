import HanText

/// What a stretch of text is made of: nouns, people, verbs.
extension PhraseReader {
  /// The offset of the 的 that ends a verb of up to six scalars before a noun: 备案的 in 备案的模型.
  func modifierEnd(from start: Int, limit: Int) -> Int? {
    var p = start
    while p < limit, p - start <= 6 {
      if at(p) == u("的") { return p > start ? p : nil }
      let word = word(at: p, limit: limit)
      guard !word.isBoundary, word.kind != .function, word.end > p else { return nil }
      p = word.end
    }
    return nil
  }

  /// Whether a known noun (behind attributives) starts at `i`.
  func startsNoun(at i: Int, limit: Int) -> Bool {
    var p = i
    for _ in 0..<3 {
      let word = word(at: p, limit: limit)
      if word.isBoundary { return false }
      switch word.kind {
      case .noun, .person, .verbalNoun, .quantity: return true
      case .attribute: p = word.end
      default: return false
      }
    }
    return false
  }

  /// Whether a noun that is counted without a measure word starts at `i`: 部门, 企业, AI人才.
  func startsCounted(at i: Int, limit: Int, isSmall: Bool, isArabic: Bool) -> Bool {
    let word = word(at: i, limit: limit)
    if word.isBoundary { return false }
    if ScalarClass.isLatinLetter(at(i)) {
      // 25万AI人才, but neither 5G nor 3D: a noun must follow the letters.
      guard !isSmall, i + 1 < word.end else { return false }
      let next = self.word(at: word.end, limit: limit)
      return next.kind == .noun || next.kind == .person || next.kind == .verbalNoun
    }
    switch word.kind {
    case .person: return true
    case .noun: return word.end - i > 1
    case .attribute, .verbalNoun:
      return !isSmall && startsNoun(at: word.end, limit: limit)
    default: return false
    }
  }

  /// Whether a phrase counts people: its last word is a noun of people.
  func isPeople(_ span: TextSpan) -> Bool {
    var p = span.start
    var isPerson = false
    while p < span.end {
      let word = word(at: p, limit: span.end)
      isPerson = word.kind == .person
      p = max(word.end, p + 1)
    }
    return isPerson
  }

  /// Whether a phrase holds a word known to be a noun.
  func hasNoun(_ span: TextSpan) -> Bool {
    var p = span.start
    while p < span.end {
      let word = word(at: p, limit: span.end)
      switch word.kind {
      case .noun, .person, .verbalNoun, .quantity: return true
      default: break
      }
      p = max(word.end, p + 1)
    }
    return false
  }

  /// Whether a phrase is made of verbs that also are nouns, and nothing else.
  func isVerbal(_ span: TextSpan) -> Bool {
    var p = span.start
    while p < span.end {
      let word = word(at: p, limit: span.end)
      if word.kind != .verbalNoun { return false }
      p = max(word.end, p + 1)
    }
    return true
  }
}
