import HanText

extension PageLines {
  private static let labels: [Scalars] = ["（副题）", "（引题）", "（肩题）", "（主题）", "副题：", "引题："]
    .map { Scalars($0) }

  /// Whether a line is the second line of a headline: ——全市机关食堂减少浪费, （副题）….
  func isSubtitle(_ line: Line) -> Bool {
    guard line.visible >= 6, line.visible <= 60, line.phrase == nil || line.phrase == .zone,
      line.linkShare < 0.5, !line.isMarkedAside, line.bars == 0
    else { return false }
    let s = shadow[line.range]
    let dashes = s.prefix { $0 == u("—") || $0 == u("─") || $0 == u("－") }.count
    if dashes >= 2 { return !line.hasDate }
    return PageLines.labels.contains { s.starts(with: $0) }
  }
}
