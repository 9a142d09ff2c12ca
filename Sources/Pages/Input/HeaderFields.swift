/// Header fields of a WARC record or an HTTP message; names are kept in lower case.
struct HeaderFields {
  private(set) var fields: [(name: String, value: String)] = []

  /// Adds a line `Name: value`; lines without a colon are ignored.
  mutating func add(_ line: [UInt8]) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon].map { $0 > 0x40 && $0 < 0x5B ? $0 | 0x20 : $0 }
    let value = line[(colon + 1)...].drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    fields.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
  }

  /// The value of the first field of that name.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A field's value in lower case without parameters: `text/html`.
  func token(_ name: String) -> String? {
    self[name].map { $0.lowercased().split(separator: ";").first.map(String.init) ?? "" }
  }

  /// A parameter of a field: the `charset` of `Content-Type`.
  func parameter(_ parameter: String, of name: String) -> String? {
    for part in self[name]?.lowercased().split(separator: ";").dropFirst() ?? [] {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].drop(while: { $0 == " " }) == parameter else { continue }
      return sides[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
    }
    return nil
  }
}
