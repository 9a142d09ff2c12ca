import HanText

/// Writes lines of a page as paragraphs of the article text, white space made even.
///
/// The article's shadow is put together from the page's on the way: most paragraphs are lines as they
/// stand, and so are their shadows.
struct ParagraphWriter {
  /// The page.
  private let page: PageLines
  private var text: Scalars = []
  private var shadow: Scalars = []
  /// Whether `shadow` is still that of `text`: every paragraph is a passage of the page.
  private var hasShadow: Bool
  /// Scalars of the page up to here that are no part of the text, and their script.
  private var left = 0
  private var leftProfile = ScriptProfile([])
  /// The end of the passage written last.
  private var end = 0

  /// Longest pages whose shadow is used again: of larger ones, one copy less is held at a time.
  private static let longestShared = 1 << 20

  init(page: PageLines) {
    self.page = page
    text.reserveCapacity(page.text.count)
    hasShadow = page.text.count <= Self.longestShared
    if hasShadow { shadow.reserveCapacity(page.text.count) }
  }

  /// Adds a title that is no line of the page.
  mutating func add(_ title: String) {
    text += Scalars(title)
    hasShadow = false
  }

  /// Adds a line.
  mutating func add(_ line: PageLines.Line) {
    // Most lines have nothing to make even.
    guard line.visible == line.range.count else { return add(line.range) }
    open(line.range)
    text += page.text[line.range]
    if hasShadow { shadow += page.shadow[line.range] }
  }

  /// Adds a stretch of the page with its white space made even.
  mutating func add(_ range: Range<Int>) {
    open(range)
    let start = text.count
    ParagraphWriter.append(page.text, range, to: &text)
    guard hasShadow else { return }
    hasShadow = text[start...].elementsEqual(page.text[range])
    if hasShadow { shadow += page.shadow[range] }
  }

  /// Begins a paragraph, and leaves out what stands between it and the one before.
  private mutating func open(_ range: Range<Int>) {
    if !text.isEmpty { text.append(0x0A) }
    guard hasShadow else { return }
    if !shadow.isEmpty { shadow.append(0x0A) }
    hasShadow = range.lowerBound >= end
    if hasShadow { leave(range.lowerBound) }
    end = range.upperBound
  }

  /// Counts the passage up to an offset as left out; where that is much of the page, a new shadow of
  /// the text is no more work.
  private mutating func leave(_ next: Int) {
    left += next - end
    if left * 2 > page.text.count {
      hasShadow = false
    } else if page.text[end..<next].contains(where: ScalarKind.isHan) {
      leftProfile = leftProfile + ScriptProfile(page.text[end..<next])
    }
  }

  /// Hands the text over, with its shadow and script where they are known.
  mutating func finish(_ article: inout Article) {
    if hasShadow { leave(page.text.count) }
    if hasShadow {
      let profile = page.profiled.profile - leftProfile
      if page.profiled.holds(for: text, profile) {
        return article.setText(text, shadow: shadow, script: profile.script)
      }
    }
    article.text = text
  }

  /// Appends a stretch with its white space made even: a run of blanks becomes one, of its own kind where
  /// all are ideographic or tabs, else a space.
  private static func append(_ text: Scalars, _ range: Range<Int>, to out: inout Scalars) {
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
