import HanText

/// The words of `Data/words.tsv`, to tell whether neighbouring pieces of ICU make up a known word.
///
/// Words are kept as 64-bit hashes, so memory is 8 MB and a look-up one probe; that two different
/// words of a corpus share a hash with one of the list is not to be expected (10^-13 a look-up).
struct WordList: Sendable {
  /// The list of the program, read when first used (about 20 ms).
  static let builtIn = WordList(tsv: EmbeddedData.words)

  /// Longest word of the list, in scalars.
  private(set) var longest = 0
  private var slots: [UInt64]
  private(set) var count = 0

  /// Reads a table whose first column is the word; words of one scalar are left out, as no pieces
  /// make them up.
  ///
  /// - Complexity: O(bytes).
  init(tsv: UnsafeRawBufferPointer) {
    slots = [UInt64](repeating: 0, count: 1 << 20)
    var start = 0
    while start < tsv.count {
      var end = start
      var hash = WordHash()
      var isWord = tsv[start] != UInt8(ascii: "#")
      while end < tsv.count, tsv[end] != 0x0A, tsv[end] != 0x09 {
        end += 1
      }
      if isWord {
        let bytes = UnsafeRawBufferPointer(rebasing: tsv[start..<end])
        let length = Self.hash(bytes, into: &hash)
        isWord = length > 1
        if isWord { insert(hash.value) }
        longest = max(longest, length)
      }
      while end < tsv.count, tsv[end] != 0x0A { end += 1 }
      start = end + 1
    }
  }

  /// Hashes the scalars of a word in UTF-8, in lower case, and counts them.
  private static func hash(_ bytes: UnsafeRawBufferPointer, into hash: inout WordHash) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      hash.append(FoldedText.lowerCase(scalar.value))
      length += 1
    }
    return length
  }

  private mutating func insert(_ hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for hash in old where hash != 0 { insert(hash) }
  }

  /// Whether the list has a word.
  @inline(__always)
  func contains(_ hash: WordHash) -> Bool {
    let wanted = hash.value
    var slot = Int(truncatingIfNeeded: wanted) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == wanted { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}

/// A hash of a word, scalar by scalar; the same everywhere and every time.
struct WordHash: Sendable {
  private var state: UInt64 = 0x51_7C_C1_B7_27_22_0A_95

  /// Adds a scalar.
  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    state = (state ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
    state ^= state &>> 29
  }

  /// The hash so far; never 0.
  @inline(__always)
  var value: UInt64 {
    let h = (state ^ (state &>> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return (h ^ (h &>> 33)) | 1 &<< 63
  }
}
