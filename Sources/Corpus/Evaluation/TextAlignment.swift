import HanText

/// Carries offsets of one text over to another version of it, through the lines and then the
/// scalars they have in common.
///
/// Lines are aligned first (they are few and mostly equal), then what stands between two equal
/// lines scalar by scalar; a gap of more than `largestGap` scalars on both sides stays unaligned,
/// so that the cost stays bounded on texts that share nothing.
struct TextAlignment {
  /// For each scalar of the predicted text its offset in the gold text, or -1.
  let goldOffsets: [Int]
  /// How many scalars are aligned.
  let common: Int

  private static let largestGap = 20_000

  /// Aligns `predicted` with `gold`.
  init(predicted: Scalars, gold: Scalars) {
    if predicted == gold {
      goldOffsets = Array(0..<gold.count)
      common = gold.count
      return
    }
    var offsets = [Int](repeating: -1, count: predicted.count)
    let predictedLines = Self.lines(of: predicted)
    let goldLines = Self.lines(of: gold)
    var lastPredicted = 0
    var lastGold = 0
    let pairs = Self.commonPairs(
      predictedLines.map { predicted[$0] }, goldLines.map { gold[$0] })
    for (p, g) in pairs + [(predictedLines.count, goldLines.count)] {
      let predictedStart = p < predictedLines.count ? predictedLines[p].start : predicted.count
      let goldStart = g < goldLines.count ? goldLines[g].start : gold.count
      Self.alignGap(
        predicted, TextSpan(lastPredicted, max(lastPredicted, predictedStart)), gold,
        TextSpan(lastGold, max(lastGold, goldStart)), into: &offsets)
      guard p < predictedLines.count, g < goldLines.count else { break }
      for i in 0..<predictedLines[p].count { offsets[predictedLines[p].start + i] = goldStart + i }
      lastPredicted = predictedLines[p].end
      lastGold = goldLines[g].end
    }
    goldOffsets = offsets
    common = offsets.count { $0 >= 0 }
  }

  /// The gold span that a predicted span stands for: its first and last scalar aligned, as far
  /// apart there as here.
  func goldSpan(of span: TextSpan) -> TextSpan? {
    guard span.count > 0, span.end <= goldOffsets.count else { return nil }
    let first = goldOffsets[span.start]
    let last = goldOffsets[span.end - 1]
    guard first >= 0, last - first == span.count - 1 else { return nil }
    return TextSpan(first, last + 1)
  }

  private static func lines(of text: Scalars) -> [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    for (i, scalar) in text.enumerated() where scalar == 0x0A {
      lines.append(TextSpan(start, i + 1))
      start = i + 1
    }
    if start < text.count { lines.append(TextSpan(start, text.count)) }
    return lines
  }

  /// Pairs of indices of equal elements, a longest common subsequence, in order.
  private static func commonPairs<Element: Hashable>(
    _ a: [Element], _ b: [Element]
  ) -> [(Int, Int)] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let left = a.indices.filter { !removed.contains($0) }
    let right = b.indices.filter { !inserted.contains($0) }
    return Array(zip(left, right))
  }

  private static func alignGap(
    _ predicted: Scalars, _ p: TextSpan, _ gold: Scalars, _ g: TextSpan, into offsets: inout [Int]
  ) {
    guard p.count > 0, g.count > 0, min(p.count, g.count) <= largestGap else { return }
    for (i, j) in commonPairs(Array(predicted[p]), Array(gold[g])) {
      offsets[p.start + i] = g.start + j
    }
  }
}
