import HanText
import Testing

@testable import Entities

@Suite struct PlaceNamesTests {
  private func names(_ surfaces: [(text: String, full: String)]) -> PlaceNames {
    PlaceNames(surfaces.map { (Scalars($0.text), Scalars($0.full)) })
  }

  @Test func partsTakeTheLongestChain() {
    let names = self.names([("上海市普陀区", ""), ("普陀区", ""), ("上海", "上海市"), ("上海市", "")])
    #expect(names[Scalars("普陀区")] == "上海市普陀区")
    #expect(names[Scalars("上海")] == "上海市")
    #expect(names[Scalars("上海市")] == "上海市")
  }

  @Test func twoChainsThatEndAlikeStayApart() {
    let names = self.names([("北京市朝阳区", ""), ("长春市朝阳区", ""), ("朝阳区", "")])
    #expect(names[Scalars("朝阳区")] == "朝阳区")
  }

  @Test func staysLinearInTheNumberOfPlaces() {
    let many = (0..<20_000).map { (text: "第\($0)村", full: "") }
    #expect(names(many)[Scalars("第7村")] == "第7村")
  }
}
