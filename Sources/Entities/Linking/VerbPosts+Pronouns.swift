import HanText

/// Posts that the text tells of with a pronoun or a word for the post: 他是某大学校长, 某人的新职务是.
extension VerbPosts {
  /// How a clause without a name before its verb says whose post follows.
  struct Spoken {
    let person: Int
    let isFormer: Bool
  }

  /// 如今，他|是|某校校长, 退休前，她曾|是|某局局长, 甲的新职务|是: whose post a bound verb gives.
  func spoken(_ verb: PostVerb, at i: Int, _ end: Int, _ reading: Reading) -> Spoken? {
    let isJob = PostVerb.jobForms.contains(verb.form)
    guard isJob || Self.being.contains(verb.form) else { return nil }
    var start = i
    var isFormer = verb.sense == .held
    while let word = Self.adverbs.longestMatchBackward(in: shadow, before: start),
      start > word.length
    {
      isFormer = isFormer || word.value == 1
      start -= word.length
    }
    guard start > 0, let person = speaker(before: &start, &isFormer, isBare: start == i, reading)
    else { return nil }
    if isJob {
      guard end < shadow.count, shadow[end] == u("过"), givesPost(from: end + 1) else { return nil }
    } else {
      guard givesPost(from: end) else { return nil }
    }
    return Spoken(person: person, isFormer: isFormer || isPast(before: start))
  }

  private static let being = Set(
    ["是", "为", "系", "原是", "原为", "曾是", "曾为", "本为", "本是"].map { Scalars($0) })

  /// What stands between the pronoun and the verb; 1 for what says that it is past.
  private static let adverbs: ScalarTrie = {
    let now = [
      "也", "还", "又", "则", "现", "现时", "目前", "现在", "如今", "正", "就", "便", "亦", "仍", "已", "既", "不但",
      "同时", "其实",
      "更", "不仅",
      "自称", "据称", "一直", "长期", "后来", "均", "都", "只", "才",
    ]
    let past = ["曾", "曾经", "本", "原", "原本", "本来", "当时", "此前", "之前", "过去", "以前"]
    return ScalarTrie(reversedGroups: [now, past])
  }()

  /// The one whom 他, 她 or 我 before an offset stands for, or whose 新职务 it is, or whose name stands
  /// before an adverb; moves to its start.
  private func speaker(
    before start: inout Int, _ isFormer: inout Bool, isBare: Bool, _ reading: Reading
  ) -> Int? {
    let c = shadow[start - 1]
    if c == u("他") || c == u("她") {
      start -= 1
      return isQuoted(start) ? nil : reading.antecedent(in: finder)
    }
    if !isBare, let person = named(before: start) {
      start = finder.names[person].span.start
      return person
    }
    if c == u("我") {
      start -= 1
      return label(of: start)
    }
    guard let noun = Self.nouns.longestMatchBackward(in: shadow, before: start) else { return nil }
    var i = start - noun.length
    for (words, past) in [(Self.newWords, false), (Self.oldWords, true)] {
      for word in words where shadow[..<i].ends(with: word) {
        i -= word.count
        isFormer = isFormer || past
      }
    }
    if i > 0, shadow[i - 1] == u("的") { i -= 1 }
    while let word = Self.times.longestMatchBackward(in: shadow, before: i), i > word.length {
      isFormer = isFormer || word.value == 1
      i -= word.length
    }
    if i > 0, shadow[i - 1] == u("，") || shadow[i - 1] == u(",") {
      // 某人，本职|是.
      start = i
      return noun.value == 1 ? reading.antecedent(in: finder) : nil
    }
    guard let person = named(before: i) else { return nil }
    start = finder.names[person].span.start
    return person
  }

  /// Someone whose name, an honour behind it perhaps, ends at an offset.
  private func named(before end: Int) -> Int? {
    if let person = finder.person(endingAt: end) { return person }
    return Self.between.lazy.filter { shadow[..<end].ends(with: $0) }
      .compactMap { finder.person(endingAt: end - $0.count) }.first
  }

  /// Words for what one is; 1 for those that need no owner.
  private static let nouns = ScalarTrie(reversedGroups: [
    ["职务", "职位", "身份", "工作", "岗位", "头衔", "职业"], ["本职"],
  ])

  /// 现在|的身份, 以前|的工作; 1 for the past.
  private static let times = ScalarTrie(reversedGroups: [
    ["现在", "目前", "如今", "现时"], ["以前", "之前", "当时", "过去", "此前"],
  ])

  private static let newWords = ["新", "现任", "最新", "现", "另一个", "本职", "公开"].map { Scalars($0) }
  private static let oldWords = ["原", "前", "上一个", "最后"].map { Scalars($0) }

  /// Whether a post follows to which all words up to its title belong.
  private func givesPost(from start: Int) -> Bool {
    guard isBody(at: start) else { return false }
    let parsed = finder.forward(from: start, isTold: true)
    guard let end = parsed.end, let first = parsed.segments.first, !first.isStatus,
      end >= shadow.count || !Marks.isNamePart(shadow[end]), finder.person(at: end) == nil
    else { return false }
    guard let body = first.institution, let title = first.titleStart else { return true }
    // 是某大学毕业的|教师: what lies between is no department.
    let from = finder.names[body].span.end
    return from >= title
      || !shadow[(from + (shadow[from] == u("的") ? 1 : 0))..<title].contains(u("的"))
  }

  /// 退休前，|他是, 在这之前，|他是: whether the clause before speaks of a time past.
  private func isPast(before start: Int) -> Bool {
    guard start > 2, shadow[start - 1] == u("，") || shadow[start - 1] == u(","),
      let first = Self.pastEnds.longestMatchBackward(in: shadow, before: start - 1)
    else { return false }
    let i = start - 1 - first.length
    return i == 0 || !Self.presentWords.contains(shadow[i - 1])
  }

  private static let pastEnds = ScalarTrie(reversed: ["前", "当时", "那时", "时候", "当年", "以往", "过去"])
  /// What 前 makes a word of the present with: 目前, 日前.
  private static let presentWords = Set(Scalars("目当日眼"))

  /// Whether a quotation is open at an offset: who says 他 there is another.
  private func isQuoted(_ start: Int) -> Bool {
    var i = start
    while i > 0, start - i < 160, shadow[i - 1] != 0x0A {
      switch shadow[i - 1] {
      case u("“"), u("「"), u("『"): return true
      case u("”"), u("」"), u("』"): return false
      default: i -= 1
      }
    }
    return false
  }

  /// 记者：…？郭某：大家好，|我是…: the one whose label opens the line, or a turn of the talk in it.
  func label(of start: Int) -> Int? {
    var i = start
    while i > 0, start - i < 400, shadow[i - 1] != 0x0A {
      i -= 1
      guard Marks.isColon(shadow[i]) else { continue }
      guard let person = finder.person(endingAt: i) else { return nil }
      let name = finder.names[person].span.start
      return name == 0 || Self.turnEnds.contains(shadow[name - 1]) ? person : nil
    }
    return nil
  }

  private static let turnEnds = Set(Scalars("\n。？！　 "))
}

extension VerbPosts.Reading {
  /// Notes someone whom the text names.
  mutating func meet(_ person: Int) {
    if people.count < 4 { people.append(person) }
    own.append(person)
  }

  /// The one whom 他 stands for: the only person of the sentence so far, or else of the paragraph, or
  /// of the last sentence that names any.
  func antecedent(in finder: PostFinder) -> Int? {
    for group in own.isEmpty ? [people, previous] : [own] {
      let surfaces = Set(group.map { finder.shadow[finder.names[$0].span] })
      let full = surfaces.filter { surface in
        surface.count > 1 || !surfaces.contains { $0.count > 1 && $0.first == surface.first }
      }
      if full.count == 1, let surface = full.first {
        return group.last { finder.shadow[finder.names[$0].span] == surface }
      }
    }
    return nil
  }
}
