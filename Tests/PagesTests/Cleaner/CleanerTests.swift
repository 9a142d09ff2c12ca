import HanText
import Testing

@testable import Pages

@Suite struct CleanerTests {
  static let cases =
    PageCase.mainland + PageCase.regional + PageCase.unseen + PageCase.offices

  @Test(arguments: cases) func articleText(_ page: PageCase) throws {
    let article = try page.article()
    #expect(String(scalars: article.text) == page.text)
  }

  @Test(arguments: cases) func metadata(_ page: PageCase) throws {
    let article = try page.article()
    #expect(article.title == page.title)
    #expect(article.published == page.published)
    #expect(article.source == page.source)
    #expect(article.authors == page.authors)
    #expect(article.region == page.region)
  }

  @Test(arguments: cases) func cleaningTwiceChangesNothing(_ page: PageCase) throws {
    let once = try page.article().text
    let record = InputRecord(document: page.name, content: .text(once), format: .text)
    let twice = try Cleaner().article(from: record)
    #expect(String(scalars: twice.text) == String(scalars: once))
  }

  @Test(arguments: cases) func everyRemovedLineHasAReason(_ page: PageCase) throws {
    var options = CleaningOptions()
    options.explains = true
    let article = try page.article(options)
    let lines = article.changes.filter { $0.kind == .removed || $0.kind == .metadata }
    #expect(lines.count >= article.removedLines)
    #expect(lines.allSatisfy { !$0.reason.isEmpty && !$0.before.isEmpty && $0.line > 0 })
  }

  @Test(arguments: cases.filter { $0.format == .text })
  func textComesBackUnchangedWhenAskedTo(_ page: PageCase) throws {
    var options = CleaningOptions()
    options.keepsBoilerplate = true
    options.repairsDamage = false
    #expect(try page.article(options).text == Scalars(page.page))
  }

  @Test func pageOfBoilerplateHasNoText() throws {
    let page = PageCase(
      name: "menu", format: .text, page: "首页\n登录\n注册\n版权所有 © 2024 江湾网\n江ICP备00000001号", body: [])
    let article = try page.article()
    #expect(article.text.isEmpty)
    #expect(article.removedLines == 5)
  }

  @Test(arguments: ["", "\n \n\u{3000}\n"]) func emptyPageFails(_ text: String) {
    let page = PageCase(name: "empty", format: .text, page: text, body: [])
    #expect(throws: InputFailure(document: "empty", reason: "no text")) { try page.article() }
  }

  @Test func givenTitleAndTimeWin() throws {
    var record = InputRecord(
      document: "line", content: .text(Scalars("夜校开班\n第一期六十人报名，下月开课。")), format: .text)
    record.title = "别的题目"
    record.published = "2024-05-01"
    let article = try Cleaner().article(from: record)
    #expect(article.title == "别的题目")
    #expect(article.published == "2024-05-01")
  }

  /// A page of an office: its table of data, then the paper.
  private func paper(_ rows: String) throws -> Article {
    try PageCase(
      name: "paper", format: .text,
      page: """
        首页 > 政务公开 > 通知公告
        \(rows)
        关于做好秋季招生工作的通知
        各乡镇、各学校：现将秋季招生工作的安排通知如下，请遵照执行。
        一、招生对象为年满六周岁的儿童，具体时间由各学校公布。
        打印 关闭
        """, body: []
    ).article()
  }

  @Test(arguments: [
    ("成文日期：2025-11-06\n发布日期：2025-11-12", "2025-11-12"),
    ("发布日期：2025-11-12\n成文日期：2025-11-06", "2025-11-12"),
    ("成文日期：2025-11-06 发布日期：2025-11-12", "2025-11-12"), ("成文日期：2025-11-06", "2025-11-06"),
    ("印发日期：2025年11月6日 施行日期：2026年1月1日", "2025-11-06"),
  ])
  func dayOfPageNotOfPaper(_ rows: String, _ published: String) throws {
    #expect(try paper(rows).published == published)
    #expect(try paper(rows).title == "关于做好秋季招生工作的通知")
  }

  @Test func numberOfFirstPartStaysWhereASecondFollows() throws {
    func text(_ second: String) throws -> [String] {
      let page = PageCase(
        name: "parts", format: .text,
        page: """
          首页 > 观察 > 正文
          夜校为什么受欢迎
          2024-05-01 10:00 来源：江湾网
          01
          报名的人比去年多了一倍，名额两分钟就抢完了。
          \(second)
          课程从八门增加到二十门，还会再增加。
          """, body: [])
      return String(scalars: try page.article().text).split(separator: "\n").map(String.init)
    }
    #expect(try text("02").contains("01"))
    #expect(try !text("老师也来报名").contains("01"))
  }
}
