import HanText

/// The cleaning of one page: chooses the body, reads the metadata, writes the article text.
struct PageCleaning {
  private let page: Page
  private let lines: PageLines
  private let options: CleaningOptions
  private var reasons: [String?]

  init(page: Page, lines: PageLines, options: CleaningOptions) {
    self.page = page
    self.lines = lines
    self.options = options
    reasons = Array(repeating: nil, count: lines.lines.count)
  }

  /// Fills the article's text, metadata and changes.
  ///
  /// - Complexity: O(length of the page).
  mutating func run(into article: inout Article, keepsText: Bool) {
    let titles = TitleFinder(page: lines, hints: page.hints)
    let claimed = titles.claimedLines()
    let body = BodyChooser(page: lines, titleLines: claimed).choose()
    let range = body?.range ?? 0..<0
    var titleLine = body.flatMap {
      titles.titleLine(above: $0.range.lowerBound, from: $0.headStart, claimed: claimed)
    }
    if titleLine == nil, let first = range.first, range.count > 1, claimed.isEmpty,
      titles.isTitleLike(lines.lines[first]), lines.lines[first].visible <= 50
    {
      titleLine = first
    }
    if let titleLine { article.title = string(titleLine) }
    if article.title == nil, let claim = page.hints.titles.first {
      article.title = TitleFinder.withoutSite(claim, siteName: page.hints.siteName)
    }
    judge(range, titleLine: titleLine)
    if !keepsText { write(into: &article, titleLine: titleLine, range: range) }
    finish(&article)
  }

  /// Gives each line that is not the article its reason.
  private mutating func judge(_ range: Range<Int>, titleLine: Int?) {
    let titleWords = titleLine.map { TitleFinder.words(of: lines.shadow[lines.lines[$0].range]) }
    for (i, line) in lines.lines.enumerated() where i != titleLine {
      if !range.contains(i) {
        reasons[i] =
          reason(line) ?? (i < range.lowerBound ? "before the article" : "after the article")
      } else if let phrase = line.phrase, phrase != .zone {
        reasons[i] = reason(line)
      } else if line.isMarkedAside || (line.linkShare > 0.8 && !line.isSentence) {
        reasons[i] = reason(line)
      } else if let titleWords, line.visible <= 90, line.words >= 5,
        TitleFinder.words(of: lines.shadow[line.range]) == titleWords
      {
        reasons[i] = "repeated headline"
      } else if line.words == 0 {
        reasons[i] = "no words"
      }
    }
  }

  private func reason(_ line: PageLines.Line) -> String? {
    switch line.phrase {
    case .related: return "related articles"
    case .pager: return "previous and next article"
    case .comment: return "reader comments"
    case .legal: return "copyright or disclaimer"
    case .credit: return "editor's credit"
    case .finish: return "end of article mark"
    case .meta: return "source and time line"
    case .bar: return "tool bar"
    case .nav: return "navigation"
    case .promo: return "promotion"
    case .zone, nil:
      if line.isMarkedAside { return "marked aside" }
      return line.linkShare > 0.5 ? "links" : nil
    }
  }

  private func write(into article: inout Article, titleLine: Int?, range: Range<Int>) {
    var out: Scalars = []
    func add(_ i: Int) {
      if !out.isEmpty { out.append(0x0A) }
      out += lines.text[lines.lines[i].range]
    }
    if options.keepsBoilerplate {
      for i in lines.lines.indices { add(i) }
      article.text = out
      return
    }
    if let title = article.title { out += Scalars(title) }
    for i in range where i != titleLine && reasons[i] == nil { add(i) }
    article.text = out
  }

  private func finish(_ article: inout Article) {
    guard !options.keepsBoilerplate else { return }
    article.removedLines = reasons.count { $0 != nil }
    guard options.explains else { return }
    for (i, reason) in reasons.enumerated() {
      guard let reason else { continue }
      let line = lines.lines[i]
      article.changes.append(
        Change(
          line: page.blocks[line.block].line, kind: .removed, reason: reason, before: string(i)))
    }
  }

  private func string(_ i: Int) -> String { String(scalars: lines.text[lines.lines[i].range]) }
}
