import Testing

@testable import Entities

/// Posts whose body the clause does not name: words that stand for it, and the body that the text is about.
@Suite struct PostElisionTests {
  @Test(arguments: [
    // 该 with the end of a name, or with the kind of a body.
    ("江山市司警局昨日通报。该局发言人何知远表示，案件仍在侦办。", ["何知远 发言人 江山市司警局"]),
    ("上海人工智能实验室开源了模型。该实验室青年研究员何知远说。", ["何知远 青年研究员 上海人工智能实验室"]),
    ("江山市发展和改革委员会设立基金。该委副主任何知远说。", ["何知远 副主任 江山市发展和改革委员会"]),
    ("东海大学昨天开学。林志远考入东海大学，该校辅导员何知远说。", ["何知远 辅导员 东海大学"]),
    // An office of it is another body.
    ("提案由江山市教育局办理。该局提案承办科科长何知远上门沟通。", []),
    // 公司 and 医院 that open the clause.
    ("江山芯屿电子有限公司扩产，公司前财务主管何知远说。", ["何知远 财务主管 江山芯屿电子有限公司 (former)"]),
    ("东海大学第一附属医院扩建。医院副院长何知远说。", ["何知远 副院长 东海大学第一附属医院"]),
    ("东海省荆山文物保护中心成立了。中心首任主任何知远说。", ["何知远 主任 东海省荆山文物保护中心"]),
    // The owner of the company that the text is about.
    ("江山集团旗下东屿精密机械有限公司公告，总经理何知远兼任董事长。", ["何知远 董事长 东屿精密机械有限公司", "何知远 总经理 东屿精密机械有限公司"]),
    ("公司秘书何知远代表天际物流控股有限公司公布业绩。", ["何知远 公司秘书 天际物流控股有限公司"]),
    // Whoever engages people does so for itself; who takes over 该校 is of the one named last.
    ("国家教材委员会聘任何知远、林志远等二十六人为专家委员。", ["何知远 专家委员 国家教材委员会", "林志远 专家委员 国家教材委员会"]),
    ("刚卸任东海大学副校长的何知远，到南京大学报到，出任该校校长。", ["何知远 副校长 东海大学 (former)", "何知远 校长 南京大学"]),
  ])
  func finds(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts.sorted() == posts.sorted())
  }

  @Test func goesBackToTheBodyOfTheTitle() {
    let text = """
      江山重工股份有限公司完成换届 何知远任董事长
      江山重工股份有限公司昨日公告，董事会聘任的独立董事来自东海律师事务所。
      财务总监林志远说，应收账款下降8%。东海律师事务所律师周敏没有发言。
      董事会秘书沈青说，分红方案将在两个月内实施。
      """
    let posts = Recognised(text, tagger: LinearTagger.builtIn).posts
    #expect(posts.contains("林志远 财务总监 江山重工股份有限公司"))
    #expect(posts.contains("沈青 董事会秘书 江山重工股份有限公司"))
  }

  @Test(arguments: [
    ("东海市火锅行业协会换届。当选副会长的有：江山食品集团总裁何知远、东海学院教授林志远。", "林志远 副会长 东海市火锅行业协会"),
    ("博时基金与嘉实基金同一天开会。前者的基金经理何知远主张出售，后者的研究员林志远没有回答。", "林志远 研究员 嘉实基金"),
    ("江山芯科技有限公司董事会推举董事何知远为新任董事长。", "何知远 董事长 江山芯科技有限公司"),
    ("公平會昨決議罰款。委員何知遠說，業者可以申覆。", "何知远 委员 公平交易委员会"),
    ("台中榮總今天召開記者會，院長何知遠說。", "何知远 院长 台中荣总"),
    ("江山重工股份有限公司公告，董事会聘任原财务总监何知远为副总裁。", "何知远 副总裁 江山重工股份有限公司"),
    ("上海打捞局的饱和潜水员何知远说。", "何知远 饱和潜水员 上海打捞局"),
    ("台北市野鳥學會解說員何知遠說。", "何知远 解说员 台北市野鸟学会"),
    ("联合国开发计划署（UNDP）驻华代表何知远说。", "何知远 代表 联合国开发计划署"),
    ("广西电视台《新闻夜班》制片人何知远说。", "何知远 制片人 广西电视台"),
    ("瑞金医院病理科主任何知远说。", "何知远 主任 瑞金医院病理科"),
    ("台中市政府勞工局就業服務科長何知遠說。", "何知远 科长 台中市政府劳工局就业服务科"),
  ])
  func findsAmongOthers(_ text: String, _ post: String) {
    let posts = Recognised(text, tagger: LinearTagger.builtIn).posts
    #expect(posts.contains(post), "\(posts)")
  }

  @Test func aMarkOfTheFormerIsNoSurname() {
    let found = Recognised("江山重工聘任原财务总监何知远为副总裁。", tagger: LinearTagger.builtIn)
    #expect(found.texts("person") == ["何知远"])
  }

  @Test func aCompoundSurnameEndsNoTitle() {
    let found = Recognised("东海大学前董事长孙尚文说。", tagger: LinearTagger.builtIn)
    #expect(found.texts("person") == ["孙尚文"])
  }

  @Test(arguments: [
    ("新华社莫斯科11月14日电(记者何知远)俄罗斯中央银行行长讲话。", ["新华社", "俄罗斯中央银行"]),
    ("國立臺北科技大學今簽署備忘錄。", ["國立臺北科技大學"]),
    ("内政部长何知远率国土管理署长林志远视察。", ["内政部", "国土管理署"]),
    ("江山市信息技术有限公司侵害计算机软件著作权。", ["江山市信息技术有限公司"]),
    ("公司技术中心主任何知远说。", ["技术中心"]),
    ("高雄醫學大學附設中和紀念醫院院長何知遠說。", ["高雄醫學大學附設中和紀念醫院"]),
    ("柳州市工人医院重症医学科主任何知远说。", ["柳州市工人医院重症医学科"]),
    ("臺北市政府教育局自114學年度起試辦高中延後到校。", ["臺北市政府教育局"]),
    ("何知远在靖西当过七年中学教师。", []),
    ("記者訪問市民。本署陳思妤科長說。", []),
  ])
  func endsNames(_ text: String, _ bodies: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("institution") == bodies)
  }
}
