import HanText

/// The name of a figure, a date or a subject.
enum MentionName {
  /// The name of a noun with what it shares with another (城镇|居民收入); no `tail` where it stands whole.
  static func make(_ text: Scalars, _ span: TextSpan, _ tail: TextSpan?) -> String {
    guard let tail else { return make(text, span) }
    return make(text, span) + make(text, tail)
  }

  /// Simplified, without the spaces that stand beside Chinese.
  static func make(_ text: Scalars, _ span: TextSpan) -> String {
    if !text[span.range].contains(where: ScalarClass.isSpace) {
      return String(scalars: text[span.range])
    }
    var out: [UInt32] = []
    out.reserveCapacity(span.count)
    for i in span.range {
      let c = text[i]
      if ScalarClass.isSpace(c) {
        let before = out.last ?? 0
        let after = i + 1 < span.end ? text[i + 1] : 0
        if ScalarClass.isHan(before) || ScalarClass.isHan(after) || before == 0 { continue }
      }
      out.append(c)
    }
    return String(scalars: out)
  }
}
