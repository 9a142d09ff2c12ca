import Testing

@testable import HanText

@Suite("Charset conversion by ICU")
struct CharsetConverterTests {
  @Test(
    "known text in known charsets",
    arguments: [
      ("GB18030", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
      ("GB18030", [0xE9, 0x46], "镕"),
      ("GB18030", [0x95, 0x32, 0x82, 0x36], "𠀀"),
      ("Big5-HKSCS", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
      ("Big5-HKSCS", [0x9D, 0xF6, 0x9D, 0xF2], "喺𨋢"),
      ("UTF-16LE", [0x2D, 0x4E, 0x40, 0xD8, 0x00, 0xDC], "中𠀀"),
      ("UTF-16BE", [0x4E, 0x2D], "中"),
    ] as [(String, [UInt8], String)])
  func known(charset: String, bytes: [UInt8], expected: String) throws {
    let decoded = try #require(Self.decode(bytes, charset))
    #expect(String(scalars: decoded.scalars) == expected)
    #expect(decoded.invalid == 0)
  }

  @Test("bytes that mean nothing are counted and kept as U+FFFD")
  func undecodable() throws {
    let decoded = try #require(Self.decode([0xD6, 0xD0, 0xFF, 0x61, 0xD6], "GB18030"))
    #expect(String(scalars: decoded.scalars) == "中\u{FFFD}a\u{FFFD}")
    #expect(decoded.invalid == 2)
  }

  @Test("texts longer than one step of the converter")
  func long() throws {
    let bytes = [[UInt8]](repeating: [0xD6, 0xD0, 0x95, 0x32, 0x82, 0x36], count: 20_000)
    let decoded = try #require(Self.decode(bytes.flatMap { $0 }, "GB18030"))
    #expect(decoded.scalars.count == 40_000)
    #expect(decoded.scalars.suffix(2) == [0x4E2D, 0x20000])
    #expect(decoded.invalid == 0)
  }

  @Test("an unknown charset is no converter", arguments: ["", "klingon", "utf-99"])
  func unknown(charset: String) {
    #expect(Self.decode([0x61], charset) == nil)
  }

  private static func decode(_ bytes: [UInt8], _ charset: String) -> DecodedText? {
    CharsetConverter(charset: charset)?.decode(bytes)
  }
}
