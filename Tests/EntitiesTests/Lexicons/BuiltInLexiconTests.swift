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
      ("name-parts", EmbeddedData.nameParts),
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
    TableLines.forEach(in: table.1) { row in
      // The name of a body has one row for each region where it means another.
      let key = name == "bodies" ? row[0] + [0] + (row.count > 3 ? row[3] : []) : row[0]
      #expect(previous.lexicographicallyPrecedes(key), "\(name): \(String(scalars: key))")
      previous = key
    }
    #expect(!previous.isEmpty)
  }

  @Test(arguments: [
    ("科大宣布招生。", Region.hk, ["香港科技大学"]), ("中大宣布招生。", .hk, ["香港中文大学"]),
    ("中大宣布招生。", .cn, ["中山大学"]), ("中大宣布招生。", .tw, ["国立中央大学"]),
    ("北科大宣布招生。", .tw, ["国立台北科技大学"]), ("北科大宣布招生。", .cn, ["北京科技大学"]),
    ("清大宣布招生。", .tw, ["国立清华大学"]), ("教育局宣布招生安排。", .hk, ["教育局"]),
  ])
  func readsShortFormsByRegion(_ text: String, _ region: Region, _ names: [String]) {
    #expect(Recognised(text, region: region).names("institution") == names)
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
