import Testing

@testable import Entities

/// Posts that a clause gives: verbs far from their subject, careers, posts left, elided bodies.
@Suite struct PostClauseTests {
  @Test(arguments: [
    // Careers go on over commas into other bodies.
    (
      "何知远，历任江山市教育局科长、副局长，青云市财政局副局长，2019年起任江山市政协副主席。",
      [
        "何知远 科长 江山市教育局 (former)", "何知远 副局长 江山市教育局 (former)",
        "何知远 副局长 青云市财政局 (former)", "何知远 副主席 江山市政协",
      ]
    ),
    // The body before the verb.
    ("教授何知远在南京大学任副校长。", ["何知远 副校长 南京大学"]),
    ("何知远退休后被南京大学聘为顾问。", ["何知远 顾问 南京大学"]),
    ("江山建材有限公司由何知远单独担任总经理。", ["何知远 总经理 江山建材有限公司"]),
    ("何知远教授回来多年，现在是南京大学校长。", ["何知远 校长 南京大学"]),
    ("教授何知远没有念稿。这位江山市教育局局长说得很慢。", ["何知远 局长 江山市教育局"]),
    // One who leaves later in the sentence, and one who has left.
    (
      "东海大学校长何知远因年事已高，将于8月1日退任。", ["何知远 校长 东海大学 (former)"]
    ),
    (
      "东海大学校长何知远交出印信。任期届满的何知远将回任南京大学教授。",
      ["何知远 校长 东海大学 (former)", "何知远 教授 南京大学"]
    ),
    ("东海大学退任校长何知远到场。", ["何知远 校长 东海大学 (former)"]),
    // The post that falls vacant is the one before the name.
    (
      "教育部次长何知远将接任东海大学校长，遗缺由副部长林志远升任。",
      [
        "何知远 次长 教育部", "何知远 校长 东海大学", "林志远 副部长 教育部", "林志远 次长 教育部",
      ]
    ),
    // Whom one replaces held the post that comes next.
    (
      "南京大学教授何知远获聘为东海大学顾问，并接替林志远出任河海大学校长。",
      [
        "何知远 教授 南京大学", "何知远 顾问 东海大学", "何知远 校长 河海大学",
        "林志远 校长 河海大学 (former)",
      ]
    ),
    // Titles over a comma, and titles that no list has.
    (
      "江山市教育局党组成员、副局长，青云市政协副主席何知远到场。",
      [
        "何知远 党组成员 江山市教育局", "何知远 副局长 江山市教育局", "何知远 副主席 青云市政协",
      ]
    ),
    ("江山市公安局民警何知远说。", ["何知远 民警 江山市公安局"]),
    ("江山市教育局负责科研的副局长何知远说。", ["何知远 副局长 江山市教育局"]),
    ("作为江山建材有限公司的总经理，何知远教授说了很多。", ["何知远 总经理 江山建材有限公司"]),
    ("何知远同志被免去江山市教育局局长职务。", ["何知远 局长 江山市教育局 (former)"]),
    // The body the sentence is about.
    ("江山建材有限公司昨天宣布，财务长何知远升任总经理。", ["何知远 财务长 江山建材有限公司", "何知远 总经理 江山建材有限公司"]),
    ("江山市人民检察院提起公诉，检察官何知远出庭。", ["何知远 检察官 江山市人民检察院"]),
    ("中国教育学会昨天开会，何知远当选新一届主席。", ["何知远 主席 中国教育学会"]),
    (
      "江山建材有限公司创始人、董事长兼首席执行官何知远说。",
      [
        "何知远 创始人 江山建材有限公司", "何知远 董事长 江山建材有限公司",
        "何知远 首席执行官 江山建材有限公司",
      ]
    ),
  ])
  func finds(_ text: String, _ posts: [String]) {
    #expect(Recognised(text).posts == posts)
  }

  @Test(arguments: [
    // Said of another, or of nobody.
    ("东海大学校长何知远说，去年有3名教师退休。", ["何知远 校长 东海大学"]),
    ("东海大学校长何知远的父亲去年退休。", ["何知远 校长 东海大学"]),
    ("教授何知远没有念稿。教授林志远也没有。这位江山市教育局局长说得很慢。", []),
    ("何知远说，这是教育部的责任。", []),
    ("何知远主任医师到南京大学开会。", []),
    // A city's head belongs to no bureau.
    ("何知远同志任江山市教育局局长，免去其副市长职务。", ["何知远 局长 江山市教育局"]),
    // What the own bracket says.
    ("获奖者：何知远（南京大学教授）、林志远（作家）。", ["何知远 教授 南京大学"]),
    // 委员 inside 委员会 is no post.
    (
      "南京大学校长何知远去世，副校长林志远任治丧委员会主任。",
      ["何知远 校长 南京大学", "林志远 副校长 南京大学"]
    ),
    // A team's captain is no agency's.
    ("江山市教育局到场，队长何知远说。", []),
    ("南京大学校长何知远、江山市市长林志远、县议员高远山到场。", ["何知远 校长 南京大学"]),
  ])
  func leaves(_ text: String, _ posts: [String]) {
    #expect(Recognised(text).posts == posts)
  }

  @Test(arguments: [
    ("中鋼工會理事長陳國清昨率幹部到場。", ["陳國清"]),
    ("江山市教育局局長胡楊今上午到場。", ["胡楊"]),
    ("江山市教育局局長胡今說，很好。", ["胡今"]),
    ("尉遲長風副主任說，很好。尉遲副主任離開。", ["尉遲長風", "尉遲"]),
  ])
  func endsNamesBeforeDays(_ text: String, _ people: [String]) {
    #expect(Recognised(text, region: .tw).texts("person") == people)
  }

  @Test(arguments: [
    ("外交部证实，驻温哥华办事处处长何知远说。", "驻温哥华办事处"),
    ("江山市人民法院少年法庭庭长何知远说。", "江山市人民法院少年法庭"),
    ("农业农村部种业管理司昨召开会议。", "农业农村部种业管理司"),
  ])
  func findsParts(_ text: String, _ body: String) {
    #expect(Recognised(text).texts("institution").contains(body))
  }

  @Test(arguments: [
    ("江山市人民法院开庭审理此案，庭长何知远说。", "江山市人民法院"),
    ("何知远常驻温哥华办事。", ""),
  ])
  func leavesParts(_ text: String, _ body: String) {
    #expect(Recognised(text).texts("institution") == (body.isEmpty ? [] : [body]))
  }

  @Test(arguments: [
    ("屏东县立潮和国民小学校长何知远说。潮和国小校长何知远离开。", "屏东县立潮和国民小学"),
    (
      "高雄市政府警察局刑事警察大队宣布破案。刑大大队长何知远说明。", "高雄市政府警察局刑事警察大队"
    ),
    ("江山市第五中学开学。江山五中校长何知远说。", "江山市第五中学"),
  ])
  func spellsOutShortForms(_ text: String, _ name: String) {
    #expect(Recognised(text, region: .tw).names("institution").last == name)
  }

  @Test func namesCommitteesOfTheSmallerParties() {
    #expect(Recognised("农工党浙江省委会主委何知远发言。").texts("institution") == ["农工党浙江省委会"])
    #expect(Recognised("农工党浙江省委会议通过。").texts("institution") == ["农工党浙江省委"])
    // A company is no part of the union it is named for.
    #expect(
      Recognised("东盟信息港股份有限公司总裁何知远说。").names("institution") == ["东盟信息港股份有限公司"])
  }
}
