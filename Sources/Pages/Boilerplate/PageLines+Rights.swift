import HanText

/// Sentences of an article that tells of rights: 新规明确，未经授权不得转载他人作品，违者…. Their words are those
/// of disclaimers, which would end it.
extension PageLines {
  /// Takes the mark of a disclaimer off the sentences that are the article's: they do not speak as the
  /// site or to its reader, and the article goes on in the next line; where it does so once, its last lines may
  /// tell of rights as well.
  ///
  /// - Complexity: O(length of the lines marked so).
  func releaseReports(_ lines: inout [Line]) {
    let reports = lines.indices.filter { lines[$0].phrase == .legal && reportsRights(lines[$0]) }
    var isAboutRights = false
    for i in reports.reversed() where i + 1 < lines.count && goesOn(lines[i], lines[i + 1]) {
      lines[i].phrase = nil
      isAboutRights = true
    }
    guard isAboutRights else { return }
    for i in reports where i > 0 && lines[i - 1].phrase == nil && lines[i - 1].isSentence {
      lines[i].phrase = nil
    }
  }

  /// Whether a paragraph stands below another of the same article, one right behind the other.
  private func goesOn(_ line: Line, _ next: Line) -> Bool {
    next.phrase == nil && next.endsSentence && next.isSentence && !next.isCutOff
      && next.visible >= 20 && next.linkShare < 0.2 && !next.isMarkedAside
      && next.container == line.container
  }

  /// Whether a whole sentence speaks of copying and rights and, outside quotation marks, neither as the
  /// site nor to the reader.
  private func reportsRights(_ line: Line) -> Bool {
    guard line.isSentence, line.visible >= 16, line.han >= 12, line.linkShare < 0.2,
      !line.isMarkedAside, line.bars == 0
    else { return false }
    var isQuoted = false
    var hasMatter = false
    var i = line.range.lowerBound
    while i < line.range.upperBound {
      let c = shadow[i]
      if c == u("“") || c == u("「") { isQuoted = true }
      if c == u("”") || c == u("」") { isQuoted = false }
      if let word = Self.rightsWords.longestMatch(in: shadow, at: i, limit: line.range.upperBound) {
        switch RightsWord(rawValue: word.value) {
        case .matter:
          // A disclaimer begins with its matter.
          if i < line.range.lowerBound + 2 { return false }
          hasMatter = true
        case .other: return false
        case .own:
          if !isQuoted { return false }
          hasMatter = true
        case nil: break
        }
        i += word.length
      } else {
        i += 1
      }
    }
    return hasMatter
  }

  /// What a word tells of a line with words of rights.
  private enum RightsWord: Int32 {
    /// Copying and rights.
    case matter
    /// The site speaks, or speaks to its reader.
    case own
    /// Matters of other disclaimers and of a site's foot.
    case other
  }

  private static let rightsWords: ScalarTrie = {
    var trie = ScalarTrie(keys: 128)
    func add(_ words: [String], _ kind: RightsWord) {
      for word in words { trie.insert(Scalars(word), value: kind.rawValue) }
    }
    add(
      [
        "转载", "版权", "著作权", "侵权", "侵犯", "授权", "许可", "原作者", "未经", "原创", "独家", "声明", "免责", "郑重",
        "特别声明", "凡注明",
      ],
      .matter)
    add(
      [
        "本网", "本站", "本平台", "本报", "本刊", "本社", "本台", "本号", "本公众号", "本文", "此文", "该文", "文中", "本栏目",
        "本频道", "本公司", "本作品", "本稿", "以上", "上述", "小编", "转载内容", "所载", "请注明", "请联系", "请勿", "请与",
        "请务必", "请于", "请在", "请及时", "请告知", "敬请", "欢迎", "转载请", "联系我们", "告知我们", "与我们", "如有",
        "如需", "如因", "如涉", "如发现", "若有", "谢绝", "来源于网络", "来自网络", "源自网络", "作者个人", "凡本",
      ], .own)
    add(
      [
        "©", "投资", "风险自", "参考", "许可证", "备案", "ICP", "举报电话", "Copyright", "copyright", "保留一切",
        "保留所有",
      ],
      .other)
    return trie
  }()
}
