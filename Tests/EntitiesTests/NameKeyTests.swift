import Testing

@testable import Entities

struct NameKeyTests {
  @Test func equalNamesAreOneKey() {
    let names = ["张英", "上海市经济和信息化委员会", "DeepSeek", "", "阿克别克·扎帕罗夫"]
    for a in names {
      for b in names {
        #expect((NameKey(a) == NameKey(b)) == (a == b))
        // A string that was put together is stored in another way.
        let joined = b.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1) }
        #expect((NameKey(a).hashValue == NameKey(joined).hashValue) == (a == b))
      }
    }
  }

  @Test(arguments: [
    ("名誉校长", "名誉", "校长"), ("校长", "校长", "校长"), ("校长", "", ""), ("", "", ""),
  ])
  func beginsAndEnds(_ name: String, _ prefix: String, _ suffix: String) {
    #expect(name.hasPrefix(prefix))
    #expect(name.hasSuffix(suffix))
    #expect(!name.hasPrefix("副" + name))
    #expect(!name.hasSuffix("副" + name))
    #expect(!name.hasPrefix("院士"))
    #expect(!name.hasSuffix("院士"))
  }
}
