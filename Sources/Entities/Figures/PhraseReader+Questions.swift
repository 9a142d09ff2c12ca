import HanText

/// What a stretch of text is made of: nouns, people, verbs.
extension PhraseReader {
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
}
