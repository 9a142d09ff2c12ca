import HanText

extension PageLines {
  /// Whether a line is the caption of a picture: 图为施工现场。张三 摄, ▲便當店推出新品。（圖／業者提供）,
  /// 示範單位（資料圖片）.
  ///
  /// - Complexity: O(length), at most 110 scalars.
  func isCaption(_ line: Line) -> Bool {
    guard line.visible >= 4, line.visible <= 110, line.phrase == nil else { return false }
    let s = shadow[line.range]
    let opener = PageLines.captionOpeners.longestMatch(
      in: shadow, at: line.range.lowerBound, limit: line.range.upperBound)
    if opener != nil { return true }
    var end = s.endIndex
    while end > s.startIndex, !ScalarKind.isWord(s[end - 1]) {
      if ScalarKind.isSentenceEnd(s[end - 1]) { return false }
      end -= 1
    }
    let rest = s[s.startIndex..<end]
    // 张三 摄, 记者张三摄, （張三攝）: a name or a sign stands before.
    if rest.count >= 4, rest.last == u("摄") {
      let before = rest[rest.endIndex - 2]
      let tail = rest.suffix(5).dropLast()
      return !ScalarKind.isHan(before) || tail.contains { !ScalarKind.isHan($0) }
        || rest.suffix(12).dropLast().split(separator: u("者")).count > 1
    }
    // The source in brackets at the end.
    guard let last = s.last, last == u("）") || last == u(")") || last == u("】") || last == u("]"),
      let open = s.lastIndex(where: { $0 == u("（") || $0 == u("(") || $0 == u("【") || $0 == u("[") }
      ),
      s.endIndex - open <= 26
    else { return false }
    let inside = s[(open + 1)..<(s.endIndex - 1)]
    return PageLines.captionSources.contains { word in
      inside.starts(with: word)
        || (inside.count > word.count && inside.suffix(word.count).elementsEqual(word))
    }
  }

  private static let captionOpeners: ScalarTrie = {
    var trie = ScalarTrie()
    for opener in [
      "图为", "▲", "△", "↑", "资料图", "图：", "图/", "图／", "图片来源", "图源", "（图", "(图", "图｜", "图|", "图 |",
    ] { trie.insert(Scalars(opener), value: 0) }
    return trie
  }()

  private static let captionSources: [Scalars] = [
    "供图", "资料图片", "资料图", "资料照", "资料照片", "图片", "摄影", "图/", "图／", "图：", "网络图", "视频截图", "截图", "示意图",
    "提供图片", "照片",
  ].map { Scalars($0) }
}
