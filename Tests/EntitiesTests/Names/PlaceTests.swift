import Testing

@testable import Entities

/// Places by lexicon, chains as one, by rules alone.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("活动在上海市普陀区举行。", ["上海市普陀区"]), ("活動在臺北市信義區舉行。", ["臺北市信義區"]),
    ("他来自澳门、珠海及中山。", ["澳门", "珠海", "中山"]), ("上海市民都很高兴。", ["上海"]),
    ("浙江省长出席。", ["浙江"]), ("他在福州烟台山公园散步。", ["福州烟台山公园"]),
    ("位于北岸的星光高新技术产业园开工。", ["星光高新技术产业园"]), ("雪落在阿尔泰山。", ["阿尔泰山"]),
  ])
  func finds(_ text: String, _ places: [String]) {
    #expect(Recognised(text).texts("place") == places)
  }

  @Test(arguments: [
    "和平来之不易。", "AI余杭上线了。", "深化“数字浙江”建设。", "我国人口众多，全省上下一心。",
    "他与公司合作多年。", "白云飘过。", "苏轼的线路图。",
  ])
  func leavesOthersAlone(_ text: String) {
    #expect(Recognised(text).texts("place").isEmpty)
  }

  /// A place inside the name of an event is no mention; one where an event is held is.
  @Test(arguments: [
    ("澎湖花火节四月底登场。", []), ("昨天在马来西亚公开赛获胜。", []), ("新片入围戛纳电影节。", []),
    ("澎湖举办音乐节。", ["澎湖"]), ("柏林的影展闭幕。", ["柏林"]),
  ])
  func leavesEvents(_ text: String, _ places: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).texts("place") == places)
  }

  @Test func namesPartsByTheLongestChain() {
    let found = Recognised("车队到了四川省甘孜藏族自治州康定市。康定市下着雪。")
    #expect(found.names("place") == ["四川省甘孜藏族自治州康定市", "四川省甘孜藏族自治州康定市"])
  }

  @Test func takesTheFullFormOnlyWhereTheTextHasIt() {
    #expect(Recognised("杭州很美。").names("place") == ["杭州"])
    #expect(Recognised("杭州很美。杭州市有西溪。").names("place").first == "杭州市")
  }
}
