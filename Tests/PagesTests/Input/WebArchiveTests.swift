import HanText
import Testing

@testable import Pages

@Suite("Web archives")
struct WebArchiveTests {
  private func record(_ type: String, _ fields: String, _ block: [UInt8]) -> [UInt8] {
    Array(
      "WARC/1.0\r\nWARC-Type: \(type)\r\n\(fields)Content-Length: \(block.count)\r\n\r\n".utf8)
      + block + Array("\r\n\r\n".utf8)
  }

  private func response(_ address: String, _ head: String, _ body: [UInt8]) -> [UInt8] {
    record(
      "response",
      "WARC-Target-URI: \(address)\r\nContent-Type: application/http; msgtype=response\r\n",
      Array((head + "\r\n\r\n").utf8) + body)
  }

  private func read(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    let reader = InputReader(paths: [try folder.write(name, bytes)])
    var log: [String] = []
    while let result = reader.next() {
      switch result {
      case .success(let record):
        guard case .bytes(let bytes) = record.content else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        log.append("\(record.document) \(record.format) \(record.charset ?? "-") \(text)")
      case .failure(let failure): log.append("! \(failure.document): \(failure.reason)")
      }
    }
    return log.map { $0.replacing(folder.path + "/", with: "") }
  }

  @Test("pages of a crawl; requests, redirects and pictures are gone over")
  func pages() throws {
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=GBK"
    let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked"
    let zipped = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"
    let bytes =
      record("warcinfo", "", Array("software: x".utf8))
      + record("request", "WARC-Target-URI: http://a/1\r\n", Array("GET / HTTP/1.1".utf8))
      + response("http://a/1", html, Array("<p>1".utf8))
      + response("<http://a/2>", chunked, Array("4\r\n<p>2\r\n2\r\nxy\r\n0\r\n\r\n".utf8))
      + response("http://a/3", zipped, Gzip.stored(Array("<p>3".utf8)))
      + response("http://a/4", zipped, Array("<p>not zipped".utf8))
      + response("http://a/5", "HTTP/1.1 302 Found\r\nContent-Type: text/html", Array("x".utf8))
      + response("http://a/6", "HTTP/1.1 200 OK\r\nContent-Type: image/png", Array("x".utf8))
      + response("http://a/1", html, Array("<p>again".utf8))
    let expected = [
      "http://a/1 html gbk <p>1", "http://a/2 html - <p>2xy", "http://a/3 html - <p>3",
      "http://a/4 html - <p>not zipped",
    ]
    #expect(try read("x.warc", bytes) == expected + ["x.warc:record 9 html gbk <p>again"])
    #expect(
      try read("x.warc.gz", Gzip.stored(Array(bytes[..<400])) + Gzip.stored(Array(bytes[400...])))
        == expected + ["x.warc.gz:record 9 html gbk <p>again"])
    // Told by content where the name does not say.
    #expect(try read("crawl", bytes).count == 5)
  }

  @Test("texts of a WET file")
  func texts() throws {
    let bytes = record(
      "conversion", "WARC-Target-URI: http://a/1\r\nContent-Type: text/plain\r\n",
      Array("标题\n正文".utf8))
    #expect(try read("x.warc.wet", bytes) == ["http://a/1 text - 标题\n正文"])
  }

  @Test("damage is named with its record")
  func damage() throws {
    let one = response(
      "http://a/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html", Array("<p>1".utf8))
    #expect(
      try read("cut.warc", one + one.dropLast(12)) == [
        "http://a/1 html - <p>1", "! cut.warc: record 2: the record ends early",
      ])
    #expect(
      try read("bad.warc", one + Array("rubbish\r\n".utf8)) == [
        "http://a/1 html - <p>1", "! bad.warc: record 2: no WARC record where one must begin",
      ])
    #expect(
      try read("none.warc", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)) == [
        "! none.warc: record 1: the record has no length"
      ])
  }
}
