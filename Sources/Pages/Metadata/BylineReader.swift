import HanText

/// Reads bylines: 记者 张三, 文/李四, （本报记者 王五 通讯员 赵六）, 作者：赵六.
enum BylineReader {
  /// Words that announce the names of authors.
  private static let openers: [Scalars] = [
    "记者", "作者", "通讯员", "撰文", "撰稿", "采写", "采访", "实习生", "文字", "文/图", "图/文", "文图", "图文", "文",
  ].map { Scalars($0) }
  private static let openerTrie = ScalarTrie(openers)
  private static let otherTrie = ScalarTrie(others)
  private static let openerStarts: StartFilter = {
    var starts = StartFilter()
    for word in openers { starts.insert(word) }
    return starts
  }()
  private static let lineOpenerTrie = ScalarTrie(lineOpeners)
  /// Words that announce somebody else.
  private static let others: [Scalars] = [
    "编辑", "责编", "摄影", "摄", "图", "视频", "校对", "审核", "制图", "供图", "漫画", "监制", "策划", "翻译", "编译", "整理",
    "责任编辑", "来源", "实习编辑", "设计",
  ].map { Scalars($0) }
  /// Openers of lines that are bylines or captions, not headings.
  private static let lineOpeners: [Scalars] =
    openers.filter { $0.count > 1 }
    + [
      "本报记者", "特约记者", "见习记者", "编译", "原创", "图/", "图／", "文/", "文|", "文 |", "文 /", "文 ／", "图 /", "撰文",
      "口述", "文：", "文丨", "文｜", "摄影",
      "图为", "视频",
      "资料图",
    ].map { Scalars($0) }
  /// What follows a name and belongs to it no more.
  private static let behindNames: [Scalars] = [
    "综合报道", "报道", "报导", "整合", "综合", "整理", "编译", "摄影报道", "发自", "文并图", "文", "图", "采写", "专电", "专稿",
  ].map { Scalars($0) }
  /// Their last characters.
  private static let behindNameEnds = Set(behindNames.compactMap(\.last))
  private static let unknown: Set<String> = [
    "未知", "网络整理", "佚名", "匿名", "本站", "小编", "编辑部", "综合", "官方", "网络", "管理员", "无", "暂无", "原创", "转载",
    "不详",
    "本网", "互联网",
  ]

  /// Length of the longest announcing word of a range that begins at an offset, or `nil`.
  @inline(__always)
  private static func opener(_ shadow: Scalars, _ i: Int, _ range: Range<Int>) -> Int? {
    openerTrie.longestMatch(in: shadow, at: i, limit: range.upperBound)?.length
  }

  /// Where an announcing word may begin next.
  private static func nextOpener(_ shadow: Scalars, from start: Int, to end: Int) -> Int? {
    let starts = openerStarts
    return shadow.withUnsafeBufferPointer { starts.next(in: $0, from: start, to: end) }
  }

  /// Whether a short line is a byline or caption and not a heading.
  static func isByline(_ shadow: Scalars, _ range: Range<Int>) -> Bool {
    guard range.count <= 44 else { return false }
    var start = range.lowerBound
    while start < range.upperBound, !ScalarKind.isWord(shadow[start]) { start += 1 }
    let rest = shadow[start..<range.upperBound]
    if lineOpenerTrie.longestMatch(in: shadow, at: start, limit: range.upperBound) != nil {
      // 记者：您如何理解…？ is a question.
      return !(rest.starts(with: lineOpeners[0]) && rest.count > 14 && rest.contains(u("？")))
    }
    guard rest.count <= 26 else { return false }
    // 澎湃新闻记者 段彦超 廖艳
    for i in rest.indices.dropLast(2) where shadow[i] == u("记") && shadow[i + 1] == u("者") {
      return ScalarKind.isBlank(shadow[i + 2]) || shadow[i + 2] == u("：")
        || PersonNames.isName(shadow[(i + 2)..<range.upperBound])
    }
    return false
  }

  /// The name of a line that is nothing but a name behind a bullet: ● 卢明哲, □ 杜若溪.
  static func bulletedName(_ shadow: Scalars, _ range: Range<Int>) -> Range<Int>? {
    guard range.count <= 8, let first = range.first, isBullet(shadow[first]) else { return nil }
    var start = first + 1
    while start < range.upperBound, ScalarKind.isBlank(shadow[start]) { start += 1 }
    let name = shadow[start..<range.upperBound]
    guard name.count >= 2, name.count <= 4, name.allSatisfy(ScalarKind.isHan), isAuthor(name)
    else { return nil }
    return start..<range.upperBound
  }

  /// Signs that newspapers set before a name.
  static func isBullet(_ c: UInt32) -> Bool {
    switch c {
    case u("●"), u("■"), u("◎"), u("□"), u("◆"), u("○"), u("▲"): true
    default: false
    }
  }

  /// Whether a bracket speaks of authors.
  static func mentionsReporter(_ shadow: Scalars, _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var start = range.lowerBound
    while let i = nextOpener(shadow, from: start, to: range.upperBound - 1) {
      if opener(shadow, i, range) ?? 0 > 1 { return true }
      start = i + 1
    }
    return range.count > 2 && shadow[range.lowerBound] == u("文")
      && !ScalarKind.isWord(shadow[range.lowerBound + 1])
  }

  /// The authors named in a stretch of a page.
  ///
  /// - Parameter isBare: whether names may follow an announcing word without a sign between
  ///   (记者唐霁), as in brackets and in lines that are nothing but a byline.
  static func names(_ page: PageLines, _ range: Range<Int>, isBare: Bool) -> [String] {
    let s = page.shadow
    var result: [String] = []
    var start = range.lowerBound
    while let i = nextOpener(s, from: start, to: range.upperBound) {
      guard let length = opener(s, i, range) else {
        start = i + 1
        continue
      }
      var k = i + length
      let isShort = length == 1
      // 文 alone is an announcement only before a sign: 文/张三, 文 | 张三.
      var hasSign = false
      while k < range.upperBound, !ScalarKind.isWord(s[k]) {
        if !ScalarKind.isBlank(s[k]) || !isShort { hasSign = true }
        k += 1
      }
      let isInsideWord = isShort && i > range.lowerBound && ScalarKind.isHan(s[i - 1])
      start = i + length
      guard !isInsideWord, hasSign || (isBare && !isShort) else { continue }
      let isLabel = s[i + length..<min(k, range.upperBound)].contains {
        $0 == u("：") || $0 == u(":") || $0 == u("|") || $0 == u("｜") || $0 == u("丨")
      }
      let isAuthorLabel = isLabel && (s[i] == u("作") || s[i] == u("撰"))
      let (names, next) = list(page, k..<range.upperBound, allowsPenNames: isAuthorLabel)
      for name in names where !result.contains(name) { result.append(name) }
      if !names.isEmpty { start = max(next, i + length) }
    }
    return result
  }

  /// A list of names: 张三 李四, 张三、李四; ends at the first word that is none.
  private static func list(
    _ page: PageLines, _ range: Range<Int>, allowsPenNames: Bool
  ) -> ([String], next: Int) {
    let s = page.shadow
    var names: [String] = []
    var i = range.lowerBound
    while i < range.upperBound {
      var end = i
      while end < range.upperBound,
        ScalarKind.isHan(s[end]) || isNameDot(page, end, i..<range.upperBound)
      {
        end += 1
      }
      if let other = otherTrie.longestMatch(in: s, at: i, limit: range.upperBound),
        end - i <= other.length
      {
        // 张三 摄, 张三 摄影: the names before are the photographer's.
        return s[i] == u("摄") ? ([], end) : (names, i)
      }
      if opener(s, i, range) ?? 0 > 1 { return (names, i) }
      if end == i {
        guard allowsPenNames, names.isEmpty, let name = latinName(page, i..<range.upperBound)
        else { return (names, i) }
        return ([name], i + name.unicodeScalars.count)
      }
      var nameEnd = end
      if end > i, behindNameEnds.contains(s[end - 1]) {
        for word in behindNames
        where nameEnd - i >= word.count + (word.count == 1 ? 3 : 2)
          && s[(nameEnd - word.count)..<nameEnd].elementsEqual(word)
        {
          nameEnd -= word.count
          break
        }
      }
      // 記者王小明／花蓮報導: the place.
      if nameEnd < end, !names.isEmpty, i > 0, s[i - 1] == u("/") { return (names, end) }
      let word = s[i..<nameEnd]
      if isAuthor(word) || (word.contains { !ScalarKind.isHan($0) } && isAuthor(withOneDot(word))) {
        names.append(String(scalars: page.text[i..<nameEnd]))
      } else if names.isEmpty, allowsPenNames, word.count <= 6, word.count >= 2,
        !unknown.contains(String(scalars: word)), !SourceFinder.hasMediumEnd(Array(word))
      {
        return ([String(scalars: page.text[i..<nameEnd])], end)
      } else {
        return (names, end)
      }
      if nameEnd < end { return (names, end) }
      i = end
      let isOneSign = i < range.upperBound && isListSign(s[i])
      if isOneSign { i += 1 }
      var blanks = 0
      while i < range.upperBound, ScalarKind.isBlank(s[i]) {
        i += 1
        blanks += 1
      }
      if !isOneSign && blanks == 0 { return (names, i) }
    }
    return (names, i)
  }

  /// A dot between the parts of a name, of whatever kind: 鐵木．諾幹, 阿依夏·热合曼.
  private static func isNameDot(_ page: PageLines, _ i: Int, _ range: Range<Int>) -> Bool {
    switch page.text[i] {
    case u("·"), u("．"), u("‧"), u("・"), u("•"):
      return i > range.lowerBound && i + 1 < range.upperBound
        && ScalarKind.isHan(page.shadow[i - 1]) && ScalarKind.isHan(page.shadow[i + 1])
    default: return false
    }
  }

  private static func withOneDot(_ name: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    name.map { ScalarKind.isHan($0) ? $0 : u("·") }[...]
  }

  private static func isListSign(_ c: UInt32) -> Bool {
    c == u("、") || c == u("，") || c == u(",") || c == u("/") || c == u("／") || c == u("；")
      || c == u("&")
  }

  private static func latinName(_ page: PageLines, _ range: Range<Int>) -> String? {
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 24,
      ScalarKind.isLetter(page.shadow[end]) || page.shadow[end] == u("_")
    {
      end += 1
    }
    guard end - range.lowerBound >= 3 else { return nil }
    return String(scalars: page.text[range.lowerBound..<end])
  }

  /// Whether a word names a person, and not nobody: 原创, 管理员.
  static func isAuthor(_ word: ArraySlice<UInt32>) -> Bool {
    PersonNames.isName(word) && !unknown.contains(String(scalars: word))
  }

  /// Verbs behind a reporter who tells that he asked: 记者王小明就…采访了.
  private static let asking: [Scalars] = ["就", "采访", "专访", "对话", "独家", "与", "走访"].map {
    Scalars($0)
  }

  /// The reporter named in the running text of an interview's opening: 记者戚明月就市民关心的问题采访了….
  ///
  /// - Complexity: O(length).
  static func interviewer(_ page: PageLines, _ range: Range<Int>) -> [String] {
    let s = page.shadow
    for i in range.dropLast(5) where s[i] == u("记") && s[i + 1] == u("者") {
      for length in [3, 2] where i + 2 + length < range.upperBound {
        let name = s[(i + 2)..<(i + 2 + length)]
        let rest = s[(i + 2 + length)..<range.upperBound]
        guard PersonNames.isName(name), asking.contains(where: { rest.starts(with: $0) }) else {
          continue
        }
        return [String(scalars: page.text[name.startIndex..<name.endIndex])]
      }
    }
    return []
  }

  /// Taiwan's datelines: 記者王小明／台北報導, （中央社記者王小明台北5日電）.
  static func dateline(_ page: PageLines, _ range: Range<Int>) -> [String] {
    let s = page.shadow
    for i in range.dropLast(3) {
      if s[i] == u("。") || s[i] == u("，") { return [] }
      guard s[i] == u("记"), s[i + 1] == u("者") else { continue }
      var end = i + 2
      while end < range.upperBound, ScalarKind.isHan(s[end]) || s[end] == u("·") { end += 1 }
      guard end < range.upperBound else { return [] }
      if s[end] == u("/") || s[end] == u("／") || s[end] == u("、") {
        let (names, _) = list(page, (i + 2)..<end, allowsPenNames: false)
        return names
      }
      // …台北5日電: the place is the last two or three characters before the day.
      if ScalarKind.isDigit(s[end]), end - i - 2 >= 4 {
        for place in [2, 3] {
          let word = s[(i + 2)..<max(i + 2, end - place)]
          if word.count == 3 || (word.count == 2 && place == 2), PersonNames.isName(word) {
            return [String(scalars: page.text[word.startIndex..<word.endIndex])]
          }
        }
      }
      return []
    }
    return []
  }
}
