/// A set of keys over scalars, each with a value: finds the keys that begin at a place of a text.
///
/// Built once, then immutable and shared by all workers. The first step, which most walks end at,
/// is a flat table; further steps are one probe each of an open-addressed hash table keyed by
/// (node, scalar). A node where nothing goes on has no number, so that a walk ends there without a
/// probe. Building is linear in the keys and needs no sorting.
public struct ScalarTrie: Sendable {
  /// A key found in a text.
  public struct Match: Equatable, Sendable {
    /// Its length in scalars, at least 1.
    public let length: Int
    /// Its value.
    public let value: Int32

    @inlinable @inline(__always)
    init(length: Int, value: Int32) {
      self.length = length
      self.value = value
    }
  }

  /// What one more scalar leads to.
  @usableFromInline
  struct Step: Sendable {
    /// The node that longer keys go on from; 0 where none does.
    @usableFromInline var node: UInt32
    /// The value of the key that ends here; below 0 where none does.
    @usableFromInline var value: Int32

    @inlinable @inline(__always)
    init(node: UInt32, value: Int32) {
      self.node = node
      self.value = value
    }

    /// No key has this beginning.
    @inlinable @inline(__always)
    static var none: Step { Step(node: 0, value: -1) }

    @inlinable @inline(__always)
    var isNone: Bool { node == 0 && value < 0 }
  }

  /// A place of the hash table.
  @usableFromInline
  struct Entry: Sendable {
    /// `ScalarTrie.key`, or 0 for a free place.
    @usableFromInline var key: UInt64
    @usableFromInline var step: Step

    @inlinable @inline(__always)
    init(key: UInt64, step: Step) {
      self.key = key
      self.step = step
    }
  }

  /// The beginning of a walk, while many are begun at once.
  @usableFromInline
  struct Walk {
    @usableFromInline static var atOnce: Int { 256 }
    @usableFromInline var first: Step
    @usableFromInline var second: Step
    /// Key of the second step, 0 where there cannot be one; where it would stand; what stands there.
    @usableFromInline var key: UInt64
    @usableFromInline var found: UInt64
    @usableFromInline var slot: Int32
  }

  /// The scalars below this one have their first step in `rootSteps`: all of the Basic Multilingual
  /// Plane, or none.
  @usableFromInline var rootScalars: UInt32 = 0x10000
  /// Which page of `rootSteps` each block of 128 of them has; all blocks without a first scalar
  /// share page 0.
  @usableFromInline var rootPages = [UInt16](repeating: 0, count: 0x10000 >> 7)
  /// First steps, in pages of 128.
  @usableFromInline var rootSteps = [Step](repeating: .none, count: 128)
  /// Further steps, and the first ones from other scalars.
  @usableFromInline var entries: [Entry]
  /// Two bits for each place of `entries`, set where a key's hash falls: most steps lead nowhere,
  /// and are told so by a table small enough to stay in the processor's cache.
  @usableFromInline var filter: [UInt64]
  /// 64 less the binary logarithm of `entries.count`.
  @usableFromInline var shift: UInt64
  /// Places of `entries` in use.
  var used = 0
  /// Nodes that have a number, the root among them.
  var nodeCount: UInt32 = 1

  /// Makes an empty trie with room for about `keys` short keys; it grows beyond that by itself.
  public init(keys: Int = 64) {
    var bits: UInt64 = 7
    while bits < 40, (1 << bits) < keys * 4 { bits += 1 }
    shift = 64 - bits
    entries = Array(repeating: Entry(key: 0, step: .none), count: 1 << bits)
    filter = Array(repeating: 0, count: entries.count / 32)
  }

  /// A trie for the few keys of one document: without a table of first steps, whose pages would be
  /// made for each. Costs nothing until a key is added to a copy of it.
  public static let empty: ScalarTrie = {
    var trie = ScalarTrie()
    trie.rootScalars = 0
    trie.rootPages = []
    trie.rootSteps = []
    return trie
  }()

  /// The value of exactly this key.
  ///
  /// - Complexity: O(length of the key).
  @inlinable
  public func value(of key: ArraySlice<UInt32>) -> Int32? {
    key.withUnsafeBufferPointer { value(of: $0) }
  }

  /// The value of exactly this key; see above.
  @inlinable
  public func value(of key: Scalars) -> Int32? {
    key.withUnsafeBufferPointer { value(of: $0) }
  }

  @inlinable
  func value(of key: UnsafeBufferPointer<UInt32>) -> Int32? {
    guard let scalar = key.first else { return nil }
    var step = first(scalar)
    for scalar in key.dropFirst() {
      guard step.node != 0 else { return nil }
      step = next(step.node, scalar)
    }
    return step.value >= 0 ? step.value : nil
  }

  /// Whether any key begins with a scalar.
  ///
  /// - Complexity: one load, mostly.
  @inlinable @inline(__always)
  public func hasKey(beginningWith scalar: UInt32) -> Bool { !first(scalar).isNone }

  /// The longest key that begins at `start` and ends by `limit`.
  ///
  /// - Complexity: O(length of the longest key); one load where no key begins with the scalar.
  @inlinable @inline(__always)
  public func longestMatch(
    in text: UnsafeBufferPointer<UInt32>, at start: Int, limit: Int = .max
  ) -> Match? {
    let end = min(limit, text.count)
    guard start < end else { return nil }
    let step = first(text[start])
    if step.isNone { return nil }
    return longest(in: text, at: start, end: end, from: step)
  }

  /// The longest key that begins at a place of an array; see above.
  @inlinable @inline(__always)
  public func longestMatch(in text: Scalars, at start: Int, limit: Int = .max) -> Match? {
    text.withUnsafeBufferPointer { longestMatch(in: $0, at: start, limit: limit) }
  }

  /// The longest key, inserted reversed, that ends before `end` and begins at or behind `floor`.
  ///
  /// - Complexity: O(length of the longest key).
  public func longestMatchBackward(in text: Scalars, before end: Int, floor: Int = 0) -> Match? {
    let last = min(end, text.count)
    var found: Match?
    forEachMatchBackward(in: text, before: end, floor: floor) { start, value in
      found = Match(length: last - start, value: value)
    }
    return found
  }

  /// Calls `body` with end and value of every key that begins at `start`, the shortest first.
  ///
  /// - Complexity: O(length of the longest key); one load where no key begins with the scalar.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: UnsafeBufferPointer<UInt32>, at start: Int, limit: Int = .max,
    _ body: (_ end: Int, _ value: Int32) -> Void
  ) {
    let end = min(limit, text.count)
    guard start < end else { return }
    var step = first(text[start])
    var i = start
    while true {
      i &+= 1
      if step.value >= 0 { body(i, step.value) }
      guard step.node != 0, i < end else { return }
      step = next(step.node, text[i])
    }
  }

  /// Calls `body` with end and value of every key that begins at a place of an array; see above.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: Scalars, at start: Int, limit: Int = .max,
    _ body: (_ end: Int, _ value: Int32) -> Void
  ) {
    text.withUnsafeBufferPointer { forEachMatch(in: $0, at: start, limit: limit, body) }
  }

  /// Calls `body` with start, end and value of every key in a text, by start, shorter ones first.
  ///
  /// - Complexity: O(length × longest key) at worst, O(length) for a lexicon in ordinary text. The
  ///   first two steps of many walks are taken at once, so that they wait for memory together.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: UnsafeBufferPointer<UInt32>,
    _ body: (_ start: Int, _ end: Int, _ value: Int32) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Walk.self, capacity: Walk.atOnce) { walks in
      var base = 0
      while base < text.count {
        let count = min(text.count &- base, Walk.atOnce)
        begin(walks, text, base, count)
        for k in 0..<count {
          let start = base &+ k
          let first = walks[k].first
          if first.value >= 0 { body(start, start &+ 1, first.value) }
          var step = walks[k].second
          if step.isNone { continue }
          var i = start &+ 2
          while true {
            if step.value >= 0 { body(start, i, step.value) }
            guard step.node != 0, i < text.count else { break }
            step = next(step.node, text[i])
            i &+= 1
          }
        }
        base &+= count
      }
    }
  }

  /// The first two steps of the walks from `count` scalars on.
  @usableFromInline
  func begin(
    _ walks: UnsafeMutableBufferPointer<Walk>, _ text: UnsafeBufferPointer<UInt32>, _ base: Int,
    _ count: Int
  ) {
    for k in 0..<count { walks[k].first = first(text[base &+ k]) }
    filter.withUnsafeBufferPointer { filter in
      for k in 0..<count {
        let node = walks[k].first.node
        let behind = base &+ k &+ 1
        let isInside = behind < text.count
        let key = Self.key(node, isInside ? text[behind] : 0)
        let hash = Self.hash(key)
        let bit = hash &>> (shift &- 1)
        let passes = filter[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1
        walks[k].key = node == 0 || !isInside ? 0 : key &* passes
        walks[k].slot = Int32(truncatingIfNeeded: hash &>> shift &* passes)
      }
    }
    entries.withUnsafeBufferPointer { entries in
      for k in 0..<count { walks[k].found = entries[Int(walks[k].slot)].key }
      for k in 0..<count {
        let walk = walks[k]
        if walk.key == 0 || walk.found == 0 {
          walks[k].second = .none
        } else if walk.found == walk.key {
          walks[k].second = entries[Int(walk.slot)].step
        } else {
          walks[k].second = next(walk.first.node, text[base &+ k &+ 1])
        }
      }
    }
  }

  /// Calls `body` with start and value of every key, inserted reversed, that ends before `end` and
  /// begins at or behind `floor`, the shortest first.
  ///
  /// - Complexity: O(length of the longest key).
  public func forEachMatchBackward(
    in text: Scalars, before end: Int, floor: Int = 0,
    _ body: (_ start: Int, _ value: Int32) -> Void
  ) {
    let floor = max(floor, 0)
    var i = min(end, text.count)
    guard i > floor else { return }
    var step = first(text[i - 1])
    while true {
      i -= 1
      if step.value >= 0 { body(i, step.value) }
      guard step.node != 0, i > floor else { return }
      step = next(step.node, text[i - 1])
    }
  }

  // MARK: Steps

  /// The first step of a walk.
  @inlinable @inline(__always)
  func first(_ scalar: UInt32) -> Step {
    guard scalar < rootScalars else { return next(0, scalar) }
    return rootSteps[Int(rootPages[Int(scalar >> 7)]) &<< 7 | Int(scalar & 127)]
  }

  /// A further step, from a node.
  @inlinable
  func next(_ node: UInt32, _ scalar: UInt32) -> Step {
    let key = Self.key(node, scalar)
    let hash = Self.hash(key)
    let bit = hash &>> (shift &- 1)
    if filter[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 == 0 { return .none }
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while true {
      let entry = entries[slot]
      if entry.key == key { return entry.step }
      if entry.key == 0 { return .none }
      slot = (slot &+ 1) & (entries.count &- 1)
    }
  }

  /// The rest of a walk whose first step leads somewhere.
  @inlinable
  func longest(
    in text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int, from first: Step
  ) -> Match? {
    var step = first
    var found: Match?
    var i = start
    while true {
      i &+= 1
      if step.value >= 0 { found = Match(length: i &- start, value: step.value) }
      guard step.node != 0, i < end else { return found }
      step = next(step.node, text[i])
    }
  }

  @inlinable @inline(__always)
  static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 {
    (UInt64(node) &<< 21 | UInt64(scalar)) &+ 1
  }

  /// Fibonacci hashing: the top bits of a product with 2^64 / golden ratio.
  @inlinable @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
}
