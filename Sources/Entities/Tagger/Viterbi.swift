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
struct ViterbiLattice: Sendable {
  /// Number of scalars.
  private(set) var count = 0
  /// Sum of weights of each label but O, a scalar each.
  var emissions: [SIMD16<Int16>] = []
  /// Where each label's best labelling came from, packed: five times 3 bits for starting a name
  /// of each type and for O, then 4 bits each for: E or S before, B or I before I, B or I before E.
  private var back: [UInt32] = []
  private var labels: [UInt8] = []

  /// Makes room for a stretch.
  mutating func prepare(count: Int) {
    self.count = count
    if emissions.count < count {
      emissions = Array(repeating: SIMD16(repeating: 0), count: count)
      back = Array(repeating: 0, count: count)
      labels = Array(repeating: 0, count: count)
    }
  }

  private static let impossible = SIMD4<Int32>(repeating: -100_000_000)

  /// Finds the best labelling and appends its names, spans moved by `offset`.
  mutating func decode(
    _ t: ViterbiTransitions, offset: Int, into names: inout [TaggedName]
  ) {
    guard count > 0 else { return }
    var b = Self.impossible, inner = Self.impossible, e = Self.impossible, s = Self.impossible
    var o: Int32 = 0
    for i in 0..<count {
      let fromSingle = s .> e
      let ended = e.replacing(with: s, where: fromSingle)
      var enter = t.start[4] &+ o
      var enterFrom = SIMD4<Int32>(repeating: 4)
      var leave = o &+ t.outside[4]
      var leaveFrom: UInt32 = 4
      for j in 0..<4 {
        let candidate = t.start[j] &+ ended[j]
        let better = candidate .> enter
        enter.replace(with: candidate, where: better)
        enterFrom.replace(with: Int32(j), where: better)
        let out = ended[j] &+ t.outside[j]
        if out > leave {
          leave = out
          leaveFrom = UInt32(j)
        }
      }
      let row = SIMD16<Int32>(truncatingIfNeeded: emissions[i])
      let continued = inner &+ t.insideInside
      let insideFromInside = continued .> (b &+ t.beginInside)
      let nextInside = (b &+ t.beginInside).replacing(with: continued, where: insideFromInside)
      let closing = inner &+ t.insideEnd
      let endFromInside = closing .> (b &+ t.beginEnd)
      let nextEnd = (b &+ t.beginEnd).replacing(with: closing, where: endFromInside)
      b = enter &+ row.lowHalf.lowHalf
      inner = nextInside &+ row.lowHalf.highHalf
      e = nextEnd &+ row.highHalf.lowHalf
      s = enter &+ row.highHalf.highHalf
      o = leave
      var packed = leaveFrom &<< 12
      for j in 0..<4 {
        packed |= UInt32(truncatingIfNeeded: enterFrom[j]) &<< UInt32(3 * j)
        packed |= (fromSingle[j] ? 1 : 0) &<< UInt32(15 + j)
        packed |= (insideFromInside[j] ? 1 : 0) &<< UInt32(19 + j)
        packed |= (endFromInside[j] ? 1 : 0) &<< UInt32(23 + j)
      }
      back[i] = packed
    }
    trace(e, s, o)
    collect(t, offset: offset, into: &names)
  }

  /// Follows the best labelling back from the end.
  private mutating func trace(_ e: SIMD4<Int32>, _ s: SIMD4<Int32>, _ o: Int32) {
    var label = TagLabels.outside
    var best = o
    for j in 0..<4 {
      if e[j] > best { (best, label) = (e[j], TagLabels.end(j)) }
      if s[j] > best { (best, label) = (s[j], TagLabels.single(j)) }
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      labels[i] = label
      let packed = back[i]
      let type = UInt32(label & 3)
      switch label >> 2 {
      case 1: label = TagLabels.begin(Int(type)) + UInt8((packed >> (19 + type)) & 1) * 4
      case 2: label = TagLabels.begin(Int(type)) + UInt8((packed >> (23 + type)) & 1) * 4
      default:
        let shift = label == TagLabels.outside ? 12 : 3 * type
        let from = Int((packed >> shift) & 7)
        if from >= 4 {
          label = TagLabels.outside
        } else {
          let wasSingle = (packed >> UInt32(15 + from)) & 1 != 0
          label = wasSingle ? TagLabels.single(from) : TagLabels.end(from)
        }
      }
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
      with &+= Int32(emissions[i][Int(label & 15)])
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
