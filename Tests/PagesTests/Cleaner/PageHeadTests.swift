import HanText
import Testing

@testable import Pages

/// Pages whose site is the medium itself, as a government's news site is.
@Suite("The source of a site's own pages")
struct PublisherTests {
  private static let body =
    "<p>政府今日宣布，各區長者學苑明年增設數碼課程，撥款二千萬元。</p><p>全港現有一百九十間長者學苑，每年提供逾一萬個學額。</p>"

  private static func page(_ head: String, _ content: String) -> String {
    "<html><head>\(head)</head><body><div><a href=/>主頁</a></div><div>\(content)</div></body></html>"
  }

  @Test(
    "is the site, not the heading of a picture beside the date",
    arguments: [
      page(
        "<title>香港政府新聞網 - 長者學苑增撥資源</title>",
        "<h1>長者學苑增撥資源</h1><div>2024年11月9日</div><div>活到老學到老</div><div>局長與長者一同練習書法。</div>\(body)"),
      page(
        "<title>香港政府新聞網 — 長者學苑增撥資源</title>",
        "<div>長者學苑增撥資源</div><div>活到老學到老</div><div>2024年11月9日</div>\(body)"),
      page(
        "<title>香港政府新聞網</title><meta property='og:site_name' content='news.gov.hk'>",
        "<h2>長者學苑增撥資源</h2><span>2024年11月9日</span><figure><figcaption><b>活到老學到老</b><p>局長與長者。</p>"
          + "</figcaption></figure>\(body)"),
      "香港政府新聞網\n主頁\n長者學苑增撥資源\n2024年11月9日\n活到老學到老\n局長與長者一同練習書法。\n"
        + "政府今日宣布，各區長者學苑明年增設數碼課程，撥款二千萬元。\n相關連結\n返回頁首",
    ])
  func isTheSite(page: String) throws {
    let format: PageFormat = page.hasPrefix("<") ? .html : .text
    let record = InputRecord(document: "a", content: .text(Scalars(page)), format: format)
    let article = try Cleaner().article(from: record)
    #expect(article.source == "香港政府新聞網")
    #expect(article.published == "2024-11-09")
    #expect(article.title == "長者學苑增撥資源")
  }

  @Test("is still the account where a portal carries accounts")
  func isTheAccount() throws {
    let page = Self.page(
      "<title>長者學苑增撥資源_岭东网</title>",
      "<h1>長者學苑增撥資源</h1><div>2024-11-09 08:30</div><div>半山笔记</div>\(Self.body)")
    let record = InputRecord(document: "a", content: .text(Scalars(page)), format: .html)
    #expect(try Cleaner().article(from: record).source == "半山笔记")
  }
}

/// Papers and notes of offices.
@Suite("Heads of offices' papers")
struct PaperHeadTests {
  private func article(_ page: String) throws -> Article {
    let format: PageFormat = page.hasPrefix("<") ? .html : .text
    return try Cleaner().article(
      from: InputRecord(document: "a", content: .text(Scalars(page)), format: format))
  }

  @Test("a press release's title stands above a row of signs, its time below its end")
  func pressRelease() throws {
    let article = try article(
      "新聞公報\n教育局公布小一統籌派位結果\n＊＊＊＊＊＊＊＊＊＊\n教育局今日公布小一入學統籌派位結果，整體滿意率為百分之八十四。\n"
        + "家長可於下周到獲派學校辦理註冊手續。\n\n完\n\n2024年6月5日（星期三）\n香港時間10時00分\n")
    #expect(article.title == "教育局公布小一統籌派位結果")
    #expect(article.published == "2024-06-05T10:00+08:00")
    #expect(article.source == nil)
    #expect(!String(scalars: article.text).contains("新聞公報"))
  }

  @Test("the title of a paper may name the body that the markup's leaves out")
  func issuedPaper() throws {
    let article = try article(
      "<title>关于2024年国庆节放假安排的通知_白杨市人民政府</title><table><tr><td>索 引 号：</td><td>B01/2024-004</td></tr>"
        + "<tr><td>发文机关：</td><td>白杨市人民政府办公室</td></tr></table><center>白杨市人民政府办公室关于2024年国庆节放假安排的通知</center>"
        + "<p>各县（区）人民政府：</p><p>现将放假安排通知如下：10月1日至7日放假，共7天。</p><p>各单位要安排好值班工作。</p>")
    #expect(article.title == "白杨市人民政府办公室关于2024年国庆节放假安排的通知")
  }

  @Test("a reporter may be named below the line of rights")
  func reporterBelow() throws {
    let article = try article(
      "河湾大桥通车首日车流平稳\n2025-06-01 18:44 河湾广播电视台\n河湾大桥今天零时正式通车，截至17时通行车辆1.9万辆次。\n"
        + "大桥全长2.3公里，双向六车道，设计时速80公里。\n声明：本文版权归河湾广播电视台所有，未经授权不得转载。\n记者：池小满 编辑：曲直")
    #expect(article.authors == ["池小满"])
  }
}
