import HanText
import Testing

@testable import Entities

/// The user's lexicon: it wins, and its faults are named.
@Suite struct UserLexiconTests {
  private func lexicon(_ text: String) throws -> UserLexicon {
    try UserLexicon(bytes: Array(text.utf8), file: "names.tsv")
  }

  @Test func winsOverTheRules() throws {
    let user = try lexicon("青禾\tinstitution\t青禾教育科技\tcompany\n")
    let found = Recognised("青禾发布产品。", lexicon: user)
    #expect(found.names("institution") == ["青禾教育科技"])
    #expect(found.mentions("institution").first?.kind == .institution(.company))
  }

  @Test func readsEitherScript() throws {
    let user = try lexicon("臺積學院\tinstitution\n")
    #expect(Recognised("台积学院开课。", lexicon: user).names("institution") == ["台积学院"])
    #expect(Recognised("臺積學院開課。", lexicon: user).texts("institution") == ["臺積學院"])
  }

  @Test func suppresses() throws {
    let user = try lexicon("# comment\n\n上海\tnone\n")
    #expect(Recognised("上海很大。", lexicon: user).texts("place").isEmpty)
    #expect(Recognised("上海很大。").texts("place") == ["上海"])
  }

  @Test func takesTheLongestEntry() throws {
    let user = try lexicon("星河\tinstitution\n星河实验站\tplace\n")
    let found = Recognised("他去了星河实验站。", lexicon: user)
    #expect(found.texts("place") == ["星河实验站"])
    #expect(found.texts("institution").isEmpty)
  }

  @Test(arguments: [
    ("张三\n", 1, "too few columns"), ("李四\tperson\n张\tperson\n", 2, "one character"),
    ("李四\tperson\n李四\tplace\n", 2, "double entry"), ("李四\thero\n", 1, "unknown type"),
    ("甲乙\tinstitution\t\tshop\n", 1, "unknown subtype"), ("\tperson\n", 1, "empty"),
  ])
  func namesFileAndLine(_ text: String, _ line: Int, _ reason: String) {
    let error = #expect(throws: UserLexiconError.self) { try lexicon(text) }
    #expect(error?.line == line)
    #expect(error?.file == "names.tsv")
    #expect(error?.reason.contains(reason) == true)
  }

  @Test func loadsLongLists() throws {
    var text = ""
    for k in 0..<60_000 { text += "名录\(k)号院\tinstitution\n" }
    let user = try lexicon(text)
    let found = Recognised("他在名录59999号院工作。", lexicon: user)
    #expect(found.texts("institution") == ["名录59999号院"])
  }
}
