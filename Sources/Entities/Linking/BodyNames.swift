import HanText

/// Canonical names of bodies: elliptical ones completed from the document (省委组织部 →
/// 浙江省委组织部), short offices tied to the full form where the document has it.
struct BodyNames {
  let document: Document
  let matches: LexiconMatches
  /// Full names of bodies in the document, not elliptical, in order of first appearance.
  var full: [Scalars] = []
  /// The index of each of them.
  var indexes = ScalarTrie.empty
  /// Names of bodies as they are written, and the known bodies that longer ones begin with.
  var written = ScalarTrie.empty
  /// Whether one of them begins with 国立.
  var writesNational = false
  /// Short forms that stand for a full name (市人社局), in order of first appearance.
  var aliases: [(form: Scalars, name: String)] = []
  var aliasForms = Set<Scalars>()
  var places = NamedPlaces()
  /// Where full names stand, in order: the nearest one before completes an elliptical name that
  /// several could.
  var standing: [(start: Int, name: Int)] = []
  /// The body that each full name belongs to: 教育部 of 教育部基础教育司; the name itself otherwise.
  var roots: [Scalars] = []
  /// Full names by what they say behind their root (卫生防护中心 of 卫生署卫生防护中心); `nil` where two do.
  var tails: [Scalars: Int?] = [:]
  /// The city or county government that the document is about.
  var mainGovernment: Scalars?
  /// Full names of companies, and what is left of them without place and legal form (触动科技).
  var companies: [(core: Scalars, name: Int)] = []
  /// The school that the document is about.
  var main: Int?
  /// Indexes of the full names by their first scalar.
  var byFirst: [UInt32: [Int]] = [:]
  /// Canonical names settled so far, in order, departments apart: what 该局 and a bare department
  /// refer to.
  var settled: [(span: TextSpan, name: Scalars, kind: InstitutionKind)] = []
  /// Surfaces that a longer name was found for, with it: what begins with one takes it too.
  var longer: [(surface: Scalars, name: Scalars)] = []
  /// The kinds of the bodies that stand in full in the text: a short form has the same.
  var kinds: [NameKey: InstitutionKind] = [:]
  /// What completes each elliptical form; worked out once.
  var completions: [ArraySlice<UInt32>: Completion] = [:]

  /// How an elliptical form is completed.
  enum Completion {
    case always(String)
    /// Indexes of the full names that end so; the nearest one before decides, or else the last
    /// resort.
    case nearest([Int], String?)
    case byPlace
    /// Of the government of the only city the document names.
    case byCity
    /// A department of the body named last.
    case ofNearest
    case never
  }

  static let officeForms: [(short: Scalars, full: Scalars)] = {
    var forms: [(Scalars, Scalars)] = []
    TableLines.forEach(in: EmbeddedData.officeForms) { row in
      if row.count >= 2 { forms.append((row[0], row[1])) }
    }
    return forms
  }()

  /// 中国共产党长宁师范大学|第三次代表大会, 民盟长宁师范大学|总支: a party and the body in which it does something are no
  /// name of that body.
  private func isCutShort(_ span: TextSpan) -> Bool {
    guard let party = matches.longest(at: span.start, [.body]), party.end < span.end,
      matches.body(party)?.kind == .party
    else { return false }
    switch document.shadow[span.end - 1] {
    case u("委"), u("会"), u("支"), u("部"), u("组"), u("党"), u("团"), u("处"): return false
    default: return true
    }
  }

  /// Learns the document's bodies and places.
  ///
  /// - Complexity: O(number of names + distinct elliptical forms × distinct bodies).
  init(document: Document, matches: LexiconMatches, names: [NameCandidate]) {
    self.document = document
    self.matches = matches
    for name in names {
      switch name.kind {
      case .institution where !name.isElliptical && !isCutShort(name.span):
        let surface = CanonicalName.scalars(document.shadow[name.span])
        write(surface[...])
        if let body = matches.longest(at: name.span.start, [.body]), body.end < name.span.end {
          write(document.shadow[body.start..<body.end])
        }
        let text = name.lexiconName.isEmpty ? surface : Scalars(name.lexiconName)
        let known = indexes.insert(text, value: Int32(truncatingIfNeeded: full.count))
        standing.append((name.span.start, known.map { Int($0) } ?? full.count))
        if known == nil {
          if let first = text.first { byFirst[first, default: []].append(full.count) }
          if name.kind == .institution(.company) { addCompany(text, at: name.span) }
          full.append(text)
          roots.append(root(of: text, at: name.span))
        }
        if !name.lexiconName.isEmpty, surface != text, aliasForms.insert(surface).inserted {
          aliases.append((surface, name.lexiconName))
        }
        countPlaces(name.span)
        countUnknownPlace(name.span)
      case .place:
        countPlaces(name.span)
        countSettlement(name.span)
      default: break
      }
    }
    countTails()
    main = mainBody()
    mainGovernment = document.region == .tw ? government(among: names) : nil
    for name in names where name.isElliptical && name.lexiconName.isEmpty {
      let surface = document.shadow[name.span]
      if completions[surface] == nil {
        completions[surface] = completion(of: surface, isDepartment: name.isDepartment)
      }
    }
  }

  private mutating func write(_ name: ArraySlice<UInt32>) {
    written.insert(name, value: 0)
    if name.starts(with: Self.national) { writesNational = true }
  }

  static let national = Scalars("国立")

  /// The body a full name belongs to: a known body it begins with, or a government.
  func root(of text: Scalars, at span: TextSpan) -> Scalars {
    // The shortest one: 教育部, not 教育部基础教育司, of what follows it.
    for body in matches.starting(at: span.start)
    where body.classes.contains(.body) && body.end < span.end && body.end - body.start >= 2 {
      guard let reading = matches.body(body) else { continue }
      let name = matches.name(of: reading).map { Scalars($0) }
      return name ?? CanonicalName.scalars(document.shadow[body.start..<body.end])
    }
    for end in stride(from: text.count - 1, to: 3, by: -1)
    where text[end - 2] == u("政") && text[end - 1] == u("府") {
      return Scalars(text[..<end])
    }
    return text
  }

  private mutating func countTails() {
    for k in full.indices where full[k].count > roots[k].count && full[k].starts(with: roots[k]) {
      let tail = Scalars(full[k].dropFirst(roots[k].count))
      // 中国共产党|某大学第三次代表大会: the university is no department of the party.
      if Self.isMainSchool(tail), !Self.isMainSchool(roots[k]) { continue }
      if tail.count >= 4 { tails[tail] = tails[tail] == nil ? k : .some(nil) }
    }
  }

  /// The government of the city or county that the document names far more often than any other.
  func government(among names: [NameCandidate]) -> Scalars? {
    var governments: [Scalars] = []
    for root in roots where !governments.contains(root) && governments.count < 8 {
      if Self.governments.contains(where: { root.count > $0.count && root.ends(with: $0) }) {
        governments.append(root)
      }
    }
    if governments.isEmpty, let place = mainPlace(among: names) {
      return place + [u("政"), u("府")]
    }
    let counts = governments.map { government in
      let place = government.dropLast(2)
      return names.filter { document.shadow[$0.span].starts(with: place) }.count
    }
    guard let most = counts.max(), let best = counts.firstIndex(of: most) else { return nil }
    for (k, count) in counts.enumerated() where k != best && count * 2 > most { return nil }
    return governments[best]
  }

  /// The county or city that names of the document begin with far more often than any other.
  private func mainPlace(among names: [NameCandidate]) -> Scalars? {
    var counts: [Scalars: Int] = [:]
    for name in names where name.kind != .person {
      guard let place = matches.longest(at: name.span.start, [.place]), place.end <= name.span.end,
        place.end - place.start == 3
      else { continue }
      let last = document.shadow[place.end - 1]
      if last == u("县") || last == u("市") {
        counts[Scalars(document.shadow[place.start..<place.end]), default: 0] += 1
      }
    }
    let order = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    guard let best = order.first, best.value >= 2 else { return nil }
    return order.count == 1 || best.value >= order[1].value * 2 ? best.key : nil
  }

  /// The body that names of the document begin with far more often than any other: the school whose
  /// departments an article names without it.
  private func mainBody() -> Int? {
    var schools: [(name: Int, count: Int)] = []
    for k in full.indices where Self.isMainSchool(full[k]) && schools.count < 16 {
      let count = standing.prefix(400).filter { full[$0.name].starts(with: full[k]) }.count
      schools.append((k, count))
    }
    guard let best = schools.max(by: { $0.count < $1.count }), best.count >= 2 else { return nil }
    for other in schools where other.name != best.name && other.count * 2 > best.count {
      return nil
    }
    return best.name
  }

  /// The name of the school that the document is about.
  var mainName: String? {
    main.flatMap { Self.isSchool(full[$0]) ? String(scalars: full[$0]) : nil }
  }

  /// A school that an article can be about.
  static func isMainSchool(_ text: Scalars) -> Bool {
    isSchool(text) || mainSchools.contains { text.ends(with: $0) }
  }

  private static let mainSchools = ["中学", "小学", "书院", "学校"].map { Scalars($0) }

  static func isSchool(_ text: Scalars) -> Bool {
    schools.contains { text.ends(with: $0) }
  }

  /// Counts the places a span begins with.
  private mutating func countPlaces(_ span: TextSpan) {
    var i = span.start
    while i < span.end, let match = matches.longest(at: i, [.place]), match.end <= span.end {
      let entry = matches.entry(match)
      let text: Scalars
      if entry.placeName >= 0 {
        text = Scalars(matches.lexicon.name(entry.placeName))
      } else {
        text = Scalars(document.shadow[match.start..<match.end])
      }
      switch text.last {
      case u("省"): places.count(text, .province, at: span.start)
      case u("市"): places.count(text, .city, at: span.start)
      case u("区"), u("县"):
        if entry.place == .province {
          places.count(text, .province, at: span.start)
        } else {
          let chain = Scalars(document.shadow[span.start..<match.start]) + text
          places.count(chain, .district, at: span.start)
        }
      default: break
      }
      i = match.end
    }
  }

  /// 库木村 of 吾库萨克镇库木村: the last part of a place, where it is a village or town.
  private mutating func countSettlement(_ span: TextSpan) {
    let shadow = document.shadow
    guard let level = NamedPlaces.Level(shadow[span.end - 1]), level == .village || level == .town
    else { return }
    var start = span.end - 1
    while start > span.start, span.end - start < 7, !Self.endsPart(shadow[start - 1]) { start -= 1 }
    guard span.end - start >= 3 else { return }
    places.count(Scalars(shadow[start..<span.end]), level, at: span.start)
  }

  /// The last characters of the parts of a chain of places.
  private static func endsPart(_ c: UInt32) -> Bool {
    InstitutionFinder.isLevel(c) || InstitutionFinder.isSettlement(c) || c == u("旗") || c == u("道")
  }

  /// 江浦市 of 江浦市财政局, which the lexicon does not have.
  private mutating func countUnknownPlace(_ span: TextSpan) {
    // 东海|村: a place that lends its name to a smaller one.
    if let place = matches.longest(at: span.start, [.place]),
      place.end >= span.end || place.end - place.start > 2
        || !InstitutionFinder.isSettlement(document.shadow[place.end])
    {
      return
    }
    for i in (span.start + 2)..<max(span.start + 2, min(span.start + 4, span.end - 1)) {
      guard
        InstitutionFinder.isLevel(document.shadow[i])
          || InstitutionFinder.isSettlement(document.shadow[i]),
        let head = matches.longest(at: i + 1, [.head]), matches.entry(head).headKind == .office
      else { continue }
      let level: NamedPlaces.Level =
        switch document.shadow[i] {
        case u("市"): .city
        case u("省"): .province
        case u("镇"), u("乡"): .town
        case u("村"): .village
        default: .district
        }
      places.count(Scalars(document.shadow[span.start...i]), level, at: span.start)
      return
    }
  }

  /// The canonical name of a body; names are asked for in the order of the text, since a bare
  /// department belongs to a body before it.
  ///
  /// - Complexity: O(length of the name + log(number of names)).
  mutating func settle(_ name: NameCandidate) -> String {
    var canonical = canonical(name)
    var scalars = Scalars(canonical)
    // 海晟银行 → 辽宁海晟银行 → 辽宁海晟银行股份有限公司.
    if scalars.count > name.span.count, let whole = company(scalars, name) {
      canonical = whole
      scalars = Scalars(whole)
    }
    guard case .institution(var kind) = name.kind else { return canonical }
    if name.isDepartment, scalars.count > name.span.count,
      let body = settled.suffix(64).last(where: {
        $0.name.count < scalars.count && scalars.starts(with: $0.name)
      })
    {
      // 海外事业部 of a company.
      let owner = kinds[NameKey(String(scalars: body.name))] ?? body.kind
      if owner == .company || owner == .school && kind != .association {
        kind = scalars.ends(with: Self.library) ? .other : owner
        kinds[NameKey(canonical)] = kind
      }
    }
    if scalars.count >= 4, scalars.count == name.span.count,
      document.shadow[name.span].elementsEqual(scalars)
    {
      let key = NameKey(canonical)
      if kinds[key] == nil { kinds[key] = kind }
    } else if scalars.count > name.span.count, !name.isDepartment, longer.count < 32,
      scalars.ends(with: document.shadow[name.span].suffix(2))
    {
      longer.append((Scalars(document.shadow[name.span]), scalars))
    }
    settled.append((name.span, scalars, kind))
    return canonical
  }

  /// The canonical name of a body.
  ///
  /// - Complexity: O(length of the name + log(number of names)).
  func canonical(_ name: NameCandidate) -> String {
    let surface = document.shadow[name.span]
    if name.isElliptical, name.lexiconName.isEmpty {
      return completed(surface, at: name.span.start) ?? CanonicalName.make(surface)
    }
    if document.region == .tw, name.lexiconName.isEmpty, let court = Self.court(surface) {
      return court
    }
    let text = name.lexiconName.isEmpty ? CanonicalName.make(surface) : name.lexiconName
    let spelled =
      name.lexiconName.isEmpty ? withFullBody(name.span) ?? asWritten(text) : asWritten(text)
    let scalars = Scalars(spelled)
    if !tails.isEmpty, let longer = tails[scalars], let k = longer {
      return String(scalars: full[k])
    }
    // 体育局代局长甲、|体育发展厅|厅长乙: in Macao a 厅 is a department of a bureau.
    if document.region == .hk, name.lexiconName.isEmpty, scalars.count >= 4,
      scalars.last == u("厅"), matches.longest(at: name.span.start, [.place, .body]) == nil,
      let k = lastBody(before: name.span.start), let last = full[k].last,
      last == u("局") || last == u("署")
    {
      return String(scalars: full[k] + scalars)
    }
    if !name.isAnchored, name.lexiconName.isEmpty, Self.schoolParts.contains(scalars),
      let main, Self.isAnySchool(full[main])
    {
      return String(scalars: full[main] + scalars)
    }
    if !name.isAnchored, name.lexiconName.isEmpty, Self.isBoardPart(scalars),
      let body = mostNamed(.company)
    {
      return String(scalars: body + scalars)
    }
    if !name.isAnchored, name.lexiconName.isEmpty, Self.parts.contains(scalars),
      let k = lastBody(before: name.span.start)
    {
      return String(scalars: roots[k] + scalars)
    }
    if let last = scalars.last, Self.formEnds.contains(last), let full = fullForm(of: scalars) {
      return full
    }
    if name.lexiconName.isEmpty,
      let longer = belonging(surface, at: name.span.start, isAnchored: name.isAnchored)
    {
      return longer
    }
    return spelledAlias(scalars, name) ?? abbreviated(scalars, name) ?? company(scalars, name)
      ?? shortened(scalars, name) ?? spelled
  }

  private static let library = Scalars("图书馆")

}
