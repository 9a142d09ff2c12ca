import Testing

@testable import Entities

/// Bodies by lexicon, by their last word and by their departments, by rules alone.
@Suite struct InstitutionTests {
  @Test(arguments: [
    ("杭州市余杭区数据资源管理局办公室负责此事。", "杭州市余杭区数据资源管理局办公室"),
    ("由深圳信息職業技術學院軟件學院牽頭。", "深圳信息職業技術學院軟件學院"),
    ("浙江省科技厅成果转化处处长来了。", "浙江省科技厅成果转化处"),
    ("他访问了英国剑桥大学。", "剑桥大学"),
    ("屏東縣立潮和國民小學校長出席。", "屏東縣立潮和國民小學"),
    ("哈尔滨工业大学生命科学与技术学院教授获奖。", "哈尔滨工业大学生命科学与技术学院"),
    ("阿勒泰市文化体育广播电视和旅游局拿出奖金。", "阿勒泰市文化体育广播电视和旅游局"),
    ("其中蜀南通信集团有限公司捐赠图书。", "蜀南通信集团有限公司"),
    ("云岭市教育局发布通知。", "云岭市教育局"),
    ("近日，國科會公布名單。", "國科會"),
    ("全国乡村教师互助协会理事长说。", "全国乡村教师互助协会"),
    ("山城晨报讯（记者 冉小月）今天放晴。", "山城晨报"),
  ])
  func finds(_ text: String, _ body: String) {
    #expect(Recognised(text).texts("institution") == [body])
  }

  /// What a body does, or when, and what somebody does to it are no part of its name.
  @Test(arguments: [
    ("江川县教育局走访县公安局。", ["江川县教育局", "县公安局"]),
    ("江川市气象台昨公布观测数据。", ["江川市气象台"]),
    ("法院审理江川科技有限公司诉北京云帆科技有限公司一案。", ["江川科技有限公司", "北京云帆科技有限公司"]),
    ("日前批复，同意江川人寿保险股份有限公司增资。", ["江川人寿保险股份有限公司"]),
    ("原告江川文化传播有限公司诉称。", ["江川文化传播有限公司"]),
    ("江川市消防救援支队防火监督科科长说。", ["江川市消防救援支队防火监督科"]),
    ("【山城晨報專訊】今天放晴。", ["山城晨報"]),
    ("江川县人民法院判决被告赔偿。", ["江川县人民法院"]),
    ("法院判决他赔偿。", []),
    ("江川县纪委副书记何知远说。", ["江川县纪委"]),
  ])
  func endsAtClauses(_ text: String, _ bodies: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("institution") == bodies)
  }

  /// A country before a foreign body is a place, but for what bears its name.
  @Test(arguments: [
    ("美国国家飓风中心发布预报。", ["美国"], ["国家飓风中心"]),
    ("美国国务院昨天宣布。", ["美国"], ["国务院"]),
    ("瑞士联邦材料科学与技术研究所公布成果。", ["瑞士"], ["联邦材料科学与技术研究所"]),
    ("利比亚民族团结政府宣布。", ["利比亚"], ["民族团结政府"]),
    ("英国政府宣布。", [], ["英国政府"]),
    ("老挝国家电视台报道。", [], ["老挝国家电视台"]),
  ])
  func partsCountries(_ text: String, _ places: [String], _ bodies: [String]) {
    let found = Recognised(text, tagger: LinearTagger.builtIn)
    #expect(found.texts("place") == places)
    #expect(found.texts("institution") == bodies)
  }

  /// Newspapers in title marks are bodies, other titles are not.
  @Test(arguments: [
    ("据《江川先驱晨报》报道，今天放晴。", ["江川先驱晨报"]),
    ("《阿斯报》透露，他将转会。", ["阿斯报"]),
    ("《华尔街日报》网站发表文章。", ["华尔街日报"]),
    ("他读完《土壤学报》走了。", []),
    ("《政府工作报告》指出。", []),
    ("他画了一张《回家》的海报。", []),
  ])
  func findsNewspapers(_ text: String, _ bodies: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("institution") == bodies)
  }

  @Test(arguments: [
    "该中心负责培训。", "全国各高校都在招生。", "中小学要开好课。", "科技创新离不开人才。",
    "这一台大型设备很贵。", "中国公司越来越多。", "城市政府要负责。",
    "腾飞班和中青班开班了。", "要与教育管理部门合作。", "华丽的舞台。",
  ])
  func leavesKindsAlone(_ text: String) {
    #expect(Recognised(text).texts("institution").isEmpty)
  }

  @Test(arguments: [
    ("上海市教委", InstitutionKind.government), ("浙江省委组织部", .party), ("南京大学", .school),
    ("之江实验室", .research), ("华为技术有限公司智能汽车产业发展部", .company), ("中国计算机学会", .association),
    ("科技日报", .media),
    ("杭州市人民医院", .other), ("深圳市云帆科技有限公司", .company),
  ])
  func tellsKind(_ text: String, _ kind: InstitutionKind) {
    let found = Recognised(text + "发布了消息。").mentions("institution").map(\.kind)
    #expect(found == [.institution(kind)])
  }

  @Test func readsLocalNamesByRegion() {
    #expect(Recognised("教育局的安排。", region: .hk).texts("institution") == ["教育局"])
    #expect(Recognised("教育局的安排。", region: .cn).texts("institution").isEmpty)
  }

  // An office that does something is one, and of the city or county that the text has named.
  @Test(arguments: [
    ("教育局表示，明年新租校舍12间。", ["教育局"]), ("据教育局统计，学生减少两成。", ["教育局"]),
    ("宁海县卫生局昨天说明。卫生局指出，3家餐厅违规。", ["宁海县卫生局", "宁海县卫生局"]),
    ("各教育局计划新租校舍。", []), ("该教育局计划新租校舍。", []), ("公安局查获12人。", []),
  ])
  func findsOfficesThatAct(_ text: String, _ names: [String]) {
    #expect(Recognised(text).mentions("institution").map(\.name) == names)
  }
}
