import HanText
import Testing

@testable import Pages

@Suite struct PageDateTests {
  struct Case: Sendable {
    var text: String
    var iso: [String]
  }

  @Test(arguments: [
    Case(text: "2019-09-07 09:25:09 字号：A- A A+ 来源：江湾网", iso: ["2019-09-07T09:25:09+08:00"]),
    Case(text: "2019年06月15日08:18 来源：江湾网", iso: ["2019-06-15T08:18+08:00"]),
    Case(text: "2024/3/5 15:33（3/5 16:01 更新）", iso: ["2024-03-05T15:33+08:00"]),
    Case(text: "2024年3月5日 週二 下午3:33", iso: ["2024-03-05T15:33+08:00"]),
    Case(text: "2024-03-05 HKT 15:33", iso: ["2024-03-05T15:33+08:00"]),
    Case(text: "中華民國113年3月5日", iso: ["2024-03-05"]),
    Case(text: "2019-11-25T18:57:38+08:00", iso: ["2019-11-25T18:57:38+08:00"]),
    Case(text: "2019-11-25T10:57:38.120Z", iso: ["2019-11-25T10:57:38Z"]),
    Case(text: "２０２４年１月２日", iso: ["2024-01-02"]),
    Case(text: "2020.06.01 10:00:00字数 1,234", iso: ["2020-06-01T10:00:00+08:00"]),
    Case(
      text: "出版：2024-03-05 15:33 更新：2024-03-06 09:00",
      iso: ["2024-03-05T15:33+08:00", "2024-03-06T09:00+08:00"]),
    Case(text: "更新：02/12/2024 10:30", iso: ["2024-12-02T10:30+08:00"]),
    Case(text: "31/1/2025", iso: ["2025-01-31"]), Case(text: "12/31/2024", iso: []),
    // No year, no date: none is invented.
    Case(text: "03-27", iso: []), Case(text: "3月26日电", iso: []), Case(text: "昨天 10:12", iso: []),
    Case(text: "第2019-13-40号", iso: []), Case(text: "电话 021-2019-0907", iso: []),
    Case(text: "113年3月5日", iso: []), Case(text: "2019年9月", iso: []),
    Case(text: "2024-03-05 25:61", iso: ["2024-03-05"]),
  ])
  func readsFullDatesOnly(_ test: Case) {
    let shadow = Shadow.make(Scalars(test.text))
    #expect(DateReader.dates(in: shadow, 0..<shadow.count).map(\.iso) == test.iso)
  }
}

/// The line of source and time where a site's tool bar holds it.
@Suite("Dates that markup puts aside")
struct DateAsideTests {
  private func published(_ bar: String, above: String = "", meta: String = "") throws -> String? {
    let page = """
      <title>云河四条河流清淤工程开工_云河网</title>\(meta)
      <div class="topbar">\(above)</div><h1>云河四条河流清淤工程开工</h1>
      <div class="toolbar">\(bar)</div>
      <p>云河县第一批四条河流的清淤工程本月全面开工，预计年底前完成主体施工。</p>
      <p>在城南的施工现场，挖掘机正在清理淤泥，工人把淤泥装车运往指定地点处理。</p>
      """
    let record = InputRecord(document: "a", content: .text(Scalars(page)), format: .html)
    return try Cleaner().article(from: record).published
  }

  @Test func betweenTitleAndText() throws {
    #expect(try published("2024-05-06 08:30 来源：云河日报") == "2024-05-06T08:30+08:00")
    #expect(try published("<a href='/a'>湿地公园开放 2024-05-01 08:00</a>") == nil)
  }

  @Test func notAboveTheTitle() throws {
    #expect(try published("字号 大 中 小", above: "2026年11月20日 星期五") == nil)
  }

  @Test func notWhereMarkupTells() throws {
    let meta = "<meta name='PubDate' content='2024-05-05 07:00'>"
    #expect(try published("2024-05-06 08:30", meta: meta) == "2024-05-05T07:00+08:00")
  }
}
