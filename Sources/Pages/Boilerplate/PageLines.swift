import HanText

/// The blocks of a page as the lines that boilerplate removal weighs.
///
/// All text lies in one array with its shadow, so that a line is a range and nothing is copied. A class,
/// as all that look at a page hold it: a copy of a structure would count a reference for each array.
final class PageLines {
  /// The page's text; see `Page.text`.
  let text: Scalars
  /// Its shadow, of the same length.
  let shadow: Scalars
  /// The shadow with what the whole page tells.
  let profiled: ProfiledShadow
  /// The lines that are not blank, in order.
  let lines: [Line]
  /// Whether the page came from HTML, where links and headings are known.
  let isMarkedUp: Bool
  /// For each container the number of the last one inside it; see `Page.containerEnds`.
  let containerEnds: [Int]
  /// The full dates printed in the lines, those of one line side by side.
  private let dates: [PageDate]

  /// One line that is not blank; nothing but plain numbers, as lines are copied often.
  struct Line {
    /// Index of its block in the page.
    var block: Int
    /// Its text without surrounding blanks and without what `cut` holds.
    var range: Range<Int>
    /// A credit or link at its end that is not the article's: （责任编辑：张三）.
    var cut: Range<Int>?
    /// Scalars that are not blank.
    var visible = 0
    /// Scalars of words: Han, letters, digits.
    var words = 0
    var han = 0
    var digits = 0
    /// Marks that end sentences, and those that divide them.
    var sentenceEnds = 0
    var commas = 0
    /// Bars and arrows between the items of menus and breadcrumbs.
    var bars = 0
    var arrows = 0
    /// Whether the last sign ends a sentence, closing quotes and brackets ignored.
    var endsSentence = false
    /// Whether it ends in dots, as abstracts do.
    var isCutOff = false
    /// Share of the line inside links, 0...1.
    var linkShare: Float = 0
    var isMarkedAside = false
    var role = Block.Role.plain
    var container = 0
    /// What a phrase of the line announces.
    var phrase: BoilerplatePhrases.Kind?
    /// Where the full dates printed in it stand in `PageLines.dates`.
    fileprivate var dates = 0..<0
    /// Words outside the dates.
    var wordsBesideDates = 0

    /// Sentences, not a heading or a menu.
    var isSentence: Bool { sentenceEnds > 0 || (commas > 0 && endsSentence) }
    /// Whether a full date is printed in it.
    var hasDate: Bool { !dates.isEmpty }
  }

  /// The first full date printed in a line.
  func date(of line: Line) -> PageDate? { line.hasDate ? dates[line.dates.lowerBound] : nil }

  /// The full dates printed in a line.
  func dates(of line: Line) -> ArraySlice<PageDate> { dates[line.dates] }

  /// Reads the lines of a page.
  ///
  /// - Complexity: O(length).
  convenience init(page: Page, isMarkedUp: Bool) {
    let profiled = Shadow.profiled(page.text)
    let rules = LineRules.standard
    let shadow = profiled.scalars
    var lines: [Line] = []
    lines.reserveCapacity(page.blocks.count)
    var dates: [PageDate] = []
    // Tells what lines are before it has any.
    let judge = PageLines(page, profiled, isMarkedUp: isMarkedUp, lines: [], dates: [])
    for (i, block) in page.blocks.enumerated() where !block.range.isEmpty {
      let whole = PageLines.trimmed(shadow, block.range)
      let kept = LineEnd.kept(shadow, whole)
      guard var line = PageLines.line(shadow, kept, block: i, rules.lanes) else { continue }
      if kept.upperBound < whole.upperBound { line.cut = kept.upperBound..<whole.upperBound }
      line.linkShare = Float(block.linkedCount) / Float(max(1, block.range.count))
      line.isMarkedAside = block.isMarkedAside
      line.role = block.role
      line.container = block.container
      PageLines.readDates(&line, shadow, into: &dates)
      line.phrase = judge.phrase(
        of: line, date: line.hasDate ? dates[line.dates.lowerBound] : nil, rules)
      lines.append(line)
    }
    PageLines.markMenu(page, &lines)
    judge.markAccountCards(&lines)
    judge.releaseReports(&lines)
    self.init(page, profiled, isMarkedUp: isMarkedUp, lines: lines, dates: dates)
  }

  private init(
    _ page: Page, _ profiled: ProfiledShadow, isMarkedUp: Bool, lines: [Line], dates: [PageDate]
  ) {
    text = page.text
    shadow = profiled.scalars
    self.profiled = profiled
    self.isMarkedUp = isMarkedUp
    containerEnds = page.containerEnds
    self.lines = lines
    self.dates = dates
  }

  /// Marks what stands with 328篇原创内容 on the card of an account in its own article: the account's
  /// motto right above.
  private func markAccountCards(_ lines: inout [Line]) {
    for i in lines.indices.dropFirst() where lines[i].visible <= 12 && lines[i].digits > 0 {
      let text = shadow[lines[i].range]
      guard text.last(where: ScalarKind.isWord) == PageLines.ownArticles.last,
        text.filter(ScalarKind.isWord).suffix(5).elementsEqual(PageLines.ownArticles),
        lines[i - 1].visible <= 60
      else { continue }
      lines[i].phrase = .bar
      lines[i - 1].phrase = .bar
    }
  }

  private static let ownArticles = Scalars("篇原创内容")

  /// Marks the lines at the top of a page that other pages of its folder have too, before the first
  /// of its own, where they are as many as a menu has.
  private static func markMenu(_ page: Page, _ lines: inout [Line]) {
    guard let first = page.blocks.first(where: { !$0.range.isEmpty }), first.isRepeated else {
      return
    }
    let menu = lines.prefix { $0.phrase != nil || page.blocks[$0.block].isRepeated }.indices
    guard menu.count(where: { lines[$0].phrase == nil }) >= SiteTemplate.leastMenu else { return }
    for i in menu where lines[i].phrase == nil { lines[i].phrase = .repeated }
  }

  /// A range without the blanks at its ends.
  static func trimmed(_ shadow: Scalars, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, ScalarKind.isBlank(shadow[low]) { low += 1 }
    while high > low, ScalarKind.isBlank(shadow[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Counts what a trimmed line is made of; `nil` for a blank one.
  private static func line(
    _ shadow: Scalars, _ range: Range<Int>, block: Int, _ lanes: LineCensus.Lanes
  ) -> Line? {
    let low = range.lowerBound
    let high = range.upperBound
    guard low < high else { return nil }
    var line = Line(block: block, range: low..<high)
    let census = shadow.withUnsafeBufferPointer { LineCensus($0, low..<high, lanes) }
    line.visible = high - low - census.blank
    line.han = census.han
    line.digits = census.digits
    line.words = census.han + census.digits + census.otherWords
    line.sentenceEnds = census.sentenceEnds
    line.commas = census.commas
    line.bars = census.bars
    line.arrows = census.arrows
    line.endsSentence = endsSentence(shadow, low..<high)
    let last = shadow[high - 1]
    line.isCutOff =
      last == u("…") || (high - low > 3 && last == u(".") && shadow[high - 2] == u("."))
    return line
  }

  private static func endsSentence(_ shadow: Scalars, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound {
      switch shadow[i] {
      case u("”"), u("’"), u("」"), u("』"), u("）"), u(")"), u("\""), u("】"), u("]"), u("》"):
        i -= 1
      default:
        let c = shadow[i]
        return ScalarKind.isSentenceEnd(c) || c == u("；") || c == u("：") || c == u("…")
      }
    }
    return false
  }

  private static func readDates(
    _ line: inout Line, _ shadow: Scalars, into dates: inout [PageDate]
  ) {
    line.wordsBesideDates = line.words
    guard line.digits >= 6, line.visible <= 200 else { return }
    let found = DateReader.dates(in: shadow, line.range)
    line.dates = dates.count..<(dates.count + found.count)
    for date in found {
      dates.append(date)
      for i in date.span.range where ScalarKind.isWord(shadow[i]) { line.wordsBesideDates -= 1 }
    }
  }
}
