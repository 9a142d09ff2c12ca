import HanText

/// Finds persons, institutions and places: rules, lexicons and the tagger propose, and conflicts
/// are settled for the longer and surer name.
struct NameRecognizer {
  /// Score from which a candidate is accepted.
  static let threshold = 4

  let document: Document
  let matches: LexiconMatches

  /// The names in order, none overlapping another nor `taken`.
  ///
  /// - Parameters:
  ///   - tagged: what the tagger proposes.
  ///   - taken: titles, numbers and the user's own entries.
  /// - Complexity: O(length + candidates × log candidates).
  func find(tagged: [TaggedName], taken: [TextSpan]) -> [NameCandidate] {
    let shadow = document.shadow
    var closed = SpanSet(taken, count: shadow.count)
    let places = PlaceFinder(shadow: shadow, matches: matches).find()
      .filter { !closed.overlaps($0.span) }
    var bodies = InstitutionFinder(
      shadow: shadow, matches: matches, region: document.region, places: places
    ).find().filter { !closed.overlaps($0.span) }
    bodies += DatelineFinder(shadow: shadow, matches: matches).find()
      .filter { !closed.overlaps($0.span) }
    let proposals = TaggedNames(document: document, matches: matches, tagged: tagged)
    bodies = proposals.confirmed(bodies).filter { $0.score >= Self.threshold }
    let sure = Self.longest(bodies + places.filter { $0.score >= Self.threshold })
    let names = Self.longest(sure + proposals.bodiesAndPlaces(beside: sure, outside: closed))
    var nameEnds = SpanSet(count: shadow.count)
    for name in names {
      closed.insert(name.span)
      nameEnds.insert(TextSpan(name.span.end - 1, name.span.end))
    }
    let people = PersonFinder(
      shadow: shadow, matches: matches, taken: closed, nameEnds: nameEnds, proposals: proposals
    ).find()
    return Self.longest(names + people)
  }

  /// The candidates that win where they overlap: longer first, then surer.
  static func longest(_ candidates: [NameCandidate]) -> [NameCandidate] {
    let order = candidates.sorted {
      if $0.span.count != $1.span.count { return $0.span.count > $1.span.count }
      if $0.score != $1.score { return $0.score > $1.score }
      if $0.lexiconName.isEmpty != $1.lexiconName.isEmpty { return !$0.lexiconName.isEmpty }
      return $0.span < $1.span
    }
    let end = candidates.map(\.span.end).max() ?? 0
    var taken = SpanSet(count: end)
    var kept: [NameCandidate] = []
    for candidate in order where !taken.overlaps(candidate.span) {
      taken.insert(candidate.span)
      kept.append(candidate)
    }
    return kept.sorted { $0.span < $1.span }
  }
}
