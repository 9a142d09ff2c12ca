import HanText

/// Where the article ends, by how its last lines are made.
extension BodyChooser {
  /// Lines of sentences.
  private func isParagraph(_ i: Int) -> Bool { weights[i] >= 0 }

  // MARK: Elements

  /// Cuts what stands behind the element that holds the article: comments, abstracts and disclaimers
  /// have elements of their own, opened after it was closed.
  ///
  /// The element is the innermost one with three quarters of the run's sentences. What follows its
  /// early end in an outer element (a stray end tag) stays.
  /// - Complexity: O(lines + containers).
  func insideElement(_ run: Range<Int>) -> Range<Int> {
    let ends = page.containerEnds
    guard ends.count > 1, run.count > 2 else { return run }
    var points = [Int](repeating: 0, count: ends.count)
    for i in run where lines[i].container < ends.count {
      points[lines[i].container] += max(0, weights[i])
    }
    // Sums over elements and all they hold, by running totals in document order.
    var total = [0]
    for p in points { total.append(total[total.count - 1] + p) }
    let all = total[total.count - 1]
    func held(_ c: Int) -> Int { total[min(ends[c], ends.count - 1) + 1] - total[c] }
    // Numbers grow inwards: of those that hold enough, which are all nested, the last is the innermost.
    guard let main = ends.indices.last(where: { held($0) * 4 >= all * 3 && held($0) > 0 }) else {
      return run
    }
    let last = ends[main]
    var paragraphs = 0
    for i in run {
      if lines[i].container > last, paragraphs >= 2 || all >= 200 {
        return run.lowerBound..<i
      }
      if isParagraph(i) { paragraphs += 1 }
    }
    return run
  }

  // MARK: Lines

  /// Cuts the short lines behind the last sentence that nothing shows to be of the article: a
  /// heading has text below it.
  func withoutTail(_ run: Range<Int>) -> Range<Int> {
    guard let last = run.last(where: isParagraph) else { return run }
    // A list or a table with a sentence or two: the short lines are the article.
    let paragraphs = run.count(where: isParagraph)
    if paragraphs * 3 < last - run.lowerBound + 1 {
      return run.lowerBound..<max(last + 1, evenEnd(run))
    }
    var end = last + 1
    var i = end
    while i < run.upperBound {
      if belongsBehind(i, run) {
        end = i + 1
        if isEndMark(i) { break }
      } else if i - end >= 3 {
        break
      }
      i += 1
    }
    return run.lowerBound..<end
  }

  /// Whether a line without a sentence can close an article: who signs and when, (完), an attachment, an
  /// item of a list or a row of a table, a remark in brackets, a further line like those inside.
  private func belongsBehind(_ i: Int, _ run: Range<Int>) -> Bool {
    let line = lines[i]
    if isSignature(i) || isClosing(i) || line.role == .tableRow { return true }
    let text = page.shadow[line.range]
    if isBracketed(text) || opensItem(text) || page.isAttachment(line) { return true }
    // 江湾省教育厅 above its date.
    if i + 1 < run.upperBound, isSignature(i + 1), line.visible <= 40 { return true }
    return false
  }

  private func isBracketed(_ s: ArraySlice<UInt32>) -> Bool {
    guard let first = s.first, let last = s.last, s.count > 3 else { return false }
    return (first == u("（") || first == u("(")) && (last == u("）") || last == u(")"))
  }

  /// 1. 2、 （三） 四、 ① ●: an item, a figure with its unit, a note.
  private func opensItem(_ s: ArraySlice<UInt32>) -> Bool {
    var rest = s
    let isOpen = rest.first == u("（") || rest.first == u("(") || rest.first == u("[")
    if isOpen { rest = rest.dropFirst() }
    if let c = rest.first, c >= 0x2460 && c <= 0x24FF { return true }
    let number = rest.prefix { ScalarKind.isDigit($0) || PageLines.numerals.contains($0) }
    guard !number.isEmpty, number.count <= 3, let mark = rest.dropFirst(number.count).first else {
      return false
    }
    return isOpen
      ? mark == u("）") || mark == u(")") || mark == u("]")
      : mark == u("、") || mark == u(".") || mark == u("．")
  }

  /// Where a stretch of short lines (verse, a list, a table) ends: at the first line that is not made
  /// like those before, far longer or divided by bars.
  func evenEnd(_ run: Range<Int>) -> Int {
    let opening = run.prefix(8)
    let longest = opening.map { lines[$0].visible }.max() ?? 0
    let bars = opening.count { lines[$0].bars > 0 }
    for i in run.dropFirst(6) {
      if lines[i].bars > 0, bars == 0 { return i }
      if !isParagraph(i), lines[i].visible > max(2 * longest, longest + 10) { return i }
    }
    return run.upperBound
  }
}

extension PageLines {
  /// 附件：1. 申报表, 2.整治任务清单.docx: what a notice brings along, also where it is a link.
  func isAttachment(_ line: Line) -> Bool {
    guard line.visible <= 120, line.words >= 3 else { return false }
    var s = shadow[line.range]
    let last = shadow[line.range.upperBound - 1]
    guard ScalarKind.isLetter(last) || s.prefix(4).contains(u("附")) else { return false }
    while let first = s.first, !ScalarKind.isWord(first) { s = s.dropFirst() }
    if s.count > 3, s.first == u("附") {
      let second = s[s.startIndex + 1]
      if second == u("件") || second == u("表") || second == u("：") {
        let mark = s[s.startIndex + 2]
        return mark == u("：") || mark == u(":") || ScalarKind.isDigit(mark) || second == u("：")
          || ScalarKind.isBlank(mark)
      }
    }
    guard let last = s.last, ScalarKind.isLetter(last) else { return false }
    // 相關檔案：名單.pdf has a label of its own.
    if !ScalarKind.isLetter(last) || s.contains(u("：")) || s.contains(u(":")) { return false }
    return PageLines.fileEnds.contains {
      s.count > $0.count && s.suffix($0.count).elementsEqual($0)
    }
  }

  private static let fileEnds: [Scalars] = [
    ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".zip", ".rar", ".wps", ".ofd", ".et", ".ppt",
    ".pptx",
  ].map { Scalars($0) }
}
