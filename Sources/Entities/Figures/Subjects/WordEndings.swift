import HanText

/// Endings that make one noun of the word before them, where no list has the whole: 领取率, 标注员.
enum WordEndings {
  /// The class of the noun that an ending makes; `nil` where the character is none.
  static func noun(_ c: UInt32) -> TokenClass? {
    switch c {
    case u("率"), u("费"), u("额"), u("量"), u("度"), u("值"), u("价"), u("期"), u("数"), u("税"),
      u("权"), u("险"), u("款"), u("金"):
      .quantity
    case u("者"), u("员"), u("师"), u("生"), u("工"), u("民"), u("户"), u("客"), u("童"):
      .people
    case u("券"), u("证"), u("线"), u("站"), u("所"), u("馆"), u("院"), u("厂"), u("队"), u("室"),
      u("园"), u("区"), u("网"), u("机"), u("器"), u("业"), u("类"), u("型"), u("级"), u("化"),
      u("性"), u("点"), u("层"), u("桩"), u("梯"), u("箱"), u("车"), u("船"), u("楼"), u("房"):
      .noun
    default: nil
    }
  }

  /// Joins the endings of a sentence to the words before them, and numbers the tokens of figures.
  ///
  /// - Complexity: O(tokens).
  static func join(_ sentence: inout SentenceTokens, _ text: Scalars) {
    var kept = 0
    for i in sentence.tokens.indices {
      let token = sentence.tokens[i]
      if kept > 0, token.end - token.start == 1, token.kind.isWord,
        let kind = noun(text[token.start]),
        sentence.tokens[kept - 1].end == token.start, takesEnding(sentence.tokens[kept - 1], text)
      {
        sentence.tokens[kept - 1].end = token.end
        sentence.tokens[kept - 1].kind = kind
        sentence.tokens[kept - 1].word = 0
        sentence.tokens[kept - 1].full = PhraseToken.extend(
          sentence.tokens[kept - 1].full, text[token.start])
        continue
      }
      if token.figure >= 0 { sentence.figures[token.figure] = kept }
      sentence.tokens[kept] = token
      kept += 1
    }
    sentence.tokens.removeLast(sentence.tokens.count - kept)
  }

  private static func takesEnding(_ token: PhraseToken, _ text: Scalars) -> Bool {
    (token.kind.isNominal || token.kind.isVerb || token.kind == .adjective)
      && ScalarClass.isHan(text[token.start])
  }
}
