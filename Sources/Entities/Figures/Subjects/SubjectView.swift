import HanText

/// A figure in its sentence, with what was counted before it.
struct SubjectView {
  let text: Scalars
  let tokens: SentenceTokens
  let counted: CountedFigure
  let earlier: [EarlierSubject]
  /// How the subject of the figure before stood to it, and how alike the two are; 0 for none in
  /// this sentence.
  let frame: UInt32

  var at: Int { counted.token }
  var figure: FigureClass { counted.kind }

  /// The nouns, the verbs and the measured nouns before the figure in its own clause.
  private(set) var nouns: UInt32 = 0
  private(set) var hasVerb = false
  private(set) var hasQuantity = false
  /// The last verb before the figure in its clause; −1 for none.
  private(set) var verb = -1
  /// Tokens of its clause before it, and what the clause begins behind.
  private(set) var position: UInt32 = 0
  private(set) var opening: UInt32 = 0
  /// The list of figures behind 分别 that this one is of.
  let respectively: FigureList?
  /// A bit for the first character of each earlier subject.
  private var openings: UInt64 = 0

  init(
    text: Scalars, tokens: SentenceTokens, figure: CountedFigure, earlier: [EarlierSubject],
    list: FigureList?, frame: UInt32
  ) {
    self.text = text
    self.tokens = tokens
    counted = figure
    self.earlier = earlier
    respectively = list
    self.frame = frame
    readClause()
    for other in earlier where other.span.count > 0 {
      openings |= Self.opening(text[other.span.start])
    }
  }

  private mutating func readClause() {
    var i = at - 1
    while i >= 0, !tokens[i].kind.endsClause, tokens[i].kind != .figure {
      switch tokens[i].kind {
      case .people, .noun, .head, .listedNoun, .verbalNoun, .listedVerbalNoun, .unknown, .latin:
        nouns += 1
      case .quantity:
        nouns += 1
        hasQuantity = true
      case .verb, .listedVerb:
        if !hasVerb { verb = i }
        hasVerb = true
      default: break
      }
      i -= 1
    }
    position = UInt32(min(at - 1 - i, 3))
    opening = UInt32(tokens[i].kind.rawValue)
  }

  /// The last character of a word; 0 outside the sentence.
  func lastScalar(_ token: PhraseToken) -> UInt32 {
    token.end > token.start ? text[token.end - 1] : 0
  }

  /// Words between a candidate and the figure behind it, as far as it matters.
  func gap(_ c: SubjectCandidate) -> UInt32 {
    c.source.isBehind ? 0 : UInt32(min(7, max(0, at - c.last)))
  }

  /// Whether the text of a span is what one of the figures before counts.
  func isRepeated(_ span: TextSpan) -> Bool {
    guard span.count > 0, openings & Self.opening(text[span.start]) != 0 else { return false }
    for other in earlier where other.span.count == span.count {
      if text[other.span.start] == text[span.start], text[other.span.range] == text[span.range] {
        return true
      }
    }
    return false
  }

  /// The bit of a first character.
  @inline(__always)
  private static func opening(_ c: UInt32) -> UInt64 { 1 &<< UInt64(c & 63) }
}
