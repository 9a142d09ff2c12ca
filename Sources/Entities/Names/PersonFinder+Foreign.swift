import HanText

/// Names of other shapes than surname and given name: with dots, of other peoples, public figures.
extension PersonFinder {
  // MARK: Other kinds of names

  /// Public figures, where no longer word covers them.
  func knownPeople() -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all where match.classes.contains(.person) {
      let span = TextSpan(match.start, match.end)
      guard !taken.overlaps(span), !matches.isCovered(match.start, by: span.count) else { continue }
      if match.end < shadow.count, Marks.isNameDot(shadow[match.end]) { continue }
      found.append(NameCandidate(span: span, kind: .person, score: 6))
    }
    return found
  }

  /// Names with dots: 霍尔格·格尔克. Their parts are as long as transliterating characters go.
  func dottedNames() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var i = 0
    var floor = 0
    while i < shadow.count {
      guard isDot(i), !taken.contains(i) else {
        i += 1
        continue
      }
      var start = i
      while start > floor, i - start < 10 {
        // 阿不都|热合曼·: a known part holds characters that foreign names do not.
        if let part = matches.longest(endingAt: start, [.namePart]), part.start >= floor,
          !taken.overlaps(TextSpan(part.start, start))
        {
          start = part.start
          continue
        }
        guard isDottedPart(start - 1) else { break }
        if start < i, matches.longest(endingAt: start, [.post, .occupation, .stop]) != nil {
          break
        }
        start -= 1
      }
      if start > 1, shadow[start - 1] == u("-"), isDottedPart(start - 2), start < i {
        // 安娜-丽莎·维塔宁.
        start -= 1
        while start > floor, i - start < 12, isDottedPart(start - 1) { start -= 1 }
      } else if start == i || i - start < 5, let named = titledStart(before: i), named != start {
        start = named
      }
      var end = i + 1
      while end < shadow.count, end - i < 24,
        isDottedPart(end) || isInnerDot(end) || end == i + 1 && Marks.isHan(shadow[end])
          || matches.longest(at: end, [.namePart]) != nil && !taken.contains(end)
      {
        if matches.longest(at: end, [.say, .post, .occupation])?.end ?? 0 > end + 1 { break }
        // 玛莉亚．雷耶斯|特别来台.
        if end - i > 2, end + 1 < shadow.count, shadow[end] == u("特"),
          Self.behindSpecial.contains(shadow[end + 1])
        {
          break
        }
        if end - i > 2, matches.longest(at: end, [.stop, .notName])?.end ?? 0 > end + 1 { break }
        end = matches.longest(at: end, [.namePart])?.end ?? end + 1
      }
      if i - start >= 1, end - i >= 2, end - start >= 4 {
        found.append(NameCandidate(span: TextSpan(start, end), kind: .person, score: 6))
        floor = end
      }
      i = max(end, i + 1)
    }
    return found
  }

  private static let behindSpecial = Set(Scalars("别意地邀"))

  /// Where a part of a name begins that stands between a title and a dot: 校长|马跃|·比吼.
  func titledStart(before dot: Int) -> Int? {
    for start in stride(from: dot - 1, through: max(1, dot - 8), by: -1) {
      guard Marks.isHan(shadow[start]), !taken.contains(start) else { return nil }
      if let title = matches.longest(endingAt: start, [.post, .occupation]),
        title.end - title.start >= 2
      {
        return start
      }
    }
    return nil
  }

  /// Undotted names of other peoples behind a title: 处长|达瓦才让|说.
  func ethnicNames(except reach: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    for match in matches.all {
      let classes = match.classes
      guard !classes.isDisjoint(with: .role), match.end - match.start >= 2 else { continue }
      let start = match.end
      var end = start
      while end < shadow.count, end - start < 6, isTransliteration(end), !reach.contains(end) {
        if end - start >= 2, let word = matches.longest(at: end, [.say, .stop, .role]),
          word.end - word.start > 1 || shadow[end] == u("说")
        {
          break
        }
        end += 1
      }
      guard end - start >= 3, end - start <= 5, rightScore(start, end) > 0,
        matches.longest(at: start, [.notName, .head, .body, .stop, .say]) == nil,
        !isPlaceOnly(start, end)
      else { continue }
      found.append(NameCandidate(span: TextSpan(start, end), kind: .person, score: 5))
    }
    return found
  }

  /// Whether a place begins here that is no short part of a longer name (乌兰|其其格).
  func isPlaceOnly(_ start: Int, _ end: Int) -> Bool {
    guard let place = matches.longest(at: start, [.place]) else { return false }
    return matches.entry(place).placeForm != .weak || place.end + 2 > end
  }

  /// Undotted names made of known parts, with or without a title: 斯琴高娃, 次仁央宗.
  func compoundNames(except reach: SpanSet) -> [NameCandidate] {
    var found: [NameCandidate] = []
    var floor = 0
    for match in matches.all
    where match.start >= floor && match.classes.contains(.namePart) {
      guard !reach.contains(match.start), !taken.contains(match.start) else { continue }
      var end = match.start
      var parts = 0
      while let part = matches.longest(at: end, [.namePart]), part.end - match.start <= 8,
        !taken.overlaps(TextSpan(end, part.end)), !reach.contains(end)
      {
        end = part.end
        parts += 1
      }
      let isTitled = matches.longest(endingAt: match.start, .role) != nil
      guard end - match.start >= 3,
        parts >= 2 || isTitled && (end - match.start >= 4 || rightScore(match.start, end) > 0),
        end >= shadow.count || !Marks.isNameDot(shadow[end]),
        match.start == 0 || !Marks.isNameDot(shadow[match.start - 1])
      else { continue }
      found.append(NameCandidate(span: TextSpan(match.start, end), kind: .person, score: 5))
      floor = end
    }
    return found
  }

  func isTransliteration(_ i: Int) -> Bool {
    guard i >= 0, i < shadow.count, !taken.contains(i) else { return false }
    let c = shadow[i]
    return c < 0x10000 && matches.lexicon.transliteration[Int(c)]
  }

  /// Whether a scalar can stand in a name with dots, where more characters do than elsewhere.
  func isDottedPart(_ i: Int) -> Bool {
    guard i >= 0, i < shadow.count, !taken.contains(i) else { return false }
    let c = shadow[i]
    return c < 0x10000 && matches.lexicon.dottedParts[Int(c)]
  }

  func isInnerDot(_ i: Int) -> Bool { isDot(i) && isDottedPart(i + 1) }

  /// A dot of a name; a full stop of either width only between transliterating characters, as
  /// Taiwan's press writes it.
  @inline(__always)
  func isDot(_ i: Int) -> Bool {
    let c = shadow[i]
    if Marks.isNameDot(c) { return true }
    return (c == u(".") || c == u("．")) && isNameStop(i)
  }

  private func isNameStop(_ i: Int) -> Bool {
    guard i + 1 < shadow.count, Marks.isHan(shadow[i + 1]), !taken.contains(i + 1) else {
      return false
    }
    if isDottedPart(i - 1) { return true }
    // 主任|伊斯坦大．贝雅夫.
    return i > 0 && Marks.isHan(shadow[i - 1]) && isDottedPart(i + 1)
      && titledStart(before: i) != nil
  }
}
