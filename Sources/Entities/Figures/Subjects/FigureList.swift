import HanText

/// Figures that one word gives to the members of a list in turn: 分别为A、B和C.
struct FigureList {
  /// How many figures stand behind the word, and which of them this is.
  var count: Int
  var place: Int
  /// The token of the word.
  var token: Int

  /// Farthest that the word and the figures of its list are looked for, in tokens.
  private static let reach = 16

  /// The list that a figure is of; `nil` for none.
  static func find(_ tokens: SentenceTokens, at figure: Int, _ text: Scalars) -> FigureList? {
    var i = figure - 1
    var place = 0
    while i >= 0, figure - i < reach {
      let token = tokens[i]
      if token.kind == .stop || token.kind == .semicolon { return nil }
      if token.kind == .figure { place += 1 }
      if token.kind == .comma && place == 0 { return nil }
      if isRespectively(token, text) { break }
      i -= 1
    }
    guard i >= 0, figure - i < reach else { return nil }
    var count = place + 1
    var j = figure + 1
    while j < tokens.count, j - figure < reach {
      let kind = tokens[j].kind
      if kind == .stop || kind == .semicolon || kind == .comma { break }
      if kind == .figure { count += 1 }
      j += 1
    }
    return FigureList(count: count, place: place, token: i)
  }

  /// 分别, 分别为, 依次, 依序, 各为, 各有, 各占.
  private static func isRespectively(_ token: PhraseToken, _ text: Scalars) -> Bool {
    guard token.end - token.start >= 1, token.end <= text.count, token.kind != .figure else {
      return false
    }
    let c = text[token.start]
    if c == u("各") { return token.end - token.start == 1 || isHaving(text[token.start + 1]) }
    guard token.end - token.start >= 2 else { return false }
    let next = text[token.start + 1]
    return c == u("分") && next == u("别") || c == u("依") && (next == u("次") || next == u("序"))
  }

  private static func isHaving(_ c: UInt32) -> Bool {
    c == u("为") || c == u("有") || c == u("占") || c == u("达")
  }
}
