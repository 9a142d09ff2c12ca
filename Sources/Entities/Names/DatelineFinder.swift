import HanText

/// Finds the medium that opens a dateline: 山城晨报讯（记者…）, 南方产经网深圳7月10日电（…）.
struct DatelineFinder {
  let shadow: Scalars
  let matches: LexiconMatches

  /// The media, in order.
  ///
  /// - Complexity: O(length): a line is read to its 40th character at most.
  func find() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var start = 0
    while start < shadow.count {
      while start < shadow.count, Marks.isSpace(shadow[start]) { start += 1 }
      if start < shadow.count, shadow[start] == u("【") || shadow[start] == u("〔") { start += 1 }
      if let name = medium(from: start) ?? byline(from: start) { found.append(name) }
      while start < shadow.count, shadow[start] != 0x0A { start += 1 }
      start += 1
    }
    return found
  }

  /// （江南观察|记者 祁月娥）: what stands between a bracket that opens a line and 记者.
  private func byline(from start: Int) -> NameCandidate? {
    guard start < shadow.count, start > 0,
      Marks.isOpen(shadow[start]) || shadow[start - 1] == u("〔")
    else { return nil }
    let from = Marks.isOpen(shadow[start]) ? start + 1 : start
    var i = from
    while i < shadow.count, i - from <= 10, Marks.isHan(shadow[i]) {
      if let role = matches.longest(at: i, [.occupation]), role.end - i >= 2,
        shadow[role.end - 1] == u("者")
      {
        guard i - from >= 3, shadow[from] != u("本"),
          matches.longest(at: from, [.stop, .say, .role]) == nil,
          (matches.longest(at: from, [.notName, .place])?.end ?? from) < i
        else { return nil }
        return NameCandidate(
          span: TextSpan(from, i), kind: .institution(.media), score: 6, isAnchored: true)
      }
      i += 1
    }
    return nil
  }

  private func medium(from start: Int) -> NameCandidate? {
    var i = start
    var end: Int?
    while i < shadow.count, i - start < 40 {
      let c = shadow[i]
      if c == 0x0A || c == u(",") || c == u("，") || c == u("。") { return nil }
      if c == u("电") || c == u("讯"), opensReport(i + 1) {
        if end == nil { end = i }
        break
      }
      if end == nil, i > start,
        Marks.isDigit(c) || Marks.isSpace(c) || matches.longest(at: i, [.place]) != nil
      {
        end = i
      }
      if i - start > 38 { return nil }
      i += 1
    }
    guard var end, i < shadow.count, shadow[i] == u("电") || shadow[i] == u("讯") else { return nil }
    // 【某报|专讯】, （某社|综合电）: what kind of report it is.
    for kind in Self.kinds where end - start > kind.count && shadow[start..<end].ends(with: kind) {
      end -= kind.count
    }
    guard end - start >= 3, end - start <= 10 else { return nil }
    for k in start..<end where !Marks.isHan(shadow[k]) { return nil }
    if shadow[start] == u("本") { return nil }
    return NameCandidate(
      span: TextSpan(start, end), kind: .institution(.media), score: 6, isAnchored: true)
  }

  private static let kinds = ["专", "综合", "快"].map { Scalars($0) }

  /// What follows 电 or 讯: a bracket with the reporter, a space, or the body's title (题).
  private func opensReport(_ i: Int) -> Bool {
    guard i < shadow.count else { return false }
    return Marks.isOpen(shadow[i]) || shadow[i] == u("】") || shadow[i] == u("〕")
      || Marks.isSpace(shadow[i]) && shadow[i] != 0x0A
  }
}
