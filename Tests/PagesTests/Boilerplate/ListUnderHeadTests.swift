import HanText
import Testing

@testable import Pages

/// A list of links between an article's summary and its text does not end it; one below it does.
@Suite("Lists under the head")
struct ListUnderHeadTests {
  private static let summary = "云河县三年内投入八亿元，完成十二条河流的清淤和生态修复。"
  private static let body = [
    "记者从云河县水利局获悉，第一批四条河流的清淤工程本月已经全面开工。",
    "在城南的施工现场，挖掘机正在清理淤泥，工人把淤泥装车运往指定地点处理。",
    "项目负责人周远说，施工队每天分两班作业，已完成总工程量的百分之四十五。",
    "县水利局表示，明年还将启动沿河步道建设，总长约二十三公里。",
  ]
  private static let titles = ["湿地公园二期月底开放", "第三届龙舟赛报名开始", "云河发布人才新政", "城南新校舍封顶"]
  private static let head = ["首页 > 云河新闻 > 正文", "云河县启动十二条河流治理", "2024-05-06 08:30 来源：云河日报"]

  private func text(_ page: String, _ format: PageFormat) throws -> [String] {
    let record = InputRecord(document: "a", content: .text(Scalars(page)), format: format)
    return try String(scalars: Cleaner().article(from: record).text)
      .split(separator: "\n").map(String.init)
  }

  private func html(_ parts: [String]) -> String {
    "<title>云河县启动十二条河流治理_云河网</title><h1>\(Self.head[1])</h1><div>\(Self.head[2])</div>"
      + parts.joined()
  }

  private static let list =
    "<div><div>相关阅读</div><ul>" + titles.map { "<li><a href='/a'>\($0)</a></li>" }.joined()
    + "</ul></div>"
  private static let paragraphs = body.map { "<p>\($0)</p>" }.joined()

  @Test func textBehindTheListStays() throws {
    let expected = [Self.head[1], Self.summary] + Self.body
    let dump = Self.head + [Self.summary, "相关阅读"] + Self.titles + Self.body + ["版权所有 云河网"]
    #expect(try text(dump.joined(separator: "\n"), .text) == expected)
    let summary = "<div><p>\(Self.summary)</p></div>"
    let page = html([summary, Self.list, "<div>\(Self.paragraphs)</div>", "<p>版权所有 云河网</p>"])
    #expect(try text(page, .html) == expected)
  }

  @Test func abstractsBelowAnArticleGo() throws {
    let dump =
      Self.head + [Self.summary, "相关阅读"]
      + zip(Self.titles, Self.body).flatMap { [$0, $1 + "……"] }
    #expect(try text(dump.joined(separator: "\n"), .text) == [Self.head[1], Self.summary])
    let links = zip(Self.titles, Self.body)
      .map { "<div><a href='/a'>\($0)</a><p>\($1)</p></div>" }.joined()
    let page = html(["<div><p>\(Self.summary)</p></div><div>相关阅读</div><div>\(links)</div>"])
    #expect(try text(page, .html) == [Self.head[1], Self.summary])
  }
}
