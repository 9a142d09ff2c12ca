import Entities
import Glibc
import HanText

/// What holds for any input. A broken law ends the process, so that libFuzzer keeps the input.
enum Law {
  static func expect(_ holds: Bool, _ law: String) {
    guard !holds else { return }
    report("broken law: \(law)")
    abort()
  }

  /// One line on standard error.
  static func report(_ message: String) {
    let line = Array("fuzz: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  /// Text holds Unicode scalars only.
  static func holdsScalarsOnly(_ text: Scalars) {
    for scalar in text where scalar > 0x10FFFF || 0xD800...0xDFFF ~= scalar {
      expect(false, "U+\(String(scalar, radix: 16)) is no scalar")
    }
  }

  /// Mentions lie in the text, in order, without overlap.
  static func holds(_ mentions: [Mention], in text: Scalars) {
    var end = 0
    for mention in mentions {
      expect(mention.span.start >= end, "mentions overlap or are out of order")
      expect(mention.span.end > mention.span.start, "a mention is empty")
      expect(mention.span.end <= text.count, "a mention ends behind the text")
      expect(!mention.name.isEmpty, "a mention has no name")
      end = mention.span.end
    }
  }
}
