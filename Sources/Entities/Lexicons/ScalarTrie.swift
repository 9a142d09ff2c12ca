import HanText

/// A trie over scalars: finds in one walk every key that begins at a place of a text.
///
/// Children hang in one open-addressing table keyed by (node, scalar); the first step, which most
/// walks end at, is a flat table over the Basic Multilingual Plane. Building is linear in the keys
/// and needs no sorting, so a word list of 600,000 lines loads in a fraction of a second.
struct ScalarTrie: Sendable {
  /// Value of a node where no key ends.
  private static let none: Int32 = -1
  /// Node of each first scalar below U+10000; 0 where no key begins with it.
  private var roots: [Int32]
  /// (node << 21 | scalar) + 1, or 0 for a free place.
  private var keys: [UInt64]
  private var children: [Int32]
  private var values: [Int32]
  private var used = 0

  /// Makes an empty trie.
  init() {
    roots = [Int32](repeating: 0, count: 0x10000)
    keys = [UInt64](repeating: 0, count: 1024)
    children = [Int32](repeating: 0, count: 1024)
    values = [Self.none]
  }

  /// Adds a key; an empty one is ignored.
  ///
  /// - Returns: the value the key had before, which is kept; `nil` where the key is new.
  /// - Complexity: O(length of the key), amortised.
  @discardableResult
  mutating func insert(_ key: some Sequence<UInt32>, value: Int32) -> Int32? {
    var node: Int32 = 0
    for scalar in key { node = addChild(of: node, scalar) }
    guard node != 0 else { return nil }
    let old = values[Int(node)]
    if old != Self.none { return old }
    values[Int(node)] = value
    return nil
  }

  /// The value of exactly this key.
  func value(of key: some Sequence<UInt32>) -> Int32? {
    var node: Int32 = 0
    for scalar in key {
      guard let next = child(of: node, scalar) else { return nil }
      node = next
    }
    let value = values[Int(node)]
    return value == Self.none ? nil : value
  }

  /// Calls `body` with end and value of every key that begins at `start`, shortest first.
  ///
  /// - Complexity: O(length of the longest key that begins there).
  @inline(__always)
  func forEachMatch(in text: Scalars, at start: Int, _ body: (_ end: Int, _ value: Int32) -> Void) {
    var node: Int32 = 0
    var i = start
    while i < text.count, let next = child(of: node, text[i]) {
      node = next
      i += 1
      let value = values[Int(node)]
      if value != Self.none { body(i, value) }
    }
  }

  private func child(of node: Int32, _ scalar: UInt32) -> Int32? {
    if node == 0, scalar < 0x10000 {
      let root = roots[Int(scalar)]
      return root == 0 ? nil : root
    }
    let key = Self.key(node, scalar)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func addChild(of node: Int32, _ scalar: UInt32) -> Int32 {
    if let old = child(of: node, scalar) { return old }
    let fresh = Int32(truncatingIfNeeded: values.count)
    values.append(Self.none)
    if node == 0, scalar < 0x10000 {
      roots[Int(scalar)] = fresh
      return fresh
    }
    if used * 2 >= keys.count { grow() }
    put(Self.key(node, scalar), fresh)
    used += 1
    return fresh
  }

  private mutating func put(_ key: UInt64, _ child: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldChildren = children
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    children = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (i, key) in oldKeys.enumerated() where key != 0 { put(key, oldChildren[i]) }
  }

  @inline(__always)
  private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) << 21 | UInt64(scalar)) &+ 1
  }

  /// Fibonacci hashing; `capacity` is a power of two.
  @inline(__always)
  private static func slot(_ key: UInt64, _ capacity: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (capacity - 1)
  }
}
