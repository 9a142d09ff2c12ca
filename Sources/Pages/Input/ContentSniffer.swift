/// Tells the format of a file whose name does not say, by how it begins.
enum ContentSniffer {
  /// The format of content that begins with `bytes`; plain text where nothing else fits.
  ///
  /// - Complexity: O(1): at most the first kilobyte is looked at.
  static func format(of bytes: [UInt8]) -> InputFormat {
    // UTF-16 loses its zero bytes, so that its markup is seen as well.
    let head = bytes.prefix(1024).filter { $0 != 0 && $0 < 0x80 }
    let start = head.drop { $0 <= 0x20 }.map { $0 > 0x40 && $0 < 0x5B ? $0 | 0x20 : $0 }
    func begins(_ prefix: String) -> Bool { start.starts(with: Array(prefix.utf8)) }
    if begins("warc/1.") { return .warc }
    if begins("{\"") || begins("{ \"") { return .jsonl }
    let marks = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<meta", "<div", "<!--"]
    if marks.contains(where: begins) { return .html }
    let html = Array("<html".utf8)
    let found = start.indices.contains { start[$0...].starts(with: html) }
    return found ? .html : .text
  }
}
