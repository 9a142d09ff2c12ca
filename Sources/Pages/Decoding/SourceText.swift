import HanText

/// A file decoded to Unicode, before anything is repaired or removed.
public struct SourceText: Sendable {
  /// The text; line ends as in the file, byte order mark removed.
  public var text: Scalars
  /// IANA name of the encoding it was read in: `UTF-8`, `GB18030`, `Big5-HKSCS`, `UTF-16LE`, …
  public var encoding: String
  /// How many U+FFFD decoding put in for bytes that mean nothing in that encoding.
  public var undecodable: Int

  /// Makes a source text.
  public init(text: Scalars, encoding: String, undecodable: Int) {
    self.text = text
    self.encoding = encoding
    self.undecodable = undecodable
  }
}
