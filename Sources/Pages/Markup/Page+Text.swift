import HanText

extension Page {
  /// Reads plain text: every line is a block, empty lines included.
  ///
  /// Line ends are LF, CR LF, CR, and the Unicode line and paragraph separators. The text is kept as it
  /// is, not copied.
  /// - Complexity: O(length).
  public init(text: Scalars) {
    var blocks: [Block] = []
    var start = 0
    var line = 1
    text.withUnsafeBufferPointer { scalars in
      var i = 0
      while let end = Page.lineEnd(in: scalars, from: i) {
        i = end
        let c = scalars[i]
        blocks.append(Block(range: start..<i, line: line))
        i += c == 0x0D && i + 1 < scalars.count && scalars[i + 1] == 0x0A ? 2 : 1
        start = i
        line += 1
      }
      if start < scalars.count {
        blocks.append(Block(range: start..<scalars.count, line: line))
      }
    }
    self.init(text: text, blocks: blocks)
  }

  /// The first line end at or behind an offset.
  @inline(__always)
  private static func lineEnd(in scalars: UnsafeBufferPointer<UInt32>, from start: Int) -> Int? {
    var i = start
    while i < scalars.count {
      i = ScalarClass.skip(above: 0x2029, in: scalars, from: i, to: scalars.count)
      guard i < scalars.count else { break }
      let c = scalars[i]
      if c <= 0x2029, c == 0x0A || c == 0x0D || c == 0x85 || c >= 0x2028 { return i }
      i &+= 1
    }
    return nil
  }
}
