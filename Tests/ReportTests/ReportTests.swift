import Corpus
import Foundation
import Testing

@testable import Report

/// The page as a whole.
@Suite struct ReportTests {
  private func page(_ source: SampleSource, _ report: Report = Report()) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("eduai-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try OutputFile(path: file.path)
    try report.write(source, to: output)
    try output.commit()
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The page without its own style and script.
  private func content(_ page: String) -> String {
    var content = page
    for tag in ["style", "script"] {
      guard let start = content.range(of: "<\(tag)>"),
        let end = content.range(of: "</\(tag)>", options: .backwards)
      else { continue }
      content.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return content
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onclick='alert(1)",
    "</title><img src=x onerror=alert(1)>", "<!--", "]]>", "&lt;b&gt;", "</script><b>",
    "javascript:alert(1)", "a\u{0}b\u{7}c\u{FFFE}d",
  ])
  func whatWasReadStaysText(text: String) throws {
    let page = try page(.filled(with: text))
    let content = content(page)
    // Every tag of the page is one of ours, with attributes of ours.
    let tags = try NSRegularExpression(pattern: "<[^>]*>")
    let names = Set([
      "!DOCTYPE", "html", "head", "meta", "link", "title", "body", "header", "h1", "h2", "h3", "p",
      "dl", "div", "dt", "dd", "nav", "ul", "li", "a", "main", "section", "figure", "figcaption",
      "svg", "desc", "defs", "pattern", "line", "g", "rect", "circle", "path", "text", "details",
      "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "mark", "code",
      "footer",
    ])
    for match in tags.matches(in: content, range: NSRange(content.startIndex..., in: content)) {
      let tag = try #require(Range(match.range, in: content).map { content[$0] })
      let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0 != " " && $0 != ">" }
      #expect(names.contains(String(name)), "\(tag)")
      let bare = tag.replacingOccurrences(
        of: "=\"[^\"]*\"", with: "=", options: .regularExpression)
      #expect(bare.range(of: #"\son[a-z]+="#, options: .regularExpression) == nil, "\(tag)")
      #expect(!bare.contains { "\"'".contains($0) }, "\(tag)")
    }
    #expect(!content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    #expect(!content.contains("href=\"javascript:"))
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    let page = try page(.filled(with: "https://example.org/x.png"))
    for load in ["src=", "@import", "url(http", "<iframe", "<object", "<form", "href=\"http"] {
      #expect(!page.contains(load), "\(load)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("unsafe-"))
    #expect(!content(page).contains(" style="))
  }

  @Test func sameSourceSameBytes() throws {
    let source = SampleSource.filled(with: "张英", articles: 3)
    let (first, second) = (try page(source), try page(source))
    #expect(first == second)
  }

  @Test func limitsAreTold() throws {
    let page = try page(.filled(with: "文", articles: 5), Report(articles: 2, rows: 3))
    #expect(page.contains("3 of 5 figures shown"))
    #expect(page.contains("2 of 5 articles shown"))
    #expect(page.contains("2 people, those"))
    #expect(page.components(separatedBy: "<details class=\"article\"").count == 3)
    // A figure leads to its mark where its article is on the page.
    #expect(page.contains("href=\"#a2-0\"") && page.contains("id=\"a2-0\""))
    #expect(!page.contains("href=\"#a3-0\""))
    let without = try self.page(.filled(with: "文", articles: 5), Report(articles: 0, rows: 3))
    #expect(!without.contains("<details class=\"article\""))
  }

  @Test func duplicatesAndFailuresAreTold() throws {
    var source = SampleSource.filled(with: "文")
    source.overviewValue.duplicates = 2
    source.overviewValue.failures = 1
    let page = try page(source)
    #expect(page.contains("2 more articles repeat others"))
    #expect(page.contains("1 input could not be read and is not"))
    #expect(page.contains("The same text, counted once, also in"))
  }

  @Test func anEmptyIndexGivesAPage() throws {
    let page = try page(SampleSource())
    #expect(page.contains("0 articles"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func anInterruptEndsTheWriting() throws {
    #expect(throws: Report.Failure.interrupted) {
      try Report().write(
        SampleSource.filled(with: "文"), to: OutputFile(path: "/dev/null"),
        isInterrupted: { true })
    }
  }

  @Test func aSourceThatFailsIsAFailure() throws {
    var source = SampleSource()
    source.fails = true
    #expect(throws: Report.Failure.source(path: "x.db", reason: "gone")) { try page(source) }
  }
}
