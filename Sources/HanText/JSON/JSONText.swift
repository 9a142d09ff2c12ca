/// Writing of JSON strings.
public enum JSONText {
  /// Appends a string in quotation marks, escaped as RFC 8259 wants it.
  ///
  /// - Complexity: O(length).
  public static func append(_ string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let start = output.count
    output.append(contentsOf: string.utf8)
    escape(from: start, in: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a passage of a text as a string, without a `String` between.
  ///
  /// - Complexity: O(length).
  public static func append(_ passage: ArraySlice<UInt32>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let start = output.count
    UTF8Text.append(passage, to: &output)
    escape(from: start, in: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Escapes what stands at the end of the output, from `start` on: counts first, and moves bytes
  /// up from the back only as far as something is to be escaped.
  private static func escape(from start: Int, in output: inout [UInt8]) {
    let added = output.withUnsafeBufferPointer { bytes in
      bytes[start...].reduce(0) { $0 &+ addedBytes(for: $1) }
    }
    guard added > 0 else { return }
    var from = output.count
    output.append(contentsOf: repeatElement(0, count: added))
    output.withUnsafeMutableBufferPointer { bytes in
      var to = bytes.count
      while to > from {
        from -= 1
        let byte = bytes[from]
        let length = 1 + addedBytes(for: byte)
        to -= length
        guard length > 1 else {
          bytes[to] = byte
          continue
        }
        bytes[to] = UInt8(ascii: "\\")
        bytes[to + 1] = letter(for: byte)
        guard length > 2 else { continue }
        bytes[to + 2] = UInt8(ascii: "0")
        bytes[to + 3] = UInt8(ascii: "0")
        bytes[to + 4] = hexDigit(byte >> 4)
        bytes[to + 5] = hexDigit(byte & 15)
      }
    }
  }

  /// Bytes that escaping adds: 1 for `\n`, 5 for `\u0000`.
  @inline(__always)
  private static func addedBytes(for byte: UInt8) -> Int {
    if byte >= 0x20 { return byte == 0x22 || byte == 0x5C ? 1 : byte == 0x7F ? 5 : 0 }
    return byte == 0x0A || byte == 0x0D || byte == 0x09 ? 1 : 5
  }

  /// What stands behind the backslash.
  private static func letter(for byte: UInt8) -> UInt8 {
    switch byte {
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    case 0x22, 0x5C: byte
    default: UInt8(ascii: "u")
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
