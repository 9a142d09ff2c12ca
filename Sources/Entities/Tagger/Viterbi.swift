import HanText

/// Transition scores as the Viterbi step reads them.
struct ViterbiTransitions: Sendable {
  /// From a type (or O, last) to a starting name of each type.
  let start: [SIMD4<Int32>]
  /// From a type (or O, last) to O.
  let outside: [Int32]
  let beginInside: SIMD4<Int32>
  let beginEnd: SIMD4<Int32>
  let insideInside: SIMD4<Int32>
  let insideEnd: SIMD4<Int32>

  /// Takes the 25 + 16 numbers of `Transitions`, in that order.
  init(_ numbers: [Int32]) {
    func four(_ at: Int) -> SIMD4<Int32> {
      SIMD4(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3])
    }
    start = (0..<5).map { four(5 * $0) }
    outside = (0..<5).map { numbers[5 * $0 + 4] }
    beginInside = four(25)
    beginEnd = four(29)
    insideInside = four(33)
    insideEnd = four(37)
  }
}

/// Scores of one stretch and the search for its best labelling.
///
/// Raw buffers with room for `capacity` scalars, which bounds every index.
final class ViterbiLattice {
  /// Number of scalars.
  private(set) var count = 0
  /// Sum of weights of each label but O, a scalar each.
  private(set) var emissions = UnsafeMutablePointer<LabelScores>.allocate(capacity: 1)
  private var states = UnsafeMutablePointer<State>.allocate(capacity: 1)
  private var labels = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  private var capacity = 1

  /// Scores of the best labellings up to a scalar: of those that end there with B, I, E or S of
  /// each type, and with O.
  private struct State {
    var begin: SIMD4<Int32>
    var inside: SIMD4<Int32>
    var end: SIMD4<Int32>
    var single: SIMD4<Int32>
    var outside: Int32

    /// What stands before a stretch: an O.
    static let start = State(
      begin: impossible, inside: impossible, end: impossible, single: impossible, outside: 0)
    private static let impossible = SIMD4<Int32>(repeating: -100_000_000)
  }

  init() {}

  deinit { release() }

  private func release() {
    emissions.deallocate()
    states.deallocate()
    labels.deallocate()
  }

  /// Makes room for a stretch.
  func prepare(count: Int) {
    self.count = count
    guard capacity < count else { return }
    release()
    capacity = max(count, 2 * capacity)
    emissions = .allocate(capacity: capacity)
    states = .allocate(capacity: capacity)
    labels = .allocate(capacity: capacity)
    emissions.initialize(repeating: LabelScores(), count: capacity)
    states.initialize(repeating: .start, count: capacity)
    labels.initialize(repeating: 0, count: capacity)
  }

  /// Finds the best labelling and appends its names, spans moved by `offset`.
  func decode(_ t: ViterbiTransitions, offset: Int, into names: inout [TaggedName]) {
    guard count > 0 else { return }
    goForward(t)
    goBack(t)
    collect(t, offset: offset, into: &names)
  }

  /// The best scores up to each scalar; where they came from is found again on the way back, for
  /// the one label that counts.
  private func goForward(_ t: ViterbiTransitions) {
    let start0 = t.start[0], start1 = t.start[1], start2 = t.start[2], start3 = t.start[3]
    let startOutside = t.start[4]
    let out = SIMD4(t.outside[0], t.outside[1], t.outside[2], t.outside[3])
    let stay = t.outside[4]
    var b = State.start.begin, inner = b, e = b, s = b
    var o: Int32 = 0
    for i in 0..<count {
      let ended = pointwiseMax(e, s)
      let fromName = pointwiseMax(
        pointwiseMax(start0 &+ ended[0], start1 &+ ended[1]),
        pointwiseMax(start2 &+ ended[2], start3 &+ ended[3]))
      let enter = pointwiseMax(fromName, startOutside &+ o)
      let left = ended &+ out
      let leave = pointwiseMax(left.lowHalf, left.highHalf)
      let row = emissions[i]
      let nextInside = pointwiseMax(b &+ t.beginInside, inner &+ t.insideInside)
      let nextEnd = pointwiseMax(b &+ t.beginEnd, inner &+ t.insideEnd)
      b = enter &+ row.begin
      inner = nextInside &+ row.inside
      e = nextEnd &+ row.end
      s = enter &+ row.single
      o = max(max(leave[0], leave[1]), o &+ stay)
      states[i] = State(begin: b, inside: inner, end: e, single: s, outside: o)
    }
  }

  /// Follows the best labelling back from the end.
  private func goBack(_ t: ViterbiTransitions) {
    let last = states[count - 1]
    var label = TagLabels.outside
    var best = last.outside
    for j in 0..<4 {
      if last.end[j] > best { (best, label) = (last.end[j], TagLabels.end(j)) }
      if last.single[j] > best { (best, label) = (last.single[j], TagLabels.single(j)) }
    }
    labels[count - 1] = label
    var i = count - 1
    while i > 0 {
      label = before(label, states[i - 1], t)
      i -= 1
      labels[i] = label
    }
  }

  /// The best label before one, by the scores up to the scalar before.
  private func before(_ label: UInt8, _ state: State, _ t: ViterbiTransitions) -> UInt8 {
    let type = Int(label & 3)
    switch label >> 2 {
    case 1:
      let stays =
        state.inside[type] &+ t.insideInside[type] > state.begin[type] &+ t.beginInside[type]
      return stays ? TagLabels.inside(type) : TagLabels.begin(type)
    case 2:
      let stays = state.inside[type] &+ t.insideEnd[type] > state.begin[type] &+ t.beginEnd[type]
      return stays ? TagLabels.inside(type) : TagLabels.begin(type)
    default:
      let isOutside = label == TagLabels.outside
      var best = state.outside &+ (isOutside ? t.outside[4] : t.start[4][type])
      var found = TagLabels.outside
      for j in 0..<4 {
        let step = isOutside ? t.outside[j] : t.start[j][type]
        let score = max(state.end[j], state.single[j]) &+ step
        if score > best {
          best = score
          found = state.single[j] > state.end[j] ? TagLabels.single(j) : TagLabels.end(j)
        }
      }
      return found
    }
  }

  /// Turns labels into names.
  private func collect(_ t: ViterbiTransitions, offset: Int, into names: inout [TaggedName]) {
    var i = 0
    while i < count {
      let label = labels[i]
      guard label != TagLabels.outside else {
        i += 1
        continue
      }
      let type = Int(label & 3)
      var end = i + 1
      if label >> 2 == 0 {
        while end < count, labels[end] == TagLabels.inside(type) { end += 1 }
        if end < count { end += 1 }
      }
      let name = TaggedName(
        span: TextSpan(offset + i, offset + end), label: TagLabels.types[type],
        margin: margin(i, end, type, t))
      if let last = names.last, Self.isChain(last, name) {
        names[names.count - 1] = TaggedName(
          span: TextSpan(last.span.start, name.span.end), label: .place,
          margin: min(last.margin, name.margin))
      } else {
        names.append(name)
      }
      i = end
    }
  }

  /// Whether two places are one chain (上海市普陀区); 中 and 美 side by side are two countries.
  private static func isChain(_ first: TaggedName, _ second: TaggedName) -> Bool {
    first.label == .place && second.label == .place && first.span.end == second.span.start
      && (first.span.count > 1 || second.span.count > 1)
  }

  /// Score of the name over leaving its scalars O and everything else as it is.
  private func margin(_ start: Int, _ end: Int, _ type: Int, _ t: ViterbiTransitions) -> Int {
    let before = start > 0 ? Self.state(labels[start - 1]) : 4
    var with = t.start[before][type]
    var without = t.outside[before] &+ t.outside[4] &* Int32(end - start - 1)
    for i in start..<end {
      let label = labels[i]
      with &+= emissions[i][label & 15]
      guard i + 1 < end else { break }
      let goesIn = labels[i + 1] >> 2 == 1
      let first = label >> 2 == 0
      with &+=
        first
        ? (goesIn ? t.beginInside[type] : t.beginEnd[type])
        : (goesIn ? t.insideInside[type] : t.insideEnd[type])
    }
    if end < count {
      let after = labels[end]
      if after == TagLabels.outside {
        with &+= t.outside[type]
        without &+= t.outside[4]
      } else {
        with &+= t.start[type][Int(after & 3)]
        without &+= t.start[4][Int(after & 3)]
      }
    }
    return Int(with &- without)
  }

  private static func state(_ label: UInt8) -> Int {
    label == TagLabels.outside ? 4 : Int(label & 3)
  }
}
