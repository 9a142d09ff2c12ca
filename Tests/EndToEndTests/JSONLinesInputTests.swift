import Foundation
import TestSupport
import Testing

/// JSON Lines in, JSON Lines out: one value a key, the names of eduai's own output, encodings.
@Suite struct JSONLinesInputTests {
  /// The objects that a command prints for lines of JSON.
  private func run(
    _ command: String, _ lines: Data, options: [String] = []
  ) throws -> [(text: String, object: [String: Any])] {
    let result = try Program.run(
      [command, "-", "--input-format", "jsonl", "--format", "jsonl", "--quiet"] + options,
      input: lines)
    return try result.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return (line, object as? [String: Any] ?? [:])
    }
  }

  @Test func noKeyIsWrittenTwice() throws {
    let line = """
      {"id": "a", "title": "甲", "title": "乙", "document": "old", "mentions": "mine", "repairs": 9,\
       "source": "雨城年鉴", "text": "全市共有3所学校。", "note": 1.50}
      """
    for command in ["extract", "clean"] {
      let printed = try #require(try run(command, Data(line.utf8)).first)
      for key in ["document", "title", "repairs", "script", "source", "mentions", "note"] {
        #expect(printed.text.components(separatedBy: "\"\(key)\": ").count == 2, "\(key)")
      }
      #expect(printed.object["document"] as? String == "a")
      #expect(printed.object["source"] as? String == "雨城年鉴")
      #expect(printed.text.contains("\"note\": 1.50"))
    }
  }

  @Test func sourceAndAuthorsOfALineAreThoseOfTheDocument() throws {
    let line = """
      {"id": "a", "source": "雨城年鑑", "authors": ["林小禾", "高安"], "text": "全市共有3所学校。"}
      """
    let table = try Program.run(
      ["extract", "-", "--input-format", "jsonl", "--table", "documents", "--quiet"],
      input: Data(line.utf8))
    #expect(table.text.contains(",雨城年鑑,"))
    #expect(table.text.contains("林小禾") && table.text.contains("高安"))
  }

  @Test func ownOutputKeepsItsNames() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.write("pages/\(name).txt", "全市共有3所学校参加了培训。\n") }
    let cleaned = try Program.run(["clean", "pages", "--quiet"], in: scratch.url)
    let again = try run("clean", cleaned.output)
    #expect(again.map { $0.object["document"] as? String } == ["pages/a.txt", "pages/b.txt"])
  }

  @Test(arguments: ["GB18030", "Big5", "UTF-16LE", "UTF-16"])
  func linesMayBeInOtherEncodings(name: String) throws {
    let scratch = try Scratch()
    // 許功蓋 ends in a backslash byte in Big5.
    try scratch.write(
      "a.jsonl",
      "{\"id\": \"甲\", \"text\": \"許功蓋說，全市共有三所學校、一百二十名教師參加了這一次培訓。\"}\n"
        + "{\"id\": \"乙\", \"text\": \"全市共有四所學校的老師參加了培訓，他們都說收穫很大。\"}\n")
    let recoded = try Program.shell("iconv -f UTF-8 -t \(name) a.jsonl", in: scratch.url).output
    for options in [[], ["--encoding", name]] {
      let printed = try run("clean", recoded, options: options)
      #expect(printed.map { $0.object["document"] as? String } == ["甲", "乙"], "\(options)")
      #expect((printed.first?.object["text"] as? String)?.hasPrefix("許功蓋說") == true)
    }
  }
}
