import HanText
import Testing

@testable import Entities

@Suite struct ProductUseTests {
  private func holds(_ name: String, in sentence: String) -> Bool {
    let shadow = Scalars(sentence)
    let wanted = Scalars(name)
    let start = shadow.indices.first { shadow[$0...].starts(with: wanted) } ?? 0
    return ProductUse.holds(TextSpan(start, start + wanted.count), in: shadow)
  }

  @Test(arguments: [
    ("DeepSeek", "平台集成了DeepSeek和文心。"), ("DeepSeek", "各校接入DeepSeek。"),
    ("DeepSeek", "DeepSeek大模型上线。"), ("DeepSeek", "讲解DeepSeek工具的用法。"),
    ("小米", "他开着小米SU7上班。"),
  ])
  func productsAreNoBodies(name: String, sentence: String) {
    #expect(holds(name, in: sentence))
  }

  @Test(arguments: [
    ("DeepSeek", "DeepSeek宣布开放接口。"), ("DeepSeek", "他加入了DeepSeek。"),
    ("腾讯", "学生在腾讯AI课堂。"), ("腾讯", "腾讯大模型团队介绍。"), ("小米", "小米2024年营收增长。"),
  ])
  func bodiesThatActStay(name: String, sentence: String) {
    #expect(!holds(name, in: sentence))
  }
}
