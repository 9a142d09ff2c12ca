import HanText
import Testing

@testable import Pages

@Suite struct WallGrammarTests {
  private func phrase(_ text: String) -> BoilerplatePhrases.Kind? {
    let page = Page(text: Scalars(text))
    return PageLines(page: page, isMarkedUp: false).lines.first?.phrase
  }

  @Test(
    arguments: [
      ("大家还在看", .related), ("相關字詞﹕病歷 大灣區", .related), ("同主题阅读", .related), ("往期回顾", .related),
      ("全部回帖 (6)", .comment), ("精彩跟帖(12)", .comment), ("网友热评", .comment),
    ] as [(String, BoilerplatePhrases.Kind)])
  func announces(_ text: String, _ kind: BoilerplatePhrases.Kind) {
    #expect(phrase(text) == kind)
  }

  @Test(arguments: [
    "今日要点", "二、阅读服务", "评论员文章", "效果怎么样？", "水上发电", "大家庭的温暖", "新闻学院揭牌", "他看新闻。", "最新研究",
  ])
  func headingsOfArticlesAnnounceNothing(_ text: String) {
    #expect(phrase(text) == nil)
  }

  @Test func tableIsSorted() {
    var last: Scalars = []
    TableLines.forEach(in: EmbeddedData.wallParts) { fields in
      if let part = fields.first {
        #expect(!part.lexicographicallyPrecedes(last))
        last = part
      }
    }
  }
}
