import HanText
import Testing

@testable import Pages

/// Names below 名單如下： belong to the article; what a page lists below its end does not.
@Suite struct AnnouncedListTests {
  private func text(_ lines: [String]) throws -> [String] {
    let record = InputRecord(
      document: "a", content: .text(Scalars(lines.joined(separator: "\n"))), format: .text)
    return try String(scalars: Cleaner().article(from: record).text)
      .split(separator: "\n").map(String.init)
  }

  private static let head = [
    "主頁 > 新聞公報", "委員會新一屆成員公布", "＊＊＊＊＊＊＊＊",
    "政府今日（三月十八日）公布，已委任濱海保育委員會主席及成員，任期由四月一日起生效，為期兩年。",
    "局長感謝卸任委員過去六年為保育工作作出的貢獻，並期待與新一屆委員會合作。",
  ]
  private static let list = [
    "主席", "----", "郭詠恩教授", "", "成員", "----", "區慧芝博士", "陳樂行", "當然成員", "局長或其代表",
  ]
  private static let tail = ["２０２５年３月１８日（星期二）", "香港時間１１時００分", "列印"]

  @Test func namesBelowTheirAnnouncementStay() throws {
    let cleaned = try text(Self.head + ["成員名單如下："] + Self.list + ["完"] + Self.tail)
    #expect(cleaned.contains("成員名單如下："))
    for name in ["郭詠恩教授", "區慧芝博士", "陳樂行", "局長或其代表"] { #expect(cleaned.contains(name), "\(name)") }
    #expect(cleaned.last == "完")
  }

  @Test func aListEndsWhereThePageGoesOn() throws {
    let cleaned = try text(
      Self.head + ["新一屆成員包括："] + Self.list + ["上一篇：海灘清潔日周末舉行", "下一篇：公園設施更新", "版權所有 不得轉載"])
    #expect(cleaned.last == "局長或其代表")
  }

  @Test func titlesThatNothingAnnouncesGo() throws {
    let cleaned = try text(
      Self.head + ["相關新聞", "海灘清潔日周末舉行", "公園設施更新", "渡輪加開班次", "列印"])
    #expect(cleaned.last?.hasSuffix("合作。") == true)
  }
}
