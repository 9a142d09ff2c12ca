import HanText

/// Reads the text of a pattern into branches, without recursion.
struct PatternParser {
  private typealias Item = KeywordPattern.Item

  /// An open group, or the whole pattern: its finished alternatives, and what the one being read
  /// can be so far.
  private struct Group {
    var done: [[Item]] = []
    var current: [[Item]] = [[]]
    /// Where its bracket stands, from 0.
    var start = 0
  }

  private let text: Scalars
  private var position = 0
  private var groups: [Group] = []
  private var open = Group()

  init(_ text: Scalars) { self.text = text }

  /// The alternatives of the pattern, none of them empty.
  mutating func parse() throws(PatternError) -> [[KeywordPattern.Item]] {
    while position < text.count {
      let scalar = text[position]
      switch scalar {
      case u("("):
        groups.append(open)
        open = Group(start: position)
      case u(")"): try closeGroup()
      case u("|"):
        open.done += open.current
        open.current = [[]]
      case u("["): try add(readSet())
      case u("]"): throw error("a ] without its [ (write \\] for the character)")
      case u("?"): try add(.any)
      case u("*"): try add(.gap)
      case u("\\"):
        position += 1
        guard position < text.count else { throw error("a \\ with nothing behind it", at: -1) }
        try add(.literal(text[position]))
      default: try add(.literal(scalar))
      }
      position += 1
    }
    guard groups.isEmpty else {
      throw PatternError(position: open.start + 1, reason: "a ( without its )")
    }
    let branches = open.done + open.current
    for branch in branches where !branch.contains(where: Self.isSolid) {
      throw PatternError(
        position: 1,
        reason: branch.isEmpty
          ? "an alternative with nothing in it"
          : "nothing but * ? and sets: it would match anywhere")
    }
    return branches
  }

  /// Whether an item narrows down where a pattern can match.
  private static func isSolid(_ item: KeywordPattern.Item) -> Bool {
    switch item {
    case .literal(let scalar): !ScalarClass.isSpace(scalar)
    case .set(_, let isNegated): !isNegated
    case .any, .gap: false
    }
  }

  private mutating func add(_ item: KeywordPattern.Item) throws(PatternError) {
    for i in open.current.indices { open.current[i].append(item) }
    try checkSize()
  }

  private mutating func closeGroup() throws(PatternError) {
    guard var outer = groups.popLast() else {
      throw error("a ) without its ( (write \\) for the character)")
    }
    let inner = open.done + open.current
    guard outer.current.count * inner.count <= KeywordPattern.mostBranches else {
      throw error("too many alternatives")
    }
    outer.current = outer.current.flatMap { head in inner.map { head + $0 } }
    open = outer
    try checkSize()
  }

  private func checkSize() throws(PatternError) {
    let size = open.current.reduce(open.current.count) { $0 + $1.count }
    if open.done.count + open.current.count > KeywordPattern.mostBranches
      || size > KeywordPattern.mostItems
    {
      throw error("too many alternatives")
    }
  }

  /// Reads from `[` to its `]`, where it leaves `position`.
  private mutating func readSet() throws(PatternError) -> KeywordPattern.Item {
    let start = position
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    position += 1
    if position < text.count, text[position] == u("^") {
      isNegated = true
      position += 1
    }
    while position < text.count, text[position] != u("]") {
      let first = try member(of: start)
      if position + 2 < text.count, text[position + 1] == u("-"), text[position + 2] != u("]") {
        position += 2
        let last = try member(of: start)
        guard first <= last else { throw error("a range that ends before it begins") }
        ranges.append(first...last)
      } else {
        let folded = FoldedText.make([first])[0]
        ranges.append(folded...folded)
      }
      position += 1
    }
    guard position < text.count else {
      throw PatternError(position: start + 1, reason: "a [ without its ]")
    }
    guard !ranges.isEmpty else {
      throw PatternError(position: start + 1, reason: "a set with nothing in it")
    }
    return .set(ranges, isNegated: isNegated)
  }

  /// The member of a set at `position`, an escaped one as it is.
  private mutating func member(of start: Int) throws(PatternError) -> UInt32 {
    if text[position] == u("\\") {
      position += 1
      guard position < text.count else {
        throw PatternError(position: start + 1, reason: "a [ without its ]")
      }
    }
    return text[position]
  }

  private func error(_ reason: String, at offset: Int = 0) -> PatternError {
    PatternError(position: position + offset + 1, reason: reason)
  }
}
