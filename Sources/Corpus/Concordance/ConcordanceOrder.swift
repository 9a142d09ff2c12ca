import HanText

/// The order that lines of a concordance are printed in.
public enum ConcordanceOrder: String, Sendable, CaseIterable {
  /// As they stand in the documents.
  case document
  /// By what stands before the keyword, read from it to the left.
  case left
  /// By what stands behind the keyword.
  case right
  /// By the keyword, then by what stands behind it.
  case keyword

  /// What a line is sorted by: scalars of the folded text, white space left out, compared one by
  /// one. Code points need no locale, put both scripts together, and keep equal contexts together,
  /// which is what sorted concordances are read for.
  ///
  /// - Complexity: O(length of the context).
  public func key(of line: ConcordanceLine, in folded: Scalars) -> [UInt32] {
    func solid(_ text: some Sequence<UInt32>) -> [UInt32] {
      text.filter { !ScalarClass.isSpace($0) }
    }
    let right = folded[line.keyword.end..<line.contextEnd]
    switch self {
    case .document: return []
    case .left: return solid(folded[line.contextStart..<line.keyword.start].reversed())
    case .right: return solid(right)
    case .keyword: return solid(folded[line.keyword]) + [0] + solid(right)
    }
  }
}

/// Sorts printed lines by their keys; lines with equal keys stay in the order they came in.
///
/// With a limit no more than twice as many lines are held; without one, all are.
public struct LineSorter: Sendable {
  private var lines: [(key: [UInt32], number: Int, bytes: [UInt8])] = []
  private var count = 0
  private let limit: Int

  /// Makes a sorter that keeps the first `limit` lines.
  public init(limit: Int = .max) { self.limit = limit }

  /// Takes in a line.
  public mutating func add(key: [UInt32], bytes: [UInt8]) {
    lines.append((key, count, bytes))
    count += 1
    if limit < 1 << 30, lines.count >= 2 * limit + 64 { cut() }
  }

  /// The lines in order.
  ///
  /// - Complexity: O(n log n) comparisons of keys.
  public mutating func sorted() -> [[UInt8]] {
    cut()
    return lines.map(\.bytes)
  }

  private mutating func cut() {
    lines.sort { a, b in
      if a.key == b.key { return a.number < b.number }
      return a.key.lexicographicallyPrecedes(b.key)
    }
    if lines.count > limit { lines.removeLast(lines.count - limit) }
  }
}
