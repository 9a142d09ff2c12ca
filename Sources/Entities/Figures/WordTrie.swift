import HanText

/// A set of words with a number each, looked up longest first in an array of scalars.
///
/// One hash table of (node, scalar) → node: a step is one probe, no allocation.
struct WordTrie: Sendable {
  private var keys: [UInt64]
  private var nexts: [Int32]
  private var values: [Int32]
  private var mask: Int
  private var used = 0

  /// A word found: the offset behind it (backward: of its first scalar) and its number.
  struct Match {
    let edge: Int
    let value: Int
  }

  /// An empty set.
  init() {
    mask = 255
    keys = Array(repeating: 0, count: 256)
    nexts = Array(repeating: 0, count: 256)
    values = [-1]
  }

  /// Adds a word; a later one with the same spelling does not replace the first.
  mutating func insert(_ word: some Sequence<UInt32>, value: Int) {
    var node = 0
    for scalar in word { node = child(of: node, scalar) }
    if node > 0, values[node] < 0 { values[node] = Int32(truncatingIfNeeded: value) }
  }

  /// The longest word that starts at `start` and ends by `limit`.
  ///
  /// - Complexity: O(length of the longest word).
  func longest(_ text: Scalars, at start: Int, limit: Int) -> Match? {
    var node = 0
    var best: Match?
    var i = start
    let end = min(limit, text.count)
    while i < end, let next = step(node, text[i]) {
      node = next
      i += 1
      if values[node] >= 0 { best = Match(edge: i, value: Int(values[node])) }
    }
    return best
  }

  /// The longest word, inserted reversed, that ends before `end` and starts at or after `floor`.
  func longestBackward(_ text: Scalars, before end: Int, floor: Int) -> Match? {
    var node = 0
    var best: Match?
    var i = min(end, text.count)
    while i > max(0, floor), let next = step(node, text[i - 1]) {
      node = next
      i -= 1
      if values[node] >= 0 { best = Match(edge: i, value: Int(values[node])) }
    }
    return best
  }

  private func step(_ node: Int, _ scalar: UInt32) -> Int? {
    let key = UInt64(node) << 32 | UInt64(scalar)
    var slot = Self.hash(key) & mask
    while true {
      let next = nexts[slot]
      if next == 0 { return nil }
      if keys[slot] == key { return Int(next) }
      slot = (slot + 1) & mask
    }
  }

  private mutating func child(of node: Int, _ scalar: UInt32) -> Int {
    if let next = step(node, scalar) { return next }
    if used * 2 >= keys.count { grow() }
    values.append(-1)
    place(UInt64(node) << 32 | UInt64(scalar), Int32(truncatingIfNeeded: values.count - 1))
    used += 1
    return values.count - 1
  }

  private mutating func place(_ key: UInt64, _ next: Int32) {
    var slot = Self.hash(key) & mask
    while nexts[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    nexts[slot] = next
  }

  private mutating func grow() {
    let (oldKeys, oldNexts) = (keys, nexts)
    let size = oldKeys.count * 2
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    nexts = Array(repeating: 0, count: size)
    for (key, next) in zip(oldKeys, oldNexts) where next != 0 { place(key, next) }
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
