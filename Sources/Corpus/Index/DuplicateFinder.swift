/// Finds the documents that copy an earlier one, among documents given in the order in which the
/// first is to be the original.
///
/// A document is compared with the originals so far that share a band of its MinHash
/// (Broder 1997; banding after Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, 3.4):
/// with 16 bands of 4 lanes two texts with 80 % of their shingles in common meet with a
/// probability of 99.98 %, with 30 % of them 12 %. What meets is held against the whole signatures,
/// then against the texts themselves.
///
/// Time is linear in the documents: of a band's originals only the latest `mostCompared` are looked
/// at, so a family of thousands on one template costs no more. Memory: about 400 bytes a document.
struct DuplicateFinder {
  /// The least share of common shingles: of all shingles that either text has (Jaccard).
  ///
  /// A copy with a paragraph of another site added has some 90 %; articles on one event by two
  /// authors rarely reach 40 %.
  static let leastOverlap = 0.8
  /// The least share of common facts (names, figures, dates): texts on one template with other
  /// numbers and names can share nine shingles in ten, but not these. A copy with one paragraph
  /// more or less, and a name or two read otherwise, keeps three in four.
  static let leastFacts = 0.6
  /// Below this share of equal lanes the texts need not be read: three standard deviations under
  /// `leastOverlap`, which is 0.05 for 64 lanes.
  static let leastEstimate = 0.65

  private static let bandCount = 16
  private static let rowsPerBand = Signature.laneCount / bandCount
  /// Originals of a band looked at, the latest first.
  private static let mostCompared = 32
  /// Candidates whose texts are read, the likeliest first.
  private static let mostRead = 4

  private var lanes: [UInt32] = []
  private var facts: [UInt32] = []
  private var factEnds: [Int32] = []
  /// The document of each original, by its number among the originals.
  private var originals: [Int32] = []
  private var byExact: [UInt64: Int32] = [:]
  /// The latest original of each slot of each band, and for each original the one before it.
  private var heads: [Int32]
  private var previous: [Int32] = []
  private let slotMask: Int
  private var documents = 0
  /// For each original, the last document it was looked at for.
  private var lookedAtFor: [Int32] = []

  /// Prepares for about `count` documents.
  init(count: Int) {
    var slots = 1024
    while slots < count, slots < 1 << 20 { slots *= 2 }
    slotMask = slots - 1
    heads = [Int32](repeating: -1, count: slots * Self.bandCount)
  }

  /// Takes the next document.
  ///
  /// - Parameters:
  ///   - signature: its signature.
  ///   - overlap: the share of common shingles of this document and an earlier one, by its number.
  /// - Returns: the number of the document it copies, an original; `nil` if it is one itself.
  mutating func add(
    _ signature: Signature, overlap: (Int) throws(DatabaseError) -> Double
  ) throws(DatabaseError) -> Int? {
    let number = documents
    documents += 1
    if let same = byExact[signature.exact], sharesFacts(signature, with: Int(same)) {
      return Int(originals[Int(same)])
    }
    var found: Int?
    for original in candidates(for: signature, number) {
      let document = Int(originals[original])
      if let known = found, known < document { continue }
      if try overlap(document) >= Self.leastOverlap { found = document }
    }
    if found == nil { insert(signature, number) }
    return found
  }

  /// The originals whose texts are worth reading, the likeliest first.
  private mutating func candidates(for signature: Signature, _ number: Int) -> [Int] {
    var scored: [(original: Int, equal: Int)] = []
    for band in 0..<Self.bandCount {
      var next = heads[slot(band, signature.lanes)]
      var steps = 0
      while next >= 0, steps < Self.mostCompared {
        let original = Int(next)
        next = previous[original * Self.bandCount + band]
        steps += 1
        if lookedAtFor[original] == Int32(number) { continue }
        lookedAtFor[original] = Int32(number)
        let equal = equalLanes(signature, original)
        guard Double(equal) >= Self.leastEstimate * Double(Signature.laneCount),
          sharesFacts(signature, with: original)
        else { continue }
        scored.append((original, equal))
      }
    }
    scored.sort { $0.equal != $1.equal ? $0.equal > $1.equal : $0.original < $1.original }
    return scored.prefix(Self.mostRead).map(\.original)
  }

  private func equalLanes(_ signature: Signature, _ original: Int) -> Int {
    let start = original * Signature.laneCount
    var equal = 0
    for i in 0..<Signature.laneCount where lanes[start + i] == signature.lanes[i] { equal += 1 }
    return equal
  }

  /// Whether enough of the facts of two documents are the same. Both lists ascend.
  private func sharesFacts(_ signature: Signature, with original: Int) -> Bool {
    let start = original == 0 ? 0 : Int(factEnds[original - 1])
    let own = signature.facts
    var (i, j, common) = (0, start, 0)
    let end = Int(factEnds[original])
    while i < own.count, j < end {
      if own[i] == facts[j] { common += 1 }
      let (a, b) = (own[i], facts[j])
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    let all = own.count + (end - start) - common
    return Double(common) >= Self.leastFacts * Double(all)
  }

  private mutating func insert(_ signature: Signature, _ number: Int) {
    let original = originals.count
    originals.append(Int32(number))
    lanes.append(contentsOf: signature.lanes)
    facts.append(contentsOf: signature.facts)
    factEnds.append(Int32(facts.count))
    lookedAtFor.append(-1)
    if byExact[signature.exact] == nil { byExact[signature.exact] = Int32(original) }
    for band in 0..<Self.bandCount {
      let at = slot(band, signature.lanes)
      previous.append(heads[at])
      heads[at] = Int32(original)
    }
  }

  /// Where the originals of a band with the same four least values are chained.
  private func slot(_ band: Int, _ lanes: [UInt32]) -> Int {
    var hash: UInt64 = 0
    for row in 0..<Self.rowsPerBand {
      hash = (hash ^ UInt64(lanes[band * Self.rowsPerBand + row])) &* 0x9E37_79B9_7F4A_7C15
    }
    return band * (slotMask + 1) + Int(truncatingIfNeeded: hash >> 40) & slotMask
  }
}
