import HanText

/// Media that a text itself names: where it begins, where it ends, or as the place it was printed first.
extension SourceFinder {
  /// The medium of a dateline that opens a body: 新华社巴黎12月9日电, 新京报快讯（记者 …）, 【明報專訊】.
  func dateline(_ line: PageLines.Line) -> String? {
    let s = page.shadow
    let start = line.range.lowerBound
    let end = min(line.range.upperBound, start + 34)
    var first = start
    while first < end, !ScalarKind.isWord(s[first]) { first += 1 }
    var i = first
    while i < end {
      let c = s[i]
      if c == u("。") || c == u("，") || c == u(",") { return nil }
      if (c == u("讯") && !(i + 1 < end && s[i + 1] == u("社"))) || c == u("电")
        || (c == u("记") && i + 1 < end && s[i + 1] == u("者"))
      {
        break
      }
      i += 1
    }
    guard i < end, i > first + 1 else { return nil }
    // The name stops where the place or the day begins.
    var best = first
    var k = first
    while k < i, !ScalarKind.isDigit(s[k]), !ScalarKind.isBlank(s[k]), s[k] != u("（"),
      s[k] != u("(")
    {
      let c = s[k]
      if c == u("社") || c == u("网") || c == u("报") || c == u("台") { best = k + 1 }
      if c == u("闻"), k > first, s[k - 1] == u("新") { best = k + 1 }
      k += 1
    }
    // 明报专讯, but not 电视台 or 网 alone.
    guard best - first >= 2 else { return nil }
    return SourceFinder.medium(page.text[first..<best])
  }

  /// Words before the title of the paper or journal that a text was taken from.
  private static let citing: ScalarTrie = {
    var trie = ScalarTrie()
    for word in [
      "原载", "原刊", "刊登", "刊载", "刊发", "转载", "载于", "刊于", "发表于", "首发于", "摘自", "选自", "节选自",
    ] { trie.insert(Scalars(word), value: 0) }
    return trie
  }()

  /// The journal of a short line: 原文刊登于《江湾周刊》2024年第9期.
  func cited(_ line: PageLines.Line) -> String? {
    guard line.visible <= 40, line.sentenceEnds == 0 else { return nil }
    let s = page.shadow
    let end = line.range.upperBound
    for i in line.range {
      guard let word = SourceFinder.citing.longestMatch(in: s, at: i, limit: end) else { continue }
      var open = i + word.length
      while open < end, s[open] == u("于") || s[open] == u("自") || !ScalarKind.isWord(s[open]),
        s[open] != u("《")
      {
        open += 1
      }
      guard open < end, s[open] == u("《"), let close = s[open..<end].firstIndex(of: u("》")),
        close - open <= 16
      else { continue }
      return SourceFinder.medium(page.text[(open + 1)..<close])
    }
    return nil
  }

  /// How names of media end that sign a text.
  private static let signing: [Scalars] = ["报", "网", "社", "台", "刊", "新闻", "客户端", "在线", "发布", "杂志"]
    .map { Scalars($0) }

  /// The medium in brackets behind the last sentence of a text: …。（江湾日报）
  func signature(_ line: PageLines.Line) -> String? {
    let s = page.shadow[line.range]
    guard line.isSentence, let last = s.last, last == u("）") || last == u(")"),
      let open = s.lastIndex(where: { $0 == u("（") || $0 == u("(") }), open > s.startIndex,
      ScalarKind.isSentenceEnd(s[open - 1]) || s[open - 1] == u("”")
    else { return nil }
    let name = s[(open + 1)..<(s.endIndex - 1)]
    guard name.count >= 3, name.count <= 12, name.allSatisfy(ScalarKind.isHan),
      SourceFinder.signing.contains(where: { name.suffix($0.count).elementsEqual($0) })
    else { return nil }
    return SourceFinder.medium(page.text[name.startIndex..<name.endIndex])
  }
}
