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
    var result: Set<Int> = []
    for (i, line) in page.lines.enumerated() {
      guard line.words >= 4, line.visible <= 120, line.linkShare < 0.5, !line.isMarkedAside
      else { continue }
      let words = TitleFinder.words(of: page.shadow[line.range])
      if claims.contains(where: { TitleFinder.matches(line: words, claim: $0) }) {
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

  /// The title's line above a body that starts at line `start`: the nearest claimed one, else the
  /// line that stands where titles stand.
  func titleLine(above start: Int, from headStart: Int, claimed: Set<Int>) -> Int? {
    let lines = page.lines
    if let near = claimed.filter({ $0 <= start }).max() { return near }
    for i in stride(from: start - 1, through: max(0, start - 25), by: -1) {
      if case .heading(1) = lines[i].role, isTitleLike(lines[i]) { return i }
    }
    // Above the line of source and time, or behind the breadcrumb.
    var i = start - 1
    var candidate: Int?
    while i >= max(headStart, start - 14) {
      let line = lines[i]
      let isPath = line.phrase == .nav && line.arrows > 0
      let text = page.shadow[line.range]
      if i > 0, isTitleLike(line), page.shadow[lines[i - 1].range] == text { return i }
      if isPath { return candidate }
      if isTitleLike(line) { candidate = i }
      if line.dates.first != nil, line.phrase == .meta, let above = firstTitleLike(above: i) {
        return above
      }
      i -= 1
    }
    return candidate
  }

  private func firstTitleLike(above i: Int) -> Int? {
    var best: Int?
    for k in stride(from: i - 1, through: max(0, i - 4), by: -1) {
      let line = page.lines[k]
      if line.arrows > 0 { break }
      guard isTitleLike(line) else { continue }
      if best == nil {
        best = k
      } else if let b = best, page.lines[b].visible < 10,
        line.visible > page.lines[b].visible
      {
        best = k
      }
    }
    return best
  }

  /// Whether a line can be a title: some words, no full stop, no phrase of boilerplate.
  func isTitleLike(_ line: PageLines.Line) -> Bool {
    guard line.words >= 5, line.visible <= 80, line.phrase == nil || line.phrase == .zone,
      line.linkShare < 0.5, line.bars < 3
    else { return false }
    let last = page.shadow[line.range.upperBound - 1]
    guard last != u("。"), last != u("；"), last != u("，"), last != u("：") else { return false }
    return !BylineReader.isByline(page.shadow, line.range)
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
    shadow.filter { ScalarKind.isWord($0) }
  }
}
