import HanText

/// Posts among the particulars of a life: 何知远，男，1979年6月生，某大学院长，教授.
extension PostFinder {
  /// The posts that the clauses behind a name give which opens its line or sentence: those that are
  /// a body with its titles, or titles behind such a clause, among particulars.
  ///
  /// - Complexity: O(length of the particulars).
  func biography(_ k: Int) -> [Segment] {
    let span = names[k].span
    guard span.start == 0 || Self.lineMarks.contains(shadow[span.start - 1]) else { return [] }
    var i = behindBracket(span.end)
    var found: [Segment] = []
    var body: Int?
    while i < shadow.count, Self.isCellMark(shadow[i]) {
      while i < shadow.count, Self.isCellMark(shadow[i]) { i += 1 }
      let end = cellEnd(from: i)
      guard end > i else { break }
      if let own = self.body(at: formerStart(i) ?? i) {
        let parsed = forward(from: i)
        if let last = parsed.end, last == end {
          found += parsed.segments
          body = own
        } else if names[own].span.end == end {
          // 何知远　某大学　教授: the title stands in the next cell.
          body = own
        } else if !isParticular(i, end) {
          break
        }
      } else if let body, matches.longest(at: i, .role) != nil {
        let parsed = forward(from: i)
        guard parsed.end == end else { break }
        for segment in parsed.segments where isShared(segment.role, with: body) {
          var segment = segment
          segment.institution = body
          found.append(segment)
        }
      } else if !isParticular(i, end) {
        break
      }
      i = end
    }
    return found.filter { $0.role != nil && !$0.isStatus }
  }

  private static let lineMarks = Set(Scalars("。；;：:\n　"))

  private static func isCellMark(_ c: UInt32) -> Bool {
    c == u("，") || c == u(",") || c == u("；") || c == u(";") || Marks.isSpace(c) && c != 0x0A
  }

  /// Where a cell ends: at a mark, but not at 、, which stands between titles; its start where it
  /// names a person or is too long for a particular.
  private func cellEnd(from start: Int) -> Int {
    var i = start
    while i < shadow.count, i - start <= 40 {
      if Self.isCellMark(shadow[i]) || shadow[i] == 0x0A || shadow[i] == u("。") { return i }
      if person(at: i) != nil { return start }
      i += 1
    }
    return i >= shadow.count ? i : start
  }

  /// 男, 汉族, 1979年6月生, 中共党员, 某大学硕士: short, and ending as what is said of a person does.
  private func isParticular(_ start: Int, _ end: Int) -> Bool {
    end - start <= 16 && Self.particulars.contains(shadow[end - 1])
  }

  private static let particulars = Set(Scalars("生人族士男女员家师历位科龄岁等贯"))

  private func behindBracket(_ end: Int) -> Int {
    guard end < shadow.count, Marks.isOpen(shadow[end]) else { return end }
    var i = end + 1
    while i < shadow.count, i - end < 20, !Marks.isClose(shadow[i]) { i += 1 }
    return i < shadow.count && Marks.isClose(shadow[i]) ? i + 1 : end
  }
}
