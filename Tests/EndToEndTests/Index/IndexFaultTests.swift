import Foundation
import TestSupport
import Testing

/// What goes wrong around an index: kills, full disks, foreign files, second runs.
@Suite struct IndexFaultTests {
  private static let tables: [[String]] =
    ["documents", "mentions", "people", "institutions", "figures", "relations"].map {
      ["--table", $0]
    } + [["--format", "jsonl"]]

  /// Everything that can be exported, and what is derived.
  private func state(_ database: String, in folder: URL) throws -> [Data] {
    try Self.tables.map {
      try Program.run(["export", "--db", database, "--quiet"] + $0, in: folder).output
    } + [Program.run(["entities", "--db", database], in: folder).output]
  }

  /// A folder of many articles, some of them copies, some of them lines of one file.
  private func folder(articles: Int, lines: Int) throws -> Scratch {
    let scratch = try Scratch()
    for number in 0..<articles {
      try scratch.write(
        "pages/\(number).txt",
        "第\(number % 7)号方案\n" + IndexCommandTests.article
          + "其中第\(number / 2)批有\(number / 2 * 3)人。\n")
    }
    var text = ""
    for number in 0..<lines {
      text += "{\"id\": \"n\(number)\", \"text\": \"雨城投入\(number)亿元建设\(number + 3)所学校。\"}\n"
    }
    if lines > 0 { try scratch.write("pages/lines.jsonl", text) }
    return scratch
  }

  /// Set to run more kills than the few of every test run (`make test-faults`).
  private static let kills =
    ProcessInfo.processInfo.environment["EDUAI_TEST_KILLS"].flatMap(Int.init) ?? 6

  @Test func killedAnywhereAndResumedIsAsUndisturbed() throws {
    let scratch = try folder(articles: 40, lines: 80)
    let start = Date()
    let whole = try Program.run(
      ["index", "pages", "--db", "whole.db", "--quiet"], in: scratch.url)
    let seconds = Date().timeIntervalSince(start)
    #expect(whole.status == 0)
    let expected = try state("whole.db", in: scratch.url)
    for kill in 0..<Self.kills {
      let delay = seconds * Double.random(in: 0.02...1.05)
      // A kill, perhaps a second one, then a run to the end.
      let second = kill % 2 == 0 ? "" : "run \(String(format: "%.3f", delay / 3));"
      let result = try Program.shell(
        """
        rm -f k.db*
        run() { "$EDUAI" index pages --db k.db --quiet & p=$!; sleep $1; kill -KILL $p; wait $p; }
        run \(String(format: "%.3f", delay)) 2> /dev/null; \(second)
        "$EDUAI" index pages --db k.db --quiet; status=$?
        ls k.db* ; exit $status
        """, in: scratch.url)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text == "k.db\n")
      #expect(try state("k.db", in: scratch.url) == expected, "killed after \(delay) s")
    }
  }

  @Test func aKilledRunLeavesWholeDocumentsAndNoLock() throws {
    let scratch = try folder(articles: 150, lines: 0)
    let result = try Program.shell(
      """
      "$EDUAI" index pages --db k.db --quiet & p=$!
      until [ -s k.db-wal ] && [ $(stat -c %s k.db-wal) -gt 400000 ]; do
        sleep 0.02; kill -0 $p 2> /dev/null || break
      done
      kill -KILL $p 2> /dev/null; wait $p 2> /dev/null
      "$EDUAI" export --db k.db --quiet --table documents > /dev/null; echo $?
      "$EDUAI" index pages --db k.db --quiet; echo $?
      """, in: scratch.url)
    #expect(result.lines.suffix(2) == ["0", "0"], "\(result.errors)")
  }

  @Test func anInterruptKeepsWhatIsWhole() throws {
    let scratch = try folder(articles: 150, lines: 0)
    let result = try Program.shell(
      """
      "$EDUAI" index pages --db k.db --quiet & p=$!
      until [ -s k.db ]; do sleep 0.02; done; sleep 0.3
      kill -INT $p; wait $p; echo $?
      ls k.db* | tr '\\n' ' '; "$EDUAI" index pages --db k.db --quiet; echo $?
      """, in: scratch.url)
    // A fast machine may have finished before.
    #expect(["130", "0"].contains(result.lines.first))
    #expect(result.lines.last == "k.db 0")
  }

  @Test func aSecondRunLeavesOrWaits() throws {
    let scratch = try folder(articles: 10, lines: 0)
    let result = try Program.shell(
      """
      mkfifo pipe; (exec sleep 60 > pipe) & sleeper=$!
      "$EDUAI" index - --db k.db --quiet < pipe & first=$!
      until [ -s k.db.lock ]; do sleep 0.02; done
      "$EDUAI" index pages --db k.db --quiet; echo "second $?"
      "$EDUAI" index pages --db k.db --wait 2> third & third=$!
      until grep -q waiting third; do sleep 0.02; done
      kill -KILL $first; wait $third; echo "third $?"; cat third >&2
      kill -KILL $sleeper; ls k.db*
      """, in: scratch.url)
    #expect(result.lines == ["second 3", "third 0", "k.db"])
    #expect(result.errors.contains("k.db: another eduai index is writing it (process "))
    #expect(result.errors.contains("k.db: waiting for another eduai index"))
  }

  @Test(Program.needsFileLimit) func aFullDiskIsSaidAndNothingIsLost() throws {
    let scratch = try folder(articles: 120, lines: 0)
    // No file may grow beyond 250 KiB.
    let result = try Program.shell(
      """
      "$EDUAI" index pages/1.txt pages/2.txt --db k.db --quiet || exit 9
      (ulimit -f 250; "$EDUAI" index pages --db k.db --quiet; echo "full $?")
      "$EDUAI" index pages --db k.db --quiet; echo "then $?"
      "$EDUAI" index pages --db whole.db --quiet; ls *.db*
      """, in: scratch.url)
    #expect(result.lines == ["full 3", "then 0", "k.db", "whole.db"], "\(result.errors)")
    #expect(result.errors.contains("eduai: k.db: cannot be written: "))
    #expect(try state("k.db", in: scratch.url) == state("whole.db", in: scratch.url))
  }

  @Test func aFullFileSystemIsSaidAndNothingIsLost() throws {
    let scratch = try folder(articles: 120, lines: 0)
    let result = try Program.shell(
      """
      mkdir small; mount -t tmpfs -o size=700k none small 2> /dev/null || exit 77
      "$EDUAI" index pages --db small/k.db --quiet; echo "full $?"
      mount -o remount,size=64m small
      "$EDUAI" index pages --db small/k.db --quiet; echo "then $?"
      ls small; cp small/k.db .; umount small
      "$EDUAI" index pages --db whole.db --quiet
      """, in: scratch.url)
    if result.status == 77 {
      print("skipped: mounting a small file system needs root")
      return
    }
    #expect(result.lines == ["full 3", "then 0", "k.db"], "\(result.errors)")
    #expect(result.errors.contains("small/k.db: cannot be written: no space left"))
    #expect(try state("k.db", in: scratch.url) == state("whole.db", in: scratch.url))
  }

  @Test func aFolderThatTakesNoFilesIsSaid() throws {
    let scratch = try folder(articles: 1, lines: 0)
    for path in ["/proc/k.db", "missing/k.db"] {
      let result = try Program.run(["index", "pages", "--db", path, "--quiet"], in: scratch.url)
      #expect(result.status == 3)
      #expect(result.errors.hasPrefix("eduai: \(path): cannot be written: "))
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    ("text", "is no index"), ("torn", "is no index"),
    ("foreign", "is a database of another program"), ("newer", "was made by a newer eduai"),
  ])
  func otherFilesAreLeftAsTheyAre(kind: String, message: String) throws {
    let scratch = try folder(articles: 30, lines: 0)
    _ = try Program.run(["index", "pages", "--db", "k.db", "--quiet"], in: scratch.url)
    let file = scratch.url.appendingPathComponent("k.db")
    var bytes = try Data(contentsOf: file)
    // The fields of SQLite's header: application id at 68, user version at 60.
    switch kind {
    case "text": bytes = Data(String(repeating: "no database at all. ", count: 99).utf8)
    case "torn": bytes.replaceSubrange(100..<4000, with: Data(repeating: 0xA5, count: 3900))
    case "foreign": bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    default: bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    }
    try bytes.write(to: file)
    let result = try Program.run(["index", "pages", "--db", "k.db", "--quiet"], in: scratch.url)
    #expect(result.status == 3)
    #expect(result.errors.contains("eduai: k.db: \(message)"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try Data(contentsOf: file) == bytes)
    for command in ["export", "entities"] {
      let read = try Program.run([command, "--db", "k.db"], in: scratch.url)
      #expect(read.status == 1)
      #expect(read.errors.contains("eduai: k.db: \(message)"), "\(read.errors)")
    }
  }

  @Test func aMissingIndexIsAUsageError() throws {
    let scratch = try Scratch()
    for command in ["export", "entities"] {
      let result = try Program.run([command, "--db", "none.db"], in: scratch.url)
      #expect(result.status == 2)
      #expect(result.errors == "eduai: none.db: no such file; eduai index makes one\n")
      #expect(result.output.isEmpty)
    }
  }

  @Test func aFileThatChangesWhileItIsReadIsReadAgain() throws {
    let scratch = try folder(articles: 2, lines: 150)
    let result = try Program.shell(
      """
      (while :; do echo '{"text": "又一行。"}' >> pages/lines.jsonl; sleep 0.005; done) & writer=$!
      "$EDUAI" index pages --db k.db --quiet; echo $?
      kill -KILL $writer; wait $writer 2> /dev/null
      "$EDUAI" index pages --db k.db --quiet; echo $?
      "$EDUAI" index pages --db whole.db --quiet
      """, in: scratch.url)
    #expect(result.lines == ["1", "0"], "\(result.errors)")
    #expect(result.errors.contains("pages/lines.jsonl: changed while it was read"))
    #expect(try state("k.db", in: scratch.url) == state("whole.db", in: scratch.url))
  }
}
