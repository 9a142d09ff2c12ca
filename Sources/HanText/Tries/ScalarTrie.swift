/// A set of phrases over scalars, each with a number, for longest-match look-ups.
///
/// Built once, then immutable and shared by all workers. A step is one probe of an open-addressed
/// hash table keyed by (node, scalar).
public struct ScalarTrie: Sendable {
  /// A node of the trie; `root` is where every phrase starts.
  public typealias Node = UInt32
  /// The node of the empty phrase.
  public static let root: Node = 0
  /// The value of a node where no phrase ends.
  public static let noValue: Int32 = -1

  private var keys: [UInt64]
  private var children: [Node]
  private var values: [Int32] = [noValue]
  private var used = 0

  /// Makes an empty trie with room for about `phrases` phrases.
  public init(phrases: Int = 64) {
    var size = 256
    while size < phrases * 4 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    children = Array(repeating: 0, count: size)
  }

  /// Adds a phrase with its value, which must not be negative; a phrase added twice keeps the
  /// later value.
  ///
  /// - Complexity: O(length) on average.
  public mutating func insert(_ phrase: some Sequence<UInt32>, value: Int32) {
    var node = Self.root
    for scalar in phrase {
      if let next = step(from: node, scalar) {
        node = next
      } else {
        if used * 2 >= keys.count { grow() }
        let next = Node(truncatingIfNeeded: values.count)
        values.append(Self.noValue)
        put(Self.key(node, scalar), next)
        node = next
      }
    }
    values[Int(node)] = value
  }

  /// The node reached from `node` by one scalar, or `nil` where no phrase goes on that way.
  ///
  /// - Complexity: O(1) on average.
  public func step(from node: Node, _ scalar: UInt32) -> Node? {
    let key = Self.key(node, scalar)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != key {
      if keys[slot] == .max { return nil }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return children[slot]
  }

  /// The value of the phrase that ends at `node`, or `noValue`.
  public func value(at node: Node) -> Int32 { values[Int(node)] }

  /// The longest phrase of `text` that starts at `start`, by its length and value.
  ///
  /// - Complexity: O(length of the longest phrase).
  public func longestMatch(
    in text: UnsafeBufferPointer<UInt32>, at start: Int
  ) -> (length: Int, value: Int32)? {
    var node = Self.root
    var found: (length: Int, value: Int32)?
    var i = start
    while i < text.count, let next = step(from: node, text[i]) {
      node = next
      i &+= 1
      let value = values[Int(node)]
      if value >= 0 { found = (i &- start, value) }
    }
    return found
  }

  /// The longest phrase of an array that starts at `start`; see above.
  public func longestMatch(in text: Scalars, at start: Int) -> (length: Int, value: Int32)? {
    text.withUnsafeBufferPointer { longestMatch(in: $0, at: start) }
  }

  private static func key(_ node: Node, _ scalar: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(scalar)
  }

  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    // Fibonacci hashing: the top bits of a product with 2^64 / golden ratio.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (count &- 1)
  }

  private mutating func put(_ key: UInt64, _ child: Node) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot &+ 1) & (keys.count &- 1) }
    keys[slot] = key
    children[slot] = child
    used += 1
  }

  private mutating func grow() {
    let old = zip(keys, children).filter { $0.0 != .max }
    keys = Array(repeating: .max, count: keys.count * 2)
    children = Array(repeating: 0, count: keys.count)
    used = 0
    for (key, child) in old { put(key, child) }
  }
}
