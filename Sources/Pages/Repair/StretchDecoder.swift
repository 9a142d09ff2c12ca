import HanText

/// A damaged stretch of a line, decoded back.
struct Stretch {
  /// Offset behind the stretch in the damaged line.
  var end: Int
  /// What stood there.
  var text: Scalars
  /// What was needed to find it.
  var means: Hypothesis.Means
}

/// Decodes the stretch behind a place where the bytes may have gone out of step.
///
/// All readings are followed side by side (a beam search): each reads the displayed characters as
/// bytes, has a parser of true characters over them, and pays for every true character what the
/// language model and the page itself ask. The reading that changes nothing is always among them,
/// so a repair is taken only where it makes the text more plausible. A stretch ends as soon as all
/// readings that are left agree.
///
/// - Complexity: O(length of the stretch), times a constant that the beam bounds.
struct StretchDecoder {
  let evidence: DamageEvidence
  let memory: DocumentMemory
  let page = CodePage936.shared
  let model = RepairModel.shared
  /// Whether private-use characters may have been dropped.
  let triesDropped: Bool
  /// Candidate characters that may still be weighed, so that hostile pages stay cheap.
  var budget: Int
  var line: Scalars = []
  var arena = Arena()
  private var ring = [[Hypothesis]](repeating: [], count: ringSize)
  private var inFlight = 0

  /// No step of a reading is longer than this.
  static let ringSize = 64
  private static let beamWidth = 160
  /// Readings dearer than the best by more than this (30 bits) are given up.
  private static let beamDepth: Cost = 240
  private static let longestStretch = 2000

  /// - Parameter triesDropped: whether to look for private-use characters that the scraper dropped.
  init(evidence: DamageEvidence, memory: DocumentMemory, budget: Int, triesDropped: Bool) {
    self.evidence = evidence
    self.triesDropped = triesDropped
    self.memory = memory
    self.budget = budget
  }

  /// Decodes from a `?` on.
  ///
  /// - Parameter start: the state before the `?`, in step; its node and cost are not read.
  mutating func decode(from begin: Int, start: Hypothesis) -> Stretch {
    arena.removeAll()
    for index in ring.indices { ring[index].removeAll(keepingCapacity: true) }
    var initial = start
    initial.cost = 0
    initial.node = -1
    initial.means = []
    inFlight = 0
    add(initial, at: begin)
    var position = begin
    while inFlight > 0 {
      var bucket = ring[position % Self.ringSize]
      ring[position % Self.ringSize] = []
      inFlight -= bucket.count
      if bucket.isEmpty {
        position += 1
        continue
      }
      prune(&bucket)
      if position >= line.count { return finish(bucket, at: position) }
      if inFlight == 0, position > begin, bucket.count == 1, bucket[0].pending == 0 {
        return stretch(bucket[0], to: position)
      }
      if budget <= 0 || position - begin > Self.longestStretch {
        if let calm = bucket.first(where: { $0.pending == 0 }) {
          return stretch(calm, to: position)
        }
        break
      }
      let best = bucket[0].cost
      for (rank, hypothesis) in bucket.enumerated() {
        expand(hypothesis, at: position, rank: rank, best: best)
      }
      position += 1
    }
    // Every reading has died, which the unchanged one cannot: leave the mark as it is.
    return Stretch(end: begin + 1, text: [line[begin]], means: [])
  }

  /// Puts a reading into the queue of a position.
  mutating func add(_ hypothesis: Hypothesis, at position: Int) {
    ring[position % Self.ringSize].append(hypothesis)
    inFlight += 1
  }

  private func stretch(_ hypothesis: Hypothesis, to end: Int) -> Stretch {
    Stretch(end: end, text: arena.text(to: hypothesis.node), means: hypothesis.means)
  }

  private func finish(_ bucket: [Hypothesis], at end: Int) -> Stretch {
    var best: Hypothesis?
    for var hypothesis in bucket {
      hypothesis.cost += model.cost(
        RepairModel.edge, after: hypothesis.first, hypothesis.second)
      if hypothesis.pending != 0 { hypothesis.cost += 40 }
      if let known = best, known.cost <= hypothesis.cost { continue }
      best = hypothesis
    }
    guard let best else { return Stretch(end: end, text: [], means: []) }
    return stretch(best, to: end)
  }

  /// Keeps the best readings, one for each future, and in any case the best that is in step.
  private func prune(_ bucket: inout [Hypothesis]) {
    guard bucket.count > 1 else { return }
    let calm = bucket.filter { $0.pending == 0 }.min { $0.cost < $1.cost }
    Self.thinOut(&bucket)
    bucket.sort { $0.cost < $1.cost }
    var kept: [Hypothesis] = []
    kept.reserveCapacity(Self.beamWidth + 1)
    for hypothesis in bucket where kept.count < Self.beamWidth {
      if kept.contains(where: { $0.hasSameFuture(as: hypothesis) }) { continue }
      kept.append(hypothesis)
    }
    if let calm, !kept.contains(where: { $0.pending == 0 }) { kept.append(calm) }
    bucket = kept
  }

  /// Drops readings that are too dear, or too many, before they are sorted.
  private static func thinOut(_ bucket: inout [Hypothesis]) {
    let least = bucket.reduce(Cost.max) { min($0, $1.cost) }
    var histogram = [Int](repeating: 0, count: Int(beamDepth) + 1)
    for hypothesis in bucket where hypothesis.cost - least <= beamDepth {
      histogram[Int(hypothesis.cost - least)] += 1
    }
    var limit: Cost = 0
    var count = histogram[0]
    while limit < beamDepth, count + histogram[Int(limit) + 1] <= 3 * beamWidth {
      limit += 1
      count += histogram[Int(limit)]
    }
    bucket.removeAll { $0.cost - least > limit }
  }

  // MARK: Emitting

  /// The cost of a character behind what a reading has emitted.
  func cost(of scalar: UInt32, after hypothesis: Hypothesis) -> Cost {
    let symbol = model.symbol(scalar)
    let general = model.cost(symbol, after: hypothesis.first, hypothesis.second)
    if symbol == RepairModel.unknown { return general + 100 }
    if let own = memory.cost(symbol, after: hypothesis.first, hypothesis.second) {
      return min(general, own)
    }
    return general
  }

  /// The cost of a two-byte character, or `nil` where the pair is none that a text can have.
  func cost(
    of pair: Pair, after hypothesis: Hypothesis, isAnnotated: Bool = false
  ) -> Cost? {
    let scalar = page.scalar(pair)
    guard scalar != 0, !CodePage936.isUserDefined(scalar) else { return nil }
    var cost = cost(of: scalar, after: hypothesis)
    if page.isSimplifiedOnly(pair) { cost += 64 } else if page.isAlsoSimplified(pair) { cost += 8 }
    // Every occurrence of an annotated character carries its annotation.
    if !isAnnotated, evidence.isAnnotated[Int(pair)] { cost += 160 }
    return cost
  }

  /// Emits a character whose cost is known.
  mutating func emit(_ scalar: UInt32, cost: Cost, to hypothesis: inout Hypothesis) {
    var shown = scalar
    if evidence.hasASCIIPunctuation {
      if shown >= 0xFF01, shown <= 0xFF5E { shown -= 0xFEE0 }
      if shown == 0x3000 { shown = 0x20 }
    }
    hypothesis.cost += cost
    hypothesis.first = hypothesis.second
    hypothesis.second = model.symbol(scalar)
    hypothesis.node = arena.add(shown, after: hypothesis.node)
  }

  /// Reads one true byte: a trail byte completes a character, a lead byte waits, ASCII is itself.
  ///
  /// - Returns: `false` where no text has this byte here.
  mutating func push(
    _ byte: UInt8, to hypothesis: inout Hypothesis, isAnnotated: Bool = false
  ) -> Bool {
    budget -= 1
    let pending = hypothesis.pending
    hypothesis.before = hypothesis.last
    hypothesis.last = byte
    if pending != 0 {
      let pair = UInt16(pending) << 8 | UInt16(byte)
      let isExcused = isAnnotated || hypothesis.isBroken
      guard let cost = cost(of: pair, after: hypothesis, isAnnotated: isExcused) else {
        return false
      }
      hypothesis.pending = 0
      hypothesis.isBroken = false
      emit(page.scalar(pair), cost: cost, to: &hypothesis)
      return true
    }
    if byte >= 0x81 {
      guard byte != 0xFF else { return false }
      hypothesis.pending = byte
      return true
    }
    guard byte != 0x80 else { return false }
    let scalar = UInt32(byte)
    emit(scalar, cost: cost(of: scalar, after: hypothesis), to: &hypothesis)
    return true
  }

  /// Reads both bytes of a pair.
  mutating func push(pair: Pair, to hypothesis: inout Hypothesis) -> Bool {
    push(UInt8(pair >> 8), to: &hypothesis) && push(UInt8(pair & 0xFF), to: &hypothesis)
  }
}
