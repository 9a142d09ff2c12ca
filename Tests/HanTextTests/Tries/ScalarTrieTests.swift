import Testing

@testable import HanText

@Suite("Trie of phrases")
struct ScalarTrieTests {
  @Test func longestMatch() {
    var trie = ScalarTrie()
    for (i, word) in ["上海", "上海市", "上海市普陀区", "海"].enumerated() {
      trie.insert(Scalars(word), value: Int32(i))
    }
    let text = Scalars("在上海市普陀，海")
    #expect(trie.longestMatch(in: text, at: 1)?.length == 3)
    #expect(trie.longestMatch(in: text, at: 1)?.value == 1)
    #expect(trie.longestMatch(in: text, at: 2)?.value == 3)
    #expect(trie.longestMatch(in: text, at: 0) == nil)
    #expect(trie.longestMatch(in: text, at: text.count) == nil)
  }

  @Test("many phrases, more than it was made for")
  func grows() {
    var trie = ScalarTrie(phrases: 1)
    for i in 0..<5000 { trie.insert([UInt32(i % 70), UInt32(i), 7], value: Int32(i)) }
    for i in 0..<5000 {
      #expect(trie.longestMatch(in: [UInt32(i % 70), UInt32(i), 7, 1], at: 0)?.value == Int32(i))
    }
  }
}
