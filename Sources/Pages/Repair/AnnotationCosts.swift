/// The characters that an annotation may stand behind on a page, and at what cost: what
/// `DamageEvidence.cost(of:on:)` says, for all pairs at once.
struct AnnotationCosts {
  /// A pair that carries the annotation.
  struct Candidate {
    let pair: Pair
    let cost: Cost
  }

  /// The candidates in order of their pairs.
  private let candidates: [Candidate]
  /// Index of the first candidate of each lead byte, and their number behind the last.
  private let starts: [UInt16]

  init(_ syllable: PinyinReadings.Syllable, on evidence: DamageEvidence) {
    var candidates: [Candidate] = []
    var starts: [UInt16] = []
    starts.reserveCapacity(257)
    for pair in AnnotatedPairs.shared.pairs(of: syllable) {
      guard let cost = evidence.cost(ofReading: syllable, on: pair) else { continue }
      while starts.count <= Int(pair >> 8) {
        starts.append(UInt16(truncatingIfNeeded: candidates.count))
      }
      candidates.append(Candidate(pair: pair, cost: cost))
    }
    while starts.count < 257 { starts.append(UInt16(truncatingIfNeeded: candidates.count)) }
    self.candidates = candidates
    self.starts = starts
  }

  /// The candidates with a lead byte, in order of their trail bytes.
  func candidates(lead: UInt8) -> ArraySlice<Candidate> {
    candidates[Int(starts[Int(lead)])..<Int(starts[Int(lead) + 1])]
  }

  /// The cost of the annotation behind a pair, or `nil` where it cannot stand.
  func cost(on pair: Pair) -> Cost? {
    candidates(lead: UInt8(pair >> 8)).first { $0.pair == pair }?.cost
  }
}

/// The Traditional pairs that have a reading, by the reading's letters.
struct AnnotatedPairs: Sendable {
  /// Made once, when the first damaged page needs it.
  static let shared = AnnotatedPairs()

  private var pairs: [PinyinReadings.Syllable: [Pair]] = [:]

  private init() {
    let page = CodePage936.shared
    let table = PinyinReadings.shared
    for lead in UInt16(0x81)...0xFE {
      for trail in UInt16(0x40)...0xFE {
        let pair = lead << 8 | trail
        guard page.isTraditional(pair) else { continue }
        table.forEachSyllable(of: page.scalar(pair)) { add(pair, to: $0) }
      }
    }
  }

  private mutating func add(_ pair: Pair, to syllable: PinyinReadings.Syllable) {
    if pairs[syllable]?.last != pair { pairs[syllable, default: []].append(pair) }
  }

  /// The pairs, ascending.
  func pairs(of syllable: PinyinReadings.Syllable) -> [Pair] { pairs[syllable] ?? [] }
}
