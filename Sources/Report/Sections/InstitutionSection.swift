/// Institutions by kind.
enum InstitutionSection {
  private static let table = TableHTML(
    columns: [.text("Name"), .choice("Kind"), .number("Articles"), .number("Mentions")])

  static func html(
    _ institutions: [InstitutionEntry], kinds: [KindCount], of total: Int
  ) -> HTML {
    var html = HTML()
    html.raw("<section id=\"institutions\">\n<h2>Institutions by kind</h2>\n")
    if !kinds.isEmpty {
      html.raw("<figure class=\"plot\">")
      KindChart.write(kinds, to: &html)
      html.raw("</figure>\n")
    }
    let shown = TableHTML.shown(institutions.count, of: total, "institution")
    table.begin("institutions", caption: "\(shown), those in most articles first.", in: &html)
    for institution in institutions {
      html.raw("<tr>")
      html.element(
        "th", Attribute("scope", "row"), Attribute("lang", "zh-Hans"), text: institution.name)
      html.element("td", Attribute("data-is", "Kind"), text: institution.kind)
      TableHTML.cell(articles: institution.articles, naming: institution.name, in: &html)
      TableHTML.cell(institution.mentions, named: "Mentions", in: &html)
      html.raw("</tr>\n")
    }
    table.end(in: &html)
    html.raw("</section>\n")
    return html
  }
}
