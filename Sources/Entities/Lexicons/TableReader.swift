import HanText

/// Reads the tab-separated tables of `Data/`: one entry a line, `#` lines are comments.
enum TableReader {
  /// Calls `body` with the fields of each line; no field holds a tab or a line end.
  ///
  /// - Parameter bytes: UTF-8; what is not is read as U+FFFD.
  /// - Complexity: O(number of bytes).
  static func forEachRow(of bytes: UnsafeRawBufferPointer, _ body: ([Scalars]) -> Void) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != UInt8(ascii: "#") { body(fields(bytes, start, end)) }
      start = end + 1
    }
  }

  private static func fields(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> [Scalars] {
    var row: [Scalars] = [[]]
    var decoder = UTF8()
    var iterator = bytes[start..<end].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value == 0x09 {
          row.append([])
        } else if scalar.value != 0x0D {
          row[row.count - 1].append(scalar.value)
        }
      case .error: row[row.count - 1].append(replacementScalar)
      case .emptyInput: return row
      }
    }
  }
}
