import Testing

@testable import Entities

/// Policies in marks, by number, and unmarked laws; works that are none.
@Suite struct PolicyTests {
  @Test(arguments: [
    ("教育部印发《中小学阅读行动方案》。", ["中小学阅读行动方案"]),
    ("見《關於推動數位學習的若干意見（試行）》。", ["關於推動數位學習的若干意見（試行）"]),
    ("公布《〈学前教育法〉实施办法》。", ["〈学前教育法〉实施办法"]),
    ("教育部推動「中小學數位學習精進方案」。", ["中小學數位學習精進方案"]),
    ("根据国发〔2017〕35号文件要求。", ["国发〔2017〕35号"]),
    ("依院臺教字第1130012345號函辦理。", ["院臺教字第1130012345號"]),
    ("符合GB/T 36354-2018的要求。", ["GB/T 36354-2018"]),
    ("教育部令第41号自九月施行。", ["教育部令第41号"]),
    ("修订后的中华人民共和国教育法施行。", ["中华人民共和国教育法"]),
    ("违反义务教育法的要改正。", ["义务教育法"]),
  ])
  func finds(_ text: String, _ titles: [String]) {
    #expect(Recognised(text).texts("policy") == titles)
  }

  @Test(arguments: [
    "张予的《人工智能新浪潮》讲座结束了。", "他写了小说《逃离计划》。", "《机器学习算法》出版。",
    "《春天的故事》一书再版。", "「我有我的方法」，他說。", "教师法律意识要提高。", "房间是2017号。",
    "《流浪的规划》电影上映。",
  ])
  func leavesWorksAlone(_ text: String) {
    #expect(Recognised(text).texts("policy").isEmpty)
  }

  @Test func tiesNumberIssuerAndShortTitle() {
    let found = Recognised(
      "教育部等五部门联合印发《乡村教师支持办法》（教师〔2024〕8号，以下简称《办法》）。《办法》共十条。")
    #expect(found.names("policy") == Array(repeating: "乡村教师支持办法", count: 3))
    for mention in found.mentions("policy") {
      #expect(mention.kind == .policy(issuer: "教育部", number: "教师〔2024〕8号"))
    }
  }

  @Test func keepsNamesInsideTitlesOut() {
    let found = Recognised("《北京市教育领域应用工作方案》已公布。")
    #expect(found.texts("place").isEmpty)
    #expect(found.texts("institution").isEmpty)
  }
}
