import HanText

/// What other pages of the same folder tell: a site's furniture that no phrase, element or weight
/// gives away.
///
/// Repetition alone is no reason. Notices of one office open and close alike (特此通知。, 各区人民政府：), a
/// company's reports end with the same paragraph about it, a market's with the same remark. So only
/// lines at the article's edges go: above its first own line, lines that can be no heading or address;
/// below its last own line, all from two short lines on that no article closes with, or from an
/// element on that holds nothing of the page's own.
extension PageCleaning {
  /// Gives the repeated lines at the edges of the body their reason.
  ///
  /// - Complexity: O(lines).
  mutating func judgeRepeated(_ range: Range<Int>, titleLine: Int?) {
    let isOwn: (Int) -> Bool = { [self] i in
      reasons[i] == nil && i != titleLine && !isRepeated(i)
    }
    guard let first = range.first(where: isOwn), let last = range.last(where: isOwn) else { return }
    // Shorter lines are headings as often: 总体要求.
    for i in range.lowerBound..<first
    where reasons[i] == nil && i != titleLine && isRepeated(i) && isFurniture(i, least: 7) {
      reasons[i] = .repeated
    }
    guard
      let start = (last + 1..<range.upperBound).first(where: {
        isRepeated($0) && (opensList($0) || opensBox($0, behind: last))
      })
    else { return }
    for i in start..<range.upperBound where reasons[i] == nil && isRepeated(i) {
      reasons[i] = .repeated
    }
  }

  /// Whether two short lines stand one below the other from here, as below no heading.
  private func opensList(_ i: Int) -> Bool {
    guard i + 1 < lines.lines.count, isFurniture(i, least: 2) else { return false }
    let next = lines.lines[i + 1]
    return next.phrase?.endsArticle == true || isRepeated(i + 1) && isFurniture(i + 1, least: 2)
  }

  /// Whether an element opened behind the article's last own line holds this and further lines, none of
  /// them the page's own.
  private func opensBox(_ i: Int, behind last: Int) -> Bool {
    let ends = lines.containerEnds
    let outer = lines.lines[last].container
    let inner = lines.lines[i].container
    guard lines.isMarkedUp, inner > outer, inner < ends.count,
      let box = (outer + 1...inner).first(where: { ends[$0] >= inner })
    else { return false }
    let held = lines.lines[i...].prefix { (box...ends[box]).contains($0.container) }.indices
    return held.count >= SiteTemplate.leastMenu
      && held.allSatisfy { isRepeated($0) || lines.lines[$0].linkShare > 0.5 }
  }

  private func isRepeated(_ i: Int) -> Bool { page.blocks[lines.lines[i].block].isRepeated }

  /// A short line that is no heading of a chapter, address, signature, credit, attachment or remark.
  private func isFurniture(_ i: Int, least: Int) -> Bool {
    let line = lines.lines[i]
    let text = lines.shadow[line.range]
    guard line.visible >= least, line.visible <= 40, line.words > 1, line.sentenceEnds == 0,
      !line.endsSentence, line.digits == 0, line.role != .tableRow, !line.hasDate,
      !text.contains(u("：")), !text.contains(u(":")), !lines.isAttachment(line),
      !BylineReader.isByline(lines.shadow, line.range), let first = text.first, let end = text.last
    else { return false }
    if case .heading = line.role { return false }
    // （完）, 一、总体要求, 附件, 云河县人民政府办公室.
    return !isOpening(first) && !PageLines.numerals.contains(first) && first != u("第")
      && first != u("附") && end != u("完") && !PageCleaning.officeEnds.contains(end)
  }

  private func isOpening(_ c: UInt32) -> Bool {
    c == u("（") || c == u("(") || c == u("【") || c == u("[") || c == u("〔") || c == u("《")
  }
}
