/// A JSON value as read from one line of annotated text; objects keep the order of their members.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string([UInt32])
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)): x == y
    case (.object(let x), .object(let y)):
      x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The member of an object; the last of that name.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The scalars of a string.
  var scalars: [UInt32]? {
    if case .string(let scalars) = self { return scalars }
    return nil
  }

  /// The elements of an array.
  var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// A number that is a whole one within 32 bits.
  var offset: Int? {
    guard case .number(let value) = self, value >= 0, value < 2_147_483_648 else { return nil }
    let whole = Int(value)
    return Double(whole) == value ? whole : nil
  }
}

/// Reads one JSON value (RFC 8259) from UTF-8; nothing but white space may follow it.
///
/// Nesting is bounded, so hostile input cannot exhaust the stack. A lone surrogate in an escape
/// becomes U+FFFD.
struct JSONReader {
  /// Deepest nesting of arrays and objects accepted.
  static let deepest = 64

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  /// Parses the bytes of one value.
  ///
  /// - Returns: `nil` where they are not JSON.
  /// - Complexity: O(bytes).
  static func parse(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    var reader = JSONReader(bytes: bytes, at: bytes.startIndex)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.at == bytes.endIndex ? value : nil
  }

  private var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let b = byte, b == 0x20 || b == 0x09 || b == 0x0A || b == 0x0D { at += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    at += 1
    return true
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) -> JSONValue? {
    for c in text.description.utf8 where !take(c) { return nil }
    return value
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return depth < Self.deepest ? object(depth: depth) : nil
    case UInt8(ascii: "["): return depth < Self.deepest ? array(depth: depth) : nil
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\""), let key = string() else { return nil }
      skipSpace()
      guard take(UInt8(ascii: ":")), let item = value(depth: depth + 1) else { return nil }
      members.append((String(scalars: key), item))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      return take(UInt8(ascii: "}")) ? .object(members) : nil
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    at += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      guard let item = value(depth: depth + 1) else { return nil }
      elements.append(item)
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      return take(UInt8(ascii: "]")) ? .array(elements) : nil
    }
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while let b = byte, (b >= 0x30 && b <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(b) {
      at += 1
    }
    guard at > start, at - start < 64 else { return nil }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) }
  }

  private mutating func string() -> [UInt32]? {
    at += 1
    var raw: [UInt8] = []
    var scalars: [UInt32] = []
    func flush() {
      guard !raw.isEmpty else { return }
      scalars.append(contentsOf: String(decoding: raw, as: UTF8.self).unicodeScalars.map(\.value))
      raw.removeAll(keepingCapacity: true)
    }
    while let b = byte {
      at += 1
      if b == UInt8(ascii: "\"") {
        flush()
        return scalars
      }
      guard b == UInt8(ascii: "\\") else {
        raw.append(b)
        continue
      }
      flush()
      guard let escaped = escape() else { return nil }
      scalars.append(escaped)
    }
    return nil
  }

  private mutating func escape() -> UInt32? {
    guard let kind = byte else { return nil }
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(kind)
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let first = hex4() else { return nil }
    guard first >= 0xD800, first < 0xE000 else { return first }
    let back = at
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = hex4(),
      second >= 0xDC00, second < 0xE000
    {
      return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    at = back
    return 0xFFFD
  }

  private mutating func hex4() -> UInt32? {
    guard at + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
