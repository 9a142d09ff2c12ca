import HanText

/// What the model sees of one candidate for a figure's place or date: numbers of features, and the
/// sum of their weights.
struct ContextFeatures {
  private let weights: ChoiceWeights
  /// Whether the numbers are kept, to learn from.
  private let isRecorded: Bool
  private var kind: UInt32 = 0
  private(set) var score: Int32 = 0
  private(set) var slots: [UInt32] = []

  init(weights: ChoiceWeights, isRecorded: Bool) {
    self.weights = weights
    self.isRecorded = isRecorded
  }

  /// Forgets the candidate before.
  private mutating func begin(_ kind: ContextKind) {
    self.kind = kind.rawValue
    score = 0
    if isRecorded { slots.removeAll(keepingCapacity: true) }
  }

  /// Adds the answer to a question.
  @inline(__always)
  private mutating func add(_ template: UInt32, _ a: UInt32 = 0, _ b: UInt32 = 0) {
    var h = (template &* 2 &+ kind &+ 1) &* 0x9E37_79B1
    h = (h ^ a) &* 0x85EB_CA6B
    h ^= h &>> 15
    h = (h ^ b) &* 0xC2B2_AE35
    h ^= h &>> 16
    let slot = h & UInt32(ChoiceTask.contextCount - 1)
    score &+= weights[slot]
    if isRecorded { slots.append(slot) }
  }

  // MARK: Neither place nor date

  /// What speaks for no candidate: the figure and the clause before it.
  mutating func addNone(_ view: ContextView, _ kind: ContextKind, count: Int) {
    begin(kind)
    let (start, end) = (view.figure.span.start, view.figure.span.end)
    add(0)
    add(1, view.subtype)
    add(2, view.unit)
    add(3, view.qualifier, view.subtype)
    add(4, view.unit, view.subtype)
    add(5, view.direction)
    // The characters around the figure and at its ends.
    add(6, view[start - 1])
    add(7, view[start - 2], view[start - 1])
    add(8, view[end], view[end + 1])
    add(9, view[start], view[start + 1])
    add(10, view[end - 2], view[end - 1])
    if view.isPerUnit { add(11) }
    add(12, view.isPart ? 1 : 0)
    for i in view.clause.dropLast() { add(13, view[i], view[i + 1]) }
    add(14, UInt32(min(count, 3)))
    // What holds for the figure before.
    add(15, view.before.none)
    add(16, view.before.none, view.before.gap)
  }

  // MARK: A place or a date

  /// What speaks for a candidate.
  mutating func add(_ candidate: ContextCandidate, _ place: ContextPosition, _ view: ContextView) {
    begin(place.kind)
    let (start, end) = (candidate.span.start, candidate.span.end)
    let position = place.position
    add(20, position)
    add(21, position, place.rank)
    add(22, position, place.opens)
    add(23, position, place.marks)
    add(24, position, place.figures)
    add(25, position, place.names)
    // The characters around the candidate.
    let (before, behind) = (view[start - 1], view[end])
    add(26, before)
    add(27, view[start - 2], before)
    add(28, behind)
    add(29, behind, view[end + 1])
    add(30, before, position)
    add(31, behind, position)
    add(32, before, behind)
    add(33, place.opens, behind)
    add(34, place.opens == 1 ? 0 : before, view.subtype)
    add(35, view.subtype, position)
    add(36, view.qualifier, position)
    add(37, place.gap)
    add(38, candidate.spans.count > 1 ? 1 : 0)
    add(39, place.rank, place.total)
    addShape(candidate, place, view)
    // The end of the clause that it stands in; the words from the figure to one behind it.
    if place.headEnd >= 0 { add(47, view[place.headEnd], position) }
    for i in place.between.dropLast() { add(48, view[i], view[i + 1]) }
    addSame(place, view)
  }

  /// What kind of date or place it is.
  private mutating func addShape(
    _ candidate: ContextCandidate, _ place: ContextPosition, _ view: ContextView
  ) {
    let (start, end) = (candidate.span.start, candidate.span.end)
    guard place.kind == .date else {
      add(40, view[end - 1])
      add(41, place.isBesideName ? 1 : 0)
      add(42, place.isBesideDate)
      return
    }
    let precision = Self.precision(candidate.names[0])
    add(40, precision, view.subtype)
    add(41, precision, place.position)
    add(42, precision, view.unit)
    add(43, view[start], view[start + 1])
    add(44, view[end - 2], view[end - 1])
    add(45, view[end - 1], view[end])
  }

  /// Whether the figure before holds for the same one.
  private mutating func addSame(_ place: ContextPosition, _ view: ContextView) {
    let same = view.before.isNone ? 0 : view.before.chosen == place.index ? UInt32(1) : 2
    add(50, same, view.before.isFirst ? 1 : 0)
    guard !view.before.isFirst else { return }
    add(51, same, view.before.gap)
    add(52, same, view.before.opening)
    add(53, same, view.before.isHard ? 1 : 0)
    add(54, same, view.before.subtype &<< 4 | view.subtype)
  }

  /// How exactly a date's value says when: by its length; intervals apart, open ones too.
  private static func precision(_ value: String) -> UInt32 {
    var length: UInt32 = 0
    var first: UInt32 = 0
    var isOpen = false
    for byte in value.utf8 {
      if byte == 0x2F { first = length }
      // No other value has a full stop: 2025/.., ../2020.
      if byte == 0x2E { isOpen = true }
      length += 1
    }
    if isOpen { return 64 }
    return first > 0 ? 32 + first : min(length, 11)
  }
}
