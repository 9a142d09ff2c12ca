import HanText

/// Cuts stretches of text into words: the likeliest ones by unigram costs, from right to left.
///
/// The words of `Data/phrase-words.tsv` win over the classes of the tagger's word list, which gives
/// all others. Working memory is kept from stretch to stretch.
struct PhraseLattice {
  private let lexicon: FigureLexicon
  private var costs: [Int32] = []
  private var steps: [Step] = []
  /// By length: class of the project's own word at one offset, plus one.
  private var own = [UInt8](repeating: 0, count: WordLexicon.longestWord + 1)

  /// The word that the cheapest rest of the stretch begins with.
  private struct Step {
    var length: Int32 = 1
    var kind = TokenClass.unknown
    /// Whether the word is common enough to be known by itself.
    var isCommon = false
  }

  /// Costs, as the word list has them (−14 ln p): a character or a run of letters that no list has,
  /// a mark.
  private static let unknownCost: Int32 = 255
  private static let runCost: Int32 = 120
  private static let markCost: Int32 = 60
  /// Long words seen once or twice mostly are phrases that fall into words.
  private static let longWord = 4
  private static let rareCost: Int32 = 228
  private static let rarePenalty: Int32 = 80
  /// Words at most so dear are common: features know them by themselves.
  private static let commonCost: Int32 = 130

  /// How many characters ahead the word list is asked for its pairs.
  private static let ahead = 4

  init(lexicon: FigureLexicon) { self.lexicon = lexicon }

  /// Appends the words of a stretch.
  ///
  /// - Complexity: O(length × longest word).
  mutating func segment(_ text: Scalars, _ span: TextSpan, into tokens: inout [PhraseToken]) {
    let count = span.count
    guard count > 0, span.end <= text.count else { return }
    if costs.count <= count {
      costs = Array(repeating: 0, count: 2 * count + 2)
      steps = Array(repeating: Step(), count: 2 * count + 2)
    }
    costs[count] = 0
    // Held here: reached through `self`, the trie would be copied at every character.
    let words = lexicon.phrases
    var runEnd = count
    var p = count - 1
    while p >= 0 {
      // The word list is larger than the processor's cache: most look-ups would wait for memory.
      if p >= Self.ahead { lexicon.prefetch(text, at: span.start + p - Self.ahead) }
      let c = text[span.start + p]
      if ScalarClass.isHan(c) {
        readHan(text, at: p, span, words)
        runEnd = p
      } else {
        readOther(text, at: p, span, &runEnd)
      }
      p -= 1
    }
    p = 0
    while p < count {
      tokens.append(token(text, span.start + p, steps[p], limit: span.end))
      let end = min(p + max(1, Int(steps[p].length)), count)
      p = end
    }
  }

  /// AI, GPU, 5G, A-1: a run of letters and digits is one word; all else is a mark.
  private mutating func readOther(
    _ text: Scalars, at p: Int, _ span: TextSpan, _ runEnd: inout Int
  ) {
    let c = text[span.start + p]
    let isLatin = ScalarClass.isLatinLetter(c)
    if isLatin || NumeralScalar.arabic(c) >= 0 {
      let goesOn = p + 1 < runEnd && runEnd > p
      let length = goesOn ? runEnd - p : 1
      if !goesOn { runEnd = p + 1 }
      let isWord = isLatin || goesOn && steps[p + 1].kind == .latin
      steps[p] = Step(
        length: Int32(truncatingIfNeeded: length), kind: isWord ? .latin : .number)
      costs[p] = Self.runCost &+ costs[p + length]
      return
    }
    if p + 1 < runEnd, Self.joins(text, span.start + p) {
      steps[p] = Step(
        length: Int32(truncatingIfNeeded: runEnd - p), kind: steps[p + 1].kind)
      costs[p] = Self.runCost &+ costs[runEnd]
      return
    }
    steps[p] = Step(length: 1, kind: .mark(c))
    costs[p] = Self.markCost &+ costs[p + 1]
    runEnd = p
  }

  /// Whether a mark is of the run behind it: C++, A-1, PM2.5.
  private static func joins(_ text: Scalars, _ i: Int) -> Bool {
    let c = text[i]
    guard c == 0x2B || c == 0x2D || c == 0x2E || c == 0x26, i + 1 < text.count else { return false }
    if ScalarClass.isLatinLetter(text[i + 1]) { return true }
    return c == 0x2E && i > 0 && NumeralScalar.arabic(text[i - 1]) >= 0
      && NumeralScalar.arabic(text[i + 1]) >= 0
  }

  /// Takes the word that makes the rest of the stretch cheapest.
  private mutating func readHan(_ text: Scalars, at p: Int, _ span: TextSpan, _ words: WordTrie) {
    let i = span.start + p
    let limit = min(span.end, i + WordLexicon.longestWord)
    var best = Self.unknownCost &+ costs[p + 1]
    var step = Step()
    var ownLongest = 0
    words.forEachMatch(in: text, at: i, limit: limit) { end, value in
      own[end - i] = UInt8(truncatingIfNeeded: value) &+ 1
      ownLongest = end - i
    }
    var length = 0
    var hash = FeatureHash.emptyWord
    var isListed = true
    while i + length < limit {
      length += 1
      var entry = WordLexicon.Entry(bits: 0)
      if isListed {
        hash = FeatureHash.extend(hash, UInt64(text[i + length - 1]))
        entry.bits =
          length == 1 ? lexicon.single(text[i]) : lexicon.listed(hash)
        isListed = entry.goesOn && i + length < limit && ScalarClass.isHan(text[i + length])
      }
      let ownClass = length <= ownLongest ? own[length] : 0
      if ownClass != 0 { own[length] = 0 }
      if entry.wordClass & 31 != 0 || ownClass != 0 {
        let cost = Self.cost(entry, length, isOwn: ownClass != 0)
        let total = cost &+ costs[p + length]
        if total <= best {
          best = total
          step = self.step(entry, ownClass, length)
        }
      }
      if !isListed, length >= ownLongest { break }
    }
    costs[p] = best
    steps[p] = step
  }

  private static func cost(_ entry: WordLexicon.Entry, _ length: Int, isOwn: Bool) -> Int32 {
    var cost = Int32.max
    if entry.wordClass & 31 != 0 {
      cost = entry.cost
      if length >= longWord, cost >= rareCost { cost &+= rarePenalty }
    }
    guard isOwn else { return cost }
    let ours = length == 1 ? 150 : 140 &+ 5 &* Int32(truncatingIfNeeded: length - 2)
    return min(cost, ours)
  }

  private func step(_ entry: WordLexicon.Entry, _ ownClass: UInt8, _ length: Int) -> Step {
    let own = ownClass == 0 ? nil : FigureLexicon.PhraseClass(rawValue: Int(ownClass) - 1)
    let listed = WordClass(rawValue: entry.wordClass & 31)
    let isCommon: Bool
    switch own {
    case .function, .adverb, .locative, .verb: isCommon = true
    default: isCommon = listed != nil && entry.cost <= Self.commonCost
    }
    return Step(
      length: Int32(truncatingIfNeeded: length), kind: Self.kind(own: own, listed: listed),
      isCommon: isCommon)
  }

  /// The token of a word that the cheapest path takes.
  private func token(_ text: Scalars, _ start: Int, _ step: Step, limit: Int) -> PhraseToken {
    let end = min(start + max(1, Int(step.length)), limit)
    let hash = PhraseToken.hash(text, start, end)
    var kind = step.kind
    if lexicon.scopes.longest(text, at: start, limit: end)?.edge == end { kind = .scope }
    return PhraseToken(
      start: start, end: end, kind: kind, word: step.isCommon ? hash | 0x100 : 0, full: hash)
  }

  /// The class of a word that one of the two lists has.
  private static func kind(
    own: FigureLexicon.PhraseClass?, listed: WordClass?
  ) -> TokenClass {
    switch own {
    case .person: return .people
    case .quantity: return .quantity
    case .noun: return listed == .head ? .head : .noun
    case .attribute: return .attribute
    case .verbalNoun: return .verbalNoun
    case .verb: return .verb
    case .adverb: return .adverb
    case .function: return .function
    case .locative: return .locative
    case nil: break
    }
    switch listed {
    case .head: return .head
    case .distinguishing: return .distinguishing
    case .verbalNoun: return .listedVerbalNoun
    case .verb: return .listedVerb
    case .adverb: return .listedAdverb
    case .particle: return .particle
    case .preposition: return .preposition
    case .conjunction: return .conjunction
    case .pronoun: return .pronoun
    case .direction: return .direction
    case .adjective, .status: return .adjective
    case .place: return .place
    case .time: return .time
    case .number: return .number
    case .measure: return .measure
    case .unclassified: return .latin
    case nil: return .unknown
    default: return .listedNoun
    }
  }
}
