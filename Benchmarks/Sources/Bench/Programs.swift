import Corpus
import Glibc
import HanText

/// Measures the built program as a whole, against what finding words and converting script cost.
struct Programs {
  /// The program under test.
  let program: String
  /// The yardstick, `words`.
  let words: String
  /// Where generated articles and texts go.
  let folder: String
  let generator: Generator

  /// Times the whole analysis of 5,000 articles against the yardsticks.
  func measureExtract(into report: inout Report) throws {
    for (name, isDamaged) in [("as in corpus, damaged ones too", true), ("undamaged", false)] {
      let pages = isDamaged ? generator.pages : generator.pages.filter { !$0.isDamaged }
      let articles = "\(folder)/\(isDamaged ? "all" : "sound")"
      try Generator(pages: pages).write(5000, to: articles)
      let text = "\(articles).txt"
      _ = try ProcessRun(
        [program, "clean", articles, "--format", "text", "--quiet"], output: text)
      let bytes = Double(Files.read(text)?.count ?? 0)
      report.section("5,000 articles, \(name): \((bytes / 1e6).formatted(1)) MB of article text")
      let runs = try ProcessRun.inTurn(
        [
          extract(articles, jobs: 1), extract(articles, jobs: 2), [words, text],
          ["opencc", "-c", "t2s", "-i", text],
        ], rounds: 3)
      report.result("extract --jobs 1, CPU", "\(runs[0].cpu.formatted(2)) s")
      report.result("  of article text", "\((bytes / runs[0].cpu / 1e6).formatted(1)) MB/s")
      report.result("ICU word boundaries of the text, CPU", "\(runs[2].cpu.formatted(2)) s")
      report.result("opencc -c t2s of the text, CPU", "\(runs[3].cpu.formatted(2)) s")
      report.result("ratio to ICU's words", (runs[0].cpu / runs[2].cpu).formatted(2), "bar 1.0")
      report.result("ratio to opencc", (runs[0].cpu / runs[3].cpu).formatted(2), "bar 1.0")
      report.result(
        "--jobs 2 against 1, wall", (runs[0].wall / runs[1].wall).formatted(2), "bar 1.85")
      report.result("  CPU", (runs[1].cpu / runs[0].cpu).formatted(2))
      report.result("peak memory, 5,000 articles", "\(runs[0].peak.formatted(0)) MiB")
      guard isDamaged else { continue }
      let part = try ProcessRun.inTurn([extract("\(articles)/000", jobs: 1)], rounds: 3)[0]
      report.result("peak memory, 1,000 articles", "\(part.peak.formatted(0)) MiB")
      report.result(
        "CPU of 5,000 articles over 1,000", (runs[0].cpu / part.cpu).formatted(2), "linear: 5")
    }
  }

  /// Times what a user waits for where there is little to do.
  func measureStart(into report: inout Report) throws {
    let text = "\(folder)/short.txt"
    try Files.write(
      Array("雨城启动教师人工智能培训\n\n本报雨城5月6日电 雨城市教育局局长林小禾昨日表示，全市已有25万名教师完成培训。\n".utf8), to: text)
    let runs = try ProcessRun.inTurn(
      [[program, "--version"], extract(text, jobs: 1)], rounds: 21)
    report.section("start-up, median of 21")
    for (name, run, bar) in [("--version", runs[0], 10), ("one short article", runs[1], 40)] {
      report.result("\(name), wall", "\((run.wall * 1000).formatted(1)) ms", "bar \(bar) ms")
      report.result("\(name), CPU", "\((run.cpu * 1000).formatted(1)) ms")
      report.result("\(name), peak memory", "\(run.peak.formatted(0)) MiB")
    }
  }

  /// Runs over single files that are far larger than any article.
  func measureLargeFiles(megabytesOfLines: Int, into report: inout Report) throws {
    report.section("large files, --jobs 2")
    let lines = "\(folder)/large.jsonl"
    try generator.writeLines(megabytes: megabytesOfLines, to: lines)
    try addLarge("\(megabytesOfLines) MiB of JSON Lines", lines, &report)
    unlink(lines)
    for megabytes in [50, 100, 200] {
      let text = "\(folder)/large.txt"
      try generator.writeText(megabytes: megabytes, to: text)
      try addLarge("one text of \(megabytes) MiB", text, &report)
      unlink(text)
    }
  }

  private func addLarge(_ name: String, _ path: String, _ report: inout Report) throws {
    let run = try ProcessRun(extract(path, jobs: 2))
    report.result(name, "\(run.wallSeconds.formatted(1)) s", "wall")
    report.result("  peak memory", "\(run.peakMebibytes.formatted(0)) MiB")
  }

  private func extract(_ path: String, jobs: Int) -> [String] {
    [program, "extract", path, "--quiet", "--jobs", "\(jobs)"]
  }
}
