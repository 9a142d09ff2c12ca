import Glibc

/// Draws who appears with whom: names on a circle, those that belong together side by side, and a
/// curve for each pair, the thicker the more sentences name both. The layout depends on the
/// connections alone.
enum NetworkChart {
  private static let (width, height, radius) = (920.0, 790.0, 225.0)
  /// Characters of a name that are drawn.
  private static let labelLimit = 11
  /// Pairs drawn, the most frequent.
  private static let lineLimit = 120

  static func write(_ connections: Connections, to html: inout HTML) {
    let pairs = Array(connections.pairs.prefix(lineLimit))
    let order = circle(connections.nodes.count, pairs)
    var places = [Int: Double](minimumCapacity: order.count)
    for (position, node) in order.enumerated() {
      places[node] = 2 * Double.pi * Double(position) / Double(order.count) - Double.pi / 2
    }
    html.open(
      "svg", Attribute("class", "network"), Attribute("role", "img"),
      Attribute("viewBox", "0 0 \(Digits.length(width)) \(Digits.length(height))"),
      Attribute("aria-labelledby", "network-name network-text"))
    html.element("title", Attribute("id", "network-name"), text: "Who appears with whom")
    html.element(
      "desc", Attribute("id", "network-text"),
      text: "\(Digits.count(order.count, "name")) and \(Digits.count(pairs.count, "pair")); "
        + "the table below has them.")
    let most = Double(max(1, pairs.first?.sentences ?? 1))
    for pair in pairs {
      guard let a = places[pair.first], let b = places[pair.second] else { continue }
      let weight = 1 + 5 * (Double(pair.sentences) / most).squareRoot()
      write(pair, from: a, to: b, weight: weight, connections, to: &html)
    }
    let largest = Double(max(1, connections.nodes.map(\.articles).max() ?? 1))
    for node in order {
      guard let angle = places[node] else { continue }
      let size = 4 + 6 * (Double(connections.nodes[node].articles) / largest).squareRoot()
      write(connections.nodes[node], number: node, angle: angle, size: size, to: &html)
    }
    html.raw("</svg>")
  }

  /// The nodes that have pairs, each followed by the free one it appears with most.
  ///
  /// - Complexity: O(nodes × pairs).
  static func circle(_ count: Int, _ pairs: [Connections.Pair]) -> [Int] {
    var weights = [Int](repeating: 0, count: count)
    for pair in pairs {
      weights[pair.first] += pair.sentences
      weights[pair.second] += pair.sentences
    }
    var isFree = weights.map { $0 > 0 }
    var order: [Int] = []
    var last: Int?
    while true {
      var next: Int?
      var best = 0
      for pair in pairs {
        guard let last, pair.first == last || pair.second == last else { continue }
        let other = pair.first == last ? pair.second : pair.first
        if isFree[other], pair.sentences > best { (next, best) = (other, pair.sentences) }
      }
      if next == nil {
        for node in 0..<count where isFree[node] && weights[node] > best {
          (next, best) = (node, weights[node])
        }
      }
      guard let next else { return order }
      isFree[next] = false
      order.append(next)
      last = next
    }
  }

  private static func point(_ angle: Double, _ distance: Double) -> (x: Double, y: Double) {
    (width / 2 + distance * cos(angle), height / 2 + distance * sin(angle))
  }

  private static func write(
    _ pair: Connections.Pair, from a: Double, to b: Double, weight: Double,
    _ connections: Connections, to html: inout HTML
  ) {
    let (start, end) = (point(a, radius), point(b, radius))
    // A curve towards the middle, the more the farther the two are apart.
    let apart = abs(remainder(a - b, 2 * Double.pi)) / Double.pi
    let bend = 0.8 - 0.7 * apart
    let control = (
      x: width / 2 + ((start.x + end.x) / 2 - width / 2) * bend,
      y: height / 2 + ((start.y + end.y) / 2 - height / 2) * bend
    )
    let numbers = [start.x, start.y, control.x, control.y, end.x, end.y].map(Digits.length)
    html.element(
      "path",
      Attribute(
        "d",
        "M\(numbers[0]) \(numbers[1])Q\(numbers[2]) \(numbers[3]) \(numbers[4]) \(numbers[5])"),
      Attribute("stroke-width", Digits.length(weight)), Attribute("data-a", pair.first),
      Attribute("data-b", pair.second)
    ) {
      let names = "\(connections.nodes[pair.first].name) – \(connections.nodes[pair.second].name)"
      $0.element("title", text: "\(names): \(Digits.count(pair.sentences, "sentence"))")
    }
  }

  private static func write(
    _ node: Connections.Node, number: Int, angle: Double, size: Double, to html: inout HTML
  ) {
    let place = point(angle, radius)
    html.element("g", Attribute("class", "node"), Attribute("data-n", number)) { html in
      html.element("title", text: "\(node.name): \(Digits.count(node.articles, "article"))")
      if node.isPerson {
        html.open(
          "circle", Attribute("class", "person"), Attribute("cx", Digits.length(place.x)),
          Attribute("cy", Digits.length(place.y)), Attribute("r", Digits.length(size)))
        html.close("circle")
      } else {
        html.open(
          "rect", Attribute("class", "institution"), Attribute("x", Digits.length(place.x - size)),
          Attribute("y", Digits.length(place.y - size)),
          Attribute("width", Digits.length(2 * size)),
          Attribute("height", Digits.length(2 * size)))
        html.close("rect")
      }
      writeLabel(of: node, angle: angle, to: &html)
    }
  }

  /// The name along the ray from the middle, upright on both sides.
  private static func writeLabel(
    of node: Connections.Node, angle: Double, to html: inout HTML
  ) {
    let place = point(angle, radius + 16)
    let degrees = angle * 180 / Double.pi
    let isLeft = cos(angle) < -1e-9
    let turn = Digits.length(isLeft ? degrees + 180 : degrees)
    let name =
      node.name.count > labelLimit ? node.name.prefix(labelLimit - 1) + "…" : node.name[...]
    html.element(
      "text", Attribute("lang", "zh-Hans"), Attribute("text-anchor", isLeft ? "end" : "start"),
      Attribute("dominant-baseline", "central"),
      Attribute(
        "transform",
        "translate(\(Digits.length(place.x)) \(Digits.length(place.y))) rotate(\(turn))"),
      text: String(name))
  }
}
