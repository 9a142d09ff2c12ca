/// Articles over time.
enum TimeSection {
  private static let table = TableHTML(columns: [
    .text("Period"), .number("Articles"), .number("Copies"),
  ])

  static func html(_ periods: [ArticlePeriod]) -> HTML {
    let timeline = Timeline(periods)
    var html = HTML()
    html.raw("<section id=\"time\">\n<h2>Articles over time</h2>\n")
    if timeline.bars.isEmpty {
      html.raw("<p>No article names the day of its publication.</p>\n</section>\n")
      return html
    }
    html.raw("<figure class=\"plot\">")
    TimelineChart.write(timeline, to: &html)
    let notes = notes(on: timeline)
    if !notes.isEmpty { html.element("figcaption", text: notes) }
    html.raw("</figure>\n<details><summary>The numbers as a table</summary>\n")
    let unit = timeline.isByMonth ? "month" : "year"
    table.begin(
      "time", caption: "Articles by \(unit); copies are further articles with the same text.",
      in: &html)
    for bar in timeline.bars where bar.articles + bar.duplicates > 0 {
      html.raw("<tr>")
      html.element("th", Attribute("scope", "row"), text: bar.period)
      TableHTML.cell(bar.articles, named: "Articles", in: &html)
      TableHTML.cell(bar.duplicates, named: "Copies", in: &html)
      html.raw("</tr>\n")
    }
    table.end(in: &html)
    html.raw("</details>\n</section>\n")
    return html
  }

  /// What the bars leave out, in words.
  private static func notes(on timeline: Timeline) -> String {
    var notes: [String] = []
    if timeline.hasDuplicates {
      notes.append("Hatched: further copies of articles counted already.")
    }
    for (count, what) in [
      (timeline.withoutMonth, "only a year"), (timeline.withoutDate, "no date"),
    ] where count > 0 {
      notes.append("\(Digits.count(count, "article")) \(count == 1 ? "names" : "name") \(what).")
    }
    if timeline.earlier > 0, let first = timeline.bars.first {
      notes.append(
        "\(Digits.count(timeline.earlier, "article")) from before \(first.period) not drawn.")
    }
    return notes.joined(separator: " ")
  }
}
