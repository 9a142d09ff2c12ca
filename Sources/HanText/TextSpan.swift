/// A half-open range of scalar offsets into one text.
///
/// Every offset that crosses a module edge in eduai counts Unicode scalars (code points) of the
/// article text from 0, as Python slices a string. UTF-16 offsets stay inside the ICU wrapper,
/// byte offsets inside decoding.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// Offset of the first scalar.
  public var start: Int
  /// Offset behind the last scalar; never below `start`.
  public var end: Int

  /// Makes the span from `start` up to, but not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a span needs 0 <= start <= end")
    self.start = start
    self.end = end
  }

  /// Number of scalars covered.
  public var count: Int { end - start }

  /// The span as a range, for subscripting an array of scalars.
  public var range: Range<Int> { start..<end }

  /// Whether the two spans share at least one scalar.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this span (equal spans do).
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, then longer spans first.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
