import Foundation
import HanText
import Testing

@testable import Pages

/// Reads everything and writes it down, one line a record: `name format size` or `! name: reason`.
private func log(_ paths: [String], _ options: InputOptions = InputOptions(), in folder: String)
  -> [String]
{
  let reader = InputReader(paths: paths, options: options)
  var lines: [String] = []
  while let result = reader.next() {
    switch result {
    case .success(let record):
      let size =
        switch record.content {
        case .bytes(let bytes): bytes.count
        case .text(let text): text.count
        }
      lines.append("\(record.document) \(record.format) \(size)")
    case .failure(let failure): lines.append("! \(failure.document): \(failure.reason)")
    }
  }
  return lines.map { $0.replacing(folder + "/", with: "").replacing(folder, with: ".") }
}

@Suite("Reading of inputs")
struct InputReaderTests {
  @Test("a folder is walked in the order of names' bytes; junk is left out")
  func walk() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a/z.html", "a/A.TXT", "a/中.md", "B.htm", "a.xhtml", "c.jsonl.gz",
      // Left out:
      ".hidden.txt", ".git/x.txt", "node_modules/x.txt", "__MACOSX/x.txt", "b.txt~", "i.jpg",
      "s.css", "Thumbs.db", "noextension", "archive.zip",
    ] {
      try folder.write(
        name, name == "c.jsonl.gz" ? Gzip.stored(Array("{\"text\":\"x\"}".utf8)) : [65])
    }
    #expect(
      log([folder.path], in: folder.path) == [
        "B.htm html 1", "a/A.TXT text 1", "a/z.html html 1", "a/中.md text 1", "a.xhtml html 1",
        "b.txt text 1", "c.jsonl.gz:line 1 text 1",
      ])
    let reader = InputReader(paths: [folder.path])
    #expect(reader.plannedFiles == 7)
    while reader.next() != nil {}
    #expect(reader.bytesRead == reader.plannedBytes)
    #expect(reader.filesRead == 7)
  }

  @Test("what cannot be read is named with its reason, and the rest is read")
  func failures() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("page.txt", "正文")
    try folder.write("empty.txt", "")
    try folder.write("none/picture.png", "x")
    try folder.write("cut.txt.gz", Array(Gzip.stored(Array("正文正文".utf8)).dropLast(9)))
    try folder.write("bad.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 0xFF, 0xFF, 0xFF, 0xFF])
    let names = ["missing.txt", "empty.txt", "none", "cut.txt.gz", "bad.txt.gz"]
    let paths = names.map { folder.path + "/" + $0 } + [page]
    #expect(
      log(paths, in: folder.path) == [
        "! missing.txt: no such file or folder", "! empty.txt: is empty",
        "! none: no articles in this folder", "! cut.txt.gz: gzip data ends early",
        "! bad.txt.gz: gzip data is damaged", "page.txt text 6",
      ])
  }

  @Test("folders that lead back to themselves")
  func loops() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.txt", "x")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: folder.path + "/z", withDestinationPath: "a")
    try files.createSymbolicLink(atPath: folder.path + "/dead.txt", withDestinationPath: "nowhere")
    #expect(
      log([folder.path], in: folder.path) == [
        "! a/up: folder loop: leads back to .", "a/x.txt text 1",
        "! dead.txt: no such file or folder",
      ])
    let notes = InputReader(paths: [folder.path]).notes.map(\.reason)
    #expect(notes == ["skipped: the same folder was read before"])
  }

  @Test("a pipe inside a folder is left out with a note, one that is named is read")
  func pipes() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.txt", "x")
    #expect(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
    #expect(log([folder.path], in: folder.path) == ["x.txt text 1"])
    #expect(InputReader(paths: [folder.path]).notes.count == 1)
    let pipe = folder.path + "/pipe.txt"
    let writer = Thread { try? Data("正文".utf8).write(to: URL(filePath: pipe)) }
    writer.start()
    #expect(log([pipe], in: folder.path) == ["pipe.txt text 6"])
  }

  @Test("a file whose name does not say is told by its content")
  func sniffing() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("page", "\u{FEFF}\n<!DOCTYPE html><p>x")
    let wide = try folder.write("wide.dat", [0xFF, 0xFE] + Array("<\0h\0t\0m\0l\0>\0".utf8))
    let lines = try folder.write("lines.log", "{\"id\":\"甲\",\"text\":\"正文\"}\n")
    let text = try folder.write("README", "正文，不是页面。")
    let zipped = try folder.write("zipped.bin", Gzip.stored(Array("<html>".utf8)))
    #expect(
      log([page, wide, lines, text, zipped], in: folder.path) == [
        "page html 23", "wide.dat html 14", "甲 text 2", "README text 24", "zipped.bin html 6",
      ])
  }

  @Test("a format that is forced wins over names")
  func forced() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("page.html", "{\"id\":1,\"text\":\"x\"}")
    for (format, expected) in [
      (InputFormat.text, "page.html text 19"), (.html, "page.html html 19"), (.jsonl, "1 text 1"),
    ] {
      var options = InputOptions()
      options.format = format
      #expect(log([page], options, in: folder.path) == [expected])
    }
  }

  @Test("records larger than the limit fail, compressed ones too")
  func limit() throws {
    let folder = try TemporaryFolder()
    var options = InputOptions()
    options.maximumRecordBytes = 1 << 20
    let big = [UInt8](repeating: 0x61, count: 3 << 20)
    let plain = try folder.write("big.txt", big)
    let zipped = try folder.write("big.txt.gz", Gzip.stored(big))
    let line = Array("{\"text\":\"".utf8) + big + Array("\"}\n{\"text\":\"x\"}".utf8)
    let lines = try folder.write("big.jsonl", line)
    #expect(
      log([plain, zipped, lines], options, in: folder.path) == [
        "! big.txt: larger than 1 MiB (--max-size allows more)",
        "! big.txt.gz: more than 1 MiB when decompressed (--max-size allows more)",
        "! big.jsonl: line 1: the line is too long (--max-size allows more)",
        "big.jsonl:line 2 text 1",
      ])
  }

  @Test("several gzip members are one file")
  func members() throws {
    let folder = try TemporaryFolder()
    let both = Gzip.stored(Array("正文".utf8)) + Gzip.stored(Array("下文".utf8))
    let path = try folder.write("two.txt.gz", both)
    let padded = try folder.write("padded.txt.gz", both + [0, 0, 0, 0])
    #expect(
      log([path, padded], in: folder.path) == ["two.txt.gz text 12", "padded.txt.gz text 12"])
  }

  @Test("an empty list of paths and an unreadable file")
  func others() throws {
    #expect(log([], in: "/none").isEmpty)
    let folder = try TemporaryFolder()
    let page = try folder.write("closed.txt", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: page)
    // Root reads everything.
    guard geteuid() != 0 else { return }
    #expect(log([page], in: folder.path) == ["! closed.txt: permission denied"])
  }
}
