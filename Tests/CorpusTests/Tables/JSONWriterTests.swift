import Entities
import HanText
import Testing

@testable import Corpus

@Suite struct JSONWriterTests {
  @Test func keepsMembersInOrderAndLeavesUnknownOnesOut() {
    var json = JSONWriter()
    json.object { json in
      json.member("z", "last letter")
      json.member("a", nil as String?)
      json.member("b", "")
      json.member("n", ExactDecimal(66_67, exponent: -4))
      json.key("list")
      json.array { json in
        json.value(1)
        json.object { _ in }
      }
    }
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text == #"{"z": "last letter", "n": 0.6667, "list": [1, {}]}"#)
  }

  @Test(arguments: ["\"\\\n\r\t\u{1}\u{7F}", "領域", "𠮷", "\u{2028}"])
  func whatItWritesReadsBack(text: String) throws {
    var json = JSONWriter()
    json.value(text)
    #expect(try JSONValue(parsing: json.bytes).string == text)
    var passage = JSONWriter()
    passage.value(Scalars(text)[...])
    #expect(passage.bytes == json.bytes)
  }
}
