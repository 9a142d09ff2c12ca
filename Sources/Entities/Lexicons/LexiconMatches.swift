import HanText

/// One word of the lexicon found in a text, with the classes it has.
struct LexiconMatch: Sendable {
  private let first: Int32
  private let last: Int32
  let entry: Int32
  let classes: LexiconClass

  @inline(__always)
  init(start: Int, end: Int, entry: Int32, classes: LexiconClass) {
    first = Int32(truncatingIfNeeded: start)
    last = Int32(truncatingIfNeeded: end)
    self.entry = entry
    self.classes = classes
  }

  @inline(__always) var start: Int { Int(first) }
  @inline(__always) var end: Int { Int(last) }
}

/// Every word of the built-in lexicon in a text, found in one pass and looked up by where it
/// begins or ends. A class, so that the finders that share it share one reference.
final class LexiconMatches: Sendable {
  let lexicon: BuiltInLexicon
  /// Which reading of a short form holds.
  let region: Region
  /// All matches, by start, shorter first.
  let all: [LexiconMatch]
  private let firstAtStart: [Int32]
  private let byEnd: [Int32]
  private let firstAtEnd: [Int32]
  /// What the words that begin (end) at an offset are, taken together: most questions are about
  /// classes that no word there has.
  private let classesAtStart: [LexiconClass]
  private let classesAtEnd: [LexiconClass]
  /// For each scalar, the length of the longest place, body, head or common word over it.
  private let coverLength: [UInt8]

  /// Finds the words in a shadow.
  ///
  /// - Complexity: O(length).
  init(shadow: Scalars, lexicon: BuiltInLexicon, region: Region) {
    self.lexicon = lexicon
    self.region = region
    var found: [LexiconMatch] = []
    found.reserveCapacity(shadow.count &* 3 / 2 + 16)
    var starts = [Int32](repeating: 0, count: shadow.count + 2)
    var ends = [Int32](repeating: 0, count: shadow.count + 2)
    var cover = [UInt8](repeating: 0, count: shadow.count)
    var startClasses = [LexiconClass](repeating: [], count: shadow.count + 1)
    var endClasses = startClasses
    shadow.withUnsafeBufferPointer { text in
      lexicon.trie.forEachMatch(in: text) { i, end, value in
        let word = lexicon.words[Int(value)]
        let classes = word.subtracting(.covers)
        found.append(LexiconMatch(start: i, end: end, entry: value, classes: classes))
        starts[i] += 1
        ends[end] += 1
        startClasses[i].formUnion(classes)
        endClasses[end].formUnion(classes)
        if end &- i > 1, word.contains(.covers) {
          let length = UInt8(truncatingIfNeeded: min(end &- i, 255))
          for k in i..<end where cover[k] < length { cover[k] = length }
        }
      }
    }
    var next: Int32 = 0
    for i in starts.indices {
      let count = starts[i]
      starts[i] = next
      next += count
    }
    // Counting sort by end: counts become starts of runs, each filled up to the next.
    var total: Int32 = 0
    for e in ends.indices {
      total += ends[e]
      ends[e] = total
    }
    var order = [Int32](repeating: 0, count: found.count)
    for k in stride(from: found.count - 1, through: 0, by: -1) {
      ends[found[k].end] -= 1
      order[Int(ends[found[k].end])] = Int32(truncatingIfNeeded: k)
    }
    all = found
    firstAtStart = starts
    byEnd = order
    firstAtEnd = ends
    coverLength = cover
    classesAtStart = startClasses
    classesAtEnd = endClasses
  }

  /// What the lexicon knows about a match.
  @inline(__always)
  func entry(_ match: LexiconMatch) -> LexiconEntry { lexicon.entries[Int(match.entry)] }

  /// What a match means as a body in this text; `nil` where it is none here.
  func body(_ match: LexiconMatch) -> BodyReading? { lexicon.body(entry(match), in: region) }

  /// The full form of a body's reading; `nil` for the word itself.
  func name(of reading: BodyReading) -> String? {
    reading.name >= 0 ? String(scalars: lexicon.name(reading.name)) : nil
  }

  /// Whether one scalar, behind a post and before a mark or a verb of saying, is the surname of
  /// someone whose given name is the two scalars behind it: 首席技术官|常万达|透露.
  func isGivenName(_ start: Int, _ end: Int, in shadow: Scalars) -> Bool {
    guard end - start == 2, start > 2,
      longest(endingAt: start, [.surname]) != nil
        || longest(endingAt: start, [.rareSurname]) != nil,
      let post = longest(endingAt: start - 1, .role), post.end - post.start >= 2
    else { return false }
    return end >= shadow.count || !Marks.isNamePart(shadow[end])
      || longest(at: end, [.say]) != nil
      || longest(at: end, [.stop]).map { $0.end - end > 1 } == true
  }

  /// The matches that begin at an offset, shorter first.
  @inline(__always)
  func starting(at i: Int) -> ArraySlice<LexiconMatch> {
    guard i >= 0, i + 1 < firstAtStart.count else { return [] }
    return all[Int(firstAtStart[i])..<Int(firstAtStart[i + 1])]
  }

  /// The longest match of any of `classes` that begins at an offset.
  func longest(at i: Int, _ classes: LexiconClass) -> LexiconMatch? {
    guard i >= 0, i < classesAtStart.count, !classesAtStart[i].isDisjoint(with: classes) else {
      return nil
    }
    let floor = Int(firstAtStart[i])
    var k = Int(firstAtStart[i &+ 1])
    while k > floor {
      k &-= 1
      if !all[k].classes.isDisjoint(with: classes) { return all[k] }
    }
    return nil
  }

  /// The longest match of any of `classes` that ends at an offset.
  func longest(endingAt e: Int, _ classes: LexiconClass) -> LexiconMatch? {
    guard e >= 0, e < classesAtEnd.count, !classesAtEnd[e].isDisjoint(with: classes) else {
      return nil
    }
    // In the order of their starts, so the first one that fits is the longest.
    for k in Int(firstAtEnd[e])..<Int(firstAtEnd[e &+ 1]) {
      let match = all[Int(byEnd[k])]
      if !match.classes.isDisjoint(with: classes) { return match }
    }
    return nil
  }

  /// Whether a longer word lies over a scalar than one of `length`: 华为 over the stop word 为.
  @inline(__always)
  func isCovered(_ i: Int, by length: Int) -> Bool {
    i >= 0 && i < coverLength.count && Int(coverLength[i]) > length
  }
}
