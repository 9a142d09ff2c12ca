import Foundation
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(
      contentsOf: Program.checkout.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The first fenced block of a language.
  private func block(_ language: String) throws -> String {
    let start = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text.range(of: "```\n", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func thePageGivesTheTable() throws {
    let scratch = try Scratch()
    try scratch.write("page.html", try block("html"))
    let result = try Program.run(["extract", "page.html", "--quiet"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.text.replacingOccurrences(of: "\r\n", with: "\n") == (try block("csv")))
  }

  @Test func everyOptionItNamesExists() throws {
    let commands = try Program.run(["--help"]).lines.drop { $0 != "SUBCOMMANDS:" }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.contains("extract") && commands.contains("train"))
    let help = try commands.map { try Program.run([$0, "--help"]).text }.joined()
    let expression = try NSRegularExpression(pattern: "--[a-z][a-z-]+")
    let named = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
      .compactMap { Range($0.range, in: text).map { String(text[$0]) } }
    for option in Set(named).subtracting(["--generate-completion-script"]) {
      #expect(help.contains(option), "\(option)")
    }
  }
}
