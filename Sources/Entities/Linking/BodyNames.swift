import HanText

/// Canonical names of bodies: elliptical ones completed from the document (省委组织部 →
/// 浙江省委组织部), short offices tied to the full form where the document has it.
struct BodyNames {
  private let document: Document
  private let matches: LexiconMatches
  /// Full names of bodies in the document, not elliptical, in order of first appearance.
  private var full: [Scalars] = []
  /// The index of each of them.
  private var indexes = ScalarTrie.empty
  /// Names of bodies as they are written, and the known bodies that longer ones begin with.
  private var written = ScalarTrie.empty
  /// Whether one of them begins with 国立.
  private var writesNational = false
  /// Short forms that stand for a full name (市人社局), in order of first appearance.
  private var aliases: [(form: Scalars, name: String)] = []
  private var aliasForms = Set<Scalars>()
  private var places = NamedPlaces()
  /// Where full names stand, in order: the nearest one before completes an elliptical name that
  /// several could.
  private var standing: [(start: Int, name: Int)] = []
  /// What completes each elliptical form; worked out once.
  private var completions: [ArraySlice<UInt32>: Completion] = [:]

  /// How an elliptical form is completed.
  private enum Completion {
    case always(String)
    /// Indexes of the full names that end so; the nearest one before decides.
    case nearest([Int])
    case byPlace
    /// Of the government of the only city the document names.
    case byCity
    case never
  }

  private static let officeForms: [(short: Scalars, full: Scalars)] = {
    var forms: [(Scalars, Scalars)] = []
    TableLines.forEach(in: EmbeddedData.officeForms) { row in
      if row.count >= 2 { forms.append((row[0], row[1])) }
    }
    return forms
  }()

  /// Learns the document's bodies and places.
  ///
  /// - Complexity: O(number of names + distinct elliptical forms × distinct bodies).
  init(document: Document, matches: LexiconMatches, names: [NameCandidate]) {
    self.document = document
    self.matches = matches
    for name in names {
      switch name.kind {
      case .institution where !name.isElliptical:
        let surface = CanonicalName.scalars(document.shadow[name.span])
        write(surface[...])
        if let body = matches.longest(at: name.span.start, [.body]), body.end < name.span.end {
          write(document.shadow[body.start..<body.end])
        }
        let text = name.lexiconName.isEmpty ? surface : Scalars(name.lexiconName)
        let known = indexes.insert(text, value: Int32(truncatingIfNeeded: full.count))
        standing.append((name.span.start, known.map { Int($0) } ?? full.count))
        if known == nil { full.append(text) }
        if !name.lexiconName.isEmpty, surface != text, aliasForms.insert(surface).inserted {
          aliases.append((surface, name.lexiconName))
        }
        countPlaces(name.span)
        countUnknownPlace(name.span)
      case .place: countPlaces(name.span)
      default: break
      }
    }
    for name in names where name.isElliptical && name.lexiconName.isEmpty {
      let surface = document.shadow[name.span]
      if completions[surface] == nil { completions[surface] = completion(of: surface) }
    }
  }

  private mutating func write(_ name: ArraySlice<UInt32>) {
    written.insert(name, value: 0)
    if name.starts(with: Self.national) { writesNational = true }
  }

  private static let national = Scalars("国立")

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

  /// 江浦市 of 江浦市财政局, which the lexicon does not have.
  private mutating func countUnknownPlace(_ span: TextSpan) {
    guard matches.longest(at: span.start, [.place]) == nil else { return }
    for i in (span.start + 2)..<max(span.start + 2, min(span.start + 4, span.end - 1)) {
      guard InstitutionFinder.isLevel(document.shadow[i]),
        let head = matches.longest(at: i + 1, [.head]), matches.entry(head).headKind == .office
      else { continue }
      let level: NamedPlaces.Level =
        switch document.shadow[i] {
        case u("市"): .city
        case u("省"): .province
        default: .district
        }
      places.count(Scalars(document.shadow[span.start...i]), level, at: span.start)
      return
    }
  }

  /// The canonical name of a body.
  ///
  /// - Complexity: O(length of the name + log(number of names)).
  func canonical(_ name: NameCandidate) -> String {
    let surface = document.shadow[name.span]
    if name.isElliptical, name.lexiconName.isEmpty {
      return completed(surface, at: name.span.start) ?? CanonicalName.make(surface)
    }
    let text = name.lexiconName.isEmpty ? CanonicalName.make(surface) : name.lexiconName
    let spelled =
      name.lexiconName.isEmpty ? withFullBody(name.span) ?? asWritten(text) : asWritten(text)
    guard let last = spelled.unicodeScalars.last, Self.formEnds.contains(last.value) else {
      return spelled
    }
    return fullForm(of: Scalars(spelled)) ?? spelled
  }

  /// 国立 before the name of a school as the document has it: with it where it stands so anywhere.
  private func asWritten(_ text: String) -> String {
    guard writesNational || text.unicodeScalars.first == "国" else { return text }
    let scalars = Scalars(text)
    if scalars.starts(with: Self.national) {
      let short = scalars.dropFirst(2)
      let isShort = written.value(of: scalars) == nil && written.value(of: short) != nil
      return isShort ? String(scalars: short) : text
    }
    let national = Self.national + scalars
    return written.value(of: national) != nil ? String(scalars: national) : text
  }

  /// The full name of the body that a longer name begins with: 北京大学 of 北大计算机学院.
  func fullBody(at start: Int, before end: Int) -> String? {
    guard let body = matches.longest(at: start, [.body]), body.end < end,
      let reading = matches.body(body)
    else { return nil }
    return asWritten(
      matches.name(of: reading) ?? CanonicalName.make(document.shadow[start..<body.end]))
  }

  /// 北大计算机学院 → 北京大学计算机学院.
  private func withFullBody(_ span: TextSpan) -> String? {
    guard let body = matches.longest(at: span.start, [.body]), body.end < span.end,
      let reading = matches.body(body), reading.kind != .company, reading.kind != .media
    else { return nil }
    // 华东理工|学院: another school than 华东理工大学.
    let rest = document.shadow[body.end..<span.end]
    if Self.schools.contains(where: { rest.elementsEqual($0) }) { return nil }
    let surface = CanonicalName.make(document.shadow[span.start..<body.end])
    let name = asWritten(matches.name(of: reading) ?? surface)
    return name == surface ? nil : name + CanonicalName.make(rest)
  }

  private static let schools = ["学院", "大学"].map { Scalars($0) }

  /// 市府 → 市政府.
  private func spelledOut(_ text: Scalars) -> Scalars {
    for (short, long) in Self.officeForms where text == short { return long }
    return text
  }

  /// How a form is completed: by a body of the document that ends with it, a body it is a part of,
  /// or the document's place of that level.
  private func completion(of surface: ArraySlice<UInt32>) -> Completion {
    let text = spelledOut(CanonicalName.scalars(surface))
    let endings = full.indices.filter {
      full[$0].count > text.count && full[$0].suffix(text.count).elementsEqual(text)
    }
    if endings.count == 1 { return .always(String(scalars: full[endings[0]])) }
    if endings.count > 1 { return .nearest(endings) }
    for alias in aliases where text.count > alias.form.count && text.starts(with: alias.form) {
      return .always(alias.name + String(scalars: text.dropFirst(alias.form.count)))
    }
    if text.first.flatMap(NamedPlaces.Level.init) != nil { return .byPlace }
    guard document.region == .tw, surface.count == 3 else { return .never }
    // 经发局|局长 in an article about one city's government.
    let governments = full.filter { name in
      Self.governments.contains {
        name.count == $0.count + 2 && name.suffix($0.count).elementsEqual($0)
      }
    }
    if governments.count == 1 { return .always(String(scalars: governments[0] + text)) }
    return .byCity
  }

  /// The full form of an elliptical name at an offset.
  private func completed(_ surface: ArraySlice<UInt32>, at start: Int) -> String? {
    guard let completion = completions[surface] else { return nil }
    let text = spelledOut(CanonicalName.scalars(surface))
    switch completion {
    case .always(let name): return name
    case .nearest(let ends):
      guard let k = nearest(of: ends, before: start) else { return byPlace(text, at: start) }
      return String(scalars: full[k])
    case .byPlace: return byPlace(text, at: start)
    case .byCity:
      guard let city = places.place(.city, endingWith: u("市"), at: start, paragraph: start)
      else { return nil }
      return String(scalars: city + [u("政"), u("府")] + text)
    case .never: return nil
    }
  }

  /// Which of several full names stands last before an offset, at most 64 names back.
  private func nearest(of candidates: [Int], before start: Int) -> Int? {
    var low = 0
    var high = standing.count
    while low < high {
      let middle = (low + high) / 2
      if standing[middle].start < start { low = middle + 1 } else { high = middle }
    }
    for k in stride(from: low - 1, through: max(0, low - 64), by: -1)
    where candidates.contains(standing[k].name) {
      return standing[k].name
    }
    return nil
  }

  private func byPlace(_ text: Scalars, at start: Int) -> String? {
    guard let first = text.first, let level = NamedPlaces.Level(first),
      let place = places.place(level, endingWith: first, at: start, paragraph: paragraph(of: start))
    else { return nil }
    let name = place + text.dropFirst()
    return fullForm(of: name) ?? String(scalars: name)
  }

  /// Where the paragraph of an offset begins, looked for 400 scalars back at most.
  private func paragraph(of start: Int) -> Int {
    var i = start
    while i > 0, start - i < 400, document.shadow[i - 1] != 0x0A { i -= 1 }
    return i
  }

  /// The longer form of an office that the document gives as well: 上海市经济和信息化委员会 for
  /// 上海市经信委.
  private func fullForm(of text: Scalars) -> String? {
    guard let last = text.last, Self.formEnds.contains(last) else { return nil }
    for (short, long) in Self.officeForms where text.count > short.count {
      guard text.suffix(short.count).elementsEqual(short) else { continue }
      let candidate = Scalars(text.dropLast(short.count)) + long
      if indexes.value(of: candidate) != nil { return String(scalars: candidate) }
    }
    return nil
  }

  private static let governments = ["市政府", "县政府"].map { Scalars($0) }
  private static let formEnds = Set(officeForms.compactMap(\.short.last))
}
