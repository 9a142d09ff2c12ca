/// Draws a timeline: bars with a hatched top for further copies, a scale, a label a year or month.
enum TimelineChart {
  private static let (width, height) = (960.0, 250.0)
  private static let (left, right, top, bottom) = (46.0, 10.0, 14.0, 30.0)

  static func write(_ timeline: Timeline, to html: inout HTML) {
    let plot = (width: width - left - right, height: height - top - bottom)
    let scale = Scale(peak: timeline.peak)
    html.open(
      "svg", Attribute("class", "bars"), Attribute("role", "img"),
      Attribute("viewBox", "0 0 \(Digits.length(width)) \(Digits.length(height))"),
      Attribute("aria-labelledby", "time-name time-text"))
    html.element("title", Attribute("id", "time-name"), text: "Articles over time")
    html.element("desc", Attribute("id", "time-text"), text: description(of: timeline))
    html.raw(
      "<defs><pattern id=\"copies\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" ")
    html.raw(
      "patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/>")
    html.raw("</pattern></defs>")
    for tick in scale.ticks {
      let y = top + plot.height * (1 - Double(tick) / Double(scale.end))
      line(y: y, to: &html)
      label(Digits.grouped(String(tick)), x: left - 8, y: y + 4, anchor: "end", to: &html)
    }
    let step = plot.width / Double(max(timeline.bars.count, 12))
    let every = labelStep(of: timeline)
    for (index, bar) in timeline.bars.enumerated() {
      let x = left + step * Double(index)
      write(bar, x: x + step * 0.12, width: step * 0.76, scale: scale, to: &html)
      if index % every.step == every.first % every.step {
        label(bar.period, x: x + step / 2, y: height - 9, anchor: "middle", to: &html)
      }
    }
    html.raw("</svg>")
  }

  private static func write(
    _ bar: Timeline.Bar, x: Double, width: Double, scale: Scale, to html: inout HTML
  ) {
    guard bar.articles + bar.duplicates > 0 else { return }
    let unit = (height - top - bottom) / Double(scale.end)
    let base = height - bottom
    html.raw("<g>")
    html.element("title", text: text(of: bar))
    var y = base
    for (count, style) in [(bar.articles, "bar"), (bar.duplicates, "copy")] where count > 0 {
      y -= unit * Double(count)
      html.open(
        "rect", Attribute("class", style), Attribute("x", Digits.length(x)),
        Attribute("y", Digits.length(y)), Attribute("width", Digits.length(width)),
        Attribute("height", Digits.length(unit * Double(count))), Attribute("rx", "1.5"))
      html.close("rect")
    }
    html.raw("</g>")
  }

  /// What a bar stands for, in words.
  static func text(of bar: Timeline.Bar) -> String {
    let copies =
      bar.duplicates > 0
      ? ", \(Digits.count(bar.duplicates, "further copy", plural: "further copies"))" : ""
    return "\(bar.period): \(Digits.count(bar.articles, "article"))\(copies)"
  }

  private static func description(of timeline: Timeline) -> String {
    guard let first = timeline.bars.first, let last = timeline.bars.last else { return "" }
    let highest = timeline.bars.reduce(first) { $1.articles > $0.articles ? $1 : $0 }
    return "Bars by \(timeline.isByMonth ? "month" : "year") from \(first.period) to "
      + "\(last.period); most in \(text(of: highest)). The table below has every number."
  }

  private static func line(y: Double, to html: inout HTML) {
    html.open(
      "line", Attribute("class", "grid"), Attribute("x1", Digits.length(left)),
      Attribute("x2", Digits.length(width - right)), Attribute("y1", Digits.length(y)),
      Attribute("y2", Digits.length(y)))
    html.close("line")
  }

  private static func label(
    _ text: String, x: Double, y: Double, anchor: String, to html: inout HTML
  ) {
    html.element(
      "text", Attribute("class", "axis"), Attribute("x", Digits.length(x)),
      Attribute("y", Digits.length(y)), Attribute("text-anchor", anchor), text: text)
  }

  /// Which bars are labelled: so many that the labels have room, beginning with a January.
  private static func labelStep(of timeline: Timeline) -> (step: Int, first: Int) {
    let count = timeline.bars.count
    guard timeline.isByMonth else { return (max(1, (count + 15) / 16), 0) }
    let step = [1, 2, 3, 6].first { count <= $0 * 14 } ?? 12
    let january = timeline.bars.firstIndex { $0.period.hasSuffix("-01") } ?? 0
    return (step, january)
  }

  /// A scale of whole numbers from nought to a round end.
  struct Scale {
    let end: Int
    let ticks: [Int]

    init(peak: Int) {
      var step = 1
      var factor = 0
      while peak / step >= 5 {
        factor += 1
        step = factor % 3 == 0 ? step * 2 : factor % 3 == 1 ? step * 2 : step / 2 * 5
      }
      let count = max(1, (max(peak, 1) + step - 1) / step)
      end = step * count
      ticks = (0...count).map { $0 * step }
    }
  }
}
