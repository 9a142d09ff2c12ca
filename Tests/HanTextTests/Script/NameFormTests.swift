import TestSupport
import Testing

@testable import HanText

@Suite("Canonical form of names")
struct NameFormTests {
  @Test(
    arguments: [
      ("張英", "张英"), ("张　英", "张英"), ("张 英", "张英"), ("ＡＩ 實驗室", "AI实验室"),
      ("阿克爾別克•扎帕羅夫", "阿克尔别克·扎帕罗夫"), ("约翰．史密斯", "约翰·史密斯"),
      ("约翰 · 史密斯", "约翰·史密斯"), ("约翰・史密斯", "约翰·史密斯"), ("J. K. 罗琳", "J. K.罗琳"),
      ("OpenAI  Inc.", "OpenAI Inc."), (" 北京大学 ", "北京大学"), ("㈱東方", "(株)东方"),
      ("华为（深圳）", "华为(深圳)"), ("e\u{301}cole", "école"), ("", ""), ("GPT-4.5", "GPT-4.5"),
    ])
  func canonical(name: String, expected: String) {
    let form = NameForm.canonical(name)
    #expect(form == expected)
    #expect(NameForm.canonical(form) == form)
  }

  @Test("random names: the form of a form is the form itself")
  func idempotent() {
    let pieces = Scalars("张Ａ　 ·•．.ée\u{301}㈱ﬁ①℃㎡한\u{1100}\u{1161}ｶﾞ、。…")
    var random = SeededGenerator(seed: 21)
    for _ in 0..<3000 {
      let name = (0..<random.below(10)).map { _ in pieces[random.below(pieces.count)] }
      let form = NameForm.canonical(name)
      #expect(NameForm.canonical(form) == form, "\(form)")
    }
  }
}
