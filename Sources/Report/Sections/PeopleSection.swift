/// People with the posts that articles give them.
enum PeopleSection {
  private static let table = TableHTML(
    columns: [.text("Name"), .text("Posts"), .number("Articles"), .number("Mentions")],
    isWide: true)

  static func html(_ people: [PersonEntry], of total: Int) -> HTML {
    var html = HTML()
    html.raw("<section id=\"people\">\n<h2>People and their posts</h2>\n")
    let shown = TableHTML.shown(people.count, of: total, "person", plural: "people")
    table.begin("people", caption: "\(shown), those in most articles first.", in: &html)
    for person in people {
      html.raw("<tr>")
      html.element(
        "th", Attribute("scope", "row"), Attribute("lang", "zh-Hans"), text: person.name)
      html.element("td", Attribute("data-is", "Posts"), Attribute("lang", "zh-Hans")) { html in
        if person.posts.isEmpty { return }
        html.raw("<ul>")
        for post in person.posts { html.element("li") { write(post, to: &$0) } }
        html.raw("</ul>")
      }
      TableHTML.cell(articles: person.articles, naming: person.name, in: &html)
      TableHTML.cell(person.mentions, named: "Mentions", in: &html)
      html.raw("</tr>\n")
    }
    table.end(in: &html)
    html.raw("</section>\n")
    return html
  }

  private static func write(_ post: PersonEntry.Post, to html: inout HTML) {
    html.text([post.institution, post.role].compactMap { $0 }.joined(separator: " "))
    var notes: [String] = []
    if post.isFormer { notes.append("former") }
    if post.articles > 1 { notes.append(Digits.count(post.articles, "article")) }
    guard !notes.isEmpty else { return }
    html.element(
      "span", Attribute("class", "soft"), Attribute("lang", "en"),
      text: " (\(notes.joined(separator: ", ")))")
  }
}
