import Foundation
import TestSupport
import Testing

/// Manners of the command line that hold whatever is recognised.
@Suite struct CommandLineTests {
  private let article = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  @Test(arguments: [[], ["extract"], ["clean"], ["evaluate"], ["train"]])
  func everyCommandHasHelpWithExamples(command: [String]) throws {
    let result = try Program.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.text.contains("EXAMPLES"))
    #expect(result.errors.isEmpty)
  }

  @Test func tellsItsVersion() throws {
    let result = try Program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("eduai "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletions(shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.text.contains("extract"))
  }

  @Test(arguments: [
    ["extract"], ["extract", "--format", "pdf", "x"], ["extract", "--jobs", "-1", "x"],
    ["extract", "--encoding", "klingon", "x"], ["extract", "--region", "fr", "x"], ["nonsense"],
  ])
  func usageErrorsEndWithTwo(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test func readsStandardInputAndSumsUpOnStandardError() throws {
    let result = try Program.run(["extract", "-"], input: Data(article.utf8))
    #expect(result.status == 0)
    #expect(
      result.lines.first
        == "document,type,subtype,text,name,role,affiliation,value,value_max,unit,qualifier,"
        + "direction,subject,sentence,start,end")
    #expect(result.errors.contains("1 document,"))
    #expect(!result.errors.contains("\u{1B}"))
    let quiet = try Program.run(["extract", "-", "--quiet"], input: Data(article.utf8))
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == result.output)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let scratch = try Scratch()
    for number in 0..<200 { try scratch.write("\(number).txt", article) }
    let result = try Program.shell(
      "\"$EDUAI\" extract . --quiet | head -n 1; echo ${PIPESTATUS[0]}", in: scratch.url)
    #expect(result.lines.last == "0")
    #expect(result.errors.isEmpty)
  }

  @Test func aFileThatCannotBeWrittenEndsWithThree() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    let noFolder = try Program.run(
      ["extract", "a.txt", "--output", "missing/out.csv"], in: scratch.url)
    #expect(noFolder.status == 3)
    #expect(noFolder.errors.contains("missing/out.csv"))
    let full = try Program.shell("\"$EDUAI\" extract a.txt > /dev/full", in: scratch.url)
    #expect(full.status == 3)
    #expect(full.errors.contains("no space left"))
  }

  @Test func outputFilesAppearWholeAndLeaveNothingElse() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    try scratch.write("out.csv", "old")
    let result = try Program.run(["extract", "a.txt", "-o", "out.csv", "--bom"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    #expect(names == ["a.txt", "out.csv"])
    let written = try Data(contentsOf: scratch.url.appendingPathComponent("out.csv"))
    #expect(written.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func anInterruptLeavesNoOutputBehind() throws {
    let scratch = try Scratch()
    let result = try Program.shell(
      """
      mkfifo pipe; (exec sleep 30 > pipe) & sleeper=$!
      "$EDUAI" extract - -o out.csv < pipe & program=$!
      until ls out.csv.*.tmp > /dev/null 2>&1; do sleep 0.1; done
      kill -INT $program; wait $program; status=$?
      kill -KILL $sleeper; ls; exit $status
      """, in: scratch.url)
    #expect(result.status == 130)
    #expect(!result.text.contains("out.csv"))
  }

  @Test func oneArticleIsCleanedToTextSeveralToJSONLines() throws {
    let scratch = try Scratch()
    try scratch.write("pages/a.txt", article)
    let one = try Program.run(["clean", "pages", "--quiet"], in: scratch.url)
    #expect(one.text.hasPrefix("雨城教育局昨日宣布新方案\n"))
    try scratch.write("pages/b.txt", article)
    let two = try Program.run(["clean", "pages", "--quiet"], in: scratch.url)
    #expect(two.lines.count == 2)
    #expect(two.lines.allSatisfy { $0.hasPrefix("{\"document\": \"pages/") })
    let text = try Program.run(["clean", "pages", "--quiet", "--format", "text"], in: scratch.url)
    #expect(text.text == one.text + one.text)
  }

  @Test(arguments: [
    "甲\r\n\r\n  乙（）  \n", "没有行尾", "領(lǐng)域\n?！\n首页 > 正文\n", "\u{FEFF}带标记\n",
  ])
  func textComesBackUnchangedWhenNothingMayBeDone(text: String) throws {
    let result = try Program.run(
      ["clean", "-", "--keep-boilerplate", "--no-repair", "--input-format", "text", "--quiet"],
      input: Data(text.utf8))
    #expect(result.status == 0)
    #expect(result.text == text.replacingOccurrences(of: "\u{FEFF}", with: ""))
  }

  @Test(arguments: ["mentions", "documents", "people", "institutions", "figures", "relations"])
  func sameInputSameBytesWhateverTheJobs(table: String) throws {
    let scratch = try Scratch()
    for number in 0..<40 { try scratch.write("\(number).txt", article + "第\(number)条。\n") }
    let runs = try ["1", "2", "8"].map {
      try Program.run(
        ["extract", ".", "--table", table, "--jobs", $0, "--quiet"], in: scratch.url)
    }
    #expect(runs.allSatisfy { $0.status == 0 })
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output == runs[2].output)
  }
}

/// What only a terminal sees.
@Suite struct TerminalTests {
  @Test func progressShowsOnATerminalOnly() throws {
    let scratch = try Scratch()
    for number in 0..<20 { try scratch.write("in/\(number).txt", "全市共有3所学校、120名教师参加培训。\n") }
    // `script` runs its command on a terminal of its own and copies what that shows.
    let line = "script -qec \"'$EDUAI' extract in -o out.csv\" /dev/null"
    let terminal = try Program.shell(line, in: scratch.url)
    #expect(terminal.text.contains("MB/s"))
    #expect(terminal.text.contains("20 documents"))
    let quiet = try Program.shell(
      "script -qec \"'$EDUAI' extract in -o out.csv --quiet\" /dev/null", in: scratch.url)
    #expect(quiet.text.isEmpty)
    let pipe = try Program.run(["extract", "in", "-o", "out.csv"], in: scratch.url)
    #expect(!pipe.errors.contains("MB/s"))
  }
}

/// `--lexicon`: the user's names win; a wrong file is refused before anything runs.
@Suite struct LexiconOptionTests {
  private let text = "昨日，云上书院与白马社在雨城办了一场展览。\n"

  @Test func theUsersNamesWin() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", text)
    try scratch.write("names.tsv", "# mine\n白馬社\tinstitution\t白马诗社\tassociation\n云上书院\tnone\n")
    let result = try Program.run(
      ["extract", "a.txt", "--lexicon", "names.tsv", "--quiet"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.text.contains("institution,association,白马社,白马诗社"))
    #expect(!result.text.contains("institution,school,云上书院"))
    #expect(!result.text.contains("institution,other,云上书院"))
  }

  @Test(arguments: ["白马社\n", "白马社\tspaceship\n", "马\tperson\n"])
  func aWrongLexiconIsRefusedByLine(lexicon: String) throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", text)
    try scratch.write("names.tsv", "# mine\n" + lexicon)
    let result = try Program.run(["extract", "a.txt", "--lexicon", "names.tsv"], in: scratch.url)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("eduai: names.tsv: line 2: "))
    #expect(result.output.isEmpty)
  }
}
