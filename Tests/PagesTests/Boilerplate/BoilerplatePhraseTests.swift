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
      ("今天08:12", .bar), ("00:33", .bar), ("如涉及版权问题，请联系我们，我们将及时删除。", .legal),
      ("投资有风险，入市需谨慎。", .legal),
      ("增值电信业务经营许可证：江B2-20190001", .legal), ("未经许可，不得转载。", .legal), ("下载客户端，免费订阅电子版", .promo),
    ] as [(String, BoilerplatePhrases.Kind)])
  func announces(_ text: String, _ kind: BoilerplatePhrases.Kind) {
    #expect(phrase(text) == kind)
  }

  @Test(arguments: [
    "相关新闻报道说，学校已经开学。", "编辑部决定下月搬家。", "2019年9月7日", "他打开微博，分享了照片。", "记者：您怎么看？", "评论员文章指出，这是好事。",
    "第一条　来源合法的资金可以使用。", "大中小学都要开课", "数据回暖并不代表企业已经走出低谷。", "平台接到通知后应当及时删除违法内容。",
    "工信部扩大增值电信业务对外开放。", "被告未经许可使用照片，构成侵权。", "律师讨论了训练数据的版权问题。", "目前已有两万名老人加入会员。",
    "私自改装造成的后果责任自负。", "警方要求网站立即删除视频。", "活动倡导青少年文明上网。", "网友评论说，早该这样。",
    "一审：林某犯盗窃罪，判处拘役五个月；二审：驳回上诉，维持原判。以上判决已经生效。", "价格 > 成本时，企业才会投资。",
  ])
  func saysNothing(_ text: String) {
    #expect(phrase(text) == nil)
  }

  /// What an article says of rights and risks is no notice of its site.
  @Test(arguments: [
    "经济数据回暖并不代表企业已经走出低谷。", "条例要求平台及时删除违法内容，并保存记录。", "论坛讨论了训练数据涉及的版权问题。",
    "他提醒老人，投资有风险，切勿轻信所谓稳赚的项目。", "这款应用修改了隐私政策。",
  ])
  func sentenceStays(_ sentence: String) throws {
    let text = """
      江湾市新学期新建十二所学校
      江湾市教育局昨天公布新学期计划，全市将新建十二所学校，缓解城区入学压力。
      \(sentence)
      家长王女士说，新学校离家只有五百米，以后接送孩子方便多了。
      责任编辑：林小禾
      """
    let article = try Cleaner().article(
      from: InputRecord(document: "a.txt", content: .text(Scalars(text)), format: .text))
    #expect(String(scalars: article.text).contains(sentence))
    #expect(String(scalars: article.text).contains("五百米"))
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
