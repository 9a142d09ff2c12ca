import HanText

/// Different words, numbered from 0 in the order they were met; equal words of different owners
/// are different.
struct Vocabulary: Sendable {
  private var scalars: Scalars = []
  private var ends: [Int] = []
  private var owners: [Int32] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  /// Makes an empty vocabulary.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// Number of words.
  var count: Int { ends.count }

  /// The word of a number.
  subscript(id: Int) -> ArraySlice<UInt32> { scalars[(id > 0 ? ends[id - 1] : 0)..<ends[id]] }

  /// Whose word it is.
  func owner(of id: Int) -> Int { Int(owners[id]) }

  /// The number of a word, a new one where it is met for the first time.
  ///
  /// - Complexity: O(length of the word) on average.
  mutating func id(of word: ArraySlice<UInt32>, owner: Int = 0) -> Int {
    let owner = Int32(truncatingIfNeeded: owner)
    let hash = Self.hash(word, owner)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, owners[id] == owner, self[id] == word { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = ends.count
    scalars.append(contentsOf: word)
    ends.append(scalars.count)
    owners.append(owner)
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: id)
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  private static func hash(_ word: ArraySlice<UInt32>, _ owner: Int32) -> UInt64 {
    var hash = WordHash()
    hash.append(UInt32(bitPattern: owner))
    for scalar in word { hash.append(scalar) }
    return hash.value
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }
}

/// Words with how often each was written in which form: 训练师 as 訓練師 and as 训练师.
struct WordCounts: Sendable {
  /// The words, folded.
  private(set) var words = Vocabulary()
  /// How often each was met.
  private(set) var counts: [Int] = []
  /// Written forms, owned by their words.
  private var forms = Vocabulary()
  private var formCounts: [Int] = []
  /// All that was counted.
  private(set) var total = 0

  /// Counts a word.
  ///
  /// - Returns: its number.
  @discardableResult
  mutating func add(_ folded: ArraySlice<UInt32>, written: ArraySlice<UInt32>) -> Int {
    let word = words.id(of: folded)
    add(1, to: word)
    addForm(written, of: word, 1)
    return word
  }

  /// Adds all of another count; gives the number here of each of its words.
  @discardableResult
  mutating func add(_ other: WordCounts) -> [Int] {
    let ids = (0..<other.words.count).map { words.id(of: other.words[$0]) }
    for (word, id) in ids.enumerated() { add(other.counts[word], to: id) }
    for form in 0..<other.forms.count {
      addForm(other.forms[form], of: ids[other.forms.owner(of: form)], other.formCounts[form])
    }
    return ids
  }

  private mutating func add(_ count: Int, to word: Int) {
    if word == counts.count { counts.append(0) }
    counts[word] += count
    total += count
  }

  private mutating func addForm(_ written: ArraySlice<UInt32>, of word: Int, _ count: Int) {
    let form = forms.id(of: written, owner: word)
    if form == formCounts.count { formCounts.append(0) }
    formCounts[form] += count
  }

  /// The commonest written form of each word; of equally common ones that met first.
  ///
  /// - Complexity: O(number of forms).
  func commonestForms() -> [ArraySlice<UInt32>] {
    var best = [Int](repeating: -1, count: words.count)
    for form in 0..<forms.count {
      let word = forms.owner(of: form)
      if best[word] < 0 || formCounts[form] > formCounts[best[word]] { best[word] = form }
    }
    return best.map { $0 < 0 ? [] : forms[$0] }
  }
}
