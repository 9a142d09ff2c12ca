/// Adding keys.
extension ScalarTrie {
  /// A trie of words, numbered in order.
  public init(_ words: [Scalars]) {
    self.init(keys: words.count)
    for (k, word) in words.enumerated() { insert(word, value: Int32(truncatingIfNeeded: k)) }
  }

  /// A trie of words, numbered in order.
  public init(_ words: [String]) { self.init(words.map { Scalars($0) }) }

  /// A trie of words to be found from their end (`longestMatchBackward`), numbered in order.
  public init(reversed words: [String]) { self.init(words.map { Scalars($0).reversed() }) }

  /// A trie of words to be found from their end, each with the number of its group.
  public init(reversedGroups groups: [[String]]) {
    self.init(keys: groups.reduce(0) { $0 + $1.count })
    for (k, group) in groups.enumerated() {
      for word in group {
        insert(Scalars(word).reversed(), value: Int32(truncatingIfNeeded: k))
      }
    }
  }

  /// Adds a key; an empty one is ignored.
  ///
  /// - Parameter value: not negative.
  /// - Returns: the value that the key had already, which is kept; `nil` where the key is new.
  /// - Complexity: O(length of the key), amortised.
  @discardableResult
  public mutating func insert(_ key: some Sequence<UInt32>, value: Int32) -> Int32? {
    insert(Scalars(key), value: value)
  }

  /// Adds a key; see above.
  @discardableResult
  public mutating func insert(_ key: Scalars, value: Int32) -> Int32? {
    key.withUnsafeBufferPointer { insert($0, value: value) }
  }

  /// Adds a key; see above.
  @discardableResult
  public mutating func insert(_ key: ArraySlice<UInt32>, value: Int32) -> Int32? {
    key.withUnsafeBufferPointer { insert($0, value: value) }
  }

  private mutating func insert(_ key: UnsafeBufferPointer<UInt32>, value: Int32) -> Int32? {
    precondition(value >= 0, "values of a trie are not negative")
    guard !key.isEmpty else { return nil }
    var last = place(0, key[0])
    for scalar in key.dropFirst() { last = place(number(last), scalar) }
    let old = self[last].value
    if old >= 0 { return old }
    self[last].value = value
    return nil
  }

  /// Where a step stands.
  private enum Place {
    case root(Int)
    case entry(Int)
  }

  private subscript(place: Place) -> Step {
    get {
      switch place {
      case .root(let index): rootSteps[index]
      case .entry(let index): entries[index].step
      }
    }
    set {
      switch place {
      case .root(let index): rootSteps[index] = newValue
      case .entry(let index): entries[index].step = newValue
      }
    }
  }

  /// The number of the node that a step leads to; it gets one if it has none.
  private mutating func number(_ place: Place) -> UInt32 {
    let old = self[place].node
    if old != 0 { return old }
    let fresh = nodeCount
    nodeCount += 1
    self[place].node = fresh
    return fresh
  }

  /// Where the step from `node` by `scalar` stands; it is made if it is new.
  private mutating func place(_ node: UInt32, _ scalar: UInt32) -> Place {
    if node == 0, scalar < rootScalars { return rootPlace(scalar) }
    if (used + 1) * 2 > entries.count { grow() }
    let key = Self.key(node, scalar)
    let slot = freeOrOwn(key)
    if entries[slot].key == 0 {
      entries[slot].key = key
      pass(key)
      used += 1
    }
    return .entry(slot)
  }

  private mutating func rootPlace(_ scalar: UInt32) -> Place {
    let block = Int(scalar >> 7)
    if rootPages[block] == 0 {
      rootPages[block] = UInt16(truncatingIfNeeded: rootSteps.count >> 7)
      rootSteps.append(contentsOf: repeatElement(.none, count: 128))
    }
    return .root(Int(rootPages[block]) << 7 | Int(scalar & 127))
  }

  /// Lets a key through the filter.
  private mutating func pass(_ key: UInt64) {
    let bit = Self.hash(key) >> (shift - 1)
    filter[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
  }

  private func freeOrOwn(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while entries[slot].key != 0, entries[slot].key != key {
      slot = (slot + 1) & (entries.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = entries
    shift -= 1
    entries = Array(repeating: Entry(key: 0, step: .none), count: old.count * 2)
    filter = Array(repeating: 0, count: entries.count / 32)
    for entry in old where entry.key != 0 {
      entries[freeOrOwn(entry.key)] = entry
      pass(entry.key)
    }
  }
}
