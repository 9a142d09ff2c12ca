import HanText
import Testing

@testable import Entities

/// Which body a bare department, a level or a short form means, by the text around it.
struct BodyReferenceTests {
  @Test(arguments: [
    // Villages, towns and autonomous regions complete what is elided.
    ("石桥村党支部书记何知远说，村委会主任林志远负责。", ["石桥村党支部", "石桥村村委会"]),
    ("青川镇人民政府发布通知，镇党委书记何知远说明。", ["青川镇人民政府", "青川镇党委"]),
    ("新疆维吾尔自治区将增加投入，自治区教育厅厅长何知远说。", ["新疆维吾尔自治区教育厅"]),
    ("杭州市召开会议，市市场监督管理局局长何知远说明。", ["杭州市市场监督管理局"]),
    // 该局, coordination, short forms of units.
    (
      "杭州市水利局副局长何知远介绍，该局规划科正在登记。",
      ["杭州市水利局", "杭州市水利局规划科"]
    ),
    (
      "杭州市教育局、商务局负责人参加。",
      ["杭州市教育局", "杭州市商务局"]
    ),
    // Party committees are called as they stand.
    ("中共杭州市委常委何知远主持。", ["中共杭州市委"]),
  ])
  func completes(_ text: String, _ names: [String]) {
    #expect(Recognised(text).names("institution") == names)
  }

  @Test(arguments: [
    // No level, no coordination, no village.
    ("市场监管部门加强检查。", [String]()),
    ("各村镇党员干部参加。", []),
    ("其中学生代表发言，手中小旗飘扬。", []),
  ])
  func leavesOthers(_ text: String, _ names: [String]) {
    #expect(Recognised(text).names("institution") == names)
  }

  @Test(arguments: [
    ("桥头地检署", "台湾桥头地方检察署"), ("桥头地方法院", "台湾桥头地方法院"),
    ("台湾桥头地方检察署", nil), ("最高法院", nil),
  ])
  func spellsOutTaiwansCourts(_ text: String, _ name: String?) {
    #expect(BodyNames.court(Scalars(text)[...]) == name)
  }

  @Test(arguments: [
    ("这是雨城一中的操场。", Region.cn, ["雨城一中"]),
    ("其中五人来自外地，集中学习一中午。", .cn, []),
    ("校隊來自來義高中，成績很好。", .tw, ["来义高中"]),
    ("偏鄉國小人數減少，社區高中也是。", .tw, []),
  ])
  func findsShortSchools(_ text: String, _ region: Region, _ names: [String]) {
    #expect(Recognised(text, region: region).names("institution") == names)
  }

  @Test func venuesArePlacesBehindThePreposition() {
    let found = Recognised("会议在杭州市文化中心举行，杭州市文化中心主任何知远主持。")
    #expect(found.texts("place") == ["杭州市文化中心"])
    #expect(found.names("institution") == ["杭州市文化中心"])
  }

  @Test(arguments: [
    ("他参与设计了渡口金沙江大桥、万流乌江大桥。", ["渡口金沙江大桥", "万流乌江大桥"]),
    ("他说匈牙利语，住在匈牙利。", ["匈牙利"]),
  ])
  func findsPlaces(_ text: String, _ places: [String]) {
    #expect(Recognised(text).texts("place") == places)
  }
}
