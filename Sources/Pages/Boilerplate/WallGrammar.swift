import HanText

/// Reads headings of link lists and comments by the words they are put together from, as no list of
/// whole phrases knows those of every site: 大家还在看, 相關字詞, 全部回帖 (6), 同主题阅读.
///
/// - Source: `Data/wall-parts.tsv`.
final class WallGrammar: Sendable {
  /// Classes of parts, one bit each, in the order of the bits of a state.
  private struct Parts: OptionSet {
    let rawValue: UInt8
    static let which = Parts(rawValue: 1)
    static let reader = Parts(rawValue: 2)
    static let act = Parts(rawValue: 4)
    static let piece = Parts(rawValue: 8)
    static let reply = Parts(rawValue: 16)
    static let count = Parts(rawValue: 32)
    static let filler = Parts(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init?(_ name: String) {
      switch name {
      case "which": self = .which
      case "reader": self = .reader
      case "act": self = .act
      case "piece": self = .piece
      case "reply": self = .reply
      case "count": self = .count
      case "filler": self = .filler
      default: return nil
      }
    }
  }

  /// Longest headings, in word scalars.
  private static let limit = 14

  private let trie: ScalarTrie

  /// The table of the program.
  static let standard = WallGrammar(table: EmbeddedData.wallParts)

  init(table: UnsafeRawBufferPointer) {
    // The table is sorted: lines of one part stand together.
    var parts: [(part: Scalars, classes: UInt8)] = []
    TableLines.forEach(in: table) { fields in
      guard fields.count >= 2, let part = Parts(String(scalars: fields[1])) else { return }
      if let last = parts.last, last.part == fields[0] {
        parts[parts.count - 1].classes |= part.rawValue
      } else {
        parts.append((fields[0], part.rawValue))
      }
    }
    var trie = ScalarTrie(keys: parts.count)
    for (part, classes) in parts { trie.insert(part, value: Int32(classes)) }
    self.trie = trie
  }

  /// Whether a heading may begin with a scalar.
  @inline(__always)
  func mayBegin(with scalar: UInt32) -> Bool { trie.hasKey(beginningWith: scalar) }

  /// What a heading announces; `nil` where it is not put together from parts alone.
  ///
  /// - Parameter words: the word scalars of the heading's shadow, counts at its end left out.
  /// - Complexity: O(words), with at most `limit` of them.
  func kind(of words: Scalars) -> BoilerplatePhrases.Kind? {
    guard words.count >= 3, words.count <= Self.limit, trie.longestMatch(in: words, at: 0) != nil
    else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words.count + 1) {
      $0.initialize(repeating: 0)
      return kind(of: words, reached: $0)
    }
  }

  /// - Parameter reached: bit k of number i tells that the first i scalars can be made of the classes in
  ///   k; all zero.
  private func kind(
    of words: Scalars, reached: UnsafeMutableBufferPointer<UInt64>
  ) -> BoilerplatePhrases.Kind? {
    reached[0] = 1
    for start in words.indices where reached[start] != 0 {
      trie.forEachMatch(in: words, at: start) { end, value in
        for bit in 0..<7 where value >> Int32(bit) & 1 == 1 {
          let part = (1 << bit) & 63  // fillers add nothing
          for set in 0..<64 where reached[start] >> UInt64(set) & 1 == 1 {
            reached[end] |= 1 << UInt64(set | part)
          }
        }
      }
    }
    var best: BoilerplatePhrases.Kind?
    for set in 0..<64 where reached[words.count] >> UInt64(set) & 1 == 1 {
      let parts = Parts(rawValue: UInt8(set))
      let tellsWhich = !parts.isDisjoint(with: [.which, .reader, .act])
      if parts.contains(.reply), tellsWhich || parts.contains(.count) { return .comment }
      if parts.contains(.piece), tellsWhich, !parts.contains(.count) { best = .related }
      if parts.contains([.reader, .act]), !parts.contains(.count) { best = .related }
    }
    return best
  }
}

extension PageLines {
  /// What a line announces by its parts: alone, or as a label before a colon.
  func composedWall(_ line: Line, _ grammar: WallGrammar) -> BoilerplatePhrases.Kind? {
    guard line.han >= 3, line.visible <= 60, line.sentenceEnds == 0, !line.hasDate else {
      return nil
    }
    // Most lines begin with a word that no heading of a list does.
    guard let first = line.range.first(where: { ScalarKind.isWord(shadow[$0]) }),
      grammar.mayBegin(with: shadow[first])
    else { return nil }
    var words: Scalars = []
    words.reserveCapacity(21)
    for i in line.range {
      let c = shadow[i]
      if c == u("：") || c == u(":") || c == 0xFE55 || c == 0xFE30 { break }
      // A count closes the heading; 24小时 opens one.
      if ScalarKind.isDigit(c), words.contains(where: ScalarKind.isHan) { break }
      if c == u("，") || c == u(",") || c == u("、") || c == u("|") || c == u("｜") { return nil }
      if ScalarKind.isWord(c) { words.append(c) }
      if words.count > 20 { return nil }
    }
    return grammar.kind(of: words)
  }
}
