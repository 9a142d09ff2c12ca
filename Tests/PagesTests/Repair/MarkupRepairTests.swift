import HanText
import Testing

@testable import Pages

struct MarkupRepairTests {
  @Test(arguments: [
    ("會議昨日閉幕。</p>", "會議昨日閉幕。"),
    ("第一段<br/>第二段<br />", "第一段第二段"),
    ("<strong>要點</strong>：<span style=\"color:red\">必須</span>申報", "要點：必須申報"),
    ("甲&nbsp;乙&amp;nbsp;丙", "甲 乙 丙"),
    ("&amp;ldquo;很好&amp;rdquo;，他說&hellip;", "“很好”，他說…"),
    ("研發部門AT&amp;amp;T來訪", "研發部門AT&T來訪"),
    ("引號&#8220;內&#x201D;", "引號“內”"),
    ("轉了兩道&amp;lt;p&amp;gt;的段落", "轉了兩道的段落"),
    ("人工&#8203;智能", "人工智能"),
  ])
  func goes(damaged: String, clean: String) {
    let result = DamageRepair().repair([Scalars(damaged)])
    #expect(result.lines == [Scalars(clean)])
    #expect(result.repairs > 0)
    #expect(DamageRepair().repair(result.lines).repairs == 0)
  }

  @Test(arguments: [
    "在 HTML 里用 &nbsp; 表示空格，用 <p> 表示段落。",
    "標籤<br>的作用是換行",
    "若a<b且b>c，則成立；a&b;為真",
    "AT&T與R&D;兩家",
    "<《公報》>與<今日>",
    "if (a < b && c > d) { return &amp; }",
    "See &lt;div&gt; in the manual",
    "A&B公司；溫度<p值>閾值",
    "/p>不是剛滑開的字節",
  ])
  func stays(text: String) {
    let result = DamageRepair().repair([Scalars(text)])
    #expect(result.lines == [Scalars(text)])
    #expect(result.repairs == 0)
  }
}
