import Foundation
import HanText
import Testing

@testable import Corpus

/// The Swift layer over SQLite: values in and out, errors as values.
@Suite struct DatabaseTests {
  private func memory() throws -> Database {
    let database = try Database(path: ":memory:", access: .create)
    try database.execute("CREATE TABLE t (i ANY, r ANY, s ANY, b ANY, n ANY) STRICT")
    return database
  }

  @Test func valuesComeBackAsTheyWentIn() throws {
    let database = try memory()
    let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
    let text = Scalars("甲\u{0}乙😀\u{FFFD}")
    try insert.bind(Int.min, at: 1)
    try insert.bind(0.6667, at: 2)
    try insert.bind(text, at: 3)
    try insert.bind(blob: [0, 1, 255], at: 4)
    try insert.run()
    let row = try database.prepare("SELECT * FROM t")
    #expect(try row.step())
    #expect(row.columnCount == 5)
    #expect(row.columnName(2) == "s")
    #expect(row.type(0) == .integer && row.integer(0) == Int.min)
    #expect(row.type(1) == .real && row.real(1) == 0.6667)
    #expect(row.type(2) == .text && row.scalars(2) == text)
    #expect(row.type(3) == .blob && row.bytes(3) == [0, 1, 255])
    #expect(row.isNull(4) && row.text(4) == nil)
    #expect(try !row.step())
  }

  @Test func aResetForgetsBindings() throws {
    let database = try memory()
    let insert = try database.prepare("INSERT INTO t (i) VALUES (?)")
    try insert.bind(1, at: 1)
    try insert.run()
    try insert.run()
    #expect(try database.integer("SELECT count(*) FROM t WHERE i IS NULL") == 1)
  }

  @Test func emptyTextIsNoNull() throws {
    let database = try memory()
    let insert = try database.prepare("INSERT INTO t (s, b) VALUES (?, ?)")
    try insert.bind(utf8: [], at: 1)
    try insert.bind(blob: [], at: 2)
    try insert.run()
    #expect(try database.integer("SELECT s = '' AND b = x'' FROM t") == 1)
  }

  @Test func errorsAreValuesWithSQLitesWords() throws {
    let database = try memory()
    #expect(throws: DatabaseError.self) { try database.execute("SELECT 1; SELECT nothing") }
    do {
      _ = try database.prepare("SELECT x FROM nowhere")
      Issue.record("no error")
    } catch {
      #expect(error.message == "no such table: nowhere")
    }
    #expect(throws: DatabaseError.self) {
      try Database(path: "/nowhere/at/all.db", access: .create)
    }
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    let database = try memory()
    #expect(throws: DatabaseError.self) {
      try database.transaction { () throws(DatabaseError) in
        try database.execute("INSERT INTO t (i) VALUES (1)")
        try database.execute("INSERT INTO nowhere VALUES (1)")
      }
    }
    #expect(!database.isInTransaction)
    #expect(try database.integer("SELECT count(*) FROM t") == 0)
    try database.transaction { () throws(DatabaseError) in
      try database.execute("INSERT INTO t (i) VALUES (1)")
    }
    #expect(try database.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func rowsOfABufferReachTheTable() throws {
    let database = try memory()
    var rows = RowBuffer()
    rows.begin(9, of: 4)
    rows.add(2.5)
    rows.add(Scalars("甲乙")[...])
    rows.add(blob: [7])
    rows.add(Int?.none)
    rows.endRow()
    rows.null()
    rows.add(required: "")
    rows.add(String?.none)
    rows.add(-3)
    rows.endRow()
    var more = RowBuffer()
    more.add(Int.max)
    more.endRow()
    rows.begin(-1)
    rows.append(more)
    #expect(rows.count == 3)
    let insert = try database.prepare(
      "INSERT INTO t SELECT \(RowBuffer.columns("id", cells: 4)) FROM \(RowBuffer.source)")
    try rows.run(insert)
    let row = try database.prepare("SELECT * FROM t ORDER BY rowid")
    #expect(try row.step())
    #expect(row.integer(0) == 9 && row.real(1) == 2.5 && row.text(2) == "甲乙")
    #expect(row.bytes(3) == [7] && row.isNull(4))
    #expect(try row.step())
    #expect(row.integer(0) == 9 && row.isNull(1) && row.text(2) == "" && row.isNull(3))
    #expect(row.integer(4) == -3)
    #expect(try row.step())
    #expect(row.integer(0) == -1 && row.integer(1) == Int.max && row.isNull(2))
    #expect(try !row.step())
    rows.removeAll()
    try rows.run(insert)
    #expect(try database.integer("SELECT count(*) FROM t") == 3)
    let owner = try database.prepare("INSERT INTO t (i) SELECT owner FROM \(RowBuffer.source)")
    rows.begin(9, of: 4)
    rows.endRow()
    try rows.run(owner)
    #expect(try database.integer("SELECT i FROM t ORDER BY rowid DESC LIMIT 1") == 4)
  }

  @Test func oneBadRowOfABufferTakesAllBack() throws {
    let database = try memory()
    try database.execute("CREATE TABLE u (i INTEGER NOT NULL) STRICT")
    var rows = RowBuffer()
    for value in [1, nil, 3] {
      rows.add(value)
      rows.endRow()
    }
    let insert = try database.prepare("INSERT INTO u SELECT c1 FROM \(RowBuffer.source)")
    #expect(throws: DatabaseError.self) { try rows.run(insert) }
    #expect(try database.integer("SELECT count(*) FROM u") == 0)
  }

  @Test func noSchemaReachesTheMemoryOfABuffer() throws {
    let database = try memory()
    try database.execute("CREATE VIEW v AS SELECT id FROM eduai_rows(1)")
    #expect(throws: DatabaseError.self) { try database.execute("SELECT * FROM v") }
    // A number is no block of rows.
    #expect(try database.integer("SELECT count(*) FROM eduai_rows(1)") == 0)
    #expect(throws: DatabaseError.self) { try database.execute("SELECT * FROM eduai_rows") }
  }
}

/// SHA-256 against the examples of FIPS 180-4 and lengths around its blocks.
@Suite struct SHA256Tests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func givesTheDigestsOfTheStandard(text: String, digest: String) {
    #expect(hex(SHA256.digest(Array(text.utf8))) == digest)
  }

  @Test func piecesDoNotMatter() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = SHA256.digest(bytes)
    for cut in [1, 55, 56, 63, 64, 65, 128, 299] {
      var hash = SHA256()
      Array(bytes[..<cut]).withUnsafeBufferPointer { hash.add($0) }
      Array(bytes[cut...]).withUnsafeBufferPointer { hash.add($0) }
      #expect(hash.finish() == whole)
    }
  }
}
