import Entities
import HanText

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
    JSONText.append(key, to: &bytes)
    bytes.append(contentsOf: ": ".utf8)
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  /// Writes a passage of an article as a string.
  public mutating func value(_ passage: ArraySlice<UInt32>) {
    separate()
    JSONText.append(passage, to: &bytes)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    NumberText.append(number, to: &bytes)
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
  public mutating func member(_ key: String, _ passage: ArraySlice<UInt32>) {
    guard !passage.isEmpty else { return }
    self.key(key)
    value(passage)
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
    separate()
    NumberText.append(number, to: &bytes)
  }
}
