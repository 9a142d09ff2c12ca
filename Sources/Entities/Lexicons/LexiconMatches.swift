import HanText

/// One word of the lexicon found in a text.
struct LexiconMatch: Sendable {
  let start: Int
  let end: Int
  let entry: Int32
}

/// Every word of the built-in lexicon in a text, found in one pass and looked up by where it
/// begins or ends.
struct LexiconMatches: Sendable {
  let lexicon: BuiltInLexicon
  /// All matches, by start, shorter first.
  private(set) var all: [LexiconMatch] = []
  private var firstAtStart: [Int32]
  private var byEnd: [Int32]
  private var firstAtEnd: [Int32]
  /// For each scalar, the length of the longest place, body, head or common word over it.
  private var coverLength: [UInt8]

  /// Finds the words in a shadow.
  ///
  /// - Complexity: O(length).
  init(shadow: Scalars, lexicon: BuiltInLexicon) {
    self.lexicon = lexicon
    var found: [LexiconMatch] = []
    found.reserveCapacity(shadow.count / 2)
    var starts = [Int32](repeating: 0, count: shadow.count + 2)
    var ends = [Int32](repeating: 0, count: shadow.count + 2)
    var cover = [UInt8](repeating: 0, count: shadow.count)
    let covering: LexiconClass = [
      .place, .body, .head, .notName, .post, .occupation, .status, .say, .stop,
    ]
    for i in shadow.indices {
      starts[i] = Int32(truncatingIfNeeded: found.count)
      lexicon.trie.forEachMatch(in: shadow, at: i) { end, value in
        found.append(LexiconMatch(start: i, end: end, entry: value))
        ends[end] += 1
        let length = UInt8(truncatingIfNeeded: min(end - i, 255))
        let entry = lexicon.entries[Int(value)]
        let isWeakPlace = entry.placeForm == .weak && entry.classes == .place
        if length > 1, !isWeakPlace, !entry.classes.isDisjoint(with: covering) {
          for k in i..<end where cover[k] < length { cover[k] = length }
        }
      }
    }
    starts[shadow.count] = Int32(truncatingIfNeeded: found.count)
    starts[shadow.count + 1] = Int32(truncatingIfNeeded: found.count)
    // Counting sort by end.
    var total: Int32 = 0
    for e in ends.indices {
      let count = ends[e]
      ends[e] = total
      total += count
    }
    var order = [Int32](repeating: 0, count: found.count)
    var next = ends
    for (k, match) in found.enumerated() {
      order[Int(next[match.end])] = Int32(truncatingIfNeeded: k)
      next[match.end] += 1
    }
    all = found
    firstAtStart = starts
    byEnd = order
    firstAtEnd = ends
    coverLength = cover
  }

  /// What the lexicon knows about a match.
  @inline(__always)
  func entry(_ match: LexiconMatch) -> LexiconEntry { lexicon.entries[Int(match.entry)] }

  /// The matches that begin at an offset, shorter first.
  @inline(__always)
  func starting(at i: Int) -> ArraySlice<LexiconMatch> {
    guard i >= 0, i + 1 < firstAtStart.count else { return [] }
    return all[Int(firstAtStart[i])..<Int(firstAtStart[i + 1])]
  }

  /// The longest match of any of `classes` that begins at an offset.
  func longest(at i: Int, _ classes: LexiconClass) -> LexiconMatch? {
    var best: LexiconMatch?
    for match in starting(at: i) where !entry(match).classes.isDisjoint(with: classes) {
      best = match
    }
    return best
  }

  /// The longest match of any of `classes` that ends at an offset.
  func longest(endingAt e: Int, _ classes: LexiconClass) -> LexiconMatch? {
    guard e >= 0, e + 1 < firstAtEnd.count else { return nil }
    var best: LexiconMatch?
    for k in Int(firstAtEnd[e])..<Int(firstAtEnd[e + 1]) {
      let match = all[Int(byEnd[k])]
      guard !entry(match).classes.isDisjoint(with: classes) else { continue }
      if best.map({ match.start < $0.start }) ?? true { best = match }
    }
    return best
  }

  /// Whether a longer word lies over a scalar than one of `length`: 华为 over the stop word 为.
  @inline(__always)
  func isCovered(_ i: Int, by length: Int) -> Bool {
    i >= 0 && i < coverLength.count && Int(coverLength[i]) > length
  }
}
