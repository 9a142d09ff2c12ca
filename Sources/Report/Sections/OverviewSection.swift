/// The head of the page: what the corpus is, in numbers.
enum OverviewSection {
  static func write(_ overview: CorpusOverview, to html: inout HTML) {
    html.element("h1", text: overview.name)
    var line = Digits.count(overview.articles, "article")
    if let first = overview.firstDay, let last = overview.lastDay {
      line += first == last ? ", published on \(first)" : ", published from \(first) to \(last)"
    }
    if let updated = overview.updated { line += "; index of \(updated.prefix(10))" }
    html.element("p", Attribute("class", "soft"), text: line + ".")
    if overview.duplicates > 0 {
      html.element("p", text: duplicateNote(overview.duplicates))
    }
    if overview.failures > 0 {
      html.element(
        "p",
        text: "\(Digits.count(overview.failures, "input")) could not be read and "
          + "\(overview.failures == 1 ? "is" : "are") not in this report.")
    }
    html.raw("<dl class=\"tiles\">")
    let tiles = [
      ("Articles", overview.articles), ("People", overview.people),
      ("Institutions", overview.institutions), ("Places", overview.places),
      ("Policies", overview.policies), ("Figures", overview.figures),
    ]
    for (name, number) in tiles {
      html.raw("<div>")
      html.element("dt", text: name)
      html.element("dd", text: Digits.grouped(String(number)))
      html.raw("</div>")
    }
    html.raw("</dl>\n")
  }

  private static func duplicateNote(_ duplicates: Int) -> String {
    duplicates == 1
      ? "One more article repeats another one of the corpus: it counts once, everywhere on this page."
      : "\(Digits.count(duplicates, "more article", plural: "more articles")) repeat others of the "
        + "corpus: each text counts once, everywhere on this page."
  }
}
