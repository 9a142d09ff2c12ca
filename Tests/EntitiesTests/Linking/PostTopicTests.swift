import Testing

@testable import Entities

/// Bodies that a post leaves to the text around it: the scene, the subject, the sentence before.
@Suite struct PostTopicTests {
  @Test(arguments: [
    // The body that the clause is about, not the nearest.
    ("东海大学与南京大学昨天签约，校长何知远说。", ["何知远 校长 东海大学"]),
    ("江山建材有限公司收购青云电子有限公司后更新设备，执行长何知远说。", ["何知远 执行长 江山建材有限公司"]),
    // The body that the clause before ends with.
    ("江山建材有限公司把电脑捐给青云基金会，执行长何知远说。", ["何知远 执行长 青云基金会"]),
    // The only body of the sentence before.
    ("江山歌舞剧院正在候场。团长何知远检查了一遍。", ["何知远 团长 江山歌舞剧院"]),
    // The rooms that a clause is set in.
    ("南京大学化学学院的实验室里，何知远教授举着试管。", ["何知远 教授 南京大学化学学院"]),
    // Callings, by what has them.
    ("江山市图书馆昨天开馆，馆员何知远说。", ["何知远 馆员 江山市图书馆"]),
    ("江山市人民医院提醒市民。主任医师何知远说。", ["何知远 主任医师 江山市人民医院"]),
    ("南京大学历史学院收到一批账本，副教授何知远翻拍了一天。", ["何知远 副教授 南京大学历史学院"]),
    ("东海大学艺术学院毕业展昨天揭幕，院长何知远说。", ["何知远 院长 东海大学艺术学院"]),
    ("江山市立动物园搬家，园长何知远说。", ["何知远 园长 江山市立动物园"]),
    ("中国女排昨天获胜，主教练何知远称赞替补。", ["何知远 主教练 中国女排"]),
    ("中国驻意大利大使馆设宴。大使何知远致辞。", ["何知远 大使 中国驻意大利大使馆"]),
  ])
  func finds(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  /// What somebody is in charge of belongs to a title that opens its clause.
  @Test(arguments: [
    ("江山市生态环境局完成水鸟调查。高级湿地主任何知远说。", ["何知远 高级湿地主任 江山市生态环境局"]),
    ("江山市人民医院昨夜收治伤者，急诊医师何知远说。", ["何知远 急诊医师 江山市人民医院"]),
    ("江山市人民医院扩建。行政及医务总监何知远说。", ["何知远 行政及医务总监 江山市人民医院"]),
    // A field that begins like a surname is nobody's name.
    ("江山地铁有限公司昨天公布，车务总监何知远称客流增加。", ["何知远 车务总监 江山地铁有限公司"]),
    // Words that say when or whom are no field, nor is what stands for the body.
    ("江山市人民医院扩建。昨天主任何知远说。", ["何知远 主任 江山市人民医院"]),
    ("江山地铁有限公司昨天公布。公司总监何知远说。", ["何知远 总监 江山地铁有限公司"]),
  ])
  func findsFields(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(
    arguments: [
      // Two bodies before: none of them.
      ("江山建材有限公司来了。青云电子有限公司也来了。主任何知远说。", []),
      // A scholar is not of whatever body the text names.
      ("江山市教育局昨天开会，教授何知远说。", []),
      // Where one studied.
      ("他毕业于东海大学，院长何知远说。", []),
    ] as [(String, [String])])
  func leaves(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // Several people in one post.
    (
      "江山教育学会换届，选举何知远为会长，林志远、高远山为副会长。",
      ["何知远 会长 江山教育学会", "林志远 副会长 江山教育学会", "高远山 副会长 江山教育学会"]
    ),
    (
      "江山建材有限公司聘任何知远、林志远为副总裁。",
      ["何知远 副总裁 江山建材有限公司", "林志远 副总裁 江山建材有限公司"]
    ),
    ("何知远申请辞去江山建材有限公司总经理职务。", ["何知远 总经理 江山建材有限公司 (former)"]),
    ("何知远在江山市人民医院当护士。", ["何知远 护士 江山市人民医院"]),
    ("何知远成为江山教育学会的秘书长。", ["何知远 秘书长 江山教育学会"]),
    ("教授何知远说了很多。作为江山市教育局局长，他去了很多学校。", ["何知远 局长 江山市教育局"]),
    // Titles that no list has, and honours between title and name.
    ("江山市公安局的溜索员何知远说。", ["何知远 溜索员 江山市公安局"]),
    ("江山教育学会会长拿督何知远说。", ["何知远 会长 江山教育学会"]),
    ("何知远早年当过南京大学教师，后来退休。", ["何知远 教师 南京大学 (former)"]),
    (
      "江山教育学会开会，何知远、林志远等七人当选副会长。",
      ["何知远 副会长 江山教育学会", "林志远 副会长 江山教育学会"]
    ),
    ("江山市创新中心成立五年。中心主任何知远说。", ["何知远 主任 江山市创新中心"]),
    // Particulars of a life.
    (
      "何知远，男，1979年6月生，中共党员，南京大学化学学院院长，教授。",
      ["何知远 院长 南京大学化学学院", "何知远 教授 南京大学化学学院"]
    ),
    ("何知远　南京大学　教授", ["何知远 教授 南京大学"]),
  ])
  func findsOthers(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    "何知远被推选为江山教育学会会长候选人。",
    "何知远当天在南京大学讲课。",
    "何知远在南京大学做了报告。",
    "何知远，昨天到了江山市，南京大学教授很高兴。",
  ])
  func leavesOthers(_ text: String) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts.isEmpty)
  }
}
