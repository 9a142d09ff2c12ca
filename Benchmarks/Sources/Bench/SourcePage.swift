import Corpus
import Glibc
import HanText
import Pages

/// An example article that variations are made from.
struct SourcePage {
  /// File name.
  let name: String
  let bytes: [UInt8]
  let text: Scalars
  /// Encoding it is stored in, as iconv knows it.
  let encoding: String
  /// Whether cleaning finds damage to repair in it.
  let isDamaged: Bool
  let variation: Variation

  var isMarkedUp: Bool { name.hasSuffix(".html") }

  /// Reads the annotated articles of `corpus`, in order of their names.
  static func read(corpus: String) throws -> [SourcePage] {
    try GoldReader.articles(at: corpus).compactMap { gold -> SourcePage? in
      guard let path = gold.path, let bytes = Files.read(path) else { return nil }
      let name = gold.record.article.document
      let format: PageFormat = name.hasSuffix(".html") ? .html : .text
      let source = try Decoder.decode(bytes, forced: nil, format: format)
      let article = try Cleaner().article(
        from: InputRecord(document: name, content: .bytes(bytes), format: format))
      let names = gold.record.analysis.mentions.compactMap { mention -> Scalars? in
        guard case .person = mention.kind, mention.span.count >= 2 else { return nil }
        return Scalars(gold.record.article.text[mention.span])
      }
      let distinct = Set(names).sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
      }
      return SourcePage(
        name: name, bytes: bytes, text: source.text, encoding: source.encoding,
        isDamaged: article.repairs > 0, variation: Variation(names: distinct))
    }
  }

  /// The bytes of a varied copy, in the encoding of the page.
  func varied(_ random: inout Random) -> [UInt8] {
    let utf8 = UTF8Text.encode(variation.apply(to: text, random: &random))
    guard encoding != "UTF-8" else { return utf8 }
    let mark: [UInt8] = bytes.starts(with: [0xFF, 0xFE]) ? [0xFF, 0xFE] : []
    return Self.encode(utf8, as: encoding).map { mark + $0 } ?? bytes
  }

  /// Re-encodes UTF-8; `nil` where something has no code in the encoding.
  private static func encode(_ utf8: [UInt8], as encoding: String) -> [UInt8]? {
    guard let converter = iconv_open(encoding, "UTF-8"), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    var left = input.count
    var room = output.count
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard status == 0, left == 0 else { return nil }
    return output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
  }
}
