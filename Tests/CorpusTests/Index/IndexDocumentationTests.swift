import Entities
import Foundation
import Pages
import Testing

@testable import Corpus

/// docs/index.md says what the tables are, and its queries run.
@Suite struct IndexDocumentationTests {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The SQL blocks of the manual below a heading.
  private func blocks(below heading: String) throws -> [String] {
    let text = try String(
      contentsOf: Self.checkout.appendingPathComponent("docs/index.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
    let end = section.components(separatedBy: "\n## ")[0]
    return end.components(separatedBy: "```sql\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private func lines(_ sql: String) -> [String] {
    sql.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func theManualHasTheTablesAndViewsAsTheyAre() throws {
    let tables = try blocks(below: "Tables").joined()
    #expect(lines(tables) == lines(IndexSchema.tables), "update docs/index.md")
    let views = try blocks(below: "Views").joined()
    #expect(lines(views) == lines(IndexSchema.views), "update docs/index.md")
  }

  @Test func theTenQueriesGiveRows() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "eduai-queries-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let index = folder.appendingPathComponent("c.db").path
    let run = IndexRun(
      cleaner: Cleaner(), analyzer: Analyzer(), script: .keep, input: InputOptions(), jobs: 2,
      fingerprint: IndexFingerprint(version: "1", model: "", lexicon: nil, options: "{}"))
    let articles = Self.checkout.appendingPathComponent("corpus/articles").path
    #expect(try run.run(paths: [articles], index: index).failures.isEmpty)
    let queries = try blocks(below: "Ten queries")
    #expect(queries.count == 10)
    let database = try IndexFile.read(index).database
    for query in queries {
      let rows = try database.prepare(query)
      #expect(try rows.step(), "\(query)")
    }
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    #expect(try database.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0)
  }
}
