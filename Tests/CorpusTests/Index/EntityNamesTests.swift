import Testing

@testable import Corpus

/// Which short names stand for full ones across documents.
@Suite struct EntityNamesTests {
  private func full(
    _ name: String, _ type: EntityType = .institution, evidence: [(String, String, Int)],
    apart: Bool = false
  ) throws -> String {
    var names = EntityNames()
    for (form, name, document) in evidence {
      names.add(EntityKey(type: type, name: form), name: name, document: document)
    }
    return try names.fullName(of: EntityKey(type: type, name: name)) {
      (_, _) throws(DatabaseError) in apart
    }
  }

  @Test func aShortNameThatAllDocumentsResolveAlikeIsJoined() throws {
    #expect(try full("雨城一中", evidence: [("雨城一中", "雨城市第一中学", 1)]) == "雨城市第一中学")
  }

  @Test func documentsThatDisagreeKeepItApart() throws {
    let evidence = [("星河公司", "雨城星河公司", 1), ("星河公司", "云溪星河公司", 2)]
    #expect(try full("星河公司", evidence: evidence) == "星河公司")
  }

  @Test func aDocumentThatHasBothApartKeepsThemApart() throws {
    #expect(
      try full("雨城一中", evidence: [("雨城一中", "雨城市第一中学", 1)], apart: true) == "雨城一中")
  }

  @Test(arguments: ["市教育局", "省委", "校团委", "该研究院"])
  func relativeNamesStayAlone(form: String) throws {
    #expect(try full(form, evidence: [(form, "雨城市" + form, 1)]) == form)
  }

  @Test(arguments: ["林", "小林", "林某"])
  func bareSurnamesStayAlone(form: String) throws {
    #expect(try full(form, .person, evidence: [(form, "林小禾", 1), (form, "林小禾", 2)]) == form)
  }

  @Test func twoCharactersNeedTwoDocuments() throws {
    #expect(try full("雨大", evidence: [("雨大", "雨城大学", 1), ("雨大", "雨城大学", 1)]) == "雨大")
    #expect(try full("雨大", evidence: [("雨大", "雨城大学", 1), ("雨大", "雨城大学", 2)]) == "雨城大学")
  }

  @Test func chainsEndAtTheFullestNameAndCirclesNowhere() throws {
    let chain = [("雨大附中", "雨城大学附中", 1), ("雨城大学附中", "雨城大学附属中学", 2)]
    #expect(try full("雨大附中", evidence: chain) == "雨城大学附属中学")
    let circle = [("甲书院社", "乙书院社", 1), ("乙书院社", "甲书院社", 2)]
    #expect(try full("甲书院社", evidence: circle) == "甲书院社")
    #expect(try full("乙书院社", evidence: circle) == "乙书院社")
  }
}
