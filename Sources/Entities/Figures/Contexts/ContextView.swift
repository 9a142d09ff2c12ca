import HanText

/// A figure in its sentence, as the model sees it.
struct ContextView {
  /// What the figure before holds for.
  struct Before {
    /// Whether there is none before in the sentence.
    var isFirst = true
    /// The candidate chosen; −1 for none.
    var chosen = -1
    /// Marks between the two (at most 2), and whether both are of one subtype.
    var gap: UInt32 = 0
    /// The two characters behind it.
    var opening: UInt32 = 0
    /// Whether a semicolon stands between.
    var isHard = false
    var subtype: UInt32 = 0

    var isNone: Bool { chosen < 0 }
    /// No figure, none, some.
    var none: UInt32 { isFirst ? 0 : isNone ? 1 : 2 }
  }

  let figure: ContextSentence.FoundFigure
  let subtype: UInt32
  let qualifier: UInt32
  let direction: UInt32
  let unit: UInt32
  /// The clause before the figure, its last characters.
  let clause: Range<Int>
  /// 每班45人: whether the clause before says 每.
  private(set) var isPerUnit = false
  /// Whether it says 其中, with no mark behind.
  private(set) var isPart = false
  private(set) var before = Before()

  private let text: Scalars
  private let span: TextSpan

  /// Characters of the clause that are looked at.
  private static let reach = 24

  /// - Parameters:
  ///   - index: of the figure in the sentence.
  ///   - chosen: what was chosen for the figure before; −1 for none.
  init(_ sentence: ContextSentence, at index: Int, chosen: Int) {
    figure = sentence.figures[index]
    text = sentence.text
    span = sentence.span
    let value = figure.figure
    subtype = Self.number(value.subtype)
    qualifier = Self.number(value.qualifier)
    direction = value.direction.map { $0 == .up ? 1 : 2 } ?? 0
    unit = Self.hash(value.unit)
    let end = figure.span.start
    var start = end
    while start > span.start, end - start < Self.reach, !Self.isBreak(text[start - 1]) {
      start -= 1
      if text[start] == u("每") { isPerUnit = true }
      if text[start] == u("其"), text[start + 1] == u("中") { isPart = true }
    }
    clause = start..<end
    if index > 0 { read(sentence.figures[index - 1], chosen) }
  }

  private mutating func read(_ last: ContextSentence.FoundFigure, _ chosen: Int) {
    before.isFirst = false
    before.chosen = chosen
    before.subtype = Self.number(last.figure.subtype)
    let gap = last.span.end..<max(last.span.end, figure.span.start)
    var breaks: UInt32 = 0
    for i in gap.prefix(Self.reach * 4) {
      if Self.isBreak(text[i]) { breaks += 1 }
      if text[i] == u("；") || text[i] == 0x3B { before.isHard = true }
    }
    before.gap = min(breaks, 2) &<< 1 | (before.subtype == subtype ? 1 : 0)
    if let first = gap.first {
      before.opening = text[first] &* 31 &+ (gap.count > 1 ? text[first + 1] : 0)
    }
  }

  /// A character of the sentence; 0 outside.
  @inline(__always)
  subscript(_ i: Int) -> UInt32 { i >= span.start && i < span.end ? text[i] : 0 }

  /// What ends a clause.
  @inline(__always)
  static func isBreak(_ c: UInt32) -> Bool {
    switch c {
    case u("，"), u("；"), u("："), 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  private static func number(_ subtype: Figure.Subtype) -> UInt32 {
    switch subtype {
    case .count: 1
    case .money: 2
    case .percent: 3
    case .measure: 4
    case .duration: 5
    case .ordinal: 6
    case .age: 7
    case .change: 8
    case .plain: 9
    }
  }

  private static func number(_ qualifier: Figure.Qualifier) -> UInt32 {
    switch qualifier {
    case .exact: 1
    case .about: 2
    case .atLeast: 3
    case .atMost: 4
    case .range: 5
    }
  }

  private static func hash(_ unit: String?) -> UInt32 {
    guard let unit else { return 0 }
    return unit.unicodeScalars.reduce(7) { $0 &* 31 &+ $1.value }
  }
}

/// Where a candidate stands to a figure.
struct ContextPosition {
  let kind: ContextKind
  /// The candidate's number in the sentence.
  let index: Int
  /// Before or behind the figure, and how many marks lie between, at most 3.
  private(set) var position: UInt32 = 0
  /// How many candidates lie between, at most 2; behind the figure from 8 on.
  private(set) var rank: UInt32 = 0
  /// How many candidates the sentence has, at most 3.
  let total: UInt32
  /// Whether it opens a clause.
  let opens: UInt32
  /// A bit each for a semicolon, a colon and a quotation mark among the characters between.
  private(set) var marks: UInt32 = 0
  /// Figures, and people and institutions, between.
  private(set) var figures: UInt32 = 0
  private(set) var names: UInt32 = 0
  /// Characters between, at most 6, and on which side.
  private(set) var gap: UInt32 = 0
  /// The last character before the first mark that does not stand right behind the candidate, where
  /// there is one before the figure; −1 if not.
  private(set) var headEnd = -1
  /// The characters from the figure to a candidate behind it, at most `wordReach`.
  private(set) var between = 0..<0
  /// Whether a name begins right behind the place.
  private(set) var isBesideName = false
  /// Whether a date stands right behind the place (1) or before it (2).
  private(set) var isBesideDate: UInt32 = 0

  /// Characters between, from the left, that are read for marks; and for words.
  private static let reach = 160
  private static let wordReach = 24

  init(_ sentence: ContextSentence, _ kind: ContextKind, _ index: Int, of figure: Int) {
    self.kind = kind
    self.index = index
    let all = sentence.candidates(kind)
    let span = all[index].span
    let own = sentence.figures[figure].span
    total = UInt32(min(all.count, 3))
    opens = Self.opens(sentence, span.start)
    let isBefore = span.end <= own.start
    let gap = isBefore ? span.end..<own.start : own.end..<max(own.end, span.start)
    let breaks = read(gap, of: sentence, isBefore: isBefore)
    position = min(breaks, 3) &<< 1 | (isBefore ? 1 : 0)
    let first = ContextSentence.count(all, below: own.start) { $0.span.start }
    rank = isBefore ? UInt32(min(2, first - 1 - index)) : UInt32(8 + min(1, index - first))
    let counted = ContextSentence.count(
      sentence.figures, below: isBefore ? gap.lowerBound : gap.upperBound
    ) { $0.span.start }
    figures = UInt32(max(0, min(3, isBefore ? figure - counted : counted - figure - 1)))
    let low = ContextSentence.count(sentence.nameStarts, below: gap.lowerBound) { $0 }
    let high = ContextSentence.count(sentence.nameStarts, below: gap.upperBound) { $0 }
    names = UInt32(min(2, max(0, high - low)))
    self.gap = UInt32(min(gap.count, 6)) &<< 1 | (isBefore ? 1 : 0)
    guard kind == .place else { return }
    let name = ContextSentence.count(sentence.nameStarts, below: span.end) { $0 }
    isBesideName = name < sentence.nameStarts.count && sentence.nameStarts[name] == span.end
    let date = ContextSentence.count(sentence.dates, below: span.end) { $0.span.start }
    if date < sentence.dates.count, sentence.dates[date].span.start == span.end {
      isBesideDate = 1
    } else if date > 0, sentence.dates[date - 1].span.end == span.start {
      isBesideDate = 2
    }
  }

  /// Reads the marks between; how many end a clause.
  private mutating func read(
    _ gap: Range<Int>, of sentence: ContextSentence, isBefore: Bool
  ) -> UInt32 {
    var breaks: UInt32 = 0
    for i in gap.prefix(Self.reach) {
      let c = sentence.text[i]
      if ContextView.isBreak(c) {
        breaks += 1
        if headEnd < 0, isBefore, i > gap.lowerBound { headEnd = i - 1 }
      }
      switch c {
      case u("；"), 0x3B: marks |= 1
      case u("："), 0x3A: marks |= 2
      case u("“"), u("”"), u("「"), u("」"): marks |= 4
      default: break
      }
    }
    if !isBefore { between = gap.lowerBound..<min(gap.upperBound, gap.lowerBound + Self.wordReach) }
    return breaks
  }

  /// Whether what begins at an offset opens a clause, a quotation or a line.
  private static func opens(_ sentence: ContextSentence, _ i: Int) -> UInt32 {
    guard i > sentence.span.start else { return 1 }
    let c = sentence.text[i - 1]
    if ContextView.isBreak(c) || Marks.isSpace(c) { return 1 }
    switch c {
    case u("。"), u("“"), u("”"), u("「"), u("」"), u("）"), 0x29, u("|"), u("｜"), u("丨"), u("】"):
      return 1
    default: return 0
    }
  }
}
