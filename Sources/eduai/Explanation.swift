import Pages

/// What cleaning did to an article, a line each: `page.html:12: removed (link list): …`.
struct Explanation {
  /// The lines, UTF-8, with a closing line of totals.
  let bytes: [UInt8]

  init(of article: Article, isColoured: Bool) {
    var lines = ""
    let name = Console.printable(article.document)
    for change in article.changes {
      let what = Explanation.label(change.kind, isColoured: isColoured)
      lines += "\(name):\(change.line): \(what) (\(change.reason)): "
      lines += Console.printable(change.before)
      if change.kind == .repaired || change.kind == .guessed {
        lines += " → \(Console.printable(change.after))"
      }
      lines += "\n"
    }
    lines +=
      "\(name): \(Console.count(article.repairs, "repair")), "
      + "\(Console.count(article.removedLines, "line")) removed"
    if article.undecodable > 0 { lines += ", \(article.undecodable) undecodable" }
    bytes = Array((lines + "\n").utf8)
  }

  private static func label(_ kind: Change.Kind, isColoured: Bool) -> String {
    guard isColoured else { return kind.rawValue }
    let colour =
      switch kind {
      case .repaired: 32
      case .guessed: 33
      case .removed: 31
      case .metadata: 36
      }
    return "\u{1B}[\(colour)m\(kind.rawValue)\u{1B}[0m"
  }
}
