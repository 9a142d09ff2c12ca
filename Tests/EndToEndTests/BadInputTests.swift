import Foundation
import TestSupport
import Testing

/// What bad input gets: one clear line, everything else done, exit status 1.
@Suite struct BadInputTests {
  private let article = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  /// Runs `extract` over a bad file beside a good one.
  private func extract(_ name: String, _ bytes: Data) throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write("in/good.txt", article)
    try scratch.write("in/\(name)", bytes)
    return try Program.run(["extract", "in", "--table", "documents"], in: scratch.url)
  }

  @Test(arguments: [
    ("empty.txt", Data()),
    ("binary.txt", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) })),
    ("cut.txt.gz", Data([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48])),
    ("blank.html", Data("<html><body> <script>x</script></body></html>".utf8)),
  ])
  func oneLineNamesTheFileTheRestIsDone(name: String, bytes: Data) throws {
    let result = try extract(name, bytes)
    #expect(result.status == 1)
    #expect(result.lines.count == 2, "header and the good document")
    let named = result.errors.split(separator: "\n").filter { $0.contains("in/\(name)") }
    #expect(named.count == 1, "\(result.errors)")
    #expect(result.errors.contains("1 failure"))
  }

  @Test func badJSONLinesAreNamedByNumber() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.jsonl",
      "{\"id\": \"x\", \"text\": \"全市共有3所学校。\"}\n{oops\n{\"id\": \"y\", \"text\": \"共有4所。\"}\n")
    let result = try Program.run(["extract", "a.jsonl", "--table", "documents"], in: scratch.url)
    #expect(result.status == 1)
    #expect(result.lines.count == 3)
    #expect(result.errors.contains("line 2"))
  }

  @Test func missingPathsAndEmptyFoldersFail() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
    for path in ["missing", "empty"] {
      let result = try Program.run(["extract", path], in: scratch.url)
      #expect(result.status == 1)
      #expect(result.errors.contains("eduai: \(path): "))
    }
  }

  @Test func directoryLoopsEnd() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", article)
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appendingPathComponent("in/loop"),
      withDestinationURL: scratch.url.appendingPathComponent("in"))
    let result = try Program.run(["extract", "in", "--table", "documents"], in: scratch.url)
    #expect(result.lines.count == 2)
  }

  @Test func foldersTooDeepToReachAreNamed() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", article)
    let result = try Program.shell(
      """
      name=$(printf 'd%.0s' {1..200}); cd in; ln -s nowhere link
      for i in {1..25}; do mkdir $name; cd $name; done; cp "$OLDPWD"/../a.txt . 2> /dev/null
      cd "$0"; "$EDUAI" extract in --table documents; status=$?; rm -rf in; exit $status
      """.replacingOccurrences(of: "$0", with: scratch.url.path), in: scratch.url)
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.errors.contains("the path is too long"))
    #expect(!result.errors.contains("link"))
  }

  @Test func undecodableBytesAreCountedNotDropped() throws {
    var bytes = Data("全市共有3所学校".utf8)
    bytes.append(contentsOf: [0xFF, 0xFE, 0xFF])
    bytes.append(contentsOf: Data("，120名教师。\n".utf8))
    let scratch = try Scratch()
    try scratch.write("a.txt", bytes)
    let result = try Program.run(
      ["extract", "a.txt", "--encoding", "UTF-8", "--format", "jsonl", "--quiet"], in: scratch.url)
    #expect(result.text.contains("学校\u{FFFD}\u{FFFD}\u{FFFD}，"))
    #expect(result.text.contains("\"undecodable\": 3"))
  }

  @Test func abyssesOfTagsAndEndlessLinesAreRead() throws {
    let scratch = try Scratch()
    let nested = String(repeating: "<div>", count: 1_000_000) + "全市共有3所学校参加了培训。"
    try scratch.write("nested.html", nested)
    try scratch.write("line.txt", String(repeating: "全市共有3所学校参加培训。", count: 100_000))
    let result = try Program.run(["clean", "nested.html", "line.txt"], in: scratch.url)
    #expect(result.status == 0 || result.status == 1)
    #expect(result.text.contains("全市共有3所学校参加培训"))
  }

  @Test func namesThatWouldDriveATerminalAreMadeVisible() throws {
    let scratch = try Scratch()
    try scratch.write("in/\u{1B}[31mred.txt", Data())
    let result = try Program.run(["extract", "in"], in: scratch.url)
    #expect(!result.errors.contains("\u{1B}"))
  }
}
