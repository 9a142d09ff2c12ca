import HanText

/// What the whole page tells about its damage: whether there is any, which characters the mirror
/// site annotates with which reading, and what the scraper did afterwards.
///
/// A hit is a Han character X that differs from its Simplified form with one of its readings in
/// brackets behind it: 領(lǐng). A page is damaged only if at least 2 different X and 3 sites are
/// hit, if nearly all occurrences of those X are, if most hits touch Han text or digits (2,333萬(wàn)6千),
/// and if characters that do not differ are not annotated as well (a primer annotates all).
struct DamageEvidence: Sendable {
  /// The usual reading of each annotated character.
  private(set) var readings: [Pair: PinyinReadings.Syllable] = [:]
  /// Whether a pair is annotated wherever it stands; by pair.
  private(set) var isAnnotated: [Bool] = []
  /// Whether a pair stands in the page without annotation; by pair.
  private(set) var standsBare: [Bool] = []
  /// Whether the scraper turned full-width ASCII into ASCII and the ideographic space into a space.
  private(set) var hasASCIIPunctuation = false
  /// Whether private-use characters were kept.
  private(set) var keepsPrivateUse = false

  /// Least number of different annotated characters of a damaged page.
  private static let leastCharacters = 2
  /// Least number of hits of a damaged page.
  private static let leastSites = 3

  /// Reads the evidence of a page, all of its lines together.
  ///
  /// - Returns: `nil` where the page is not damaged.
  /// - Complexity: O(length); a page without tone marks behind brackets is left after one scan.
  init?(_ lines: [Scalars]) {
    guard Self.mayBeDamaged(lines) else { return nil }
    var survey = AnnotationSurvey()
    for line in lines { survey.read(line) }
    let usual = survey.usualReadings()
    readings = usual.readings
    // A slip is no coincidence as a gloss may be: one with any other site is enough.
    let slips = survey.misaligned.values.reduce(0, +)
    guard
      slips > 0 && usual.sites >= 2
        || usual.characters >= Self.leastCharacters && usual.sites >= Self.leastSites,
      usual.sites * 10 >= 8 * (usual.sites + usual.bare),
      survey.besideText * 2 > survey.hits,
      survey.glosses * 4 <= survey.hits
    else { return nil }
    isAnnotated = [Bool](repeating: false, count: 0x10000)
    for pair in readings.keys { isAnnotated[Int(pair)] = true }
    standsBare = survey.standsBare
    keepsPrivateUse = survey.privateUse > 0
    hasASCIIPunctuation = survey.fullWidth * 4 < survey.ascii
  }

  /// Whether two tone-marked syllables stand in front of closing brackets, behind `(` or `?`.
  private static func mayBeDamaged(_ lines: [Scalars]) -> Bool {
    var found = 0
    for line in lines {
      found += signs(in: line)
      if found >= 2 { return true }
    }
    return false
  }

  /// The same for a text of many lines: no sign spans a line end.
  static func mayBeDamaged(_ text: Scalars) -> Bool { signs(in: text) >= 2 }

  private static func signs(in text: Scalars) -> Int {
    text.withUnsafeBufferPointer { scalars in
      var found = 0
      var index = 0
      let end = scalars.count - 2
      while index < end {
        let scalar = scalars[index]
        index += 1
        guard scalar == u("(") || scalar == u("?"), PinyinReadings.isLetter(scalars[index])
        else { continue }
        if let read = PinyinReadings.syllable(in: text, at: index), read.syllable.hasTone {
          found += 1
        }
      }
      return found
    }
  }

  /// How surprising an annotation of a pair is: free where the page shows it elsewhere, `nil` where
  /// it cannot be (no reading of it, or the pair stands bare in the page).
  func cost(of syllable: PinyinReadings.Syllable, on pair: Pair) -> Cost? {
    guard
      readings[pair] != nil
        || CodePage936.shared.isTraditional(pair)
          && PinyinReadings.shared.isReading(syllable, of: CodePage936.shared.scalar(pair))
    else { return nil }
    return cost(ofReading: syllable, on: pair)
  }

  /// The same for a pair that differs from its Simplified form and has the reading.
  func cost(ofReading syllable: PinyinReadings.Syllable, on pair: Pair) -> Cost? {
    if let usual = readings[pair] { return usual == syllable ? 0 : nil }
    return standsBare[Int(pair)] ? nil : 32
  }
}

/// Counts of annotations over the lines of one page.
private struct AnnotationSurvey {
  var hits = 0
  var besideText = 0
  /// Annotated characters that are the same in Simplified script.
  var glosses = 0
  var misaligned: [PinyinReadings.Syllable: Int] = [:]
  var fullWidth = 0
  var ascii = 0
  var privateUse = 0
  var standsBare = [Bool](repeating: false, count: 0x10000)
  private var byPair: [Pair: [PinyinReadings.Syllable: Int]] = [:]
  private var bare = [Int32](repeating: 0, count: 0x10000)
  private let page = CodePage936.shared
  private let table = PinyinReadings.shared

  private static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x4E00 && scalar <= 0x9FA5 }

  /// What running text consists of, beside signs.
  private static func isInText(_ scalar: UInt32) -> Bool {
    isHan(scalar) || ScalarClass.isASCIIDigit(scalar)
  }

  mutating func read(_ line: Scalars) {
    var index = 0
    // Private-use characters tell something only where the bytes may be out of step: elsewhere they
    // are a page's icons.
    var mark = -100
    while index < line.count {
      let scalar = line[index]
      index += 1
      if scalar == u("?") { mark = index }
      if scalar >= 0x80 {
        readWide(scalar, isBehindMark: index - mark < 40)
        if Self.isHan(scalar), !isOpening(line, index) { bare[Int(page.pair(scalar))] += 1 }
      } else if scalar == u(",") || scalar == u(":") || scalar == u(";") {
        if index < line.count, Self.isHan(line[index]) { ascii += 1 }
      } else if scalar == u("(") || scalar == u("?"), index > 1,
        let read = PinyinReadings.syllable(in: line, at: index)
      {
        if scalar == u("(") {
          readAnnotation(line, at: index - 1, read.syllable, end: read.end)
        } else {
          readSlip(line, at: index - 1, read.syllable)
        }
        index = read.end
      }
    }
  }

  private func isOpening(_ line: Scalars, _ index: Int) -> Bool {
    index < line.count && line[index] == u("(")
      && PinyinReadings.syllable(in: line, at: index + 1) != nil
  }

  private mutating func readWide(_ scalar: UInt32, isBehindMark: Bool) {
    if scalar >= 0xFF01, scalar <= 0xFF5E { fullWidth += 1 }
    if isBehindMark, CodePage936.isUserDefined(scalar) { privateUse += 1 }
  }

  /// `X(py)`, or `cA(py)` with X = (trail byte of c, A).
  private mutating func readAnnotation(
    _ line: Scalars, at bracket: Int, _ syllable: PinyinReadings.Syllable, end: Int
  ) {
    let before = line[bracket - 1]
    var pair = page.pair(before)
    if before >= 0x40, before < 0x7F, bracket >= 2 {
      pair = page.pair(line[bracket - 2]) << 8 | UInt16(before)
    }
    guard pair > 0xFF, table.isReading(syllable, of: page.scalar(pair)) else { return }
    guard page.isTraditional(pair) else {
      glosses += 1
      return
    }
    hits += 1
    if end < line.count && Self.isInText(line[end])
      || bracket >= 2 && Self.isInText(line[bracket - 2])
    {
      besideText += 1
    }
    byPair[pair, default: [:]][syllable, default: 0] += 1
  }

  /// `c?py)` with X = (last byte of c, a lost byte).
  private mutating func readSlip(
    _ line: Scalars, at mark: Int, _ syllable: PinyinReadings.Syllable
  ) {
    guard syllable.hasTone, page.pair(line[mark - 1]) != 0 else { return }
    let last = page.pair(line[mark - 1]) << 8
    for trail in UInt16(0x81)...0xFE where page.isTraditional(last | trail) {
      if table.isReading(syllable, of: page.scalar(last | trail)) {
        hits += 1
        besideText += 1
        misaligned[syllable, default: 0] += 1
        return
      }
    }
  }

  /// The usual reading of every character that nearly always carries it, with the counts of the page.
  mutating func usualReadings() -> (
    readings: [Pair: PinyinReadings.Syllable], characters: Int, sites: Int, bare: Int
  ) {
    for pair in 0..<0x10000 where bare[pair] > 0 { standsBare[pair] = true }
    var readings: [Pair: PinyinReadings.Syllable] = [:]
    var sites = 0
    var bareSites = 0
    for pair in byPair.keys.sorted() {
      guard let counts = byPair[pair] else { continue }
      var best: (syllable: PinyinReadings.Syllable, count: Int)?
      for (syllable, count) in counts {
        // Ties go by the letters, so that the order of the dictionary does not matter.
        if let known = best,
          (known.count, known.syllable.high, known.syllable.low)
            >= (count, syllable.high, syllable.low)
        {
          continue
        }
        best = (syllable, count)
      }
      guard let best else { continue }
      let total = counts.values.reduce(Int(bare[Int(pair)]), +)
      guard best.count * 10 >= total * 6 else {
        standsBare[Int(pair)] = true
        continue
      }
      readings[pair] = best.syllable
      sites += best.count
      bareSites += total - best.count
    }
    var characters = readings.count
    let aligned = Set(readings.values)
    for (syllable, count) in misaligned {
      sites += count
      if !aligned.contains(syllable) { characters += 1 }
    }
    return (readings, characters, sites, bareSites)
  }
}
