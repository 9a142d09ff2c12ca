import HanText

/// Tells which region an article was written for: what 元 and 兆 mean in it.
///
/// Traditional script alone is not Taiwan: mirror sites republish mainland news in it. Money, bodies
/// and vocabulary decide; Simplified text is the mainland's, and so is Traditional text with no
/// evidence for Taiwan or Hong Kong.
enum RegionFinder {
  /// The words of `Data/region-words.tsv`.
  private final class Words: Sendable {
    let trie: ScalarTrie
    /// Passes where a word or one of the `Signs` may begin.
    let starts: StartFilter
    /// Region and weight of each word.
    let evidence: [(region: Region, points: Int)]

    static let shared = Words()

    private init() {
      var trie = ScalarTrie(keys: 700)
      var starts = Signs.starts
      var evidence: [(region: Region, points: Int)] = []
      var table = TableReader(EmbeddedData.regionWords)
      while table.advance() {
        guard let region = Region(rawValue: table.string(1)), let points = Int(table.string(2))
        else { continue }
        let word = Array(table.cell(0))
        trie.insert(word, value: Int32(evidence.count))
        starts.insert(word)
        evidence.append((region, points))
      }
      self.trie = trie
      self.starts = starts
      self.evidence = evidence
    }
  }

  /// The region of an article.
  ///
  /// - Complexity: O(length) up to the first 4,000 scalars.
  static func region(of article: Article, hints: MetadataHints) -> Region {
    if article.script == .hans { return .cn }
    let shadow = article.shadow
    let words = Words.shared
    var points = (tw: 0, hk: 0, cn: 0)
    func add(_ region: Region, _ more: Int) {
      switch region {
      case .tw: points.tw += more
      case .hk: points.hk += more
      case .cn: points.cn += more
      }
    }
    var signs = Signs()
    shadow.withUnsafeBufferPointer { shadow in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: words.evidence.count) { counts in
        counts.initialize(repeating: 0)
        let text = UnsafeBufferPointer(rebasing: shadow.prefix(4_000))
        var start = 0
        var end = 0  // of the last word: words do not overlap
        while let i = words.starts.next(in: text, from: start, to: text.count) {
          start = i + 1
          signs.note(text, at: i)
          guard i >= end, let found = words.trie.longestMatch(in: text, at: i) else { continue }
          end = i + found.length
          let word = Int(found.value)
          // A word counts three times at most.
          guard counts[word] < 3 else { continue }
          counts[word] += 1
          add(words.evidence[word].region, words.evidence[word].points)
        }
      }
    }
    add(.tw, 2 * min(signs.republicYears, 3))
    add(.hk, 2 * min(signs.dollars, 3))
    if let source = article.source ?? hints.siteName {
      let name = Shadow.make(Scalars(source))
      for (medium, region) in media where name.holds(medium) { add(region, 6) }
    }
    // Sites that put pinyin behind characters mirror mainland pages, and a converter keeps the
    // mainland's quotation marks; Taiwan and Hong Kong write 「」.
    if article.repairs >= 3 { add(.cn, 8) }
    if signs.curlyQuotes >= 2, signs.cornerQuotes == 0 { add(.cn, 4) }
    add(.cn, 2 * min(halfConverted(in: article.text), 4))
    if points.tw > points.cn, points.tw >= points.hk { return .tw }
    return points.hk > points.cn ? .hk : .cn
  }

  /// How many characters a converter left that Taiwan and Hong Kong write otherwise: 于 for 於,
  /// 制造 for 製造, 采用 for 採用.
  private static func halfConverted(in text: Scalars) -> Int {
    text.withUnsafeBufferPointer { text in
      guard let last = text.last else { return 0 }
      // Sums without a branch, so that the compiler counts several scalars at a time.
      var left: UInt32 = last == u("于") ? 1 : 0
      var right: UInt32 = last == u("於") ? 1 : 0
      for i in 0..<(text.count &- 1) {
        let (c, next) = (text[i], text[i &+ 1])
        left &+=
          (c == u("于") ? 1 : 0) &+ ((c ^ u("制")) | (next ^ u("造")) == 0 ? 1 : 0)
          &+ ((c ^ u("采")) | (next ^ u("用")) == 0 ? 1 : 0)
        right &+=
          (c == u("於") ? 1 : 0) &+ ((c ^ u("製")) | (next ^ u("造")) == 0 ? 1 : 0)
          &+ ((c ^ u("採")) | (next ^ u("用")) == 0 ? 1 : 0)
      }
      return left > right ? Int(left) : 0
    }
  }

  /// What a text shows of its region beside words.
  private struct Signs {
    /// Years of the Republic: 113年, 112學年.
    var republicYears = 0
    /// Amounts with a bare $ or HK$, as Hong Kong and Macau write theirs.
    var dollars = 0
    var curlyQuotes = 0
    var cornerQuotes = 0

    /// Passes where one begins: quotation marks, a year's last digit, a dollar sign.
    static var starts: StartFilter {
      var starts = StartFilter()
      starts.insert([u("“")])
      starts.insert([u("「")])
      for digit in u("0")...u("9") {
        starts.insert([digit, u("年")])
        starts.insert([digit, u("学")])
        starts.insert([u("$"), digit])
      }
      return starts
    }

    /// Counts what begins at an offset.
    mutating func note(_ text: UnsafeBufferPointer<UInt32>, at i: Int) {
      switch text[i] {
      case u("“"): curlyQuotes += 1
      case u("「"): cornerQuotes += 1
      case u("0")...u("9"):
        guard i &+ 1 < text.count else { return }
        let isSchoolYear =
          text[i &+ 1] == u("学") && i &+ 2 < text.count && text[i &+ 2] == u("年")
        if isSchoolYear || text[i &+ 1] == u("年"), Self.endsRepublicYear(text, i &+ 1) {
          republicYears += 1
        }
      case u("$"):
        if i &+ 1 < text.count, ScalarKind.isDigit(text[i &+ 1]),
          i == 0 || text[i &- 1] == u("K") || !ScalarKind.isLetter(text[i &- 1])
        {
          dollars += 1
        }
      default: break
      }
    }

    /// Whether 10x or 11x and nothing more of a number stands before an offset.
    private static func endsRepublicYear(_ text: UnsafeBufferPointer<UInt32>, _ i: Int) -> Bool {
      i >= 3 && i &+ 1 < text.count && text[i &- 3] == u("1")
        && (text[i &- 2] == u("0") || text[i &- 2] == u("1")) && ScalarKind.isDigit(text[i &- 1])
        && (i == 3 || !ScalarKind.isDigit(text[i &- 4]))
    }
  }

  private static let media: [(Scalars, Region)] =
    ([
      ("中央社", .tw), ("联合报", .tw), ("联合新闻", .tw), ("自由时报", .tw), ("中时", .tw),
      ("工商时报", .tw), ("经济日报", .tw), ("公视", .tw), ("明报", .hk), ("香港电台", .hk),
      ("文汇报", .hk), ("大公", .hk), ("星岛", .hk), ("信报", .hk), ("香港01", .hk), ("东网", .hk),
      ("政府新闻网", .hk),
    ] as [(String, Region)]).map { (Scalars($0.0), $0.1) }
}
