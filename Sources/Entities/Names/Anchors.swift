import HanText

/// Where places and known bodies begin and end in a text: what the start of a body's name is
/// searched from.
struct Anchors {
  /// What begins at an offset.
  enum Kind: UInt8 {
    case place = 1
    case body = 2
    case level = 3
  }

  private var kinds: [UInt8]
  private var ends: [Int32]
  private var covered: [Bool]
  private var bodyEnds: [Bool]

  /// No anchors yet, in a text of `count` scalars.
  init(count: Int) {
    kinds = [UInt8](repeating: 0, count: count + 1)
    ends = [Int32](repeating: 0, count: count + 1)
    covered = [Bool](repeating: false, count: count + 1)
    bodyEnds = [Bool](repeating: false, count: count + 2)
  }

  /// Adds a place or body; a longer one from the same start replaces a shorter one.
  mutating func mark(_ span: TextSpan, _ kind: Kind) {
    guard span.end < ends.count else { return }
    if Int(ends[span.start]) <= span.end {
      kinds[span.start] = kind.rawValue
      ends[span.start] = Int32(truncatingIfNeeded: span.end)
    }
    for i in span.range { covered[i] = true }
    if kind != .place { bodyEnds[span.end] = true }
  }

  /// Notes that a body ends at an offset.
  mutating func markEnd(_ end: Int) {
    if end < bodyEnds.count { bodyEnds[end] = true }
  }

  /// Whether a place or body begins at an offset.
  @inline(__always)
  func begins(at i: Int) -> Bool { kinds[i] != 0 }

  /// What begins at an offset; a level where nothing known does.
  func kind(at i: Int) -> Kind? { kinds[i] == 0 ? .level : Kind(rawValue: kinds[i]) }

  /// Where what begins at an offset ends; the offset itself where nothing begins.
  func end(of i: Int) -> Int { max(i, Int(ends[i])) }

  /// Whether an offset lies in a place or body.
  func covers(_ i: Int) -> Bool { covered[i] }

  /// Whether a body ends at an offset.
  func endsBody(_ i: Int) -> Bool { i >= 0 && i < bodyEnds.count && bodyEnds[i] }

  /// Whether a body ends in a range of offsets.
  func hasBodyEnd(in range: Range<Int>) -> Bool {
    for i in range where i < bodyEnds.count && i > range.lowerBound && bodyEnds[i] { return true }
    return false
  }

  /// The last offset in a range where a body ends.
  func lastBodyEnd(in range: Range<Int>) -> Int {
    for i in range.reversed() where i < bodyEnds.count && bodyEnds[i] { return i }
    return range.lowerBound
  }
}
