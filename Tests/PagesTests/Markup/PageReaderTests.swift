import HanText
import Testing

@testable import Pages

@Suite struct PageReaderTests {
  private func texts(_ html: String) -> [String] {
    Page(html: Scalars(html)).blockTexts.map { String(scalars: $0) }
  }

  @Test(arguments: [
    ("<p>一&nbsp;二 &amp; 三&#22235;</p>", ["一\u{A0}二 & 三四"]),
    ("<div>上<p>中</p>下</div>", ["上", "中", "下"]), ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
    ("<p>甲</p><script>var 乙 = '</p>';</script><style>p{}</style><p>丙</p>", ["甲", "丙"]),
    (
      "<p>甲</p><template><p>乙</p></template><noscript>丙</noscript><svg><title>丁</title></svg>",
      ["甲"]
    ),
    ("<select><option>甲</option></select><button>乙</button><p>丙</p>", ["丙"]),
    ("<p>甲</p><p style='color:red; DISPLAY : none'>乙</p><p hidden>丙</p><p>丁</p>", ["甲", "丁"]),
    ("<p style='visibility:hidden'>甲</p>", ["甲"]),
    ("<body><p>甲</p></body></html><p>乙</p>", ["甲", "乙"]),
    ("<h1>上<br>下</h1>", ["上 下"]), ("<pre>a\n  b</pre>", ["a", "  b"]),
    ("<table><tr><td>甲</td><td>乙<br>丙</td><td></td></tr></table>", ["甲\t乙丙\t"]),
    (
      "<table><tr><td>甲</td><td><table><tr><td>乙</td><td>丙</td></tr></table></td></tr></table>",
      ["甲", "乙\t丙"]
    ),
    ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", ["漢字"]),
    ("", []), ("<p>  \u{3000} </p>", []), ("甲\u{0}乙", ["甲\u{FFFD}乙"]),
  ])
  func blocks(_ html: String, _ expected: [String]) {
    #expect(texts(html) == expected)
  }

  @Test func linksAndMarks() {
    let page = Page(
      html: Scalars(
        "<div class='article-share'>分享到</div><nav><a href=1>首页</a></nav><p>看<a href=2>这里</a>。</p>"))
    #expect(page.blocks.map(\.isMarkedAside) == [true, true, false])
    #expect(page.blocks.map(\.linkedCount) == [0, 2, 2])
  }

  @Test func markThatHoldsTheArticleIsNotBelieved() {
    let page = Page(html: Scalars("<div class='share'><p>第一句话在这里，很长很长。</p></div><p>短</p>"))
    #expect(!page.blocks[0].isMarkedAside)
  }

  @Test func articleThatScriptsWouldUnhideIsRead() {
    #expect(
      texts("<p>加载中</p><div style='display:none'><p>第一句话在这里，很长很长。</p></div>").contains(
        "第一句话在这里，很长很长。"))
  }

  @Test func hints() {
    let page = Page(
      html: Scalars(
        """
        <head><title>夜校_江湾网</title><meta name="ArticleTitle" content="夜校"><meta name="PubDate" content="2024-01-02">
        <meta name="ContentSource" content="江湾日报"><meta property="og:site_name" content="江湾网">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"夜校\\u5f00班","datePublished":"2024-01-02T03:04:05+08:00",
        "author":[{"@type":"Person","name":"王小明"}],"publisher":{"name":"江湾"}}</script></head><p>正文。</p>
        """))
    #expect(page.hints.titles == ["夜校", "夜校开班", "夜校_江湾网"])
    #expect(page.hints.published == ["2024-01-02", "2024-01-02T03:04:05+08:00"])
    #expect(page.hints.sources == ["江湾日报"])
    #expect(page.hints.authors == ["王小明"])
    #expect(page.hints.siteName == "江湾网")
  }

  /// Depth, breadth and stray ends cost linear time and no stack.
  @Test(arguments: ["<div>", "<b>", "<table><tr><td>", "<ul><li>"])
  func deepNesting(_ tag: String) {
    let html = Scalars(
      String(repeating: tag, count: 60_000) + "<p>正文在这里。</p>"
        + String(repeating: "</i>", count: 60_000))
    #expect(Page(html: html).blockTexts.map { String(scalars: $0) } == ["正文在这里。"])
  }

  @Test func lineNumbers() {
    #expect(Page(html: Scalars("<p>甲</p>\n<p>\n乙</p>")).blocks.map(\.line) == [1, 3])
    #expect(Page(text: Scalars("甲\r\n\n乙\u{2028}丙")).blocks.map(\.line) == [1, 2, 3, 4])
  }
}
