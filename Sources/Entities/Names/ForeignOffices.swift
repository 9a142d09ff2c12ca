import HanText

/// Offices of other countries, whose country is a place of its own: 美国|商务部, 越南|工贸部.
enum ForeignOffices {
  /// The office alone of a body that opens with another country, under its name with the country;
  /// `nil` where `start` finds none.
  ///
  /// - Complexity: a few look-ups.
  static func office(
    in body: NameCandidate, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> NameCandidate? {
    guard let start = start(of: body.span, body.kind, matches, shadow) else { return nil }
    var office = body
    if office.lexiconName.isEmpty { office.lexiconName = CanonicalName.make(shadow[body.span]) }
    office.span = TextSpan(start, body.span.end)
    office.isAnchored = true
    return office
  }

  /// Where the office begins in a name of a body that opens with another country; `nil` where the
  /// country belongs to the name (英国政府, 日本驻华大使馆) or none opens it.
  private static func start(
    of span: TextSpan, _ kind: NameCandidate.Kind, _ matches: LexiconMatches, _ shadow: Scalars
  ) -> Int? {
    guard span.count >= 4, let place = matches.longest(at: span.start, [.place]),
      place.end - place.start >= 2, matches.entry(place).place == .country,
      span.end - place.end >= 2
    else { return nil }
    let rest = shadow[place.end..<span.end]
    // 中国|商务部, but 中国气象局.
    if shadow[span.start] == u("中") {
      return rest.last == u("部") && matches.longest(at: place.end, [.body])?.end == span.end
        ? place.end : nil
    }
    guard
      kind == .institution(.government) || powers.contains(where: { rest.starts(with: $0) })
        || isNational(rest),
      rest.allSatisfy(Marks.isHan), rest.first != u("驻"), !rest.elementsEqual(Self.government),
      !isMission(rest)
    else { return nil }
    return place.end
  }

  /// What only a state has: 立陶宛|国会外交委员会.
  private static let powers = [
    "国会", "参议院", "众议院", "议会", "总统府", "总理府", "首相府", "最高法院", "高等法院", "国防军", "内阁",
  ].map { Scalars($0) }

  private static let government = Scalars("政府")

  /// 国家飓风中心, 联邦材料科学与技术研究所: an authority or institute of a state, not 国家电视台, 国立大学.
  private static func isNational(_ rest: ArraySlice<UInt32>) -> Bool {
    guard rest.count >= 5, nations.contains(where: { rest.starts(with: $0) }) else { return false }
    switch rest.last {
    case u("局"), u("署"), u("委"), u("厅"), u("处"), u("室"), u("所"), u("织"), u("部"): return true
    case u("心"): return rest.dropLast().last == u("中") && rest.count <= 7
    default: return false
    }
  }

  private static let nations = ["国家", "联邦"].map { Scalars($0) }

  /// 加拿大|办事处, 日本|大使馆: what a country keeps elsewhere bears its name.
  private static func isMission(_ rest: ArraySlice<UInt32>) -> Bool {
    missions.contains { rest.ends(with: $0) }
  }

  private static let missions = ["使馆", "领事馆", "办事处", "代表处", "协会"].map { Scalars($0) }
}
