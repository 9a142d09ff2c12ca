import HanText

/// How strongly a line speaks for being part of an article, by itself.
enum LineWeight {
  /// The longest line counts like one of this many scalars: ten paragraphs are more than one.
  private static let cap = 150

  /// Points for the line: about its length for sentences, below zero for what stands in menus.
  ///
  /// Sentence ends tell most: 91 % of boilerplate lines are short, but so are 29 % of body lines.
  static func weight(of line: PageLines.Line, doubtsDots: Bool, isAttachment: Bool) -> Int {
    if isAttachment, !line.isMarkedAside { return -6 }
    if let phrase = line.phrase {
      return phrase == .zone ? -12 : phrase.endsArticle ? -40 : -25
    }
    if line.isMarkedAside { return -30 }
    let length = min(line.visible, cap)
    var weight: Int
    if line.sentenceEnds > 0, line.endsSentence {
      // A short question or call may be a headline.
      weight = length >= 24 || line.commas > 0 ? length : max(4, length / 2)
    } else if line.sentenceEnds > 0 {
      weight = length >= 40 ? length * 2 / 3 : 0
    } else if line.commas > 0, line.endsSentence {
      weight = length
    } else if line.commas > 1, length >= 40 {
      weight = length / 3
    } else if line.bars > 1 || line.words == 0 {
      weight = -21
    } else if line.words == line.digits {
      weight = -20
    } else {
      weight = line.visible >= 40 ? -6 : -20
    }
    if doubtsDots, line.isCutOff { weight = min(weight, length / 4) }
    if line.linkShare > 0.5 { weight = min(weight / 8, 0) - 22 }
    return weight
  }
}
