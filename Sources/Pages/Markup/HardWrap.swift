import HanText

/// Joins the lines of dumps that were wrapped at a fixed width back to paragraphs.
///
/// A page is wrapped where most lines that could be full are: their display width (Han count two)
/// lies within two characters of the widest. A full line goes on in the next one unless that is
/// blank or indented.
enum HardWrap {
  /// Widths, in columns, that pages are wrapped at.
  private static let widths = 40...110
  /// How far below the widest line a full one may stay: punctuation never opens a line.
  private static let slack = 4

  /// Joins wrapped lines; every joined line leaves an empty block behind, so that line counts stay.
  ///
  /// - Complexity: O(length).
  static func join(_ page: inout Page) {
    guard let columns = columns(of: page), let widest = columns.max(), widths.contains(widest)
    else { return }
    let filled = columns.count { $0 > 0 }
    let full = columns.count { $0 >= widest - slack }
    var inside = 0  // full lines that break off inside a sentence
    for (i, block) in page.blocks.enumerated() where columns[i] >= widest - slack {
      if let last = page.text[block.range].last(where: { !ScalarKind.isBlank($0) }),
        ScalarKind.isWord(last)
          || last == u("，") || last == u("、") || last == u(",")
      {
        inside += 1
      }
    }
    guard full >= 3, full * 2 >= filled - 1, inside * 2 >= full else { return }
    var joined: Scalars = []
    joined.reserveCapacity(page.text.count)
    var target: Int?
    for i in page.blocks.indices {
      let line = page.text[page.blocks[i].range]
      if let into = target, columns[i] > 0, !isIndented(line) {
        append(line, to: &joined, behind: page.blocks[into].range.lowerBound)
        page.blocks[into].range = page.blocks[into].range.lowerBound..<joined.count
        page.blocks[i].range = joined.count..<joined.count
      } else {
        target = nil
        if i > 0 { joined.append(0x0A) }
        let start = joined.count
        joined += line
        page.blocks[i].range = start..<joined.count
      }
      target = columns[i] >= widest - slack ? target ?? i : nil
    }
    page.text = joined
  }

  /// The width of each line; `nil` where one is wider than pages are wrapped at, which most pages
  /// are left at.
  private static func columns(of page: Page) -> [Int]? {
    var columns: [Int] = []
    columns.reserveCapacity(page.blocks.count)
    let isNarrow = page.text.withUnsafeBufferPointer { text in
      for block in page.blocks {
        let width = width(of: block.range, in: text)
        guard width <= widths.upperBound else { return false }
        columns.append(width)
      }
      return true
    }
    return isNarrow ? columns : nil
  }

  /// Appends a line to the last paragraph, which begins at `start`.
  private static func append(
    _ line: ArraySlice<UInt32>, to text: inout Scalars, behind start: Int
  ) {
    while text.count > start, let last = text.last, ScalarKind.isBlank(last) { text.removeLast() }
    if text.count > start, let last = text.last, let first = line.first, last < 0x80, first < 0x80,
      ScalarKind.isWord(last), ScalarKind.isWord(first)
    {
      text.append(0x20)
    }
    text += line
  }

  private static func isIndented(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first else { return false }
    return first == 0x3000 || first == 0x09
      || (first == 0x20 && text.count > 1 && text[text.startIndex + 1] == 0x20)
  }

  /// The width of a line without the blanks at its end; any number above the widest that pages are
  /// wrapped at for a wider one.
  private static func width(of line: Range<Int>, in text: UnsafeBufferPointer<UInt32>) -> Int {
    guard line.upperBound <= text.count else { return 0 }
    var end = line.upperBound
    while end > line.lowerBound, ScalarKind.isBlank(text[end - 1]) { end -= 1 }
    guard end - line.lowerBound <= widths.upperBound else { return end - line.lowerBound }
    var width = 0
    for i in line.lowerBound..<end { width += text[i] >= 0x1100 ? 2 : 1 }
    return width
  }
}
