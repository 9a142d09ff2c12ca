import HanText

/// One reading of a damaged stretch up to some character: the true bytes so far, read by a parser
/// that is either between characters or waits for a trail byte.
struct Hypothesis {
  /// What was needed to get here, for the report.
  struct Means: OptionSet {
    let rawValue: UInt8
    /// An annotation between the bytes of a character.
    static let slip = Means(rawValue: 1)
    /// A lead byte lost at a split, or a byte that took its neighbour along.
    static let lostByte = Means(rawValue: 2)
    /// A private-use character that the scraper dropped.
    static let droppedPair = Means(rawValue: 4)
    /// Remains of a tag.
    static let markup = Means(rawValue: 8)
  }

  /// Cost so far.
  var cost: Cost
  /// The lead byte that waits for its trail, 0 between characters.
  var pending: UInt8 = 0
  /// Whether an annotation stands behind the waiting lead byte: the character it begins was in two
  /// parts when its own turn came, and carries none.
  var isBroken = false
  /// The two true bytes read last.
  var before: UInt8
  var last: UInt8
  /// The symbols of the two characters emitted last.
  var first: RepairModel.Symbol
  var second: RepairModel.Symbol
  /// The character emitted last, an index of the arena; -1 at the start.
  var node: Int32 = -1
  /// What was needed.
  var means: Means = []

  /// A number that two hypotheses share if they have the same future; never 0.
  var future: UInt64 {
    UInt64(first) << 41 | UInt64(second) << 25 | UInt64(before) << 17 | UInt64(last) << 9
      | UInt64(pending) << 1 | (isBroken ? 1 : 0) | 1 << 60
  }

  /// The last two true bytes as a pair.
  var lastPair: Pair { UInt16(before) << 8 | UInt16(last) }
}

/// The characters emitted by all hypotheses of one stretch, linked backwards.
struct Arena {
  private var nodes: [(scalar: UInt32, previous: Int32)] = []

  /// Adds a character.
  mutating func add(_ scalar: UInt32, after previous: Int32) -> Int32 {
    nodes.append((scalar, previous))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// The characters up to a node, first to last.
  func text(to node: Int32) -> Scalars {
    var text: Scalars = []
    var node = Int(node)
    while node >= 0, node < nodes.count {
      text.append(nodes[node].scalar)
      node = Int(nodes[node].previous)
    }
    text.reverse()
    return text
  }

  /// Forgets everything.
  mutating func removeAll() { nodes.removeAll(keepingCapacity: true) }
}
