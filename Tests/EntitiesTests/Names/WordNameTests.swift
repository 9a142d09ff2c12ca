import HanText
import Testing

@testable import Entities

/// People called by common words, and words that are nobody's name.
struct WordNameTests {
  @Test(arguments: [
    ("杭州市卫生局局长安全今（24）日主持记者会。", ["安全"]),
    ("杭州市应急管理局局长关心促请各方注意。", ["关心"]),
    ("（记者 宁夏　安静）", ["宁夏", "安静"]),
    ("大学生努尔麦麦提·伊敏和阿不都热合曼·玉素甫到场。", ["努尔麦麦提·伊敏", "阿不都热合曼·玉素甫"]),
    ("处长翁立期盼各校响应。", ["翁立"]),
    ("联系人：杭州市水利局规划科谷满仓，电话在下。", ["谷满仓"]),
  ])
  func finds(_ text: String, _ people: [String]) {
    #expect(Recognised(text).names("person") == people)
  }

  @Test(arguments: [
    "杭州市教育局局长高度重视此事，副局长全力配合。",
    "主任成功申请了专利，会长平安抵达。",
    "公司总经理时刻关注市场，校长常常加班。",
    "县长亲自带队，书记常常加班。",
    "他去过宁夏，心里安静。",
    "平台可分析学生薄弱知识点，生成学习手册。",
    "江山教育学会第五届理事会换届，主席於一九九一年出任。",
    "护士于翌日核对药物，委员普遍支持，会长上门劝说。",
  ])
  func leavesWords(_ text: String) {
    #expect(Recognised(text).names("person").isEmpty)
  }
}
