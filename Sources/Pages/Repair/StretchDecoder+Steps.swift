import HanText

/// What a displayed character can have been.
extension StretchDecoder {
  /// Queues every reading of the character at a position.
  ///
  /// - Parameters:
  ///   - rank: how many readings at the position are better.
  ///   - best: the cost of the best of them.
  mutating func expand(_ hypothesis: Hypothesis, at position: Int, rank: Int, best: Cost) {
    let shown = place.shown
    if place.annotation != nil, expandAnnotation(hypothesis) { return }
    if shown == u("?") {
      expandSplit(hypothesis, at: position)
      expandDoubleSplit(hypothesis, at: position)
      if hypothesis.pending != 0 {
        expandSwallowed(hypothesis, at: position)
        expandUndefined(hypothesis, at: position)
      }
    }
    if hypothesis.pending == 0 {
      expandInStep(hypothesis, at: position)
    } else {
      expandOutOfStep(hypothesis, at: position)
      if triesDropped, rank < Self.droppedWidth, hypothesis.cost - best <= Self.droppedDepth {
        expandDropped(hypothesis, at: position, limit: best + Self.droppedDepth * 2)
      }
    }
  }

  /// The bytes that an ASCII character stands for where full-width ASCII became ASCII, or `nil`.
  func widePair(_ shown: UInt32) -> Pair? {
    guard evidence.hasASCIIPunctuation else { return nil }
    if shown == 0x20 { return 0xA1A1 }
    guard shown > 0x20, shown < 0x7F else { return nil }
    return 0xA380 | Pair(shown)
  }

  /// The pair before which the page was split, if the character shows one: ！，；？、.
  func splitPair(_ position: Int) -> Pair? {
    guard position < line.count else { return nil }
    let shown = line[position]
    switch shown {
    case u("、"): return 0xA1A2
    case u("！"): return 0xA3A1
    case u("，"): return 0xA3AC
    case u("；"): return 0xA3BB
    case u("？"): return 0xA3BF
    case u("!"), u(","), u(";"), u("?"): return widePair(shown)
    default: return nil
    }
  }

  /// In step a character is what it shows.
  private mutating func expandInStep(_ hypothesis: Hypothesis, at position: Int) {
    var next = hypothesis
    let shown = line[position]
    var cost = cost(of: shown, after: hypothesis)
    if shown == u("?"), position + 1 < line.count { cost += evidence.hasASCIIPunctuation ? 8 : 40 }
    budget -= 1
    next.advanceBytes(over: shown, page: page, wide: place.widePair)
    next.first = next.second
    next.second = model.symbol(shown)
    next.cost += cost
    guard beam.takes(next.cost, isInStep: true, at: position + 1) else { return }
    next.node = arena.add(shown, after: next.node)
    beam.add(next, at: position + 1)
  }

  /// Out of step the bytes of a character belong to two others; an ASCII byte is a trail byte.
  private mutating func expandOutOfStep(_ hypothesis: Hypothesis, at position: Int) {
    let shown = place.shown
    if shown < 0x80 || shown == 0x20AC {
      let byte = shown == 0x20AC ? 0x80 : UInt8(truncatingIfNeeded: shown)
      if byte >= 0x40, byte != 0x7F {
        var next = hypothesis
        if push(byte, to: &next, isAnnotated: place.isBeforeAnnotation) {
          beam.add(next, at: position + 1)
        }
      }
      guard let pair = place.widePair else { return }
      var next = hypothesis
      if push(pair: pair, to: &next) { beam.add(next, at: position + 1) }
      if shown == u("~") {
        next = hypothesis
        if push(pair: 0xA1AB, to: &next) { beam.add(next, at: position + 1) }
      }
      return
    }
    guard place.pair != 0 else { return }
    var next = hypothesis
    if push(pair: place.pair, to: &next) { beam.add(next, at: position + 1) }
  }

  /// `X(py)` and, where the annotation took a byte along, `?py)`, at a place that shows either.
  ///
  /// - Returns: whether nothing else is to be tried.
  private mutating func expandAnnotation(_ hypothesis: Hypothesis) -> Bool {
    guard let (costs, end) = place.annotation else { return false }
    if place.shown == u("(") {
      guard let cost = costs.cost(on: hypothesis.lastPair) else { return false }
      var next = hypothesis
      next.cost += cost
      next.isBroken = next.pending != 0
      beam.add(next, at: end)
      return true
    }
    for candidate in costs.candidates(lead: hypothesis.last) {
      let byte = UInt8(candidate.pair & 0xFF)
      var next = hypothesis
      next.cost += candidate.cost
      next.means.insert(.slip)
      guard push(byte, to: &next, isAnnotated: hypothesis.pending != 0) else { continue }
      next.isBroken = next.pending != 0
      beam.add(next, at: end)
    }
    return false
  }

  /// `?T`: a lead byte lost before a pair at which the page was split.
  private mutating func expandSplit(_ hypothesis: Hypothesis, at position: Int) {
    guard let pair = place.splitPair else { return }
    for lead in UInt8(0x81)...0xFE {
      var next = hypothesis
      next.means.insert(.lostByte)
      next.cost += 8
      if push(lead, to: &next), push(pair: pair, to: &next) { beam.add(next, at: position + 2) }
    }
  }

  /// `??、`: split before ！ (A3A1) and again before 、 (A1A2), so that A3 stood alone.
  private mutating func expandDoubleSplit(_ hypothesis: Hypothesis, at position: Int) {
    guard place.isDoubleSplit else { return }
    for lead in UInt8(0x81)...0xFE {
      var next = hypothesis
      next.means.insert(.lostByte)
      next.cost += 16
      if push(lead, to: &next), push(0xA3, to: &next), push(pair: 0xA1A2, to: &next) {
        beam.add(next, at: position + 3)
      }
    }
  }

  /// A lost byte that took an ASCII character along: a digit, the `<` of a tag, the end of the line.
  private mutating func expandSwallowed(_ hypothesis: Hypothesis, at position: Int) {
    let remains = place.markupLength
    let isEnd = position + 1 == line.count
    for trail in UInt8(0x40)...0xFE where trail != 0x7F {
      var next = hypothesis
      next.means.insert(.lostByte)
      guard push(trail, to: &next) else { continue }
      if remains > 0 {
        next.means.insert(.markup)
        next.cost += 8
        beam.add(next, at: position + 1 + remains)
      } else if isEnd {
        next.cost += 16
        beam.add(next, at: position + 1)
      } else {
        expandUnknown(next, at: position + 1)
      }
    }
  }

  /// What stood for the swallowed character: a space or a bracket may be guessed. A digit or letter
  /// cannot be known, and the mark stays for it.
  private mutating func expandUnknown(_ hypothesis: Hypothesis, at position: Int) {
    let isSpaced = line[position] == u(" ") || line[position] == 0x3000
    if !isSpaced { guess(u(" "), hypothesis, at: position) }
    if place.isClosedBehind { guess(u("("), hypothesis, at: position) }
    guess(u("0"), hypothesis, at: position)
  }

  private mutating func guess(_ guess: UInt32, _ hypothesis: Hypothesis, at position: Int) {
    guard beam.takes(hypothesis.cost + 16, isInStep: true, at: position) else { return }
    let cost = cost(of: guess, after: hypothesis) + 16
    guard beam.takes(hypothesis.cost + cost, isInStep: true, at: position) else { return }
    var next = hypothesis
    emit(guess == u("0") ? u("?") : guess, cost: cost, to: &next)
    next.second = model.symbol(guess)
    beam.add(next, at: position)
  }

  /// Whether a bracket closes that none opens, within the next few characters.
  func isClosed(from start: Int) -> Bool {
    for index in start..<min(start + 40, line.count) {
      if line[index] == u("(") { return false }
      if line[index] == u(")") { return true }
    }
    return false
  }

  /// A `?` for a pair that decodes to nothing.
  private mutating func expandUndefined(_ hypothesis: Hypothesis, at position: Int) {
    // The pairs come in order, so those of one lead byte share what it completes.
    var lead: UInt8 = 0
    var completed: Hypothesis?
    for pair in page.undefined {
      if UInt8(pair >> 8) != lead {
        lead = UInt8(pair >> 8)
        var next = hypothesis
        next.means.insert(.lostByte)
        next.cost += 32
        completed = push(lead, to: &next) ? next : nil
      } else {
        budget -= 1
      }
      guard var next = completed else { continue }
      if push(UInt8(pair & 0xFF), to: &next) { beam.add(next, at: position + 1) }
    }
  }

  /// Length of what is left of a tag or entity whose first character was swallowed: `/p>`, `nbsp;`.
  func markupRemains(_ start: Int) -> Int {
    MarkupRemains.length(in: line, at: start, limit: Beam.reach - 8)
  }

  /// Whether `(py)` stands at a position.
  func isAnnotation(_ position: Int) -> Bool {
    position < line.count && line[position] == u("(")
      && PinyinReadings.syllable(in: line, at: position + 1) != nil
  }

  /// A private-use character that the scraper dropped before the one at a position.
  private mutating func expandDropped(
    _ hypothesis: Hypothesis, at position: Int, limit: Cost
  ) {
    // The six cheapest, the lower byte first where two cost the same.
    var leads = SIMD8<Int32>(repeating: .max)
    for lead in Self.userDefinedLeads {
      let pair = UInt16(hypothesis.pending) << 8 | UInt16(lead)
      budget -= 1
      let room = limit - hypothesis.cost
      guard
        let cost = cost(
          of: pair, after: hypothesis, isAnnotated: hypothesis.isBroken, limit: room)
      else { continue }
      var entry = cost << 8 | Int32(lead)
      for i in 0..<6 where entry < leads[i] { (entry, leads[i]) = (leads[i], entry) }
    }
    for i in 0..<6 where leads[i] < .max {
      let lead = (byte: UInt8(leads[i] & 0xFF), cost: leads[i] >> 8)
      var next = hypothesis
      next.means.insert(.droppedPair)
      complete(lead.byte, cost: lead.cost, of: &next)
      let trails: ClosedRange<UInt8> = lead.byte <= 0xA7 ? 0x81...0xA0 : 0xA1...0xFE
      followDropped(next, trails: trails, at: position, limit: limit)
      // A comma out of step is two such characters in a row where its neighbours allow it: its second
      // byte always makes one with a lead byte from A1 on.
      if lead.byte > 0xA7, push(pair: 0xA3AC, to: &next) {
        followDropped(next, trails: 0xA1...0xFE, at: position, limit: limit)
      }
    }
  }

  /// Reads the character behind a dropped one at once, so that the lost byte is weighed with it.
  private mutating func followDropped(
    _ hypothesis: Hypothesis, trails: ClosedRange<UInt8>, at position: Int, limit: Cost
  ) {
    guard place.pair != 0, place.shown != 0x20AC else {
      for trail in trails {
        var next = hypothesis
        guard push(trail, to: &next) else { continue }
        if place.shown == u("?") || place.shown == u("(") {
          _ = expandAnnotation(next)
        } else {
          expandOutOfStep(next, at: position)
        }
      }
      return
    }
    let (high, low) = (UInt8(place.pair >> 8), UInt8(place.pair & 0xFF))
    let (first, second) = (hypothesis.first, hypothesis.second)
    let room = limit - hypothesis.cost
    let back = back(from: first, second)
    let candidates = candidates(behind: second, high: high)
    budget -= trails.count
    // Most of the bytes make no sense with the next one: see to that before anything is built.
    for candidate in candidates where trails.contains(candidate.trail) {
      guard candidate.fixed <= room else { continue }
      var cost = back + candidate.pairCost
      if candidate.isKnown {
        cost = model.tripleCost(candidate.symbol, after: first, second) ?? cost
      }
      if candidate.isOnPage, let own = memory.cost(candidate.symbol, after: first, second) {
        cost = min(cost, own)
      }
      cost += candidate.fixed
      guard cost <= room,
        beam.takes(hypothesis.cost + cost, isInStep: low < 0x81, at: position + 1)
      else { continue }
      var next = hypothesis
      guard push(candidate.trail, to: &next) else { continue }
      complete(high, cost: cost, of: &next)
      if push(low, to: &next) { beam.add(next, at: position + 1) }
    }
  }

  /// Only the best readings are tried with a dropped character.
  private static let droppedWidth = 12
  /// Only readings within 12 bits of the best are tried with a dropped character.
  private static let droppedDepth: Cost = 96

  /// Lead bytes of user-defined pairs.
  private static let userDefinedLeads: [UInt8] =
    Array(0xA1...0xA7) + Array(0xAA...0xAF) + Array(0xF8...0xFE)
}

extension Hypothesis {
  /// Notes the bytes of a character that is what it shows.
  ///
  /// - Parameter wide: the full-width pair that an ASCII character may stand for.
  mutating func advanceBytes(over shown: UInt32, page: CodePage936, wide: Pair?) {
    if shown < 0x80 {
      if shown < 0x40, let wide, !(shown >= 0x30 && shown <= 0x39) {
        before = UInt8(wide >> 8)
        last = UInt8(wide & 0xFF)
      } else {
        before = last
        last = UInt8(truncatingIfNeeded: shown)
      }
      return
    }
    let pair = page.pair(shown)
    before = UInt8(pair >> 8)
    last = UInt8(pair & 0xFF)
  }
}
