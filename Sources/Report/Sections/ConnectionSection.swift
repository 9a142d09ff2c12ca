/// Who appears with whom, as a network and as a table.
enum ConnectionSection {
  private static let table = TableHTML(
    columns: [.text("Name"), .text("Appears with"), .number("Sentences"), .number("Articles")])

  static func html(_ connections: Connections, limit: Int) -> HTML {
    var html = HTML()
    html.raw("<section id=\"connections\">\n<h2>Who appears with whom</h2>\n")
    let people = connections.nodes.count(where: \.isPerson)
    let pairs = connections.pairs.prefix(limit)
    guard !pairs.isEmpty else {
      html.raw("<p>No two of the most frequent names stand in one sentence.</p>\n</section>\n")
      return html
    }
    html.element(
      "p", Attribute("class", "soft"),
      text: "Names that stand in one sentence, among the \(people) people and "
        + "\(connections.nodes.count - people) institutions named in most articles; and how many "
        + "articles name both.")
    html.raw("<figure class=\"plot\">")
    NetworkChart.write(connections, to: &html)
    html.raw("<figcaption>Circles are people, squares institutions; the thicker a line, the more ")
    html.raw("sentences name both. The table below has the same pairs.</figcaption></figure>\n")
    let shown = TableHTML.shown(pairs.count, of: connections.pairs.count, "pair")
    table.begin("connections", caption: "\(shown), the most frequent first.", in: &html)
    for pair in pairs {
      let names = [pair.first, pair.second].map { connections.nodes[$0].name }
      html.raw("<tr>")
      html.element("th", Attribute("scope", "row"), Attribute("lang", "zh-Hans"), text: names[0])
      TableHTML.cell(names[1], named: "Appears with", in: &html)
      TableHTML.cell(pair.sentences, named: "Sentences", in: &html)
      TableHTML.cell(pair.articles, named: "Articles", in: &html)
      html.raw("</tr>\n")
    }
    table.end(in: &html)
    html.raw("</section>\n")
    return html
  }
}
