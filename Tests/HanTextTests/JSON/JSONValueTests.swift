import HanText
import Testing

@Suite struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test func keepsOrderAndDigits() throws {
    guard case .object(let members) = try parse(#" {"b": 1.50, "a": ["x", null, true]} "#) else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.key) == ["b", "a"])
    guard case .number(let digits) = members[0].value else {
      Issue.record("not a number")
      return
    }
    #expect(digits == "1.50")
    #expect(members[1].value.array?.first?.string == "x")
  }

  @Test(arguments: [
    (#""領\u57df""#, "領域"), (#""\ud842\udfb7""#, "𠮷"), (#""\ud842x""#, "\u{FFFD}x"),
    (#""a\/b\"\\\n""#, "a/b\"\\\n"),
  ])
  func readsStrings(json: String, text: String) throws {
    #expect(try parse(json).string == text)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{a: 1}", "01", "1.", "-", "tru", "\"\\x\"", "\"\\u12g4\"",
    "\"open", "\"\n\"", "1 2", "[1", "{\"a\": 1,}", "nul", "\"\\u12",
  ])
  func refusesWhatIsNotJSON(json: String) {
    #expect(throws: JSONFailure.self) { try parse(json) }
  }

  @Test func refusesAbyssesWithoutFallingIn() {
    #expect(throws: JSONFailure.self) { try parse(String(repeating: "[", count: 1_000_000)) }
  }
}
