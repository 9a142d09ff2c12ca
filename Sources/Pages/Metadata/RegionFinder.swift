import HanText

/// Tells which region an article was written for: what 元 and 兆 mean in it.
///
/// Traditional script alone is not Taiwan: mirror sites republish mainland news in it. Money, bodies
/// and vocabulary decide; Simplified text is the mainland's, and so is Traditional text with no
/// evidence for Taiwan or Hong Kong.
enum RegionFinder {
  private struct Evidence {
    var region: Region
    var points: Int
  }

  /// Words of one region, in the shadow's Simplified script, with their weight.
  private static let words: [(String, Region, Int)] = [
    ("新台币", .tw, 4), ("新臺币", .tw, 4), ("台币", .tw, 3), ("民国", .tw, 2), ("立法院", .tw, 3),
    ("行政院", .tw, 3),
    ("立委", .tw, 3), ("监察院", .tw, 3), ("中央社", .tw, 3), ("台北", .tw, 1), ("高雄", .tw, 1),
    ("台中", .tw, 1),
    ("桃园", .tw, 1), ("新竹", .tw, 1), ("台南", .tw, 1), ("新北市", .tw, 2), ("嘉义", .tw, 1), ("屏东", .tw, 1),
    ("花莲", .tw, 1), ("卫福部", .tw, 3), ("经济部长", .tw, 1), ("国科会", .tw, 3), ("数位", .tw, 1),
    ("软体", .tw, 2),
    ("网路", .tw, 2), ("资讯", .tw, 1), ("硬体", .tw, 2), ("晶片", .tw, 1), ("伺服器", .tw, 2), ("影片", .tw, 1),
    ("透过", .tw, 1), ("计画", .tw, 2), ("品质", .tw, 1), ("萤幕", .tw, 2), ("雷射", .tw, 2), ("专案", .tw, 1),
    ("国中", .tw, 1), ("县市", .tw, 1), ("县长", .tw, 1), ("里长", .tw, 2), ("报导", .tw, 1), ("国人", .tw, 1),
    ("健保", .tw, 2), ("捷运", .tw, 2), ("总统府", .tw, 1), ("内政部", .tw, 1), ("教育局长", .tw, 1),
    ("港元", .hk, 2), ("港币", .hk, 2), ("特区政府", .hk, 3), ("行政长官", .hk, 3), ("立法会", .hk, 3),
    ("特首", .hk, 3),
    ("港府", .hk, 3), ("九龙", .hk, 2), ("新界", .hk, 2), ("政务司", .hk, 3), ("财政司", .hk, 3),
    ("施政报告", .hk, 3),
    ("医管局", .hk, 3), ("元朗", .hk, 2), ("屯门", .hk, 2), ("沙田", .hk, 2), ("本港", .hk, 3), ("港铁", .hk, 3),
    ("澳门元", .hk, 3), ("澳门币", .hk, 3), ("香港", .hk, 1), ("警务处", .hk, 2), ("教育局局长", .hk, 2),
    ("区议会", .hk, 2),
    ("议员", .hk, 1), ("中大", .hk, 1), ("港大", .hk, 2), ("科大", .hk, 1), ("创科局", .hk, 3),
    ("数码港", .hk, 2),
    ("人民币", .cn, 2), ("国务院", .cn, 3), ("省委", .cn, 3), ("市委", .cn, 3), ("习近平", .cn, 1),
    ("发改委", .cn, 3),
    ("党委", .cn, 2), ("全国人大", .cn, 2), ("新华社", .cn, 3), ("中新社", .cn, 3), ("中新网", .cn, 3),
    ("人民网", .cn, 3),
    ("科技日报", .cn, 3), ("我国", .cn, 1), ("人工智能", .cn, 1), ("互联网", .cn, 1), ("信息", .cn, 1),
    ("软件", .cn, 1),
    ("网络", .cn, 1), ("质量", .cn, 1), ("高质量", .cn, 2), ("数字经济", .cn, 2), ("产业园", .cn, 1),
    ("教委", .cn, 3),
    ("经信委", .cn, 3), ("中小学", .cn, 1), ("党中央", .cn, 3), ("书记", .cn, 1), ("居委会", .cn, 2),
    ("公安局", .cn, 2),
    ("自治区", .cn, 2), ("直播", .cn, 0), ("芯片", .cn, 1), ("视频", .cn, 1), ("算力", .cn, 1),
    ("大模型", .cn, 1),
    ("北京市", .cn, 2), ("上海市", .cn, 2), ("深圳市", .cn, 2), ("广东省", .cn, 2), ("浙江省", .cn, 2),
    ("全省", .cn, 2),
    ("全市", .cn, 1), ("干部", .cn, 1), ("海淀", .cn, 1),
  ]

  private static let trie: ScalarTrie = {
    var trie = ScalarTrie(keys: words.count)
    for (i, word) in words.enumerated() { trie.insert(Scalars(word.0), value: Int32(i)) }
    return trie
  }()

  private static let starts: StartFilter = {
    var starts = StartFilter()
    for word in words { starts.insert(Scalars(word.0)) }
    return starts
  }()

  /// Region and weight of each word, without the word.
  private static let evidence: [Evidence] = words.map { Evidence(region: $0.1, points: $0.2) }

  /// The region of an article.
  ///
  /// - Complexity: O(length) up to the first 4,000 scalars.
  static func region(of article: Article, hints: MetadataHints) -> Region {
    if article.script == .hans { return .cn }
    let isLong = article.text.count > 4_000
    let text = Shadow.make(isLong ? Array(article.text.prefix(4_000)) : article.text)
    let evidence = Self.evidence
    var counts = [Int](repeating: 0, count: evidence.count)
    let trie = Self.trie
    text.withUnsafeBufferPointer { text in
      var end = 0
      while let i = starts.next(in: text, from: end, to: text.count) {
        end = i + 1
        guard let found = trie.longestMatch(in: text, at: i) else { continue }
        counts[Int(found.value)] += 1
        end = i + found.length
      }
    }
    var points = (tw: 0, hk: 0, cn: 0)
    func add(_ region: Region, _ more: Int) {
      switch region {
      case .tw: points.tw += more
      case .hk: points.hk += more
      case .cn: points.cn += more
      }
    }
    for (i, word) in evidence.enumerated() where counts[i] > 0 {
      add(word.region, word.points * min(counts[i], 3))
    }
    if let source = article.source ?? hints.siteName {
      let name = Shadow.make(Scalars(source))
      for (medium, region) in media where name.holds(medium) { add(region, 6) }
    }
    // Sites that put pinyin behind characters mirror mainland pages, and a converter keeps the
    // mainland's quotation marks; Taiwan and Hong Kong write 「」.
    if article.repairs >= 3 { add(.cn, 8) }
    let curly = text.count { $0 == u("“") }
    let corner = text.count { $0 == u("「") }
    if curly >= 2, corner == 0 { add(.cn, 4) }
    if points.tw > points.cn, points.tw >= points.hk { return .tw }
    return points.hk > points.cn ? .hk : .cn
  }

  private static let media: [(Scalars, Region)] =
    ([
      ("中央社", .tw), ("联合报", .tw), ("联合新闻", .tw), ("自由时报", .tw), ("中时", .tw),
      ("工商时报", .tw), ("经济日报", .tw), ("公视", .tw), ("明报", .hk), ("香港电台", .hk),
      ("文汇报", .hk), ("大公", .hk), ("星岛", .hk), ("信报", .hk), ("香港01", .hk), ("东网", .hk),
      ("政府新闻网", .hk),
    ] as [(String, Region)]).map { (Scalars($0.0), $0.1) }
}
