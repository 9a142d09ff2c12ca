import HanText

/// Features of having no subject, and of sharing that of an earlier figure.
extension SubjectFeatures {
  /// Adds what speaks for or against there being no subject.
  mutating func addNone(_ view: SubjectView) {
    let tokens = view.tokens
    let kind = view.figure.rawValue
    let before = tokens[view.at - 1], next = tokens[view.at + 1]
    add(2, 0, kind, times: 2)
    addFrame(view, 0)
    add(140, before.full, kind)
    add(141, next.full, kind)
    add(142, view.counted.unit)
    addClause(view, 143)
    add(80, UInt32(next.kind.rawValue))
    add(81, next.identity, kind)
    add(82, before.identity)
    add(83, before.identity, kind)
    add(84, min(view.nouns, 3))
    add(85, min(view.nouns, 2), kind)
    add(86, view.hasQuantity ? 1 : 0, kind)
    add(87, UInt32(min(view.earlier.count, 2)))
    add(88, view.hasVerb ? 1 : 0, kind)
    add(89, UInt32(before.kind.rawValue), kind)
    add(
      90, UInt32(before.kind.rawValue) &<< 8 | UInt32(tokens[view.at - 2].kind.rawValue), kind)
  }

  /// Adds what speaks for or against an earlier subject.
  mutating func addEarlier(_ c: SubjectCandidate, _ other: EarlierSubject, _ view: SubjectView) {
    let tokens = view.tokens
    let kind = view.figure.rawValue
    let rank = UInt32(min(c.rank, 3))
    let isSame: UInt32 = other.figure.unit != 0 && other.figure.unit == view.counted.unit ? 1 : 0
    addSharing(view)
    addFrame(view, 99 &<< 8 | rank)
    add(145, view.counted.unit, other.figure.unit)
    add(100, rank)
    add(101, rank, kind)
    add(102, other.figure.kind.rawValue &<< 1 | isSame, kind)
    add(103, rank, isSame)
    let sentences = UInt32(min(max(0, view.counted.sentence - other.figure.sentence), 3))
    let isNear = sentences == 0 && other.figure.token >= 0 && other.figure.token < view.at
    var commas: UInt32 = 4
    if isNear {
      commas = 0
      for i in other.figure.token + 1..<view.at where tokens[i].kind.endsClause { commas += 1 }
    }
    add(104, sentences)
    add(105, min(commas, 4))
    add(106, min(sentences, 2), kind)
    if c.rank == 0, isNear { addGap(other, view) }
    if let list = view.respectively {
      var between = -1
      if sentences == 0, other.figure.token >= 0, other.figure.token < list.token {
        between = 0
        for i in other.figure.token + 1..<list.token where tokens[i].kind == .figure {
          between += 1
        }
      }
      add(116, between == list.count - 1 - list.place ? 1 : 0)
      add(117, between < 0 ? 1 : 0)
    }
    let span = other.tail.count > 0 ? other.tail : other.span
    let last = span.count > 0 ? view.text[span.end - 1] : 0
    let ending = Self.ending(last, isPeople: other.isPeople)
    add(9, ending, kind)
    add(118, ending, kind)
    add(119, last, kind)
    add(20, last, kind)
    add(19, last)
  }

  /// What speaks for or against any of the earlier subjects.
  private mutating func addSharing(_ view: SubjectView) {
    if !isRecorded, let sharing {
      add(sharing)
      return
    }
    let score = score
    let tokens = view.tokens
    let kind = view.figure.rawValue
    let before = tokens[view.at - 1].identity
    add(2, 99, kind, times: 2)
    add(144, view.counted.unit)
    addClause(view, 148)
    add(107, before)
    add(108, before, kind)
    add(109, tokens[view.at + 1].identity)
    add(110, min(view.nouns, 3))
    add(111, min(view.nouns, 2), kind)
    add(112, view.hasQuantity ? 1 : 0, kind)
    add(113, view.position, view.opening)
    add(120, tokens[view.at + 1].kind.coarse, kind)
    if Self.saysAmong(view) {
      add(121, 1)
      add(122, 1, kind)
    }
    sharing = self.score &- score
  }

  /// The words of the clause before the figure.
  private mutating func addClause(_ view: SubjectView, _ template: UInt32) {
    var i = view.at - 1
    while i >= 0, view.at - i < 8, !view.tokens[i].kind.endsClause, view.tokens[i].kind != .figure {
      add(template, view.tokens[i].full)
      add(template &+ 1, view.tokens[i].full, view.figure.rawValue)
      i -= 1
    }
  }

  /// What stands between the figure before and this one.
  private mutating func addGap(_ other: EarlierSubject, _ view: SubjectView) {
    let count = view.at - other.figure.token - 1
    let kind = view.figure.rawValue
    var make: UInt32 = 1
    for i in 0..<max(0, min(count, 8)) {
      let token = view.tokens[other.figure.token + 1 + i]
      if count <= 3 { make = make &* 257 &+ token.kind.coarse }
      if token.word != 0 { add(123, token.word) }
    }
    add(114, count <= 3 ? make : 0)
    add(115, UInt32(min(max(0, count), 4)), kind)
  }

  /// Whether 其中 or 当中 stands right before the figure.
  private static func saysAmong(_ view: SubjectView) -> Bool {
    for i in max(0, view.at - 4)..<max(0, view.at) {
      let token = view.tokens[i]
      guard token.end - token.start == 2, view.text[token.start + 1] == u("中") else { continue }
      if view.text[token.start] == u("其") || view.text[token.start] == u("当") { return true }
    }
    return false
  }
}
