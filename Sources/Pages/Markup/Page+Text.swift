import HanText

extension Page {
  /// Reads plain text: every line is a block, empty lines included.
  ///
  /// Line ends are LF, CR LF, CR, and the Unicode line and paragraph separators. The text is kept as it
  /// is, not copied.
  /// - Complexity: O(length).
  public init(text: Scalars) {
    var blocks: [Block] = []
    blocks.reserveCapacity(min(text.count / 32 + 8, 64))
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
  ///
  /// - Complexity: O(distance), sixteen scalars at a time.
  @inline(__always)
  private static func lineEnd(in scalars: UnsafeBufferPointer<UInt32>, from start: Int) -> Int? {
    var i = start
    while i < scalars.count {
      if i &+ 16 <= scalars.count {
        // No branch, so that the compiler takes four at a time. A top bit is left where a scalar is
        // below 0E, or differs from 2028 by less than 2, or from 85 by nothing.
        var signs: UInt32 = 0
        for k in i..<(i &+ 16) {
          let c = scalars[k]
          signs |= (c &- 0x0E) | ((c ^ 0x2028) &- 2) | ((c ^ 0x85) &- 1)
        }
        if signs < 0x8000_0000 {
          i &+= 16
          continue
        }
      }
      for k in i..<min(i &+ 16, scalars.count) where endsLine(scalars[k]) { return k }
      i &+= 16
    }
    return nil
  }

  /// Whether a scalar ends a line of a text file: LF, CR, NEL, LS, PS.
  @inline(__always)
  private static func endsLine(_ c: UInt32) -> Bool {
    c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029
  }
}
