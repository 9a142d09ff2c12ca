import HanText

/// The cleaning of one page: chooses the body, reads the metadata, writes the article text.
struct PageCleaning {
  let page: Page
  let lines: PageLines
  private let options: CleaningOptions
  /// Why each line is no part of the article; `nil` for those that are.
  var reasons: [Reason?]
  private var hasEvidence = false
  private var subtitles: [Int] = []

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
    let chooser = BodyChooser(page: lines, titleLines: claimed)
    let body = chooser.choose()
    hasEvidence = chooser.hasEvidence
    let range = body?.range ?? 0..<0
    var titleLine = body.flatMap {
      titles.titleLine(above: $0.range.lowerBound, from: $0.headStart, claimed: claimed)
    }
    if titleLine == nil {
      titleLine =
        claimed.isEmpty
        ? titleInside(range, titles) : range.prefix(5).first(where: claimed.contains)
    }
    if let titleLine { article.title = string(titleLine) }
    if article.title == nil, let claim = page.hints.titles.first {
      article.title = TitleFinder.withoutSite(claim, siteName: page.hints.siteName)
    }
    judge(range, titleLine: titleLine)
    readSubtitles(titleLine, range)
    if page.blocks.contains(where: \.isRepeated) { judgeRepeated(range, titleLine: titleLine) }
    let judged = reasons
    let metadata = MetadataReader(
      page: lines, hints: page.hints, body: range, titleLine: titleLine,
      headStart: body?.headStart ?? 0, isKept: { judged[$0] == nil && $0 != titleLine }
    ).read()
    for i in metadata.usedLines where hasEvidence && reasons[i] == nil && i != titleLine {
      reasons[i] = .meta
    }
    article.published = metadata.published
    article.source = metadata.source
    article.authors = metadata.authors
    if !keepsText { write(into: &article, titleLine: titleLine, range: range) }
    finish(&article, titleLine, metadataLines: metadata.usedLines)
  }

  /// The title where it stands among the body's lines: the first, or the first behind a tag or two.
  private func titleInside(_ range: Range<Int>, _ titles: TitleFinder) -> Int? {
    for i in range.prefix(5) where i + 1 < range.upperBound {
      let line = lines.lines[i]
      if titles.isTitleLike(line) { return line.visible <= 60 ? i : nil }
      // 新聞公報 above a title with a row of signs below it.
      if i + 2 < range.upperBound, isRule(i + 2), titles.isTitleLike(lines.lines[i + 1]) {
        continue
      }
      guard isCounter(line) || (hasEvidence && (isTag(line) || line.phrase != nil)) else {
        return nil
      }
    }
    return nil
  }

  /// A row of one sign, set below a heading: ＊＊＊＊＊＊.
  private func isRule(_ i: Int) -> Bool {
    guard i < lines.lines.count else { return false }
    let line = lines.lines[i]
    let row = lines.shadow[line.range]
    return line.words == 0 && row.count >= 5 && row.allSatisfy { $0 == row.first }
  }

  /// Finds the lines of a subtitle above the line of source and time: ——全市机关食堂减少浪费,
  /// （副题）…; they are the article's.
  private mutating func readSubtitles(_ titleLine: Int?, _ range: Range<Int>) {
    guard let titleLine, !range.contains(titleLine + 1) else { return }
    for i in (titleLine + 1)..<min(titleLine + 3, lines.lines.count)
    where i < range.lowerBound && lines.isSubtitle(lines.lines[i]) {
      subtitles.append(i)
      reasons[i] = nil
    }
  }

  /// A count of comments, likes or pages: digits and signs, nothing else.
  private func isCounter(_ line: PageLines.Line) -> Bool {
    line.words == line.digits && line.visible <= 12
  }

  /// Whether a line is the number of an article's first part: 01, with 02 alone in a line further on.
  private func numbersSection(_ i: Int, _ range: Range<Int>) -> Bool {
    let line = lines.lines[i]
    guard line.visible <= 2, let last = lines.shadow[line.range].last, last == u("1") else {
      return false
    }
    let next = lines.shadow[line.range].dropLast() + [u("2")]
    return range.suffix(from: min(i + 1, range.upperBound)).contains {
      lines.shadow[lines.lines[$0].range] == next
    }
  }

  /// How names of offices end: 常德市统计局 above a text is no button.
  static let officeEnds: [UInt32] = [
    u("局"), u("厅"), u("部"), u("委"), u("院"), u("会"), u("府"), u("室"), u("署"), u("处"),
  ]

  /// A word or two, such as buttons are: 关注新华网, Qzone; not 各科室： or 作者 王五.
  private func isTag(_ line: PageLines.Line) -> Bool {
    (line.visible <= 6 || (line.han == 0 && line.visible <= 20)) && line.sentenceEnds == 0
      && line.commas == 0 && !line.endsSentence
      && !PageCleaning.officeEnds.contains(lines.shadow[line.range.upperBound - 1])
      && !BylineReader.isByline(lines.shadow, line.range)
  }

  /// Nothing but a link, and none to an attachment.
  private func isLink(_ line: PageLines.Line) -> Bool {
    line.linkShare > 0.8 && (!line.isSentence || (line.linkShare > 0.9 && line.visible <= 40))
      && !lines.isAttachment(line)
  }

  /// The captions of a body; none where they are most of it, as on picture pages.
  private func captions(in range: Range<Int>) -> Set<Int> {
    guard hasEvidence else { return [] }
    let found = range.filter { lines.isCaption(lines.lines[$0]) }
    let paragraphs = range.count { lines.lines[$0].isSentence } - found.count
    return paragraphs > 0 && paragraphs * 2 >= found.count ? Set(found) : []
  }

  /// Gives each line that is not the article its reason.
  private mutating func judge(_ range: Range<Int>, titleLine: Int?) {
    let title = titleLine.map { lines.shadow[lines.lines[$0].range] }
    let titleEnds = title.map(ends)
    let mainContainer = range.first { lines.lines[$0].isSentence }.map { lines.lines[$0].container }
    var boxContainer = -1  // of a box of related links inside the article
    let inner =
      range.first {
        let line = lines.lines[$0]
        return $0 > titleLine ?? -1 && line.isSentence
          && (line.phrase == nil || line.phrase == .zone)
      } ?? range.upperBound
    var isInBox = false  // the same in a dump
    let captions = captions(in: range)
    for (i, line) in lines.lines.enumerated() where i != titleLine {
      if line.isSentence { isInBox = false }
      if !range.contains(i) {
        reasons[i] =
          reason(line) ?? (i < range.lowerBound ? .before : .after)
      } else if let phrase = line.phrase, phrase != .zone {
        reasons[i] = reason(line)
        if phrase == .related {
          boxContainer = line.container
          isInBox = !lines.isMarkedUp
        }
      } else if line.container == boxContainer, line.container != mainContainer || isInBox,
        !line.isSentence
      {
        reasons[i] = .related
      } else if line.role == .caption || captions.contains(i) {
        reasons[i] = .caption
      } else if line.isMarkedAside || isLink(line) {
        reasons[i] = reason(line)
      } else if i < inner, inner < range.upperBound, line.phrase == .zone, hasEvidence {
        reasons[i] = .before
      } else if i < inner, isCounter(line), hasEvidence, !numbersSection(i, range) {
        reasons[i] = .counter
      } else if i < inner, inner < range.upperBound, hasEvidence, isTag(line), i > 0,
        i - 1 != titleLine, reasons[i - 1] != nil, !numbersSection(i, range)
      {
        reasons[i] = .tag
      } else if let title, line.visible <= 90, line.words >= 5, line.sentenceEnds <= 3,
        mayRepeat(line.range, titleEnds),
        repeats(TitleFinder.words(of: lines.shadow[line.range]), TitleFinder.words(of: title))
      {
        reasons[i] = .headline
      } else if line.words == 0 {
        reasons[i] = .wordless
      } else if let titleLine, i < titleLine, isRule(titleLine + 1) {
        reasons[i] = .before
      }
    }
  }

  /// Whether a line begins or ends as the title does, which one that repeats it must.
  private func mayRepeat(_ range: Range<Int>, _ title: (first: UInt32?, last: UInt32?)?) -> Bool {
    guard let title else { return false }
    let line = ends(lines.shadow[range])
    return line.first == title.first || line.last == title.last
  }

  /// The first and the last scalar of a line's words.
  private func ends(_ line: ArraySlice<UInt32>) -> (first: UInt32?, last: UInt32?) {
    (line.first(where: ScalarKind.isWord), line.last(where: ScalarKind.isWord))
  }

  /// Whether a line's words are the title again, or all of it behind its column's name.
  private func repeats(_ words: Scalars, _ title: Scalars) -> Bool {
    words == title
      || (title.count >= 8 && words.count <= title.count + 8
        && words.suffix(title.count).elementsEqual(title))
      || (words.count >= 8 && words.count * 2 > title.count
        && (title.starts(with: words) || title.suffix(words.count).elementsEqual(words)))
  }

  private func reason(_ line: PageLines.Line) -> Reason? {
    switch line.phrase {
    case .related: return .related
    case .pager: return .pager
    case .comment: return .comments
    case .legal: return .legal
    case .credit: return .credit
    case .finish: return .finish
    case .meta: return .meta
    case .bar: return .bar
    case .nav: return .nav
    case .promo: return .promo
    case .repeated: return .repeated
    case .zone, nil:
      if line.isMarkedAside { return .aside }
      return line.linkShare > 0.5 ? .links : nil
    }
  }

  private func write(into article: inout Article, titleLine: Int?, range: Range<Int>) {
    var writer = ParagraphWriter(page: lines)
    if options.keepsBoilerplate {
      for line in lines.lines {
        writer.add(line.range.lowerBound..<(line.cut?.upperBound ?? line.range.upperBound))
      }
      writer.finish(&article)
      return
    }
    guard !range.isEmpty else { return }
    if let titleLine {
      writer.add(lines.lines[titleLine])
    } else if let title = article.title {
      writer.add(title)
    }
    for i in subtitles + range where i != titleLine && reasons[i] == nil {
      let line = lines.lines[i]
      writer.add(line)
      if options.explains, let cut = line.cut {
        article.changes.append(
          Change(
            line: page.blocks[line.block].line, kind: .removed, reason: "credit or link at its end",
            before: String(scalars: lines.text[cut])))
      }
    }
    writer.finish(&article)
  }

  private func finish(
    _ article: inout Article, _ titleLine: Int?, metadataLines: Set<Int>
  ) {
    guard !options.keepsBoilerplate else { return }
    article.removedLines = reasons.count { $0 != nil }
    guard options.explains else { return }
    for (i, reason) in reasons.enumerated() {
      guard let reason else { continue }
      let line = lines.lines[i]
      article.changes.append(
        Change(
          line: page.blocks[line.block].line,
          kind: metadataLines.contains(i) ? .metadata : .removed, reason: reason.rawValue,
          before: string(i)))
    }
    tellMetadata(titleLine, metadataLines, of: &article)
  }

  /// Tells where metadata comes from that no removed line shows: the title's line, or markup and the
  /// page's frame.
  private func tellMetadata(_ titleLine: Int?, _ used: Set<Int>, of article: inout Article) {
    let shown = used.sorted().map(string)
    func tell(_ field: String, _ value: String, at line: Int?) {
      article.changes.append(
        Change(
          line: line.map { page.blocks[lines.lines[$0].block].line } ?? 1, kind: .metadata,
          reason: field, before: value))
    }
    if let title = article.title {
      tell(titleLine == nil ? "title from markup" : "title", title, at: titleLine)
    }
    if let published = article.published, used.isEmpty {
      tell("time from markup", published, at: nil)
    }
    if let source = article.source, !shown.contains(where: { $0.contains(source) }) {
      tell("source from markup, dateline or site name", source, at: nil)
    }
    for author in article.authors { tell("author", author, at: lineNaming(author)) }
  }

  /// The first line that holds a name.
  private func lineNaming(_ name: String) -> Int? {
    let scalars = Scalars(name)
    guard let first = scalars.first else { return nil }
    return lines.lines.indices.first { i in
      let range = lines.lines[i].range
      guard range.count >= scalars.count else { return false }
      return (range.lowerBound...(range.upperBound - scalars.count)).contains {
        lines.text[$0] == first && lines.text[$0..<($0 + scalars.count)] == scalars[...]
      }
    }
  }

  private func string(_ i: Int) -> String { String(scalars: lines.text[lines.lines[i].range]) }
}
