import Testing

@testable import Entities

/// Which noun phrases may be what a figure counts, and which never.
struct SubjectCandidatesTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    var figure = 0
    var has: [String] = []
    var lacks: [String] = []
    var testDescription: String { "\(text) \(figure)" }
  }

  @Test(arguments: [
    Case(text: "全县新建12座乡村书屋。", has: ["乡村书屋"], lacks: ["12座乡村书屋"]),
    Case(text: "参加培训的45名青年教师。", has: ["青年教师"]),
    Case(text: "鲜果平均售价18元。", has: ["平均售价", "售价", "鲜果平均售价"]),
    Case(text: "每股盈利3.2元。", has: ["每股盈利", "盈利"]),
    Case(text: "公立幼儿园每月收费900元。", has: ["收费"], lacks: ["公立幼儿园每月收费"]),
  ])
  func before(_ item: Case) { check(item) }

  @Test(arguments: [
    // Words that mostly describe nouns, and those that the word list takes for adverbs.
    Case(text: "食品工业增长8.6%。", has: ["食品工业"]),
    Case(text: "实际使用外资5.4亿美元。", has: ["实际使用外资"]),
    Case(text: "警方搜索9处据点。", has: ["据点"]),
    Case(text: "已有两款商用、两款在研。", has: [], lacks: ["商用"]),
  ])
  func modifiers(_ item: Case) { check(item) }

  @Test(arguments: [
    // Quotation marks stand in pairs, and what is wholly quoted is meant without them.
    Case(text: "评出30名“银发导师”。", has: ["银发导师"], lacks: ["“银发导师", "银发导师”", "“银发导师”"]),
    Case(text: "联系了8家“链长”企业。", has: ["“链长”企业"], lacks: ["“链长", "链长”企业"]),
    Case(text: "建成20个“智慧”社区。", has: ["“智慧”社区"], lacks: ["智慧”社区", "“智慧"]),
    Case(text: "评出30名\"银发导师\"。", has: ["银发导师"], lacks: ["\"银发导师"]),
  ])
  func quoted(_ item: Case) { check(item) }

  @Test(arguments: [
    Case(text: "招到1.8万名重点岗位的技师。", has: ["技师"], lacks: ["重点岗位"]),
    Case(text: "走访了12家企业的车间。", has: ["企业", "车间"]),
    Case(text: "改造3栋高99米的办公楼。", figure: 0, has: ["办公楼"]),
    // What is left out is no word of grammar, and a ratio need not be of anything.
    Case(text: "专任教师中35岁以下的只有11人。", figure: 0, has: ["专任教师"], lacks: ["只有"]),
    Case(text: "费用按1:2的比例分担。", has: ["比例"]),
  ])
  func behindDe(_ item: Case) { check(item) }

  @Test(arguments: [
    Case(
      text: "小学、初中在校生分别为3万人和2万人。", figure: 0, has: ["小学在校生"], lacks: ["初中小学在校生"]),
    Case(text: "小学、初中在校生分别为3万人和2万人。", figure: 1, has: ["初中在校生"], lacks: ["小学在校生"]),
    Case(text: "小学、初中在校生共5万人。", figure: 0, lacks: ["小学在校生"]),
    Case(
      text: "教育、交通、水利支出依次为3亿元、2亿元和1亿元。", figure: 1, has: ["交通支出"],
      lacks: ["教育支出"]),
  ])
  func lists(_ item: Case) { check(item) }

  private func check(_ item: Case) {
    let sentence = SubjectPhrases(item.text)
    guard item.figure < sentence.figures.count else {
      Issue.record("no figure \(item.figure) in \(item.text)")
      return
    }
    let found = sentence.candidates(of: item.figure)
    for name in item.has { #expect(found.contains(name), "\(name) in \(found)") }
    for name in item.lacks { #expect(!found.contains(name), "\(name) in \(found)") }
  }

  @Test func fewEnough() {
    let long = String(repeating: "全面开展城乡居民基本医疗保险服务工作", count: 20)
    let sentence = SubjectPhrases(long + "12家单位" + long)
    #expect(sentence.candidates(of: 0).count < 600)
  }
}
