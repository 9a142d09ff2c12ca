/// Reads an embedded tab-separated table row by row, comments skipped.
///
/// The table is decoded once; a row is nothing but the places of its cells, so that reading the
/// tables, which every run begins with, makes no array for a row and no string for a cell.
public struct TableReader {
  /// The whole table.
  public let text: Scalars
  /// Where the cells of the present row stand in `text`.
  public private(set) var cells: [TextSpan] = []
  private var next = 0

  /// Decodes a table.
  ///
  /// - Complexity: O(bytes).
  public init(_ table: UnsafeRawBufferPointer) {
    text = UTF8Text.decode(table.assumingMemoryBound(to: UInt8.self)).scalars
  }

  /// Goes on to the next line that is neither empty nor a `#` comment.
  ///
  /// - Returns: `false` behind the last one.
  /// - Complexity: O(length of the lines passed).
  public mutating func advance() -> Bool {
    cells.removeAll(keepingCapacity: true)
    while next < text.count {
      var start = next
      let isRow = text[start] != 0x0A && text[start] != u("#")
      var i = start
      while i < text.count, text[i] != 0x0A {
        if isRow, text[i] == 0x09 {
          cells.append(TextSpan(start, i))
          start = i + 1
        }
        i += 1
      }
      next = i + 1
      if isRow {
        cells.append(TextSpan(start, i))
        return true
      }
    }
    return false
  }

  /// The scalars of a cell; none where the row has too few.
  public func cell(_ column: Int) -> ArraySlice<UInt32> {
    column < cells.count ? text[cells[column].range] : []
  }

  /// A cell as a string.
  public func string(_ column: Int) -> String { String(scalars: cell(column)) }

  /// Whether a cell is exactly this ASCII word.
  ///
  /// - Complexity: O(length of the word); O(1) where the lengths differ.
  public func cell(_ column: Int, is word: StaticString) -> Bool {
    guard column < cells.count, cells[column].count == word.utf8CodeUnitCount else { return false }
    let start = cells[column].start
    return word.withUTF8Buffer { word in
      for k in word.indices where text[start + k] != UInt32(word[k]) { return false }
      return true
    }
  }

  /// Whether two cells of the row are the same.
  public func areSame(_ column: Int, _ other: Int) -> Bool { cell(column) == cell(other) }
}
