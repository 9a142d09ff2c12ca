import Testing

@testable import Entities

/// Who holds which post where, by rules alone.
@Suite struct PostTests {
  @Test(arguments: [
    ("上海市经信委主任方英介绍情况。", ["方英 主任 上海市经信委"]),
    (
      "中国工程院院士、之江实验室主任、阿里云创始人王远出席。",
      ["王远 院士 中国工程院", "王远 主任 之江实验室", "王远 创始人 阿里云"]
    ),
    ("南京大学教授、博士生导师何知远说。", ["何知远 教授 南京大学", "何知远 博士生导师 南京大学"]),
    ("浙江大学求是特聘教授王跃川说。", ["王跃川 特聘教授 浙江大学"]),
    ("前教育部副部长刘思远表示支持。", ["刘思远 副部长 教育部 (former)"]),
    ("桃園市政府教育局局長劉仲文到場。", ["刘仲文 局长 桃园市政府教育局"]),
    ("香港大學校長張翔宇教授致辭。", ["张翔宇 校长 香港大学"]),
    ("高明远当选中国教育学会会长。", ["高明远 会长 中国教育学会"]),
    ("任命孙志强为青云市教育局局长。", ["孙志强 局长 青云市教育局"]),
    ("免去钱大伟的青云市财政局局长职务。", ["钱大伟 局长 青云市财政局 (former)"]),
    (
      "林志远接替陈国栋出任东海大学校长。",
      ["林志远 校长 东海大学", "陈国栋 校长 东海大学 (former)"]
    ),
    (
      "记者张伟国、李娜和王强分别担任南京大学校长、东南大学校长和河海大学校长。",
      ["张伟国 校长 南京大学", "李娜 校长 东南大学", "王强 校长 河海大学"]
    ),
    ("新华社兰州3月5日电（记者许文山、马兰芝）", ["许文山 记者 新华社", "马兰芝 记者 新华社"]),
    ("王副校长说，南京大学副校长王远明来过。", ["王远明 副校长 南京大学"]),
    ("香港中文大學副校長（教育）王淑賢教授補充。", ["王淑贤 副校长 香港中文大学"]),
    (
      "東海大學校長張國安致詞，理工學院院長楊朝安主持。",
      ["张国安 校长 东海大学", "杨朝安 院长 东海大学理工学院"]
    ),
    ("前财政部长何思远到场。", ["何思远 部长 财政部 (former)"]),
    ("刘子明，现任江山市教育局局长，曾任江山中学校长。", ["刘子明 局长 江山市教育局", "刘子明 校长 江山中学 (former)"]),
    ("任建华同志任南京大学党委书记。", ["任建华 党委书记 南京大学"]),
    (
      "记者孙立成、马晓燕分别任南京大学校长、东南大学校长。",
      ["孙立成 校长 南京大学", "马晓燕 校长 东南大学"]
    ),
    (
      "南京大学开了新课。该校教授何知远说，课很满。", ["何知远 教授 南京大学"]
    ),
    // Lists of one body, ranks behind names, brackets behind ranks.
    (
      "教育部部长高远山、副部长林志远和司长何知远出席。",
      ["高远山 部长 教育部", "林志远 副部长 教育部", "何知远 司长 教育部"]
    ),
    ("何知远教授（南京大学校长）致辞。", ["何知远 校长 南京大学"]),
    // Verbs with something inside, posts taken away, posts before 由.
    ("教授何知远获再度委任为香港大学校长。", ["何知远 校长 香港大学"]),
    ("教育部次长由何知远出任。", ["何知远 次长 教育部"]),
    (
      "教授何知远任东海大学校长，接替任期届满的林子文。",
      ["何知远 校长 东海大学", "林子文 校长 东海大学 (former)"]
    ),
    // A paragraph about one person goes on about him.
    (
      "何知远教授出席会议。他曾任东海大学教务长，1998年任副校长。",
      ["何知远 教务长 东海大学 (former)", "何知远 副校长 东海大学 (former)"]
    ),
    // A city's head holds no post in its party committee.
    ("江山市委常委、副市长何知远到场。", ["何知远 常委 江山市委"]),
    ("卸任校长何知远（东海大学教授）到场。", ["何知远 教授 东海大学"]),
  ])
  func finds(_ text: String, _ posts: [String]) {
    #expect(Recognised(text).posts == posts)
  }

  @Test(arguments: [
    "校长很忙，李娜说。", "五年级学生向小涵说，很好玩。", "（本报记者 孙晓山）", "李娜女士到场。",
  ])
  func givesNoPostWithoutBody(_ text: String) {
    #expect(Recognised(text).posts.isEmpty)
  }

  @Test(arguments: [
    ("获奖者：教授沈远舟（南京大学）和工程师林子文。", "南京大学"),
    ("南京大学2023级学生周晓文说，很好。", "南京大学"),
  ])
  func givesTheBodyOneBelongsTo(_ text: String, _ body: String) {
    let bodies = Recognised(text).mentions("person").map { mention -> String? in
      if case .person(_, let affiliation) = mention.kind { return affiliation }
      return nil
    }
    #expect(bodies.first == body)
  }

  @Test(arguments: [
    ("校长陈志明致辞。家长陈女士说，很满意。", ["陈志明", "陈"]),
    ("主任陈志明致辞。陈主任说，很满意。", ["陈志明", "陈志明"]),
    ("东海大学校长陈志明致辞。昨天，陈局长说，很满意。", ["陈志明", "陈"]),
    ("陈志明先生致辞。昨天，陈女士说，很满意。", ["陈志明", "陈"]),
  ])
  func tiesSurnamesOnlyWhereTheTitleFits(_ text: String, _ names: [String]) {
    #expect(Recognised(text).names("person") == names)
  }

  @Test func carriesTheMainPostOnEveryMention() {
    let found = Recognised("南京大学校长何知远来了。何知远表示欢迎，何校长随后离开。")
    #expect(found.names("person") == ["何知远", "何知远", "何知远"])
    for mention in found.mentions("person") {
      #expect(mention.kind == .person(role: "校长", affiliation: "南京大学"))
    }
  }
}
