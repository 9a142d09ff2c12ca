import HanText
import Testing

@testable import Report

@Suite struct ArticleSectionTests {
  private func html(_ text: String, _ marks: [(String, Int, Int)]) -> String {
    var article = ReportArticle()
    article.document = "a.txt"
    article.text = Scalars(text)
    article.marks = marks.map { .init(type: $0.0, span: TextSpan($0.1, $0.2), note: "") }
    return String(decoding: ArticleSection.html(article, number: 1).bytes, as: UTF8.self)
  }

  @Test func mentionsAreMarkedLineByLine() {
    let page = html("张英说\n\n上海<好>", [("person", 0, 2), ("place", 5, 7)])
    #expect(page.contains("<p><mark class=\"person\">张英</mark>说</p>\n"))
    #expect(page.contains("<p><mark class=\"place\">上海</mark>&lt;好&gt;</p>\n"))
  }

  @Test func whatCannotBeMarkedStaysText() {
    // Overlapping, empty, across a line, behind the end, of an unknown type.
    let page = html(
      "张英主任说\n好",
      [
        ("person", 0, 3), ("place", 2, 4), ("place", 4, 4), ("place", 4, 7), ("evil\" x=", 6, 7),
        ("place", 90, 99),
      ])
    #expect(page.contains("<p><mark class=\"person\">张英主</mark>任说</p>\n<p><mark>好</mark></p>"))
  }

  @Test func figuresReadAsPeopleWriteThem() {
    var figure = FigureEntry(sentence: TextSpan(0, 1))
    #expect(figure.reading == "")
    figure.value = "20000"
    figure.valueMax = "30000"
    figure.unit = "人"
    figure.qualifier = "range"
    #expect(figure.reading == "20,000–30,000 人")
    figure.valueMax = nil
    figure.qualifier = "at_least"
    figure.direction = "up"
    #expect(figure.reading == "↑ ≥ 20,000 人")
  }

  @Test func longSentencesAreCutAroundTheFigure() {
    var article = ReportArticle()
    article.text = Scalars(
      String(repeating: "前", count: 900) + "5个" + String(repeating: "后", count: 900))
    let row = FigureSection.row(
      FigureEntry(sentence: TextSpan(0, article.text.count)), at: TextSpan(900, 902), of: article,
      link: nil)
    let text = String(decoding: row.bytes, as: UTF8.self)
    #expect(text.contains("…前") && text.contains("后…") && text.contains(">5个</mark>"))
    #expect(text.count < 1000)
  }
}
