import HanText

/// Remains of tags and entities in text: `/p>`, `nbsp;`, `</p>`, `&amp;nbsp;`.
enum MarkupRemains {
  /// Names of elements whose tags are taken for remains of markup when they stand in running text.
  static let elements: [Scalars] = [
    "a", "b", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "i", "img", "li", "o:p",
    "p", "section", "span", "strong", "sub", "sup", "table", "tbody", "td", "tr", "u", "ul",
  ].map { Scalars($0) }

  /// Named entities and what they stand for.
  static let entities: [(name: Scalars, scalar: UInt32)] = [
    ("nbsp", 0x20), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
    ("ldquo", 0x201C), ("rdquo", 0x201D), ("lsquo", 0x2018), ("rsquo", 0x2019),
    ("middot", 0xB7), ("mdash", 0x2014), ("ndash", 0x2013), ("hellip", 0x2026),
    ("emsp", 0x20), ("ensp", 0x20), ("thinsp", 0x20), ("times", 0xD7), ("deg", 0xB0),
    ("bull", 0x2022), ("copy", 0xA9), ("reg", 0xAE), ("permil", 0x2030),
  ].map { (Scalars($0.0), $0.1) }

  /// Length of a tag or entity whose first character is missing: `/p>`, `br />`, `nbsp;`.
  ///
  /// - Parameter limit: no remains are longer than this many scalars.
  /// - Returns: 0 where there is none.
  static func length(in line: Scalars, at start: Int, limit: Int) -> Int {
    for entity in entities
    where line.has(entity.name, at: start)
      && line.has([u(";")], at: start + entity.name.count)
    {
      return entity.name.count + 1
    }
    return tagLength(in: line, behind: start, limit: limit)
  }

  /// Length of a tag from behind its `<`, its `>` included; 0 where there is none.
  static func tagLength(in line: Scalars, behind start: Int, limit: Int) -> Int {
    var index = start
    if index < line.count, line[index] == u("/") { index += 1 }
    for name in elements where line.has(name, at: index) {
      var end = index + name.count
      guard end < line.count, line[end] == u(">") || line[end] == u(" ") || line[end] == u("/")
      else { continue }
      while end < line.count, end - start < limit, line[end] != u(">"), line[end] != u("<") {
        end += 1
      }
      return end < line.count && line[end] == u(">") ? end + 1 - start : 0
    }
    return 0
  }
}

extension Scalars {
  /// Whether a sequence stands at an offset.
  func has(_ other: Scalars, at start: Int) -> Bool {
    guard start >= 0, start + other.count <= count else { return false }
    for index in 0..<other.count where self[start + index] != other[index] { return false }
    return true
  }

  /// Whether a sequence stands anywhere in it.
  func holds(_ other: Scalars) -> Bool {
    guard let first = other.first else { return true }
    return indices.contains { self[$0] == first && has(other, at: $0) }
  }
}
