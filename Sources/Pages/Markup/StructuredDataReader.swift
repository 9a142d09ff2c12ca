/// Picks headline, date, authors and publisher out of a JSON-LD script.
///
/// A scanner, not a parser: pages write broken JSON (raw line ends in strings, trailing commas),
/// and four strings are all that is wanted. The first of each key counts, later ones belong to
/// related articles.
struct StructuredDataReader {
  /// What was found.
  struct Found {
    var title: String?
    var published: String?
    var authors: [String] = []
    var publisher: String?
  }

  private let bytes: [UInt8]
  private var position = 0
  private var found = Found()

  init(_ json: String) {
    bytes = Array(json.utf8)
  }

  /// - Complexity: O(length); nesting deeper than 64 ends the reading.
  mutating func read() -> Found {
    var keys: [String] = []  // key under which each open object or array stands
    var key = ""
    var pending: String?
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        let string = readString()
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: ":"), pending == nil {
          position += 1
          key = string
        } else {
          take(string, key: key, parents: keys)
        }
        pending = nil
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard keys.count < 64 else { return found }
        keys.append(key)
        if byte == UInt8(ascii: "{") { key = "" }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        key = keys.popLast() ?? ""
      default: break
      }
      position += 1
    }
    return found
  }

  private mutating func take(_ value: String, key: String, parents: [String]) {
    guard !value.isEmpty else { return }
    switch key {
    case "headline", "title": if found.title == nil { found.title = value }
    case "datePublished", "pubDate": if found.published == nil { found.published = value }
    case "author": found.authors.append(value)
    case "name":
      if parents.last == "author" || parents.suffix(2) == ["author", "author"] {
        found.authors.append(value)
      } else if parents.last == "publisher", found.publisher == nil {
        found.publisher = value
      }
    default: break
    }
    if found.authors.count > 8 { found.authors.removeLast() }
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  /// Reads the string that begins at the quote under `position`.
  private mutating func readString() -> String {
    var out: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        switch bytes[position] {
        case UInt8(ascii: "u"):
          let digits = bytes[min(position + 1, bytes.count)..<min(position + 5, bytes.count)]
          let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
          out += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
          position += digits.count
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): out.append(0x20)
        default: out.append(bytes[position])
        }
      } else {
        out.append(bytes[position])
      }
      position += 1
    }
    position += 1
    return String(decoding: out, as: UTF8.self)
  }
}
