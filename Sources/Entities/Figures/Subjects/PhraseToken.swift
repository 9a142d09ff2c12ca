import HanText

/// What a word is to the noun phrases of its sentence.
enum TokenClass: UInt8, Sendable {
  /// Outside the sentence.
  case edge
  // What noun phrases are made of. `people` … `measured` as `Data/phrase-words.tsv` has them, the
  // others as the tagger's word list.
  case people, quantity, noun, head, listedNoun, attribute, distinguishing, verbalNoun
  case listedVerbalNoun, latin, unknown, place
  case verb, listedVerb
  case adverb, listedAdverb, function, particle, preposition, conjunction, pronoun, locative
  case direction, adjective, time, number, measure
  /// Says of how much of a thing, or of what a share of it (全省, 现有, 每亩): never part of the noun.
  case scope
  case comma, stop, semicolon, colon, pause, openQuote, closeQuote, openBracket, closeBracket
  case openTitle, closeTitle, space, otherMark
  /// A name, a date, a figure, each one token.
  case name, date, figure

  /// Whether noun phrases are made of such words.
  var isNominal: Bool { rawValue >= Self.people.rawValue && rawValue <= Self.place.rawValue }
  /// Whether it is a word of the text, neither mark nor mention.
  var isWord: Bool { rawValue > Self.edge.rawValue && rawValue < Self.comma.rawValue }
  var isVerb: Bool { self == .verb || self == .listedVerb }

  /// The class with all nouns as one and all verbs as one.
  @inline(__always)
  var coarse: UInt32 { isNominal ? 100 : isVerb ? 101 : UInt32(rawValue) }

  /// Whether no noun phrase goes over it.
  var isBarrier: Bool {
    switch self {
    case .comma, .stop, .semicolon, .colon, .otherMark, .openBracket, .closeBracket, .openTitle,
      .closeTitle, .date, .space, .figure, .edge:
      true
    default: false
    }
  }

  /// Whether a clause ends at it.
  var endsClause: Bool {
    self == .comma || self == .stop || self == .semicolon || self == .colon
  }

  /// Whether it is a word of grammar with which no noun phrase begins or ends.
  var isGrammar: Bool {
    switch self {
    case .particle, .preposition, .conjunction, .pronoun, .adverb, .listedAdverb: true
    default: false
    }
  }

  /// Whether it is a verb, or a noun that also is one.
  var isVerbal: Bool { isVerb || self == .verbalNoun || self == .listedVerbalNoun }

  /// Whether it mostly stands before nouns.
  var isModifier: Bool { self == .attribute || self == .distinguishing }

  /// Whether a noun phrase can end with it. Words that mostly stand before nouns (工业, 外资) end some
  /// too, and the word list takes many a noun for an adverb (相机, 据点).
  var endsPhrase: Bool {
    switch self {
    case .pause, .scope, .locative: false
    case .listedAdverb: true
    default: !isGrammar
    }
  }

  /// Whether a noun phrase before a figure can begin with it.
  var opensPhrase: Bool {
    switch self {
    case .pause, .closeQuote: false
    case .listedAdverb, .pronoun: true
    default: !isGrammar
    }
  }

  /// The class of a mark of punctuation.
  static func mark(_ c: UInt32) -> TokenClass {
    switch c {
    case u("，"), 0x2C: .comma
    case u("。"), u("！"), u("？"), 0x0A: .stop
    case u("；"), 0x3B: .semicolon
    case u("："), 0x3A: .colon
    case u("、"): .pause
    case u("“"), u("「"), u("『"), 0x22, u("‘"): .openQuote
    case u("”"), u("」"), u("』"), u("’"): .closeQuote
    case u("（"), 0x28: .openBracket
    case u("）"), 0x29: .closeBracket
    case u("《"): .openTitle
    case u("》"): .closeTitle
    case 0x20, 0x3000: .space
    default: .otherMark
    }
  }
}

/// One word, mark or mention of a sentence.
struct PhraseToken: Sendable {
  /// Scalar offsets of the shadow, half-open.
  var start: Int
  var end: Int
  var kind: TokenClass
  /// Hash of a word of grammar or a common one; 0 for all others, which their class stands for.
  var word: UInt32 = 0
  /// Hash of the word itself.
  var full: UInt32 = 0
  /// The sentence's figure that it is, by number; −1 for none.
  var figure = -1

  /// The hash of a word.
  static func hash(_ text: Scalars, _ start: Int, _ end: Int) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for k in start..<end { hash = extend(hash, text[k]) }
    return hash
  }

  /// The hash of a word and one more character.
  static func extend(_ hash: UInt32, _ c: UInt32) -> UInt32 { (hash ^ c) &* 0x0100_0193 }

  var isQuote: Bool { kind == .openQuote || kind == .closeQuote }

  /// Whether a noun directly behind a figure can begin with it: neither with a preposition or an
  /// adverb nor with a verb or word of grammar of one character (16人为毕业生).
  var opensCounted: Bool {
    switch kind {
    case .preposition, .conjunction, .adverb: false
    case .verb, .function: end - start > 1
    default: true
    }
  }

  /// Whether a noun phrase before a figure can begin with it: as its class says, and with 生均, 人均.
  func opensPhrase(_ text: Scalars) -> Bool {
    kind.opensPhrase || kind == .adverb && end - start == 2 && text[end - 1] == u("均")
  }

  /// Whether it is the particle 的.
  func isDe(_ text: Scalars) -> Bool { end - start == 1 && text[start] == u("的") }

  /// Whether it joins members of a list: 、和与及.
  func isJoint(_ text: Scalars) -> Bool {
    guard end - start == 1 else { return false }
    switch text[start] {
    case u("、"), u("和"), u("与"), u("及"): return true
    default: return false
    }
  }

  /// Whether a noun phrase before a figure can have it among its words.
  func standsInPhrase(_ text: Scalars) -> Bool {
    !kind.isBarrier && kind != .name && !isDe(text)
  }

  /// The word as far as it says that something is compared with what stands behind it: 比上年, 占投资的,
  /// 高于全省平均水平; `nil` for all others.
  func comparison(_ text: Scalars) -> UInt32? {
    guard end > start else { return nil }
    let c = text[start]
    switch end - start {
    case 1: return c == u("比") || c == u("较") || c == u("占") || c == u("为") ? c : nil
    case 2: return c == u("高") || c == u("低") ? text[start + 1] == u("于") ? c : nil : nil
    case 3: return c == u("相") && text[start + 1] == u("当") ? c : nil
    default: return nil
    }
  }

  static let edge = PhraseToken(start: 0, end: 0, kind: .edge)

  /// What features see of it: the word where it is common, else its class.
  var identity: UInt32 { word != 0 ? word : UInt32(kind.rawValue) }
}
