import HanText

/// Finds places by the lexicon: chains (上海市普陀区) as one, with the street, park or site behind.
struct PlaceFinder {
  let shadow: Scalars
  let matches: LexiconMatches

  /// Slogans like 数字浙江, 平安北京: no place is meant.
  private static let sloganWords = ScalarTrie(reversed: [
    "数字", "创新", "平安", "美丽", "健康", "法治", "智慧", "文化", "活力", "幸福", "书香", "信用",
    "清廉", "诗画", "科技", "制造强",
  ])

  /// The places, in order, none overlapping; behind them the countries that begin chains.
  ///
  /// - Complexity: O(length).
  func find() -> [NameCandidate] {
    let known = fullFormsPresent()
    var found: [NameCandidate] = []
    var countries: [NameCandidate] = []
    var i = 0
    while i < shadow.count {
      guard let first = place(at: i, known: known, inChain: false) else {
        if let site = unnamedSite(endingAround: i, after: found.last?.span.end ?? 0) {
          found.append(site)
          i = site.span.end
        } else {
          i += 1
        }
        continue
      }
      var end = first.end
      var kind = first.kind
      while let next = place(at: end, known: known, inChain: true) {
        end = next.end
        kind = next.kind
      }
      if let county = countyEnd(after: end, first) {
        end = county
        kind = .district
      }
      // 乌蒙山|区.
      if end < shadow.count, shadow[end - 1] == u("山"), shadow[end] == u("区"),
        matches.longest(at: end, [.notName, .post]) == nil
      {
        end += 1
      }
      // 云峰镇|石笋村, 屏峰县|棠溪村: what lies inside what the lexicon does not have.
      if let village = villageEnd(after: end) {
        end = village
        kind = .other
      }
      for _ in 0..<4 {
        guard let site = siteEnd(after: end) else { break }
        end = site.end
        kind = site.kind
        guard Self.isSettlement(shadow[end - 1]) else { break }
      }
      var start = i
      if let bridge = crossing(over: i, end, after: found.last?.span.end ?? 0) {
        (start, end) = (bridge.start, bridge.end)
        kind = .other
      }
      if first.kind == .country, end > first.end {
        // The country alone, should the rest turn out to begin a body's name.
        countries.append(
          NameCandidate(
            span: TextSpan(i, first.end), kind: .place(.country), score: 6, isAnchored: true))
      }
      found.append(
        NameCandidate(
          span: TextSpan(start, end), kind: .place(kind), score: 6,
          lexiconName: end == first.end ? first.name : "", isAnchored: true))
      i = end
    }
    return found + countries
  }

  /// The short forms whose full form stands in the text: 余杭 beside 余杭区.
  private func fullFormsPresent() -> Set<Int32> {
    var full = Set<Int32>()
    for match in matches.all {
      guard match.classes.contains(.place) else { continue }
      let short = matches.entry(match).shortForm
      if short >= 0 { full.insert(short) }
    }
    return full
  }

  /// 珠海及中山, 澳门、横琴: a place stands right before in a list.
  private func isListed(_ i: Int) -> Bool {
    guard i > 1 else { return false }
    let c = shadow[i - 1]
    guard c == u("、") || c == u("及") || c == u("和") || c == u("与") else { return false }
    guard let place = matches.longest(endingAt: i - 1, [.place]) else { return false }
    return matches.entry(place).placeForm != .weak
  }

  private struct Found {
    let end: Int
    let kind: PlaceKind
    let name: String
  }

  /// The longest place that begins here and is meant as one.
  private func place(at i: Int, known: Set<Int32>, inChain: Bool) -> Found? {
    guard let match = matches.longest(at: i, [.place]) else { return nil }
    let entry = matches.entry(match)
    if entry.classes.contains(.body), entry.placeForm != .full { return nil }
    if i > 0, Marks.isLetter(shadow[i - 1]) { return nil }
    // 其中|东区.
    if !inChain, i > 0, shadow[i] == u("中"), shadow[i - 1] == u("其") { return nil }
    // 匈牙利|语.
    if entry.place == .country, match.end < shadow.count, shadow[match.end] == u("语") {
      return nil
    }
    if matches.isGivenName(i, match.end, in: shadow) { return nil }
    if !inChain, matches.isCovered(i, by: match.end - match.start) { return nil }
    if !inChain, cutsWord(match) { return nil }
    if entry.placeForm == .weak {
      let isParted = inChain && !entry.classes.contains(.notName)
      let isKnown = known.contains(match.entry) && !entry.classes.contains(.notName)
      if !isParted && !isKnown && !isListed(i) { return nil }
    }
    if entry.placeForm == .short, !inChain, isSlogan(before: i) { return nil }
    if entry.placeForm != .weak, !inChain, isTitleTail(i) { return nil }
    if let shorter = withoutLevel(match) { return shorter }
    let isNamed = entry.placeName >= 0 && entry.place != .country
    return Found(
      end: match.end, kind: entry.place,
      name: isNamed ? String(scalars: matches.lexicon.name(entry.placeName)) : "")
  }

  /// 转|任县|府, 代|理县|长: the first character ends the word before, the level begins the next.
  private func cutsWord(_ match: LexiconMatch) -> Bool {
    guard match.end - match.start == 2, match.start > 0, match.end < shadow.count,
      shadow[match.start + 1] == u("县") || shadow[match.start + 1] == u("市")
        || shadow[match.start + 1] == u("区")
    else { return false }
    switch shadow[match.end] {
    case u("长"), u("府"), u("委"), u("政"), u("议"): break
    default: return false
    }
    return shadow[match.start] == u("任") || shadow[match.start] == u("理")
      || matches.longest(endingAt: match.start + 1, [.stop, .say, .post]) != nil
  }

  /// 上海市民, 浙江省长: the level belongs to the next word.
  private func withoutLevel(_ match: LexiconMatch) -> Found? {
    guard match.end < shadow.count, match.end - match.start >= 3 else { return nil }
    let last = shadow[match.end - 1]
    let next = shadow[match.end]
    let isTaken: Bool
    switch last {
    case u("市"):
      isTaken = next == u("民") || next == u("场") || next == u("长") || next == u("值")
    case u("省"), u("县"), u("区"): isTaken = next == u("长") || (last == u("区") && next == u("域"))
    default: isTaken = false
    }
    guard isTaken else { return nil }
    for shorter in matches.starting(at: match.start) where shorter.end == match.end - 1 {
      let entry = matches.entry(shorter)
      if entry.classes.contains(.place), entry.placeForm != .weak {
        return Found(end: shorter.end, kind: entry.place, name: "")
      }
    }
    return nil
  }

  /// 小学|校长|沙马: the first character ends a title behind a body.
  private func isTitleTail(_ i: Int) -> Bool {
    guard let title = matches.longest(endingAt: i + 1, [.post]), title.start < i else {
      return false
    }
    return matches.longest(endingAt: title.start, [.head, .body]) != nil
  }

  private func isSlogan(before i: Int) -> Bool {
    Self.sloganWords.longestMatchBackward(in: shadow, before: i) != nil
  }

  /// 浙江省绍兴|县: a county that is no more, or that the lexicon does not have.
  private func countyEnd(after end: Int, _ first: Found) -> Int? {
    guard end > first.end || first.kind == .city, end < shadow.count, shadow[end] == u("县"),
      Marks.isHan(shadow[end - 1]), shadow[end - 1] != u("市"), shadow[end - 1] != u("省")
    else { return nil }
    guard end + 1 < shadow.count else { return end + 1 }
    switch shadow[end + 1] {
    case u("长"), u("委"), u("政"), u("府"), u("城"), u("域"), u("级"), u("里"), u("人"), u("教"), u("区"),
      u("市"), u("内"):
      return nil
    default: return end + 1
    }
  }

  /// The last characters of counties, towns and villages, behind which a smaller one may follow.
  private static func isSettlement(_ c: UInt32) -> Bool {
    switch c {
    case u("县"), u("镇"), u("乡"), u("道"), u("村"), u("旗"): true
    default: false
    }
  }

  /// 石笋村|民, 屏峰县|长: the last character of a settlement's name begins another word.
  private func isSettlementWord(_ suffix: LexiconMatch) -> Bool {
    guard Self.isSettlement(shadow[suffix.end - 1]), suffix.end < shadow.count else { return false }
    if matches.starting(at: suffix.end - 1).contains(where: {
      $0.end > suffix.end && !$0.classes.isDisjoint(with: [.notName, .status, .stop])
    }) {
      return true
    }
    switch shadow[suffix.end] {
    case u("民"), u("落"), u("级"), u("庄"), u("寨"), u("长"): return true
    case u("委"), u("域"), u("城"), u("里"), u("人"), u("政"), u("府"):
      return shadow[suffix.end - 1] == u("县")
    default: return false
    }
  }

  /// 东区|裕农里: the smallest unit of Taiwan's cities, right behind a district or town.
  private func villageEnd(after end: Int) -> Int? {
    guard matches.region == .tw, end > 0, end + 2 < shadow.count else { return nil }
    switch shadow[end - 1] {
    case u("区"), u("市"), u("镇"), u("乡"): break
    default: return nil
    }
    for i in (end + 2)...min(end + 3, shadow.count - 1) where shadow[i] == u("里") {
      guard shadow[end..<i].allSatisfy(Marks.isHan),
        matches.longest(at: end, [.stop, .say, .head, .role]) == nil,
        i + 1 >= shadow.count || shadow[i + 1] != u("长") && shadow[i + 1] != u("民")
      else { return nil }
      return i + 1
    }
    return nil
  }

  /// 渡口|金沙江|大桥: a bridge, dam or tunnel at a river, with the place before it that names it.
  private func crossing(over start: Int, _ end: Int, after floor: Int) -> TextSpan? {
    guard end < shadow.count, let last = Optional(shadow[end - 1]),
      last == u("江") || last == u("河") || last == u("湖") || last == u("海") || last == u("峡")
        || last == u("溪"),
      let work = Self.works.first(where: { shadow[end...].starts(with: $0) })
    else { return nil }
    var from = start
    while from > floor, start - from <= 4, Marks.isHan(shadow[from - 1]),
      matches.longest(endingAt: from, [.stop, .say, .role]) == nil
    {
      from -= 1
    }
    let isNamed = start - from >= 2 && start - from <= 4
    return TextSpan(isNamed ? from : start, end + work.count)
  }

  private static let works = ["特大桥", "大桥", "公路大桥", "铁路大桥", "长江大桥", "大坝", "水电站", "隧道", "枢纽"].map {
    Scalars($0)
  }

  /// The end of a street, park or site right behind a place: 余杭区文一西路, 福州烟台山公园.
  private func siteEnd(after start: Int) -> (end: Int, kind: PlaceKind)? {
    var i = start
    while i < shadow.count, i - start <= 10, Marks.isHan(shadow[i]) {
      if let suffix = matches.longest(at: i, [.siteSuffix]) {
        let site = matches.entry(suffix).site
        // 苏州河|线路: the suffix ends another word.
        if let word = matches.longest(endingAt: suffix.end, [.notName]), word.start < suffix.start {
          return nil
        }
        if isSettlementWord(suffix) { return nil }
        if i > start || site.standsAlone {
          return i - start <= Int(site.reach) ? (suffix.end, site.kind) : nil
        }
      }
      if matches.longest(at: i, [.stop, .say, .head, .role]) != nil { return nil }
      i += 1
    }
    return nil
  }

  /// A site without a place before it, told by a strong suffix: 未来岛高新技术产业园.
  private func unnamedSite(endingAround i: Int, after floor: Int) -> NameCandidate? {
    guard let suffix = matches.longest(at: i, [.siteSuffix]), matches.entry(suffix).site.isStrong
    else { return nil }
    var start = i
    while start > floor, i - start < 12, Marks.isNamePart(shadow[start - 1]) {
      if let stop = matches.longest(endingAt: start, [.stop, .say, .role]),
        !matches.isCovered(stop.start, by: stop.end - stop.start)
      {
        break
      }
      start -= 1
    }
    guard i - start >= 3, i - start < 12 else { return nil }
    return NameCandidate(
      span: TextSpan(start, suffix.end), kind: .place(.other), score: 4)
  }
}
