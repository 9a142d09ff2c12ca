import HanText

extension Page {
  /// Reads plain text: every line is a block, empty lines included.
  ///
  /// Line ends are LF, CR LF, CR, and the Unicode line and paragraph separators.
  /// - Complexity: O(length).
  public init(text: Scalars) {
    var blocks: [Block] = []
    var start = 0
    var line = 1
    var i = 0
    while i < text.count {
      let c = text[i]
      guard c == 0x0A || c == 0x0D || c == 0x2028 || c == 0x2029 || c == 0x85 else {
        i += 1
        continue
      }
      blocks.append(Block(text: Array(text[start..<i]), line: line))
      i += c == 0x0D && i + 1 < text.count && text[i + 1] == 0x0A ? 2 : 1
      start = i
      line += 1
    }
    if start < text.count { blocks.append(Block(text: Array(text[start...]), line: line)) }
    self.init(blocks: blocks)
  }
}
