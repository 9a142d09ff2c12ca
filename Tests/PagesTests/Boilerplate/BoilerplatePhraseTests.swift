import HanText
import Testing

@testable import Pages

@Suite struct BoilerplatePhraseTests {
  private func phrase(_ text: String) -> BoilerplatePhrases.Kind? {
    PageLines(page: Page(text: Scalars(text)), isMarkedUp: false).lines.first?.phrase
  }

  @Test(
    arguments: [
      ("相关新闻", .related), ("延伸阅读：", .related), ("• 相關閱讀", .related), ("更多精彩>>", .related),
      ("责任编辑：王小明", .credit), ("[责任编辑：王小明]", .credit), ("编辑|王小明", .credit), ("一审 | 陈小旦", .credit),
      ("版权所有 江湾网", .legal), ("江ICP备00000001号", .legal), ("评论（191）", .comment),
      ("229条评论|5,874人参与网友评论", .comment),
      ("上一篇：夜校开班", .pager), ("首页 > 要闻 > 正文", .nav), ("首頁  ?  財經  ?  經濟觀察", .nav),
      ("2019-09-07 09:25:09 来源：江湾网", .meta), ("2019-09-06", .meta), ("分享到：", .bar), ("14小时前", .bar),
      ("今天08:12", .bar), ("00:33", .bar),
    ] as [(String, BoilerplatePhrases.Kind)])
  func announces(_ text: String, _ kind: BoilerplatePhrases.Kind) {
    #expect(phrase(text) == kind)
  }

  @Test(arguments: [
    "相关新闻报道说，学校已经开学。", "编辑部决定下月搬家。", "2019年9月7日", "他打开微博，分享了照片。", "记者：您怎么看？", "评论员文章指出，这是好事。",
    "第一条　来源合法的资金可以使用。", "大中小学都要开课", "价格 > 成本时，企业才会投资。",
  ])
  func saysNothing(_ text: String) {
    #expect(phrase(text) == nil)
  }

  @Test func table() {
    var last = ""
    var count = 0
    TableLines.forEach(in: EmbeddedData.boilerplate) { fields in
      let phrase = String(scalars: fields[0])
      #expect(fields.count == 3)
      #expect(
        Array(last.unicodeScalars.map(\.value)).lexicographicallyPrecedes(fields[0]),
        "\(phrase) is out of order")
      #expect(Shadow.make(fields[0]) == fields[0], "\(phrase) is not as the shadow writes it")
      last = phrase
      count += 1
    }
    #expect(count > 500)
  }
}
