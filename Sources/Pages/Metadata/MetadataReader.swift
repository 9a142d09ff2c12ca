import HanText

/// What a page says about its article beside the title.
struct ArticleMetadata {
  var published: String?
  var source: String?
  var authors: [String] = []
  /// Lines of the page that became metadata: index into `PageLines.lines`.
  var usedLines: Set<Int> = []
}

/// Reads publication time, source and authors from the lines around a body and from markup.
///
/// Only the page's own head (between title and body) and the few lines behind the body are looked
/// at, so that no date or byline of a related article is taken.
struct MetadataReader {
  let page: PageLines
  let hints: MetadataHints
  /// The body's lines.
  let body: Range<Int>
  /// The lines between the title (or the top of its stretch) and the first lines of the body.
  let head: Range<Int>
  /// The few lines behind the body.
  let tail: Range<Int>
  /// The title's line.
  let titleLine: Int?
  /// The first four and the last three lines of the body that stay in the text, in order.
  let opening: [Int]
  let closing: [Int]

  init(
    page: PageLines, hints: MetadataHints, body: Range<Int>, titleLine: Int?, headStart: Int,
    isKept: (Int) -> Bool
  ) {
    self.page = page
    self.hints = hints
    self.body = body
    self.titleLine = titleLine
    opening = Self.first(4, of: body, where: isKept)
    closing = Self.first(3, of: body.reversed(), where: isKept).reversed()
    let low = max(headStart, (titleLine ?? body.lowerBound - 8) - 3, body.lowerBound - 25, 0)
    let lines = page.lines
    let first = body.prefix(9).first { $0 > titleLine ?? -1 && lines[$0].isSentence }
    let head = min(low, body.lowerBound)..<(first ?? body.lowerBound)
    self.head = head
    var headLines: [Int] = []
    headLines.reserveCapacity(head.count + 4)
    headLines += head
    for i in body.prefix(4) where lines[i].phrase == .meta && !head.contains(i) {
      headLines.append(i)
    }
    self.headLines = headLines
    tail = body.upperBound..<min(page.lines.count, body.upperBound + 14)
  }

  /// The first lines that fulfil a condition, no more than a number.
  private static func first(
    _ most: Int, of lines: some Sequence<Int>, where isWanted: (Int) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(most)
    for i in lines where isWanted(i) {
      found.append(i)
      if found.count == most { break }
    }
    return found
  }

  /// Reads everything.
  ///
  /// - Complexity: O(length of head, tail and the first and last lines of the body).
  func read() -> ArticleMetadata {
    var result = ArticleMetadata()
    readPublished(into: &result)
    readSource(into: &result)
    result.authors = AuthorFinder(metadata: self).authors(source: result.source)
    return result
  }

  /// Lines that can carry the page's source and time, the likeliest first.
  let headLines: [Int]

  // MARK: Publication time

  private func readPublished(into result: inout ArticleMetadata) {
    var visible: (date: PageDate, line: Int)?
    var ofPaper: (date: PageDate, line: Int)?
    for i in headLines {
      let line = page.lines[i]
      guard !line.isMarkedAside, line.visible <= 120, let date = bestDate(line) else { continue }
      if isToday(line) || !tellsPublication(line, date) { continue }
      if tellsOnlyPaper(line) {
        if ofPaper == nil { ofPaper = (date, i) }
        continue
      }
      let isBetter = visible.map { date.time != nil && $0.date.time == nil } ?? true
      if isBetter { visible = (date, i) }
    }
    if visible == nil {
      for i in tail where isLabelledDate(page.lines[i]) {
        guard let date = bestDate(page.lines[i]) else { continue }
        visible = (date, i)
        break
      }
    }
    if visible == nil { visible = scatteredDate() ?? dateBelow() }
    let claimed = hints.published.lazy.compactMap { DateReader.date(in: $0) }.first
    if visible == nil, claimed == nil { visible = dateAside() ?? ofPaper }
    if visible == nil, claimed == nil { visible = issueDate() }
    guard let visible else {
      result.published = claimed?.iso
      return
    }
    result.usedLines.insert(visible.line)
    if let claimed, claimed.isSameDay(as: visible.date), claimed.isFiner(than: visible.date) {
      result.published = claimed.iso
    } else {
      result.published = visible.date.iso
    }
  }

  /// The date of a line between title and text that markup puts aside, as sites do whose tool bar holds
  /// the line of source and time. Above the title stands the reader's day.
  private func dateAside() -> (date: PageDate, line: Int)? {
    guard let titleLine else { return nil }
    for i in head where i > titleLine {
      let line = page.lines[i]
      guard line.isMarkedAside, line.visible <= 120, line.linkShare < 0.5, !isToday(line),
        let date = bestDate(line), tellsPublication(line, date)
      else { continue }
      return (date, i)
    }
    return nil
  }

  /// The day of a newspaper's issue, with its weekday at the top of a page that names its sheet
  /// (第05版：深度). Any other page shows the reader's day there.
  private func issueDate() -> (date: PageDate, line: Int)? {
    let above = page.lines.indices.prefix(min(body.lowerBound, 60))
    guard above.contains(where: { isSheet(page.lines[$0]) }) else { return nil }
    for i in above where !isToday(page.lines[i]) {
      if let date = page.date(of: page.lines[i]) { return (date, i) }
    }
    return nil
  }

  /// 第05版, A3版: which sheet of the paper.
  private func isSheet(_ line: PageLines.Line) -> Bool {
    guard line.visible <= 30, line.sentenceEnds == 0 else { return false }
    let s = page.shadow[line.range]
    guard let sheet = s.firstIndex(of: u("版")), sheet > s.startIndex + 1 else { return false }
    return ScalarKind.isDigit(s[sheet - 1])
      && (s.first == u("第") || s.first.map(ScalarKind.isLetter) == true)
  }

  /// A date in a line of its own right below the body, as Hong Kong's offices close; the time may
  /// stand in the next.
  private func dateBelow() -> (date: PageDate, line: Int)? {
    for i in body.suffix(2) + tail.prefix(4) {
      let line = page.lines[i]
      if line.phrase?.endsArticle == true || line.isMarkedAside { return nil }
      guard let date = page.date(of: line), line.wordsBesideDates <= 4 else { continue }
      guard date.time == nil, i + 1 < page.lines.count, page.lines[i + 1].visible <= 16
      else {
        if i < body.upperBound { continue }
        return (date, i)
      }
      let joined =
        Array(page.shadow[line.range]) + [0x20] + Array(page.shadow[page.lines[i + 1].range])
      let whole = DateReader.dates(in: joined, 0..<joined.count).first ?? date
      // The last line of the body is its signature unless a time stands below it.
      if i < body.upperBound, whole.time == nil { continue }
      return (whole, i)
    }
    return nil
  }

  /// A date whose year, day and time stand in lines of their own: 2020, 06/01, 18:44.
  private func scatteredDate() -> (date: PageDate, line: Int)? {
    for i in head where i + 2 < page.lines.count {
      let year = page.lines[i]
      let day = page.lines[i + 1]
      guard year.visible == 4, year.digits == 4, day.visible <= 5, day.digits >= 2,
        page.shadow[day.range].contains(u("/")) || page.shadow[day.range].contains(u("-"))
      else { continue }
      let joined =
        Array(page.shadow[year.range]) + [
          page.shadow[day.range].first { !ScalarKind.isDigit($0) } ?? u("/")
        ]
        + Array(page.shadow[day.range]) + [0x20]
        + Array(page.shadow[page.lines[i + 2].range].prefix(8))
      if let date = DateReader.dates(in: joined, 0..<joined.count).first { return (date, i) }
    }
    return nil
  }

  /// Whether a date is the line's matter: beside a label or a time, or nearly alone; not
  /// （2022年11月28日…会议通过）.
  private func tellsPublication(_ line: PageLines.Line, _ date: PageDate) -> Bool {
    if line.phrase == .meta || line.phrase == .credit { return true }
    if line.sentenceEnds > 0 { return false }
    if line.phrase == .zone, isLabelledDate(line) { return true }
    return line.wordsBesideDates <= (date.time != nil ? 30 : 12)
  }

  /// The date of a line; of two, the first that is not called an update.
  private func bestDate(_ line: PageLines.Line) -> PageDate? {
    for date in page.dates(of: line)
    where !isUpdate(before: date.span.start, in: line)
      && !isOfPaper(before: date.span.start, in: line)
    {
      return date
    }
    return page.date(of: line)
  }

  /// Whether the only date of a line is that of the paper, not of the page: 成文日期：2025年11月6日.
  private func tellsOnlyPaper(_ line: PageLines.Line) -> Bool {
    page.dates(of: line).allSatisfy { isOfPaper(before: $0.span.start, in: line) }
  }

  /// 成文日期, 生成日期, 生效日期, 施行日期, 有效期: what offices say about a paper beside 发布日期.
  private func isOfPaper(before start: Int, in line: PageLines.Line) -> Bool {
    let before = page.shadow[max(line.range.lowerBound, start - 8)..<start]
    guard let day = before.lastIndex(of: u("日")) ?? before.lastIndex(of: u("期")) else {
      return false
    }
    let label = before[..<day].suffix(3)
    return MetadataReader.paperLabels.contains { label.suffix($0.count).elementsEqual($0) }
  }

  private static let paperLabels: [Scalars] = [
    "成文", "生成", "印发", "签发", "生效", "施行", "实施", "失效", "废止", "有效", "成立", "截止",
  ].map { Scalars($0) }

  private func isUpdate(before start: Int, in line: PageLines.Line) -> Bool {
    let before = page.shadow[max(line.range.lowerBound, start - 8)..<start]
    return before.contains(u("更")) && before.contains(u("新"))
  }

  /// 今天是2024年3月5日: the reader's date, not the article's.
  private func isToday(_ line: PageLines.Line) -> Bool {
    guard let date = page.date(of: line) else { return false }
    let before = page.shadow[line.range.lowerBound..<date.span.start]
    return before.contains(u("今")) && before.contains(u("天"))
  }

  private func isLabelledDate(_ line: PageLines.Line) -> Bool {
    guard let date = page.date(of: line), line.visible <= 120, !line.isMarkedAside else {
      return false
    }
    for i in line.range.lowerBound..<max(line.range.lowerBound, date.span.start - 1) {
      let next = page.shadow[i + 1]
      switch page.shadow[i] {
      case u("发"): if next == u("布") || next == u("表") || next == u("稿") { return true }
      case u("时"): if next == u("间") { return true }
      case u("日"): if next == u("期") { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Source

  private func readSource(into result: inout ArticleMetadata) {
    let finder = SourceFinder(page: page)
    for i in headLines {
      if let source = finder.labelled(page.lines[i]) {
        result.source = source
        result.usedLines.insert(i)
        return
      }
    }
    for i in headLines where i + 1 < page.lines.count && finder.isOpenLabel(page.lines[i]) {
      if let source = finder.wholeLine(page.lines[i + 1]) {
        result.source = source
        result.usedLines.formUnion([i, i + 1])
        return
      }
    }
    for i in headLines where i != titleLine {
      guard let date = page.date(of: page.lines[i]) else { continue }
      if let source = finder.behind(date, in: page.lines[i])
        ?? finder.before(date, in: page.lines[i]), !hints.authors.contains(source)
      {
        result.source = source
        result.usedLines.insert(i)
        return
      }
    }
    for i in head where i > titleLine ?? -1 {
      let isBesideDate =
        (i + 1 < head.upperBound && isDateOrAge(page.lines[i + 1]))
        || (i > head.lowerBound && isDateOrAge(page.lines[i - 1]))
      if let source = finder.alone(page.lines[i], isBesideDate: isBesideDate) {
        if !SourceFinder.hasMediumEnd(Scalars(source)),
          let own = SiteName(page: page).ofPublisher(titles: hints.titles)
        {
          result.source = own
          return
        }
        result.source = source
        result.usedLines.insert(i)
        return
      }
    }
    if let source = hints.sources.lazy.compactMap({ SourceFinder.medium($0) }).first {
      result.source = source
      return
    }
    for i in Array(body.suffix(3).reversed()) + Array(tail) {
      if let source = finder.labelled(page.lines[i]) ?? finder.cited(page.lines[i]) {
        result.source = source
        result.usedLines.insert(i)
        return
      }
    }
    for i in opening {
      if let source = finder.dateline(page.lines[i]) {
        result.source = source
        return
      }
    }
    if let last = closing.last, let source = finder.signature(page.lines[last]) {
      result.source = source
      return
    }
    for i in headLines {
      if let source = finder.office(page.lines[i]) {
        result.source = source
        return
      }
    }
    let site = SiteName(page: page)
    let claimed = (hints.publisher ?? hints.siteName).flatMap(SourceFinder.medium)
    // A site that claims its address may tell its name all the same.
    let isName = claimed.map { Scalars($0).contains(where: ScalarKind.isHan) } ?? false
    result.source =
      (isName ? claimed : site.ofPublisher(titles: hints.titles) ?? claimed)
      ?? site.find(titles: hints.titles)
  }

  /// A line that only tells when: a date, or 昨天 and the like.
  private func isDateOrAge(_ line: PageLines.Line) -> Bool {
    if line.visible > 30 { return false }
    if line.visible == 4, line.digits == 4 { return true }
    // 05-06 08:30 has no year.
    return line.hasDate
      || (line.phrase == .bar && (line.visible <= 6 || line.digits >= 6 && line.visible <= 12))
  }
}
