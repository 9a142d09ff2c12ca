import Foundation
import TestSupport
import Testing

/// Opens reports in headless Chromium and looks at what its scripts make of them; run by
/// `make test-apps`.
@Suite(.serialized) struct BrowserTests {
  private static let browser = URL(fileURLWithPath: "/usr/bin/chromium")

  /// A page as the browser holds it when its scripts have run, and what went to the console.
  private struct Loaded {
    var document: String
    var console: [Substring]

    /// Rows of the table of a section that are shown.
    func rows(_ section: String) -> [String] {
      guard let start = document.range(of: "<section id=\"\(section)\">"),
        let end = document.range(of: "</section>", range: start.upperBound..<document.endIndex),
        let body = document.range(of: "<tbody>", range: start.upperBound..<end.lowerBound)
      else { return [] }
      return document[body.upperBound..<end.lowerBound].components(separatedBy: "<tr")
        .dropFirst().filter { !$0.hasPrefix(" hidden") }
    }
  }

  private func load(
    _ page: URL, fragment: String = "", in folder: Scratch
  ) throws -> Loaded {
    let (output, errors) = (folder.file("dom.html"), folder.file("console.txt"))
    let allowed = CharacterSet(charactersIn: "?&=").union(.urlFragmentAllowed)
    let encoded = fragment.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let status = try Desktop.run(
      Self.browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--user-data-dir=\(folder.file("profile").path)", "--enable-logging=stderr",
        "--timeout=20000", "--dump-dom",
        page.absoluteString + (encoded.isEmpty ? "" : "#" + encoded),
      ],
      output: output, errors: errors)
    try #require(status == 0)
    let log = try String(contentsOf: errors, encoding: .utf8)
    return Loaded(
      document: try String(contentsOf: output, encoding: .utf8),
      console: log.split(separator: "\n").filter { $0.contains("CONSOLE") })
  }

  /// A report of our articles and of one that tries to run as a script.
  private func report(in folder: Scratch) throws -> URL {
    let attack = "<script>document.title='taken'</script><img src=x onerror=alert(1)>"
    let hostile = try folder.write(
      "hostile.jsonl",
      "{\"id\": \"<b>id\", \"title\": \"\(attack)\", \"published\": \"2031-01-02\", "
        + "\"source\": \"\(attack)\", \"text\": \"雨城共有3480所学校。\(attack)\"}\n")
    let database = folder.file("corpus.db")
    let page = folder.file("report.html")
    let indexed = try Desktop.run(
      Desktop.program,
      ["index", Desktop.articles.path, hostile.path, "--db", database.path, "--quiet"])
    try #require(indexed == 0)
    let written = try Desktop.run(
      Desktop.program, ["report", "--db", database.path, "-o", page.path, "--quiet"])
    try #require(written == 0)
    return page
  }

  @Test func thePageLoadsWithoutComplaintAndScriptsInItStayText() throws {
    let folder = try Scratch()
    let page = try load(try report(in: folder), in: folder)
    #expect(page.console.isEmpty, "\(page.console)")
    #expect(page.document.contains("<title>corpus – corpus report</title>"))
    #expect(page.document.contains("&lt;script&gt;document.title='taken'&lt;/script&gt;"))
    #expect(!page.document.contains("<img"))
    // The script of the page has run: there are fields to filter by and headers to sort by.
    #expect(page.document.contains("<input type=\"search\""))
    #expect(page.document.contains("<button type=\"button\">"))
    #expect(page.rows("figures").count > 100)
  }

  @Test func tablesFilterAndSort() throws {
    let folder = try Scratch()
    let file = try report(in: folder)
    let school = try load(file, fragment: "figures?q=雨城共有3480", in: folder)
    #expect(school.rows("figures").count == 1)
    #expect(school.rows("figures").first?.contains("3,480") == true)
    #expect(school.rows("people").count > 10)
    let money = try load(
      file, fragment: "figures?kind=money&sort=value&order=down", in: folder)
    let values = money.rows("figures").compactMap { row in
      row.range(of: "data-v=\"").flatMap { start in
        Double(row[start.upperBound...].prefix { $0 != "\"" })
      }
    }
    #expect(values.count > 3 && values.count == money.rows("figures").count)
    #expect(values == values.sorted(by: >))
    #expect(money.rows("figures").allSatisfy { $0.contains(">money</td>") })
    #expect(money.document.contains("aria-sort=\"descending\""))
    let none = try load(file, fragment: "figures?q=没有这样的数字", in: folder)
    #expect(none.rows("figures").isEmpty)
    for page in [school, money, none] { #expect(page.console.isEmpty) }
  }

  @Test func aFigureLeadsToItsPlaceInTheArticle() throws {
    let folder = try Scratch()
    let file = try report(in: folder)
    let source = try String(contentsOf: file, encoding: .utf8)
    let link = try #require(source.range(of: "href=\"#a2-"))
    let name = source[link.upperBound...].prefix { $0 != "\"" }
    let page = try load(file, fragment: "a2-\(name)", in: folder)
    #expect(page.document.contains("<details class=\"article\" id=\"a2\" open=\"\">"))
    #expect(!page.document.contains("<details class=\"article\" id=\"a3\" open=\"\">"))
  }

  @Test func foreignScriptsDoNotRunAndThePageIsWholeWithoutAny() throws {
    let folder = try Scratch()
    let source = try String(contentsOf: try report(in: folder), encoding: .utf8)
    // The script of the page changed, and one added to it: both are not what the policy names.
    let changed = source.replacingOccurrences(of: "\"use strict\";", with: "\"use  strict\";")
      .replacingOccurrences(
        of: "<main>", with: "<main><script>document.title = 'taken'</script>")
    let page = try load(try folder.write("changed.html", changed), in: folder)
    #expect(page.console.count == 2, "\(page.console)")
    #expect(page.console.allSatisfy { $0.contains("Content Security Policy") })
    #expect(!page.document.contains("<title>taken</title>"))
    #expect(!page.document.contains("<input"))
    for section in ["time", "people", "institutions", "figures", "connections"] {
      #expect(page.rows(section).count > 3, "\(section)")
    }
  }
}
