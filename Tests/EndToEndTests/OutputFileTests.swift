import Foundation
import TestSupport
import Testing

/// What `--output` does with what stands under its name, and with a caller's closed streams.
@Suite struct OutputFileTests {
  private let article = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    return scratch
  }

  @Test(arguments: ["2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func messagesNeverReachTheFile(closed: String) throws {
    let scratch = try scratch()
    let result = try Program.shell(
      "\"$EDUAI\" extract a.txt missing -o out.csv \(closed)", in: scratch.url)
    #expect(result.status == 1)
    let text = try String(
      contentsOf: scratch.url.appendingPathComponent("out.csv"), encoding: .utf8)
    #expect(text.hasPrefix("document,type,"))
    #expect(!text.contains("missing"))
  }

  @Test func aClosedStandardOutputIsAFailure() throws {
    let scratch = try scratch()
    let result = try Program.shell("\"$EDUAI\" extract a.txt >&-", in: scratch.url)
    #expect(result.status == 3)
  }

  @Test func aDashIsStandardOutput() throws {
    let scratch = try scratch()
    let result = try Program.run(["clean", "a.txt", "-o", "-", "--quiet"], in: scratch.url)
    #expect(result.text.hasPrefix("雨城教育局"))
    #expect(
      !FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("-").path))
  }

  @Test func linksStayLinksAndPermissionsStay() throws {
    let scratch = try scratch()
    let result = try Program.shell(
      """
      mkdir data; echo old > data/real.csv; chmod 600 data/real.csv; ln -s data/real.csv out.csv
      "$EDUAI" extract a.txt -o out.csv --quiet
      test -L out.csv && stat -c %a data/real.csv && head -c 8 data/real.csv && ls data
      """, in: scratch.url)
    #expect(result.text == "600\ndocumentreal.csv\n")
  }

  @Test func aWriteProtectedFileIsLeftAlone() throws {
    let scratch = try scratch()
    let result = try Program.shell(
      """
      echo old > out.csv; chmod 444 out.csv
      test -w out.csv && exit 77
      "$EDUAI" extract a.txt -o out.csv --quiet; echo $?; cat out.csv
      """, in: scratch.url)
    if result.status != 77 { #expect(result.text == "3\nold\n") }
  }
}
