import Foundation
import TestSupport
import Testing

/// Folders as a crawler, a broken disk or a prankster leaves them: everything readable is read,
/// everything else is named in one line, and the run ends.
@Suite struct HostileFolderTests {
  private let article = "雨城教育局昨日宣布新方案\n全市共有3所学校、120名教师参加培训。\n"

  private func documents(_ arguments: String, in scratch: Scratch) throws -> Program.Result {
    try Program.shell("\"$EDUAI\" extract in --table documents \(arguments)", in: scratch.url)
  }

  @Test func namesMayHoldAnyByte() throws {
    let scratch = try Scratch()
    try scratch.write("article", article)
    _ = try Program.shell(
      """
      mkdir in; for name in $'line\\nbreak.txt' $'quote".txt' $'bad\\xff\\xfe.txt' '=cmd.txt' \
        'a,b.txt' $'tab\\t.txt' ' .txt' $'\\x1b[31m.txt'; do cp article "in/$name"; done
      """, in: scratch.url)
    let result = try documents("", in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("\"in/line\nbreak.txt\""))
    #expect(result.text.contains("\"in/quote\"\".txt\""))
    #expect(result.text.contains("in/bad\u{FFFD}\u{FFFD}.txt"))
    let tsv = try documents("--format tsv", in: scratch)
    #expect(tsv.lines.count == 9)
    #expect(
      Set(tsv.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count })
        .count == 1)
  }

  @Test func whatIsNoFileIsSkippedWithANote() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", article)
    _ = try Program.shell(
      "mkfifo in/pipe.txt; ln -s /dev/zero in/zero.txt; ln -s nowhere in/gone.txt", in: scratch.url)
    let result = try documents("", in: scratch)
    #expect(result.lines.count == 2)
    for name in ["pipe.txt", "zero.txt"] {
      #expect(result.errors.contains("in/\(name): skipped: not a regular file"))
    }
    #expect(result.errors.contains("in/gone.txt: "))
    #expect(result.status == 1)
  }

  @Test func compressionBombsEndAtTheLimit() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", article)
    _ = try Program.shell("head -c 300M /dev/zero | gzip -1 > in/bomb.txt.gz", in: scratch.url)
    let result = try documents("", in: scratch)
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.errors.contains("in/bomb.txt.gz: more than 64 MiB when decompressed"))
    #expect(result.errors.contains("--max-size"))
  }

  @Test func endlessInputEndsAtTheLimit() throws {
    let scratch = try Scratch()
    let result = try Program.shell("\"$EDUAI\" extract - < /dev/zero; echo $?", in: scratch.url)
    #expect(result.lines.last == "1")
    #expect(result.errors.contains("larger than 64 MiB"))
  }

  @Test func filesThatVanishOrShrinkDuringTheRunAreNamed() throws {
    let scratch = try Scratch()
    for number in 0..<60 { try scratch.write("in/a\(number).txt", article) }
    try scratch.write("in/z.txt", article)
    // The folder is listed at the start, which takes seconds under a sanitizer; the reader then waits at
    // standard input.
    let result = try Program.shell(
      """
      (sleep 5; rm in/z.txt; cat in/a1.txt) | "$EDUAI" extract - in --table documents
      """, in: scratch.url)
    #expect(result.status == 1)
    #expect(result.lines.count == 62)
    #expect(result.errors.contains("in/z.txt: "))
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func signalsEndTheRunAndLeaveNothing(signal: String) throws {
    let scratch = try Scratch()
    let text = String(repeating: "他说，全市共有3所学校、120名教师参加培训。", count: 40_000)
    try scratch.write("long.txt", text)
    let result = try Program.shell(
      """
      "$EDUAI" extract long.txt long.txt long.txt -o out.csv & program=$!
      until ls out.csv.*.tmp > /dev/null 2>&1; do sleep 0.05; done
      kill -\(signal) $program; wait $program; status=$?; ls; exit $status
      """, in: scratch.url)
    #expect(result.status == 130)
    #expect(result.lines == ["long.txt"])
  }
}
