import HanText

/// Goes through the lines of a damaged page: takes the annotations out and hands every place where
/// the bytes may have slipped to the decoder.
struct LineWalk {
  private let evidence: DamageEvidence
  private var decoder: StretchDecoder
  private let page = CodePage936.shared
  private let model = RepairModel.shared

  /// - Parameter triesDropped: whether to look for private-use characters that the scraper dropped.
  init(evidence: DamageEvidence, lines: [Scalars], triesDropped: Bool) {
    self.evidence = evidence
    let scalars = lines.reduce(0) { $0 + $1.count }
    var memory = DocumentMemory(scalars: scalars)
    for line in lines { Self.learn(line, evidence, into: &memory) }
    decoder = StretchDecoder(
      evidence: evidence, memory: memory, budget: Self.budget(scalars: scalars),
      triesDropped: triesDropped)
  }

  /// How many candidate characters may be weighed for a page: several times what the most damaged
  /// pages need, and bounded for floods. See `DamageRepair.undoSlips`.
  private static func budget(scalars: Int) -> Int { min(1_500_000 + 40 * scalars, 30_000_000) }

  /// Whether the page asks for more than any damaged page does.
  var isExhausted: Bool { decoder.budget <= 0 }

  /// Remembers the undamaged parts of a line.
  private static func learn(
    _ line: Scalars, _ evidence: DamageEvidence, into memory: inout DocumentMemory
  ) {
    let model = RepairModel.shared
    var first = RepairModel.edge
    var second = RepairModel.edge
    var skipped = 0
    var index = 0
    while index < line.count {
      let scalar = line[index]
      if scalar == u("("), let read = PinyinReadings.syllable(in: line, at: index + 1) {
        index = read.end
        continue
      }
      // What follows a mark may be out of step.
      if scalar == u("?") { skipped = 12 }
      index += 1
      let symbol = model.symbol(scalar)
      if skipped > 0 {
        skipped -= 1
        first = RepairModel.unknown
        second = RepairModel.unknown
        continue
      }
      if second != RepairModel.unknown { memory.add(symbol, after: first, second) }
      first = second
      second = symbol
    }
  }

  /// Repairs one line.
  mutating func repair(_ line: Scalars, log: inout RepairLog) -> Scalars {
    guard line.contains(where: { $0 == u("(") || $0 == u("?") }) else { return line }
    var text: Scalars = []
    text.reserveCapacity(line.count)
    var state = Hypothesis(
      cost: 0, before: 0, last: 0, first: RepairModel.edge, second: RepairModel.edge)
    decoder.line = line
    var index = 0
    while index < line.count {
      let shown = line[index]
      if shown == u("("), let read = PinyinReadings.syllable(in: line, at: index + 1),
        evidence.cost(of: read.syllable, on: state.lastPair) != nil
      {
        let before = line[max(0, index - 1)..<read.end]
        log.add(.repaired, "pinyin annotation", before: before, after: text.suffix(1))
        index = read.end
      } else if shown == u("?"), isPlaceOfSlip(index), decoder.budget > 0 {
        state.first = text.count > 1 ? model.symbol(text[text.count - 2]) : RepairModel.edge
        state.second = text.last.map(model.symbol) ?? RepairModel.edge
        let stretch = decoder.decode(from: index, start: state)
        note(stretch, of: line, from: index, log: &log)
        for scalar in stretch.text { advance(&state, over: scalar) }
        text += stretch.text
        index = stretch.end
      } else {
        advance(&state, over: shown)
        text.append(shown)
        index += 1
      }
    }
    return text
  }

  private func advance(_ state: inout Hypothesis, over shown: UInt32) {
    state.advanceBytes(over: shown, page: page, wide: decoder.widePair(shown))
  }

  /// Whether a `?` can stand for a lost byte: a syllable and `)` follow, or a pair of a split.
  private func isPlaceOfSlip(_ index: Int) -> Bool {
    if PinyinReadings.syllable(in: decoder.line, at: index + 1) != nil { return true }
    let line = decoder.line
    if decoder.splitPair(index + 1) == nil {
      // Two splits in a row.
      return index + 1 < line.count && line[index + 1] == u("?")
        && decoder.splitPair(index + 2) == 0xA1A2
    }
    // Three marks and more in a row are a reader's surprise, or a flood.
    return !(index + 2 < line.count && line[index + 1] == u("?") && line[index + 2] == u("?"))
  }

  private func note(
    _ stretch: Stretch, of line: Scalars, from start: Int, log: inout RepairLog
  ) {
    let before = line[start..<stretch.end]
    guard !before.elementsEqual(stretch.text) else { return }
    let isGuess =
      stretch.means.contains(.lostByte) || stretch.means.contains(.droppedPair)
    let reason =
      stretch.means.contains(.markup)
      ? "lost byte and markup remains"
      : stretch.means.contains(.lostByte)
        ? "lost byte"
        : stretch.means.contains(.droppedPair) ? "byte slip, dropped character" : "byte slip"
    log.add(isGuess ? .guessed : .repaired, reason, before: before, after: stretch.text)
  }
}
