import Foundation
import TestSupport
import Testing

/// `eduai index`, `entities` and `export` as a user runs them.
@Suite struct IndexCommandTests {
  static let article = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  /// A folder of all kinds of input.
  static func mixedFolder() throws -> Scratch {
    let scratch = try Scratch()
    let articles = Program.checkout.appendingPathComponent("corpus/articles")
    for name in try FileManager.default.contentsOfDirectory(atPath: articles.path) {
      try scratch.write(
        "pages/\(name)", try Data(contentsOf: articles.appendingPathComponent(name)))
    }
    let line =
      "{\"id\": \"n1\", \"text\": \"雨城今年增长0.66667%，投入12.5亿元。\", \"site\": {\"a\": [1, \"甲\"]}}\n"
    try scratch.write("pages/x.jsonl", line + line + "{\"no\": 1}\n{\"text\": \"第二所学校。\"}\n")
    try scratch.write("pages/y.jsonl", line)
    try scratch.write("pages/b02/deeper.txt", article)
    try scratch.write("pages/empty.txt", "")
    // The same address in two archives: the second goes by file and record.
    let record =
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/1\r\n"
      + "Content-Type: text/plain\r\nContent-Length: \(article.utf8.count)\r\n\r\n\(article)\r\n\r\n"
    try scratch.write("pages/p.warc", record)
    try scratch.write("pages/q.warc", record)
    return scratch
  }

  @Test(arguments: [[], ["--script", "hans"], ["--script", "hant", "--region", "tw"]])
  func exportsWhatExtractPrints(options: [String]) throws {
    let scratch = try Self.mixedFolder()
    let index = try Program.run(
      ["index", "pages", "--db", "c.db", "--quiet"] + options, in: scratch.url)
    #expect(index.status == 1)
    #expect(index.errors.contains("pages/empty.txt: is empty"))
    #expect(index.errors.contains("pages/x.jsonl: line 3: no member text"))
    var kinds = ["documents", "mentions", "people", "institutions", "figures", "relations"].map {
      ["--table", $0]
    }
    kinds += [["--format", "tsv", "--bom"], ["--format", "jsonl"]]
    for kind in kinds {
      let extract = try Program.run(
        ["extract", "pages", "--quiet"] + options + kind, in: scratch.url)
      let export = try Program.run(["export", "--db", "c.db", "--quiet"] + kind, in: scratch.url)
      #expect(export.status == 0)
      #expect(export.output == extract.output, "\(kind)")
    }
  }

  @Test func exportsAWorkbook() throws {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", Self.article)
    _ = try Program.run(["index", "pages", "--db", "c.db", "--quiet"], in: scratch.url)
    for command in [["extract", "pages"], ["export", "--db", "c.db"]] {
      let result = try Program.run(
        command + ["--format", "xlsx", "-o", "\(command[0]).xlsx", "--quiet"], in: scratch.url)
      #expect(result.status == 0)
    }
    let books = try ["extract.xlsx", "export.xlsx"].map {
      try Data(contentsOf: scratch.url.appendingPathComponent($0))
    }
    #expect(books[0] == books[1])
  }

  @Test func onePlainFileRemains() throws {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", Self.article)
    let result = try Program.run(["index", "pages", "--db", "c.db"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("eduai: 1 added, 0 changed"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
        == ["c.db", "pages"])
  }

  @Test func quietSaysNothingAndTheSummaryIsJSON() throws {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", Self.article)
    let result = try Program.run(
      ["index", "pages", "--db", "c.db", "--quiet", "--summary", "run.json"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty && result.output.isEmpty)
    let data = try Data(contentsOf: scratch.url.appendingPathComponent("run.json"))
    let summary = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(summary["complete"] as? Bool == true)
    #expect(summary["added"] as? Int == 1)
    #expect(summary["documents"] as? Int == 1)
  }

  @Test func needsNoTerminalNoHomeNoLocale() throws {
    let scratch = try Scratch()
    try scratch.write("pages/甲.txt", Self.article)
    let result = try Program.shell(
      "env -i \"$EDUAI\" index pages --db c.db --quiet < /dev/null", in: scratch.url)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let entities = try Program.shell(
      "env -i \"$EDUAI\" entities --db c.db --type person", in: scratch.url)
    #expect(entities.lines.dropFirst().first?.hasPrefix("person,林小禾,,1,1,1,1,") == true)
  }

  @Test func entitiesJoinShortNamesWhereDocumentsAgree() throws {
    let scratch = try Scratch()
    try scratch.write(
      "pages/a.txt", "雨城市第一中学举行科技节\n昨日，雨城市第一中学（以下简称雨城一中）举行科技节，雨城一中校长林小禾到场。\n")
    try scratch.write("pages/b.txt", "科技节落幕\n雨城一中校长林小禾昨日为获奖学生颁奖，会场设在图书馆。\n")
    _ = try Program.run(["index", "pages", "--db", "c.db", "--quiet"], in: scratch.url)
    let result = try Program.run(
      ["entities", "--db", "c.db", "--type", "institution", "--format", "jsonl"],
      in: scratch.url)
    #expect(
      result.lines.contains {
        $0.contains("\"name\": \"雨城市第一中学\"") && $0.contains("\"documents\": 2")
          && $0.contains("\"short_names\": [\"雨城一中\"]")
      }, "\(result.text)")
  }

  @Test(arguments: ["articles", "people", "figures", "statements"])
  func theViewsHaveRows(view: String) throws {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", Self.article)
    _ = try Program.run(["index", "pages", "--db", "c.db", "--quiet"], in: scratch.url)
    let sqlite = URL(fileURLWithPath: "/usr/bin/sqlite3")
    guard FileManager.default.isExecutableFile(atPath: sqlite.path) else { return }
    let rows = try Program.runTool(
      sqlite, ["c.db", "SELECT count(*) > 0 FROM \(view)"], in: scratch.url)
    #expect(rows.text == "1\n")
  }
}
