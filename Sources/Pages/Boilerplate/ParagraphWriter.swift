import HanText

/// Writes lines of a page as paragraphs of the article text, white space made even.
struct ParagraphWriter {
  /// The page.
  let page: PageLines

  /// Appends a stretch of the page with its white space made even: a run of blanks becomes one, of
  /// its own kind where all are ideographic or tabs, else a space.
  func append(_ range: Range<Int>, to out: inout Scalars) {
    let text = page.text
    var i = range.lowerBound
    while i < range.upperBound {
      var visible = i
      while visible < range.upperBound,
        !ScalarKind.isBlank(text[visible]) || text[visible] == 0x200D
      {
        visible += 1
      }
      if visible > i {
        out += text[i..<visible]
        i = visible
        continue
      }
      var end = i
      var hasTab = false
      var isWide = true
      var isVisible = false
      while end < range.upperBound, ScalarKind.isBlank(text[end]) {
        if text[end] == 0x09 { hasTab = true }
        if text[end] != 0x3000 { isWide = false }
        if !(text[end] >= 0x200B && text[end] <= 0x200F) && text[end] != 0x2060
          && text[end] != 0xFEFF
        {
          isVisible = true
        }
        end += 1
      }
      if hasTab {
        for k in i..<end where text[k] == 0x09 { out.append(0x09) }
      } else if !isVisible {
        out += text[i..<end]
      } else {
        out.append(isWide ? 0x3000 : 0x20)
      }
      i = end
    }
  }
}
