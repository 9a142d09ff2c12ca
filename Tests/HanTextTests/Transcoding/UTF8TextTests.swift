import TestSupport
import Testing

@testable import HanText

@Suite("UTF-8")
struct UTF8TextTests {
  @Test(
    "ill-formed bytes become one U+FFFD for each maximal part",
    arguments: [
      ([0xE4, 0xB8, 0xAD], "中", 0),
      ([0x61, 0x80, 0x62], "a\u{FFFD}b", 1),
      ([0x80, 0xBF], "\u{FFFD}\u{FFFD}", 2),
      ([0xE4, 0xB8], "\u{FFFD}", 1),
      ([0xE4, 0xB8, 0x61], "\u{FFFD}a", 1),
      ([0xE4, 0x61, 0x62, 0x63], "\u{FFFD}abc", 1),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", 2),
      ([0xE0, 0x80, 0x80, 0x61], "\u{FFFD}\u{FFFD}\u{FFFD}a", 3),
      ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}\u{FFFD}\u{FFFD}a", 3),
      ([0xF0, 0x9F, 0x98, 0x80], "😀", 0),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}", 1),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
      ([0xF5, 0xFF, 0xFE], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([], "", 0),
    ] as [([UInt8], String, Int)])
  func decoding(bytes: [UInt8], expected: String, invalid: Int) {
    let decoded = UTF8Text.decode(bytes)
    #expect(String(scalars: decoded.scalars) == expected)
    #expect(decoded.invalid == invalid)
    #expect(UTF8Text.isValid(bytes) == (invalid == 0))
  }

  @Test("random bytes decode as Swift's own decoder has them")
  func randomBytes() {
    var random = SeededGenerator(seed: 7)
    let pieces: [[UInt8]] = [
      [0xE4, 0xB8, 0xAD], [0x61], [0xC2, 0xA0], [0xF0, 0xA0, 0x80, 0x80], [0xE5], [0x9B], [0xF0],
      [0xFF], [0xED, 0xA0], [0x20, 0x20, 0x20, 0x20],
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(20) { bytes += pieces[random.below(pieces.count)] }
      if random.below(3) == 0 { bytes.append(UInt8(random.below(256))) }
      let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      #expect(UTF8Text.decode(bytes).scalars == expected, "\(bytes)")
    }
  }

  @Test("encoding gives back what was decoded, whatever the length of the text")
  func roundTrip() {
    let unit = "中文 abc é €😀𠀀\u{FFFF}"
    for count in [0, 1, 2, 40, 200] {
      let string = String(repeating: unit, count: count)
      let scalars = Scalars(string)
      #expect(scalars == string.unicodeScalars.map(\.value))
      #expect(UTF8Text.encode(scalars) == Array(string.utf8))
      #expect(String(scalars: scalars) == string)
      #expect(String(scalars: scalars[...]) == string)
      var appended: [UInt8] = [0x21]
      UTF8Text.append(scalars[...], to: &appended)
      #expect(appended == [0x21] + Array(string.utf8))
    }
  }

  @Test("values that are no scalars are written as U+FFFD")
  func noScalars() {
    #expect(String(scalars: [0xD800, 0x110000, .max, 0x4E2D]) == "\u{FFFD}\u{FFFD}\u{FFFD}中")
  }

  @Test("a sequence cut off by the end is well-formed only where that is allowed")
  func cutEnd() {
    #expect(UTF8Text.isValid([0x61, 0xE4, 0xB8], allowsCutEnd: true))
    #expect(!UTF8Text.isValid([0x61, 0xE4, 0xB8]))
    #expect(!UTF8Text.isValid([0x61, 0xB8], allowsCutEnd: true))
    #expect(!UTF8Text.isValid([0xE4, 0x61], allowsCutEnd: true))
  }
}
