import Testing

@testable import Entities

/// Persons told by what stands beside them, by rules alone.
@Suite struct PersonTests {
  @Test(arguments: [
    // Title before, verb of saying, both scripts.
    ("青江市教育局局长陶月华表示，招生方案已经公布。", ["陶月华"]),
    ("青江市教育局局長陶月華表示，招生方案已經公布。", ["陶月華"]),
    ("陶月华指出，要重视阅读。", ["陶月华"]),
    ("在陶月华看来，变化才刚刚开始。", ["陶月华"]),
    // A list behind one title, and a compound surname.
    ("（记者 方小舟、欧阳青）", ["方小舟", "欧阳青"]),
    // Names with dots; Taiwan writes a full stop.
    ("德国专家汉斯·维尔纳说，合作很顺利。", ["汉斯·维尔纳"]),
    ("校長達努巴克．拉蘭分享經驗。", ["達努巴克．拉蘭"]),
    // A name of another people behind a title.
    ("村党支部书记达瓦扎西说，路修好了。", ["达瓦扎西"]),
    // A bare surname before a title.
    ("昨天，李校长走进课堂。", ["李"]),
    ("昨天，李校長走進課堂。", ["李"]),
    // A word inside a name gives way to title and verb.
    ("理事长黄金水说，会费没有变。", ["黄金水"]),
    // Names that are words, places or companies, behind a post.
    ("省财政厅副厅长高峰表示，资金已到位。", ["高峰"]),
    ("首席技术官常万达透露，产品年底上市。", ["常万达"]),
    ("教育部部长郑永和指出，要加强合作。", ["郑永和"]),
    // Latin letters, and names made of known parts.
    ("总经理Peter Smith表示，看好市场。", ["Peter Smith"]),
    ("研究员乌兰其其格说，草场恢复得很好。", ["乌兰其其格"]),
    ("斯琴高娃带来了新书。", ["斯琴高娃"]),
    ("昨天，家长陈女士说，很满意。", ["陈"]),
    // Words, places and four characters between a post and what ends names.
    ("江山市教育局局长陶冶，副局长白云到场。", ["陶冶", "白云"]),
    ("立法院長韓國平表示支持。", ["韓國平"]),
    ("幼儿园园长杨阿依朵、教师何知远到场。", ["杨阿依朵", "何知远"]),
    ("教授胡杨则补充说，雨水太多。", ["胡杨"]),
    // Speakers of an interview.
    ("记者：您怎么看？\n石云帆：我看好。", ["石云帆"]),
  ])
  func finds(_ text: String, _ people: [String]) {
    #expect(Recognised(text).texts("person") == people)
  }

  @Test(arguments: [
    "高兴的是，大家都安全到家。", "马上开始，和平环境来之不易。", "方案提出，应用场景要丰富。",
    "平台表示将退款。", "高校介绍了经验。", "金融机构表示支持。", "任校长期间，他常去听课。",
    "全国各地的老师都说好。", "文件指出，水平有待提高。", "校长高兴地说，成绩不错。",
    "部长高峰论坛开幕。", "让教师安心从教。", "采用Open Source模式。", "另付伍佰陆拾元。",
    "石笋村的路修好了。", "树已于上月开花。", "转任县府参议。",
    "收到捐款參萬肆仟伍佰陸拾柒元，罚款伍仟元整。", "捐贈陸仟伍佰圓整。",
  ])
  func leavesWordsAlone(_ text: String) {
    #expect(Recognised(text).texts("person").isEmpty)
  }

  @Test func settlesLengthByTheDocument() {
    let text = "市科协主席江英有一半时间在谈科普。江英强调，要走进乡村。江英表示，明年继续。"
    #expect(Recognised(text).texts("person") == ["江英", "江英", "江英"])
  }
}
