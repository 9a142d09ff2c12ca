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
  let facts = PairFacts.shared
  /// What the character at the position may complete behind a dropped one, by the symbol before it.
  var continuations = Continuations()
  /// Whether private-use characters may have been dropped.
  let triesDropped: Bool
  /// Candidate characters that may still be weighed, so that hostile pages stay cheap.
  var budget: Int
  var line: Scalars = []
  var arena = Arena()
  var beam = Beam()
  /// What stands at the position that is read now.
  var place = Place()
  /// What each syllable that was met may stand behind.
  private var annotations: [PinyinReadings.Syllable: AnnotationCosts] = [:]

  /// The context weighed last, and what it costs to go back from it.
  private var knownContext: UInt32 = 0
  private var knownBack: Cost = 0
  private var hasContext = false

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
    beam.removeAll()
    var initial = start
    initial.cost = 0
    initial.node = -1
    initial.means = []
    beam.add(initial, at: begin)
    var position = begin
    var readings: [Hypothesis] = []
    while beam.waiting > 0 {
      beam.take(at: position, into: &readings)
      guard let first = readings.first else {
        position += 1
        continue
      }
      if position >= line.count { return finish(readings, at: position) }
      if beam.waiting == 0, position > begin, readings.count == 1, first.pending == 0 {
        return stretch(first, to: position)
      }
      if budget <= 0 || position - begin > Self.longestStretch {
        if let calm = readings.first(where: { $0.pending == 0 }) {
          return stretch(calm, to: position)
        }
        break
      }
      place = look(at: position)
      for (rank, hypothesis) in readings.enumerated() {
        expand(hypothesis, at: position, rank: rank, best: first.cost)
      }
      position += 1
    }
    // Every reading has died, which the unchanged one cannot: leave the mark as it is.
    return Stretch(end: begin + 1, text: [line[begin]], means: [])
  }

  /// Looks at what stands at a position, once for all readings.
  private mutating func look(at position: Int) -> Place {
    continuations.removeAll()
    var place = Place()
    place.shown = line[position]
    place.pair = page.pair(place.shown)
    place.widePair = widePair(place.shown)
    place.isBeforeAnnotation = isAnnotation(position + 1)
    guard place.shown == u("(") || place.shown == u("?") else { return place }
    if let read = PinyinReadings.syllable(in: line, at: position + 1) {
      let costs = annotations[read.syllable] ?? AnnotationCosts(read.syllable, on: evidence)
      annotations[read.syllable] = costs
      place.annotation = (costs, read.end)
    }
    guard place.shown == u("?") else { return place }
    place.splitPair = splitPair(position + 1)
    place.isDoubleSplit =
      position + 2 < line.count && line[position + 1] == u("?")
      && splitPair(position + 2) == 0xA1A2
    place.markupLength = markupRemains(position + 1)
    place.isClosedBehind = position + 1 < line.count && isClosed(from: position + 1)
    return place
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

  // MARK: Emitting

  /// The cost of a character behind what a reading has emitted.
  mutating func cost(of scalar: UInt32, after hypothesis: Hypothesis) -> Cost {
    cost(of: model.symbol(scalar), after: hypothesis.first, hypothesis.second)
  }

  /// `RepairModel.back`, remembered: many characters are weighed behind the same two.
  mutating func back(from first: RepairModel.Symbol, _ second: RepairModel.Symbol) -> Cost {
    let context = UInt32(first) << 16 | UInt32(second)
    if context != knownContext || !hasContext {
      knownContext = context
      hasContext = true
      knownBack = model.back(from: first, second)
    }
    return knownBack
  }

  private mutating func cost(
    of symbol: RepairModel.Symbol, after first: RepairModel.Symbol, _ second: RepairModel.Symbol
  ) -> Cost {
    let back = back(from: first, second)
    let general = model.cost(symbol, after: first, second, back: back)
    if symbol == RepairModel.unknown { return general + 100 }
    if let own = memory.cost(symbol, after: first, second) { return min(general, own) }
    return general
  }

  /// The cost of a two-byte character, or `nil` where the pair is none that a text can have, or where
  /// it would cost more than `limit`.
  mutating func cost(
    of pair: Pair, after hypothesis: Hypothesis, isAnnotated: Bool = false, limit: Cost = .max
  ) -> Cost? {
    guard let character = facts[pair] else { return nil }
    var fixed = character.cost
    // Every occurrence of an annotated character carries its annotation.
    if !isAnnotated, evidence.isAnnotated[Int(pair)] { fixed += 160 }
    guard fixed <= limit else { return nil }
    let cost = fixed + cost(of: character.symbol, after: hypothesis.first, hypothesis.second)
    return cost <= limit ? cost : nil
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
    if hypothesis.pending != 0 {
      let pair = UInt16(hypothesis.pending) << 8 | UInt16(byte)
      let isExcused = isAnnotated || hypothesis.isBroken
      guard let cost = cost(of: pair, after: hypothesis, isAnnotated: isExcused) else {
        budget -= 1
        return false
      }
      complete(byte, cost: cost, of: &hypothesis)
      return true
    }
    budget -= 1
    hypothesis.before = hypothesis.last
    hypothesis.last = byte
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

  /// Reads the trail byte of a character whose cost is known.
  @inline(__always)
  mutating func complete(_ trail: UInt8, cost: Cost, of hypothesis: inout Hypothesis) {
    budget -= 1
    let pair = UInt16(hypothesis.pending) << 8 | UInt16(trail)
    hypothesis.before = hypothesis.last
    hypothesis.last = trail
    hypothesis.pending = 0
    hypothesis.isBroken = false
    emit(page.scalar(pair), cost: cost, to: &hypothesis)
  }

  /// Reads both bytes of a pair.
  mutating func push(pair: Pair, to hypothesis: inout Hypothesis) -> Bool {
    push(UInt8(pair >> 8), to: &hypothesis) && push(UInt8(pair & 0xFF), to: &hypothesis)
  }
}

/// What stands at a position of a line that is being decoded.
struct Place {
  /// The character shown.
  var shown: UInt32 = 0
  /// Its pair, 0 where it has none.
  var pair: Pair = 0
  /// The full-width pair that an ASCII character may stand for.
  var widePair: Pair?
  /// Whether `(py)` stands behind it.
  var isBeforeAnnotation = false
  /// What `py)` behind it may annotate, and the offset behind the bracket.
  var annotation: (costs: AnnotationCosts, end: Int)?
  /// The pair at which the page was split behind it.
  var splitPair: Pair?
  /// Whether the page was split twice behind it.
  var isDoubleSplit = false
  /// Length of what is left of a tag or entity behind it.
  var markupLength = 0
  /// Whether a bracket closes behind it that none opens.
  var isClosedBehind = false
}
