import HanText

/// What the tagger takes for a person and is a town, or reaches over the name.
extension TaggedNames {
  /// 德布勒森, tagged as a person, in a text that has 德布勒森市: a town the lexicon does not have.
  func foreignTowns(outside closed: SpanSet) -> [NameCandidate] {
    func isTown(_ end: Int) -> Bool {
      end < shadow.count && shadow[end] == u("市")
        && !(end + 1 < shadow.count && shadow[end + 1] == u("场"))
    }
    let foreign = Set(people.lazy.filter { isForeign($0) }.map { shadow[$0] })
    if foreign.isEmpty { return [] }
    var towns = Set(people.lazy.filter { isForeign($0) && isTown($0.end) }.map { shadow[$0] })
    // 匈牙利德布勒森市 is one place to the tagger.
    for name in tagged where name.label == .place && name.span.count >= 4 {
      guard shadow[name.span.end - 1] == u("市") || isTown(name.span.end) else { continue }
      let end = shadow[name.span.end - 1] == u("市") ? name.span.end - 1 : name.span.end
      if let town = ending(at: end, from: name.span.start, among: foreign) { towns.insert(town) }
    }
    guard !towns.isEmpty else { return [] }
    let wholes: [NameCandidate] = tagged.compactMap { name in
      guard name.label == .place, shadow[name.span.end - 1] == u("市"),
        let town = ending(at: name.span.end - 1, from: name.span.start, among: towns),
        name.span.count > town.count + 1
      else { return nil }
      let span = TextSpan(name.span.end - town.count - 1, name.span.end)
      guard !closed.overlaps(span) else { return nil }
      var place = NameCandidate(span: span, kind: .place(.city), score: 4)
      place.isAnchored = true
      return place
    }
    return wholes
      + people.compactMap { span in
        guard towns.contains(shadow[span]), !closed.overlaps(span) else { return nil }
        let isWhole =
          isTown(span.end) && !(span.end + 1 < shadow.count && shadow[span.end + 1] == u("长"))
        var place = NameCandidate(
          span: isWhole ? TextSpan(span.start, span.end + 1) : span, kind: .place(.city), score: 4)
        place.isAnchored = true
        if !isWhole { place.lexiconName = String(scalars: shadow[span] + [u("市")]) }
        return place
      }
  }

  /// The name among `names` that ends at an offset.
  private func ending(
    at end: Int, from start: Int, among names: Set<ArraySlice<UInt32>>
  ) -> ArraySlice<UInt32>? {
    for length in stride(from: min(8, end - start), through: 3, by: -1) {
      let text = shadow[(end - length)..<end]
      if names.contains(text) { return text }
    }
    return nil
  }

  func isForeign(_ span: TextSpan) -> Bool {
    span.count >= 3
      && shadow[span].allSatisfy { $0 < 0x10000 && matches.lexicon.transliteration[Int($0)] }
  }

  /// 施舍|统计, 安全|今（24）日, 孙女|热娜: the verb, the date and the word for kin are no part of the name.
  func withoutPredicate(_ span: TextSpan) -> TextSpan {
    guard span.count >= 3, span.count <= 4 else { return span }
    if let kin = matches.longest(at: span.start, [.status]), kin.end - kin.start == 2,
      span.end - kin.end >= 2
    {
      return TextSpan(kin.end, span.end)
    }
    let surname = matches.longest(at: span.start, .anySurname)
    if span.count == 4, surname?.end == span.start + 1,
      WordList.opensPredicate(at: span.start + 2, in: shadow)
    {
      return TextSpan(span.start, span.start + 2)
    }
    // 陈情|昨率幹部: 昨 ends no name.
    if shadow[span.end - 1] == u("昨"), span.end < shadow.count, Marks.isHan(shadow[span.end]) {
      return TextSpan(span.start, span.end - 1)
    }
    if span.count == 3, shadow[span.end - 1] == u("今") || shadow[span.end - 1] == u("昨"),
      span.end < shadow.count,
      Marks.isOpen(shadow[span.end]) || shadow[span.end] == u("天") || shadow[span.end] == u("日")
    {
      return TextSpan(span.start, span.end - 1)
    }
    return span
  }
}
