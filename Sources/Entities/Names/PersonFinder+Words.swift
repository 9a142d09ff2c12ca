import HanText

/// Whether a common word names someone at a place of the text.
extension PersonFinder {
  /// A word of two characters over a surname that does not speak against a name: a weak place.
  func isCoverHarmless(_ i: Int, left: Int) -> Bool {
    guard let word = matches.starting(at: i).last else { return false }
    // 局长|高度|重视.
    if shadow[i] == u("高"), i + 1 < shadow.count, shadow[i + 1] == u("度") { return false }
    guard word.end - word.start > 1 else {
      // 主任|何知远: the word 任何 begins inside the post.
      return matches.longest(endingAt: i, [.post]).map { $0.end - $0.start > 1 } ?? false
    }
    // 教育局局长|陶冶，: between the post of a body and a mark stands a name, whatever else it means.
    if left >= 4, word.end <= i + 3,
      !Self.isAmbiguous(shadow[i]) || shadow[i] == u("关") || proposals.isPerson(at: i),
      word.classes.isDisjoint(with: [.say, .stop, .post, .occupation, .status, .head]),
      isBetweenPostAndMark(i, word.end)
    {
      return true
    }
    // 公共事务组|季节|组长: between an office and a title.
    if left >= 1, word.end == i + 2, isBetweenOfficeAndTitle(i, word.end) { return true }
    // 前副校长|于是|、: nothing but a name stands between a post and such a mark.
    if left >= 4, word.end == i + 2, word.end < shadow.count, isListMark(shadow[word.end]),
      let post = matches.longest(endingAt: i, [.post]), isHeld(post),
      word.classes.isDisjoint(with: [.post, .occupation, .status, .head, .body])
    {
      return true
    }
    // 达瓦次仁、|丁香|、: in a list of people.
    if left >= 4, word.end == i + 2, word.end < shadow.count, i > 0, shadow[i - 1] == u("、"),
      word.classes.isDisjoint(with: [
        .say, .stop, .post, .occupation, .status, .head, .place, .body,
      ]),
      shadow[word.end] == u("、") || shadow[word.end] == u("和")
        || PostVerb.longest(in: shadow, at: word.end, limit: shadow.count) != nil
    {
      return true
    }
    // （记者 |安静|　…）: who signs.
    if left >= 4, Self.isSignature(i, word.end, shadow, matches) { return true }
    // 副厅长|高峰|因故缺席: a word that people are called by, behind a post.
    if word.end == i + 2, word.classes.contains(.nameWord), isCalledBy(i, word.end, left: left) {
      return true
    }
    // 理事长|黄金水|说: a title before and a verb behind outweigh the word 黄金.
    if left >= 4, word.end == i + 2, rightScore(i, i + 3) >= 2,
      matches.longest(endingAt: i, [.post]) != nil
    {
      return true
    }
    return word.classes.isSubset(of: [.place, .surname, .compoundSurname])
      && matches.entry(word).placeForm == .weak
  }

  /// Whether a word fills the place between a post and what follows a name: a mark, or a verb of
  /// saying (立法院长|韩国瑜|说), with at most one more character inside.
  func isBetweenPostAndMark(_ i: Int, _ wordEnd: Int) -> Bool {
    guard let post = matches.longest(endingAt: i, [.post]), post.end - post.start >= 2 else {
      return false
    }
    for end in wordEnd...max(wordEnd, i + 3) where end - i >= 2 {
      guard end < shadow.count, shadow[end - 1] != u("地") else { return end == shadow.count }
      switch shadow[end] {
      case u("，"), u(","), u("、"), u("。"), u("；"), u("）"), u(")"), u("（"), u("("): return true
      default: break
      }
      if let say = matches.longest(at: end, [.say]) {
        // 总调查主任|计时|说.
        if say.end - say.start >= 2 || shadow[end] == u("说") && isHeld(post) { return true }
      }
      if end - i == 3, proposals.isPerson(i, end) { return true }
      // 某学院副教授|胡杨|则….
      if isHeld(post), opensPredicate(end) || matches.longest(at: end, [.stop]) != nil {
        return true
      }
      // 卫生局局长|安全|今（24）日, 副理事长|关心|促请.
      if end == wordEnd, isHeld(post), !WordList.isFunction(at: i, in: shadow),
        WordList.opensPredicate(at: end, in: shadow) || opensDate(end)
      {
        return true
      }
    }
    return false
  }

  /// Whether a body stands before a post.
  func isHeld(_ post: LexiconMatch) -> Bool {
    // 副理事长, 市议员: long enough to be nothing else.
    if post.end - post.start >= 3 { return true }
    return nameEnds.contains(post.start - 1) || taken.contains(post.start - 1)
  }

  func isListMark(_ c: UInt32) -> Bool {
    c == u("、") || Marks.isOpen(c) || Marks.isClose(c)
  }

  /// 理事长|陈某|昨率幹部, 局长|胡某|今上午: 昨 ends no name, and 今 none before what one does.
  func opensYesterday(_ i: Int) -> Bool {
    guard i + 1 < shadow.count, Marks.isHan(shadow[i + 1]) else { return false }
    if shadow[i] == u("昨") { return true }
    guard shadow[i] == u("今") else { return false }
    switch shadow[i + 1] {
    case u("早"), u("晚"), u("晨"), u("上"), u("下"), u("中"), u("年"): return true
    default: break
    }
    return WordList.opensPredicate(at: i + 1, in: shadow)
      || matches.longest(at: i + 1, [.say]) != nil
  }

  /// 今（24）日, 昨天.
  func opensDate(_ i: Int) -> Bool {
    guard i + 1 < shadow.count else { return false }
    return (shadow[i] == u("今") || shadow[i] == u("昨"))
      && (Marks.isOpen(shadow[i + 1]) || shadow[i + 1] == u("天") || shadow[i + 1] == u("日"))
  }

  /// 疾病管制科|卜算|股长, 秘书室公共事务组|季节|组长: a name as Taiwan's offices write it, between the
  /// office and the title; 教育局|安全|科长 is another thing.
  func isBetweenOfficeAndTitle(_ i: Int, _ end: Int) -> Bool {
    guard i > 0, nameEnds.contains(i - 1), let title = matches.longest(at: end, [.post]),
      title.end - end >= 2, title.end >= shadow.count || !Marks.isNamePart(shadow[title.end])
    else { return false }
    switch shadow[i - 1] {
    case u("科"), u("组"), u("室"), u("股"), u("课"), u("心"), u("处"): break
    default: return false
    }
    return shadow[title.end - 1] == u("长") || shadow[title.end - 1] == u("任")
      || shadow[title.end - 1] == u("员")
  }

  /// Whether a common word names someone here: 原副厅长|高峰|因…, 高明|出任….
  func isCalledBy(_ i: Int, _ end: Int, left: Int) -> Bool {
    guard end < shadow.count, shadow[end] != u("地"), shadow[end] != u("的") else { return false }
    let say = matches.longest(at: end, [.say]).map { $0.end - $0.start } ?? 0
    guard left >= 4 else {
      let place = matches.longest(at: i, [.place])
      return left == 1 && say >= 2 && matches.longest(at: i, [.body]) == nil
        && (place.map { matches.entry($0).placeForm == .weak } ?? true)
        && (i == 0 || !Marks.isNamePart(shadow[i - 1]))
    }
    if say >= 2 || !Marks.isNamePart(shadow[end]) { return true }
    if let role = matches.longest(at: end, .role) { return role.end - role.start >= 2 }
    // Before a mere function word only behind a post held in a body.
    guard let post = matches.longest(endingAt: i, [.post]) else { return false }
    return matches.longest(at: end, [.stop]) != nil
      && (nameEnds.contains(post.start - 1) || taken.contains(post.start - 1))
  }
}
