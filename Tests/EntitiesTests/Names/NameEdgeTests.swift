import HanText
import Testing

@testable import Entities

/// Where names begin and end beside verbs, countries and titles.
@Suite struct NameEdgeTests {
  @Test(arguments: [
    // An office of another country stands behind its place.
    ("美国商务部昨天宣布调查。", ["商务部"], ["美国商务部"]),
    ("越南教育部昨天宣布。", ["教育部"], ["越南教育部"]),
    ("英国政府昨天宣布。", ["英国政府"], ["英国政府"]),
    ("中国商务部昨天宣布。", ["商务部"], ["商务部"]),
    ("日本驻华大使馆昨天宣布。", ["日本驻华大使馆"], ["日本驻华大使馆"]),
    // A name begins behind a verb.
    (
      "江山市中级人民法院公开宣判江山市交通运输局案。", ["江山市中级人民法院", "江山市交通运输局"],
      ["江山市中级人民法院", "江山市交通运输局"]
    ),
    ("他在中国石油大学（华东）读书。", ["中国石油大学（华东）"], ["中国石油大学(华东)"]),
  ])
  func bodies(_ text: String, _ texts: [String], _ names: [String]) {
    let found = Recognised(text, tagger: LinearTagger.builtIn)
    #expect(found.texts("institution") == texts)
    #expect(found.names("institution") == names)
  }

  @Test(arguments: [
    // A married woman's name of four characters.
    ("江山教育学会主席陈李慧珍说，很好。", ["陈李慧珍"]),
    ("江山教育学会主席陈李慧珍与各界人士到场。", ["陈李慧珍"]),
    // A foreign name without dots goes on to its end.
    ("欧洲央行行长范德维尔德的讲话公布了。", ["范德维尔德"]),
    // Who took the picture.
    ("（江山日报记者何知远摄）", ["何知远"]),
    ("邻居何婶说，很好。", ["何"]),
  ])
  func people(_ text: String, _ people: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("person") == people)
  }

  // What stands behind an occupation is often no name, though it begins with a surname.
  @Test(arguments: [
    "家庭困难学生全免；教官住校。", "本地客户占六成，外地客户占四成。", "护林员占四成，月补贴800元。", "店主索性熄掉冷饮柜。",
    "新导演占一半以上。",
  ])
  func seesNobodyBehindAnOccupation(_ text: String) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("person").isEmpty)
  }

  @Test(arguments: [
    ("康文署辖下44座体育馆下午使用率低。", ["康文署"]), ("县府编列2亿元改善校园厕所，两年完成。", ["县府"]),
  ])
  func endsABodyBeforeWhatItDoes(_ text: String, _ bodies: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("institution") == bodies)
  }

  @Test(arguments: ["警方查出，陈姓主嫌已到案。", "中国区昨天开会。"])
  func nobody(_ text: String) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("person").isEmpty)
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("institution").isEmpty)
  }
}
