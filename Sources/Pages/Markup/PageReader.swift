import CXML
import HanText

/// Walks the events of a parsed page and cuts its text into blocks.
///
/// Blocks end at block-level borders and at `<br>`; a table row whose cells hold little is one block,
/// cells joined by tabs. Hidden elements are read aside and come back only if nearly all of the
/// page's sentences stand in them (pages that unhide their article by script).
struct PageReader {
  private struct OpenElement {
    var element: HTMLElement
    var isSkipped = false
    var isHidden = false
    var isAside = false
    var isLink = false
    var container = 0
  }

  private struct AsideRange {
    var first: Int
    var end: Int
    var isComments: Bool
  }

  private struct TableRow {
    var firstBlock: Int
    var cellStarts: [Int] = []
    var holdsTable = false
  }

  private let page: ParsedHTML
  private var blocks: [Block] = []
  private var isHiddenBlock: [Bool] = []
  /// The text of the blocks, a line end behind each, and behind it that of the block under way.
  private var text: Scalars = []
  /// Where the block under way begins in `text`.
  private var textStart = 0
  private var linkedCount = 0
  private var textLine = 0
  private var open: [OpenElement] = []
  private var rows: [TableRow] = []
  private var asides: [AsideRange] = []
  private var skipDepth = 0
  private var hiddenDepth = 0
  private var asideDepth = 0
  private var linkDepth = 0
  private var preDepth = 0
  private var listDepth = 0
  private var captionDepth = 0
  private var headingLevel = 0
  private var container = 0
  private var containerEnds = [0]
  private var hints = HintsCollector()

  /// Reads a decoded HTML page.
  ///
  /// - Complexity: O(length).
  static func read(_ text: Scalars) -> Page {
    var reader = PageReader(page: ParsedHTML(text))
    return reader.read()
  }

  private init(page: ParsedHTML) {
    self.page = page
  }

  private mutating func read() -> Page {
    let events = page.events
    for i in 0..<events.count {
      let event = events[i]
      switch event.kind {
      case ParsedHTML.Kind.start: start(i, event)
      case ParsedHTML.Kind.end: end()
      case ParsedHTML.Kind.text: add(event)
      default: break
      }
    }
    flush()
    for opened in open where opened.element.isContainer {
      containerEnds[opened.container] = containerEnds.count - 1
    }
    containerEnds[container] = containerEnds.count - 1
    let shown = shownBlocks()
    var page = Page(text: [], blocks: shown, hints: hints.finished())
    if shown.count == blocks.count {
      page.text = text
    } else {
      // What hidden elements hold is no text of the page.
      for i in page.blocks.indices {
        let start = page.text.count
        page.text += text[shown[i].range]
        page.blocks[i].range = start..<page.text.count
        page.text.append(0x0A)
      }
    }
    page.containerEnds = containerEnds
    return page
  }

  // MARK: Events

  private mutating func start(_ index: Int, _ event: eduai_html_event) {
    let element = HTMLElement(event.name)
    if element.is(EDUAI_ELEMENT_br) || element.is(EDUAI_ELEMENT_hr) {
      if headingLevel > 0 { appendSpace() } else { flush() }
    }
    if element.is(EDUAI_ELEMENT_meta) { hints.readMeta(page: page, startAt: index) }
    var opened = OpenElement(element: element, container: container)
    let marks = ElementMarks(page: page, startAt: index)
    hints.open(element, marks: marks, depth: open.count)
    if element.isBlock { flush() }
    if element.isSkipped {
      opened.isSkipped = true
      skipDepth += 1
    }
    if marks.isHidden {
      if !element.isBlock { flush() }
      opened.isHidden = true
      hiddenDepth += 1
    }
    if marks.isAside, !element.is(EDUAI_ELEMENT_body), !element.is(EDUAI_ELEMENT_html) {
      opened.isAside = true
      if asideDepth == 0 {
        flush()
        asides.append(
          AsideRange(first: blocks.count, end: blocks.count, isComments: marks.isComments))
      }
      asideDepth += 1
    }
    if element.is(EDUAI_ELEMENT_a) {
      opened.isLink = true
      linkDepth += 1
    }
    enter(element, line: Int(event.line))
    open.append(opened)
  }

  /// State that an element brings for its content.
  private mutating func enter(_ element: HTMLElement, line: Int) {
    if element.isContainer {
      container = containerEnds.count
      containerEnds.append(container)
    }
    switch Int32(element.name) {
    case Int32(EDUAI_ELEMENT_pre): preDepth += 1
    case Int32(EDUAI_ELEMENT_li), Int32(EDUAI_ELEMENT_dd), Int32(EDUAI_ELEMENT_dt): listDepth += 1
    case Int32(EDUAI_ELEMENT_figcaption): captionDepth += 1
    case Int32(EDUAI_ELEMENT_table):
      if !rows.isEmpty { rows[rows.count - 1].holdsTable = true }
    case Int32(EDUAI_ELEMENT_tr): rows.append(TableRow(firstBlock: blocks.count))
    case Int32(EDUAI_ELEMENT_td), Int32(EDUAI_ELEMENT_th):
      if !rows.isEmpty { rows[rows.count - 1].cellStarts.append(blocks.count) }
    default: if element.headingLevel > 0 { headingLevel = element.headingLevel }
    }
  }

  private mutating func end() {
    guard let closed = open.popLast() else { return }
    let element = closed.element
    hints.close(depth: open.count)
    if element.isBlock || (closed.isHidden || (closed.isAside && asideDepth == 1)) { flush() }
    if closed.isSkipped { skipDepth -= 1 }
    if closed.isHidden { hiddenDepth -= 1 }
    if closed.isAside {
      asideDepth -= 1
      if asideDepth == 0, !asides.isEmpty { asides[asides.count - 1].end = blocks.count }
    }
    if closed.isLink { linkDepth -= 1 }
    if element.isContainer {
      containerEnds[container] = containerEnds.count - 1
      container = closed.container
    }
    switch Int32(element.name) {
    case Int32(EDUAI_ELEMENT_pre): preDepth -= 1
    case Int32(EDUAI_ELEMENT_li), Int32(EDUAI_ELEMENT_dd), Int32(EDUAI_ELEMENT_dt): listDepth -= 1
    case Int32(EDUAI_ELEMENT_figcaption): captionDepth -= 1
    case Int32(EDUAI_ELEMENT_tr): endRow()
    default: if element.headingLevel > 0 { headingLevel = 0 }
    }
  }

  private mutating func add(_ event: eduai_html_event) {
    hints.add(page: page, event)
    guard skipDepth == 0 else { return }
    let bytes = page.value(of: event)
    guard bytes.count > 0 else { return }
    if preDepth > 0 {
      addPreformatted(bytes, line: Int(event.line))
      return
    }
    if bytes.count == 1, bytes[0] == 0x20 {
      appendSpace()
      return
    }
    if text.count == textStart { textLine = Int(event.line) }
    let before = text.count
    var rest = bytes
    if bytes[0] == 0x20, text.count == textStart || text[text.count - 1] == 0x20 {
      rest = UnsafeBufferPointer(rebasing: bytes[1...])
    }
    text.append(utf8: rest)
    if linkDepth > 0 { linkedCount += text.count - before }
  }

  private mutating func addPreformatted(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { flush() }
      if text.count == textStart { textLine = line }
      let before = text.count
      text.append(utf8: UnsafeBufferPointer(rebasing: part.element))
      if linkDepth > 0 { linkedCount += text.count - before }
    }
  }

  private mutating func appendSpace() {
    if text.count > textStart, text[text.count - 1] != 0x20 { text.append(0x20) }
  }

  // MARK: Blocks

  /// Ends the block under way.
  private mutating func flush() {
    guard text.count > textStart else { return }
    var end = text.count
    while end > textStart, text[end - 1] == 0x20 || text[end - 1] == 0x0D { end -= 1 }
    let linked = min(linkedCount, end - textStart)
    linkedCount = 0
    guard
      text[textStart..<end].contains(where: {
        $0 != 0x20 && $0 != 0xA0 && $0 != 0x3000 && $0 != 0x200B
      })
    else {
      text.removeSubrange(textStart...)
      return
    }
    text.removeSubrange(end...)
    var block = Block(range: textStart..<end, linkedCount: linked, role: role, line: textLine)
    block.container = container
    blocks.append(block)
    isHiddenBlock.append(hiddenDepth > 0)
    text.append(0x0A)
    textStart = text.count
  }

  private var role: Block.Role {
    if headingLevel > 0 { return .heading(headingLevel) }
    if captionDepth > 0 { return .caption }
    return listDepth > 0 ? .listItem : .paragraph
  }

  /// Makes one block of a row that is a row of data: at least two cells, none of them holding a table
  /// or more than a few blocks.
  private mutating func endRow() {
    guard let row = rows.popLast(), row.cellStarts.count > 1, !row.holdsTable else { return }
    let first = row.firstBlock
    let starts = row.cellStarts
    guard first < blocks.count, blocks.count - first <= 3 * starts.count else { return }
    var joined: Scalars = []
    var linked = 0
    for (cell, start) in starts.enumerated() {
      let end = cell + 1 < starts.count ? starts[cell + 1] : blocks.count
      guard start >= first, start <= end, end - start <= 6 else { return }
      if cell > 0 { joined.append(0x09) }
      for block in blocks[start..<end] {
        if let last = joined.last, last != 0x09, last < 0x80 { joined.append(0x20) }
        joined += text[block.range]
        linked += block.linkedCount
      }
    }
    var block = blocks[first]
    text.removeSubrange(block.range.lowerBound...)
    text += joined
    block.range = block.range.lowerBound..<text.count
    text.append(0x0A)
    textStart = text.count
    block.linkedCount = linked
    block.role = .tableRow
    block.container = container
    let isHidden = isHiddenBlock[first]
    blocks.removeSubrange(first...)
    isHiddenBlock.removeSubrange(first...)
    blocks.append(block)
    isHiddenBlock.append(isHidden)
    for i in asides.indices.reversed() {
      guard asides[i].end > blocks.count || asides[i].first > blocks.count else { break }
      asides[i].first = min(asides[i].first, blocks.count)
      asides[i].end = min(asides[i].end, blocks.count)
    }
  }

  /// The blocks a reader sees, with the marks of their elements checked against the whole page.
  private mutating func shownBlocks() -> [Block] {
    let weights = blocks.map(sentenceWeight)
    var hidden = 0
    var shown = 0
    for (i, weight) in weights.enumerated() {
      if isHiddenBlock[i] { hidden += weight } else { shown += weight }
    }
    for range in asides where range.first < range.end {
      let inside = weights[range.first..<range.end].reduce(0, +)
      // An element that holds most of the page's sentences is not beside the article.
      if !range.isComments, inside * 2 > hidden + shown { continue }
      for i in range.first..<range.end { blocks[i].isMarkedAside = true }
    }
    if hidden > 4 * shown { return blocks }
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for (i, block) in blocks.enumerated() where !isHiddenBlock[i] { result.append(block) }
    return result
  }

  /// How much text in sentences a block has, 0 for menus and link lists.
  private func sentenceWeight(_ block: Block) -> Int {
    let count = block.range.count
    guard count > 12, block.linkedCount * 3 < count else { return 0 }
    let hasMark = text[block.range].contains {
      $0 == u("，") || $0 == u("。") || $0 == u("；") || $0 == u("？") || $0 == u("！")
    }
    return hasMark ? count : 0
  }
}

extension Page {
  /// Reads a decoded HTML page.
  ///
  /// - Complexity: O(length).
  public init(html: Scalars) {
    self = PageReader.read(html)
  }
}
