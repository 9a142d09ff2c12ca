import Entities
import Foundation
import HanText
import Pages
import Testing

@testable import Corpus

/// What a run reads again, keeps, marks and deletes.
@Suite struct IndexRunTests {
  /// A folder with an index beside it.
  private final class Corpus {
    let root: URL
    var index: String { root.appendingPathComponent("c.db").path }
    var pages: String { root.appendingPathComponent("pages").path }

    init(_ files: [String: String]) throws {
      root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "eduai-index-\(UUID().uuidString)")
      for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// Writes a file, as if it had been there for a while.
    func write(_ name: String, _ text: String, age: TimeInterval = 100) throws {
      let file = root.appendingPathComponent("pages/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file.path)
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(at: root.appendingPathComponent("pages/" + name))
    }

    func run(
      version: String = "1", prunes: Bool = false, paths: [String]? = nil
    ) throws -> IndexSummary {
      var run = IndexRun(
        cleaner: Cleaner(), analyzer: Analyzer(tagger: nil), script: .keep,
        input: InputOptions(), jobs: 2,
        fingerprint: IndexFingerprint(version: version, model: "", lexicon: nil, options: "{}"))
      run.prunes = prunes
      return try run.run(paths: paths ?? [pages], index: index)
    }

    /// Names of the documents that are present, in order, without the folder.
    func documents() throws -> [String] {
      var names: [String] = []
      try IndexReader(IndexFile.read(index)).forEachRecord { record, _ in
        names.append(record.article.document.replacingOccurrences(of: pages + "/", with: ""))
        return true
      }
      return names
    }

    func value(_ sql: String) throws -> Int? { try IndexFile.read(index).database.integer(sql) }
  }

  private static let text = "雨城教育局昨日宣布新方案\n雨城教育局局长林小禾表示，全市共有3所学校、120名教师参加培训。\n"

  @Test func theSecondRunReadsNothing() throws {
    let corpus = try Corpus(["a.txt": Self.text, "b/c.txt": Self.text + "第二篇在别处。\n"])
    let first = try corpus.run()
    #expect(first.added == 2 && first.isComplete && first.documents == 2)
    let second = try corpus.run()
    #expect(second.added == 0 && second.changed == 0 && second.kept == 0)
    #expect(second.unchangedFiles == 2)
    #expect(try corpus.value("SELECT count(*) FROM runs WHERE finished IS NOT NULL") == 2)
  }

  @Test func aTouchedFileIsReadButNotAnalysed() throws {
    let corpus = try Corpus(["a.txt": Self.text])
    _ = try corpus.run()
    try corpus.write("a.txt", Self.text, age: 50)
    let touched = try corpus.run()
    #expect(touched.kept == 1 && touched.changed == 0)
    #expect(try corpus.run().unchangedFiles == 1)
  }

  @Test func aYoungFileIsReadAgain() throws {
    let corpus = try Corpus([:])
    try corpus.write("a.txt", Self.text, age: 0)
    _ = try corpus.run()
    #expect(try corpus.run().kept == 1)
  }

  @Test func aChangedFileIsReplaced() throws {
    let corpus = try Corpus(["a.txt": Self.text])
    _ = try corpus.run()
    try corpus.write("a.txt", Self.text.replacing("120", with: "340"), age: 50)
    let changed = try corpus.run()
    #expect(changed.changed == 1 && changed.added == 0)
    #expect(try corpus.value("SELECT count(*) FROM mentions WHERE value = 340") == 1)
    #expect(try corpus.value("SELECT count(*) FROM mentions WHERE value = 120") == 0)
    #expect(try corpus.value("SELECT count(*) FROM search WHERE search MATCH '340'") == 1)
    #expect(try corpus.value("SELECT count(*) FROM search WHERE search MATCH '120'") == 0)
  }

  @Test func aFileThatVanishesIsMarkedAndComesBack() throws {
    let corpus = try Corpus(["a.txt": Self.text, "b.txt": Self.text + "别处。\n"])
    _ = try corpus.run()
    try corpus.remove("a.txt")
    #expect(try corpus.run().vanished == 1)
    #expect(try corpus.documents() == ["b.txt"])
    #expect(try corpus.value("SELECT count(*) FROM documents") == 2)
    #expect(try corpus.value("SELECT count(*) FROM articles") == 1)
    #expect(try corpus.run().vanished == 0)
    try corpus.write("a.txt", Self.text)
    let back = try corpus.run()
    #expect(back.added == 0 && back.returned + back.kept == 1)
    #expect(try corpus.documents() == ["a.txt", "b.txt"])
  }

  @Test func pruneDeletes() throws {
    let corpus = try Corpus(["a.txt": Self.text, "b.txt": Self.text + "别处。\n"])
    _ = try corpus.run()
    try corpus.remove("a.txt")
    _ = try corpus.run()
    #expect(try corpus.run(prunes: true).removed == 1)
    for table in ["documents", "texts", "files", "signatures"] {
      #expect(try corpus.value("SELECT count(*) FROM \(table)") == 1, "\(table)")
    }
    #expect(try corpus.value("SELECT count(DISTINCT document) FROM mentions") == 1)
    #expect(try corpus.value("SELECT count(*) FROM search WHERE search MATCH '120'") == 1)
  }

  @Test func otherFoldersAndUnreadableOnesAreLeftAlone() throws {
    let corpus = try Corpus(["x/a.txt": Self.text, "y/b.txt": Self.text + "别处。\n"])
    _ = try corpus.run()
    #expect(try corpus.run(paths: [corpus.pages + "/x"]).vanished == 0)
    try corpus.remove("y/b.txt")
    #expect(try corpus.run(paths: [corpus.pages + "/x"]).vanished == 0)
    // A folder that lists nothing may be a disk that is not there.
    let empty = try corpus.run(paths: [corpus.pages + "/y"])
    #expect(empty.vanished == 0 && empty.failures.count == 1)
    #expect(try corpus.run().vanished == 1)
  }

  @Test func aNewVersionAnalysesEverything() throws {
    let corpus = try Corpus(["a.txt": Self.text])
    _ = try corpus.run()
    #expect(try corpus.run(version: "2").changed == 1)
    #expect(try corpus.run(version: "2").unchangedFiles == 1)
  }

  @Test func failuresAreNamedUntilTheyAreMended() throws {
    let corpus = try Corpus(["a.txt": Self.text, "b.txt": ""])
    #expect(try corpus.run().failures.count == 1)
    #expect(try corpus.run().failures.count == 1)
    #expect(try corpus.value("SELECT count(*) FROM failures") == 1)
    try corpus.write("b.txt", Self.text + "别处。\n")
    #expect(try corpus.run().failures.isEmpty)
    #expect(try corpus.value("SELECT count(*) FROM failures") == 0)
    // An article that turned into nothing is gone, as extract would not print it.
    try corpus.write("a.txt", "", age: 50)
    #expect(try corpus.run().failures.count == 1)
    #expect(try corpus.documents() == ["b.txt"])
  }

  private func line(_ id: String?, _ number: Int) -> String {
    let id = id.map { "\"id\": \"\($0)\", " } ?? ""
    return "{\(id)\"text\": \"雨城教育局今年有\(number)所学校参加培训。\", \"site\": \"甲\"}\n"
  }

  @Test func linesThatStayAreNotAnalysedAgain() throws {
    let lines = (1...5).map { line("n\($0)", $0 * 10) }
    let corpus = try Corpus(["a.jsonl": lines.joined()])
    #expect(try corpus.run().added == 5)
    try corpus.write("a.jsonl", lines.joined() + line(nil, 77), age: 50)
    let grown = try corpus.run()
    #expect(grown.kept == 5 && grown.added == 1 && grown.changed == 0)
    try corpus.write(
      "a.jsonl", lines[0] + line("n2", 99) + lines[2...3].joined(), age: 40)
    let shrunk = try corpus.run()
    #expect(shrunk.kept == 3 && shrunk.changed == 1 && shrunk.removed == 2)
    #expect(try corpus.documents() == ["n1", "n2", "n3", "n4"])
  }

  @Test func anIdOfSeveralFilesBelongsToTheFirst() throws {
    let corpus = try Corpus(["b.jsonl": line("n1", 10), "c.jsonl": line("n1", 20)])
    _ = try corpus.run()
    #expect(try corpus.documents() == ["n1", "c.jsonl:line 1"])
    try corpus.write("a.jsonl", line("n1", 30))
    _ = try corpus.run()
    #expect(try corpus.documents() == ["n1", "b.jsonl:line 1", "c.jsonl:line 1"])
    try corpus.remove("a.jsonl")
    try corpus.remove("b.jsonl")
    _ = try corpus.run()
    #expect(try corpus.documents() == ["n1"])
  }

  @Test func copiesAreMarkedWhateverTheOrderTheyCameIn() throws {
    func page(_ date: String) -> String { "雨城新方案发布\n\(date) 来源：晨光网\n" + Self.text }
    let corpus = try Corpus(["b.txt": page("2025-03-02 10:00")])
    _ = try corpus.run()
    try corpus.write("c.txt", page("2025-03-01 10:00"))
    #expect(try corpus.run().duplicates == 1)
    let original = """
      SELECT o.document LIKE '%c.txt' FROM documents d JOIN documents o ON o.id = d.duplicate_of
      """
    #expect(try corpus.value(original) == 1)
    try corpus.remove("c.txt")
    #expect(try corpus.run().duplicates == 0)
    #expect(
      try corpus.value(
        "SELECT documents_without_duplicates FROM entities WHERE name = '林小禾'") == 1)
  }

  @Test func anIndexOfTheFirstVersionIsBroughtAlong() throws {
    func page(_ number: Int) -> String { "雨城新方案发布\n" + Self.text + "其中\(number)人来自云溪。\n" }
    let corpus = try Corpus(["a.txt": page(31), "b.txt": page(31), "c.txt": page(47)])
    #expect(try corpus.run().duplicates == 1)
    let signatures = "SELECT group_concat(hex(shingles), ' ') FROM signatures"
    let made = try IndexFile.read(corpus.index).database.text(signatures)
    try corpus.remove("c.txt")
    // As the first version left it, with a document that is gone from the folder.
    try IndexFile.write(corpus.index).database.execute(
      """
      DROP INDEX mentions_name; CREATE INDEX mentions_name ON mentions (type, name);
      UPDATE signatures SET shingles = zeroblob(256); PRAGMA user_version = 1;
      """)
    #expect(try corpus.documents().count == 3)
    let summary = try corpus.run()
    #expect(summary.unchangedFiles == 2 && summary.changed == 0 && summary.vanished == 1)
    #expect(summary.duplicates == 1)
    let database = try IndexFile.read(corpus.index).database
    #expect(try database.integer("PRAGMA user_version") == IndexSchema.version)
    #expect(try database.text(signatures) == made)
    #expect(try database.integer("SELECT count(*) FROM documents") == 3)
    #expect(
      try database.text("SELECT sql FROM sqlite_schema WHERE name = 'mentions_name'")
        == "CREATE INDEX mentions_name ON mentions (name, type)")
    #expect(
      try database.integer("SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'mentions'") == 4)
  }

  @Test func rowsOfManyDocumentsKeepTogether() throws {
    var files: [String: String] = [:]
    for number in 0..<30 { files["\(number).txt"] = Self.text + "第\(number)处有\(number + 200)人。\n" }
    files["l.jsonl"] = (0..<40).map { #"{"id":"n\#($0)","text":"雨城有\#($0 + 500)所学校。"}"# + "\n" }
      .joined()
    let corpus = try Corpus(files)
    _ = try corpus.run()
    // Every third file other, some new, some gone: rows are replaced, added and removed in one batch.
    for number in stride(from: 0, to: 30, by: 3) {
      try corpus.write("\(number).txt", Self.text + "现在有\(number + 900)人。\n", age: 50)
    }
    try corpus.write("new.txt", Self.text + "新来的。\n")
    try corpus.write("l.jsonl", #"{"id":"n7","text":"雨城有507所学校。"}"# + "\n", age: 50)
    let second = try corpus.run()
    #expect(second.changed == 11 && second.added == 1 && second.removed == 39)
    #expect(try corpus.value("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    #expect(try corpus.value("SELECT count(*) FROM mentions WHERE value BETWEEN 900 AND 930") == 10)
    for table in ["texts", "signatures"] {
      #expect(
        try corpus.value(
          "SELECT count(*) FROM documents d FULL JOIN \(table) t ON t.document = d.id "
            + "WHERE d.id IS NULL OR t.document IS NULL") == 0)
    }
    let database = try IndexFile.write(corpus.index).database
    try database.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    #expect(try corpus.value("SELECT count(*) FROM search WHERE search MATCH '930'") == 0)
    #expect(try corpus.value("SELECT count(*) FROM search WHERE search MATCH '927'") == 1)
  }

  @Test(arguments: [
    ("pages/a.txt", true), ("pages", true), ("pagesb/a.txt", false), ("pages/bad/x", false),
    ("pages/bad", false), ("pages/badly", true), ("other", false),
  ])
  func theScopeIsWhatWasListed(path: String, isInside: Bool) {
    let scope = Scope(
      ["pages"], excluding: [InputFailure(document: "pages/bad", reason: "permission denied")])
    #expect(scope.contains(path) == isInside)
  }
}
