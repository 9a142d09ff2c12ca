import HanText
import Testing

@testable import Pages

/// An article's shadow is put together from its page's; it must be what the text alone gives.
@Suite("An article's shadow")
struct ArticleShadowTests {
  private func article(_ text: String, _ format: PageFormat = .text) throws -> Article {
    try Cleaner().article(
      from: InputRecord(document: "a", content: .text(Scalars(text)), format: format))
  }

  private static let head = "首頁 > 要聞 > 正文\n山城小學種下百棵樹\n2024-03-12 09:30 來源：山城日報\n"
  private static let body = [
    "山城小學的學生們週二在後山種下一百棵樹，村裡的老人在旁邊看著，教他們怎樣培土。",
    "　　校長說，孩子們 隨著  季節記錄樹苗的生長，這是第三年，乾旱的春天裡也沒有停過。",
    "今年的樹苗由林業站提供，後天還有一批運到。",
  ]
  private static let tail = "責任編輯：王小明\n相關新聞\n鄰村修好水渠 干部們都說看着高興\n版權所有 山城日報"

  @Test(
    "is the same as of the text alone, whatever is left out",
    arguments: [
      body.joined(separator: "\n"), head + body.joined(separator: "\n\n") + "\n" + tail,
      head + body[0] + "\r\n" + body[2] + "（編輯：李四）\r\n" + tail,
      head + body.joined(separator: "\n") + "\n𠮷野家的分店也捐了樹苗，著實難得。",
      head + body[0] + "\n" + body[2] + "\n他們看着樹，聽著風。\n" + tail,
      (0..<40).map { "鏈接\($0) 國內" }.joined(separator: "\n") + head + body.joined(separator: "\n"),
    ])
  func isThatOfItsText(page: String) throws {
    let article = try article(page)
    let alone = Shadow.profiled(article.text)
    #expect(article.shadow == alone.scalars)
    #expect(article.script == alone.profile.script)
  }

  @Test("does not read 著 by what was left out")
  func readsZhuByItself() throws {
    // The page has 着, in a link below the article; the article writes 著 alone.
    let article = try article(
      Self.head + Self.body[0] + "\n" + Self.body[2] + "\n他們聽著風。\n" + Self.tail)
    #expect(!article.text.contains(u("着")))
    #expect(article.shadow.contains(u("着")))
  }

  @Test("is that of an HTML page's text, whose title stands in the markup alone")
  func ofMarkup() throws {
    let article = try article(
      "<title>山城小學種樹</title><nav>首頁</nav><div>"
        + Self.body.map { "<p>\($0)</p>" }.joined() + "</div>", .html)
    #expect(article.shadow == Shadow.make(article.text))
  }
}
