import HanText

/// Words before a title that stand for a body named before: 该局, 该党, 公司.
extension ElidedBodies {
  /// What the word before a title that stands for a body asks of it: 该局|局长, 该党|交通事务|发言人, 公司|总经理.
  ///
  /// - Complexity: 32 names looked back at, and ten scalars.
  func reference(_ post: FoundPost) -> Need? {
    let shadow = document.shadow
    if let start = Self.pointer(before: post.offset, in: shadow) {
      let words = shadow[start..<post.offset]
      // 该局: the last one that ends so, whatever its kind; a company need not be called one.
      let isGeneral = Self.general.contains { words.starts(with: $0) }
      let word = isGeneral ? nil : repeated(words, before: start)
      // 该局提案科|科长: of an office of it.
      if words.count > max(2, word?.count ?? 0), let last = words.last,
        Self.unitEnds.contains(last)
      {
        return nil
      }
      if let word { return .word(word) }
      if let kinds = Self.pointed.first(where: { words.starts(with: $0.0) })?.1 {
        return .kind(kinds)
      }
    }
    let isLeft =
      post.offset > 0 && (shadow[post.offset - 1] == u("前") || shadow[post.offset - 1] == u("原"))
    let end = isLeft ? post.offset - 1 : post.offset
    for (word, kinds) in Self.bare where shadow[..<end].ends(with: word) {
      // 医院|副院长: of the last one that ends so; a company need not be called one.
      let isGeneral = Self.general.contains { $0.elementsEqual(word) }
      return isGeneral || repeated(word[...], before: end) != word ? .kind(kinds) : .word(word)
    }
    return isOfOwnCompany(end) ? .kind([.company]) : nil
  }

  /// ，公司|华东区|总监, ，公司前|资讯科技|主管: whether 公司 opens the clause of a title, up to eight characters
  /// before it.
  private func isOfOwnCompany(_ title: Int) -> Bool {
    let shadow = document.shadow
    var i = title
    while i > 0, title - i < 11, Marks.isHan(shadow[i - 1]) { i -= 1 }
    guard title - i < 11, title - i > 2,
      shadow[i...].starts(with: Self.company) || shadow[i...].starts(with: Self.group)
    else {
      return false
    }
    let last = lastName(before: title)
    return !Self.unitEnds.contains(shadow[title - 1]) && (last < 0 || names[last].span.end <= i)
  }

  private static let company = Scalars("公司")
  private static let group = Scalars("集团")

  /// 前者的|基金经理, 后者|总会长: which of the two bodies named last a title is of.
  func oneOfTwo(_ post: FoundPost) -> Int? {
    let shadow = document.shadow
    var end = post.offset
    if end > 0, shadow[end - 1] == u("的") { end -= 1 }
    guard end > 1, shadow[end - 1] == u("者") else { return nil }
    let isFirst = shadow[end - 2] == u("前")
    guard isFirst || shadow[end - 2] == u("后") else { return nil }
    var last: Int?
    for k in stride(from: lastName(before: end), through: 0, by: -1) {
      guard end - names[k].span.end < 160 else { return nil }
      guard case .institution = names[k].kind else { continue }
      guard let second = last else {
        last = k
        continue
      }
      // The two are joined; what stands between them in the text names nobody.
      let gap = names[k].span.end..<names[second].span.start
      if gap.count <= 3 { return isFirst ? k : second }
      last = k
    }
    return nil
  }

  /// Whether words before a title end in one that stands for a body named before: 该院, 集团.
  static func refers(_ text: ArraySlice<UInt32>) -> Bool {
    bare.contains { text.ends(with: $0.0) }
      || pointed.contains { word, _ in
        text.ends(with: word) && text.dropLast(word.count).last == u("该")
      }
  }

  /// Where the words begin that 该 points with, up to ten Han before a title: 该|党交通事务.
  static func pointer(before title: Int, in shadow: Scalars) -> Int? {
    var i = title
    while i > 0, title - i < 11, Marks.isHan(shadow[i - 1]) {
      if shadow[i - 1] == u("该") { return i < title ? i : nil }
      i -= 1
    }
    return nil
  }

  /// The longest beginning of words that a body named before an offset ends with: 实验室 of 实验室青年.
  private func repeated(_ words: ArraySlice<UInt32>, before offset: Int) -> Scalars? {
    let last = lastName(before: offset)
    for length in stride(from: min(4, words.count), through: 1, by: -1) {
      let word = words.prefix(length)
      for k in stride(from: last, through: max(0, last - 32), by: -1) {
        if case .institution = names[k].kind, names[k].span.count > length,
          surface(k).ends(with: word)
        {
          return Scalars(word)
        }
      }
    }
    return nil
  }

  private static let unitEnds = Set(Scalars("部科处室股组队"))
  /// Words for bodies that many names do not end with.
  private static let general = ["公司", "集团", "企业", "学校", "我校", "校"].map { Scalars($0) }

  /// What 该 can point with, and the kinds of body it stands for.
  private static let pointed: [(Scalars, [InstitutionKind])] = [
    ("公司", [.company]), ("集团", [.company]), ("校", [.school]), ("基金会", [.association, .other]),
    ("院", [.school, .research, .other]), ("所", [.research]), ("局", [.government]),
    ("厅", [.government]), ("部", [.government]), ("署", [.government]),
    ("协会", [.association]), ("会", [.association]), ("报", [.media]), ("媒体", [.media]),
    ("行", [.company]), ("企业", [.company]), ("品牌", [.company]), ("厂", [.company]),
    ("中心", [.other, .research, .company, .government]), ("党", [.party]), ("委", [.government]),
  ].map { (Scalars($0.0), $0.1) }

  /// Words that stand for a body without 该.
  private static let bare: [(Scalars, [InstitutionKind])] = [
    ("公司", [.company]), ("集团", [.company]), ("学校", [.school]), ("我校", [.school]),
    ("学院", [.school]), ("研究院", [.research]), ("协会", [.association]), ("医院", [.other]),
  ].map { (Scalars($0.0), $0.1) }
}
