import HanText

/// A policy found in a text, before its issuer is known.
struct FoundPolicy: Sendable {
  /// The title without its marks, or the number that stands alone.
  var span: TextSpan
  /// The span that nothing else may touch: with marks, number and brackets.
  var reach: TextSpan
  /// The number beside a title.
  var number: TextSpan?
  /// Index of the full title this short one stands for.
  var fullTitle: Int?
  /// Whether it is a bare number.
  var isNumber = false
}

/// Finds cited policies, laws, plans, notices and standards, and tells their titles from those of
/// books, shows and courses.
struct PolicyRecognizer {
  let document: Document
  let matches: LexiconMatches

  /// What was found.
  struct Result {
    /// The policies in order of their spans.
    var policies: [FoundPolicy]
    /// Titles that are no policies: nothing inside them is a mention of its own.
    var works: [TextSpan]
    /// Names of newspapers in title marks, without the marks: 《悉尼先驱晨报》.
    var media: [TextSpan]
  }

  /// Finds the policies.
  ///
  /// - Complexity: O(length + number of policies × distinct titles).
  func find() -> Result {
    let shadow = document.shadow
    var policies: [FoundPolicy] = []
    var works: [TextSpan] = []
    var media: [TextSpan] = []
    var shortTitles = Set<ArraySlice<UInt32>>()
    for title in TitleMarks.titles(in: document.text) {
      if title.isCornerQuote, title.content.count < 6,
        isAnnouncedShort(title) || shortTitles.contains(shadow[title.content])
      {
        shortTitles.insert(shadow[title.content])
        policies.append(FoundPolicy(span: title.content, reach: title.outer))
        continue
      }
      if isNewspaper(title) {
        media.append(title.content)
      } else if isPolicy(title) {
        policies.append(FoundPolicy(span: title.content, reach: title.outer))
      } else if !title.isCornerQuote {
        works.append(title.outer)
      }
    }
    attachNumbers(DocumentNumber(shadow: shadow, matches: matches).spans(), to: &policies)
    addUnmarkedLaws(to: &policies, avoiding: works)
    addRepeatedTitles(to: &policies, avoiding: works)
    policies.sort { $0.span < $1.span }
    ShortTitles(shadow: shadow).link(&policies)
    return Result(policies: policies, works: works, media: media)
  }

  /// Whether a title names a policy: by its last word, unless a word beside it says book or show.
  private func isPolicy(_ title: MarkedTitle) -> Bool {
    let shadow = document.shadow
    let end = endWithoutSuffix(title.content)
    guard end > title.content.start else { return false }
    let head = matches.longest(endingAt: end, [.policyHead])
    let start = title.content.start
    let opensLikePolicy =
      begins(at: start, [u("关"), u("于")])
      || begins(at: start, [u("中"), u("华"), u("人"), u("民"), u("共"), u("和"), u("国")])
    guard let head, head.start >= start else { return opensLikePolicy && !title.isCornerQuote }
    if let not = matches.longest(endingAt: end, [.notPolicyHead]), not.start <= head.start {
      return false
    }
    // One character (法, 令, 函) is the end of a title only behind others.
    if head.end - head.start == 1, end - start < 3 { return false }
    if title.isCornerQuote {
      // 「」 quotes speech and slogans too: a title there is long, a law, or was given as one.
      if matches.longest(at: start, [.law])?.end == end { return true }
      return end - start >= 6 && head.end - head.start < end - start
    }
    return opensLikePolicy || !hasWorkWordBeside(title.outer, in: shadow)
  }

  /// 《悉尼先驱晨报》, 《阿斯报》透露: a name that ends as those of newspapers do, or is one of the lexicon.
  private func isNewspaper(_ title: MarkedTitle) -> Bool {
    let shadow = document.shadow
    let name = title.content
    guard !title.isCornerQuote, name.count >= 3, name.count <= 10 else { return false }
    if let body = matches.longest(at: name.start, [.body]), body.end == name.end {
      return matches.body(body)?.kind == .media
    }
    let end = Self.newspapers.longestMatchBackward(in: shadow, before: name.end, floor: name.start)
    if let end { return end.length < name.count }
    return shadow[name.end - 1] == u("报")
      && matches.longest(endingAt: name.end, [.policyHead, .notPolicyHead, .workWord, .notName])
        == nil
      && matches.longest(at: title.outer.end, [.say]).map { $0.end - $0.start > 1 } ?? false
  }

  private static let newspapers = ScalarTrie(reversed: [
    "日报", "晚报", "晨报", "时报", "早报", "午报", "商报", "邮报", "都市报", "青年报", "论坛报", "电讯报", "先驱报", "导报", "新报",
  ])

  /// 「…计划」（下称「计划」）: a short title in corner quotes, announced.
  private func isAnnouncedShort(_ title: MarkedTitle) -> Bool {
    guard title.outer.start > 0, document.shadow[title.outer.start - 1] == u("称") else {
      return false
    }
    return matches.longest(endingAt: title.content.end, [.policyHead]) != nil
  }

  /// The end of a title before bracketed additions: （试行）, (2023-2025年).
  private func endWithoutSuffix(_ span: TextSpan) -> Int {
    let shadow = document.shadow
    var end = span.end
    while end > span.start, Marks.isClose(shadow[end - 1]) || shadow[end - 1] == u("〉") {
      var i = end - 1
      if shadow[i] == u("〉") {
        end = i
        continue
      }
      while i > span.start, !Marks.isOpen(shadow[i]) { i -= 1 }
      guard i > span.start else { break }
      end = i
    }
    return end
  }

  private func begins(at start: Int, _ prefix: Scalars) -> Bool {
    guard start + prefix.count <= document.shadow.count else { return false }
    for (k, c) in prefix.enumerated() where document.shadow[start + k] != c { return false }
    return true
  }

  /// 小说《…》, 《…》一书, 《…》讲座.
  private func hasWorkWordBeside(_ outer: TextSpan, in shadow: Scalars) -> Bool {
    if matches.longest(endingAt: outer.start, [.workWord]) != nil { return true }
    var after = outer.end
    if after < shadow.count, shadow[after] == u("的") { after += 1 }
    if after + 1 < shadow.count, shadow[after] == u("一"),
      shadow[after + 1] == u("书") || shadow[after + 1] == u("文")
    {
      return true
    }
    return matches.longest(at: after, [.workWord]) != nil
  }

  /// Gives numbers that stand beside a title to it; others become policies of their own.
  private func attachNumbers(_ numbers: [TextSpan], to policies: inout [FoundPolicy]) {
    let shadow = document.shadow
    let titles = policies.count
    var k = 0
    for number in numbers {
      while k < titles, policies[k].reach.end < number.start - 3 { k += 1 }
      if k < titles, policies[k].reach.contains(number) { continue }
      var owner: Int?
      if k < titles, policies[k].reach.end <= number.start,
        number.start - policies[k].reach.end <= 2,
        shadow[policies[k].reach.end..<number.start].allSatisfy({
          Marks.isOpen($0) || $0 == u(",") || $0 == u("，")
        })
      {
        owner = k
      } else {
        for next in k..<min(k + 2, titles) where policies[next].reach.start == number.end {
          owner = next
        }
      }
      if let owner, policies[owner].number == nil {
        policies[owner].number = number
        let old = policies[owner].reach
        var end = max(old.end, number.end)
        if end < shadow.count, end == number.end, Marks.isClose(shadow[end]) { end += 1 }
        policies[owner].reach = TextSpan(min(old.start, number.start), end)
      } else {
        policies.append(FoundPolicy(span: number, reach: number, isNumber: true))
      }
    }
  }

  /// Laws cited without marks: 中华人民共和国教育法, and those of the table.
  private func addUnmarkedLaws(to policies: inout [FoundPolicy], avoiding works: [TextSpan]) {
    let shadow = document.shadow
    var taken = SpanSet(policies.map(\.reach) + works, count: shadow.count)
    let republic = Scalars("中华人民共和国")
    var i = 0
    while i < shadow.count {
      defer { i += 1 }
      guard !taken.contains(i) else { continue }
      if shadow[i] == republic[0], begins(at: i, republic), let end = lawEnd(after: i + 7) {
        let span = TextSpan(i, end)
        policies.append(FoundPolicy(span: span, reach: span))
        taken.insert(span)
        continue
      }
      if let law = matches.longest(at: i, [.law]), !continuesWord(at: law.end) {
        let span = TextSpan(law.start, law.end)
        policies.append(FoundPolicy(span: span, reach: span))
        taken.insert(span)
      }
    }
  }

  private func lawEnd(after start: Int) -> Int? {
    let shadow = document.shadow
    var i = start
    while i < shadow.count, i - start < 24, Marks.isHan(shadow[i]) {
      if shadow[i] == u("法"), i > start, !continuesWord(at: i + 1) {
        if matches.longest(endingAt: i + 1, [.notPolicyHead]) == nil { return i + 1 }
      }
      if i + 1 < shadow.count, shadow[i] == u("条"), shadow[i + 1] == u("例") { return i + 2 }
      if matches.longest(at: i, [.stop]) != nil, !matches.isCovered(i, by: 1),
        shadow[i] != u("和"), shadow[i] != u("对")
      {
        return nil
      }
      i += 1
    }
    return nil
  }

  /// 教师法 in 教师法律, 法院, 法学.
  private func continuesWord(at i: Int) -> Bool {
    guard i < document.shadow.count else { return false }
    switch document.shadow[i] {
    case u("律"), u("院"), u("学"), u("规"), u("制"), u("官"), u("人"), u("庭"), u("治"): return true
    default: return false
    }
  }

  /// A title once cited in marks is found without them too.
  private func addRepeatedTitles(to policies: inout [FoundPolicy], avoiding works: [TextSpan]) {
    let shadow = document.shadow
    var titles = ScalarTrie.empty
    for policy in policies where !policy.isNumber && policy.span.count >= 6 {
      titles.insert(shadow[policy.span], value: 1)
    }
    guard policies.contains(where: { !$0.isNumber && $0.span.count >= 6 }) else { return }
    var taken = SpanSet(policies.map(\.reach) + works, count: shadow.count)
    for i in shadow.indices
    where titles.hasKey(beginningWith: shadow[i]) && !taken.contains(i) {
      var end: Int?
      titles.forEachMatch(in: shadow, at: i) { e, _ in end = e }
      if let end {
        let span = TextSpan(i, end)
        policies.append(FoundPolicy(span: span, reach: span))
        taken.insert(span)
      }
    }
  }
}
