/// The frame of the page: what stands before and behind its sections.
struct Page {
  /// The sections in order: identifier, and what the navigation calls them.
  static let sections: [(id: String, name: String)] = [
    ("time", "Over time"), ("people", "People"), ("institutions", "Institutions"),
    ("figures", "Figures"), ("connections", "Connections"), ("articles", "Articles"),
  ]

  /// Everything up to the first section.
  static func head(_ overview: CorpusOverview) -> HTML {
    var html = HTML()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
    html.raw(PageAssets.styleDigest)
    html.raw("'; script-src '")
    html.raw(PageAssets.scriptDigest)
    html.raw("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw(
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"eduai\">\n"
    )
    html.raw("<link rel=\"icon\" href=\"data:,\">\n")
    html.element("title", text: "\(overview.name) – corpus report")
    html.raw("\n<style>")
    html.embed(PageAssets.style)
    html.raw("</style>\n</head>\n<body>\n<header>\n")
    OverviewSection.write(overview, to: &html)
    html.raw("</header>\n<nav aria-label=\"Sections\"><ul>")
    for section in sections {
      html.raw("<li>")
      html.element("a", Attribute("href", "#\(section.id)"), text: section.name)
      html.raw("</li>")
    }
    html.raw("</ul></nav>\n<main>\n")
    return html
  }

  /// Everything behind the last section.
  static func tail() -> HTML {
    var html = HTML()
    html.raw("</main>\n<footer><p>Names and figures were found by a program, which errs; ")
    html.raw(
      "every one of them leads to its sentence. Check before you cite.</p></footer>\n<script>")
    html.embed(PageAssets.script)
    html.raw("</script>\n</body>\n</html>\n")
    return html
  }
}
