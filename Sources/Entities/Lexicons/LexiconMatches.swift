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
  /// Their indexes by end, longer first.
  private let byEnd: [Int32]
  private let places: [Place]

  /// What is known of an offset.
  private struct Place {
    /// Where the words that begin here stand in `all`, up to those of the next offset.
    var firstAtStart: Int32 = 0
    /// Where the words that end here stand in `byEnd`, up to those of the next offset.
    var firstAtEnd: Int32 = 0
    /// What the words that begin (end) here are, taken together: most questions are about classes
    /// that no word here has.
    var classesAtStart: LexiconClass = []
    var classesAtEnd: LexiconClass = []
    /// The length of the longest place, body, head or common word over the scalar.
    var coverLength: UInt8 = 0
  }

  /// Finds the words in a shadow.
  ///
  /// - Complexity: O(length).
  init(shadow: Scalars, lexicon: BuiltInLexicon, region: Region) {
    self.lexicon = lexicon
    self.region = region
    var found: [LexiconMatch] = []
    found.reserveCapacity(shadow.count &* 3 / 2 + 16)
    // One more than there are offsets, so that every one has a next.
    var places = [Place](repeating: Place(), count: shadow.count + 2)
    byEnd = places.withUnsafeMutableBufferPointer { places in
      shadow.withUnsafeBufferPointer { text in
        lexicon.trie.forEachMatch(in: text) { i, end, value in
          let word = lexicon.words[Int(value)]
          let classes = word.subtracting(.covers)
          found.append(LexiconMatch(start: i, end: end, entry: value, classes: classes))
          places[i].firstAtStart &+= 1
          places[i].classesAtStart.formUnion(classes)
          places[end].firstAtEnd &+= 1
          places[end].classesAtEnd.formUnion(classes)
          if end &- i > 1, word.contains(.covers) {
            let length = UInt8(truncatingIfNeeded: min(end &- i, 255))
            for k in i..<end where places[k].coverLength < length {
              places[k].coverLength = length
            }
          }
        }
      }
      // Counts become starts of runs; those by end are filled from the back.
      var begun: Int32 = 0
      var ended: Int32 = 0
      for k in places.indices {
        let count = places[k].firstAtStart
        places[k].firstAtStart = begun
        begun &+= count
        ended &+= places[k].firstAtEnd
        places[k].firstAtEnd = ended
      }
      var order = [Int32](repeating: 0, count: found.count)
      for k in stride(from: found.count - 1, through: 0, by: -1) {
        let end = found[k].end
        places[end].firstAtEnd &-= 1
        order[Int(places[end].firstAtEnd)] = Int32(truncatingIfNeeded: k)
      }
      return order
    }
    all = found
    self.places = places
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
    guard i >= 0, i &+ 1 < places.count else { return [] }
    return all[Int(places[i].firstAtStart)..<Int(places[i &+ 1].firstAtStart)]
  }

  /// The longest match of any of `classes` that begins at an offset.
  @inline(__always)
  func longest(at i: Int, _ classes: LexiconClass) -> LexiconMatch? {
    guard i >= 0, i &+ 1 < places.count, !places[i].classesAtStart.isDisjoint(with: classes)
    else { return nil }
    return longestStarting(at: i, classes)
  }

  private func longestStarting(at i: Int, _ classes: LexiconClass) -> LexiconMatch? {
    let floor = Int(places[i].firstAtStart)
    var k = Int(places[i &+ 1].firstAtStart)
    while k > floor {
      k &-= 1
      if !all[k].classes.isDisjoint(with: classes) { return all[k] }
    }
    return nil
  }

  /// The longest match of any of `classes` that ends at an offset.
  @inline(__always)
  func longest(endingAt e: Int, _ classes: LexiconClass) -> LexiconMatch? {
    guard e >= 0, e &+ 1 < places.count, !places[e].classesAtEnd.isDisjoint(with: classes)
    else { return nil }
    return longestEnding(at: e, classes)
  }

  private func longestEnding(at e: Int, _ classes: LexiconClass) -> LexiconMatch? {
    // In the order of their starts, so the first one that fits is the longest.
    for k in Int(places[e].firstAtEnd)..<Int(places[e &+ 1].firstAtEnd) {
      let match = all[Int(byEnd[k])]
      if !match.classes.isDisjoint(with: classes) { return match }
    }
    return nil
  }

  /// Whether a longer word lies over a scalar than one of `length`: 华为 over the stop word 为.
  @inline(__always)
  func isCovered(_ i: Int, by length: Int) -> Bool {
    i >= 0 && i < places.count && Int(places[i].coverLength) > length
  }
}
