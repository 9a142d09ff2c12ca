import HanText

/// What a displayed character can have been.
extension StretchDecoder {
  /// Queues every reading of the character at a position.
  ///
  /// - Parameters:
  ///   - rank: how many readings at the position are better.
  ///   - best: the cost of the best of them.
  mutating func expand(_ hypothesis: Hypothesis, at position: Int, rank: Int, best: Cost) {
    let shown = line[position]
    if shown == u("(") || shown == u("?"),
      expandAnnotation(hypothesis, at: position, isSlip: shown == u("?"))
    {
      return
    }
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
    next.advanceBytes(over: shown, page: page, wide: widePair(shown))
    next.first = next.second
    next.second = model.symbol(shown)
    next.cost += cost
    next.node = arena.add(shown, after: next.node)
    add(next, at: position + 1)
  }

  /// Out of step the bytes of a character belong to two others; an ASCII byte is a trail byte.
  private mutating func expandOutOfStep(_ hypothesis: Hypothesis, at position: Int) {
    let shown = line[position]
    if shown < 0x80 || shown == 0x20AC {
      let byte = shown == 0x20AC ? 0x80 : UInt8(truncatingIfNeeded: shown)
      if byte >= 0x40, byte != 0x7F {
        var next = hypothesis
        let isAnnotated = isAnnotation(position + 1)
        if push(byte, to: &next, isAnnotated: isAnnotated) { add(next, at: position + 1) }
      }
      guard let pair = widePair(shown) else { return }
      var next = hypothesis
      if push(pair: pair, to: &next) { add(next, at: position + 1) }
      if shown == u("~") {
        next = hypothesis
        if push(pair: 0xA1AB, to: &next) { add(next, at: position + 1) }
      }
      return
    }
    let pair = page.pair(shown)
    guard pair != 0 else { return }
    var next = hypothesis
    if push(pair: pair, to: &next) { add(next, at: position + 1) }
  }

  /// `X(py)` and, where the annotation took a byte along, `?py)`.
  ///
  /// - Returns: whether nothing else is to be tried.
  private mutating func expandAnnotation(
    _ hypothesis: Hypothesis, at position: Int, isSlip: Bool
  ) -> Bool {
    guard let read = PinyinReadings.syllable(in: line, at: position + 1) else { return false }
    if !isSlip {
      guard let cost = evidence.cost(of: read.syllable, on: hypothesis.lastPair) else {
        return false
      }
      var next = hypothesis
      next.cost += cost
      next.isBroken = next.pending != 0
      add(next, at: read.end)
      return true
    }
    for byte in UInt8(0x40)...0xFE where byte != 0x7F {
      let pair = UInt16(hypothesis.last) << 8 | UInt16(byte)
      guard let cost = evidence.cost(of: read.syllable, on: pair) else { continue }
      var next = hypothesis
      next.cost += cost
      next.means.insert(.slip)
      guard push(byte, to: &next, isAnnotated: hypothesis.pending != 0) else { continue }
      next.isBroken = next.pending != 0
      add(next, at: read.end)
    }
    return false
  }

  /// `?T`: a lead byte lost before a pair at which the page was split.
  private mutating func expandSplit(_ hypothesis: Hypothesis, at position: Int) {
    guard let pair = splitPair(position + 1) else { return }
    for lead in UInt8(0x81)...0xFE {
      var next = hypothesis
      next.means.insert(.lostByte)
      next.cost += 8
      if push(lead, to: &next), push(pair: pair, to: &next) { add(next, at: position + 2) }
    }
  }

  /// `??、`: split before ！ (A3A1) and again before 、 (A1A2), so that A3 stood alone.
  private mutating func expandDoubleSplit(_ hypothesis: Hypothesis, at position: Int) {
    guard position + 2 < line.count, line[position + 1] == u("?"),
      splitPair(position + 2) == 0xA1A2
    else { return }
    for lead in UInt8(0x81)...0xFE {
      var next = hypothesis
      next.means.insert(.lostByte)
      next.cost += 16
      if push(lead, to: &next), push(0xA3, to: &next), push(pair: 0xA1A2, to: &next) {
        add(next, at: position + 3)
      }
    }
  }

  /// A lost byte that took an ASCII character along: a digit, the `<` of a tag, the end of the line.
  private mutating func expandSwallowed(_ hypothesis: Hypothesis, at position: Int) {
    let remains = markupRemains(position + 1)
    let isEnd = position + 1 == line.count
    for trail in UInt8(0x40)...0xFE where trail != 0x7F {
      var next = hypothesis
      next.means.insert(.lostByte)
      guard push(trail, to: &next) else { continue }
      if remains > 0 {
        next.means.insert(.markup)
        next.cost += 8
        add(next, at: position + 1 + remains)
      } else if isEnd {
        next.cost += 16
        add(next, at: position + 1)
      } else {
        expandUnknown(next, at: position + 1)
      }
    }
  }

  /// What stood for the swallowed character: a space or a bracket may be guessed. A digit or letter
  /// cannot be known, and the mark stays for it.
  private mutating func expandUnknown(_ hypothesis: Hypothesis, at position: Int) {
    for guess in [u(" "), u("("), u("0")] {
      if guess == u("("), !isClosed(from: position) { continue }
      if guess == u(" "), line[position] == u(" ") || line[position] == 0x3000 { continue }
      var next = hypothesis
      let cost = cost(of: guess, after: hypothesis) + 16
      emit(guess == u("0") ? u("?") : guess, cost: cost, to: &next)
      next.second = model.symbol(guess)
      add(next, at: position)
    }
  }

  /// Whether a bracket closes that none opens, within the next few characters.
  private func isClosed(from start: Int) -> Bool {
    for index in start..<min(start + 40, line.count) {
      if line[index] == u("(") { return false }
      if line[index] == u(")") { return true }
    }
    return false
  }

  /// A `?` for a pair that decodes to nothing.
  private mutating func expandUndefined(_ hypothesis: Hypothesis, at position: Int) {
    for pair in page.undefined {
      var next = hypothesis
      next.means.insert(.lostByte)
      next.cost += 32
      if push(pair: pair, to: &next) { add(next, at: position + 1) }
    }
  }

  /// Length of what is left of a tag or entity whose first character was swallowed: `/p>`, `nbsp;`.
  func markupRemains(_ start: Int) -> Int {
    MarkupRemains.length(in: line, at: start, limit: Self.ringSize - 8)
  }

  /// Whether `(py)` stands at a position.
  private func isAnnotation(_ position: Int) -> Bool {
    position < line.count && line[position] == u("(")
      && PinyinReadings.syllable(in: line, at: position + 1) != nil
  }

  /// A private-use character that the scraper dropped before the one at a position.
  private mutating func expandDropped(
    _ hypothesis: Hypothesis, at position: Int, limit: Cost
  ) {
    var leads: [(byte: UInt8, cost: Cost)] = []
    for lead in Self.userDefinedLeads {
      let pair = UInt16(hypothesis.pending) << 8 | UInt16(lead)
      budget -= 1
      if let cost = cost(of: pair, after: hypothesis, isAnnotated: hypothesis.isBroken) {
        leads.append((lead, cost))
      }
    }
    leads.sort { ($0.cost, $0.byte) < ($1.cost, $1.byte) }
    for lead in leads.prefix(6) {
      var next = hypothesis
      next.means.insert(.droppedPair)
      guard next.cost + lead.cost <= limit, push(lead.byte, to: &next) else { continue }
      let trails: ClosedRange<UInt8> = lead.byte <= 0xA7 ? 0x81...0xA0 : 0xA1...0xFE
      for trail in trails { followDropped(next, trail: trail, at: position, limit: limit) }
      // A comma out of step is two such characters in a row where its neighbours allow it: its second
      // byte always makes one with a lead byte from A1 on.
      if lead.byte > 0xA7, push(pair: 0xA3AC, to: &next) {
        for trail in UInt8(0xA1)...0xFE {
          followDropped(next, trail: trail, at: position, limit: limit)
        }
      }
    }
  }

  /// Reads the character behind a dropped one at once, so that the lost byte is weighed with it.
  private mutating func followDropped(
    _ hypothesis: Hypothesis, trail: UInt8, at position: Int, limit: Cost
  ) {
    let shown = line[position]
    let pair = page.pair(shown)
    if pair != 0 {
      // Most of the bytes make no sense with the next one: see to that before anything is built.
      budget -= 1
      let completed = UInt16(trail) << 8 | pair >> 8
      guard let cost = cost(of: completed, after: hypothesis), hypothesis.cost + cost <= limit
      else { return }
    }
    var next = hypothesis
    guard push(trail, to: &next) else { return }
    if shown == u("?") || shown == u("(") {
      _ = expandAnnotation(next, at: position, isSlip: shown == u("?"))
    } else {
      expandOutOfStep(next, at: position)
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
