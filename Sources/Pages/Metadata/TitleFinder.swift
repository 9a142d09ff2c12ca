import HanText

/// Finds the title's line on a page, and cuts the site's additions off titles that markup claims.
struct TitleFinder {
  private let page: PageLines
  private let hints: MetadataHints

  init(page: PageLines, hints: MetadataHints) {
    self.page = page
    self.hints = hints
  }

  /// The lines that carry a title which the markup claims, outside links and marked asides.
  ///
  /// A line matches where it is the claimed title, or the claim is the line and additions:
  /// `常德市…活动--当代商报`.
  func claimedLines() -> Set<Int> {
    let claims = hints.titles.map { TitleFinder.words(of: Shadow.make(Scalars($0))[...]) }
      .filter { $0.count >= 4 }
    guard !claims.isEmpty else { return [] }
    let site = TitleFinder.words(of: Shadow.make(Scalars(hints.siteName ?? ""))[...])
    let bare = hints.titles.map {
      let title = TitleFinder.withoutSite($0, siteName: hints.siteName)
      return TitleFinder.words(of: Shadow.make(Scalars(title))[...])
    }
    var result: Set<Int> = []
    for (i, line) in page.lines.enumerated() {
      guard line.words >= 4, line.visible <= 120, line.linkShare < 0.5, !line.isMarkedAside
      else { continue }
      let text = page.shadow[line.range]
      guard let first = text.first(where: ScalarKind.isWord),
        let last = text.last(where: ScalarKind.isWord),
        claims.contains(where: { $0.first == first || $0.last == last })
          || bare.contains(where: { $0.last == last })
      else { continue }
      let words = TitleFinder.words(of: text)
      if words == site { continue }
      if claims.contains(where: { TitleFinder.matches(line: words, claim: $0) })
        || bare.contains(where: { TitleFinder.isIssued(line: words, claim: $0) })
      {
        result.insert(i)
      }
    }
    return result
  }

  private static func matches(line: Scalars, claim: Scalars) -> Bool {
    if line == claim { return true }
    if line.count >= 6, claim.starts(with: line) { return true }
    if line.count >= 8, claim.count >= line.count, claim.suffix(line.count).elementsEqual(line) {
      return true
    }
    return claim.count >= 8 && line.count <= claim.count * 2 && line.starts(with: claim)
  }

  /// Whether a line is a claimed title of a paper behind the body that issues it: 白杨市人民政府关于….
  private static func isIssued(line: Scalars, claim: Scalars) -> Bool {
    claim.count >= 8 && claim.starts(with: [u("关"), u("于")]) && line.count <= claim.count + 30
      && line.suffix(claim.count).elementsEqual(claim)
  }

  /// The title's line above a body that starts at line `start`: the nearest claimed one, else the
  /// line that stands where titles stand.
  func titleLine(above start: Int, from headStart: Int, claimed: Set<Int>) -> Int? {
    let lines = page.lines
    // Far above, it may be the site's name that opens the claim.
    let near = claimed.filter { $0 <= start }.max()
    if let near, start - near <= 30 { return near }
    for i in stride(from: start - 1, through: max(0, start - 25), by: -1) {
      if case .heading(1) = lines[i].role, isTitleLike(lines[i]) { return i }
    }
    return near ?? likeliest(above: start, from: headStart)
  }

  /// The line of a page without claims that stands where titles stand and whose words the body
  /// takes up again.
  private func likeliest(above start: Int, from headStart: Int) -> Int? {
    let lines = page.lines
    let low = max(headStart, start - 16, 0)
    guard low < start else { return nil }
    var candidates: [Int] = []
    candidates.reserveCapacity(start - low)
    for i in low..<start where isTitleLike(lines[i]) || isShortTitle(i, start) {
      candidates.append(i)
    }
    guard !candidates.isEmpty else { return nil }
    var scores: [Int] = []
    scores.reserveCapacity(candidates.count)
    for i in candidates { scores.append(score(i, above: start, from: low)) }
    // What the body takes up of a line counts up to 50: often nothing that it could change.
    if let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 7,
      scores.indices.allSatisfy({ $0 == best || scores[$0] + 50 < scores[best] })
    {
      return candidates[best]
    }
    let overlaps = shareInBody(candidates, start)
    var best: (score: Int, line: Int)?
    for (k, i) in candidates.enumerated() {
      let score = Int(overlaps[k] * 50) + scores[k]
      if score > best?.score ?? 7 { best = (score, i) }
    }
    return best?.line
  }

  /// What a line's place, length and neighbours say for its being the title.
  private func score(_ i: Int, above start: Int, from low: Int) -> Int {
    let lines = page.lines
    let line = lines[i]
    let text = page.shadow[line.range]
    var score = i - start
    if line.visible >= 10, line.visible <= 45 { score += 8 }
    if line.visible < 8 { score -= 8 }
    if !ScalarKind.isWord(text[text.startIndex]), !isOpening(text[text.startIndex]) { score -= 15 }
    if i > 0, lines[i - 1].phrase == .nav, lines[i - 1].arrows > 0 { score += 20 }
    // A standfirst below its title.
    if i > low, line.commas > 0, lines[i - 1].visible >= 14, isTitleLike(lines[i - 1]),
      line.visible > lines[i - 1].visible
    {
      score -= 30
    }
    if lines[(i + 1)..<max(i + 1, min(start, i + 5))].contains(where: { $0.phrase == .meta }) {
      score += 10
    }
    if i > 0, page.shadow[lines[i - 1].range] == text { score += 25 }
    // 关于…的通知: how official titles are made.
    if isOfficial(text) { score += 20 }
    // The site's name above its menu, which a notice of the same body repeats.
    if line.visible < 12, lines[(i + 1)..<start].contains(where: { isMenu($0) }) { score -= 20 }
    return score
  }

  /// 关于主城区部分片区停水的公告: a subject and the kind of paper.
  private func isOfficial(_ s: ArraySlice<UInt32>) -> Bool {
    guard s.count >= 8, s.starts(with: [u("关"), u("于")]), s.contains(u("的")) else { return false }
    return TitleFinder.papers.contains { s.suffix(2).elementsEqual($0) }
  }

  /// Kinds of official papers (《党政机关公文处理工作条例》, article 8, and what bodies publish beside them).
  private static let papers: [Scalars] = [
    "公告", "通告", "通知", "通报", "公示", "决定", "意见", "决议", "命令", "公报", "报告", "请示", "批复", "议案",
    "说明", "办法", "规定", "方案", "提示",
  ].map { Scalars($0) }

  /// 首页 新闻 服务: links to the parts of a site, without the arrows of a breadcrumb.
  private func isMenu(_ line: PageLines.Line) -> Bool { line.phrase == .nav && line.arrows == 0 }

  /// A title of two to four characters, told by its neighbours: a breadcrumb above, a byline or the
  /// line of source and time below.
  private func isShortTitle(_ i: Int, _ start: Int) -> Bool {
    let line = page.lines[i]
    guard line.words >= 2, line.words < 5, line.han == line.words, line.phrase == nil,
      line.visible <= 8, line.linkShare < 0.5, i > 0, i + 1 < min(start, page.lines.count)
    else { return false }
    let above = page.lines[i - 1]
    let below = page.lines[i + 1]
    return above.phrase == .nav && above.arrows > 0
      && (below.phrase == .meta || BylineReader.isByline(page.shadow, below.range))
  }

  private func isOpening(_ c: UInt32) -> Bool {
    c == u("“") || c == u("《") || c == u("「") || c == u("【") || c == u("(") || c == u("（")
      || c == u("[")
      || c == u("『") || c == u("〈") || c == u("\"")
  }

  /// For each line the share of its pairs of characters that the text from line `start` on repeats.
  private func shareInBody(_ candidates: [Int], _ start: Int) -> [Double] {
    var pairs = PairSet(capacity: candidates.reduce(0) { $0 + page.lines[$1].range.count })
    return page.shadow.withUnsafeBufferPointer { shadow in
      for i in candidates {
        PairSet.forEach(in: shadow, page.lines[i].range) { pairs.insert($0) }
      }
      for line in page.lines[start...].prefix(12) where line.phrase == nil {
        pairs.mark(in: shadow, line.range.prefix(200))
      }
      return candidates.map { i in
        var all = 0
        var found = 0
        PairSet.forEach(in: shadow, page.lines[i].range) {
          all += 1
          if pairs.isMarked($0) { found += 1 }
        }
        return all == 0 ? 0 : Double(found) / Double(all)
      }
    }
  }

  /// Whether a line can be a title: some words, no full stop, no phrase of boilerplate.
  func isTitleLike(_ line: PageLines.Line) -> Bool {
    guard line.words >= 5, line.visible <= 80, line.phrase == nil || line.phrase == .zone,
      line.linkShare < 0.5, line.bars < 3, !page.isSubtitle(line),
      !tellsOnlyDate(line), !isLabelledRow(line)
    else { return false }
    let last = page.shadow[line.range.upperBound - 1]
    guard last != u("。"), last != u("；"), last != u("，"), last != u("：") else { return false }
    return !BylineReader.isByline(page.shadow, line.range)
  }

  /// A row of a table whose first cell is a label: 发文机关： | 白杨市人民政府.
  private func isLabelledRow(_ line: PageLines.Line) -> Bool {
    guard line.role == .tableRow else { return false }
    let cell = page.shadow[line.range].prefix { $0 != 0x09 }
    return cell.endIndex < line.range.upperBound
      && cell.last { !ScalarKind.isBlank($0) }.map { $0 == u("：") || $0 == u(":") } == true
  }

  /// 2025年11月8日, 印发日期：2025年11月6日: a date, or one behind its label.
  private func tellsOnlyDate(_ line: PageLines.Line) -> Bool {
    guard let date = page.date(of: line) else { return false }
    if line.wordsBesideDates <= 2 || line.phrase == .zone { return true }
    let before = page.shadow[line.range.lowerBound..<date.span.start]
    return before.count <= 8
      && before.last { !ScalarKind.isBlank($0) }.map { $0 == u("：") || $0 == u(":") } == true
  }

  /// A claimed title without the site's additions: `标题_新浪网`, `标题|公园_新浪新闻`,
  /// `标题 - 中国政府网`.
  static func withoutSite(_ title: String, siteName: String?) -> String {
    var scalars = Scalars(title)
    while let cut = cutOfLastAddition(scalars, siteName: siteName.map { Scalars($0) }) {
      scalars.removeSubrange(cut...)
      while let last = scalars.last, ScalarKind.isBlank(last) { scalars.removeLast() }
    }
    return String(scalars: scalars)
  }

  /// Names of sites end so.
  private static let siteEnds: [Scalars] = [
    "网", "報", "报", "网站", "新闻", "频道", "日报", "晚报", "在线", "电视台", "客户端", "门户", "资讯", "官网", "政府",
    "委员会", "部", "厅", "局", "社", "社区", "论坛", "平台", "号", "版", "台", "com", "cn", "net", "TV", "News",
    "Paper", "網", "新聞", "新聞網", "頻道", "聯合", "時報",
  ].map { Scalars($0) }

  private static func cutOfLastAddition(_ s: Scalars, siteName: Scalars?) -> Int? {
    var i = s.count - 1
    while i > 3 {
      let c = s[i]
      let isStrong = c == u("_") || c == u("|") || c == u("｜") || c == u("–") || c == u("—")
      let isDash =
        c == u("-") && (s[i - 1] == u("-") || ScalarKind.isBlank(s[i - 1]) || i < s.count - 3)
      if isStrong || isDash {
        var start = i
        while start > 0, s[start - 1] == c || ScalarKind.isBlank(s[start - 1]) { start -= 1 }
        let addition = s[(i + 1)...].filter { !ScalarKind.isBlank($0) }
        guard start >= 4, addition.count <= 24 else { return nil }
        if c == u("_") || c == u("|") || c == u("｜") { return start }
        if let siteName, addition == siteName { return start }
        return siteEnds.contains {
          addition.count > $0.count && addition.suffix($0.count).elementsEqual($0)
        }
          ? start : nil
      }
      i -= 1
    }
    return nil
  }

  /// The word scalars of a stretch of shadow, signs and blanks left out.
  static func words(of shadow: ArraySlice<UInt32>) -> Scalars {
    var words: Scalars = []
    words.reserveCapacity(shadow.count)
    for c in shadow where ScalarKind.isWord(c) { words.append(c) }
    return words
  }
}
