import HanText

/// Lists the noun phrases around a figure that may be its subject.
struct SubjectCandidates {
  /// Longest phrase, in tokens and, before a figure, in scalars.
  private static let mostTokens = 7
  private static let mostScalars = 16
  /// How far 的 is looked for behind a figure, and nouns before it, in tokens.
  private static let reachBehind = 14
  private static let reachBefore = 60
  private static let mostClauses = 4
  /// Most figures of a list whose members are completed, and words that its members share.
  private static let mostListed = 6
  private static let mostShared = 4

  private(set) var all: [SubjectCandidate] = []
  /// Whether what the figure counts stands behind 的, and earlier figures say nothing of it.
  private(set) var standBehindDe = false

  init() {}

  /// Lists them for a figure.
  ///
  /// - Complexity: O(1): the reach is bounded.
  mutating func list(
    _ tokens: SentenceTokens, for figure: CountedFigure, of list: FigureList?, _ text: Scalars
  ) {
    all.removeAll(keepingCapacity: true)
    standBehindDe = false
    all.append(SubjectCandidate(source: .none))
    let end = run(
      tokens, from: figure.token + 1, SubjectCandidate(source: .behind), text)
    // 2万多名关键岗位的技术人员: people are counted, not posts.
    if figure.kind == .people, tokens[end].isDe(text),
      !all.contains(where: { $0.source == .behind && tokens[$0.last - 1].kind == .people })
    {
      all.removeLast(all.count - 1)
    }
    let direct = all.count
    listBehindDe(tokens, figure.token, text)
    // 60岁以上的老人: the noun behind 的 is counted, whatever else stands around.
    if figure.kind.countsBehindDe, tokens[figure.token + 1].isDe(text) {
      // 46岁的吕政: an age of a person by name.
      if figure.kind == .age, tokens[figure.token + 2].kind == .name,
        tokens[figure.token + 3].kind != .people
      {
        all.removeLast(all.count - 1)
        standBehindDe = true
        return
      }
      guard all.count > direct else {
        listAround(tokens, figure, list, text)
        return
      }
      // 按1:2的比例分担 names nothing that is so divided.
      all.removeSubrange((isRatio(tokens[figure.token], text) ? 1 : 0)..<direct)
      standBehindDe = true
      return
    }
    listAround(tokens, figure, list, text)
  }

  /// Whether a figure is a ratio: 1:5, 3比2.
  private func isRatio(_ token: PhraseToken, _ text: Scalars) -> Bool {
    for i in token.start..<token.end
    where text[i] == 0x3A || text[i] == u("：") || text[i] == u("比") || text[i] == u("∶") {
      return true
    }
    return false
  }

  /// Adds the phrases before a figure, and members of a list.
  private mutating func listAround(
    _ tokens: SentenceTokens, _ figure: CountedFigure, _ list: FigureList?, _ text: Scalars
  ) {
    listBefore(tokens, figure.token, text)
    if let list, list.place < list.count - 1, list.count <= Self.mostListed {
      listCompleted(tokens, list, text)
    }
  }

  /// Adds what an earlier figure counts.
  mutating func addEarlier(_ other: EarlierSubject, rank: Int) {
    all.append(
      SubjectCandidate(source: .earlier, rank: rank, span: other.span, tail: other.tail))
  }

  /// Adds the phrases that begin at a token.
  ///
  /// - Returns: the token that ends them.
  @discardableResult
  private mutating func run(
    _ tokens: SentenceTokens, from start: Int, _ model: SubjectCandidate, _ text: Scalars
  ) -> Int {
    var first = start
    if tokens[first].kind == .space { first += 1 }
    if !tokens[first].opensCounted { return first }
    var i = first
    var hasQuote = false
    while i < tokens.count, i - first < Self.mostTokens {
      let token = tokens[i]
      if token.kind.isBarrier || token.isDe(text) { break }
      if token.isQuote { hasQuote = true }
      i += 1
      if !token.kind.endsPhrase { continue }
      // 24个备案的模型: a verb before 的 is what is said of the noun behind it.
      if model.source == .behind, token.kind.isVerbal || token.kind.isModifier,
        tokens[i].isDe(text)
      {
        continue
      }
      if hasQuote, !Self.isBalanced(tokens, first, i, text) { continue }
      if token.kind == .attribute, model.source.isBehind {
        // 两款商用、两款在研: alone it describes a noun that is left out; AI“集体充电” goes on.
        if i - first == 1, model.source == .behind, !tokens[i].kind.isNominal { continue }
        if tokens[i].kind == .openQuote { continue }
      }
      add(model, tokens, first, i, text)
    }
    return i
  }

  private mutating func add(
    _ model: SubjectCandidate, _ tokens: SentenceTokens, _ first: Int, _ last: Int, _ text: Scalars
  ) {
    // 35岁以下的只有11人: a word of grammar alone is no noun.
    if last - first == 1, tokens[first].kind == .function || tokens[first].kind == .adverb {
      return
    }
    var candidate = model
    candidate.first = first
    candidate.last = last
    // 12名“土专家”: the noun is what stands in the quotation marks.
    let isQuoted =
      last - first > 2 && tokens[first].kind == .openQuote && tokens[last - 1].isQuote
      && Self.isBalanced(tokens, first + 1, last - 1, text)
    candidate.span =
      isQuoted
      ? TextSpan(tokens[first + 1].start, max(tokens[first + 1].start, tokens[last - 2].end))
      : TextSpan(tokens[first].start, max(tokens[first].start, tokens[last - 1].end))
    all.append(candidate)
  }

  /// Whether every quotation mark of the tokens has its other half among them.
  private static func isBalanced(
    _ tokens: SentenceTokens, _ first: Int, _ last: Int, _ text: Scalars
  ) -> Bool {
    var depth = 0
    for i in first..<last where tokens[i].isQuote {
      // The straight mark opens and closes.
      let isStraight = text[tokens[i].start] == 0x22
      depth += tokens[i].kind == .closeQuote || isStraight && depth > 0 ? -1 : 1
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private mutating func listBehindDe(_ tokens: SentenceTokens, _ figure: Int, _ text: Scalars) {
    var model = SubjectCandidate(source: .behindDe)
    var i = figure + 1
    while i < tokens.count, i - figure <= Self.reachBehind {
      let token = tokens[i]
      if token.kind.endsClause { return }
      if token.kind == .figure { model.crossed += 1 }
      if token.isDe(text) {
        model.gap = i - figure - 1
        run(tokens, from: i + 1, model, text)
        if model.source == .behindSecondDe { return }
        model.source = .behindSecondDe
      }
      i += 1
    }
  }

  private mutating func listBefore(_ tokens: SentenceTokens, _ figure: Int, _ text: Scalars) {
    var clause = 0
    var end = figure
    var i = figure - 1
    while i >= 0, figure - i <= Self.reachBefore, clause < Self.mostClauses {
      let kind = tokens[i].kind
      if kind == .stop { break }
      if kind.isBarrier || kind == .name {
        listStretch(tokens, i + 1, end, clause, text)
        end = i
        if kind.endsClause { clause += 1 }
      }
      i -= 1
    }
    if clause < Self.mostClauses { listStretch(tokens, i + 1, end, clause, text) }
  }

  /// Adds every phrase between two barriers.
  private mutating func listStretch(
    _ tokens: SentenceTokens, _ start: Int, _ end: Int, _ clause: Int, _ text: Scalars
  ) {
    let source: SubjectCandidate.Source =
      clause == 0 ? .before : clause == 1 ? .clauseBefore : .furtherBefore
    let model = SubjectCandidate(source: source)
    guard start < end else { return }
    for first in start..<end where tokens[first].opensPhrase(text) && !tokens[first].isDe(text) {
      var last = first + 1
      var hasQuote = false
      while last <= min(end, first + Self.mostTokens) {
        let token = tokens[last - 1]
        if token.isDe(text) || token.end - tokens[first].start > Self.mostScalars { break }
        if token.isQuote { hasQuote = true }
        if token.kind == .scope, text[token.start] == u("每") {
          // 公立幼儿园每月收费: 每月 opens what is measured (每股盈余), and never stands inside.
          if last > first + 1 { break }
        } else if token.kind.endsPhrase,
          !hasQuote || Self.isBalanced(tokens, first, last, text)
        {
          add(model, tokens, first, last, text)
        }
        last += 1
      }
    }
  }

  /// 城镇、农村居民收入分别为A和B: adds a member with the end of the last one.
  private mutating func listCompleted(
    _ tokens: SentenceTokens, _ list: FigureList, _ text: Scalars
  ) {
    var end = list.token
    while end > 0, !tokens[end - 1].kind.isNominal, !tokens[end - 1].kind.isBarrier { end -= 1 }
    var joints: [Int] = []
    var i = end - 1
    while i >= 0, end - i < 24, !tokens[i].kind.isBarrier {
      if tokens[i].isJoint(text) { joints.append(i) }
      i -= 1
    }
    // The last joint stands first.
    guard joints.count == list.count - 1, let joint = joints.first, end > joint + 1 else { return }
    let member = joints.count - 1 - list.place
    let memberEnd = joints[member]
    let memberStart = member + 1 < joints.count ? joints[member + 1] + 1 : i + 1
    guard memberEnd > memberStart else { return }
    for tail in max(joint + 1, end - Self.mostShared)..<end {
      for first in memberStart..<memberEnd where list.place == 0 || first == memberStart {
        if memberEnd - first > Self.mostShared || !tokens[first].kind.opensPhrase { continue }
        var candidate = SubjectCandidate(source: .before)
        candidate.first = first
        candidate.last = memberEnd
        candidate.span = TextSpan(tokens[first].start, tokens[memberEnd - 1].end)
        candidate.tail = TextSpan(tokens[tail].start, tokens[end - 1].end)
        candidate.tailFirst = tail
        candidate.lastMember = joint + 1
        all.append(candidate)
      }
    }
  }
}
