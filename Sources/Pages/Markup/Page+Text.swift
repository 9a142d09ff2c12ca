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
    text.withUnsafeBufferPointer { scalars in
      var start = 0
      Page.forEachLineEnd(in: scalars) { i in
        // The second half of CR LF.
        if i == start, i > 0, scalars[i] == 0x0A, scalars[i &- 1] == 0x0D {
          start = i &+ 1
          return
        }
        blocks.append(Block(range: start..<i, line: blocks.count + 1))
        start = i &+ 1
      }
      if start < scalars.count {
        blocks.append(Block(range: start..<scalars.count, line: blocks.count + 1))
      }
    }
    self.init(text: text, blocks: blocks)
  }

  /// Calls `body` with the offset of each scalar that ends a line.
  ///
  /// - Complexity: O(length), sixteen scalars at a time.
  @inline(__always)
  private static func forEachLineEnd(
    in scalars: UnsafeBufferPointer<UInt32>, _ body: (Int) -> Void
  ) {
    var i = 0
    while i &+ 16 <= scalars.count {
      // No branch, so that the compiler takes four at a time. A top bit is left where a scalar is
      // below 0E, or differs from 2028 by less than 2, or from 85 by nothing.
      var signs: UInt32 = 0
      for k in i..<(i &+ 16) {
        let c = scalars[k]
        signs |= (c &- 0x0E) | ((c ^ 0x2028) &- 2) | ((c ^ 0x85) &- 1)
      }
      if signs >= 0x8000_0000 {
        var ends: UInt32 = 0
        for k in 0..<16 { ends |= lineEnd(scalars[i &+ k]) &<< UInt32(k) }
        while ends != 0 {
          body(i &+ ends.trailingZeroBitCount)
          ends &= ends &- 1
        }
      }
      i &+= 16
    }
    while i < scalars.count {
      if lineEnd(scalars[i]) != 0 { body(i) }
      i &+= 1
    }
  }

  /// 1 for a scalar that ends a line of a text file (LF, CR, NEL, LS, PS), else 0; no branch, as which
  /// it is cannot be foretold.
  @inline(__always)
  private static func lineEnd(_ c: UInt32) -> UInt32 {
    let feeds = ((c ^ 0x0A) &- 1) | ((c ^ 0x0D) &- 1)
    let others = ((c ^ 0x2028) &- 2) | ((c ^ 0x85) &- 1)
    return (feeds | others) &>> 31
  }
}
