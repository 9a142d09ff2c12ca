import HanText

/// Chooses which of the noun phrases around a figure it counts, by a linear model.
///
/// Holds what the figures before count, so one chooser reads one document from its start.
struct SubjectChooser {
  private var candidates = SubjectCandidates()
  private var features: SubjectFeatures
  /// What the figures before count, the latest last.
  private var earlier: [EarlierSubject] = []
  /// The different ones of `earlier` that are tried, the latest first.
  private var tried: [EarlierSubject] = []
  /// The figure before, where its subject stands, and how many words from it.
  private var last: (figure: CountedFigure, source: UInt32, gap: UInt32)?

  /// Earlier figures that are remembered, and different subjects of theirs that are tried.
  private static let remembered = 8
  private static let mostTried = 4

  /// Makes one that has read nothing.
  ///
  /// - Parameter isRecorded: whether the features are kept, to learn from.
  init(weights: ChoiceWeights, isRecorded: Bool = false) {
    features = SubjectFeatures(weights: weights, isRecorded: isRecorded)
  }

  /// The likeliest candidate.
  mutating func choose(
    _ figure: CountedFigure, in tokens: SentenceTokens, _ text: Scalars
  ) -> SubjectCandidate {
    let view = list(figure, tokens, text)
    var chosen = candidates.all[0]
    var highest = Int32.min
    // 两本观察日志: what has a measure word and a word behind it counts something.
    let next = tokens[view.at + 1].kind
    let countsSome = view.figure == .thing && (next.isNominal || next.isVerb)
    for candidate in candidates.all {
      if countsSome, candidate.source == .none { continue }
      let score = score(candidate, view)
      if score > highest {
        highest = score
        chosen = candidate
      }
    }
    remember(chosen, figure, gap: view.gap(chosen), isPeople: isPeople(chosen, view))
    return chosen
  }

  /// What the candidates look like and which are right; goes on from the first right one.
  mutating func learn(
    _ figure: CountedFigure, in tokens: SentenceTokens, _ text: Scalars, right: SubjectAnswer
  ) -> (lesson: ChoiceLesson, chosen: SubjectCandidate) {
    let view = list(figure, tokens, text)
    var lesson = ChoiceLesson()
    var chosen: SubjectCandidate?
    for candidate in candidates.all {
      _ = score(candidate, view)
      let name = candidate.name(text)
      lesson.candidates.append(features.slots)
      lesson.isRight.append(name == right.subject)
      if name == right.subject, chosen == nil { chosen = candidate }
    }
    let taken = chosen ?? SubjectCandidate(source: .none)
    remember(taken, figure, gap: view.gap(taken), isPeople: isPeople(taken, view))
    return (lesson, taken)
  }

  private mutating func list(
    _ figure: CountedFigure, _ tokens: SentenceTokens, _ text: Scalars
  ) -> SubjectView {
    let list = FigureList.find(tokens, at: figure.token, text)
    candidates.list(tokens, for: figure, of: list, text)
    tried.removeAll(keepingCapacity: true)
    for other in earlier.reversed()
    where tried.count < Self.mostTried && !candidates.standBehindDe {
      // 12人次 are visits of people, of nothing that is counted otherwise.
      if figure.kind == .times, other.figure.unit != figure.unit, other.figure.kind != .people {
        continue
      }
      if tried.contains(where: { $0.isSame(other, text) }) { continue }
      candidates.addEarlier(other, rank: tried.count)
      tried.append(other)
    }
    let view = SubjectView(
      text: text, tokens: tokens, figure: figure, earlier: earlier, list: list,
      frame: frame(of: figure))
    features.begin(view)
    return view
  }

  /// How the figure before stood to its subject, where it stands in the same sentence.
  private func frame(of figure: CountedFigure) -> UInt32 {
    guard let last, last.figure.sentence == figure.sentence else { return 0 }
    let isAlike: UInt32 =
      last.figure.kind != figure.kind ? 0 : last.figure.unit == figure.unit ? 2 : 1
    return 1 + (isAlike &<< 8 | last.source &<< 4 | last.gap)
  }

  private mutating func score(_ candidate: SubjectCandidate, _ view: SubjectView) -> Int32 {
    features.begin()
    switch candidate.source {
    case .none: features.addNone(view)
    case .earlier: features.addEarlier(candidate, tried[candidate.rank], view)
    default:
      if candidate.tail.count > 0 {
        features.addCompleted(candidate, view)
      } else {
        features.addPhrase(candidate, view)
      }
    }
    return features.score
  }

  /// Whether the last word of a candidate is a noun of people.
  private func isPeople(_ c: SubjectCandidate, _ view: SubjectView) -> Bool {
    switch c.source {
    case .none: false
    case .earlier: tried[c.rank].isPeople
    default: view.tokens[c.last - 1].kind == .people
    }
  }

  /// Keeps what a figure counts for those behind it.
  private mutating func remember(
    _ chosen: SubjectCandidate, _ figure: CountedFigure, gap: UInt32, isPeople: Bool
  ) {
    last = (figure, chosen.source.rawValue, gap)
    guard chosen.source != .none, chosen.span.count > 0 else { return }
    if earlier.count == Self.remembered { earlier.removeFirst() }
    earlier.append(
      EarlierSubject(span: chosen.span, tail: chosen.tail, isPeople: isPeople, figure: figure))
  }
}
