import HanText

/// Features of noun phrases that stand in the sentence.
extension SubjectFeatures {
  /// Adds what is to be said of a candidate behind or before the figure.
  ///
  /// - Complexity: O(1), most of it done for the phrases before.
  mutating func addPhrase(_ c: SubjectCandidate, _ view: SubjectView) {
    addStart(c, view)
    addEnd(c, view)
    addShape(c, view)
    addVerb(c, view)
    if view.isRepeated(c.span) {
      add(c.source.family &<< 8 | 30, 1)
      add(31, 1)
    }
  }

  /// Whether the sums of a candidate's words are kept.
  private func keeps(_ c: SubjectCandidate) -> Bool { c.source.isBefore && !isRecorded }

  // MARK: Beginnings

  /// What the phrase begins with and behind.
  private mutating func addStart(_ c: SubjectCandidate, _ view: SubjectView) {
    if !isRecorded, let start, start.token == c.first, start.source == c.source {
      add(start.sum)
      return
    }
    let before = score
    let kind = view.figure.rawValue
    let first = view.tokens[c.first], previous = view.tokens[c.first - 1]
    addFirstWord(c, view)
    add(c.source.family &<< 8 | 8, previous.kind.coarse &<< 8 | first.kind.coarse, kind)
    add(c.source.family &<< 8 | 213, first.full, kind)
    add(c.source.family &<< 8 | 214, previous.full, kind)
    switch c.source {
    case .behind: add(42, UInt32(first.kind.rawValue), kind)
    case .behindDe, .behindSecondDe: addBehindDe(c, view)
    default: add(67, stretches.comparison(before: c.first), kind)
    }
    start = (c.first, c.source, score &- before)
  }

  /// What the first word and those before it say of any figure.
  private mutating func addFirstWord(_ c: SubjectCandidate, _ view: SubjectView) {
    if keeps(c), let sum = firstWords[c.first] {
      add(sum)
      return
    }
    let score = score
    let z = c.source.family &<< 8
    let first = view.tokens[c.first], previous = view.tokens[c.first - 1]
    let before = view.tokens[c.first - 2].kind.coarse &<< 8 | previous.kind.coarse
    add(z | 3, UInt32(first.kind.rawValue))
    add(z | 4, UInt32(previous.kind.rawValue), UInt32(first.kind.rawValue))
    add(z | 7, previous.kind.coarse &<< 8 | first.kind.coarse, times: 3)
    add(z | 134, first.full)
    add(z | 135, previous.full)
    add(z | 184, view.lastScalar(first), UInt32(min(3, first.end - first.start)))
    add(z | 185, view.lastScalar(previous), UInt32(min(3, previous.end - previous.start)))
    add(z | 186, previous.full, first.full)
    add(z | 188, before, first.kind.coarse)
    if c.source.isBefore { add(66, stretches.comparison(before: c.first)) }
    if keeps(c) { firstWords[c.first] = self.score &- score }
  }

  private mutating func addBehindDe(_ c: SubjectCandidate, _ view: SubjectView) {
    let tokens = view.tokens
    let kind = view.figure.rawValue
    let gap = UInt32(min(c.gap, 4))
    add(50, gap)
    add(51, UInt32(min(c.crossed, 3)))
    add(52, min(gap, 2), kind)
    if c.gap > 0 {
      add(53, tokens[view.at + 1].identity)
      add(54, UInt32(tokens[c.first - 2].kind.rawValue))
      var make: UInt32 = 0
      for i in 1...min(c.gap, 3) { make = make &* 257 &+ tokens[view.at + i].kind.coarse }
      add(55, make)
    }
    add(56, UInt32(tokens[c.first].kind.rawValue), kind)
  }

  // MARK: Ends

  /// What the phrase ends with, before what, and how far from the figure.
  private mutating func addEnd(_ c: SubjectCandidate, _ view: SubjectView) {
    if keeps(c), let sum = ends[c.last] {
      add(sum)
      return
    }
    let before = score
    let z = c.source.family &<< 8
    let kind = view.figure.rawValue
    let last = view.tokens[c.last - 1], next = view.tokens[c.last]
    let lastScalar = view.lastScalar(last)
    let ending = stretches.ending(of: c.last - 1)
    addLastWord(c, view)
    add(9, ending, kind)
    add(z | 10, ending, kind)
    add(z | 13, last.kind.coarse, kind)
    add(z | 18, UInt32(last.kind.rawValue), kind)
    add(20, lastScalar, kind)
    add(131, last.full, kind)
    add(132, last.full, view.counted.unit)
    add(133, lastScalar, view.counted.unit)
    if c.source.isBefore {
      addBefore(c, view)
    } else {
      addPlace(c, view)
      if c.source == .behind {
        add(40, UInt32(next.kind.rawValue), kind)
        add(41, next.identity, kind)
        add(43, view.counted.unitKind)
      }
    }
    if keeps(c) { ends[c.last] = score &- before }
  }

  /// What the last word and the one behind it say of any figure.
  private mutating func addLastWord(_ c: SubjectCandidate, _ view: SubjectView) {
    if keeps(c), let sum = lastWords[c.last] {
      add(sum)
      return
    }
    let before = score
    let z = c.source.family &<< 8
    let last = view.tokens[c.last - 1], next = view.tokens[c.last]
    add(z | 12, last.kind.coarse &<< 8 | next.kind.coarse, times: 3)
    add(z | 16, UInt32(last.kind.rawValue), UInt32(next.kind.rawValue))
    add(19, view.lastScalar(last))
    add(130, last.full)
    if keeps(c) { lastWords[c.last] = score &- before }
  }

  /// Where the phrase stands.
  private mutating func addPlace(_ c: SubjectCandidate, _ view: SubjectView) {
    let source = c.source.rawValue
    add(1, source)
    add(2, source, view.figure.rawValue, times: 3)
    addFrame(view, source &<< 8 | view.gap(c))
  }

  /// What stands between the phrase and the figure behind it.
  private mutating func addBefore(_ c: SubjectCandidate, _ view: SubjectView) {
    let source = c.source.rawValue &<< 8
    let behind = stretches[c.last..<view.at]
    addPosition(c, view, nouns: min(behind.counts.nouns, 3))
    if let list = view.respectively {
      var joints = 9
      if c.last <= list.token {
        joints = 0
        for i in c.last..<list.token where view.tokens[i].isJoint(view.text) { joints += 1 }
      }
      add(68, joints == list.count - 1 - list.place ? 1 : 0)
    }
    let near = min(view.at, c.last + 6)
    if isRecorded {
      for i in c.last..<near where view.tokens[i].word != 0 {
        add(Self.wordBetween, view.tokens[i].word)
      }
    } else {
      add(stretches[c.last..<near].words)
    }
    var make: UInt32 = 0
    for i in c.last..<min(near, c.last + 3) {
      make = make &* 257 &+ view.tokens[i].kind.coarse &+ 1
    }
    add(source | 72, make)
    if behind.counts.verbs > 0 { add(source | 76, 0) }
    if behind.counts.hasDe { add(source | 76, 1) }
    if behind.counts.hasFigure { add(source | 76, 2) }
    if behind.counts.hasName { add(source | 76, 3) }
    if behind.counts.hasDate { add(source | 76, 4) }
  }

  /// Number of the ways a phrase can stand before a figure that `addPosition` tells apart.
  static let positionCount = 3 * 8 * 4

  /// How far before the figure the phrase ends, by words and by up to three nouns.
  private mutating func addPosition(_ c: SubjectCandidate, _ view: SubjectView, nouns: UInt32) {
    let gap = view.gap(c)
    let place = c.source.rawValue &- SubjectCandidate.Source.before.rawValue
    let key = Int((place &* 8 &+ gap) &* 4 &+ nouns)
    if !isRecorded, let sum = positions[key] {
      add(sum)
      return
    }
    let score = score
    let kind = view.figure.rawValue
    let source = c.source.rawValue &<< 8
    let before = view.tokens[view.at - 1].identity
    addPlace(c, view)
    add(60, before, kind)
    add(source | 61, before, kind)
    if let list = view.respectively { add(170, list.place == list.count - 1 ? 1 : 0) }
    add(69, min(gap, 5))
    add(source | 70, min(gap, 3), kind)
    add(71, before, min(gap, 2))
    add(source | 74, nouns)
    add(75, min(nouns, 2), kind)
    add(source | 77, kind)
    if !isRecorded { positions[key] = self.score &- score }
  }

  // MARK: Others

  /// How the phrase stands to the last verb before the figure: 培养|博士62名, 培训时长|为3天.
  private mutating func addVerb(_ c: SubjectCandidate, _ view: SubjectView) {
    guard view.verb >= 0 else { return }
    let z = c.source.family &<< 8
    let side: UInt32 = view.verb < c.first ? 0 : view.verb >= c.last ? 1 : 2
    add(z | 225, view.tokens[view.verb].full, side)
    add(z | 226, side, view.figure.rawValue)
  }

  /// Adds how the candidate stands to the figure beside how the one before stood to its own.
  mutating func addFrame(_ view: SubjectView, _ position: UInt32) {
    if view.frame != 0 { add(139, view.frame, position) }
  }

  /// A member of a list with the end of the last one.
  mutating func addCompleted(_ c: SubjectCandidate, _ view: SubjectView) {
    let kind = view.figure.rawValue
    let tokens = view.tokens
    let first = tokens[c.first], last = tokens[c.last - 1]
    let previous = tokens[c.first - 1]
    add(160, 1, times: 3)
    add(161, kind)
    let length = c.last - c.first, modifier = c.tailFirst - c.lastMember
    add(162, UInt32(min(3, length)), UInt32(min(3, modifier)))
    let scalars = c.span.count
    let other = modifier > 0 ? tokens[c.tailFirst - 1].end - tokens[c.lastMember].start : 0
    let difference = abs(scalars - other)
    add(163, UInt32(min(difference, 2)), modifier == 0 ? 1 : 0)
    add(164, last.kind.coarse, modifier > 0 ? tokens[c.tailFirst - 1].kind.coarse : 0)
    add(165, UInt32(tokens[c.tailFirst].kind.rawValue))
    let ending = Self.ending(view.text[c.tail.end - 1], isPeople: false)
    add(166, ending, kind)
    add(167, UInt32(previous.kind.rawValue), UInt32(first.kind.rawValue))
    add(168, UInt32(last.kind.rawValue))
    add(169, Self.ending(view.text[c.span.end - 1], isPeople: last.kind == .people), ending)
  }

  /// Length and make of the phrase itself.
  private mutating func addShape(_ c: SubjectCandidate, _ view: SubjectView) {
    let z = c.source.family &<< 8
    let tokens = view.tokens
    addDrop(c, behind: tokens[c.first - 1].kind)
    let count = c.last - c.first
    let stretch = stretches[c.first..<c.last]
    let scalars = Int(stretch.scalars)
    let verbs = stretch.counts.verbs
    if keeps(c) {
      add(stretches[c.first..<(c.last - 1)].pairs)
    } else {
      addInside(c, view)
    }
    let first = tokens[c.first].kind
    if count == 1 {
      add(z | 22, UInt32(first.rawValue))
      add(z | 23, UInt32(first.rawValue), UInt32(min(scalars, 3)))
    }
    addLength(c, count: min(count, 5), scalars: min(scalars, 10))
    if verbs > 0 {
      add(z | 26, min(verbs, 2))
      add(z | 27, tokens[c.last - 1].kind.isVerb ? 1 : 0)
    }
    if first.isVerb, count > 1 { add(z | 28, 1) }
    if stretch.counts.hasGrammar { add(z | 29, 1) }
    if stretch.counts.hasPause { add(z | 29, 2) }
    if stretch.counts.hasQuote { add(z | 29, first == .openQuote ? 4 : 3) }
  }

  /// The neighbours inside a phrase behind the figure; the next phrase mostly has one word more.
  private mutating func addInside(_ c: SubjectCandidate, _ view: SubjectView) {
    let z = c.source.family &<< 8
    let before = score
    var i = c.first
    if !isRecorded, let inside, inside.token == c.first, inside.source == c.source,
      inside.end < c.last
    {
      add(inside.sum)
      i = inside.end
    }
    while i < c.last - 1 {
      let a = view.tokens[i], b = view.tokens[i + 1]
      add(z | Self.pairOfKinds, a.kind.coarse, b.kind.coarse)
      add(z | Self.pairOfWords, a.full, b.full)
      i += 1
    }
    inside = (c.first, c.source, i, score &- before)
  }

  /// Number of the ways a phrase can end behind a token that `addDrop` tells apart.
  static let dropCount = 64 * 8

  /// What kind of noun it is, behind what.
  private mutating func addDrop(_ c: SubjectCandidate, behind previous: TokenClass) {
    let ending = stretches.ending(of: c.last - 1)
    let key = Int(UInt32(previous.rawValue) &<< 3 | ending)
    if keeps(c), let sum = drops[key] {
      add(sum)
      return
    }
    let before = score
    let drop: UInt32 =
      previous == .scope || previous == .head ? UInt32(previous.rawValue) | 0x80 : previous.coarse
    add(c.source.family &<< 8 | 14, drop, ending)
    if keeps(c) { drops[key] = score &- before }
  }

  /// Number of the lengths that `addLength` tells apart.
  static let lengthCount = 6 * 11

  private mutating func addLength(_ c: SubjectCandidate, count: Int, scalars: Int) {
    let key = 11 * count + scalars
    if keeps(c), let sum = lengths[key] {
      add(sum)
      return
    }
    let before = score
    let z = c.source.family &<< 8
    add(z | 24, UInt32(count))
    add(z | 25, UInt32(scalars))
    if keeps(c) { lengths[key] = score &- before }
  }
}
