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
    // One described by a post, and not the one named before.
    ("时任南京大学工学院院长的何知远主持。", ["何知远 院长 南京大学工学院 (former)"]),
    (
      "南京大学校长林志远到场，由曾任东南大学教务处处长的副校长何知远主持。",
      ["林志远 校长 南京大学", "何知远 副校长 南京大学", "何知远 处长 东南大学教务处 (former)"]
    ),
    ("江山建材有限公司创始人兼首席执行官何知远透露。", ["何知远 创始人 江山建材有限公司", "何知远 首席执行官 江山建材有限公司"]),
    // Posts before the one who takes them, and posts left.
    (
      "免去江山市教育局局长林志远职务。江山市财政局局长则由东海大学教授何知远调任。",
      ["林志远 局长 江山市教育局", "何知远 教授 东海大学", "何知远 局长 江山市财政局"]
    ),
    (
      "东海大学校长林志远届龄退休，遗缺由副校长何知远升任。",
      ["林志远 校长 东海大学 (former)", "何知远 校长 东海大学"]
    ),
    (
      "何知远（女）任东海大学校长，林志远不再担任该职务。",
      ["何知远 校长 东海大学", "林志远 校长 东海大学 (former)"]
    ),
    // What is part of a title, what is part of a body.
    ("石桥村党支部书记何知远说，路修好了。", ["何知远 书记 石桥村党支部"]),
    ("東海大學體育學系主任何知遠說，很好。", ["何知远 主任 东海大学体育学系"]),
    ("新城巴士有限公司公共事務經理何知遠回應。", ["何知远 公共事务经理 新城巴士有限公司"]),
    ("教育部新闻发言人、办公厅副主任何知远主持。", ["何知远 新闻发言人 教育部", "何知远 副主任 教育部办公厅"]),
    ("前财政部长林志远和内政部长何知远到场。", ["林志远 部长 财政部 (former)", "何知远 部长 内政部"]),
    // A bracket with another name belongs to the name, one with a short form does not.
    ("中央党校（国家行政学院）经济学教研部教授何知远说。", ["何知远 教授 中央党校(国家行政学院)经济学教研部"]),
    ("國家科學及技術委員會（國科會）工程處處長何知遠說。", ["何知远 处长 国家科学及技术委员会工程处"]),
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
