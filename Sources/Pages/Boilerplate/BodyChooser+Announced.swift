import HanText

/// Lists that a line of the article announces: 委員會的成員名單如下： and the names below it.
extension BodyChooser {
  /// Takes in the short lines behind the end of a run that its last line, or one right behind it,
  /// announces: up to the first line of something else, or with (完).
  ///
  /// - Complexity: O(lines).
  func withAnnouncedList(_ run: Range<Int>, upTo limit: Int) -> Range<Int> {
    // A run may go on behind a wall (a box of links inside the article).
    guard !run.isEmpty, run.upperBound <= limit else { return run }
    let near = run.upperBound - 1..<min(limit, run.upperBound + 2)
    guard let announcing = near.first(where: announcesList) else { return run }
    var end = run.upperBound
    for i in announcing + 1..<limit {
      // A line of dashes below a heading is neither.
      if lines[i].words == 0 { continue }
      if isForeign(i) || lines[i].visible > Self.longestItem || lines[i].arrows > 0 { break }
      end = max(end, i + 1)
      if isEndMark(i) { break }
    }
    return run.lowerBound..<end
  }

  /// Longest line of a list, in characters: a name with its post and body.
  private static let longestItem = 60

  /// 名单如下： 包括以下项目：
  private func announcesList(_ i: Int) -> Bool {
    guard !isForeign(i) else { return false }
    let text = page.shadow[lines[i].range]
    guard let last = text.last, last == u("：") || last == u(":") else { return false }
    let clause = text.dropLast().suffix(16)
    return Self.announcements.contains { word in
      clause.indices.contains { clause[$0...].starts(with: word) }
    }
  }

  private static let announcements: [Scalars] = [
    "如下", "以下", "下列", "名单", "包括", "分别为", "分别是", "名录",
  ].map { Scalars($0) }
}
