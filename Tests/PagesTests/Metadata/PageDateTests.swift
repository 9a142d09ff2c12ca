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
