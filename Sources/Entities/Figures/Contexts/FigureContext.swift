import HanText

/// Finds where and when a figure holds, as its sentence says it: 25万AI人才 · 上海.
///
/// For every figure a linear model chooses among the places and dates of its sentence, or none of
/// them: the date of a report, what a figure is compared with, and a place that belongs to someone's
/// institution are nothing that a table of figures would say. What it learns from are the articles of
/// `corpus/` and the sentences of `corpus/contexts.txt`; see `docs/model-card.md`.
public struct FigureContext: Sendable {
  private let weights: ChoiceWeights

  /// Makes a finder with the built-in weights.
  public init() { weights = .contexts }

  /// Makes a finder with weights of the caller's.
  package init(weights: ChoiceWeights) { self.weights = weights }

  /// What tells relations apart.
  private struct Key: Hashable {
    let figure: NameKey
    let place: NameKey?
    let date: NameKey?
  }

  /// The `.context` relations of a document.
  ///
  /// - Parameters:
  ///   - document: the document the mentions were found in.
  ///   - mentions: all its mentions in order, places included.
  /// - Returns: relations in order of the figures, without doubles.
  /// - Complexity: O(mentions × log of those of a sentence + relations); a figure has at most 34.
  public func contexts(in document: Document, mentions: [Mention]) -> [Relation] {
    var chooser = ContextChooser(weights: weights)
    var relations: [Relation] = []
    var seen: Set<Key> = []
    forEachSentence(of: document, mentions) { sentence in
      let places = chooser.choose(sentence, .place)
      let dates = chooser.choose(sentence, .date)
      for (k, figure) in sentence.figures.enumerated() {
        let date = dates[k] < 0 ? nil : sentence.dates[dates[k]].names[0]
        for place in names(of: places[k], k, in: sentence) where place != nil || date != nil {
          let key = Key(
            figure: NameKey(figure.name), place: place.map(NameKey.init),
            date: date.map(NameKey.init))
          guard seen.insert(key).inserted else { continue }
          relations.append(.context(figure: figure.name, place: place, date: date))
        }
      }
    }
    return relations
  }

  /// Hands out what the figures of a document look like, to learn from.
  ///
  /// - Parameters:
  ///   - isRight: whether a figure holds for one of the places, or the date, that stand at some spans.
  ///   - take: called with each figure's candidates.
  package func teach(
    _ document: Document, mentions: [Mention],
    isRight: (_ figure: TextSpan, _ candidate: [TextSpan]) -> Bool,
    take: (ChoiceLesson) -> Void
  ) {
    var chooser = ContextChooser(weights: weights, isRecorded: true)
    forEachSentence(of: document, mentions) { sentence in
      for kind in ContextKind.allCases {
        chooser.learn(
          sentence, kind, isRight: { isRight($0, $1.spans) }, take: take)
      }
    }
  }

  /// Calls `body` for every sentence that has a figure.
  private func forEachSentence(
    of document: Document, _ mentions: [Mention], _ body: (ContextSentence) -> Void
  ) {
    var first = 0
    for span in document.sentences {
      while first < mentions.count, mentions[first].span.start < span.start { first += 1 }
      var last = first
      while last < mentions.count, mentions[last].span.end <= span.end { last += 1 }
      defer { first = last }
      guard last - first > 1 else { continue }
      let sentence = ContextSentence(mentions[first..<last], text: document.shadow, span: span)
      if !sentence.figures.isEmpty, !sentence.places.isEmpty || !sentence.dates.isEmpty {
        body(sentence)
      }
    }
  }

  /// The places of a figure: all that are coordinated, or its own (三市分别为3个、5个和8个).
  private func names(of chosen: Int, _ figure: Int, in sentence: ContextSentence) -> [String?] {
    guard chosen >= 0 else { return [nil] }
    let names = sentence.places[chosen].names
    guard names.count > 1 else { return names }
    if let own = respective(figure, count: names.count, in: sentence) { return [names[own]] }
    return names
  }

  /// The number of a figure in a list behind 分别 of as many figures as there are places.
  private func respective(
    _ figure: Int, count: Int, in sentence: ContextSentence
  ) -> Int? {
    let (figures, text) = (sentence.figures, sentence.text)
    func isListed(_ i: Int) -> Bool {
      let end = figures[i].span.end
      guard figures[i + 1].span.start - end == 1 else { return false }
      return ContextSentence.isJoint(text[end])
    }
    var first = figure
    while first > 0, figure - first <= count, isListed(first - 1) { first -= 1 }
    var last = figure
    while last + 1 < figures.count, last - first <= count, isListed(last) { last += 1 }
    guard last - first + 1 == count else { return nil }
    let start = figures[first].span.start
    for i in max(sentence.span.start, start - 5)..<max(sentence.span.start, start - 1)
    where text[i] == u("分") && text[i + 1] == u("别") {
      return figure - first
    }
    return nil
  }
}
