import Foundation
import TestSupport
import Testing

/// `--same-site`: pages of one folder are compared.
@Suite struct SameSiteTests {
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    for number in 10..<30 {
      try scratch.write(
        "site/\(number).txt",
        """
        雨城第\(number)号工程开工
        2024-03-\(number) 08:30
        雨城市第\(number)号工程昨日开工，投资\(number)00万元，明年完工。
        给这篇打个分
        写信给我们
        把家门口的照片寄给我们，编辑部每周选三封登在周末的版面上。

        """)
    }
    return scratch
  }

  @Test func sharedLinesGoWhateverTheJobs() throws {
    let scratch = try folder()
    let runs = try ["1", "2", "8"].map {
      try Program.run(
        ["clean", "site", "--same-site", "--jobs", $0, "--format", "text", "--quiet"],
        in: scratch.url)
    }
    #expect(runs.allSatisfy { $0.status == 0 && $0.text == runs[0].text })
    #expect(runs[0].lines.count == 40)
    #expect(!runs[0].text.contains("写信给我们"))
  }

  @Test func explainTellsWhy() throws {
    let scratch = try folder()
    let result = try Program.run(
      ["clean", "site", "--same-site", "--explain", "--quiet"], in: scratch.url)
    #expect(result.text.contains("stands on other pages of the folder"))
  }

  @Test func oneFileIsNotCompared() throws {
    let scratch = try folder()
    let alone = try ["site/12.txt", "site/13.txt"].map {
      try Program.run(["clean", $0, "--same-site", "--format", "text", "--quiet"], in: scratch.url)
        .text
    }
    let plain = try Program.run(
      ["clean", "site/12.txt", "site/13.txt", "--format", "text", "--quiet"], in: scratch.url)
    #expect(alone.joined() == plain.text)
  }
}
