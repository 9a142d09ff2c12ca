/// Finds the charset that an HTML or XML page declares.
enum DeclaredCharset {
  /// How far into a page declarations are looked for, in bytes. Browsers stop at 1,024; saved
  /// pages often carry long comments first.
  private static let searched = 4096

  /// The encoding declared by `<?xml … encoding=`, `<meta charset=` or `<meta http-equiv …
  /// content="…; charset=`, as a canonical name; `nil` if none or unknown.
  ///
  /// A page that declares UTF-16 in bytes that can be searched is not UTF-16.
  ///
  /// - Complexity: O(4096).
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(searched).map { $0 > 0x40 && $0 < 0x5B ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding"] {
      var at = 0
      let name = Array(key.utf8)
      while let found = index(of: name, in: head, from: at) {
        at = found + name.count
        guard isInsideTag(found, of: head), let label = value(in: head, at: at),
          let encoding = EncodingLabel.encoding(for: label), !encoding.hasPrefix("UTF-16")
        else { continue }
        return encoding
      }
    }
    return nil
  }

  private static func index(of key: [UInt8], in head: [UInt8], from start: Int) -> Int? {
    guard let first = key.first, head.count >= key.count, start <= head.count - key.count
    else { return nil }
    return (start...head.count - key.count).first {
      head[$0] == first && head[$0..<$0 + key.count].elementsEqual(key)
    }
  }

  /// Whether a position stands between `<meta` or `<?xml` and the tag's end.
  private static func isInsideTag(_ position: Int, of head: [UInt8]) -> Bool {
    guard let open = head[..<position].lastIndex(of: 0x3C) else { return false }
    let tag = head[open..<position]
    return tag.starts(with: Array("<meta".utf8)) || tag.starts(with: Array("<?xml".utf8))
  }

  /// The value behind `charset`: `="gbk"`, `=gbk"`, `= 'gbk'`.
  private static func value(in head: [UInt8], at start: Int) -> String? {
    var i = start
    func skipSpace() { while i < head.count, head[i] <= 0x20 { i += 1 } }
    skipSpace()
    guard i < head.count, head[i] == 0x3D else { return nil }
    i += 1
    skipSpace()
    while i < head.count, head[i] == 0x22 || head[i] == 0x27 { i += 1 }
    let first = i
    let ends = Array("\"'<>;/ \t\r\n?".utf8)
    while i < head.count, !ends.contains(head[i]), i - first < 40 { i += 1 }
    return i > first ? String(decoding: head[first..<i], as: UTF8.self) : nil
  }
}
