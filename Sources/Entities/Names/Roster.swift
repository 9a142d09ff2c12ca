import HanText

/// Lists of people, a name a line, below a line that says what they are:
///
///     委員會成員名單如下：
///     副主席
///     譚兆麟
///
/// Where a list is announced, a word that begins like a name is one.
struct Roster: Sendable {
  /// A name of a list.
  struct Entry: Sendable {
    /// The name.
    var span: TextSpan
    /// The post that the heading above it gives; `nil` without one.
    var post: TextSpan?
    /// Whether the heading is of those who left.
    var isFormer: Bool
    /// Where the list begins with its announcement or first heading: what they are members of
    /// stands before.
    var start: Int
  }

  /// The names of all lists, in order.
  private(set) var entries: [Entry] = []

  private let shadow: Scalars
  private let matches: LexiconMatches

  /// Fewest names that make a list.
  private static let fewestNames = 3
  /// Longest heading, in characters, without its colon and bracket.
  private static let longestHeading = 12

  /// Finds the lists.
  ///
  /// - Complexity: O(length).
  init(shadow: Scalars, matches: LexiconMatches) {
    self.shadow = shadow
    self.matches = matches
    var list: (start: Int, post: TextSpan?, isFormer: Bool)?
    var pending: [Entry] = []
    func close() {
      if pending.count >= Self.fewestNames { entries += pending }
      pending = []
      list = nil
    }
    var lineStart = 0
    while lineStart < shadow.count {
      let lineEnd = shadow[lineStart...].firstIndex(of: 0x0A) ?? shadow.count
      let line = trimmed(lineStart..<lineEnd)
      defer { lineStart = lineEnd + 1 }
      if !line.contains(where: { Marks.isNamePart(shadow[$0]) }) { continue }
      if let heading = heading(line), isEntry(heading.end..<line.upperBound) {
        list = (list?.start ?? line.lowerBound, heading.post, heading.isFormer)
        pending += names(in: heading.end..<line.upperBound).map { entry($0, list) }
      } else if announces(line) {
        close()
        list = (line.upperBound, nil, false)
      } else if list != nil, isEntry(line) {
        pending += names(in: line).map { entry($0, list) }
      } else {
        close()
      }
    }
    close()
  }

  private func entry(
    _ span: TextSpan, _ list: (start: Int, post: TextSpan?, isFormer: Bool)?
  ) -> Entry {
    Entry(
      span: span, post: list?.post, isFormer: list?.isFormer ?? false, start: list?.start ?? 0)
  }

  // MARK: Lines

  /// Whether a line can be of a list: short, and nobody speaks in it.
  private func isEntry(_ line: Range<Int>) -> Bool {
    line.count <= 80
      && !shadow[line].contains {
        $0 == u("。") || $0 == u("！") || $0 == u("!") || $0 == u("？") || $0 == u("?")
          || $0 == u("“") || $0 == u("；") || Marks.isColon($0)
      }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (low, high) = (line.lowerBound, line.upperBound)
    while low < high, Marks.isSpace(shadow[low]) { low += 1 }
    while high > low, Marks.isSpace(shadow[high - 1]) { high -= 1 }
    return low..<high
  }

  /// 名单如下： 委员会成员包括：
  private func announces(_ line: Range<Int>) -> Bool {
    guard let last = shadow[line].last, Marks.isColon(last) else { return false }
    return Self.announcements.contains { word in
      let clause = line.dropLast().suffix(14)
      return clause.contains { shadow[$0..<line.upperBound].starts(with: word) }
    }
  }

  private static let announcements = ["名单", "成员", "委员", "人员", "如下", "包括"].map { Scalars($0) }

  /// 主席, 新委任成员, 委员（按姓氏笔画排序）：, 秘书：孟晚晴: the post, and where names may follow.
  private func heading(
    _ line: Range<Int>
  ) -> (post: TextSpan, isFormer: Bool, end: Int)? {
    var end = line.lowerBound
    while end < line.upperBound, Marks.isHan(shadow[end]) { end += 1 }
    let count = end - line.lowerBound
    guard count >= 2, count <= Self.longestHeading else { return nil }
    guard let post = matches.longest(endingAt: end, [.post, .occupation]),
      post.start >= line.lowerBound,
      !Self.writers.contains(where: { shadow[post.start..<end].elementsEqual($0) })
    else { return nil }
    let start =
      post.start > line.lowerBound && shadow[post.start - 1] == u("副")
      ? post.start - 1 : post.start
    let before = shadow[line.lowerBound..<start]
    guard before.isEmpty || Self.kinds.contains(where: { before.elementsEqual($0) }) else {
      return nil
    }
    var next = skipBracket(end, line.upperBound)
    if next < line.upperBound {
      guard Marks.isColon(shadow[next]) else { return nil }
      next += 1
    }
    let isFormer = Self.left.contains { before.elementsEqual($0) }
    return (TextSpan(start, end), isFormer, next)
  }

  /// Who writes or asks, not who is listed.
  private static let writers = ["记者", "通讯员", "主持人", "作者", "编辑"].map { Scalars($0) }

  /// What stands before the post in a heading.
  private static let kinds =
    left
    + [
      "新委任", "再度获委任", "获再度委任", "再获委任", "获委任", "续任", "继任", "连任", "留任", "新任", "现任", "当选", "当然", "官方",
      "非官方", "增选", "增补", "候补", "其他", "其余", "校外", "校内", "社会", "特邀", "独立", "专家", "学生", "青年", "界别",
      "委任",
      "新获委任", "名誉", "荣誉", "义务", "常设", "列席", "当届", "本届", "新一届",
    ].map { Scalars($0) }
  private static let left = ["卸任", "离任", "退任", "前任", "原任"].map { Scalars($0) }

  private func skipBracket(_ i: Int, _ end: Int) -> Int {
    guard i < end, Marks.isOpen(shadow[i]) else { return i }
    guard let close = shadow[i..<end].firstIndex(where: Marks.isClose) else { return i }
    return close + 1
  }

  // MARK: Names

  /// The names that open a line, side by side: 王 岚  冯一鸣; what stands behind the first title or
  /// bracket is of the last name.
  private func names(in line: Range<Int>) -> [TextSpan] {
    var found: [TextSpan] = []
    var i = line.lowerBound
    while i < line.upperBound, let name = name(at: i, line.upperBound) {
      found.append(name)
      i = name.end
      if i < line.upperBound, !isGap(shadow[i]) { break }
      while i < line.upperBound, isGap(shadow[i]) { i += 1 }
    }
    return found
  }

  private func isGap(_ c: UInt32) -> Bool { Marks.isSpace(c) || c == u("、") }

  /// A surname and one or two characters that end a word: 郭咏恩|教授, 李 涛.
  private func name(at start: Int, _ limit: Int) -> TextSpan? {
    guard let surname = matches.longest(at: start, .anySurname), surname.end < limit else {
      return nil
    }
    var first = surname.end
    if surname.end - start == 1, first + 1 < limit, Marks.isSpace(shadow[first]) {
      // 李 涛, of which no other name follows that closely.
      first += 1
      guard Marks.isHan(shadow[first]), first + 1 >= limit || !Marks.isHan(shadow[first + 1]) else {
        return nil
      }
      return TextSpan(start, first + 1)
    }
    for end in [first + 2, first + 1] where end <= limit {
      guard shadow[first..<end].allSatisfy(Marks.isHan), endsName(end, limit) else { continue }
      if matches.longest(at: start, [.notName, .post]).map({ $0.end >= end }) == true { continue }
      return TextSpan(start, end)
    }
    return nil
  }

  private func endsName(_ i: Int, _ limit: Int) -> Bool {
    if i >= limit { return true }
    let c = shadow[i]
    return isGap(c) || Marks.isOpen(c) || c == u("，") || c == u(",")
      || matches.longest(at: i, .role).map { $0.end - $0.start >= 2 } == true
      || isCalling(i, limit)
  }

  /// 测量师, 太平绅士: a calling that fills the line, or stands before a bracket.
  private func isCalling(_ i: Int, _ limit: Int) -> Bool {
    let end = shadow[i..<limit].firstIndex { !Marks.isHan($0) } ?? limit
    guard end - i >= 2, end - i <= 5, end == limit || Marks.isOpen(shadow[end]) else {
      return false
    }
    let last = shadow[end - 1]
    return last == u("师") || last == u("士") || last == u("员") || last == u("家")
  }
}
