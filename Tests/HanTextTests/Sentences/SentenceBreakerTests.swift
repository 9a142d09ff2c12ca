import TestSupport
import Testing

@testable import HanText

@Suite("Sentences")
struct SentenceBreakerTests {
  /// `|` marks where a sentence ends; it is taken out before breaking.
  @Test(
    "of Chinese news",
    arguments: [
      "会议今天召开。|代表出席了会议。", "他去吗？|不知道！|走吧。",
      // Closing marks stay, opening ones belong to what follows.
      "他说：“今天很好。”|“我们也去。”|大家都笑了。", "「是嗎？」|他問。|『好！』|她答。",
      "他说\"好的。\"|然后\"走吧!\"|大家散了。", "他表示，\"我们会努力。\"| \"一定会。\"|他补充。",
      "（见图。）|另外一句。", "他引用“‘不积跬步。’”|然后离开。",
      // A quotation in the middle of its sentence.
      "他高喊“加油！”的口号冲过终点。|完。", "他说“好。”，然后走了。|完。",
      // Ellipses, decimal points, semicolons.
      "后来……他走了。|完。", "增长3.5个百分点；下降0.2个百分点。|完。", "版本1.2.3发布。|完。",
      // Book titles.
      "电影《你好！阿姨》上映。|完。", "读《什么是幸福？》一书。|完。",
      // Initials and abbreviations.
      "J. K. 王与George W. Li会面。|完。", "Mr. Wang来了。|完。", "They left. |Then we came.",
      // List markers.
      "1. 加强管理。|2. 提高效率！|3.推进改革。", "一. 总则", "一、落实责任。|二、加强领导。",
      "结束！！！|真的？？|是的。", "什么？！|走。",
      // Two units in UTF-16.
      "😀好。|𠀀来了。|完。",
      "没有句号的标题", "甲。|\n乙", "甲\n|乙丙丁", "甲，\r\n|乙。",
    ])
  func news(marked: String) {
    let expected = marked.split(separator: "|").map {
      String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
    let text = Scalars(marked.replacing("|", with: ""))
    let found = SentenceBreaker().sentences(of: text).map { String(scalars: text[$0]) }
    #expect(found == expected)
  }

  @Test("none is empty or spans a line end, and every character stands in exactly one")
  func laws() {
    let pieces = [
      "。", "”", "“", "\"", "《", "》", "！", "\n", "\r\n", " ", "\u{3000}", "1.", "A.", "中", "a", "😀",
      ".", "\u{2028}", "（", "）", "…",
    ]
    let breaker = SentenceBreaker()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1500 {
      let text = Scalars((0..<random.below(24)).map { _ in pieces[random.below(21)] }.joined())
      var covered = 0
      var last = 0
      for span in breaker.sentences(of: text) {
        #expect(span.start >= last && span.end <= text.count && span.count > 0)
        #expect(!text[span].contains { ScalarClass.isLineEnd($0) })
        #expect(!ScalarClass.isSpace(text[span.start]) && !ScalarClass.isSpace(text[span.end - 1]))
        covered += text[span].count { !ScalarClass.isSpace($0) }
        last = span.end
      }
      #expect(covered == text.count { !ScalarClass.isSpace($0) }, "\(String(scalars: text))")
    }
  }

  @Test("long texts without any end, and texts larger than a part for ICU")
  func long() {
    let breaker = SentenceBreaker()
    #expect(breaker.sentences(of: Scalars(repeating: 0x4E2D, count: 300_000)).count == 1)
    let lines = Scalars(String(repeating: "《“甲乙丙丁。\n", count: 20_000))
    #expect(breaker.sentences(of: lines).count == 20_000)
    #expect(breaker.sentences(of: []).isEmpty)
    #expect(breaker.sentences(of: Scalars(" \n\u{3000}")).isEmpty)
  }
}

@Suite("Words")
struct WordBreakerTests {
  @Test func words() {
    let text = Scalars("我们在北京，AI 2024年😀。")
    let words = WordBreaker().words(of: text).map { String(scalars: text[$0]) }
    #expect(words == ["我们", "在", "北京", "AI", "2024", "年"])
  }
}
