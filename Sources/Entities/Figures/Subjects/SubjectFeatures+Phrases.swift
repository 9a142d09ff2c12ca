import HanText

/// Features of noun phrases that stand in the sentence.
extension SubjectFeatures {
  /// Adds what is to be said of a candidate behind or before the figure.
  ///
  /// - Complexity: O(tokens between candidate and figure), which is bounded.
  mutating func addPhrase(_ c: SubjectCandidate, _ view: SubjectView) {
    if !c.source.isBefore {
      addStart(c, view)
      addEnd(c, view)
    } else {
      if let sum = starts.sum(c.first) {
        add(sum, starts.slots(c.first))
      } else {
        let mark = mark
        addStart(c, view)
        starts.keep(c.first, score &- mark.score, slots[mark.count...])
      }
      if let sum = ends.sum(c.last) {
        add(sum, ends.slots(c.last))
      } else {
        let mark = mark
        addEnd(c, view)
        ends.keep(c.last, score &- mark.score, slots[mark.count...])
      }
    }
    addShape(c, view)
    if view.isRepeated(c.span) {
      add(c.source.family &<< 8 | 30, 1)
      add(31, 1)
    }
  }

  /// What the phrase begins with and behind.
  private mutating func addStart(_ c: SubjectCandidate, _ view: SubjectView) {
    let z = c.source.family &<< 8
    let kind = view.figure.rawValue
    let first = view.tokens[c.first], previous = view.tokens[c.first - 1]
    let before = view.tokens[c.first - 2].kind.coarse &<< 8 | previous.kind.coarse
    add(z | 3, UInt32(first.kind.rawValue))
    add(z | 4, UInt32(previous.kind.rawValue), UInt32(first.kind.rawValue))
    add(z | 7, previous.kind.coarse &<< 8 | first.kind.coarse, times: 3)
    add(z | 8, previous.kind.coarse &<< 8 | first.kind.coarse, kind)
    add(z | 134, first.full)
    add(z | 135, previous.full)
    add(z | 184, view.lastScalar(first), UInt32(min(3, first.end - first.start)))
    add(z | 185, view.lastScalar(previous), UInt32(min(3, previous.end - previous.start)))
    add(z | 186, previous.full, first.full)
    add(z | 188, before, first.kind.coarse)
    switch c.source {
    case .behind: add(42, UInt32(first.kind.rawValue), kind)
    case .behindDe, .behindSecondDe: addBehindDe(c, view)
    default: addComparison(c, view)
    }
  }

  /// What the phrase ends with, before what, and how far from the figure.
  private mutating func addEnd(_ c: SubjectCandidate, _ view: SubjectView) {
    let z = c.source.family &<< 8
    let kind = view.figure.rawValue
    let source = c.source.rawValue
    let last = view.tokens[c.last - 1], next = view.tokens[c.last]
    let lastScalar = view.lastScalar(last)
    let ending = Self.ending(lastScalar, isPeople: last.kind == .people)
    add(1, source)
    add(2, source, kind, times: 3)
    add(9, ending, kind)
    add(z | 10, ending, kind)
    add(z | 12, last.kind.coarse &<< 8 | next.kind.coarse, times: 3)
    add(z | 13, last.kind.coarse, kind)
    add(z | 16, UInt32(last.kind.rawValue), UInt32(next.kind.rawValue))
    add(z | 18, UInt32(last.kind.rawValue), kind)
    add(19, lastScalar)
    add(20, lastScalar, kind)
    add(130, last.full)
    add(131, last.full, kind)
    add(132, last.full, view.counted.unit)
    add(133, lastScalar, view.counted.unit)
    addFrame(view, source &<< 8 | view.gap(c))
    if c.source == .behind {
      add(40, UInt32(next.kind.rawValue), kind)
      add(41, next.identity, kind)
      add(43, view.counted.unitKind)
    } else if c.source.isBefore {
      addBefore(c, view)
    }
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
    let previous = tokens[c.first - 1].kind
    let last = tokens[c.last - 1]
    let drops: UInt32 =
      previous == .scope || previous == .head ? UInt32(previous.rawValue) | 0x80 : previous.coarse
    add(z | 14, drops, Self.ending(view.lastScalar(last), isPeople: last.kind == .people))
    let count = c.last - c.first
    let stretch = stretches[c.first..<c.last]
    let scalars = Int(stretch.scalars)
    let verbs = UInt32(stretch.verbs)
    if c.source.isBefore, !isRecorded {
      add(stretches[c.first..<(c.last - 1)].pairs, [])
    } else {
      // Learning wants the features one by one.
      for i in c.first..<(c.last - 1) {
        add(z | Self.pairOfKinds, tokens[i].kind.coarse, tokens[i + 1].kind.coarse)
        add(z | Self.pairOfWords, tokens[i].full, tokens[i + 1].full)
      }
    }
    let first = tokens[c.first].kind
    if count == 1 {
      add(z | 22, UInt32(first.rawValue))
      add(z | 23, UInt32(first.rawValue), UInt32(min(scalars, 3)))
    }
    add(z | 24, UInt32(min(count, 5)))
    add(z | 25, UInt32(min(scalars, 10)))
    if verbs > 0 {
      add(z | 26, min(verbs, 2))
      add(z | 27, tokens[c.last - 1].kind.isVerb ? 1 : 0)
    }
    if first.isVerb, count > 1 { add(z | 28, 1) }
    if stretch.grammar > 0 { add(z | 29, 1) }
    if stretch.pauses > 0 { add(z | 29, 2) }
    if stretch.quotes > 0 { add(z | 29, first == .openQuote ? 4 : 3) }
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

  private mutating func addBefore(_ c: SubjectCandidate, _ view: SubjectView) {
    let tokens = view.tokens
    let kind = view.figure.rawValue
    let source = c.source.rawValue &<< 8
    let before = tokens[view.at - 1].identity
    add(60, before, kind)
    add(source | 61, before, kind)
    if let list = view.respectively {
      add(170, list.place == list.count - 1 ? 1 : 0)
      var joints = 9
      if c.last <= list.token {
        joints = 0
        for i in c.last..<list.token where tokens[i].isJoint(view.text) { joints += 1 }
      }
      add(68, joints == list.count - 1 - list.place ? 1 : 0)
    }
    let gap = view.at - c.last
    add(69, UInt32(min(gap, 5)))
    add(source | 70, UInt32(min(gap, 3)), kind)
    add(71, before, UInt32(min(gap, 2)))
    var make: UInt32 = 0
    for i in c.last..<min(view.at, c.last + 6) {
      let token = tokens[i]
      if i - c.last < 3 { make = make &* 257 &+ token.kind.coarse &+ 1 }
      if token.word != 0 { add(73, token.word) }
    }
    let behind = stretches[c.last..<view.at]
    let nouns = UInt32(behind.nouns)
    add(source | 72, make)
    add(source | 74, min(nouns, 3))
    add(75, min(nouns, 2), kind)
    if behind.verbs > 0 { add(source | 76, 0) }
    if behind.des > 0 { add(source | 76, 1) }
    if behind.figures > 0 { add(source | 76, 2) }
    if behind.names > 0 { add(source | 76, 3) }
    if behind.dates > 0 { add(source | 76, 4) }
    add(source | 77, kind)
  }

  /// 比上年, 占投资的, 高于全省平均水平: what stands behind such a word is compared with.
  private mutating func addComparison(_ c: SubjectCandidate, _ view: SubjectView) {
    var found: UInt32 = 0
    var i = c.first - 1
    while i >= 0, c.first - i < 24 {
      let token = view.tokens[i]
      if token.kind.endsClause || token.kind == .figure { break }
      let c = view.text[token.start]
      let length = token.end - token.start
      if length == 1, c == u("比") || c == u("较") || c == u("占") || c == u("为") {
        found = c
        break
      }
      if length == 2, c == u("高") || c == u("低"), view.text[token.start + 1] == u("于") {
        found = c
        break
      }
      if length == 3, c == u("相"), view.text[token.start + 1] == u("当") {
        found = c
        break
      }
      i -= 1
    }
    add(66, found)
    add(67, found, view.figure.rawValue)
  }
}
