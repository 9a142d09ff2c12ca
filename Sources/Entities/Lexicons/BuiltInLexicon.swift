import HanText

/// The lexicons of `Data/` in one trie, so that one pass over a text finds all their words.
struct BuiltInLexicon: Sendable {
  /// The lexicon of the program, built when first used (a few milliseconds).
  static let shared = BuiltInLexicon()

  private(set) var trie = ScalarTrie()
  private(set) var entries: [LexiconEntry] = []
  /// What the pass over a text asks of each entry.
  private(set) var words: [(classes: LexiconClass, covers: Bool)] = []
  /// Full forms that entries point to.
  private(set) var names: [String] = []
  /// What names of bodies mean, chained by name.
  private(set) var bodyReadings: [BodyReading] = []
  /// One-character names of countries and provinces, by scalar.
  private(set) var abbreviations: [UInt32: (kind: PlaceKind, name: String)] = [:]
  /// Whether a scalar below U+10000 renders foreign names, one bit each.
  private(set) var transliteration = [Bool](repeating: false, count: 0x10000)

  /// Full names of places with the form without the last scalar, while the tables are read.
  private var shortForms: [(entry: Int, short: Scalars)] = []

  /// Reads the embedded tables.
  ///
  /// - Complexity: linear in their size.
  init() {
    read(EmbeddedData.surnames) { entry, row in
      switch row.text(1) {
      case "compound": entry.classes.insert(.compoundSurname)
      case "rare": entry.classes.insert(.rareSurname)
      default: entry.classes.insert(.surname)
      }
    }
    readPlaces(EmbeddedData.places)
    readPlaces(EmbeddedData.placesCN)
    readBodies()
    read(EmbeddedData.institutionHeads) { entry, row in
      entry.classes.insert(.head)
      entry.head = InstitutionKind(rawValue: row.text(1)) ?? .other
      entry.headKind = Self.headKind(row.text(2))
    }
    read(EmbeddedData.roles) { entry, row in
      switch row.text(1) {
      case "post": entry.classes.insert(.post)
      case "status": entry.classes.insert(.status)
      default: entry.classes.insert(.occupation)
      }
    }
    read(EmbeddedData.boundaryWords) { entry, row in
      entry.classes.insert(row.text(1) == "say" ? .say : .stop)
    }
    read(EmbeddedData.notNames) { entry, row in
      entry.classes.insert(.notName)
      if row.text(1) == "name" { entry.classes.insert(.nameWord) }
    }
    read(EmbeddedData.nameParts) { entry, _ in entry.classes.insert(.namePart) }
    read(EmbeddedData.people) { entry, _ in entry.classes.insert(.person) }
    read(EmbeddedData.laws) { entry, _ in entry.classes.insert(.law) }
    read(EmbeddedData.policyHeads) { entry, row in
      switch row.text(1) {
      case "work": entry.classes.insert(.workWord)
      case "not": entry.classes.insert(.notPolicyHead)
      default: entry.classes.insert(.policyHead)
      }
    }
    read(EmbeddedData.siteSuffixes) { entry, row in
      entry.classes.insert(.siteSuffix)
      entry.site.kind = PlaceKind(rawValue: row.text(1)) ?? .other
      entry.site.reach = Int(row.text(2)) ?? 0
      entry.site.standsAlone = row.text(3).hasPrefix("alone")
      entry.site.isStrong = row.text(3).hasSuffix("strong")
    }
    TableLines.forEach(in: EmbeddedData.placeAbbreviations) { row in
      guard row.count >= 3, let scalar = row[0].first else { return }
      abbreviations[scalar] = (
        PlaceKind(rawValue: String(scalars: row[1])) ?? .other, String(scalars: row[2])
      )
    }
    TableLines.forEach(in: EmbeddedData.transliteration) { row in
      if let scalar = row.first.flatMap({ Shadow.make($0).first }), scalar < 0x10000 {
        transliteration[Int(scalar)] = true
      }
    }
    summarise()
  }

  /// Sums up the entries once all tables are read.
  private mutating func summarise() {
    let covering: LexiconClass = [
      .place, .body, .head, .notName, .post, .occupation, .status, .say, .stop,
    ]
    words = entries.map { entry in
      let isWeakPlace = entry.placeForm == .weak && entry.classes == .place
      return (entry.classes, !isWeakPlace && !entry.classes.isDisjoint(with: covering))
    }
    for (entry, short) in shortForms {
      if let index = trie.value(of: short) { entries[entry].shortForm = index }
    }
    shortForms = []
  }

  private static func headKind(_ text: String) -> HeadKind {
    switch text {
    case "office": .office
    case "brand": .brand
    case "unit": .unit
    case "unit1": .unit1
    default: .head
    }
  }

  private mutating func readPlaces(_ bytes: UnsafeRawBufferPointer) {
    var full: [(Int, String)] = []
    var shorter: [(entry: Int, short: Scalars)] = []
    read(bytes) { entry, row in
      // The first table that names a place decides: the hand-written one stands first.
      guard !entry.classes.contains(.place) else { return }
      entry.classes.insert(.place)
      entry.place = PlaceKind(rawValue: row.text(1)) ?? .other
      switch row.text(2) {
      case "short": entry.placeForm = .short
      case "weak": entry.placeForm = .weak
      default: entry.placeForm = .full
      }
      if row.text(3) != row.text(0) { full.append((row.entry, row.text(3))) }
      if entry.placeForm == .full, row.fields[0].count >= 3 {
        shorter.append((row.entry, Shadow.make(Scalars(row.fields[0].dropLast()))))
      }
    }
    shortForms += shorter
    for (entry, name) in full { entries[entry].placeName = add(name: name) }
  }

  private mutating func readBodies() {
    var found: [(entry: Int, reading: BodyReading, name: String?)] = []
    read(EmbeddedData.bodies) { entry, row in
      entry.classes.insert(.body)
      let reading = BodyReading(
        kind: InstitutionKind(rawValue: row.text(1)) ?? .other,
        region: Region(rawValue: row.text(3)))
      found.append((row.entry, reading, row.text(2) == row.text(0) ? nil : row.text(2)))
    }
    for (entry, reading, name) in found {
      var reading = reading
      reading.next = entries[entry].body
      if let name { reading.name = add(name: name) }
      entries[entry].body = Int32(truncatingIfNeeded: bodyReadings.count)
      bodyReadings.append(reading)
    }
  }

  /// What the bare name of a body means in a region: its own reading, or the one for everywhere.
  ///
  /// - Complexity: O(readings of the name), at most four.
  func body(_ entry: LexiconEntry, in region: Region) -> BodyReading? {
    var everywhere: BodyReading?
    var k = entry.body
    while k >= 0 {
      let reading = bodyReadings[Int(k)]
      if reading.region == region { return reading }
      if reading.region == nil { everywhere = reading }
      k = reading.next
    }
    return everywhere
  }

  private mutating func add(name: String) -> Int32 {
    names.append(name)
    return Int32(truncatingIfNeeded: names.count - 1)
  }

  /// One row of a table and the entry it belongs to.
  private struct Row {
    let entry: Int
    let fields: [Scalars]
    func text(_ column: Int) -> String {
      column < fields.count ? String(scalars: fields[column]) : ""
    }
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ body: (inout LexiconEntry, Row) -> Void
  ) {
    TableLines.forEach(in: bytes) { fields in
      guard let written = fields.first, !written.isEmpty else { return }
      // A few names keep a character that the shadow folds (乾县): look up what texts hold.
      let key = Shadow.make(written)
      let fresh = Int32(truncatingIfNeeded: entries.count)
      let index: Int
      if let old = trie.insert(key, value: fresh) {
        index = Int(old)
      } else {
        index = Int(fresh)
        entries.append(LexiconEntry())
      }
      body(&entries[index], Row(entry: index, fields: fields))
    }
  }
}
