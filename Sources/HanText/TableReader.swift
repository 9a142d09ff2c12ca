/// Reads an embedded tab-separated table row by row, comments skipped.
///
/// The table is decoded in pieces of whole lines, and a row is nothing but the places of its cells, so
/// that reading the tables, which every run begins with, makes no array for a row and no string for
/// a cell, and asks the system for no more memory than a piece.
public struct TableReader {
  /// The piece of the table that the present row stands in.
  public private(set) var text: Scalars = []
  /// The number of that piece, from 1.
  public private(set) var piece = 0
  /// Where the cells of the present row stand in `text`.
  public private(set) var cells: [TextSpan] = []
  /// What is still to be decoded.
  private var rest: Slice<UnsafeRawBufferPointer>
  private var next = 0

  /// Bytes of a piece, but for a longer line: its scalars fit in memory that is used over again.
  private static let pieceBytes = 1 << 14

  /// Begins before the first row.
  public init(_ table: UnsafeRawBufferPointer) { rest = table[...] }

  /// Goes on to the next line that is neither empty nor a `#` comment.
  ///
  /// - Returns: `false` behind the last one.
  /// - Complexity: O(length of the lines passed).
  public mutating func advance() -> Bool {
    cells.removeAll(keepingCapacity: true)
    while next < text.count || decodePiece() {
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

  /// Decodes the next lines.
  ///
  /// - Returns: `false` where none is left.
  private mutating func decodePiece() -> Bool {
    guard !rest.isEmpty else { return false }
    var end = min(rest.startIndex + Self.pieceBytes, rest.endIndex)
    while end < rest.endIndex, rest[end - 1] != 0x0A { end += 1 }
    let bytes = UnsafeRawBufferPointer(rebasing: rest[..<end])
    text = UTF8Text.decode(bytes.assumingMemoryBound(to: UInt8.self)).scalars
    rest = rest[end...]
    piece += 1
    next = 0
    return true
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
