import HanText

/// The tokens of the full-text table, for texts and for queries: see `docs/index.md`, "Full text".
///
/// A run of Chinese characters (also kana and hangul) becomes its overlapping pairs and, at its
/// end, its last character alone: one token for each character, so that a token's position in
/// the index is a character's. Runs of other letters and digits are one token each, in lower case.
public enum SearchTokens {
  /// Raised when the rules change, so that an index is filled anew.
  static let version = 1

  /// What the table stores in place of an article text: its tokens, a space behind each, UTF-8.
  ///
  /// - Parameter shadow: `Shadow.make` of the text.
  /// - Complexity: O(length).
  public static func text(ofShadow shadow: Scalars) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(shadow.count * 7)
    walk(shadow) { token, _ in
      append(token, of: shadow, to: &output)
      output.append(0x20)
    }
    return output
  }

  /// What the table stores in place of a text; see `text(ofShadow:)`.
  public static func text(of text: Scalars) -> [UInt8] {
    self.text(ofShadow: Shadow.make(text))
  }

  /// What FTS5 is asked for to find a text: a phrase in quotation marks, with `*` behind it where it
  /// ends in a single character that may go on; `nil` if nothing of the text is indexed.
  ///
  /// - Parameter text: as people type it, in either script.
  public static func phrase(of text: Scalars) -> String? {
    let shadow = Shadow.make(text)
    var tokens: [Token] = []
    walk(shadow) { token, _ in tokens.append(token) }
    guard let last = tokens.last else { return nil }
    var isPrefix = false
    // Where the query ends inside a run of characters, the text may go on.
    if last.kind == .single, last.end == shadow.count {
      if tokens.count > 1, tokens[tokens.count - 2].kind == .pair {
        tokens.removeLast()
      } else {
        isPrefix = true
      }
    }
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for (i, token) in tokens.enumerated() {
      if i > 0 { bytes.append(0x20) }
      append(token, of: shadow, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self) + (isPrefix ? "\" *" : "\"")
  }

  /// What a token is made of.
  enum Kind {
    /// Two characters of a run.
    case pair
    /// The last character of a run.
    case single
    /// A word or number of other scripts.
    case word
  }

  /// A token: scalars of the shadow from `start` up to `end`.
  struct Token {
    let kind: Kind
    let start: Int
    let end: Int
  }

  /// Gives the tokens of a shadow in order, with their positions in the index.
  static func walk(_ shadow: Scalars, _ emit: (Token, _ position: Int) -> Void) {
    var position = 0
    var i = 0
    while i < shadow.count {
      if isCharacter(shadow[i]) {
        let isLast = i + 1 == shadow.count || !isCharacter(shadow[i + 1])
        emit(Token(kind: isLast ? .single : .pair, start: i, end: i + (isLast ? 1 : 2)), position)
        position += 1
        i += 1
      } else if isWord(shadow[i]) {
        let start = i
        i += 1
        while i < shadow.count, isWord(shadow[i]) || isInsideNumber(i, shadow) { i += 1 }
        emit(Token(kind: .word, start: start, end: i), position)
        position += 1
      } else {
        i += 1
      }
    }
  }

  private static func append(_ token: Token, of shadow: Scalars, to output: inout [UInt8]) {
    guard token.kind == .word else {
      for i in token.start..<token.end { UTF8Text.append(scalar: shadow[i], to: &output) }
      return
    }
    for c in shadow[token.start..<token.end] where c != u(",") {
      if c < 0x80 {
        output.append(UInt8(truncatingIfNeeded: c &- 0x41 < 26 ? c | 0x20 : c))
      } else if let scalar = Unicode.Scalar(c) {
        output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// Characters that are indexed in pairs: Han, kana, bopomofo, hangul.
  static func isCharacter(_ c: UInt32) -> Bool {
    if c < 0x2E80 { return false }
    if ScalarClass.isHan(c) { return true }
    switch c {
    case 0x2E80...0x2FDF, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xAC00...0xD7A3:
      return true
    default: return false
    }
  }

  /// Letters and digits of words: Latin, Greek, Cyrillic.
  static func isWord(_ c: UInt32) -> Bool {
    ScalarClass.isASCIIDigit(c) || ScalarClass.isLatinLetter(c) || (0x370...0x52F).contains(c)
  }

  /// Whether the point or comma at `i` stands between digits.
  private static func isInsideNumber(_ i: Int, _ shadow: Scalars) -> Bool {
    guard shadow[i] == u(".") || shadow[i] == u(","), i > 0, i + 1 < shadow.count else {
      return false
    }
    return ScalarClass.isASCIIDigit(shadow[i - 1]) && ScalarClass.isASCIIDigit(shadow[i + 1])
  }
}
