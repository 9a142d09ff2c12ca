import HanText

/// Cuts sentences into words, with their figures, dates and names as one token each.
struct SentenceReader {
  private var lattice: PhraseLattice
  /// Figures, dates and names in order, with their classes.
  private var closed: [PhraseToken] = []

  /// Scalars before the first figure and behind the last one that are looked at.
  private static let reachBefore = 120
  private static let reachBehind = 48

  init(lexicon: FigureLexicon) { lattice = PhraseLattice(lexicon: lexicon) }

  /// Reads a sentence.
  ///
  /// - Parameters:
  ///   - found: its figures and dates, in order.
  ///   - names: names of the document, sorted; those from `first` may stand in the sentence.
  /// - Complexity: O(length of the sentence × longest word).
  mutating func read(
    _ text: Scalars, sentence: TextSpan, found: [FigurePass.Found], names: [TextSpan],
    from first: Int, into sentenceTokens: inout SentenceTokens
  ) {
    sentenceTokens.tokens.removeAll(keepingCapacity: true)
    sentenceTokens.figures.removeAll(keepingCapacity: true)
    closed.removeAll(keepingCapacity: true)
    guard let head = found.first, let tail = found.last else { return }
    var name = first
    while name < names.count, names[name].start < sentence.end {
      let span = names[name]
      closed.append(PhraseToken(start: span.start, end: span.end, kind: .name))
      name += 1
    }
    for number in found.indices {
      let start = found[number].start
      let isFigure = found[number].isFigure
      closed.append(
        PhraseToken(
          start: start, end: max(start, found[number].unitEnd), kind: isFigure ? .figure : .date,
          figure: isFigure ? number : -1))
      sentenceTokens.figures.append(-1)
    }
    closed.sort { ($0.start, -$0.figure) < ($1.start, -$1.figure) }
    var p = max(sentence.start, head.start - Self.reachBefore)
    let end = min(sentence.end, tail.end + Self.reachBehind)
    for token in closed where token.end > p && token.start < end {
      if token.start < p { continue }
      lattice.segment(text, TextSpan(p, token.start), into: &sentenceTokens.tokens)
      sentenceTokens.tokens.append(token)
      p = max(p, token.end)
    }
    if p < end { lattice.segment(text, TextSpan(p, end), into: &sentenceTokens.tokens) }
    WordEndings.join(&sentenceTokens, text)
  }
}
