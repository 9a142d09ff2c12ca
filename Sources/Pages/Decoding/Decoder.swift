import HanText

/// From bytes to text: finds the encoding and decodes.
public enum Decoder {
  /// Decodes a file.
  ///
  /// In this order: the encoding forced by the user, a byte order mark, UTF-8 if the bytes are
  /// well-formed (which beats any declaration), else the encoding declared in an HTML page and the
  /// ones Chinese text comes in, judged by what they make of the bytes, else ICU's detector.
  /// Bytes that mean nothing in the encoding become U+FFFD and are counted, never dropped.
  ///
  /// - Parameters:
  ///   - forced: an encoding's name or label, or `nil` to find it.
  ///   - format: where to look for a declaration.
  ///   - charset: what came with the bytes from outside, as an HTTP header; a hint like the
  ///     page's own declaration, which counts where this is `nil` or unknown.
  /// - Throws: `DecodingFailure` for an unknown forced name and for files that hold no text.
  /// - Complexity: O(bytes); about 1 GB/s for UTF-8.
  public static func decode(
    _ bytes: [UInt8], forced: String? = nil, format: PageFormat, charset: String? = nil
  ) throws(DecodingFailure) -> SourceText {
    if let forced {
      guard let name = EncodingLabel.encoding(for: forced) else {
        throw .unknownEncoding(forced)
      }
      return text(bytes, in: name)
    }
    if let mark = ByteOrderMark(of: bytes) { return text(bytes, in: mark.encoding) }
    if let kind = BinaryFormat.name(of: bytes) { throw .binary(kind) }
    if let text = utf8(bytes) { return text }
    let declared =
      charset.flatMap { EncodingLabel.encoding(for: $0) }
      ?? (format == .html ? DeclaredCharset.find(in: bytes) : nil)
    let choice = try EncodingChoice.best(for: bytes, declared: declared)
    guard choice.skippedBytes > 0 else { return text(bytes, in: choice.encoding) }
    var rest = text(Array(bytes.dropFirst(choice.skippedBytes)), in: choice.encoding)
    rest.text.insert(replacementScalar, at: 0)
    rest.undecodable += 1
    return rest
  }

  /// How much of a file is judged by itself, and how much of that looked at first, in bytes.
  private static let headSize = 1 << 12
  private static let glanceSize = 1 << 8

  /// The text if it is UTF-8 beyond doubt: well-formed but for a character cut off at the end.
  private static func utf8(_ bytes: [UInt8]) -> SourceText? {
    // A look at the start spares other encodings a whole pass.
    guard UTF8Text.isValid(bytes[..<min(glanceSize, bytes.count)], allowsCutEnd: true) else {
      return nil
    }
    let head = bytes[..<min(headSize, bytes.count)]
    if BinaryFormat.hasControls(head) { return nil }
    let decoded = UTF8Text.decode(bytes)
    if decoded.invalid > 0 {
      let isCut = decoded.invalid == 1 && decoded.scalars.last == replacementScalar
      guard isCut, UTF8Text.isValid(head, allowsCutEnd: true) else { return nil }
    }
    if EncodingChoice.isDoubtful(decoded.scalars) { return nil }
    guard BinaryFormat.holdsNUL(bytes) else {
      return SourceText(text: decoded.scalars, encoding: "UTF-8", undecodable: decoded.invalid)
    }
    return BinaryFormat.hasControls(bytes[...]) ? nil : sourceText(decoded, "UTF-8")
  }

  /// The text without NULs, which no text has, and which would end it in many a program: they
  /// count as undecodable.
  private static func sourceText(_ decoded: DecodedText, _ encoding: String) -> SourceText {
    var source = SourceText(
      text: decoded.scalars, encoding: encoding, undecodable: decoded.invalid)
    if source.text.holdsZero {
      for i in source.text.indices where source.text[i] == 0 {
        source.text[i] = replacementScalar
        source.undecodable += 1
      }
    }
    return source
  }

  /// Decodes with an encoding known by its canonical name; a byte order mark is left out.
  static func text(_ bytes: [UInt8], in encoding: String) -> SourceText {
    var body = bytes
    if let mark = ByteOrderMark(of: bytes), mark.encoding == encoding {
      body.removeFirst(mark.length)
    }
    return sourceText(scalars(body, in: encoding), encoding)
  }

  /// The scalars of bytes in a known encoding.
  static func scalars(_ bytes: [UInt8], in encoding: String) -> DecodedText {
    if encoding != "UTF-8", let converter = CharsetConverter(charset: encoding) {
      return converter.decode(bytes)
    }
    return UTF8Text.decode(bytes)
  }
}

extension Scalars {
  /// Whether U+0000 stands in it; compares many scalars at a time.
  fileprivate var holdsZero: Bool {
    withUnsafeBufferPointer { scalars in
      let raw = UnsafeRawBufferPointer(scalars)
      var least = SIMD8<UInt32>(repeating: .max)
      var i = 0
      while i &+ 32 <= raw.count {
        least = pointwiseMin(
          least, raw.loadUnaligned(fromByteOffset: i, as: SIMD8<UInt32>.self))
        i &+= 32
      }
      return least.min() == 0 || scalars[(i / 4)...].contains(0)
    }
  }
}

/// A byte order mark at the start of a file.
struct ByteOrderMark {
  /// The encoding it tells.
  let encoding: String
  /// Its length in bytes.
  let length: Int

  /// The mark `bytes` start with, or `nil`.
  init?(of bytes: [UInt8]) {
    guard let found = Self.marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    (length, encoding) = (found.0.count, found.1)
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"),
    ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "GB18030"),
  ]
}
