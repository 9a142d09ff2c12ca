import HanText

/// Finds the noun phrases beside a figure, without a tagger: known nouns, attributives and verbs
/// cut the stretch between figure and stop; unknown characters join what stands before them.
///
/// - Source: `Data/phrase-words.tsv`.
struct PhraseReader {
  let text: Scalars
  let lexicon: FigureLexicon

  /// Longest noun phrase taken.
  private static let longest = 24

  /// The scalar at an offset, or 0 outside the text.
  @inline(__always)
  private func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  /// One word of a phrase.
  struct Word {
    let end: Int
    let kind: FigureLexicon.PhraseClass?
    /// A stop that is no word: punctuation, a space, a numeral, the limit.
    let isBoundary: Bool
  }

  /// The word at `i`: one of the lexicon, a run of Latin letters and digits, or one unknown
  /// character (kind `nil`).
  func word(at i: Int, limit: Int) -> Word {
    guard i < limit, i < text.count else { return Word(end: i, kind: nil, isBoundary: true) }
    let c = text[i]
    if ScalarClass.isLatinLetter(c) {
      var p = i + 1
      while p < limit,
        ScalarClass.isLatinLetter(at(p)) || NumeralScalar.arabic(at(p)) >= 0
          || (at(p) == 0x2B || at(p) == 0x2D || at(p) == 0x2E || at(p) == 0x26)
            && ScalarClass.isLatinLetter(at(p + 1))
      {
        p += 1
      }
      return Word(end: p, kind: .noun, isBoundary: false)
    }
    guard ScalarClass.isHan(c) else { return Word(end: i, kind: nil, isBoundary: true) }
    if let match = lexicon.phrases.longest(text, at: i, limit: limit) {
      return Word(
        end: match.edge, kind: FigureLexicon.PhraseClass(rawValue: match.value), isBoundary: false)
    }
    if NumeralScalar.han(c) >= 0 { return Word(end: i, kind: nil, isBoundary: true) }
    return Word(end: i + 1, kind: nil, isBoundary: false)
  }

  /// The noun phrase that starts at `start`, up to a stop.
  ///
  /// - Returns: `nil` if no noun follows.
  /// - Complexity: O(length of the phrase).
  func nounPhrase(from start: Int, limit: Int) -> TextSpan? {
    var p = start
    let end = min(limit, start + Self.longest)
    var nounEnd: Int?
    var verbalEnd: Int?
    var unknownSince: Int?
    var stoppedAtWord = false
    if let behind = quotedModifier(at: p, limit: end) { p = behind }
    loop: while true {
      let word = word(at: p, limit: end)
      if word.isBoundary { break }
      switch word.kind {
      case .noun, .person:
        nounEnd = word.end
        verbalEnd = nil
        unknownSince = nil
      case .attribute: if unknownSince != nil, nounEnd != nil { break loop }
      case .verbalNoun:
        if verbalEnd == nil || nounEnd == nil { verbalEnd = word.end }
      case .verb:
        // A verb may open the phrase where a noun follows at once (提升行动).
        let next = self.word(at: word.end, limit: end)
        guard p == start, next.kind == .noun, word.end - p > 1 else {
          stoppedAtWord = true
          break loop
        }
      case .function, .adverb, .locative:
        stoppedAtWord = true
        break loop
      case nil: if unknownSince == nil { unknownSince = p }
      }
      p = word.end
    }
    if p >= end, end < limit { unknownSince = unknownSince ?? p }
    return finish(
      start, stop: p, nounEnd: nounEnd, verbalEnd: verbalEnd, unknownSince: unknownSince,
      stoppedAtWord: stoppedAtWord)
  }

  /// Decides how much of the stretch up to `stop` is the phrase.
  private func finish(
    _ start: Int, stop: Int, nounEnd: Int?, verbalEnd: Int?, unknownSince: Int?,
    stoppedAtWord: Bool
  ) -> TextSpan? {
    let isBeforeDe = at(stop) == u("的")
    if let nounEnd {
      if let verbalEnd, verbalEnd == stop, !stoppedAtWord || isBeforeDe {
        return TextSpan(start, verbalEnd)
      }
      guard let unknownSince, unknownSince >= nounEnd, verbalEnd == nil else {
        return TextSpan(start, nounEnd)
      }
      // An unknown tail of one to three characters before a stop is the head (企业集群).
      let tail = stop - unknownSince
      if tail <= 3, !stoppedAtWord || isBeforeDe { return TextSpan(start, stop) }
      return TextSpan(start, nounEnd)
    }
    if let verbalEnd {
      return TextSpan(start, unknownSince == nil || stop - verbalEnd > 3 ? verbalEnd : stop)
    }
    guard unknownSince != nil, stop > start, stop - start <= 6 else { return nil }
    return TextSpan(start, stop)
  }

  /// The offset behind a quoted modifier (“专精特新”企业), if a word follows it at once.
  private func quotedModifier(at i: Int, limit: Int) -> Int? {
    let close: UInt32
    switch at(i) {
    case u("“"): close = u("”")
    case u("「"): close = u("」")
    case u("『"): close = u("』")
    default: return nil
    }
    var p = i + 1
    while p < limit, p - i < 16, at(p) != close { p += 1 }
    guard at(p) == close, ScalarClass.isHan(at(p + 1)) else { return nil }
    let next = word(at: p + 1, limit: limit)
    return next.kind == .noun || next.kind == .person || next.kind == .verbalNoun ? p + 1 : nil
  }

  /// Whether a known noun (behind attributives) starts at `i`.
  func startsNoun(at i: Int, limit: Int) -> Bool {
    var p = i
    for _ in 0..<3 {
      let word = word(at: p, limit: limit)
      if word.isBoundary { return false }
      switch word.kind {
      case .noun, .person, .verbalNoun: return true
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

  /// The noun phrase that ends last before `end` in the clause from `start`, adverbs and verbs
  /// between it and `end` skipped: 社会消费品零售总额 in 社会消费品零售总额同比.
  ///
  /// - Complexity: O(`end` - `start`).
  func lastPhrase(from start: Int, to end: Int) -> TextSpan? {
    var p = start
    var chunkStart: Int?
    var last: TextSpan?
    var hasNoun = false
    func close(_ i: Int) {
      if let from = chunkStart, i > from, hasNoun || i - from > 1 { last = TextSpan(from, i) }
      chunkStart = nil
      hasNoun = false
    }
    while p < end {
      let word = word(at: p, limit: end)
      if word.isBoundary {
        close(p)
        p += 1
        continue
      }
      switch word.kind {
      case .noun, .person:
        if chunkStart == nil { chunkStart = p }
        hasNoun = true
      case .attribute, .verbalNoun, nil:
        if chunkStart == nil { chunkStart = p }
        if word.kind == .verbalNoun { hasNoun = true }
      case .verb:
        close(p)
      case .function, .adverb, .locative:
        close(p)
      }
      p = word.end
    }
    close(end)
    return last
  }
}
