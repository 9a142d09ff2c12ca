/// Why bytes are not the JSON that was asked for: one clause, with the byte where reading stopped.
public struct JSONFailure: Error, Sendable, Equatable {
  /// The clause.
  public let reason: String

  /// Makes a failure.
  public init(reason: String) {
    self.reason = reason
  }
}

/// A small strict reader of one JSON object or array (RFC 8259): checks the grammar of all of it
/// and tells where its values stand, without building any.
///
/// Members keep their order and their raw text; nesting costs heap, never stack.
public struct JSONScanner {
  /// One member of an object.
  public struct Member: Sendable {
    /// The key, unescaped.
    public let key: String
    /// Where the value stands in the bytes, half-open.
    public let value: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Makes a scanner over bytes that outlive it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The members of the object that the whole of the bytes is.
  ///
  /// - Complexity: O(bytes).
  public mutating func members() throws(JSONFailure) -> [Member] {
    skipSpace()
    guard take(UInt8(ascii: "{")) else { throw JSONFailure(reason: "not a JSON object") }
    var members: [Member] = []
    skipSpace()
    if !take(UInt8(ascii: "}")) {
      repeat {
        let key = try self.key()
        skipSpace()
        let start = at
        try skipValue()
        members.append(Member(key: key, value: start..<at))
        skipSpace()
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    }
    skipSpace()
    guard at == bytes.count else { throw failure() }
    return members
  }

  /// Where the elements stand in the array that the whole of the bytes is.
  ///
  /// - Complexity: O(bytes).
  public mutating func elements() throws(JSONFailure) -> [Range<Int>] {
    skipSpace()
    guard take(UInt8(ascii: "[")) else { throw JSONFailure(reason: "not a JSON array") }
    var elements: [Range<Int>] = []
    skipSpace()
    if !take(UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        let start = at
        try skipValue()
        elements.append(start..<at)
        skipSpace()
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    }
    skipSpace()
    guard at == bytes.count else { throw failure() }
    return elements
  }

  /// Where the one value of the bytes stands, white space around it left off.
  ///
  /// - Complexity: O(bytes).
  public mutating func value() throws(JSONFailure) -> Range<Int> {
    skipSpace()
    let start = at
    try skipValue()
    let end = at
    skipSpace()
    guard at == bytes.count else { throw failure() }
    return start..<end
  }

  /// The text of a string value, unescaped, as UTF-8; `nil` if the value is no string.
  ///
  /// A lone surrogate escape becomes U+FFFD.
  public static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> [UInt8]? {
    guard value.count >= 2, bytes[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let end = value.upperBound - 1
    var output: [UInt8] = []
    output.reserveCapacity(end - value.lowerBound)
    var i = value.lowerBound + 1
    while i < end {
      var plain = i
      while plain < end, bytes[plain] != UInt8(ascii: "\\") { plain &+= 1 }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[i..<plain]))
      i = plain
      if i < end { unescape(bytes, &i, end, &output) }
    }
    return output
  }

  /// Reads one escape at `i`; the grammar was checked before.
  private static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ end: Int, _ output: inout [UInt8]
  ) {
    let letter = i + 1 < end ? bytes[i + 1] : 0
    i += 2
    switch letter {
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = hex(bytes, i, end)
      i += 4
      if scalar & 0xFC00 == 0xD800, i + 5 < end, bytes[i] == UInt8(ascii: "\\"),
        bytes[i + 1] == UInt8(ascii: "u")
      {
        let low = hex(bytes, i + 2, end)
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
          i += 6
        }
      }
      UTF8Text.append(scalar: scalar, to: &output)
    default: output.append(letter)
    }
  }

  private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var value: UInt32 = 0
    for i in start..<max(start, min(start + 4, end)) {
      value = value << 4 | UInt32(hexDigit(bytes[i]) ?? 0)
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private mutating func key() throws(JSONFailure) -> String {
    skipSpace()
    let start = at
    try skipString()
    let key = Self.string(bytes, start..<at) ?? []
    skipSpace()
    try expect(UInt8(ascii: ":"))
    return String(decoding: key, as: UTF8.self)
  }

  /// Goes over one value of any depth.
  private mutating func skipValue() throws(JSONFailure) {
    var open: [UInt8] = []
    while true {
      skipSpace()
      guard at < bytes.count else { throw failure() }
      let first = bytes[at]
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        at += 1
        skipSpace()
        let closer: UInt8 = first == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if !take(closer) {
          open.append(closer)
          if closer == UInt8(ascii: "}") { _ = try key() }
          continue
        }
      } else {
        try skipScalarValue(first)
      }
      // A value is complete: close what it ends, or go on with the next of its container.
      while let closer = open.last {
        skipSpace()
        if take(UInt8(ascii: ",")) {
          if closer == UInt8(ascii: "}") { _ = try key() }
          break
        }
        try expect(closer)
        open.removeLast()
      }
      if open.isEmpty { return }
    }
  }

  private mutating func skipScalarValue(_ first: UInt8) throws(JSONFailure) {
    switch first {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  private mutating func skipString() throws(JSONFailure) {
    try expect(UInt8(ascii: "\""))
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return
      }
      if byte < 0x20 { throw failure() }
      at += 1
      if byte == UInt8(ascii: "\\") { try skipEscape() }
    }
    throw JSONFailure(reason: "JSON ends inside a string")
  }

  private mutating func skipEscape() throws(JSONFailure) {
    guard at < bytes.count else { throw failure() }
    switch bytes[at] {
    case UInt8(ascii: "u"):
      for i in 1...4 {
        guard at + i < bytes.count, Self.hexDigit(bytes[at + i]) != nil else { throw failure() }
      }
      at += 5
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    default: throw failure()
    }
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONFailure) {
    for i in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[i]) }
  }

  private mutating func skipNumber() throws(JSONFailure) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try skipDigits() }
    if take(UInt8(ascii: ".")) { try skipDigits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONFailure) {
    let start = at
    while at < bytes.count, ScalarClass.isASCIIDigit(UInt32(bytes[at])) { at += 1 }
    guard at > start else { throw failure() }
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFailure) {
    guard take(byte) else { throw failure() }
  }

  private func failure() -> JSONFailure {
    JSONFailure(
      reason: at < bytes.count ? "malformed JSON at byte \(at + 1)" : "JSON ends early")
  }
}
