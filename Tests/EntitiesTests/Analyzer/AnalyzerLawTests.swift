import HanText
import Testing

@testable import Entities

/// Laws of the result that hold for any text, damaged ones included.
@Suite struct AnalyzerLawTests {
  @Test(arguments: [
    "", "\n\n", "《", "》《》", "（（（（", "·····", "张·", "．．号〔2017〕号", "省市区县局厅处长",
    String(repeating: "大学", count: 400), String(repeating: "和", count: 500),
    String(repeating: "张英主任", count: 200), String(repeating: "市教育局", count: 300),
    String(repeating: "上海市", count: 300), String(repeating: "《办法", count: 200),
    "\u{E000}张\u{FFFD}英主任说\u{10FFFF}", "任命免去接替分别任为是、和",
    "他在西班牙马德里读书。", "西班牙巴塞罗那大学",
  ])
  func mentionsAreSortedAndApart(_ text: String) {
    let found = Recognised(text, tagger: LinearTagger.builtIn)
    var end = 0
    for mention in found.analysis.mentions {
      #expect(mention.span.start >= end)
      #expect(mention.span.count > 0)
      #expect(mention.span.end <= found.text.count)
      end = mention.span.end
    }
    #expect(Set(found.analysis.relations).count == found.analysis.relations.count)
  }

  @Test func isTheSameEachTime() {
    let text = "浙江大学教授何知远、南京大学教授何子山和阿里云总裁张英说，上海市经信委支持。"
    let first = Recognised(text).analysis
    for _ in 0..<5 {
      let again = Recognised(text).analysis
      #expect(again.mentions == first.mentions)
      #expect(again.relations == first.relations)
    }
  }

  /// Texts of tens of thousands of mentions: a step that looks at all of them for each would not end.
  @Test(arguments: [
    "张英主任说。", "李女士、", "市教育局，", "上海市普陀区、", "《某某管理办法》", "陈国栋任东海大学校长，",
    "教发〔2024〕3号\n", "第七中学校长何知远和",
  ])
  func endsOnManyRepeatedMentions(_ piece: String) {
    let found = Recognised(String(repeating: piece, count: 10_000))
    #expect(found.analysis.mentions.count >= 10_000 || piece.hasPrefix("《"))
  }
}
