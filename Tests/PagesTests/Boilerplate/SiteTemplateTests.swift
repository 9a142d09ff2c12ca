import HanText
import Testing

@testable import Pages

/// What the pages of one folder have in common is furniture where nothing of an article can stand.
@Suite("Templates of sites")
struct SiteTemplateTests {
  private static let topics = ["菜市场翻新", "河堤步道", "旧厂房改造", "夜间公交", "乡村图书室", "屋顶光伏", "雨水花园"]
  private static let menu = ["滨城融媒", "街巷", "灶台", "手艺", "滨城号"]
  private static let list = ["写信给我们", "老码头的汽笛又响了", "三代人守一口井", "修表摊搬进商场"]

  private static func own(_ topic: String, _ k: Int) -> [String] {
    [
      "\(topic)项目本月开工，总投资\(k + 3)00万元，计划明年\(k + 2)月完工。",
      "项目负责人说，\(topic)征求了\(k + 5)0户居民的意见，方案改了\(k + 2)次。",
    ]
  }

  /// The texts of a folder's pages and the lines that went because other pages have them.
  private func clean(
    _ pages: [[String]], compares: Bool = true
  ) throws -> (texts: [[String]], repeated: Set<String>) {
    let folder = try TemporaryFolder()
    for (k, page) in pages.enumerated() {
      try folder.write("p\(k).txt", page.joined(separator: "\n"))
    }
    var options = InputOptions()
    options.comparesPages = compares
    var cleaning = CleaningOptions()
    cleaning.explains = true
    let reader = InputReader(paths: [folder.path], options: options)
    var texts: [[String]] = []
    var repeated: Set<String> = []
    while let record = reader.next() {
      let article = try Cleaner(options: cleaning).article(from: record.get())
      texts.append(String(scalars: article.text).split(separator: "\n").map(String.init))
      for change in article.changes where change.reason == PageCleaning.Reason.repeated.rawValue {
        repeated.insert(change.before)
      }
    }
    return (texts, repeated)
  }

  private static func site(_ build: (String, Int) -> [String]) -> [[String]] {
    topics.enumerated().map { build($1, $0) }
  }

  @Test func furnitureOfAnUnknownSiteGoes() throws {
    let closing = "家门口的小公园修好了吗？把照片寄给我们，编辑部每周选三封登在周末的版面上。"
    let pages = Self.site { topic, k in
      Self.menu + ["\(topic)开工", "2024-03-1\(k) 08:30", "点一盏灯，为好内容添把火"] + Self.own(topic, k)
        + ["给这篇打个分", Self.list[0], closing] + Self.list.dropFirst()
    }
    let cleaned = try clean(pages)
    for (k, topic) in Self.topics.enumerated() {
      #expect(cleaned.texts[k] == ["\(topic)开工"] + Self.own(topic, k))
    }
    #expect(cleaned.repeated.contains(closing))
    #expect(cleaned.repeated.contains("点一盏灯，为好内容添把火"))
  }

  @Test func openingAndClosingOfNoticesStay() throws {
    let pages = Self.site { topic, k in
      Self.menu + ["关于做好\(topic)工作的通知", "发布时间：2024-03-1\(k) 08:30", "各区人民政府，市政府各部门："]
        + ["一、总体要求"] + Self.own(topic, k)
        + ["特此通知。", "滨城市人民政府办公室", "2024年3月1\(k)日", "（此件公开发布）"]
    }
    for (k, text) in try clean(pages).texts.enumerated() {
      #expect(text.contains("各区人民政府，市政府各部门："))
      #expect(text.contains("一、总体要求"))
      #expect(text.contains("特此通知。"))
      #expect(text.contains("滨城市人民政府办公室"))
      #expect(text.contains("2024年3月1\(k)日"))
    }
  }

  @Test func standingSectionsOfReportsStay() throws {
    let remarks = ["明日展望", "预计近期价格以稳为主。", "说明", "以上价格为批发均价，不作为交易依据。"]
    let pages = Self.site { topic, k in
      Self.menu + ["\(topic)日报", "2024-03-1\(k) 16:00"] + Self.own(topic, k) + remarks
    }
    for text in try clean(pages).texts { #expect(text.suffix(4) == remarks[...]) }
  }

  @Test func copiesOfOneArticleAreNoTemplate() throws {
    let page = ["渡口旧事", "2024-03-10 08:30"] + Self.own("渡口旧事", 1) + ["摆渡人", "灯塔", "潮水"]
    let cleaned = try clean(Array(repeating: page, count: 6))
    #expect(cleaned.repeated.isEmpty)
    #expect(cleaned.texts.allSatisfy { $0 == cleaned.texts[0] })
  }

  @Test func fewPagesTellNothing() throws {
    let pages = Self.site { topic, k in
      ["\(topic)开工", "2024-03-1\(k) 08:30"] + Self.own(topic, k) + ["给这篇打个分"] + Self.list
    }
    #expect(try clean(Array(pages.prefix(3))).repeated.isEmpty)
    #expect(try clean(pages, compares: false).repeated.isEmpty)
  }

  @Test func templateNeedsHalfOfThePages() {
    func page(_ lines: [String]) -> Page { Page(text: Scalars(lines.joined(separator: "\n"))) }
    let pages = Self.site { topic, k in Self.own(topic, k) + (k < 3 ? ["街巷 灶台"] : ["手艺"]) }
    let template = SiteTemplate(pages: pages.map(page))
    #expect(!template.holds(Scalars("街巷 灶台")[...]))
    #expect(template.holds(Scalars("手艺")[...]))
    #expect(template.holds(Scalars("　手 艺 ")[...]))
    #expect(!template.holds(Scalars("")[...]))
  }
}
