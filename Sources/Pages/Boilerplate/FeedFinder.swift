import HanText

/// Finds where a feed begins behind an article: comments, or abstracts of other articles, each with
/// its age or time in a line of its own.
///
/// No article repeats short lines that tell an age (2小时前 · 辽宁 · 32) or a time of day after its own
/// publication beside its sentences. A time line of events (10月2日 08:30) tells days before it.
struct FeedFinder {
  let page: PageLines

  /// A short line that tells an age or time.
  private struct Stamp {
    var line: Int
    /// Sentences stand within the three lines below.
    var isAbove: Bool
    /// A sentence stands right above.
    var isBelow: Bool
  }

  /// Index of the feed's first line; `nil` where the page has none.
  ///
  /// - Complexity: O(lines).
  var start: Int? {
    let lines = page.lines
    let head = lines.lazy.compactMap { line in
      page.date(of: line).flatMap { $0.time != nil || line.phrase == .meta ? $0 : nil }
    }.first
    var stamps: [Stamp] = []
    for i in lines.indices where mayBeStamp(lines[i]) && isStamp(lines[i], since: head) {
      let below = lines[(i + 1)..<min(i + 4, lines.count)]
      let isAbove = below.prefix { !isStamp($0, since: head) }.contains { isText($0) }
      stamps.append(Stamp(line: i, isAbove: isAbove, isBelow: i > 0 && isText(lines[i - 1])))
    }
    // Neighbours of one thread, with sentences between them.
    var first = 0
    for k in stamps.indices.dropFirst() {
      let gap = lines[(stamps[k - 1].line + 1)..<stamps[k].line]
      let isNear = gap.count <= 6 && gap.contains(where: isText)
      if !isNear {
        if isThread(stamps[first..<k]) { return begin(of: stamps[first..<k]) }
        first = k
      }
    }
    return isThread(stamps[first...]) ? begin(of: stamps[first...]) : nil
  }

  private func isThread(_ stamps: ArraySlice<Stamp>) -> Bool {
    stamps.count >= 3 || (stamps.count == 2 && stamps.allSatisfy { $0.isAbove || $0.isBelow })
  }

  /// The first line of a thread: the first stamp where texts stand below theirs, else the text
  /// above it, with the heading above that.
  private func begin(of stamps: ArraySlice<Stamp>) -> Int? {
    guard let first = stamps.first, let last = stamps.last else { return nil }
    var start = first.line
    if !last.isAbove, first.isBelow {
      start -= 1
      if start > 0, !isText(page.lines[start - 1]), page.lines[start - 1].visible <= 16 {
        start -= 1
      }
    }
    return start > 0 ? start : nil
  }

  private func isText(_ line: PageLines.Line) -> Bool {
    line.isSentence && line.visible >= 10 && line.linkShare < 0.5
  }

  private func mayBeStamp(_ line: PageLines.Line) -> Bool {
    line.visible <= 36 && line.sentenceEnds == 0 && line.commas == 0 && line.digits > 0
  }

  /// 2小时前 · 辽宁, 昨天 08:01 回复, 老树根 2022-11-08 10:02 (on or after the day of the head).
  private func isStamp(_ line: PageLines.Line, since head: PageDate?) -> Bool {
    guard mayBeStamp(line) else { return false }
    if let date = page.date(of: line) {
      guard date.time != nil, let head, line.wordsBesideDates <= 14
      else { return false }
      return head.time != nil && date.isLater(than: head)
    }
    return line.visible <= 28 && tellsAge(line)
  }

  private static let units: [Scalars] = ["秒", "分钟", "小时", "天", "周", "个月", "年", "个小时", "钟头"]
    .map { Scalars($0) }
  private static let days: [Scalars] = ["昨天", "前天", "今天", "昨日"].map { Scalars($0) }

  /// A number with a unit and 前; or 昨天 before a clock or a sign.
  private func tellsAge(_ line: PageLines.Line) -> Bool {
    let s = page.shadow
    let end = line.range.upperBound
    var i = line.range.lowerBound
    while i < end {
      if ScalarKind.isDigit(s[i]) {
        var k = i
        while k < end, ScalarKind.isDigit(s[k]) { k += 1 }
        while k < end, ScalarKind.isBlank(s[k]) { k += 1 }
        for unit in Self.units
        where k + unit.count < end && s[k..<(k + unit.count)].elementsEqual(unit)
          && s[k + unit.count] == u("前")
        {
          let after = k + unit.count + 1
          return after == end || !ScalarKind.isHan(s[after])
        }
        i = max(k, i + 1)
        continue
      }
      guard s[i] == u("昨") || s[i] == u("前") || s[i] == u("今") else {
        i += 1
        continue
      }
      for day in Self.days
      where i + day.count < end && s[i..<(i + day.count)].elementsEqual(day)
        && !ScalarKind.isHan(s[i + day.count])
      {
        return true
      }
      i += 1
    }
    return false
  }
}

extension PageDate {
  /// Whether this is not before the minute of another; a day without time is its first minute.
  func isLater(than other: PageDate) -> Bool {
    func minutes(_ date: PageDate) -> Int {
      let day = (date.year * 12 + date.month) * 31 + date.day
      return day * 1_440 + (date.time.map { $0.hour * 60 + $0.minute } ?? 0)
    }
    return minutes(self) > minutes(other)
  }
}
