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
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

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
    var p = i
    while p < limit, NumeralScalar.arabic(at(p)) >= 0 { p += 1 }
    if ScalarClass.isLatinLetter(at(p)), p < limit {
      // AI, GPU, 5G
      p += 1
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
      if at(match.edge) == u("者"), match.edge < limit, isVerbal(match.value) {
        return Word(end: match.edge + 1, kind: .person, isBoundary: false)
      }
      // 使用率, 试用期: the ending makes a noun of the verb.
      if isVerbal(match.value), match.edge - i > 1, match.edge < limit, makesNoun(at(match.edge)),
        (lexicon.phrases.longest(text, at: match.edge, limit: limit)?.edge ?? 0) <= match.edge + 1
      {
        return Word(end: match.edge + 1, kind: .quantity, isBoundary: false)
      }
      if match.edge - i > 1, let word = shorter(than: match, at: i, limit: limit) {
        return word
      }
      return Word(
        end: match.edge, kind: FigureLexicon.PhraseClass(rawValue: match.value), isBoundary: false)
    }
    if NumeralScalar.han(c) >= 0 { return Word(end: i, kind: nil, isBoundary: true) }
    return Word(end: i + 1, kind: nil, isBoundary: false)
  }

  /// Endings that make a noun of a verb before them.
  private func makesNoun(_ c: UInt32) -> Bool {
    switch c {
    case u("率"), u("费"), u("额"), u("期"): true
    default: false
    }
  }

  /// A shorter reading where the longest word leaves a lone character that belongs to the next:
  /// 专任|教师, not 专|任教|师; 医疗|费用, not 医疗费|用.
  private func shorter(than longest: WordTrie.WordMatch, at i: Int, limit: Int) -> Word? {
    let edge = longest.edge
    guard ScalarClass.isHan(at(edge)), edge < limit else { return nil }
    if let next = lexicon.phrases.longest(text, at: edge, limit: limit), next.edge > edge + 1 {
      return nil
    }
    for k in stride(from: edge - 1, to: i, by: -1) {
      guard let next = lexicon.phrases.longest(text, at: k, limit: limit), next.edge > edge,
        next.value == FigureLexicon.PhraseClass.noun.rawValue
          || next.value == FigureLexicon.PhraseClass.quantity.rawValue
          || next.value == FigureLexicon.PhraseClass.person.rawValue
      else { continue }
      if let own = lexicon.phrases.longest(text, at: i, limit: k), own.edge == k {
        return Word(
          end: k, kind: FigureLexicon.PhraseClass(rawValue: own.value), isBoundary: false)
      }
      if k == i + 1 {
        return Word(end: k, kind: isVerbal(longest.value) ? .verb : nil, isBoundary: false)
      }
    }
    return nil
  }

  /// Whether an unknown character follows, so that a single one before it belongs to its word.
  private func startsUnknown(at i: Int, limit: Int) -> Bool {
    let next = word(at: i, limit: limit)
    return !next.isBoundary && (next.kind == nil || next.kind == .locative && next.end == i + 1)
  }

  /// Whether a word goes on behind the character at `i`.
  private func continues(_ i: Int) -> Bool { ScalarClass.isHan(at(i + 1)) && at(i + 1) != u("的") }

  private func isVerbal(_ value: Int) -> Bool {
    value == FigureLexicon.PhraseClass.verb.rawValue
      || value == FigureLexicon.PhraseClass.verbalNoun.rawValue
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
    var endsInPerson = false
    if let behind = quotedModifier(at: p, limit: end) { p = behind }
    loop: while true {
      let word = word(at: p, limit: end)
      if word.isBoundary { break }
      switch word.kind {
      case .noun, .person, .quantity:
        nounEnd = word.end
        endsInPerson = word.kind == .person
        verbalEnd = nil
        unknownSince = nil
      case .attribute: if unknownSince != nil, nounEnd != nil { break loop }
      case .verbalNoun:
        if verbalEnd == nil || nounEnd == nil { verbalEnd = word.end }
      case .noun where word.end == p + 1 && startsUnknown(at: word.end, limit: end):
        // 鱼类, 案场: one known character of a longer word.
        if unknownSince == nil { unknownSince = p }
      case .locative where p == start && word.end == p + 1 && continues(p):
        // 外销, 内地: at the head of a phrase the character belongs to a word not known.
        if unknownSince == nil { unknownSince = p }
      case .verb:
        stoppedAtWord = true
        break loop
      case .function, .adverb, .locative:
        stoppedAtWord = true
        break loop
      case nil: if unknownSince == nil { unknownSince = p }
      }
      p = word.end
    }
    if p >= end, end < limit { unknownSince = unknownSince ?? p }
    // 受访者支持: what people do is a verb.
    if endsInPerson, verbalEnd != nil, let nounEnd { return TextSpan(start, nounEnd) }
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
      // 社区协理员: the ending says that it is a noun.
      if tail <= 4, at(stop - 1) == u("员") || at(stop - 1) == u("师") {
        return TextSpan(start, stop)
      }
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
}
