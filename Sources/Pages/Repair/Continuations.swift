/// The characters that a displayed one completes with the trail byte of a dropped character before
/// it, weighed as far as one symbol before them tells.
///
/// The readings at a position differ by little, so the same symbol comes before again and again.
struct Continuations {
  /// A character that may stand there.
  struct Candidate {
    /// The byte that the dropped character ended with, which begins this one.
    let trail: UInt8
    let symbol: RepairModel.Symbol
    /// What it costs wherever it stands.
    let fixed: Cost
    /// What it costs behind the symbol alone, and whether the model has that pair.
    let pairCost: Cost
    let isKnown: Bool
    /// Whether the page shows the pair elsewhere.
    let isOnPage: Bool
  }

  private var lists: [(second: RepairModel.Symbol, candidates: [Candidate])] = []

  /// Forgets the position.
  mutating func removeAll() { lists.removeAll(keepingCapacity: true) }

  /// The list made for a symbol, or `nil`.
  func known(behind second: RepairModel.Symbol) -> [Candidate]? {
    lists.first { $0.second == second }?.candidates
  }

  /// Keeps the list made for a symbol.
  mutating func keep(_ candidates: [Candidate], behind second: RepairModel.Symbol) {
    lists.append((second, candidates))
  }
}

extension StretchDecoder {
  /// The characters that may stand behind a symbol, in order of their first bytes.
  ///
  /// - Parameter high: the first byte of the displayed character.
  mutating func candidates(
    behind second: RepairModel.Symbol, high: UInt8
  ) -> [Continuations.Candidate] {
    if let known = continuations.known(behind: second) { return known }
    var candidates: [Continuations.Candidate] = []
    candidates.reserveCapacity(126)
    for trail in UInt8(0x81)...0xFE {
      let pair = UInt16(trail) << 8 | UInt16(high)
      guard let character = facts[pair] else { continue }
      let isUnknown = character.symbol == RepairModel.unknown
      let pairCost = model.cost(character.symbol, after: second)
      candidates.append(
        Continuations.Candidate(
          trail: trail, symbol: character.symbol,
          fixed: character.cost + (evidence.isAnnotated[Int(pair)] ? 160 : 0)
            + (isUnknown ? 100 : 0),
          pairCost: pairCost.cost, isKnown: pairCost.isKnown,
          isOnPage: !isUnknown && memory.holds(character.symbol, after: second)))
    }
    continuations.keep(candidates, behind: second)
    return candidates
  }
}
