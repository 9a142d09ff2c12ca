import HanText
import Testing

@testable import Pages

@Suite("JSON Lines")
struct JSONLinesTests {
  private func read(_ text: String) throws -> [Result<InputRecord, InputFailure>] {
    let folder = try TemporaryFolder()
    let reader = InputReader(paths: [try folder.write("in.jsonl", text)])
    var results: [Result<InputRecord, InputFailure>] = []
    while let result = reader.next() { results.append(result) }
    return results
  }

  private func text(_ record: InputRecord) -> String {
    guard case .text(let scalars) = record.content else { return "" }
    return String(scalars: scalars)
  }

  @Test("members of the contract, and others carried through in order as they stand")
  func members() throws {
    let line = """
      {"url": "http://a.example/1","id":"甲","text":"一\\n二\\u4e09\\ud840\\udc00\\/","title":"题",\
      "published":"2024-05-06","n":[1, {"k":-1.5e3}],"title":"又","s":null}
      """
    let record = try #require(try read(line).first?.get())
    #expect(record.document == "甲")
    #expect(text(record) == "一\n二三𠀀/")
    #expect(record.title == "题")
    #expect(record.published == "2024-05-06")
    #expect(
      record.carried.map { "\($0.key)=\($0.json)" } == [
        "url=\"http://a.example/1\"", "n=[1, {\"k\":-1.5e3}]", "title=\"又\"", "s=null",
      ])
  }

  @Test("bad lines are named with their number, good ones are read")
  func failures() throws {
    let lines = [
      "{\"text\":\"a\"}", "", "not json", "{\"id\":\"x\"}", "{\"text\":1}", "[1]",
      "{\"text\":\"a\"",
      "{\"text\":\"a\"} x", "{\"text\":\"a\nb\"}".replacing("\n", with: "\t"), "{\"text\":\"\\x\"}",
      "{\"text\":\"a\",}", "{\"text\":\"a\",\"n\":01}", "{\"text\":\"\\ud800\"}\r",
      "{\"text\":\"end\"}",
    ]
    var log: [String] = []
    for result in try read(lines.joined(separator: "\n")) {
      switch result {
      case .success(let record):
        log.append((record.document.split(separator: "/").last ?? "") + "=" + text(record))
      case .failure(let failure):
        let name = failure.document.split(separator: "/").last ?? ""
        log.append("\(name): \(failure.reason)")
      }
    }
    #expect(
      log == [
        "in.jsonl:line 1=a", "in.jsonl: line 3: not a JSON object",
        "in.jsonl: line 4: no member text", "in.jsonl: line 5: the member text is no string",
        "in.jsonl: line 6: not a JSON object", "in.jsonl: line 7: JSON ends early",
        "in.jsonl: line 8: malformed JSON at byte 14",
        "in.jsonl: line 9: malformed JSON at byte 11",
        "in.jsonl: line 10: malformed JSON at byte 11",
        "in.jsonl: line 11: malformed JSON at byte 13",
        "in.jsonl: line 12: malformed JSON at byte 18", "in.jsonl:line 13=\u{FFFD}",
        "in.jsonl:line 14=end",
      ])
  }

  @Test("missing and repeated ids are named by file and line; a repeated id is carried through")
  func ids() throws {
    let records = try read(
      """
      {"id":"a","text":"1"}
      {"id":"a","text":"2"}
      {"id":7,"text":"3"}
      {"id":null,"text":"4"}
      {"id":"","text":"5"}
      """
    ).map { try $0.get() }
    let names = records.map { String($0.document.split(separator: "/").last ?? "") }
    #expect(names == ["a", "in.jsonl:line 2", "7", "in.jsonl:line 4", "in.jsonl:line 5"])
    #expect(records[1].carried.first?.key == "id")
    #expect(records[1].carried.first?.json == "\"a\"")
  }

  @Test("bytes that are no UTF-8 are counted")
  func invalid() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.jsonl", [0xEF, 0xBB, 0xBF] + Array("{\"text\":\"a".utf8) + [0xFF] + Array("\"}".utf8))
    let record = try #require(try InputReader(paths: [path]).next()?.get())
    #expect(text(record) == "a\u{FFFD}")
    #expect(record.undecodable == 1)
  }

  @Test("deep nesting costs no stack")
  func deep() throws {
    let depth = 200_000
    let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let results = try read(
      "{\"n\":\(value),\"text\":\"x\"}\n{\"n\":\(value.dropLast()),\"text\":\"x\"}")
    #expect((try? results.first?.get().carried.first?.json.utf8.count) == 2 * depth)
    #expect(throws: InputFailure.self) { try results.last?.get() }
  }

  @Test("random lines never crash the scanner")
  func random() {
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\\u", "12", ":", ",", "text", "-", "e", "nul", "null", " ",
    ]
    var state: UInt64 = 5
    for _ in 0..<20_000 {
      var line = "{"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        line += pieces[Int(state >> 60)]
      }
      Array(line.utf8).withUnsafeBufferPointer { bytes in
        var scanner = JSONScanner(bytes)
        let members = try? scanner.members()
        for member in members ?? [] { _ = JSONScanner.string(bytes, member.value) }
      }
    }
  }
}
