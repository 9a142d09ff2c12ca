import Foundation
import HanText
import Testing

@testable import Pages

/// Every example article of the repository, re-encoded in seven encodings by the system's
/// `iconv`, whole and cut at bytes drawn by a seeded generator.
@Suite("Encodings of the example articles")
struct CorpusEncodingTests {
  private static let articles: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../corpus/articles").standardizedFileURL
  private static let cuts = 12

  private static func iconv(_ text: String, to charset: String) throws -> [UInt8] {
    let input = FileManager.default.temporaryDirectory.appending(path: "iconv-\(UUID().uuidString)")
    try Data(text.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    // -c leaves out what the charset lacks.
    process.arguments = ["-c", "-f", "UTF-8", "-t", charset, input.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: articles.path), "no example articles here"),
    arguments: [
      ("UTF-8", [], "UTF-8"), ("UTF-8", [0xEF, 0xBB, 0xBF], "UTF-8"),
      ("UTF-16LE", [], "UTF-16LE"), ("UTF-16BE", [], "UTF-16BE"), ("GBK", [], "GB18030"),
      ("GB18030", [], "GB18030"), ("BIG5-HKSCS", [], "Big5-HKSCS"),
    ] as [(String, [UInt8], String)])
  func found(charset: String, mark: [UInt8], expected: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.articles.path).sorted()
    var state: UInt64 = 2026
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
    var tried = 0
    var wrong: [String] = []
    for name in names where name.hasSuffix(".txt") || name.hasSuffix(".html") {
      let file = try Data(contentsOf: Self.articles.appending(path: name))
      var text = try Decoder.decode(Array(file), format: .text).text
      if charset.hasPrefix("BIG5") { text = ScriptConverter.traditional(text) }
      let whole = mark + (try Self.iconv(String(scalars: text), to: charset))
      // A page's head may be all ASCII, which is every encoding at once.
      let first = whole.firstIndex { $0 >= 0x80 } ?? 0
      for cut in 0...Self.cuts {
        let end = cut == 0 ? whole.count : first + 24 + below(whole.count - first - 24)
        let found = try? Decoder.decode(Array(whole[..<end]), format: .text)
        tried += 1
        if found?.encoding != expected { wrong.append("\(name) cut at \(end)") }
      }
    }
    #expect(tried > 100)
    #expect(wrong.count * 1000 <= tried, "\(wrong)")
  }
}
