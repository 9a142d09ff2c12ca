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
    var columns: [Int] = []
    columns.reserveCapacity(page.blocks.count)
    for block in page.blocks {
      let width = width(of: block.text)
      // One line that is wider tells that the page is not wrapped: most pages are left here.
      guard width <= widths.upperBound else { return }
      columns.append(width)
    }
    guard let widest = columns.max(), widths.contains(widest) else { return }
    let filled = columns.count { $0 > 0 }
    let full = columns.count { $0 >= widest - slack }
    var inside = 0  // full lines that break off inside a sentence
    for (i, block) in page.blocks.enumerated() where columns[i] >= widest - slack {
      if let last = block.text.last(where: { !ScalarKind.isBlank($0) }),
        ScalarKind.isWord(last)
          || last == u("，") || last == u("、") || last == u(",")
      {
        inside += 1
      }
    }
    guard full >= 3, full * 2 >= filled - 1, inside * 2 >= full else { return }
    var target: Int?
    for i in page.blocks.indices {
      defer { target = columns[i] >= widest - slack ? target ?? i : nil }
      guard let into = target, columns[i] > 0, !isIndented(page.blocks[i].text) else {
        target = nil
        continue
      }
      append(page.blocks[i].text, to: &page.blocks[into].text)
      page.blocks[i].text = []
    }
  }

  private static func append(_ line: Scalars, to text: inout Scalars) {
    while let last = text.last, ScalarKind.isBlank(last) { text.removeLast() }
    if let last = text.last, let first = line.first, last < 0x80, first < 0x80,
      ScalarKind.isWord(last), ScalarKind.isWord(first)
    {
      text.append(0x20)
    }
    text += line
  }

  private static func isIndented(_ text: Scalars) -> Bool {
    guard let first = text.first else { return false }
    return first == 0x3000 || first == 0x09
      || (first == 0x20 && text.count > 1 && text[1] == 0x20)
  }

  /// The width of a line without the blanks at its end; any number above the widest that pages are
  /// wrapped at for a wider one.
  private static func width(of text: Scalars) -> Int {
    var end = text.count
    while end > 0, ScalarKind.isBlank(text[end - 1]) { end -= 1 }
    guard end <= widths.upperBound else { return end }
    var width = 0
    for c in text[..<end] { width += c >= 0x1100 ? 2 : 1 }
    return width
  }
}
