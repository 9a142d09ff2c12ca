/// A JSON value, parsed strictly by RFC 8259; members keep their order.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number as written, so that no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  public struct Member: Sendable {
    /// Its key.
    public var key: String
    /// Its value.
    public var value: JSONValue
    /// Where the value stands in the bytes parsed, half-open, to carry it through untouched.
    public var bytes: Range<Int>
  }

  /// Parses exactly one value with nothing but white space around it.
  ///
  /// - Throws: `JSONError` with the byte offset of the first mistake.
  /// - Complexity: O(bytes); nesting deeper than 256 is refused, so the stack stays small.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  /// The value of a member of an object; the first where a key is doubled.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements of an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// A number that is a whole one.
  public var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }
}

/// Why bytes are not JSON.
public struct JSONError: Error, Sendable, Equatable {
  /// Offset of the mistake in bytes, from 0.
  public var byteOffset: Int
  /// What is wrong, in a few words.
  public var reason: String
}

/// A recursive-descent parser over bytes.
private struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private static let largestDepth = 256

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ reason: String) -> JSONError {
    JSONError(byteOffset: position, reason: reason)
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw failure("something follows the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    guard let first = current else { throw failure("the value ends early") }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: throw failure("no value starts here")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for byte in word.utf8 where !take(byte) { throw failure("\(word) is misspelt") }
    return value
  }

  private mutating func enter() throws(JSONError) {
    position += 1
    depth += 1
    guard depth <= Self.largestDepth else { throw failure("values are nested too deep") }
    skipSpace()
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        elements.append(try value())
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw failure("an array is not closed") }
    }
    depth -= 1
    return .array(elements)
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw failure("a key is missing") }
        let key = try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
        skipSpace()
        let start = position
        let value = try value()
        members.append(JSONValue.Member(key: key, value: value, bytes: start..<position))
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure("an object is not closed") }
    }
    depth -= 1
    return .object(members)
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(0x30) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    guard let first = current, (0x30...0x39).contains(first) else {
      throw failure("a digit is missing")
    }
    while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        try escape(into: &text)
      case 0..<0x20: throw failure("a control character stands in a string")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("a string is not closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw failure("a string is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if (0xD800..<0xDC00).contains(unit), current == UInt8(ascii: "\\"),
        position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
      {
        let mark = position
        position += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        } else {
          position = mark
        }
      }
      // A lone surrogate is no character; it becomes U+FFFD as undecodable bytes do.
      let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
      text.append(contentsOf: String(Character(scalar)).utf8)
    default:
      position -= 1
      throw failure("an escape is unknown")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw failure("a string is not closed") }
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: throw failure("a \\u escape needs four hexadecimal digits")
      }
      position += 1
    }
    return unit
  }
}
