import HanText

/// The figures with what they count, where and when, each with its sentence and article.
enum FigureSection {
  private static let table = TableHTML(
    columns: [
      .number("Value"), .text("Of what"), .choice("Kind"), .text("Where"), .text("When"),
      .text("Sentence"), .text("Article"),
    ], isWide: true)

  /// Scalars of a sentence shown on each side of the figure.
  private static let context = 300

  static func begin(shown: Int, of total: Int) -> HTML {
    var html = HTML()
    html.raw("<section id=\"figures\">\n<h2>Figures</h2>\n<p class=\"soft\">≈ about, ≥ at least, ")
    html.raw("≤ at most, ↑ up, ↓ down. Values have their magnitudes applied; 万 and 亿 stand in the ")
    html.raw("sentence.</p>\n")
    let shown = TableHTML.shown(shown, of: total, "figure")
    table.begin("figures", caption: "\(shown), those of the latest articles first.", in: &html)
    return html
  }

  /// The row of a figure.
  ///
  /// - Parameter link: identifier of the figure's mark in the articles section.
  static func row(
    _ figure: FigureEntry, at span: TextSpan, of article: ReportArticle, link: String?
  ) -> HTML {
    var html = HTML()
    html.raw("<tr>")
    html.element(
      "td", Attribute("class", "number"), Attribute("data-is", "Value"),
      Attribute("data-v", figure.value), text: figure.reading)
    TableHTML.cell(figure.subject, named: "Of what", in: &html)
    html.element("td", Attribute("data-is", "Kind"), text: figure.kind ?? "")
    TableHTML.cell(figure.place, named: "Where", in: &html)
    html.element("td", Attribute("data-is", "When")) { write(days: figure.date, to: &$0) }
    html.element("td", Attribute("class", "sentence"), Attribute("lang", article.language)) {
      write(figure.sentence, around: span, of: article.text, to: &$0)
    }
    html.element("td", Attribute("class", "article"), Attribute("data-is", "In")) { html in
      let heading = article.heading
      if let link {
        html.element(
          "a", Attribute("href", "#\(link)"), Attribute("lang", article.language), text: heading)
      } else {
        html.element("span", Attribute("lang", article.language), text: heading)
      }
      html.element("span", Attribute("class", "soft")) { html in
        html.text(article.source ?? "")
        if article.source != nil, article.day != nil { html.text(", ") }
        html.element("span", Attribute("class", "day"), text: article.day ?? "")
      }
    }
    html.raw("</tr>\n")
    return html
  }

  static func end() -> HTML {
    var html = HTML()
    table.end(in: &html)
    html.raw("</section>\n")
    return html
  }

  /// A date or interval, broken between its ends only.
  private static func write(days: String?, to html: inout HTML) {
    for (index, day) in (days ?? "").split(separator: "/").enumerated() {
      if index > 0 { html.text(" – ") }
      html.element("span", Attribute("class", "day"), text: day == ".." ? "…" : String(day))
    }
  }

  /// The sentence with the figure marked, cut where it is very long.
  private static func write(
    _ sentence: TextSpan, around span: TextSpan, of text: Scalars, to html: inout HTML
  ) {
    let whole = 0..<text.count
    let marked = (span.start..<max(span.start, span.end)).clamped(to: whole)
    let start = max(min(sentence.start, marked.lowerBound), marked.lowerBound - context, 0)
    let end = min(max(sentence.end, marked.upperBound), marked.upperBound + context, text.count)
    if start > sentence.start { html.text("…") }
    html.passage(text[start..<marked.lowerBound])
    html.element("mark", Attribute("class", "figure")) { $0.passage(text[marked]) }
    html.passage(text[marked.upperBound..<end])
    if end < sentence.end { html.text("…") }
  }
}
