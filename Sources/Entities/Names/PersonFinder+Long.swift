import HanText

/// Names of four characters without dots, and what stands beside names that are none.
extension PersonFinder {
  static let beforePrepositions = Set(Scalars("已将曾定拟均仅早现可应须并便即"))

  /// Characters that rather begin what is said of someone than end a name: 则, 今, 昨.
  static func isAdverb(_ c: UInt32) -> Bool {
    adverbs.contains(c)
  }

  static let adverbs = Set(
    Scalars("则今昨也均皆还并又再亦仍将已曾等和与同及向对在于说指称男女近正便即就更却才先后都刚另早晚前内外现或于以因由被让把给为是有无未不会可能要去来到上下中"))

  /// 园长|杨阿幼朵|、, 主席|麦陈碧琪|回应: a name of four between a title and what ends names.
  func longReading(_ i: Int, left: Int) -> Reading? {
    let end = i + 4
    guard left >= 4, end <= shadow.count, isGiven(i + 1, end), !Self.isAdverb(shadow[end - 1]),
      shadow[end - 1] != u("摄"),
      matches.longest(endingAt: i, [.post, .occupation]) != nil,
      !matches.isCovered(i + 1, by: 1) || matches.longest(at: i + 1, .anySurname) != nil
    else { return nil }
    // 何知远|凭「…」: the tagger sees a shorter name, and no second surname speaks against it.
    if proposals.isPerson(i, i + 2) { return nil }
    let isMarried = matches.longest(at: i + 1, [.surname]) != nil
    let isEnd =
      end == shadow.count || !Marks.isNamePart(shadow[end])
      || matches.longest(at: end, [.say]).map { $0.end - end > 1 || isMarried } ?? false
      || isMarried
        && (Self.isAdverb(shadow[end]) || shadow[end] == u("的")
          || WordList.opensPredicate(at: end, in: shadow))
    guard isEnd, isMarried && !Self.isAdverb(shadow[end - 1]) || !proposals.isPerson(i, i + 3)
    else {
      return nil
    }
    if isMarried, shadow[end - 1] == u("仅") || shadow[end - 1] == u("未") { return nil }
    if proposals.isPerson(i, i + 3), WordList.kind(ofPairAt: end - 1, in: shadow) != nil {
      return nil
    }
    // 施舍|统计，.
    if WordList.opensPredicate(at: i + 2, in: shadow) { return nil }
    let common: LexiconClass = [
      .say, .stop, .post, .occupation, .status, .notName, .head, .place, .body,
    ]
    for k in i..<end {
      for word in matches.starting(at: k)
      where !word.classes.isDisjoint(with: common) && word.end - k > (k < i + 2 ? 1 : 0) {
        return nil
      }
    }
    return Reading(span: TextSpan(i, end), score: left + 2)
  }

  /// 范德维|尔德: where a foreign name without dots ends that a reading broke off, told by what follows.
  func foreignEnd(_ span: TextSpan) -> Int? {
    guard span.count >= 2, span.count <= 6, shadow[span].dropFirst().allSatisfy(isTransliterating)
    else {
      return nil
    }
    let common: LexiconClass = [
      .say, .stop, .post, .occupation, .status, .notName, .head, .place, .body, .surname,
    ]
    var end = span.end
    while end < shadow.count, end - span.start < 9, isTransliteration(end) {
      if let word = matches.longest(at: end, common), word.end - end > 1 { break }
      if WordList.opensPredicate(at: end, in: shadow) { break }
      end += 1
    }
    guard end - span.end >= 2, end - span.start >= 4, end < shadow.count else { return nil }
    let isEnd =
      !Marks.isNamePart(shadow[end]) || matches.longest(at: end, [.say, .stop]) != nil
      || WordList.opensPredicate(at: end, in: shadow) || shadow[end] == u("的")
      || Self.isAdverb(shadow[end])
    return isEnd ? end : nil
  }

  private func isTransliterating(_ c: UInt32) -> Bool {
    c < 0x10000 && matches.lexicon.transliteration[Int(c)]
  }

  /// 石笋|村, 龙坡|里长: what stands before the word for a village is its name.
  func isVillage(_ end: Int) -> Bool {
    guard end + 1 < shadow.count else { return false }
    let next = shadow[end + 1]
    switch shadow[end] {
    case u("村"), u("乡"), u("镇"):
      return matches.longest(at: end, [.notName, .status, .post, .stop]).map {
        $0.end - end < 2
      } ?? true && next != u("里") && next != u("上")
    case u("里"): return next == u("长") || next == u("里")
    default: return false
    }
  }
}
