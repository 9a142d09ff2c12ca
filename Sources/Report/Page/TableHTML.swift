/// A table with a caption and sortable columns: open it, write rows, close it.
struct TableHTML {
  /// A column.
  struct Column {
    /// The header; what a fragment names it by, in lower case.
    let title: String
    /// Class of the header and its cells.
    var style: String?
    /// Whether its values can be chosen from a list.
    var isChoice = false

    static func text(_ title: String) -> Column { Column(title: title) }
    static func number(_ title: String) -> Column { Column(title: title, style: "number") }
    static func choice(_ title: String) -> Column { Column(title: title, isChoice: true) }
  }

  let columns: [Column]
  /// Whether rows become cards on narrow screens.
  var isWide = false

  /// Begins the table; its section's identifier makes the caption's.
  func begin(_ section: String, caption: String, in html: inout HTML) {
    html.open(
      "div", Attribute("class", isWide ? "table wide" : "table"), Attribute("role", "region"),
      Attribute("aria-labelledby", "\(section)-caption"), Attribute("tabindex", "0"))
    html.raw("<table class=\"data\">")
    html.element("caption", Attribute("id", "\(section)-caption"), text: caption)
    html.raw("<thead><tr>")
    for column in columns {
      let styles = [column.style, column.isChoice ? "choice" : nil].compactMap { $0 }
      html.element(
        "th", Attribute("scope", "col"),
        Attribute("class", styles.isEmpty ? nil : styles.joined(separator: " ")),
        text: column.title)
    }
    html.raw("</tr></thead><tbody>\n")
  }

  /// Ends the table.
  func end(in html: inout HTML) { html.raw("</tbody></table></div>\n") }

  /// A cell with text of the corpus.
  static func cell(_ text: String?, named name: String, in html: inout HTML) {
    html.element(
      "td", Attribute("data-is", name), Attribute("lang", (text ?? "").isEmpty ? nil : "zh-Hans"),
      text: text ?? "")
  }

  /// A cell with a whole number.
  static func cell(_ number: Int, named name: String, in html: inout HTML) {
    html.element(
      "td", Attribute("class", "number"), Attribute("data-is", name), Attribute("data-v", number),
      text: Digits.grouped(String(number)))
  }

  /// A cell with the number of articles that name someone, which leads to them.
  static func cell(articles: Int, naming name: String, in html: inout HTML) {
    html.element(
      "td", Attribute("class", "number"), Attribute("data-is", "Articles"),
      Attribute("data-v", articles)
    ) {
      $0.element(
        "a", Attribute("href", "#articles"), Attribute("data-q", name),
        text: Digits.grouped(String(articles)))
    }
  }

  /// What a caption tells of a list that may end early: `500 of 2,310 people`.
  static func shown(_ shown: Int, of total: Int, _ noun: String, plural: String? = nil) -> String {
    shown < total
      ? "\(Digits.grouped(String(shown))) of \(Digits.count(total, noun, plural: plural)) shown"
      : Digits.count(total, noun, plural: plural)
  }
}
