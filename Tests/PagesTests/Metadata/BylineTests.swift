import HanText
import Testing

@testable import Pages

@Suite struct BylineTests {
  private func lines(_ text: String) -> PageLines {
    PageLines(page: Page(text: Scalars(text)), isMarkedUp: false)
  }

  @Test(arguments: [
    ("江湾新闻记者 段明超 廖小艳", ["段明超", "廖小艳"]), ("文/图 刘小东 易赛男", ["刘小东", "易赛男"]),
    ("本報記者 羅小鵬", ["羅小鵬"]), ("记者陈大智 整合", ["陈大智"]), ("作者：秋水", ["秋水"]),
    ("撰文 | 王小明 编辑 | 李大同", ["王小明"]), ("作者：未知", []), ("记者：您如何看待这项政策？", []),
    ("摄影 张大山", []), ("记者 张大山 摄", []), ("文/江湾网专栏作者 王文", ["王文"]),
    ("記者游舒涵、鐵木．諾幹", ["游舒涵", "鐵木．諾幹"]), ("记者王小明.李大同", ["王小明"]),
    ("记者从市教育局获悉", []), ("作者：阿依夏·热合曼", ["阿依夏·热合曼"]),
  ])
  func namesInBylines(_ text: String, _ names: [String]) {
    let page = lines(text)
    #expect(BylineReader.names(page, page.lines[0].range, isBare: true) == names)
  }

  @Test(arguments: [
    ("□ 杜若溪", "杜若溪"), ("●卢明哲", "卢明哲"), ("□ 山里的小学", nil), ("■ 要闻", nil), ("杜若溪", nil),
  ])
  func namesBehindBullets(_ text: String, _ name: String?) {
    let page = lines(text)
    let found = BylineReader.bulletedName(page.shadow, page.lines[0].range)
    #expect(found.map { String(scalars: page.text[$0]) } == name)
  }

  @Test(arguments: [
    ("记者从市教育局获悉，江湾大学 2025年11月15日 18:08 江苏", nil), ("2025年11月15日 18:08 江湾网", "江湾网"),
    ("2025年11月15日 18:08 浙江", nil), ("2025年11月15日 18:08 浙江日报", "浙江日报"),
  ])
  func mediaBehindDates(_ text: String, _ source: String?) throws {
    let page = lines(text)
    let date = try #require(page.date(of: page.lines[0]))
    #expect(SourceFinder(page: page).behind(date, in: page.lines[0]) == source)
  }

  @Test(arguments: [
    ("記者王小明／台北報導", ["王小明"]), ("（島聲社記者林美華台北5日電）", ["林美華"]), ("江湾社北京3月5日电", []),
  ])
  func namesInDatelines(_ text: String, _ names: [String]) {
    let page = lines(text)
    #expect(BylineReader.dateline(page, page.lines[0].range) == names)
  }

  @Test(arguments: [
    ("来源：江湾日报", "江湾日报"), ("来源 | 江湾日报", "江湾日报"), ("2024-01-01 来源： 江湾网 作者：王小明", "江湾网"),
    ("（来源：江湾发布）", "江湾发布"), ("文章来源:《江湾教育》", "江湾教育"), ("来源：本站", nil),
    ("图片来源：江湾图库", nil), ("数据来源：统计局", nil), ("收入的来源是学费", nil),
  ])
  func labelledSources(_ text: String, _ source: String?) {
    let page = lines(text)
    #expect(SourceFinder(page: page).labelled(page.lines[0]) == source)
  }

  @Test(arguments: [
    ("2023-11-12 09:14 人江网", "人江网"), ("中江社 2023-11-12 09:14", "中江社"),
    ("江湾晚报讯 2023-11-12 09:14", "江湾晚报"), ("2023-11-12 09:14 人参与", nil),
    ("2024年3月9日 星期六 江湾日报 第02版", "江湾日报"), ("2024年3月9日 周六", nil),
    ("2023-11-12 09:14 大 中 小", nil), ("2023-11-12 09:14 第3版", nil),
  ])
  func mediaBesideDates(_ text: String, _ source: String?) throws {
    let page = lines(text)
    let date = try #require(page.date(of: page.lines[0]))
    let finder = SourceFinder(page: page)
    let found = finder.behind(date, in: page.lines[0]) ?? finder.before(date, in: page.lines[0])
    #expect(found == source)
  }

  @Test(arguments: [
    ("原文刊登于《江湾周刊》2024年第9期", "江湾周刊"), ("（原载《江湾晚报》）", "江湾晚报"),
    ("摘自：《江湾文摘》", "江湾文摘"), ("相关论文近日发表于《江湾科学》，引起关注。", nil),
    ("他选自家的苹果送人", nil),
  ])
  func citedSources(_ text: String, _ source: String?) {
    let page = lines(text)
    #expect(SourceFinder(page: page).cited(page.lines[0]) == source)
  }

  @Test(arguments: [
    ("工程预计年底完工。（江湾日报）", "江湾日报"), ("工程预计年底完工。（江湾新闻网）", "江湾新闻网"),
    ("工程预计年底完工。（完）", nil), ("他说：“年底完工。”（笑）", nil), ("入选的有三家（江湾旅行社）", nil),
  ])
  func signingMedia(_ text: String, _ source: String?) {
    let page = lines(text)
    #expect(SourceFinder(page: page).signature(page.lines[0]) == source)
  }

  @Test(arguments: [
    ("新江社巴黎12月9日电（记者唐小霁）罢工再次发生。", "新江社"), ("江湾报快讯（记者 裴小飞）今日有网友爆料。", "江湾报"),
    ("【明報專訊】教育局公布數字。", "明報"), ("据统计，去年通讯行业收入增长。", nil),
  ])
  func datelines(_ text: String, _ source: String?) {
    let page = lines(text)
    #expect(SourceFinder(page: page).dateline(page.lines[0]) == source)
  }

  @Test(arguments: [
    ("夜校开班_江湾教育_江湾网", nil, "夜校开班"), ("夜校开班--当地新闻--江湾报", nil, "夜校开班"),
    ("夜校开班 - 江湾市政府", nil, "夜校开班"), ("夜校开班|教育_江湾新闻", nil, "夜校开班"),
    ("夜校开班 - 江湾记忆", "江湾记忆", "夜校开班"), ("AI-教育：新路", nil, "AI-教育：新路"),
    ("2023-2025年行动计划", nil, "2023-2025年行动计划"),
  ])
  func titlesWithoutSites(_ title: String, _ site: String?, _ expected: String) {
    #expect(TitleFinder.withoutSite(title, siteName: site) == expected)
  }
}
