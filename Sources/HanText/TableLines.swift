/// Walks the lines of an embedded tab-separated table, comments skipped.
public enum TableLines {
  /// Calls `body` with the fields of each line that is neither empty nor a `#` comment.
  ///
  /// - Complexity: O(bytes).
  public static func forEach(
    in table: UnsafeRawBufferPointer, _ body: (_ fields: [Scalars]) -> Void
  ) {
    let bytes = table.assumingMemoryBound(to: UInt8.self)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != 0x23 {
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        body(fields.map { UTF8Text.decode(UnsafeBufferPointer(rebasing: $0)).scalars })
      }
      start = end + 1
    }
  }
}
