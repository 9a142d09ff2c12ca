import Testing

@testable import Entities

/// Canonical names of bodies and persons, and forms found again.
@Suite struct CanonicalNameTests {
  @Test(arguments: [
    ("北大和清华签约。", ["北京大学", "清华大学"]),
    ("浙江省人才多。省委组织部表示支持。", ["浙江省委组织部"]),
    ("湖南省教育厅发文。省教育厅强调质量。", ["湖南省教育厅", "湖南省教育厅"]),
    (
      "上海市经济和信息化委员会发文。上海市经信委负责解释。",
      ["上海市经济和信息化委员会", "上海市经济和信息化委员会"]
    ),
    (
      "安徽丰谷种业有限公司来了。丰谷种业出资。",
      ["安徽丰谷种业有限公司", "安徽丰谷种业有限公司"]
    ),
    (
      "国立中部科学高级中学（台中市，以下简称中科高中）报名。中科高中办说明会。",
      ["国立中部科学高级中学", "国立中部科学高级中学", "国立中部科学高级中学"]
    ),
    ("北大计算机学院教授到场。", ["北京大学计算机学院"]),
    // Short forms that pick characters, companies without their legal form, offices of the county
    // that the article is about.
    ("国家运动训练中心（国训中心）动工。国训中心年底完工。", ["国家运动训练中心", "国家运动训练中心", "国家运动训练中心"]),
    ("江山触动科技股份有限公司来了。触动科技董事长何知远出席。", ["江山触动科技股份有限公司", "江山触动科技股份有限公司"]),
  ])
  func completesBodies(_ text: String, _ names: [String]) {
    #expect(Recognised(text).names("institution") == names)
  }

  @Test func doesNotGuessBetweenTwoProvinces() {
    let found = Recognised("浙江省和江苏省都参加。省教育厅表示支持。")
    #expect(found.names("institution") == ["省教育厅"])
  }

  @Test func tiesPartsOfDottedNames() {
    let found = Recognised("研究员安娜·霍尔姆说，很好。霍尔姆表示，会再来。")
    #expect(found.names("person") == ["安娜·霍尔姆", "安娜·霍尔姆"])
  }

  @Test func leavesTwoPeopleOfOneSurnameApart() {
    let found = Recognised("教授何知远说好。教授何子山说不好。昨天，何老师没有来。")
    #expect(found.names("person") == ["何知远", "何子山", "何"])
  }
}
