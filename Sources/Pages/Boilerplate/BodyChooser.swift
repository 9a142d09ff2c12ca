import HanText

/// Which lines of a page are its article.
struct ChosenBody {
  /// Indices into `PageLines.lines`, from the first to the last line of the body.
  var range: Range<Int>
  /// Index of the title's line, above the body.
  var titleLine: Int?
  /// Index of the first line that belongs to the article's head (breadcrumb, title, date).
  var headStart: Int
  /// Lines that end the article where something stands before them.
  var walls: [Int]
}

/// Chooses the run of lines that is the article, with the whole page in view.
///
/// 1. Walls (相关阅读, 责任编辑, 网友评论, 版权所有 … behind sentences) cut the page into stretches.
/// 2. In each, the run of lines with the greatest sum of weights is its best; runs that start behind
///    an anchor (breadcrumb, title, line of source and time) have a bonus, those behind a wall count
///    a fifth at most: what stands there is announced as not the article.
/// 3. The best run grows to its borders over short lines: headings, captions, lists.
struct BodyChooser {
  let page: PageLines
  let lines: [PageLines.Line]
  let weights: [Int]
  /// Lines that are the title as the markup gives it.
  private let titleLines: Set<Int>
  private var bonus: [Int]
  /// Whether anything on the page is boilerplate by itself; a clean article has nothing of it.
  let hasEvidence: Bool

  init(page: PageLines, titleLines: Set<Int>) {
    self.page = page
    lines = page.lines
    self.titleLines = titleLines
    // Paragraphs end in dots now and then; a list of abstracts does all the time.
    let listsAbstracts = page.lines.count { $0.isCutOff && $0.visible >= 30 } >= 4
    weights = page.lines.map {
      LineWeight.weight(
        of: $0, doubtsDots: listsAbstracts,
        isAttachment: $0.visible <= 120 && page.isAttachment($0))
    }
    bonus = Array(repeating: 0, count: page.lines.count)
    hasEvidence =
      !Self.standsAlone(page.lines)
      && page.lines.contains {
        ($0.phrase != nil && $0.phrase != .zone) || $0.isMarkedAside || $0.linkShare > 0.5
      }
    markAnchors()
  }

  /// Whether the page is one line of some length: then it is what somebody saved, whatever it begins
  /// with (今日焦点：…), but for a line of rights.
  private static func standsAlone(_ lines: [PageLines.Line]) -> Bool {
    guard lines.count == 1, let line = lines.first else { return false }
    return line.visible >= 16 && line.phrase != .legal && line.linkShare <= 0.5
      && !line.isMarkedAside
  }

  /// The article; `nil` where no line speaks for one.
  ///
  /// - Complexity: O(lines).
  func choose() -> ChosenBody? {
    guard !lines.isEmpty else { return nil }
    if !hasEvidence {
      return ChosenBody(range: 0..<lines.count, titleLine: nil, headStart: 0, walls: [])
    }
    let (best, walls) = bestRun()
    if best.map({ points(of: $0) < 40 }) ?? true, let stretch = stretchBehindHead(),
      best.map({ !stretch.overlaps($0) }) ?? true
    {
      return ChosenBody(range: stretch, titleLine: nil, headStart: 0, walls: walls)
    }
    guard var run = best else { return nil }
    let lower = walls.last { $0 < run.lowerBound }.map { $0 + 1 } ?? 0
    let upper = walls.first { $0 >= run.upperBound } ?? lines.count
    run = grow(run, within: lower..<upper)
    if page.isMarkedUp {
      run = resume(run)
      run = run.lowerBound..<closingEnd(from: run.upperBound, upTo: max(upper, run.upperBound))
      run = insideElement(run)
    }
    run = withAnnouncedList(withoutTail(run), upTo: upper)
    return ChosenBody(range: run, titleLine: nil, headStart: lower, walls: walls)
  }

  // MARK: Anchors

  /// Bonus for a run that starts at or a few lines behind an anchor.
  private mutating func markAnchors() {
    var dateLines = 0
    var previous = 0..<0
    for (i, line) in lines.enumerated() {
      var points = 0
      if titleLines.contains(i) { points += 150 }
      if case .heading(1) = line.role, line.phrase == nil, line.linkShare < 0.5 { points += 60 }
      if line.visible >= 8, line.range.count == previous.count, line.phrase == nil,
        page.shadow[line.range] == page.shadow[previous]
      {
        points += 60
      }
      previous = line.range
      if isHeadDate(line) {
        dateLines += 1
        points += dateLines == 1 ? 100 : dateLines < 4 ? 30 : 0
      }
      if line.phrase == .nav, line.arrows > 0 { points += 40 }
      guard points > 0, !line.isMarkedAside else { continue }
      // Anchors of one head add up: the later one carries the earlier's points on.
      let carried = bonus[i]
      let end = min(lines.count, i + 10)
      for k in i..<end { bonus[k] = max(bonus[k], carried + points) }
    }
  }

  /// The line of source and publication time.
  func isHeadDate(_ line: PageLines.Line) -> Bool {
    guard line.visible <= 90, line.sentenceEnds <= 1, let date = page.date(of: line) else {
      return false
    }
    return line.phrase == .meta || date.time != nil || line.wordsBesideDates <= 12
  }

  // MARK: Runs

  /// Whether a phrase of a line ends what stands before it.
  private func isWall(_ i: Int) -> Bool {
    lines[i].phrase?.endsArticle == true && !isLinkInside(i) && !isBoxInside(i)
  }

  private func bestRun() -> (Range<Int>?, walls: [Int]) {
    var walls: [Int] = []
    var best: (score: Int, range: Range<Int>)?
    var isBehindWall = false
    var behindWall = 5  // what stands there counts so much less
    let feed = FeedFinder(page: page).start
    var runStart = 0
    var sum = 0
    var bodyPoints = 0  // sentences since the last anchor
    var listEnd = 0  // of a list of links under the head
    for (i, line) in lines.enumerated() {
      let isAnchor = titleLines.contains(i) && line.linkShare < 0.5 && !line.isMarkedAside
      if isAnchor {
        isBehindWall = false
        bodyPoints = 0
        sum = min(sum, 0)
      }
      // A credit beside a date stands in the head as often as behind the body.
      let needed = line.phrase == .credit && line.hasDate ? 150 : 25
      if i < listEnd { continue }
      if isWall(i) || i == feed, bodyPoints >= needed {
        if let end = endOfList(underHead: i, behind: bodyPoints) {
          listEnd = end
          continue
        }
        walls.append(i)
        isBehindWall = true
        // A list of links between an advertisement in the head and the article.
        if line.phrase == .related, bodyPoints < 150, behindWall == 25 { behindWall = 6 }
        sum = 0
        bodyPoints = 0
        continue
      }
      if sum <= bonus[i] {
        sum = bonus[i]
        runStart = i
      }
      sum += weights[i]
      bodyPoints += max(0, weights[i])
      if sum <= 0 || weights[i] <= 0 { continue }
      let score = isBehindWall ? sum / behindWall : sum
      if score > best?.score ?? 0 { best = (score, runStart..<(i + 1)) }
      if !isBehindWall, bonus[runStart] >= 90, bodyPoints >= 30 { behindWall = 25 }
    }
    guard var range = best?.range else { return (nil, walls) }
    while range.count > 1, weights[range.lowerBound] <= 0 {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    return (range, walls)
  }

  /// Takes in the paragraphs behind a box of related links that stands inside the article's element:
  /// they have the article's container, the box and its wall another.
  private func resume(_ run: Range<Int>) -> Range<Int> {
    var weightOf: [Int: Int] = [:]
    for i in run { weightOf[lines[i].container, default: 0] += max(0, weights[i]) }
    guard let main = weightOf.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return run }
    var end = run.upperBound
    var i = end
    while i < lines.count, i - end < 30 {
      if lines[i].container == main {
        if lines[i].phrase?.endsArticle == true { break }
        if weights[i] > 0 { end = i + 1 }
      }
      i += 1
    }
    return run.lowerBound..<end
  }

  private func points(of run: Range<Int>) -> Int { run.reduce(0) { $0 + max(0, weights[$1]) } }

  /// The lines between the page's head and the first wall behind it, for articles without sentences:
  /// verse, lists, picture pages. Where little stands there, as between the head of a newspaper's
  /// page and the links to its neighbours, the next stretch that is far longer.
  private func stretchBehindHead() -> Range<Int>? {
    let title = titleLines.first { lines[$0].linkShare < 0.5 }
    let date = lines.indices.first { isHeadDate(lines[$0]) && !lines[$0].isMarkedAside }
    guard let head = [title, date].compactMap({ $0 }).max(), head - (title ?? head) < 12 else {
      return nil
    }
    var first: Range<Int>?
    var isBehindWall = false
    var low = head + 1
    while true {
      while low < lines.count, isForeign(low) {
        if lines[low].phrase?.endsArticle == true, lines[low].phrase != .pager {
          isBehindWall = true
        }
        low += 1
      }
      guard low < lines.count else { break }
      var high = low
      while high < lines.count, !isForeign(high) { high += 1 }
      let stretch = low..<evenEnd(low..<high)
      if let known = first {
        // Behind a wall only what bears its author's name is no list of links.
        if stretch.count >= 5, han(stretch) >= 3 * han(known),
          !isBehindWall || stretch.prefix(3).contains(where: isAuthorLine)
        {
          return stretch
        }
      } else if !isBehindWall || stretch.prefix(3).contains(where: isAuthorLine) {
        first = stretch
      }
      // A few words are no article yet.
      if let known = first, han(known) >= 24 { break }
      low = high
    }
    return first.flatMap { range in range.contains { lines[$0].han >= 2 } ? range : nil }
  }

  private func han(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + lines[$1].han } }

  /// 文/杜若溪, □ 杜若溪.
  private func isAuthorLine(_ i: Int) -> Bool {
    BylineReader.isByline(page.shadow, lines[i].range)
      || BylineReader.bulletedName(page.shadow, lines[i].range) != nil
  }

  /// Lets a run grow over lines that are neither boilerplate nor the beginning of a menu.
  private func grow(_ run: Range<Int>, within limits: Range<Int>) -> Range<Int> {
    var low = run.lowerBound
    var i = low - 1
    var weak = 0
    while i >= limits.lowerBound, low - i <= 40, !isForeign(i), !isTitleOrHead(i) {
      if weights[i] >= 20 { low = i }
      i -= 1
    }
    i = low - 1
    let firstSentence = low
    while i >= limits.lowerBound, low - i <= 8 {
      if isTitleOrHead(i) { break }
      if lines[i].phrase == .related {
        // The lines below are its links.
        low = firstSentence
        break
      }
      if lines[i].phrase != nil || weights[i] <= -21 {
        // A tool bar may stand between the head and the first lines.
        weak += 1
        if weak > 4 { break }
      } else if bonus[i] > 0 || weak == 0 {
        low = i
      }
      i -= 1
    }
    var high = run.upperBound
    // Further paragraphs beyond a stretch of short lines (code, verse, tables), nothing of
    // boilerplate between them.
    var end = high
    while end < limits.upperBound, end - high < 40, !isForeign(end) {
      if weights[end] >= 20 { high = end + 1 }
      end += 1
    }
    end = high
    while end < limits.upperBound, end - high < 7, !isForeign(end) { end += 1 }
    let reachesBorder = end == limits.upperBound || lines[end].phrase?.endsArticle == true
    high = reachesBorder ? end : closingEnd(from: high, upTo: limits.upperBound)
    // Counters and tags below the last sentence; 江湾省教育厅 above its date is no tag.
    while high > run.upperBound, !isSignature(high - 1), !isClosing(high - 1),
      lines[high - 1].sentenceEnds == 0,
      lines[high - 1].visible <= 8 || lines[high - 1].words == lines[high - 1].digits
    {
      high -= 1
    }
    return low..<high
  }

  /// The end of the lines from `start` on that close a notice: who signs it, and when; what it brings
  /// along. No more than six others stand between two of them.
  private func closingEnd(from start: Int, upTo limit: Int) -> Int {
    var end = start
    var i = start
    while i < limit, i - end < 7, !isForeign(i) {
      if isSignature(i) || isClosing(i) || page.isAttachment(lines[i]) { end = i + 1 }
      i += 1
    }
    return end
  }

  /// （完） or a byline, as short as a tag.
  func isClosing(_ i: Int) -> Bool {
    isEndMark(i) || BylineReader.isByline(page.shadow, lines[i].range)
  }

  /// （完）, 完, 全文完: nothing of the article stands below.
  func isEndMark(_ i: Int) -> Bool {
    lines[i].words <= 3 && page.shadow[lines[i].range].last { ScalarKind.isWord($0) } == u("完")
      && (lines[i].words == 1 || page.shadow[lines[i].range].first == u("全"))
  }

  /// 2019年9月7日 alone: the day below a notice.
  func isSignature(_ i: Int) -> Bool {
    guard lines[i].phrase == nil, let date = page.date(of: lines[i]) else { return false }
    return date.time == nil && lines[i].wordsBesideDates <= 12 && lines[i].sentenceEnds == 0
  }

  /// Whether a line belongs to something else than an article.
  func isForeign(_ i: Int) -> Bool {
    (lines[i].phrase != nil && lines[i].phrase != .zone) || weights[i] <= -21
  }

  private func isTitleOrHead(_ i: Int) -> Bool {
    if titleLines.contains(i) { return true }
    if case .heading(1) = lines[i].role { return true }
    // Who issued a text, and when, may open it below the line of source and time.
    if isSignature(i), lines[i].wordsBesideDates <= 2,
      lines[max(0, i - 6)..<i].contains(where: { $0.phrase == .meta && $0.hasDate })
    {
      return false
    }
    return isHeadDate(lines[i]) || lines[i].arrows > 0
  }
}
