/// Lists of links that stand inside an article and do not end it.
extension BodyChooser {
  /// Most points of a summary that may stand above a list under the head.
  private static let summary = 150
  /// Longest such list, in lines.
  private static let longestList = 16

  /// The end of a list of links that stands between an article's summary and its text, told by what
  /// follows: paragraphs, one right behind the other and without links, that weigh twice as much as
  /// all before. Below an article stand abstracts, each with its title, or comments with their names.
  ///
  /// - Parameters:
  ///   - heading: index of the line that announces the list.
  ///   - points: of the sentences above it.
  /// - Returns: the index of the first paragraph; `nil` where the article ends at the heading.
  /// - Complexity: O(lines), asked only where little stands above.
  func endOfList(underHead heading: Int, behind points: Int) -> Int? {
    guard lines[heading].phrase == .related, points <= Self.summary else { return nil }
    var start = heading + 1
    while start < lines.count, start - heading <= Self.longestList, weights[start] <= 0,
      lines[start].phrase == nil || lines[start].phrase == .related
    {
      start += 1
    }
    guard start > heading + 1, start + 2 < lines.count,
      (start..<start + 3).allSatisfy({
        isPlainParagraph($0) && lines[$0].visible >= 24 && lines[$0].linkShare < 0.2
          && !lines[$0].isMarkedAside && lines[$0].container == lines[start].container
      })
    else { return nil }
    var below = 0
    for i in start..<lines.count {
      if lines[i].phrase?.endsArticle == true { break }
      below += max(0, weights[i])
    }
    return below >= 2 * points ? start : nil
  }

  /// 【延伸阅读】 with a title behind it and a paragraph below: one link inside an article.
  func isLinkInside(_ i: Int) -> Bool {
    guard lines[i].phrase == .related, lines[i].words >= 10, i + 1 < lines.count else {
      return false
    }
    return weights[i + 1] >= 40
      && (!page.isMarkedUp || lines[i + 1].container == lines[i].container)
  }

  /// A heading of related links in a dump with up to three titles below and then paragraphs, one
  /// right behind the other: a box inside an article. Lists of abstracts have a title above each.
  func isBoxInside(_ i: Int) -> Bool {
    guard !page.isMarkedUp, lines[i].phrase == .related else { return false }
    var next = i + 1
    while next < lines.count, next <= i + 3, weights[next] <= 0, lines[next].phrase == nil,
      lines[next].visible >= 8
    {
      next += 1
    }
    return next > i + 1 && next + 1 < lines.count && isPlainParagraph(next)
      && isPlainParagraph(next + 1)
  }

  private func isPlainParagraph(_ i: Int) -> Bool {
    lines[i].phrase == nil && lines[i].endsSentence && !lines[i].isCutOff && weights[i] >= 20
  }
}
