import HanText

/// Finds the authors in the bylines of a page's head, of the first and last lines of the body, and
/// in markup; editors and photographers are not authors.
struct AuthorFinder {
  let metadata: MetadataReader
  private var page: PageLines { metadata.page }

  init(metadata: MetadataReader) {
    self.metadata = metadata
  }

  /// The authors in order, without repeats.
  func authors(source: String?) -> [String] {
    var found: [String] = []
    func take(_ names: [String]) {
      for name in names where !found.contains(name) && name != source { found.append(name) }
    }
    for i in metadata.headLines where i != metadata.titleLine {
      take(headByline(page.lines[i]))
    }
    let kept = metadata.opening
    for i in kept where i != metadata.titleLine {
      let line = page.lines[i]
      if line.visible <= 40, BylineReader.isByline(page.shadow, line.range) {
        take(BylineReader.names(page, line.range, isBare: true))
      } else if let name = BylineReader.bulletedName(page.shadow, line.range) {
        take([String(scalars: page.text[name])])
      } else if i == kept.first || i == kept.dropFirst().first || found.isEmpty {
        take(openingByline(line))
      }
    }
    if found.isEmpty || metadata.hints.authors.isEmpty {
      let last = metadata.closing
      for i in last { take(closingByline(page.lines[i], isLast: i == last.last)) }
      for i in metadata.tail.prefix(6) where found.isEmpty {
        let line = page.lines[i]
        // Who wrote it may stand below the line of rights.
        if line.phrase == .legal { continue }
        if line.phrase?.endsArticle == true, line.phrase != .credit { break }
        if line.visible <= 60 { take(BylineReader.names(page, line.range, isBare: false)) }
      }
    }
    if found.isEmpty {
      for i in metadata.headLines where i != metadata.titleLine && found.isEmpty {
        take(besideDate(page.lines[i]))
      }
    }
    if found.isEmpty {
      for i in kept.prefix(2) where page.lines[i].isSentence && found.isEmpty {
        take(BylineReader.interviewer(page, page.lines[i].range))
      }
    }
    if found.isEmpty {
      for claim in metadata.hints.authors { take(AuthorFinder.claimed(claim, source: source)) }
    }
    if found.isEmpty {
      for claim in metadata.hints.authors where found.isEmpty && isShownPenName(claim) {
        take([claim])
      }
    }
    return found
  }

  /// 作者：张三, 澎湃新闻记者 段彦超 廖艳, 石佳/中国青年报, 原创 kingname 未闻Code.
  private func headByline(_ line: PageLines.Line) -> [String] {
    guard line.visible <= 160, !line.isMarkedAside else { return [] }
    let names = BylineReader.names(page, line.range, isBare: line.visible <= 40)
    if !names.isEmpty { return names }
    guard line.visible <= 24, line.sentenceEnds == 0 else { return [] }
    let shadow = page.shadow[line.range]
    if let slash = shadow.firstIndex(of: u("/")), PersonNames.isName(shadow[..<slash]),
      SourceFinder.hasMediumEnd(Array(shadow[(slash + 1)...]))
    {
      return [String(scalars: page.text[line.range.lowerBound..<slash])]
    }
    guard let original = shadow.firstIndex(of: u("原")), original + 1 < shadow.endIndex,
      shadow[original + 1] == u("创")
    else { return [] }
    let tokens = String(scalars: page.text[line.range]).split(separator: " ").map(String.init)
    if tokens.count >= 2, tokens[0] == "原创" || tokens[0] == "原創" {
      return tokens.count >= 3 ? [tokens[1]] : []
    }
    return []
  }

  /// A name alone between the signs of the line of source and time: 澜声 · 纪小满 · 2024-01-22,
  /// 来源：江南文艺 | 苏眠 2021年03月12日, 10:05:33 丁若水 文博在线; or behind a bullet: ● 卢明哲.
  private func besideDate(_ line: PageLines.Line) -> [String] {
    let s = page.shadow
    guard line.visible <= 60, line.sentenceEnds == 0, line.commas == 0, !line.isMarkedAside,
      line.arrows == 0
    else { return [] }
    if !line.hasDate, !BylineReader.isBullet(s[line.range.lowerBound]) { return [] }
    let parts = s[line.range].split { !ScalarKind.isHan($0) && $0 != u("·") }
    if !line.hasDate, parts.count != 1 { return [] }
    for part in parts where part.count >= 2 && part.count <= 3 && BylineReader.isAuthor(part) {
      let before = part.startIndex > line.range.lowerBound ? s[part.startIndex - 1] : 0x20
      let after = part.endIndex < line.range.upperBound ? s[part.endIndex] : 0x20
      guard isGap(before), isGap(after) else { continue }
      return [String(scalars: page.text[part.startIndex..<part.endIndex])]
    }
    return []
  }

  private func isGap(_ c: UInt32) -> Bool {
    ScalarKind.isBlank(c) || c == u("|") || c == u("｜") || c == u("丨") || c == u("●") || c == u("■")
      || c == u("◎") || c == u("□") || c == u("◆")
  }

  /// The bracket that opens a body: 新京报快讯（记者 裴剑飞）, 〔記者王小明／台北報導〕, 【文/观察者网专栏作者 王文】,
  /// or Taiwan's bare 記者王小明／台北報導 and 中央社記者王小明台北5日電.
  private func openingByline(_ line: PageLines.Line) -> [String] {
    let end = min(line.range.upperBound, line.range.lowerBound + 70)
    if let bracket = bracketed(in: line.range.lowerBound..<end) {
      let names = BylineReader.names(page, bracket, isBare: true)
      if !names.isEmpty { return names }
    }
    return BylineReader.dateline(page, line.range.lowerBound..<end)
  }

  /// The first bracket in a range that speaks of reporters.
  private func bracketed(in range: Range<Int>) -> Range<Int>? {
    var open: Int?
    for i in range {
      let c = page.shadow[i]
      // Most are Chinese characters: one comparison.
      if ScalarKind.isHan(c) { continue }
      switch c {
      case u("（"), u("("), u("【"), u("["), u("〔"): open = i + 1
      case u("）"), u(")"), u("】"), u("]"), u("〕"):
        if let start = open, BylineReader.mentionsReporter(page.shadow, start..<i) {
          return start..<i
        }
        open = nil
      case u("。"): return nil
      default: break
      }
    }
    return nil
  }

  /// The bracket that closes a body: (文/图 刘玺东 易赛楠), (李楠), (本報記者 羅云鵬); or a last line that is a byline.
  private func closingByline(_ line: PageLines.Line, isLast: Bool) -> [String] {
    if line.visible <= 40, BylineReader.isByline(page.shadow, line.range) {
      return BylineReader.names(page, line.range, isBare: true)
    }
    let s = page.shadow
    let end = line.range.upperBound
    guard let last = line.range.last, s[last] == u("）") || s[last] == u(")") || s[last] == u("】")
    else { return [] }
    var open = last - 1
    while open > line.range.lowerBound, last - open < 50,
      s[open] != u("（"), s[open] != u("("), s[open] != u("【")
    {
      open -= 1
    }
    guard open > line.range.lowerBound, last - open < 50 else { return [] }
    let inside = (open + 1)..<last
    if BylineReader.mentionsReporter(s, inside) {
      return BylineReader.names(page, inside, isBare: true)
    }
    guard isLast, end - open <= 14 else { return [] }
    // Nothing but names.
    let tokens = s[inside].split { !ScalarKind.isHan($0) && $0 != u("·") }
    guard !tokens.isEmpty, tokens.count <= 3, tokens.allSatisfy({ PersonNames.isName($0) })
    else { return [] }
    return tokens.map { String(scalars: page.text[$0.startIndex..<$0.endIndex]) }
  }

  /// Whether a claimed author that is no usual name stands in the head for readers to see: 南瓜妈妈.
  private func isShownPenName(_ claim: String) -> Bool {
    let name = Shadow.make(Scalars(claim))
    guard name.count >= 2, name.count <= 8, name.allSatisfy(ScalarKind.isHan),
      claim != metadata.hints.siteName, !SourceFinder.hasMediumEnd(name)
    else { return false }
    return metadata.headLines.contains { i in
      i != metadata.titleLine && page.lines[i].visible <= 60
        && page.shadow[page.lines[i].range].split { !ScalarKind.isHan($0) }.contains(name[...])
    }
  }

  /// Names claimed by markup, where they can be names: neither the medium nor an account's number.
  static func claimed(_ claim: String, source: String?) -> [String] {
    var result: [String] = []
    let scalars = Scalars(claim)
    let shadow = Shadow.make(scalars)
    guard !claim.contains("@"), scalars.count <= 60 else { return [] }
    if let source, source == claim { return [] }
    for part in shadow.split(whereSeparator: {
      $0 == u(",") || $0 == u("，") || $0 == u("、") || $0 == u(";") || $0 == u("/") || $0 == u("|")
        || ScalarKind.isBlank($0)
    }) {
      let name = String(scalars: scalars[part.startIndex..<part.endIndex])
      let hasHan = part.contains(where: ScalarKind.isHan)
      if PersonNames.isName(part) {
        result.append(name)
      } else if !hasHan, part.count >= 3, part.count <= 20, part.count == scalars.count,
        part.contains(where: ScalarKind.isLetter), name.lowercased() != "admin",
        !name.contains("."), !name.contains("<")
      {
        result.append(name)
      }
    }
    return result
  }
}
