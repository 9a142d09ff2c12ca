import HanText

/// Titles that the table of roles does not have: a few of courts and boards, and whatever ends as
/// titles do behind a body where a verb says that it is a post.
extension PostFinder {
  /// Titles of a court's bench and of boards, read beside those of the table.
  private static let bench = [
    "审判员", "代理审判员", "助理审判员", "人民陪审员", "陪审员", "监察人", "独立监察人", "执行监事",
    "职工监事", "职工代表监事", "职工代表董事", "外部监事", "外部董事", "职工董事", "独董", "执董",
  ]

  private static let benchByStart = ScalarTrie(bench)
  private static let benchByEnd = ScalarTrie(reversed: bench)

  /// The end of a title of a bench or board that begins at an offset.
  func benchTitle(at start: Int) -> Int? {
    Self.benchByStart.longestMatch(in: shadow, at: start)
      .map { start + $0.length }.flatMap { nameEnds(before: start, $0) ? $0 : nil }
  }

  /// 审判员|某人, 本公司监察人|某人: the title before a name that no other list has.
  func benchPost(before start: Int) -> Segment? {
    guard let length = Self.benchByEnd.longestMatchBackward(in: shadow, before: start)?.length,
      nameEnds(before: start - length, start)
    else { return nil }
    let title = start - length
    return Segment(
      role: CanonicalName.make(shadow[title..<start]), institution: bodyBefore(title),
      offset: title)
  }

  /// Steps over 的 behind a body.
  func behindLink(_ start: Int) -> Int {
    start < shadow.count && shadow[start] == u("的") ? start + 1 : start
  }

  /// 某馆|的一名|讲解员, 某校|首位女|校长: steps over what makes one of several of the title.
  func oneOf(at start: Int) -> Int {
    let i = behindLink(start)
    guard let word = Self.ones.longestMatch(in: shadow, at: i) else {
      return start
    }
    let end = i + word.length
    return end < shadow.count && (shadow[end] == u("女") || shadow[end] == u("男")) ? end + 1 : end
  }

  private static let ones = ScalarTrie([
    "一名", "一位", "一个", "首位", "首名", "第一位", "第一名", "唯一一名", "唯一一位", "其中一名",
  ])

  /// A word of two to six characters behind a body that ends as titles do, and its clause with it:
  /// 某巴士公司|车长, 某乐团的|艺术策划师.
  func unlistedTitle(at start: Int) -> (text: String, start: Int, end: Int)? {
    var end = start
    while end < shadow.count, Marks.isHan(shadow[end]) {
      guard end - start < 6, name(at: end) == nil,
        matches.longest(at: end, [.stop, .say]).map({ $0.end - end < 2 }) ?? true
      else { return nil }
      end += 1
    }
    guard end - start >= 2, Self.unlistedEnds.contains(shadow[end - 1]),
      end >= shadow.count || !Marks.isNamePart(shadow[end]),
      !shadow[start..<end].contains(u("的")), !shadow[start..<end].contains(u("名")),
      !Self.isCrowd(shadow[start..<end]), !shadow[start..<end].ends(with: Self.members)
    else { return nil }
    return (CanonicalName.make(shadow[start..<end]), start, end)
  }

  /// Whether words end as titles do and are none.
  static func isCrowd(_ words: ArraySlice<UInt32>) -> Bool {
    noTitles.contains { words.ends(with: $0) }
  }

  private static let unlistedEnds = Set(Scalars("员师官长监警匠工"))
  /// What ends so and is no title: those that a body has in numbers, and what grows.
  private static let members = Scalars("队员")
  private static let noTitles = [
    "成员", "会员", "党员", "团员", "人员", "学员", "学长", "家长", "增长", "成长", "延长", "特长", "专长",
    "员工", "职工", "民工", "施工", "手工", "开工", "竣工", "完工", "义工", "社工", "动员", "雇员", "议员", "委员",
  ].map { Scalars($0) }

  /// Where what says which term a post is of ends: 新任|董事长, 第九届|董事会, 新一届|理事.
  func termEnd(at start: Int) -> Int {
    var i = start
    for _ in 0..<2 {
      if let word = Self.termWords.longestMatch(in: shadow, at: i) {
        i += word.length
      } else if i < shadow.count, shadow[i] == u("第") {
        var k = i + 1
        while k < shadow.count, k - i < 5, Self.isCount(shadow[k]) { k += 1 }
        guard k > i + 1, k < shadow.count, shadow[k] == u("届") || shadow[k] == u("任") else {
          break
        }
        i = k + 1
      } else {
        break
      }
    }
    return i
  }

  private static let termWords = ScalarTrie(
    ["新任", "首任", "新一届", "新一任", "首届", "本届", "下届", "下任", "唯一", "候任"])

  /// A numeral as counts of people and of terms have.
  static func isCount(_ c: UInt32) -> Bool { Marks.isDigit(c) || counts.contains(c) }

  private static let counts = Set(Scalars("一二三四五六七八九十百两余多〇零"))

  /// Whether a title at an offset is the beginning of a board's name: 董事|会, 理事|会.
  func opensBoard(_ role: LexiconMatch) -> Bool {
    role.end < shadow.count && shadow[role.end] == u("会")
      && Self.boards.contains { shadow[role.start..<role.end].ends(with: $0) }
  }

  private static let boards = ["董事", "理事", "监事", "委员"].map { Scalars($0) }

  /// 第九届|董事会|非独立董事: whether a unit that ends at an offset is the board of the body itself.
  func isBoard(endingAt end: Int) -> Bool {
    end > 2 && shadow[end - 1] == u("会")
      && Self.boards.contains { shadow[..<(end - 1)].ends(with: $0) }
      && !shadow[..<end].ends(with: Self.committee)
  }

  private static let committee = Scalars("委员会")

  /// 非|独立董事: where the title begins with the word that it is the opposite of.
  func boardPrefix(before start: Int) -> Int {
    start > 0 && shadow[start - 1] == u("非")
      && Self.boardKinds.contains { shadow[start...].starts(with: $0) } ? start - 1 : start
  }

  private static let boardKinds = ["独立董事", "执行董事"].map { Scalars($0) }
}
