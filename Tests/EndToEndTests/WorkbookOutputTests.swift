import Foundation
import TestSupport
import Testing

/// `extract --format xlsx`: manners of a binary format.
@Suite struct WorkbookOutputTests {
  private let article = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", article)
    return scratch
  }

  @Test func theSameBytesToAFileAndAPipe() throws {
    let scratch = try scratch()
    let file = try Program.run(
      ["extract", "in", "--format", "xlsx", "--output", "out.xlsx"], in: scratch.url)
    #expect(file.status == 0)
    #expect(file.errors.contains("1 document,"))
    let pipe = try Program.shell(
      "\"$EDUAI\" extract in --format xlsx --quiet --jobs 1 | cat > pipe.xlsx; ls", in: scratch.url)
    #expect(pipe.text == "in\nout.xlsx\npipe.xlsx\n")
    #expect(pipe.errors.isEmpty)
    let bytes = try Data(contentsOf: scratch.url.appendingPathComponent("out.xlsx"))
    #expect(bytes.starts(with: Data("PK".utf8)))
    #expect(bytes == (try Data(contentsOf: scratch.url.appendingPathComponent("pipe.xlsx"))))
  }

  @Test func oneTableWhereOneIsNamed() throws {
    let scratch = try scratch()
    let all = try Program.run(["extract", "in", "--format", "xlsx"], in: scratch.url)
    let one = try Program.run(
      ["extract", "in", "--format", "xlsx", "--table", "people"], in: scratch.url)
    let sixth = Data("xl/worksheets/sheet6.xml".utf8)
    let second = Data("xl/worksheets/sheet2.xml".utf8)
    #expect(all.output.range(of: sixth) != nil)
    #expect(one.output.range(of: second) == nil)
  }

  @Test func aTerminalGetsNoWorkbook() throws {
    let scratch = try scratch()
    let result = try Program.shell(
      "script -qec \"'$EDUAI' extract in --format xlsx\" /dev/null", in: scratch.url)
    #expect(result.status == 2)
    #expect(result.text.contains("--output"))
    #expect(!result.text.contains("PK"))
    let marked = try Program.run(["extract", "in", "--format", "xlsx", "--bom"], in: scratch.url)
    #expect(marked.status == 2)
  }

  @Test func anInterruptLeavesNothingBehind() throws {
    let scratch = try Scratch()
    let result = try Program.shell(
      """
      mkfifo pipe; (exec sleep 30 > pipe) & sleeper=$!
      "$EDUAI" extract - --format xlsx -o out.xlsx < pipe & program=$!
      until ls out.xlsx.*.tmp > /dev/null 2>&1; do sleep 0.1; done
      kill -INT $program; wait $program; status=$?
      kill -KILL $sleeper; ls -A; exit $status
      """, in: scratch.url)
    #expect(result.status == 130)
    #expect(result.text == "pipe\n")
  }

  @Test func cutCellsAreTold() throws {
    let scratch = try Scratch()
    let title = String(repeating: "长", count: 40_000)
    let line = "{\"id\": \"a\", \"text\": \"雨城有3所学校。\", \"title\": \"\(title)\"}\n"
    try scratch.write("a.jsonl", line)
    let result = try Program.run(
      ["extract", "a.jsonl", "--format", "xlsx", "-o", "out.xlsx", "--quiet"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.errors == "eduai: out.xlsx: 1 cell cut to what a spreadsheet's cell holds\n")
  }

  @Test func aFullDiskIsAFailure() throws {
    let scratch = try scratch()
    let full = try Program.shell(
      "\"$EDUAI\" extract in --format xlsx > /dev/full", in: scratch.url)
    #expect(full.status == 3)
    #expect(full.errors.contains("no space left"))
  }

  @Test(Program.needsFileLimit) func aFileThatCannotGrowIsAFailure() throws {
    let scratch = try scratch()
    // Files beyond a limit fail like those on a full disk.
    let limited = try Program.shell(
      "ulimit -f 4; trap '' XFSZ; \"$EDUAI\" extract in --format xlsx -o out.xlsx; echo $?; ls",
      in: scratch.url)
    #expect(limited.text == "3\nin\n")
  }
}
