/// A JSON value as a tree, for annotations and other small files; members keep their order.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number as written, so that no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  private static let largestDepth = 64

  /// Parses exactly one value with nothing but white space around it.
  ///
  /// - Throws: `JSONFailure`, also for values nested deeper than 64.
  /// - Complexity: O(bytes × depth).
  public init(parsing bytes: [UInt8]) throws(JSONFailure) {
    let parsed = bytes.withUnsafeBufferPointer { bytes -> Result<JSONValue, JSONFailure> in
      Result { () throws(JSONFailure) in
        var scanner = JSONScanner(bytes)
        let value = try scanner.value()
        return try Self.tree(UnsafeBufferPointer(rebasing: bytes[value]), depth: 0)
      }
    }
    self = try parsed.get()
  }

  /// Builds the tree of a value whose grammar the scanner has checked.
  private static func tree(
    _ bytes: UnsafeBufferPointer<UInt8>, depth: Int
  ) throws(JSONFailure) -> JSONValue {
    guard depth <= largestDepth else { throw JSONFailure(reason: "JSON nested too deep") }
    var scanner = JSONScanner(bytes)
    switch bytes.first {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONValue)] = []
      for member in try scanner.members() {
        let value = UnsafeBufferPointer(rebasing: bytes[member.value])
        members.append((member.key, try tree(value, depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      for element in try scanner.elements() {
        let value = UnsafeBufferPointer(rebasing: bytes[element])
        elements.append(try tree(value, depth: depth + 1))
      }
      return .array(elements)
    case UInt8(ascii: "\""):
      let text = JSONScanner.string(bytes, 0..<bytes.count) ?? []
      return .string(String(decoding: text, as: UTF8.self))
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    case UInt8(ascii: "n"): return .null
    default: return .number(String(decoding: bytes, as: UTF8.self))
    }
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
