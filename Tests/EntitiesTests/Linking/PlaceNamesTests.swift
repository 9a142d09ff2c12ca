import Testing

@testable import Entities

@Suite struct PlaceNamesTests {
  @Test func partsTakeTheLongestChain() {
    let names = PlaceNames([("上海市普陀区", ""), ("普陀区", ""), ("上海", "上海市"), ("上海市", "")])
    #expect(names["普陀区"] == "上海市普陀区")
    #expect(names["上海"] == "上海市")
    #expect(names["上海市"] == "上海市")
  }

  @Test func twoChainsThatEndAlikeStayApart() {
    let names = PlaceNames([("北京市朝阳区", ""), ("长春市朝阳区", ""), ("朝阳区", "")])
    #expect(names["朝阳区"] == "朝阳区")
  }

  @Test func staysLinearInTheNumberOfPlaces() {
    let many = (0..<20_000).map { (text: "第\($0)村", full: "") }
    #expect(PlaceNames(many)["第7村"] == "第7村")
  }
}
