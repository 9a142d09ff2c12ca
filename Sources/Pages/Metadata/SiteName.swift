import HanText

/// The name of a page's own site, the last resort for its source: in the page's title, in the
/// breadcrumb, in the line of copyright.
struct SiteName {
  let page: PageLines

  /// The name; `nil` where nothing on the page tells it.
  ///
  /// - Complexity: O(length of breadcrumbs and of the last lines).
  func find(titles: [String]) -> String? {
    titles.lazy.compactMap { SourceFinder.site(ofTitle: $0) }.first ?? inBreadcrumb()
      ?? inCopyright()
      ?? onTop()
  }

  /// The name of a site whose pages are all its own: it stands in front of the page's title, is all of it, or
  /// is a government's on top of a dump. Beside the date of such a page stands no account's name, but the
  /// heading of a picture may.
  func ofPublisher(titles: [String]) -> String? {
    for title in titles {
      if let name = SourceFinder.site(ofTitle: title, opens: true) { return name }
      let whole = Scalars(title)
      if (4...14).contains(whole.count), whole.allSatisfy(ScalarKind.isHan),
        SourceFinder.hasMediumEnd(whole)
      {
        return SourceFinder.medium(whole[...])
      }
    }
    return onTop().flatMap { Shadow.make(Scalars($0)).holds(Scalars("政府")) ? $0 : nil }
  }

  /// The first line of a dump, where the line of copyright or a medium's ending bears it out.
  private func onTop() -> String? {
    guard !page.isMarkedUp, let first = page.lines.first, first.phrase == nil, first.han >= 2,
      first.sentenceEnds == 0, !first.hasDate
    else { return nil }
    let s = page.shadow
    let end = s[first.range].firstIndex { !ScalarKind.isHan($0) && !ScalarKind.isDigit($0) }
    let name = s[first.range.lowerBound..<(end ?? first.range.upperBound)]
    guard name.count >= 2, name.count <= 10, !SourceFinder.isSection(name) else { return nil }
    let isBorneOut =
      (name.count >= 4 && SourceFinder.hasMediumEnd(Array(name)))
      || page.lines.suffix(30).contains { line in
        line.phrase == .legal && line.visible <= 80 && holds(line.range, name)
      }
    guard isBorneOut else { return nil }
    return SourceFinder.medium(page.text[name.startIndex..<name.endIndex])
  }

  private func holds(_ range: Range<Int>, _ name: ArraySlice<UInt32>) -> Bool {
    guard range.count >= name.count else { return false }
    return (range.lowerBound...(range.upperBound - name.count)).contains {
      page.shadow[$0..<($0 + name.count)] == name
    }
  }

  /// 文博在线 > 非遗 > 正文: the first step that is not 首页.
  private func inBreadcrumb() -> String? {
    for line in page.lines.prefix(120)
    where line.phrase == .nav && line.arrows > 0 && line.visible <= 60 {
      var start = line.range.lowerBound
      // 当前位置：
      if let colon = page.shadow[line.range].prefix(10).lastIndex(where: {
        $0 == u("：") || $0 == u(":")
      }) {
        start = colon + 1
      }
      if let name = name(in: start..<line.range.upperBound) { return name }
    }
    return nil
  }

  /// © 2024 江城在线 版权所有, 版权所有 2023 香港電台 不得轉載, 南方時報版權所有.
  private func inCopyright() -> String? {
    for line in page.lines.suffix(30).reversed()
    where line.phrase == .legal && line.visible <= 80 {
      guard let mark = copyright(line.range) else { continue }
      if let name = name(in: mark.upperBound..<line.range.upperBound) { return name }
      var low = mark.lowerBound
      while low > line.range.lowerBound, !ScalarKind.isWord(page.shadow[low - 1]) { low -= 1 }
      let end = low
      while low > line.range.lowerBound, ScalarKind.isHan(page.shadow[low - 1]) { low -= 1 }
      if let name = name(in: low..<end) { return name }
    }
    return nil
  }

  private func copyright(_ range: Range<Int>) -> Range<Int>? {
    let s = page.shadow
    for i in range {
      if s[i] == u("©") { return i..<(i + 1) }
      if s[i] == u("版"), i + 4 <= range.upperBound, s[i + 1] == u("权"), s[i + 2] == u("所"),
        s[i + 3] == u("有")
      {
        return i..<(i + 4)
      }
    }
    return nil
  }

  /// The first run of Chinese words of a stretch, where it is a medium's name.
  private func name(in range: Range<Int>) -> String? {
    let s = page.shadow
    var i = range.lowerBound
    while i < range.upperBound, !ScalarKind.isHan(s[i]) {
      if ScalarKind.isLetter(s[i]) { return nil }
      i += 1
    }
    let start = i
    while i < range.upperBound, ScalarKind.isHan(s[i]) || ScalarKind.isDigit(s[i]) { i += 1 }
    guard i - start >= 3, i - start <= 14 else { return nil }
    // 岭北日报社 holds the rights of 岭北日报.
    if s[i - 1] == u("社"), s[i - 2] == u("报") { i -= 1 }
    let name = Array(page.text[start..<i])
    guard SourceFinder.hasMediumEnd(name), !SourceFinder.isSection(s[start..<i]) else { return nil }
    return SourceFinder.medium(name[...])
  }
}
