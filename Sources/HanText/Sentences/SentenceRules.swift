/// What Chinese news needs on top of Unicode's sentence boundaries.
///
/// Unicode counts opening brackets and quotation marks among those that close a sentence, ends one at
/// every Latin full stop before a Han character, and knows neither list markers nor book titles.
struct SentenceRules {
  private let text: UnsafeBufferPointer<UInt32>
  /// Offset of a 《 of this line that is not closed yet.
  private var openTitle: Int?
  /// How many straight quotation marks the line has so far.
  private var quotes = 0
  /// Whether a form feed or vertical tab has come by.
  private(set) var sawFeed = false

  /// No book title of more scalars than this is looked for behind a 《.
  private static let longestTitle = 100
  /// Latin abbreviations that no sentence ends at, lower case.
  private static let abbreviations: Set<[UInt32]> = Set(
    ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "nos", "vol", "fig", "jr", "sr", "gen"]
      .map { Scalars($0) })

  init(text: UnsafeBufferPointer<UInt32>) { self.text = text }

  /// Where the sentence that starts at `start` really ends, given Unicode's boundary, before which
  /// everything has been noted; `nil` if it goes on behind it.
  func sentenceEnd(of start: Int, proposed: Int) -> Int? {
    var last = proposed &- 1
    while last > start, ScalarClass.isSpace(text[last]) {
      if ScalarClass.isLineEnd(text[last]) { return proposed }
      last &-= 1
    }
    if ScalarClass.isLineEnd(text[last]) || proposed == text.count { return proposed }
    if isInsideTitle(proposed) { return nil }
    let (end, terminator) = closedEnd(from: last, start: start, proposed: proposed)
    if isLatinStop(text[terminator]), !endsSentence(stop: terminator, start: start) { return nil }
    if goesOn(at: end, behind: terminator) { return nil }
    return end
  }

  /// Moves the end back before marks that open what follows: 。“我們 belongs to the next sentence.
  private func closedEnd(
    from last: Int, start: Int, proposed: Int
  ) -> (end: Int, terminator: Int) {
    var terminator = last
    while terminator > start, isCloser(text[terminator]) { terminator &-= 1 }
    var end = terminator &+ 1
    var straight = quotes
    for i in end..<proposed where text[i] == 0x22 { straight &-= 1 }
    while end < proposed {
      let c = text[end]
      if c == 0x22 {
        // An even number of marks before it: this one opens.
        if straight & 1 == 0 { break }
        straight &+= 1
      } else if ScalarClass.isOpening(c) {
        break
      }
      end &+= 1
    }
    return (end, terminator)
  }

  /// Whether a scalar may stand between a terminator and Unicode's boundary behind it.
  private func isCloser(_ c: UInt32) -> Bool {
    c == 0x22 || c == 0x27 || ScalarClass.isClosing(c) || ScalarClass.isOpening(c)
      || ScalarClass.isSpace(c)
  }

  private func isLatinStop(_ c: UInt32) -> Bool { c == 0x2E || c == 0xFF0E || c == 0x2024 }

  /// Whether the Latin full stop at `stop` ends a sentence: not behind an initial, an
  /// abbreviation or a list marker (1. A. 一.).
  private func endsSentence(stop: Int, start: Int) -> Bool {
    var first = stop
    while first > start, ScalarClass.isLatinLetter(text[first &- 1]) { first &-= 1 }
    let letters = stop &- first
    if letters == 1 { return false }
    if letters > 1 {
      let word = text[first..<stop].map { $0 | 0x20 }
      return !Self.abbreviations.contains(word)
    }
    // A marker is all that stands before the stop in its sentence or line.
    var i = start
    while i < stop, ScalarClass.isSpace(text[i]) { i &+= 1 }
    let marker = stop &- i
    guard marker > 0, marker <= 3 else { return marker > 0 }
    return !(i..<stop).allSatisfy { ScalarClass.isDigit(text[$0]) || isHanNumeral(text[$0]) }
  }

  private func isHanNumeral(_ c: UInt32) -> Bool {
    switch c {
    case u("一"), u("二"), u("三"), u("四"), u("五"), u("六"), u("七"), u("八"), u("九"), u("十"):
      return true
    default: return false
    }
  }

  /// Whether what follows a closed quotation goes on with the clause: “加油！”的口号.
  private func goesOn(at end: Int, behind terminator: Int) -> Bool {
    guard end < text.count, end > terminator &+ 1, !ScalarClass.isSpace(text[end &- 1]) else {
      return false
    }
    // A title that ends in ？ or ！ is part of a sentence.
    if text[terminator &+ 1] == u("》") || text[terminator &+ 1] == u("〉") { return true }
    switch text[end] {
    case u("，"), u("、"), u("；"), u("："), u(","), u(";"), u("…"), u("—"), u("的"), u("等"),
      u("之"), u("和"), u("与"), u("與"), u("及"), u("或"), u("而"):
      return true
    default: return false
    }
  }

  /// Whether a boundary stands between 《 and its 》: a title with ！ or ？ in it.
  private func isInsideTitle(_ offset: Int) -> Bool {
    guard let open = openTitle else { return false }
    var i = offset
    while i < text.count, i &- open < Self.longestTitle, !ScalarClass.isLineEnd(text[i]) {
      if text[i] == u("》") { return true }
      if text[i] == u("《") { return false }
      i &+= 1
    }
    return false
  }

  /// Takes note of a line end, a straight quotation mark, 《 or 》 in its turn.
  mutating func note(_ c: UInt32, at i: Int) {
    if c == u("《") {
      if openTitle == nil { openTitle = i }
    } else if c == u("》") {
      openTitle = nil
    } else if c == 0x22 {
      quotes &+= 1
    } else if ScalarClass.isLineEnd(c) {
      openTitle = nil
      quotes = 0
      if c == 0x0B || c == 0x0C { sawFeed = true }
    }
  }
}
