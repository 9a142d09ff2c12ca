import HanText
import Pages

@testable import Entities

/// A sentence cut into words, with its figures, for tests of what they count.
struct SubjectPhrases {
  let text: Scalars
  let tokens: SentenceTokens
  let figures: [CountedFigure]

  init(_ text: String) {
    self.text = Scalars(text)
    let document = Document(
      article: Article(document: "test", text: self.text), sentences: SentenceBreaker())
    let witness = Witness()
    FigureRecognizer().teach(witness, document, excluding: [])
    let lexicon = FigureLexicon.shared
    var found: [FigurePass.Found] = []
    for mention in FigureRecognizer().mentions(in: document, excluding: []) {
      switch mention.kind {
      case .figure(let figure):
        guard let span = witness.spans.first(where: { $0.overlaps(mention.span) }) else { continue }
        var draft = FigureDraft(
          start: span.start, end: span.end, numeralStart: span.start, numeralEnd: span.end,
          value: figure.value, unitEnd: span.end)
        draft.subtype = figure.subtype
        draft.direction = figure.direction
        draft.unitOverride = figure.unit
        found.append(.figure(draft))
      case .date: found.append(.date(mention.span, nil))
      default: continue
      }
    }
    var reader = SentenceReader(lexicon: lexicon)
    var tokens = SentenceTokens()
    reader.read(
      self.text, sentence: TextSpan(0, self.text.count), found: found, names: [], from: 0,
      into: &tokens)
    self.tokens = tokens
    figures = found.enumerated().compactMap { number, item in
      guard case .figure(let draft) = item, tokens.figures[number] >= 0 else { return nil }
      return CountedFigure(
        token: tokens.figures[number], sentence: 0,
        kind: FigureClass(draft, unit: draft.unitOverride),
        unit: CountedFigure.hash(draft.unitOverride), unitKind: 255)
    }
  }

  /// The words of the sentence.
  var words: [String] {
    tokens.tokens.map { String(scalars: text[$0.start..<$0.end]) }
  }

  /// The nouns that a figure may count, by number of the figure.
  func candidates(of figure: Int) -> [String] {
    var candidates = SubjectCandidates()
    let figure = figures[figure]
    candidates.list(
      tokens, for: figure, of: FigureList.find(tokens, at: figure.token, text), text)
    return candidates.all.compactMap { $0.name(text) }
  }

  /// Hears of the spans of figures without their nouns.
  private final class Witness: SubjectTeacher {
    var spans: [TextSpan] = []

    func answer(_ span: TextSpan) -> SubjectAnswer? {
      spans.append(span)
      return nil
    }

    func take(_ lesson: ChoiceLesson) {}
  }
}
