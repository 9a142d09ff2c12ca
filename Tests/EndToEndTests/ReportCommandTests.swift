import Foundation
import TestSupport
import Testing

/// `eduai report` on an index made by `eduai index`.
@Suite struct ReportCommandTests {
  private let article =
    "雨城教育局局长林小禾昨日在雨城师范大学表示，全市共有3所学校、120名教师参加培训，培训经费达到250万元。\n"
    + "林小禾介绍，雨城师范大学将承担其中大部分课程，课程内容包括课堂观察、教学设计与数据素养，每位教师都要完成作业。\n"

  /// A folder with an index of two articles, one of them there twice.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    func line(_ id: String, _ title: String, _ published: String, _ text: String) -> String {
      "{\"id\": \"\(id)\", \"title\": \"\(title)\", \"published\": \"\(published)\", "
        + "\"text\": \"\(text.replacingOccurrences(of: "\n", with: "\\n"))\"}\n"
    }
    try scratch.write(
      "in.jsonl",
      line("a", "<script>alert(1)</script>", "2025-03-26", article)
        + line("b", "重复的文章", "2025-03-27", article)
        + line("c", "雨城三月新闻", "2025-04-02T10:30", "雨城图书馆馆长赵青山说，图书馆有8万册图书。\n"))
    let result = try Program.run(
      ["index", "in.jsonl", "--db", "x.db", "--quiet"], in: scratch.url)
    #expect(result.status == 0)
    return scratch
  }

  @Test func thePageHasWhatTheIndexHas() throws {
    let scratch = try scratch()
    let result = try Program.run(
      ["report", "--db", "x.db", "-o", "r.html", "--title", "雨城 & Co"], in: scratch.url)
    #expect(result.status == 0)
    let page = try String(
      contentsOf: scratch.url.appendingPathComponent("r.html"), encoding: .utf8)
    for part in [
      "<h1>雨城 &amp; Co</h1>", "2 articles, published from 2025-03-26 to 2025-04-02",
      "One more article repeats another one", "&lt;script&gt;alert(1)&lt;/script&gt;",
      "2025-03: 1 article, 1 further copy", "林小禾</th>", "赵青山</th>", "雨城教育局 局长",
      "2,500,000 CNY", "80,000", "<mark class=\"person\"", "lang=\"zh-Hans\"",
      "The same text, counted once, also in <code>b</code>.",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("重复的文章"))
    #expect(!page.contains("<script>alert"))
    let again = try Program.run(
      ["report", "--db", "x.db", "--title", "雨城 & Co", "--quiet"], in: scratch.url)
    #expect(again.text == page)
    #expect(again.errors.isEmpty)
  }

  @Test func limitsHold() throws {
    let scratch = try scratch()
    let page = try Program.run(
      ["report", "--db", "x.db", "--articles", "1", "--rows", "2"], in: scratch.url
    ).text
    #expect(page.contains("1 of 2 articles shown"))
    #expect(page.contains("2 of 4 figures shown"))
    #expect(page.contains("<h1>x</h1>"))
    #expect(!page.contains("林小禾介绍，雨城师范大学将承担"))
  }

  @Test func whatIsNoIndexIsRefused() throws {
    let scratch = try scratch()
    let missing = try Program.run(["report", "--db", "none.db"], in: scratch.url)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("none.db"))
    try scratch.write("text.db", "no database at all, just text that is long enough to be read")
    let foreign = try Program.run(["report", "--db", "text.db", "-o", "r.html"], in: scratch.url)
    #expect(foreign.status == 1)
    #expect(
      !FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("r.html").path))
    let usage = try Program.run(["report", "--db", "x.db", "--rows", "0"], in: scratch.url)
    #expect(usage.status == 2)
    let full = try Program.shell("\"$EDUAI\" report --db x.db > /dev/full", in: scratch.url)
    #expect(full.status == 3)
  }
}
