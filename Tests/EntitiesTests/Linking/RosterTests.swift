import HanText
import Pages
import Testing

@testable import Entities

/// People of lists, a name a line, with the post of the heading above them.
@Suite struct RosterTests {
  private func posts(_ lines: [String]) -> [String] {
    var article = Article(document: "t", text: Scalars(lines.joined(separator: "\n")))
    article.region = .hk
    return Analyzer().analyze(article, sentences: SentenceBreaker()).relations
      .compactMap {
        guard case .post(let person, let role?, let body?, let isFormer) = $0 else { return nil }
        return "\(person) \(role) \(body)" + (isFormer ? " (former)" : "")
      }
  }

  private static let opening = "政府公布濱海保育諮詢委員會的任命，任期兩年。"

  @Test func headingsGiveTheirPost() {
    let found = posts([
      Self.opening, "成員名單如下：", "主席", "----", "郭詠恩教授", "", "新委任成員", "區慧芝博士", "司徒健", "麥子聰測量師",
      "卸任委員", "包家麒",
    ])
    let body = "滨海保育咨询委员会"
    #expect(
      found == [
        "郭咏恩 主席 \(body)", "区慧芝 成员 \(body)", "司徒健 成员 \(body)", "麦子聪 成员 \(body)",
        "包家麒 委员 \(body) (former)",
      ])
  }

  @Test func namesStandSideBySide() {
    let found = posts([
      "南湖大学第一届教授委员会成立。", "主任委员：裴晓东", "副主任委员：沈秋白 欧阳建平", "委员（按姓氏笔画排序）：",
      "王 岚 冯一鸣 朱丽亚", "庞 博 魏巍",
    ])
    for name in ["王岚", "冯一鸣", "朱丽亚", "庞博", "魏巍"] {
      #expect(found.contains { $0.hasPrefix("\(name) 委员 ") && $0.hasSuffix("教授委员会") }, "\(name)")
    }
    #expect(found.contains { $0.hasPrefix("欧阳建平 副主任委员 ") })
  }

  @Test(arguments: [
    // Two names are no list, nor are people who speak, nor lines of other things.
    [Self.opening, "主席", "郭詠恩", "副主席", "譚兆麟"],
    [Self.opening, "專家", "林小禾：我們贊成。", "高志遠：我也是。", "方文山：再等等。"],
    [Self.opening, "服務包括：", "高山滑雪", "金屬加工", "方便麵", "白雲機場"],
  ])
  func otherLinesGiveNone(lines: [String]) {
    #expect(posts(lines).isEmpty)
  }
}
