import Foundation
import TestSupport
import Testing

/// Search, concordance and counts as a user runs them.
@Suite struct QueryTests {
  private let commands = ["search", "kwic", "words", "collocates", "keyness"]

  private func corpus() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", "雨城教師培訓\n雨城教師參加培訓，教師很多。\n")
    try scratch.write("pages/b.txt", "湖城教师培训\n湖城教师参加培训，学生很多，=1+1。\n")
    return scratch
  }

  @Test func everyCommandHasHelpWithExamples() throws {
    for command in commands {
      let result = try Program.run([command, "--help"])
      #expect(result.status == 0)
      #expect(result.text.contains("EXAMPLES"))
    }
  }

  @Test(arguments: [
    ["search"], ["search", "x"], ["kwic"], ["kwic", "x"], ["words"], ["keyness", "a"],
    ["keyness", "a", "b", "c"], ["keyness", "--db", "x", "--a", "y"],
    ["kwic", "x", "y", "--db", "z"],
    ["kwic", "x", "y", "--width", "0"], ["collocates", "x", "y", "--left", "0", "--right", "0"],
    ["words", "y", "--where", "x"], ["kwic", "[", "y"], ["search", "(", "--db", "x"],
    ["search", "x", "--db", "missing.db"], ["search", "x", "--db", "x", "--from", "gestern"],
    ["words", "y", "--stop-words", "missing.txt"],
  ])
  func usageErrorsEndWithTwo(arguments: [String]) throws {
    let scratch = try corpus()
    let result = try Program.run(arguments, in: scratch.url)
    #expect(result.status == 2, "\(result.errors)")
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test func aBadPatternOrQueryIsOneLine() throws {
    for arguments in [["kwic", "甲(", "x"], ["search", "甲 AND", "--db", "x"]] {
      let result = try Program.run(arguments)
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.errors.contains("character "))
    }
  }

  @Test func concordanceOfBothScripts() throws {
    let scratch = try corpus()
    let table = try Program.run(
      ["kwic", "教师", "pages", "--width", "2", "--format", "table", "--quiet"], in: scratch.url)
    #expect(
      table.lines == [
        "雨城  教師  培訓              pages/a.txt", "雨城  教師  參加              pages/a.txt",
        "訓，  教師  很多              pages/a.txt", "湖城  教师  培训              pages/b.txt",
        "湖城  教师  参加              pages/b.txt",
      ])
    let csv = try Program.run(["kwic", "＝1", "pages", "--bom", "--quiet"], in: scratch.url)
    #expect(csv.output.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(csv.lines.last?.contains(",'=1,") == true)
    let limited = try Program.run(
      ["kwic", "教师", "pages", "--sort", "right", "--limit", "2", "--format", "jsonl", "--quiet"],
      in: scratch.url)
    #expect(limited.lines.count == 2)
    #expect(limited.lines.allSatisfy { $0.contains("\"right\": \"参加") || $0.contains("參加") })
  }

  @Test(arguments: [
    ["words", "pages"], ["collocates", "教师", "pages"], ["keyness", "pages/a.txt", "pages/b.txt"],
    ["kwic", "教?", "pages", "--sort", "left"], ["words", "--db", "c.db"],
    ["collocates", "教师", "--db", "c.db", "--where", "培训"],
    ["keyness", "--db", "c.db", "--a", "雨城", "--b", "湖城"], ["kwic", "教?", "--db", "c.db"],
  ])
  func sameInputSameBytesWhateverTheJobs(arguments: [String]) throws {
    let scratch = try corpus()
    for number in 0..<20 { try scratch.write("pages/\(number).txt", "第\(number)城教师培训很多。\n") }
    _ = try Program.run(["index", "pages", "--db", "c.db"], in: scratch.url)
    let runs = try ["1", "8"].map {
      try Program.run(arguments + ["--jobs", $0, "--quiet"], in: scratch.url)
    }
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs[0].errors)")
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].lines.count > 2)
  }

  @Test func theIndexGivesWhatItsPathsGive() throws {
    let scratch = try corpus()
    _ = try Program.run(["index", "pages", "--db", "c.db"], in: scratch.url)
    for command in [["words"], ["collocates", "教师"], ["kwic", "培训"]] {
      let paths = try Program.run(command + ["pages", "--quiet"], in: scratch.url)
      let index = try Program.run(command + ["--db", "c.db", "--quiet"], in: scratch.url)
      #expect(paths.output == index.output && index.status == 0)
    }
  }

  @Test func searchFindsAndMarks() throws {
    let scratch = try corpus()
    _ = try Program.run(["index", "pages", "--db", "c.db"], in: scratch.url)
    let csv = try Program.run(["search", "學生", "--db", "c.db", "--quiet"], in: scratch.url)
    #expect(csv.status == 0)
    #expect(csv.lines.count == 2)
    #expect(csv.lines.last?.contains("**学生**很多") == true)
    let table = try Program.run(
      ["search", "学生", "--db", "c.db", "--format", "table"], in: scratch.url)
    #expect(table.text.hasPrefix("1. 湖城教师培训\n   pages/b.txt\n"))
    #expect(!table.text.contains("\u{1B}"))
    #expect(table.errors.contains("1 document"))
    let terminal = try Program.shell(
      "script -qec \"'$EDUAI' search 学生 --db c.db\" /dev/null", in: scratch.url)
    #expect(terminal.text.contains("\u{1B}[1;31m学生\u{1B}[0m"))
    let none = try Program.run(["search", "沒有", "--db", "c.db"], in: scratch.url)
    #expect(none.status == 0)
    let foreign = try Program.run(["search", "x", "--db", "pages/a.txt"], in: scratch.url)
    #expect(foreign.status == 1)
    let full = try Program.shell(
      "\"$EDUAI\" words pages > /dev/full; echo $?; \"$EDUAI\" words pages --quiet | head -n 1",
      in: scratch.url)
    #expect(full.lines.first == "3")
  }
}
