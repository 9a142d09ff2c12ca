/// Walks the lines of an embedded tab-separated table, comments skipped.
public enum TableLines {
  /// Calls `body` with the fields of each line that is neither empty nor a `#` comment.
  ///
  /// - Complexity: O(bytes); an array for each field. `TableReader` makes none.
  public static func forEach(
    in table: UnsafeRawBufferPointer, _ body: (_ fields: [Scalars]) -> Void
  ) {
    var reader = TableReader(table)
    while reader.advance() { body(reader.cells.map { Scalars(reader.text[$0]) }) }
  }
}
