import Corpus
import Glibc
import HanText
import Pages

/// Writes many articles that differ, made from the example articles; the same ones every time.
struct Generator {
  let pages: [SourcePage]

  /// Fills a folder with `count` articles in one subfolder a thousand.
  func write(_ count: Int, to folder: String) throws {
    mkdir(folder, 0o777)
    for number in 0..<count {
      let part = "\(folder)/\(Self.padded(number / 1000, 3))"
      if number % 1000 == 0 { mkdir(part, 0o777) }
      let page = pages[number % pages.count]
      let suffix = page.isMarkedUp ? "html" : "txt"
      try Files.write(
        bytes(of: number), to: "\(part)/\(Self.padded(number, 6)).\(suffix)")
    }
  }

  /// Article `number`: a varied copy of the source page whose turn it is.
  private func bytes(of number: Int) -> [UInt8] {
    var random = Random(seed: UInt64(number))
    return pages[number % pages.count].varied(&random)
  }

  /// Writes JSON Lines of `megabytes`, one varied text page a line.
  func writeLines(megabytes: Int, to path: String) throws {
    try writeFile(megabytes: megabytes, to: path) { number, text in
      var json = JSONWriter()
      json.object {
        $0.member("id", "a\(number)")
        $0.member("text", String(scalars: text))
      }
      return json.bytes + [0x0A]
    }
  }

  /// Writes one text of `megabytes`: paragraph after paragraph of varied articles.
  func writeText(megabytes: Int, to path: String) throws {
    try writeFile(megabytes: megabytes, to: path) { UTF8Text.encode($1) + [0x0A] }
  }

  private func writeFile(
    megabytes: Int, to path: String, piece: (Int, Scalars) -> [UInt8]
  ) throws {
    guard let file = fopen(path, "wb") else { throw BenchError("\(path) cannot be written") }
    defer { fclose(file) }
    let texts = pages.filter { !$0.isMarkedUp && !$0.isDamaged }
    var written = 0
    var number = 0
    while written < megabytes << 20 {
      var random = Random(seed: UInt64(number))
      let page = texts[number % texts.count]
      let bytes = piece(number, page.variation.apply(to: page.text, random: &random))
      guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
        throw BenchError("\(path) cannot be written")
      }
      written += bytes.count
      number += 1
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
