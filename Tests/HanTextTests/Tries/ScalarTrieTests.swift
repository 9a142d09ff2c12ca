import Testing

@testable import HanText

@Suite("Trie of words")
struct ScalarTrieTests {
  private static func trie(_ words: [String]) -> ScalarTrie {
    var trie = ScalarTrie()
    for (i, word) in words.enumerated() { trie.insert(Scalars(word), value: Int32(i)) }
    return trie
  }

  @Test func longestMatch() {
    let trie = Self.trie(["上海", "上海市", "上海市普陀区", "海"])
    let text = Scalars("在上海市普陀，海")
    #expect(trie.longestMatch(in: text, at: 1) == .init(length: 3, value: 1))
    #expect(trie.longestMatch(in: text, at: 1, limit: 3) == .init(length: 2, value: 0))
    #expect(trie.longestMatch(in: text, at: 2) == .init(length: 1, value: 3))
    #expect(trie.longestMatch(in: text, at: 0) == nil)
    #expect(trie.longestMatch(in: text, at: 7, limit: 7) == nil)
    #expect(trie.longestMatch(in: text, at: text.count) == nil)
  }

  @Test("reversed words, from their end")
  func longestMatchBackward() {
    let trie = Self.trie(["海上", "市海上", "海"])
    let text = Scalars("在上海市，上海")
    #expect(trie.longestMatchBackward(in: text, before: 3) == .init(length: 2, value: 0))
    #expect(trie.longestMatchBackward(in: text, before: 3, floor: 2) == .init(length: 1, value: 2))
    #expect(trie.longestMatchBackward(in: text, before: 4) == .init(length: 3, value: 1))
    #expect(trie.longestMatchBackward(in: text, before: 4, floor: 4) == nil)
    #expect(trie.longestMatchBackward(in: text, before: 2) == nil)
    #expect(trie.longestMatchBackward(in: [], before: 0) == nil)
  }

  @Test("a document's trie, without a table of first steps, finds the same")
  func smallTrie() {
    let words = ["上海", "上海市", "海", "𠀀市", "a", "ab"]
    let large = Self.trie(words)
    var small = ScalarTrie.empty
    for (i, word) in words.enumerated() {
      #expect(small.insert(Scalars(word), value: Int32(i)) == nil)
    }
    #expect(small.insert(Scalars("海"), value: 9) == 2)
    let text = Scalars("在上海市，海𠀀市ab上")
    for i in text.indices {
      #expect(small.longestMatch(in: text, at: i) == large.longestMatch(in: text, at: i))
      #expect(
        small.hasKey(beginningWith: text[i]) == large.hasKey(beginningWith: text[i]))
    }
    var found: [[Int]] = []
    var expected: [[Int]] = []
    text.withUnsafeBufferPointer { text in
      small.forEachMatch(in: text) { found.append([$0, $1, Int($2)]) }
      large.forEachMatch(in: text) { expected.append([$0, $1, Int($2)]) }
    }
    #expect(found == expected)
    #expect(small.value(of: Scalars("上海市")) == 1)
    #expect(small.value(of: Scalars("上")) == nil)
    #expect(ScalarTrie.empty.longestMatch(in: text, at: 0) == nil)
  }

  @Test("all keys of a text at once, as one by one")
  func forEachMatchInText() {
    // Long enough for several rounds; words that begin alike, end the text, or lie beyond U+FFFF.
    let trie = Self.trie(["上海", "上海市", "上海市普陀区", "市", "海", "𠀀", "𠀀市", "陀"])
    let pieces = ["上海", "市", "普陀", "上", "𠀀", "海市", "区", "在", "上海市普陀区"].map { Scalars($0) }
    var text: Scalars = []
    var state: UInt64 = 3
    while text.count < 900 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    for count in [0, 1, 2, 255, 256, 257, 512, text.count] {
      let part = Scalars(text.prefix(count))
      var expected: [[Int]] = []
      var found: [[Int]] = []
      for i in part.indices {
        trie.forEachMatch(in: part, at: i) { expected.append([i, $0, Int($1)]) }
      }
      part.withUnsafeBufferPointer { part in
        trie.forEachMatch(in: part) { found.append([$0, $1, Int($2)]) }
      }
      #expect(found == expected)
    }
  }

  @Test("words to be found from their end")
  func reversedWords() {
    let trie = ScalarTrie(reversed: ["大学", "学", "师范大学"])
    let text = Scalars("华东师范大学生")
    #expect(trie.longestMatchBackward(in: text, before: 6) == .init(length: 4, value: 2))
    #expect(trie.longestMatchBackward(in: text, before: 6, floor: 4) == .init(length: 2, value: 0))
    #expect(trie.longestMatchBackward(in: text, before: 7) == nil)
    var copy = ScalarTrie.empty
    copy.insert(Scalars("学"), value: 3)
    #expect(copy.value(of: Scalars("学")) == 3)
    #expect(ScalarTrie.empty.value(of: Scalars("学")) == nil)
  }

  @Test("every reversed word that ends at a place, the shortest first")
  func forEachMatchBackward() {
    let trie = Self.trie(["海上", "海", "市海", "市海上在"])
    func found(_ text: String, before end: Int) -> [[Int]] {
      var found: [[Int]] = []
      trie.forEachMatchBackward(in: Scalars(text), before: end) { found.append([$0, Int($1)]) }
      return found
    }
    #expect(found("在上海", before: 3) == [[2, 1], [1, 0]])
    #expect(found("在上海市", before: 4) == [[2, 2], [0, 3]])
    #expect(found("上海", before: 9) == [[1, 1], [0, 0]])
    #expect(found("上海", before: 1) == [])
    #expect(found("", before: 0) == [])
  }

  @Test("every key that begins at a place, the shortest first")
  func forEachMatch() {
    let trie = Self.trie(["上海", "上海市", "上海市普陀区", "市"])
    var found: [[Int]] = []
    trie.forEachMatch(in: Scalars("上海市普陀"), at: 0) { found.append([$0, Int($1)]) }
    #expect(found == [[2, 0], [3, 1]])
    found = []
    trie.forEachMatch(in: Scalars("上海市普陀"), at: 0, limit: 2) { found.append([$0, Int($1)]) }
    #expect(found == [[2, 0]])
    trie.forEachMatch(in: Scalars("上海"), at: 1) { found.append([$0, Int($1)]) }
    trie.forEachMatch(in: Scalars("上海"), at: 2) { found.append([$0, Int($1)]) }
    #expect(found == [[2, 0]])
  }

  @Test("the value of exactly one key")
  func valueOfKey() {
    let trie = Self.trie(["上海", "上海市"])
    #expect(trie.value(of: Scalars("上海")) == 0)
    #expect(trie.value(of: Scalars("上海市")) == 1)
    #expect(trie.value(of: Scalars("上")) == nil)
    #expect(trie.value(of: Scalars("上海市区")) == nil)
    #expect(trie.value(of: []) == nil)
  }

  @Test("a key added twice keeps its first value and tells it")
  func doubleKeys() {
    var trie = Self.trie(["上海", "𠮷野"])
    #expect(trie.insert(Scalars("上海"), value: 7) == 0)
    #expect(trie.insert(Scalars("上海市"), value: 7) == nil)
    #expect(trie.insert([], value: 7) == nil)
    #expect(trie.value(of: Scalars("上海")) == 0)
    #expect(trie.value(of: Scalars("上海市")) == 7)
  }

  @Test("scalars above the Basic Multilingual Plane, and no scalars at all")
  func wideScalars() {
    let trie = Self.trie(["𠮷", "𠮷野家", "吉𠮷"])
    #expect(trie.longestMatch(in: Scalars("𠮷野家"), at: 0) == .init(length: 3, value: 1))
    #expect(trie.longestMatch(in: Scalars("𠮷野"), at: 0) == .init(length: 1, value: 0))
    #expect(trie.longestMatch(in: Scalars("吉𠮷"), at: 0) == .init(length: 2, value: 2))
    #expect(trie.longestMatch(in: [.max, 0], at: 0) == nil)
  }

  @Test("many keys, more than it was made for")
  func grows() {
    var trie = ScalarTrie(keys: 1)
    for i in 0..<5000 { trie.insert([UInt32(i % 70), UInt32(i), 7], value: Int32(i)) }
    for i in 0..<5000 {
      #expect(trie.longestMatch(in: [UInt32(i % 70), UInt32(i), 7, 1], at: 0)?.value == Int32(i))
    }
  }
}
