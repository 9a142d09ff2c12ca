import HanText

/// The articles with their mentions coloured.
enum ArticleSection {
  private static let types = ["person", "institution", "place", "figure", "date", "policy"]

  static func begin(shown: Int, of total: Int) -> HTML {
    var html = HTML()
    html.raw("<section id=\"articles\">\n<h2>Articles</h2>\n")
    let shown = TableHTML.shown(shown, of: total, "article")
    html.element("p", Attribute("class", "soft"), text: "\(shown), the latest first.")
    html.raw("<ul class=\"key\">")
    for type in types {
      html.element("li") { $0.element("mark", Attribute("class", type), text: "文字") }
    }
    html.raw("</ul>\n")
    return html
  }

  /// Identifier of the mark of a figure.
  static func link(_ number: Int, _ span: TextSpan) -> String { "a\(number)-\(span.start)" }

  /// One article, closed.
  static func html(_ article: ReportArticle, number: Int) -> HTML {
    var html = HTML()
    html.open("details", Attribute("class", "article"), Attribute("id", "a\(number)"))
    html.raw("<summary><h3>")
    html.element("span", Attribute("lang", article.language), text: article.heading)
    let about = [article.source, article.time, article.authors.joined(separator: ", ")]
      .compactMap { $0 }.filter { !$0.isEmpty }
    html.element("span", Attribute("class", "about soft")) { html in
      html.text(about.joined(separator: " · "))
      if !about.isEmpty { html.text(" · ") }
      html.element("code", text: article.document)
    }
    html.raw("</h3></summary>\n")
    if !article.copies.isEmpty { write(copies: article.copies, to: &html) }
    html.open("div", Attribute("class", "text"), Attribute("lang", article.language))
    writeText(of: article, number: number, to: &html)
    html.raw("</div></details>\n")
    return html
  }

  static func end() -> HTML {
    var html = HTML()
    html.raw("</section>\n")
    return html
  }

  private static func write(copies: [String], to html: inout HTML) {
    html.element("p", Attribute("class", "text soft")) { html in
      html.text("The same text, counted once, also in ")
      for (index, copy) in copies.prefix(20).enumerated() {
        if index > 0 { html.text(", ") }
        html.element("code", text: copy)
      }
      if copies.count > 20 {
        html.text(" and \(Digits.count(copies.count - 20, "more", plural: "more"))")
      }
      html.text(".")
    }
  }

  /// The text, a paragraph a line; marks that would overlap an earlier one are left out.
  private static func writeText(of article: ReportArticle, number: Int, to html: inout HTML) {
    let text = article.text
    var marks = article.marks[...]
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if start < end {
        html.raw("<p>")
        var at = start
        while let mark = marks.first, mark.span.start < end {
          marks = marks.dropFirst()
          guard mark.span.start >= at, mark.span.end <= end, mark.span.count > 0 else { continue }
          html.passage(text[at..<mark.span.start])
          write(mark, of: text, number: number, to: &html)
          at = mark.span.end
        }
        html.passage(text[at..<end])
        html.raw("</p>\n")
      }
      start = end + 1
    }
  }

  private static func write(
    _ mark: ReportArticle.Mark, of text: Scalars, number: Int, to html: inout HTML
  ) {
    let isFigure = mark.figure != nil
    html.element(
      "mark", Attribute("class", types.contains(mark.type) ? mark.type : nil),
      Attribute("id", isFigure ? link(number, mark.span) : nil),
      Attribute("title", mark.note.isEmpty ? nil : mark.note)
    ) { $0.passage(text[mark.span]) }
  }
}
