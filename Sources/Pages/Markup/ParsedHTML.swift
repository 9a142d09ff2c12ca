import CXML
import HanText

/// A page as libxml2's HTML parser reads it: a flat list of events, no tree, so that nothing
/// recurses over the depth of a hostile page.
final class ParsedHTML {
  /// The kinds of events, as in `CXML.h`.
  enum Kind {
    static let start = UInt16(EDUAI_HTML_START)
    static let attribute = UInt16(EDUAI_HTML_ATTRIBUTE)
    static let text = UInt16(EDUAI_HTML_TEXT)
    static let end = UInt16(EDUAI_HTML_END)
  }

  private let page: OpaquePointer?
  /// Start tags, attributes, text and end tags in document order.
  let events: UnsafeBufferPointer<eduai_html_event>
  /// What the events' byte offsets point into: UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Parses a decoded page.
  ///
  /// - Complexity: O(length): the parser's element stack is bounded inside the shim.
  init(_ text: Scalars) {
    let utf8 = ParsedHTML.utf8(text)
    page = utf8.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { eduai_html_parse($0.baseAddress, $0.count) }
    }
    guard let page else {
      events = UnsafeBufferPointer(start: nil, count: 0)
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    var count = 0
    let firstEvent = eduai_html_events(page, &count)
    events = UnsafeBufferPointer(start: firstEvent, count: firstEvent == nil ? 0 : count)
    let firstByte = eduai_html_bytes(page, &count)
    bytes = UnsafeBufferPointer(start: firstByte, count: firstByte == nil ? 0 : count)
  }

  deinit { eduai_html_free(page) }

  /// The value of an event as bytes.
  func value(of event: eduai_html_event) -> UnsafeBufferPointer<UInt8> {
    let start = Int(event.start)
    let end = start + Int(event.count)
    guard end <= bytes.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The value of an event as a string; for hints, not for text.
  func string(of event: eduai_html_event) -> String {
    String(decoding: value(of: event), as: UTF8.self)
  }

  /// The scalars as UTF-8; NUL, which would end the page for a C parser, becomes U+FFFD.
  private static func utf8(_ text: Scalars) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count * 4 + 1) { out, count in
      var i = 0
      for c in text {
        switch c {
        case 1..<0x80:
          out[i] = UInt8(truncatingIfNeeded: c)
          i += 1
        case 0x80..<0x800:
          out[i] = UInt8(truncatingIfNeeded: 0xC0 | c >> 6)
          out[i + 1] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
          i += 2
        case 0x10000...:
          out[i] = UInt8(truncatingIfNeeded: 0xF0 | c >> 18 & 7)
          out[i + 1] = UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F)
          out[i + 2] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
          out[i + 3] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
          i += 4
        default:
          let scalar = c == 0 ? replacementScalar : c
          out[i] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
          out[i + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
          out[i + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
          i += 3
        }
      }
      out[i] = 0
      count = i
    }
  }
}

extension Scalars {
  /// Appends valid UTF-8, as the HTML parser gives it.
  mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { scratch in
      while start < bytes.count {
        let written = Self.decode(bytes, &start, into: scratch)
        append(contentsOf: UnsafeBufferPointer(rebasing: scratch[0..<written]))
      }
    }
  }

  /// Decodes on from `i` until the bytes or the room for scalars end; how many there are.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int,
    into out: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let n = bytes.count
    var o = 0
    while i < n, o < out.count {
      let b = UInt32(bytes[i])
      if b >= 0xE0, b < 0xF0, i &+ 2 < n {
        out[o] = (b & 0xF) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
        i &+= 3
      } else if b < 0x80 {
        out[o] = b
        i &+= 1
      } else if b < 0xE0, i &+ 1 < n {
        out[o] = (b & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        i &+= 2
      } else if b >= 0xF0, i &+ 3 < n {
        out[o] =
          (b & 7) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12 | UInt32(bytes[i + 2] & 0x3F) << 6
          | UInt32(bytes[i + 3] & 0x3F)
        i &+= 4
      } else {
        out[o] = replacementScalar
        i &+= 1
      }
      o &+= 1
    }
    return o
  }
}
