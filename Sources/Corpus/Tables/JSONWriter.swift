import Entities

/// Writes JSON with members in the order they are given, so that the same input gives the same
/// bytes (Foundation's encoder changes key order from run to run).
public struct JSONWriter: Sendable {
  /// The JSON written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes an empty writer.
  public init() {}

  /// Writes an object whose members `body` adds.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed("{", "}", body)
  }

  /// Writes an array whose elements `body` adds.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclosed("[", "]", body)
  }

  private mutating func enclosed(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(truncatingIfNeeded: open.value))
    needsComma = false
    body(&self)
    bytes.append(UInt8(truncatingIfNeeded: close.value))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(contentsOf: ", ".utf8) }
    needsComma = true
  }

  /// Writes a member's key; its value follows.
  public mutating func key(_ key: String) {
    separate()
    appendString(key)
    bytes.append(contentsOf: ": ".utf8)
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    appendString(text)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    raw(String(number))
  }

  /// Writes a value that is JSON already.
  public mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  /// Writes a member, unless there is nothing to write.
  public mutating func member(_ key: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    self.key(key)
    value(text)
  }

  /// Writes a member, unless there is nothing to write.
  public mutating func member(_ key: String, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    value(number)
  }

  /// Writes a member, unless there is nothing to write.
  public mutating func member(_ key: String, _ number: ExactDecimal?) {
    guard let number else { return }
    self.key(key)
    raw(number.description)
  }

  private mutating func appendString(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes.append(contentsOf: "\\\"".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
