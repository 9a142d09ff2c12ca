import HanText

/// HTML written so far: tags of our own, and text and attribute values that are always escaped.
///
/// Nothing that was read reaches the page but through `text`, `passage` or an attribute value, so
/// no content can become markup. Characters that HTML has no place for become U+FFFD.
struct HTML {
  /// The HTML so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Markup of our own, as it stands.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Bytes that are HTML already: the style and the script of the page.
  mutating func embed(_ source: UnsafeRawBufferPointer) { bytes.append(contentsOf: source) }

  /// Adds what another writer wrote.
  mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  /// Text, escaped.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar.value) }
  }

  /// A passage of an article, escaped.
  mutating func passage(_ passage: ArraySlice<UInt32>) {
    for scalar in passage { append(scalar) }
  }

  /// A whole number, thousands set off.
  mutating func number(_ number: Int) { text(Digits.grouped(String(number))) }

  /// Opens an element.
  mutating func open(_ name: StaticString, _ attributes: Attribute...) {
    start(name, attributes)
  }

  /// An element with text in it.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    start(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element with more HTML in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTML) -> Void
  ) {
    start(name, attributes)
    content(&self)
    close(name)
  }

  /// Closes an element.
  mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">")
  }

  private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
    raw("<")
    raw(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      raw(" ")
      raw(attribute.name)
      raw("=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case u("&"): raw("&amp;")
    case u("<"): raw("&lt;")
    case u(">"): raw("&gt;")
    case u("\""): raw("&quot;")
    case u("'"): raw("&#39;")
    case 0x09, 0x0A: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case _ where Self.hasNoPlace(scalar): UTF8Text.append(scalar: 0xFFFD, to: &bytes)
    default: UTF8Text.append(scalar: scalar, to: &bytes)
    }
  }

  /// Controls and noncharacters (HTML Living Standard, 13.2.3.5, preprocessing the input stream).
  private static func hasNoPlace(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F..<0xA0).contains(scalar) || (0xFDD0...0xFDEF).contains(scalar)
      || scalar & 0xFFFE == 0xFFFE
  }
}

/// A name and a value; without a value the attribute is left out.
struct Attribute {
  let name: StaticString
  let value: String?

  init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }
}
