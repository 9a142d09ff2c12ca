import HanText

/// Whether the last word of a name of a body is one: no part of a longer word or of a title, and told by
/// nothing between it and where the name begins.
extension InstitutionFinder {
  /// Whether a longer word of the lexicon begins inside a match and runs past its end.
  func continues(_ match: LexiconMatch) -> Bool {
    if match.end - match.start == 1, sharesTitle(endingAt: match.end) { return false }
    let classes: LexiconClass = [.notName, .post, .occupation, .stop, .say]
    // 某学院|党委副书记, not 某学院党委|副书记.
    let title = matches.longest(at: match.end, [.post, .occupation])
    if let post = matches.longest(at: match.start, [.post]), post.end > match.end {
      // 体育学系|主任: behind its field the department is a name.
      if shadow[match.end - 1] == u("系") || isClinic(match.start, match.end), let title,
        title.end == post.end, match.start > 0, Marks.isHan(shadow[match.start - 1])
      {
        return false
      }
      // 呼吸科|主任医师, not 呼吸|科主任|医师.
      return title.map { $0.end <= post.end } ?? true
    }
    // 中学|校长, not 中|学校|长.
    if let title, title.end - title.start > 1, title.classes.contains(.post) { return false }
    for s in match.start..<match.end {
      for other in matches.starting(at: s) where other.end > match.end {
        // 财政部|长, 教育局|长: the body's last character begins its head's title.
        if s == match.end - 1, s > match.start, Self.isOfficeEnd(shadow[s]),
          other.classes.contains(.post)
        {
          continue
        }
        // 国科会|长期: no 会长.
        if s == match.end - 1, other.end == match.end + 1, shadow[match.end] == u("长"),
          WordList.kind(ofPairAt: match.end, in: shadow) != nil
        {
          continue
        }
        // 教大|人工智能: a longer word begins where the body ends.
        if let next = matches.longest(at: match.end, [.notName, .head, .place]),
          next.end - next.start > other.end - match.end + 1, other.classes.contains(.notName)
        {
          continue
        }
        if other.end - other.start >= 2, !other.classes.isDisjoint(with: classes) {
          return true
        }
      }
    }
    return false
  }

  /// 劳工局就业服务|科|长, 分局侦查|队|长: whether an office with its field before it ends at an offset, on the
  /// first character of its head's title.
  func sharesTitle(endingAt end: Int) -> Bool {
    guard end > 3, end < shadow.count, shadow[end] == u("长"),
      Self.headedEnds.contains(shadow[end - 1]),
      matches.longest(at: end - 1, [.post])?.end == end + 1,
      matches.longest(endingAt: end + 1, [.post])?.start == end - 1,
      matches.longest(endingAt: end - 1, [.head, .body, .stop, .say, .role]) == nil
    else { return false }
    let field = shadow[(end - 3)..<(end - 1)]
    guard field.allSatisfy(Marks.isHan), field.last != u("任"), field.last != u("名"),
      !PostFinder.prefixes.contains(where: { field.elementsEqual($0) })
    else { return false }
    switch WordList.kind(ofPairAt: end - 3, in: shadow) {
    case nil, .noun?, .verbalNoun?, .abbreviation?: return true
    // 水质|保护|科长.
    case .verb?: return end > 5 && WordList.kind(ofPairAt: end - 5, in: shadow) == .noun
    default: return false
    }
  }

  /// 病理科|主任, 重症医学科|主任: whether a department of a hospital ends at an offset, its field before it.
  func isClinic(_ start: Int, _ end: Int) -> Bool {
    guard shadow[end - 1] == u("科"), end - start == 1, start >= 4 else { return false }
    // 某书院|电脑科主任: what one teaches.
    for length in 2...4 where start >= length {
      if let head = matches.longest(endingAt: start - length, [.head]),
        matches.entry(head).head == .school
      {
        return false
      }
    }
    switch WordList.kind(ofPairAt: start - 2, in: shadow) {
    case .noun?, .verbalNoun?, .abbreviation?: return true
    default: return false
    }
  }

  /// The last characters of bodies that one 长 follows directly: 财政部长, 教育局长.
  static func isOfficeEnd(_ c: UInt32) -> Bool {
    switch c {
    case u("部"), u("局"), u("厅"), u("署"), u("司"), u("馆"), u("台"), u("行"), u("所"), u("站"),
      u("院"), u("处"), u("课"), u("科"):
      true
    default: false
    }
  }

  /// Whether a head is the longest one ending there and no part of another word.
  func isHead(_ match: LexiconMatch) -> Bool {
    if let longer = matches.longest(endingAt: match.end, [.head]), longer.start < match.start {
      return false
    }
    // 签|署, 部|署.
    if let word = matches.longest(endingAt: match.end, [.notName, .say, .stop]),
      word.start < match.start
    {
      return false
    }
    // 海洋科学系|系主任, 农业试验分所|分所长.
    let length = match.end - match.start
    if match.start >= length,
      shadow[(match.start - length)..<match.start].elementsEqual(shadow[match.start..<match.end]),
      matches.longest(endingAt: match.start, [.head]) != nil
    {
      return false
    }
    // 大学|校务, 中学|校园: the school is named already.
    if match.end - match.start == 2, match.start > 0, shadow[match.start] == u("学"),
      shadow[match.start + 1] == u("校"),
      let school = matches.longest(endingAt: match.start + 1, [.head]),
      school.start < match.start
    {
      return false
    }
    return !continues(match)
  }

  /// 某市教育局|自114学年度起试办高中, 某大学|合开封装材料学程: whether what stands between a body and a head tells
  /// what it does.
  func tells(from start: Int, _ head: Int, behind anchor: Int) -> Bool {
    guard start > anchor, start < head else { return false }
    if shadow[start] == u("自"), shadow[start + 1] != u("治"), shadow[start + 1] != u("动"),
      shadow[start + 1] != u("然")
    {
      return true
    }
    guard head - start >= 4 else { return false }
    // 县府|编列2亿元改善校园厕所.
    if WordList.kind(ofPairAt: start, in: shadow) == .verb,
      shadow[start + 2..<head].contains(where: Marks.isDigit)
    {
      return true
    }
    return Self.joining.longestMatch(in: shadow, at: start) != nil
  }

  /// 某信息技术有限公司|侵害计算机软件, 某农业农村局|共享牲畜数据: whether a name ends before a firm's field.
  func holdsWholeName(_ range: Range<Int>) -> Bool {
    guard range.count > 4 else { return false }
    return (range.lowerBound + 4...range.upperBound).contains { end in
      matches.longest(endingAt: end, [.head]).map {
        $0.end - $0.start > 1 && matches.entry($0).headKind != .brand
      } ?? false
    }
  }

  private static let headedEnds = Set(Scalars("科课组队股室处"))

  /// What bodies do together or begin.
  private static let joining = ScalarTrie([
    "合开", "合设", "合办", "共建", "共设", "共组", "联办", "携手", "增设", "新设", "开设", "创办", "主办", "承办", "举办", "试办",
    "委托", "兴办", "筹设", "筹建", "开办", "推动", "获选", "入选", "辖下", "旗下", "属下",
  ])

  /// What opens a phrase for an office that the text has named: 所遗|科长, 本署|科长.
  static let pointing = Set(Scalars("所本该同原前其此各"))
}
