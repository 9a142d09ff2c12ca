import HanText

/// Canonical names of bodies: elliptical ones completed from the document (省委组织部 →
/// 浙江省委组织部), short offices tied to the full form where the document has it.
struct BodyNames {
  private let document: Document
  private let matches: LexiconMatches
  /// Full names of bodies in the document, not elliptical, in order of first appearance.
  private var full: [Scalars] = []
  /// Provinces and cities the document names, with how often, in order of first appearance.
  private var provinces: [(name: Scalars, count: Int)] = []
  private var cities: [(name: Scalars, count: Int)] = []
  private var districts: [(name: Scalars, count: Int)] = []
  /// Short forms that stand for a full name (市人社局), longest first.
  private var aliases: [(form: Scalars, name: String)] = []

  private static let officeForms: [(short: Scalars, full: Scalars)] = {
    var forms: [(Scalars, Scalars)] = []
    TableReader.forEachRow(of: EmbeddedData.officeForms) { row in
      if row.count >= 2 { forms.append((row[0], row[1])) }
    }
    return forms
  }()

  /// Learns the document's bodies and places.
  ///
  /// - Complexity: O(number of names).
  init(document: Document, matches: LexiconMatches, names: [NameCandidate]) {
    self.document = document
    self.matches = matches
    var seen = Set<Scalars>()
    for name in names {
      switch name.kind {
      case .institution where !name.isElliptical:
        let text = Self.scalars(
          name.lexiconName.isEmpty
            ? CanonicalName.make(document.shadow[name.span]) : name.lexiconName)
        if seen.insert(text).inserted { full.append(text) }
        let surface = Scalars(document.shadow[name.span])
        if !name.lexiconName.isEmpty, surface != text,
          !aliases.contains(where: { $0.form == surface })
        {
          aliases.append((surface, name.lexiconName))
        }
        countPlaces(name.span)
        countUnknownPlace(name.span)
      case .place: countPlaces(name.span)
      default: break
      }
    }
  }

  private static func scalars(_ string: String) -> Scalars { Scalars(string) }

  /// Counts the places a span begins with.
  private mutating func countPlaces(_ span: TextSpan) {
    var i = span.start
    while i < span.end, let match = matches.longest(at: i, [.place]), match.end <= span.end {
      let entry = matches.entry(match)
      let text: Scalars
      if entry.placeName >= 0 {
        text = Scalars(matches.lexicon.names[Int(entry.placeName)])
      } else {
        text = Scalars(document.shadow[match.start..<match.end])
      }
      switch text.last {
      case u("省"): Self.count(text, in: &provinces)
      case u("市"): Self.count(text, in: &cities)
      case u("区"), u("县"):
        if entry.place == .province {
          Self.count(text, in: &provinces)
        } else {
          let chain = Scalars(document.shadow[span.start..<match.start]) + text
          Self.count(chain, in: &districts)
        }
      default: break
      }
      i = match.end
    }
  }

  /// 江浦市 of 江浦市财政局, which the lexicon does not have.
  private mutating func countUnknownPlace(_ span: TextSpan) {
    guard matches.longest(at: span.start, [.place]) == nil else { return }
    for i in (span.start + 2)..<max(span.start + 2, min(span.start + 4, span.end - 1)) {
      guard InstitutionFinder.isLevel(document.shadow[i]),
        let head = matches.longest(at: i + 1, [.head]), matches.entry(head).headKind == .office
      else { continue }
      let name = Scalars(document.shadow[span.start...i])
      if document.shadow[i] == u("市") {
        Self.count(name, in: &cities)
      } else if document.shadow[i] == u("省") {
        Self.count(name, in: &provinces)
      } else {
        Self.count(name, in: &districts)
      }
      return
    }
  }

  private static func count(_ name: Scalars, in list: inout [(name: Scalars, count: Int)]) {
    if let k = list.firstIndex(where: { $0.name == name }) {
      list[k].count += 1
    } else {
      list.append((name, 1))
    }
  }

  /// The canonical name of a body.
  func canonical(_ name: NameCandidate) -> String {
    let text =
      name.lexiconName.isEmpty ? CanonicalName.make(document.shadow[name.span]) : name.lexiconName
    if name.isElliptical { return completed(spelledOut(Scalars(text))) ?? text }
    let national = [u("国"), u("立")] + Scalars(text)
    if full.contains(national) { return String(scalars: national) }
    let spelled = name.lexiconName.isEmpty ? withFullBody(name.span) ?? text : text
    return fullForm(of: Scalars(spelled)) ?? spelled
  }

  /// 北大计算机学院 → 北京大学计算机学院.
  private func withFullBody(_ span: TextSpan) -> String? {
    guard let body = matches.longest(at: span.start, [.body]), body.end < span.end else {
      return nil
    }
    let entry = matches.entry(body)
    guard entry.bodyName >= 0, entry.bodyRegion == nil || entry.bodyRegion == document.region,
      entry.body != .company, entry.body != .media
    else { return nil }
    let rest = CanonicalName.make(document.shadow[body.end..<span.end])
    return matches.lexicon.names[Int(entry.bodyName)] + rest
  }

  /// 市府 → 市政府.
  private func spelledOut(_ text: Scalars) -> Scalars {
    for (short, long) in Self.officeForms where text == short { return long }
    return text
  }

  /// The full form of an elliptical name: a body of the document that ends with it, or the
  /// document's place of that level.
  private func completed(_ text: Scalars) -> String? {
    let endings = full.filter { $0.count > text.count && $0.suffix(text.count).elementsEqual(text) }
    if let first = endings.first, endings.count == 1 { return String(scalars: first) }
    for alias in aliases where text.count > alias.form.count && text.starts(with: alias.form) {
      return alias.name + String(scalars: text.dropFirst(alias.form.count))
    }
    guard let level = text.first else { return nil }
    let places: [(name: Scalars, count: Int)]
    switch level {
    case u("省"): places = provinces
    case u("市"): places = cities
    case u("区"), u("县"): places = districts.filter { $0.name.last == level }
    default: return nil
    }
    let sorted = places.enumerated().sorted {
      $0.element.count != $1.element.count
        ? $0.element.count > $1.element.count : $0.offset < $1.offset
    }.map(\.element)
    guard let best = sorted.first, best.name.last == level else { return nil }
    if sorted.count > 1, sorted[1].count * 2 > best.count { return nil }
    let name = best.name + text.dropFirst()
    return fullForm(of: name) ?? String(scalars: name)
  }

  /// The longer form of an office that the document gives as well: 上海市经济和信息化委员会 for
  /// 上海市经信委.
  private func fullForm(of text: Scalars) -> String? {
    for (short, long) in Self.officeForms where text.count > short.count {
      guard text.suffix(short.count).elementsEqual(short) else { continue }
      let stem = text.dropLast(short.count)
      let candidate = Scalars(stem) + long
      if full.contains(candidate) { return String(scalars: candidate) }
    }
    return nil
  }
}
