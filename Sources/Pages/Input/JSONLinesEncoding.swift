import HanText

/// The encoding of a file of JSON Lines, which is UTF-8 by its definition, but not always in fact.
enum JSONLinesEncoding {
  /// The encoding's canonical name; `nil` for UTF-8.
  ///
  /// - Parameters:
  ///   - first: the first piece of the file.
  ///   - forced: what the user says it is; `nil` to find it by mark and by what fits.
  /// - Complexity: O(bytes of the piece).
  static func find(in first: [UInt8], forced: String?) -> String? {
    let found = forced.map { EncodingLabel.encoding(for: $0) } ?? guess(first)
    return found == "UTF-8" ? nil : found
  }

  private static func guess(_ first: [UInt8]) -> String? {
    if let mark = ByteOrderMark(of: first) { return mark.encoding }
    // JSON has no NULs: where they are, the units are wider.
    let isUTF8 = UTF8Text.isValid(first, allowsCutEnd: true) && !first.prefix(64).contains(0)
    return isUTF8 ? nil : try? EncodingChoice.best(for: first, declared: nil).encoding
  }

  /// The whole of a file in UTF-8.
  static func recoded(_ bytes: [UInt8], from encoding: String) -> [UInt8] {
    var recoded: [UInt8] = []
    UTF8Text.append(Decoder.text(bytes, in: encoding).text, to: &recoded)
    return recoded
  }
}
