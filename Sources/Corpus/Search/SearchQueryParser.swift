import HanText

/// Reads a query by precedence (NOT before AND before OR, words side by side as AND), without
/// recursion.
struct SearchQueryParser {
  /// A part of the query as an FTS5 expression.
  private struct Part {
    var expression: String
    /// Whether it needs brackets inside a larger one.
    var isCompound: Bool
    /// Levels of brackets inside.
    var depth: Int
  }

  /// An open bracket, or the whole query.
  private struct Group {
    /// Finished alternatives.
    var alternatives: [Part] = []
    /// Parts of the alternative being read that must and must not hold.
    var wanted: [Part] = []
    var unwanted: [Part] = []
    /// The AND, OR or NOT just read, and where.
    var pending: (word: String, position: Int)?
    /// Where it opens, from 0.
    var start = 0
    /// Whether it stands behind NOT.
    var isNegated = false
  }

  private enum Token {
    case open, close
    case keyword(String)
    case words(Scalars, isPrefix: Bool)
  }

  private let text: Scalars
  private var position = 0
  private var groups: [Group] = []
  private var group = Group()
  private var phrases: [Scalars] = []

  init(_ text: Scalars) { self.text = text }

  mutating func parse() throws(SearchQueryError) -> SearchQuery {
    while true {
      while position < text.count, Self.isBlank(text[position]) { position += 1 }
      guard position < text.count else { break }
      let start = position
      switch try nextToken() {
      case .open:
        groups.append(group)
        group = Group(start: start, isNegated: group.pending?.word == "NOT" || group.isNegated)
      case .close: try close(at: start)
      case .keyword(let word): try take(keyword: word, at: start)
      case .words(let words, let isPrefix): try take(words, isPrefix: isPrefix, at: start)
      }
    }
    guard groups.isEmpty else { throw error("a bracket without its closing one", at: group.start) }
    let whole = try finish(group, end: text.count)
    let isUnion = group.alternatives.allSatisfy { !$0.isCompound }
    return SearchQuery(expression: whole.expression, phrases: phrases, isUnion: isUnion)
  }

  // MARK: Tokens

  private mutating func nextToken() throws(SearchQueryError) -> Token {
    let scalar = text[position]
    switch scalar {
    case u("("), u("（"):
      position += 1
      return .open
    case u(")"), u("）"):
      position += 1
      return .close
    default: break
    }
    if let mark = Self.closing(of: scalar) {
      let start = position
      guard let end = text[(start + 1)...].firstIndex(of: mark) else {
        throw error("a quotation without its closing mark", at: start)
      }
      position = end + 1
      return .words(Scalars(text[start + 1..<end]), isPrefix: takeStar())
    }
    let start = position
    while position < text.count, !Self.endsWord(text[position]) { position += 1 }
    // A stray closing mark is a word of its own, in which nothing can be found.
    if position == start { position += 1 }
    let word = Scalars(text[start..<position])
    if let keyword = ["AND", "OR", "NOT"].first(where: { Scalars($0) == word }) {
      return .keyword(keyword)
    }
    return .words(word, isPrefix: word.last == u("*"))
  }

  private mutating func takeStar() -> Bool {
    guard position < text.count, text[position] == u("*") else { return false }
    position += 1
    return true
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    ScalarClass.isSpace(scalar) || scalar == 0
  }

  private static func endsWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case u("("), u("（"), u(")"), u("）"): true
    default: isBlank(scalar) || closing(of: scalar) != nil
    }
  }

  private static func closing(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case u("\""): u("\"")
    case u("“"): u("”")
    case u("「"): u("」")
    case u("『"): u("』")
    case u("＂"): u("＂")
    default: nil
    }
  }

  // MARK: Grammar

  private mutating func take(keyword: String, at start: Int) throws(SearchQueryError) {
    if let pending = group.pending {
      // AND NOT is NOT.
      guard pending.word == "AND", keyword == "NOT" else {
        throw error("\(keyword) right behind \(pending.word)", at: start)
      }
    } else if group.wanted.isEmpty {
      throw error(
        keyword == "NOT"
          ? "NOT takes away from what stands before it: name that first"
          : "\(keyword) with nothing before it", at: start)
    }
    if keyword == "OR" {
      try closeAlternative(end: start)
    }
    group.pending = (keyword, start)
  }

  private mutating func take(
    _ words: Scalars, isPrefix: Bool, at start: Int
  ) throws(SearchQueryError) {
    guard var phrase = SearchTokens.phrase(of: words) else {
      throw error(
        "“\(String(scalars: words.prefix(20)))” has no letter, digit or character to search for",
        at: start)
    }
    if isPrefix, phrase.hasSuffix("\"") { phrase += " *" }
    if group.pending?.word != "NOT", !group.isNegated { phrases.append(words) }
    add(Part(expression: phrase, isCompound: false, depth: 0))
  }

  private mutating func add(_ part: Part) {
    if group.pending?.word == "NOT" {
      group.unwanted.append(part)
    } else {
      group.wanted.append(part)
    }
    group.pending = nil
  }

  private mutating func close(at start: Int) throws(SearchQueryError) {
    guard let outer = groups.popLast() else {
      throw error("a closing bracket without its opening one", at: start)
    }
    let part = try finish(group, end: start)
    group = outer
    add(part)
  }

  private mutating func closeAlternative(end: Int) throws(SearchQueryError) {
    if let pending = group.pending {
      throw error("\(pending.word) with nothing behind it", at: pending.position)
    }
    guard !group.wanted.isEmpty else {
      if text.allSatisfy(Self.isBlank) { throw error("nothing to search for", at: 0) }
      throw error("nothing to search for here", at: min(end, text.count - 1))
    }
    var part = Self.join(group.wanted, " AND ")
    if !group.unwanted.isEmpty {
      let unwanted = Self.join(group.unwanted, " OR ")
      part = Self.join([part, unwanted], " NOT ")
    }
    group.alternatives.append(part)
    group.wanted = []
    group.unwanted = []
  }

  private mutating func finish(_ finished: Group, end: Int) throws(SearchQueryError) -> Part {
    group = finished
    try closeAlternative(end: end)
    let part = Self.join(group.alternatives, " OR ")
    guard part.depth <= SearchQuery.deepestNesting else {
      throw error("more than \(SearchQuery.deepestNesting) levels of brackets", at: finished.start)
    }
    return part
  }

  private static func join(_ parts: [Part], _ separator: String) -> Part {
    if parts.count == 1 { return parts[0] }
    let texts = parts.map { $0.isCompound ? "(\($0.expression))" : $0.expression }
    return Part(
      expression: texts.joined(separator: separator), isCompound: true,
      depth: (parts.map(\.depth).max() ?? 0) + 1)
  }

  private func error(_ reason: String, at offset: Int) -> SearchQueryError {
    SearchQueryError(position: max(0, offset) + 1, reason: reason)
  }
}
