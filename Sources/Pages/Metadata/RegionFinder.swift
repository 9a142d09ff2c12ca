import HanText

/// Tells which region an article was written for: what 元 and 兆 mean in it.
///
/// Traditional script alone is not Taiwan: mirror sites republish mainland news in it. Money, bodies
/// and vocabulary decide; Simplified text is the mainland's, and so is Traditional text with no
/// evidence for Taiwan or Hong Kong.
enum RegionFinder {
  /// The words of `Data/region-words.tsv`.
  private struct Words: Sendable {
    var trie = ScalarTrie(keys: 700)
    var starts = StartFilter()
    /// Region and weight of each word.
    var evidence: [(region: Region, points: Int)] = []

    static let shared = Words()

    private init() {
      var table = TableReader(EmbeddedData.regionWords)
      while table.advance() {
        guard let region = Region(rawValue: table.string(1)), let points = Int(table.string(2))
        else { continue }
        let word = Array(table.cell(0))
        trie.insert(word, value: Int32(evidence.count))
        starts.insert(word)
        evidence.append((region, points))
      }
    }
  }

  /// The region of an article.
  ///
  /// - Complexity: O(length) up to the first 4,000 scalars.
  static func region(of article: Article, hints: MetadataHints) -> Region {
    if article.script == .hans { return .cn }
    let shadow = article.shadow
    let words = Words.shared
    var counts = [Int](repeating: 0, count: words.evidence.count)
    var (years, amounts, quotesAsMainland) = (0, 0, false)
    shadow.withUnsafeBufferPointer { shadow in
      let text = UnsafeBufferPointer(rebasing: shadow.prefix(4_000))
      var end = 0
      while let i = words.starts.next(in: text, from: end, to: text.count) {
        end = i + 1
        guard let found = words.trie.longestMatch(in: text, at: i) else { continue }
        counts[Int(found.value)] += 1
        end = i + found.length
      }
      years = republicYears(in: text)
      amounts = dollars(in: text)
      quotesAsMainland = Self.quotesAsMainland(text)
    }
    var points = (tw: 0, hk: 0, cn: 0)
    func add(_ region: Region, _ more: Int) {
      switch region {
      case .tw: points.tw += more
      case .hk: points.hk += more
      case .cn: points.cn += more
      }
    }
    for (i, word) in words.evidence.enumerated() where counts[i] > 0 {
      add(word.region, word.points * min(counts[i], 3))
    }
    add(.tw, 2 * min(years, 3))
    add(.hk, 2 * min(amounts, 3))
    if let source = article.source ?? hints.siteName {
      let name = Shadow.make(Scalars(source))
      for (medium, region) in media where name.holds(medium) { add(region, 6) }
    }
    // Sites that put pinyin behind characters mirror mainland pages, and a converter keeps the
    // mainland's quotation marks; Taiwan and Hong Kong write 「」.
    if article.repairs >= 3 { add(.cn, 8) }
    if quotesAsMainland { add(.cn, 4) }
    add(.cn, 2 * min(halfConverted(in: article.text), 4))
    if points.tw > points.cn, points.tw >= points.hk { return .tw }
    return points.hk > points.cn ? .hk : .cn
  }

  /// Whether a text quotes with “” and never with 「」.
  private static func quotesAsMainland(_ text: UnsafeBufferPointer<UInt32>) -> Bool {
    var curly = 0
    var corner = 0
    for c in text {
      curly &+= c == u("“") ? 1 : 0
      corner &+= c == u("「") ? 1 : 0
    }
    return curly >= 2 && corner == 0
  }

  /// How many characters a converter left that Taiwan and Hong Kong write otherwise: 于 for 於,
  /// 制造 for 製造, 采用 for 採用.
  private static func halfConverted(in text: Scalars) -> Int {
    var left = 0
    var right = 0
    text.withUnsafeBufferPointer { text in
      var next: UInt32 = 0
      for c in text.reversed() {
        switch (c, next) {
        case (u("于"), _), (u("制"), u("造")), (u("采"), u("用")): left += 1
        case (u("於"), _), (u("製"), u("造")), (u("採"), u("用")): right += 1
        default: break
        }
        next = c
      }
    }
    return left > right ? left : 0
  }

  /// How many years of the Republic are written: 113年, 112學年.
  private static func republicYears(in text: UnsafeBufferPointer<UInt32>) -> Int {
    var count = 0
    var i = 3
    while i + 1 < text.count {
      if text[i] == u("年") || text[i] == u("学") && text[i + 1] == u("年"),
        text[i - 3] == u("1"), text[i - 2] == u("0") || text[i - 2] == u("1"),
        ScalarKind.isDigit(text[i - 1]), i == 3 || !ScalarKind.isDigit(text[i - 4])
      {
        count += 1
      }
      i += 1
    }
    return count
  }

  /// How many amounts are written with a bare $ or HK$, as Hong Kong and Macau write theirs.
  private static func dollars(in text: UnsafeBufferPointer<UInt32>) -> Int {
    var count = 0
    for i in text.indices.dropLast() where text[i] == u("$") && ScalarKind.isDigit(text[i + 1]) {
      if i == 0 || text[i - 1] == u("K") || !ScalarKind.isLetter(text[i - 1]) { count += 1 }
    }
    return count
  }

  private static let media: [(Scalars, Region)] =
    ([
      ("中央社", .tw), ("联合报", .tw), ("联合新闻", .tw), ("自由时报", .tw), ("中时", .tw),
      ("工商时报", .tw), ("经济日报", .tw), ("公视", .tw), ("明报", .hk), ("香港电台", .hk),
      ("文汇报", .hk), ("大公", .hk), ("星岛", .hk), ("信报", .hk), ("香港01", .hk), ("东网", .hk),
      ("政府新闻网", .hk),
    ] as [(String, Region)]).map { (Scalars($0.0), $0.1) }
}
