import Testing

@testable import Entities

/// Posts told without the name: with 他 and 我, with words for the post, and from one post to the next.
@Suite struct PostPronounTests {
  @Test(arguments: [
    (
      "何知远教授到场。退休前，他是江山市第六中学的教研组长。",
      ["何知远 教研组长 江山市第六中学 (former)"]
    ),
    ("何知远来过两次。如今，他是南京大学副校长。", ["何知远 副校长 南京大学"]),
    ("何知遠教授退休後回流。他本為東海大學圖書館館長。", ["何知远 馆长 东海大学图书馆 (former)"]),
    ("教授何知远出任南京大学校长，他现时是东海大学顾问。", ["何知远 校长 南京大学", "何知远 顾问 东海大学"]),
    ("江山市人民医院昨天开会。教授何知远说，很好。她是该院副院长。", ["何知远 副院长 江山市人民医院"]),
    // A title that no list has, behind a body.
    ("何知远教授的堂弟林志远，则是新城巴士有限公司车长。", ["林志远 车长 新城巴士有限公司"]),
    // A word for the post.
    (
      "何知远的新职务是江山市教育局局长。在这之前，他是青云市财政局副局长。",
      ["何知远 局长 江山市教育局", "何知远 副局长 青云市财政局 (former)"]
    ),
    ("教授何知远自称是南京大学前副校长。", ["何知远 副校长 南京大学 (former)"]),
    // The speaker of an interview.
    ("何知远：大家好，我是南京大学招生办公室主任。", ["何知远 主任 南京大学招生办公室"]),
    ("何知远：很难。作为江山市教育局局长，我去过很多学校。", ["何知远 局长 江山市教育局"]),
    ("这是何知远第三次来。身为江山市教育局副局长，他的名片很多。", ["何知远 副局长 江山市教育局"]),
    // Careers.
    (
      "何知远1998年进入江山建材有限公司，从车间技术员做到了副总裁。",
      ["何知远 技术员 江山建材有限公司 (former)", "何知远 副总裁 江山建材有限公司"]
    ),
    (
      "何知远1998年加入江山建材有限公司，历任财务部主管及助理总裁。",
      ["何知远 主管 财务部 (former)", "何知远 助理总裁 江山建材有限公司 (former)"]
    ),
    (
      "何知远教授来过。去年从江山市教育局局长岗位上退下来的何知远，如今是东海大学顾问。",
      ["何知远 局长 江山市教育局 (former)", "何知远 顾问 东海大学"]
    ),
    // Where one works, told right before; one of several; now and before.
    ("何知远教授去年调到江山市教育局，任副局长。", ["何知远 副局长 江山市教育局"]),
    ("何知远教授是江山市博物馆的一名讲解员。", ["何知远 讲解员 江山市博物馆"]),
    ("何知远教授现在的身份是南京教育基金会理事长。", ["何知远 理事长 南京教育基金会"]),
    (
      "何知远教授既是南京大学教授，又是江山建材有限公司的首席科学家。",
      ["何知远 教授 南京大学", "何知远 首席科学家 江山建材有限公司"]
    ),
    // A body behind its country.
    ("何知远当选日本众议院议长。", ["何知远 议长 众议院"]),
  ])
  func finds(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // Two people before: neither of them.
    ("教授何知远和教授林志远到场。他是南京大学校长。", []),
    // What another says of someone.
    ("教授何知远说：“他是南京大学校长。”", []),
    // Not one's own post.
    ("何知远来过两次。他是南京大学校长林志远的学生。", ["林志远 校长 南京大学"]),
    ("何知远来过两次。他是南京大学毕业的教师。", []),
    ("何知远来过两次。他是南京大学的学生家长。", []),
  ])
  func leaves(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }
}
