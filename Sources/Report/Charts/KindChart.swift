/// Draws how many institutions there are of each kind, as bars from left to right.
enum KindChart {
  private static let (width, rowHeight, left, right) = (640.0, 27.0, 110.0, 70.0)

  static func write(_ kinds: [KindCount], to html: inout HTML) {
    let height = rowHeight * Double(kinds.count)
    let peak = Double(max(1, kinds.map(\.institutions).max() ?? 1))
    html.open(
      "svg", Attribute("class", "kinds"), Attribute("role", "img"),
      Attribute("viewBox", "0 0 \(Digits.length(width)) \(Digits.length(height))"),
      Attribute("aria-labelledby", "kinds-name kinds-text"))
    html.element("title", Attribute("id", "kinds-name"), text: "Institutions by kind")
    html.element(
      "desc", Attribute("id", "kinds-text"),
      text: kinds.map { "\($0.kind): \($0.institutions)" }.joined(separator: ", "))
    for (index, kind) in kinds.enumerated() {
      let y = rowHeight * Double(index)
      let length = max(1.5, (width - left - right) * Double(kind.institutions) / peak)
      text(kind.kind, x: left - 10, y: y + 18, anchor: "end", to: &html)
      html.open(
        "rect", Attribute("class", "bar"), Attribute("x", Digits.length(left)),
        Attribute("y", Digits.length(y + 4)), Attribute("width", Digits.length(length)),
        Attribute("height", Digits.length(rowHeight - 8)), Attribute("rx", "2"))
      html.close("rect")
      text(
        Digits.grouped(String(kind.institutions)), x: left + length + 8, y: y + 18,
        anchor: "start", to: &html)
    }
    html.raw("</svg>")
  }

  private static func text(
    _ text: String, x: Double, y: Double, anchor: String, to html: inout HTML
  ) {
    html.element(
      "text", Attribute("x", Digits.length(x)), Attribute("y", Digits.length(y)),
      Attribute("text-anchor", anchor), text: text)
  }
}
