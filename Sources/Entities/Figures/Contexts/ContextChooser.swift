import HanText

/// Chooses the place and the date that each figure of a sentence holds for, by a linear model.
struct ContextChooser {
  private var features: ContextFeatures

  /// Candidates that are tried before a figure and behind it.
  private static let mostBefore = 4
  private static let mostBehind = 2
  /// Characters from a figure beyond which nothing is tried.
  private static let reach = 400
  /// By how much a candidate must be the likelier: a wrong place or year in a table does more harm
  /// than an empty cell. In the weights' 256ths.
  private static let caution: Int32 = 26

  /// - Parameter isRecorded: whether the features are kept, to learn from.
  init(weights: ChoiceWeights, isRecorded: Bool = false) {
    features = ContextFeatures(weights: weights, isRecorded: isRecorded)
  }

  /// The candidate of each figure, −1 for none, from the first figure on.
  mutating func choose(_ sentence: ContextSentence, _ kind: ContextKind) -> [Int] {
    let candidates = sentence.candidates(kind)
    guard !candidates.isEmpty else { return [Int](repeating: -1, count: sentence.figures.count) }
    var chosen: [Int] = []
    chosen.reserveCapacity(sentence.figures.count)
    for figure in sentence.figures.indices {
      if let settled = sentence.settled(figure, kind) {
        chosen.append(settled)
        continue
      }
      let view = ContextView(sentence, at: figure, chosen: chosen.last ?? -1)
      features.addNone(view, kind, count: candidates.count)
      var best = (index: -1, score: features.score &+ Self.caution)
      for index in near(figure, candidates, sentence) {
        let position = ContextPosition(sentence, kind, index, of: figure)
        features.add(candidates[index], position, view)
        if features.score > best.score { best = (index, features.score) }
      }
      chosen.append(best.index)
    }
    return chosen
  }

  /// What the candidates of a sentence's figures look like, and which are right.
  mutating func learn(
    _ sentence: ContextSentence, _ kind: ContextKind,
    isRight: (_ figure: TextSpan, _ candidate: ContextCandidate) -> Bool,
    take: (ChoiceLesson) -> Void
  ) {
    let candidates = sentence.candidates(kind)
    guard !candidates.isEmpty else { return }
    var last = -1
    for (figure, found) in sentence.figures.enumerated() {
      if let settled = sentence.settled(figure, kind) {
        last = settled
        continue
      }
      let view = ContextView(sentence, at: figure, chosen: last)
      var lesson = ChoiceLesson()
      features.addNone(view, kind, count: candidates.count)
      lesson.candidates.append(features.slots)
      last = -1
      var isNone = true
      for index in near(figure, candidates, sentence) {
        let position = ContextPosition(sentence, kind, index, of: figure)
        features.add(candidates[index], position, view)
        lesson.candidates.append(features.slots)
        let isRight = isRight(found.span, candidates[index])
        lesson.isRight.append(isRight)
        guard isRight else { continue }
        // Of several, the nearest before, else the first behind.
        if isNone || candidates[index].span.start < found.span.start { last = index }
        isNone = false
      }
      lesson.isRight.insert(isNone, at: 0)
      take(lesson)
    }
  }

  /// The candidates that are tried for a figure.
  private func near(
    _ figure: Int, _ candidates: [ContextCandidate], _ sentence: ContextSentence
  ) -> Range<Int> {
    let span = sentence.figures[figure].span
    let first = ContextSentence.count(candidates, below: span.start) { $0.span.start }
    var low = max(0, first - Self.mostBefore)
    var high = min(candidates.count, first + Self.mostBehind)
    while low < first, span.start - candidates[low].span.end > Self.reach { low += 1 }
    while high > first, candidates[high - 1].span.start - span.end > Self.reach { high -= 1 }
    return low..<high
  }
}
