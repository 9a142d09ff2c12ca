import Foundation
import HanText
import Testing

@testable import Entities

/// The tables of `Data/` that this module embeds, and the trie they stand in.
@Suite struct BuiltInLexiconTests {
  private static var tables: [(String, UnsafeRawBufferPointer)] {
    [
      ("bodies", EmbeddedData.bodies), ("boundary-words", EmbeddedData.boundaryWords),
      ("institution-heads", EmbeddedData.institutionHeads), ("laws", EmbeddedData.laws),
      ("not-names", EmbeddedData.notNames), ("office-forms", EmbeddedData.officeForms),
      ("people", EmbeddedData.people), ("places", EmbeddedData.places),
      ("places-cn", EmbeddedData.placesCN), ("policy-heads", EmbeddedData.policyHeads),
      ("roles", EmbeddedData.roles), ("site-suffixes", EmbeddedData.siteSuffixes),
      ("surnames", EmbeddedData.surnames), ("transliteration", EmbeddedData.transliteration),
    ]
  }

  @Test(arguments: tables.map(\.0)) func isSortedWithoutDoubles(_ name: String) throws {
    let table = try #require(Self.tables.first { $0.0 == name })
    var previous: Scalars = []
    TableReader.forEachRow(of: table.1) { row in
      let key = row[0]
      #expect(previous.lexicographicallyPrecedes(key), "\(name): \(String(scalars: key))")
      previous = key
    }
    #expect(!previous.isEmpty)
  }

  @Test func trieFindsEveryKeyThatBeginsAtAPlace() {
    var trie = ScalarTrie()
    for (k, word) in ["北京", "北京大学", "大学", "北"].enumerated() {
      trie.insert(Scalars(word), value: Int32(k))
    }
    var ends: [Int] = []
    trie.forEachMatch(in: Scalars("北京大学生"), at: 0) { end, _ in ends.append(end) }
    #expect(ends == [1, 2, 4])
    #expect(trie.insert(Scalars("北京"), value: 9) == 0)
    #expect(trie.value(of: Scalars("东京")) == nil)
  }
}
