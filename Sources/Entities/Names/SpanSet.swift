import HanText

/// The scalars of a text that are already taken.
struct SpanSet: Sendable {
  private var taken: [Bool]

  /// Marks the given spans in a text of `count` scalars.
  init(_ spans: [TextSpan] = [], count: Int) {
    taken = [Bool](repeating: false, count: count)
    for span in spans { insert(span) }
  }

  /// Whether a scalar is taken.
  @inline(__always)
  func contains(_ i: Int) -> Bool { i >= 0 && i < taken.count && taken[i] }

  /// Whether any scalar of a span is taken.
  func overlaps(_ span: TextSpan) -> Bool {
    for i in span.range where contains(i) { return true }
    return false
  }

  /// Takes a span.
  mutating func insert(_ span: TextSpan) {
    for i in span.range where i < taken.count { taken[i] = true }
  }
}
