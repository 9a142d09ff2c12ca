import HanText

/// The lexicons of `Data/` in one trie, so that one pass over a text finds all their words.
struct BuiltInLexicon: Sendable {
  /// The lexicon of the program, built when first used (a few milliseconds).
  static let shared = BuiltInLexicon()

  /// Words that the tables have together, about: arrays that grow while the tables are read cost each
  /// run more than reading does.
  private static let room = 1 << 15

  private(set) var trie = ScalarTrie(keys: room)
  private(set) var entries: [LexiconEntry] = []
  /// What the pass over a text asks of each entry: its classes, and whether it covers.
  private(set) var words: [LexiconClass] = []
  /// Full forms that entries point to, end to end, and where each ends.
  private var nameScalars: Scalars = []
  private var nameEnds: [Int32] = []
  /// What names of bodies mean, chained by name.
  private(set) var bodyReadings: [BodyReading] = []
  /// One-character names of countries and provinces, by scalar.
  private(set) var abbreviations: [UInt32: (kind: PlaceKind, name: String)] = [:]
  /// Whether a scalar below U+10000 renders foreign names, one bit each.
  private(set) var transliteration = [Bool](repeating: false, count: 0x10000)

  /// The same for names with dots, in which more characters stand.
  private(set) var dottedParts = [Bool](repeating: false, count: 0x10000)

  /// Full names of places, without the last scalar, end to end, and the entry of each, while the
  /// tables are read.
  private var shortForms: (scalars: Scalars, ends: [(entry: Int, end: Int)]) = ([], [])

  /// Reads the embedded tables.
  ///
  /// - Complexity: linear in their size.
  init() {
    entries.reserveCapacity(Self.room)
    read(EmbeddedData.surnames) { entry, row in
      if row.cell(1, is: "compound") {
        entry.classes.insert(.compoundSurname)
      } else {
        entry.classes.insert(row.cell(1, is: "rare") ? .rareSurname : .surname)
      }
    }
    readPlaces(EmbeddedData.places)
    readPlaces(EmbeddedData.placesCN)
    readBodies()
    readWords()
    read(EmbeddedData.siteSuffixes) { entry, row in
      entry.classes.insert(.siteSuffix)
      entry.site.kind = Self.placeKind(row, 1)
      entry.site.reach = Int8(row.string(2)) ?? 0
      entry.site.standsAlone = row.string(3).hasPrefix("alone")
      entry.site.isStrong = row.string(3).hasSuffix("strong")
    }
    TableLines.forEach(in: EmbeddedData.placeAbbreviations) { row in
      guard row.count >= 3, let scalar = row[0].first else { return }
      abbreviations[scalar] = (
        PlaceKind(rawValue: String(scalars: row[1])) ?? .other, String(scalars: row[2])
      )
    }
    TableLines.forEach(in: EmbeddedData.transliteration) { row in
      if let scalar = row.first.flatMap({ Shadow.make($0).first }), scalar < 0x10000 {
        dottedParts[Int(scalar)] = true
        if row.count < 2 { transliteration[Int(scalar)] = true }
      }
    }
    summarise()
  }

  /// Reads the lists of words that names are made of or bounded by.
  private mutating func readWords() {
    read(EmbeddedData.institutionHeads) { entry, row in
      entry.classes.insert(.head)
      entry.head = Self.institutionKind(row, 1)
      entry.headKind = Self.headKind(row, 2)
    }
    read(EmbeddedData.roles) { entry, row in
      if row.cell(1, is: "post") {
        entry.classes.insert(.post)
      } else {
        entry.classes.insert(row.cell(1, is: "status") ? .status : .occupation)
      }
    }
    read(EmbeddedData.boundaryWords) { entry, row in
      entry.classes.insert(row.cell(1, is: "say") ? .say : .stop)
    }
    read(EmbeddedData.notNames) { entry, row in
      entry.classes.insert(.notName)
      if row.cell(1, is: "name") { entry.classes.insert(.nameWord) }
    }
    read(EmbeddedData.nameParts) { entry, _ in entry.classes.insert(.namePart) }
    read(EmbeddedData.people) { entry, _ in entry.classes.insert(.person) }
    read(EmbeddedData.laws) { entry, _ in entry.classes.insert(.law) }
    read(EmbeddedData.policyHeads) { entry, row in
      if row.cell(1, is: "work") {
        entry.classes.insert(.workWord)
      } else {
        entry.classes.insert(row.cell(1, is: "not") ? .notPolicyHead : .policyHead)
      }
    }
  }

  /// Sums up the entries once all tables are read.
  private mutating func summarise() {
    let covering: LexiconClass = [
      .place, .body, .head, .notName, .post, .occupation, .status, .say, .stop,
    ]
    words = entries.map { entry in
      let isWeakPlace = entry.placeForm == .weak && entry.classes == .place
      let covers = !isWeakPlace && !entry.classes.isDisjoint(with: covering)
      return covers ? entry.classes.union(.covers) : entry.classes
    }
    var start = 0
    for (entry, end) in shortForms.ends {
      if let index = trie.value(of: shortForms.scalars[start..<end]) {
        entries[entry].shortForm = index
      }
      start = end
    }
    shortForms = ([], [])
  }

  private static func headKind(_ row: Row, _ column: Int) -> HeadKind {
    if row.cell(column, is: "office") { return .office }
    if row.cell(column, is: "brand") { return .brand }
    if row.cell(column, is: "unit") { return .unit }
    return row.cell(column, is: "unit1") ? .unit1 : .head
  }

  private static func placeKind(_ row: Row, _ column: Int) -> PlaceKind {
    if row.cell(column, is: "district") { return .district }
    if row.cell(column, is: "city") { return .city }
    if row.cell(column, is: "country") { return .country }
    return row.cell(column, is: "province") ? .province : .other
  }

  private static func institutionKind(_ row: Row, _ column: Int) -> InstitutionKind {
    if row.cell(column, is: "school") { return .school }
    if row.cell(column, is: "government") { return .government }
    if row.cell(column, is: "company") { return .company }
    if row.cell(column, is: "research") { return .research }
    if row.cell(column, is: "association") { return .association }
    if row.cell(column, is: "media") { return .media }
    return row.cell(column, is: "party") ? .party : .other
  }

  private mutating func readPlaces(_ bytes: UnsafeRawBufferPointer) {
    readRows(bytes) { lexicon, row in
      let index = row.entry
      // The first table that names a place decides: the hand-written one stands first.
      guard !lexicon.entries[index].classes.contains(.place) else { return }
      lexicon.entries[index].classes.insert(.place)
      lexicon.entries[index].place = Self.placeKind(row, 1)
      if row.cell(2, is: "short") {
        lexicon.entries[index].placeForm = .short
      } else {
        lexicon.entries[index].placeForm = row.cell(2, is: "weak") ? .weak : .full
      }
      if let name = row.name(3) { lexicon.entries[index].placeName = lexicon.add(name: name) }
      if lexicon.entries[index].placeForm == .full, row.key.count >= 3 {
        lexicon.shortForms.scalars += row.key.prefix(row.key.count - 1)
        lexicon.shortForms.ends.append((index, lexicon.shortForms.scalars.count))
      }
    }
  }

  private mutating func readBodies() {
    bodyReadings.reserveCapacity(Self.room / 2)
    nameScalars.reserveCapacity(Self.room * 2)
    nameEnds.reserveCapacity(Self.room / 4)
    readRows(EmbeddedData.bodies) { lexicon, row in
      var reading = BodyReading(
        kind: Self.institutionKind(row, 1), region: Region(rawValue: row.string(3)))
      reading.next = lexicon.entries[row.entry].body
      if let name = row.name(2) { reading.name = lexicon.add(name: name) }
      lexicon.entries[row.entry].classes.insert(.body)
      lexicon.entries[row.entry].body = Int32(truncatingIfNeeded: lexicon.bodyReadings.count)
      lexicon.bodyReadings.append(reading)
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

  /// A full form that an entry or reading points to.
  ///
  /// - Complexity: O(length of the name): names are kept as scalars, so that no run makes strings
  ///   of all of them.
  func name(_ index: Int32) -> ArraySlice<UInt32> {
    let k = Int(index)
    return nameScalars[(k > 0 ? Int(nameEnds[k - 1]) : 0)..<Int(nameEnds[k])]
  }

  private mutating func add(name: ArraySlice<UInt32>) -> Int32 {
    nameScalars += name
    nameEnds.append(Int32(truncatingIfNeeded: nameScalars.count))
    return Int32(truncatingIfNeeded: nameEnds.count - 1)
  }

  /// One row of a table and the entry it belongs to.
  private struct Row {
    let entry: Int
    /// The first cell as texts have it.
    let key: ArraySlice<UInt32>
    let table: TableReader

    func cell(_ column: Int, is word: StaticString) -> Bool { table.cell(column, is: word) }
    func string(_ column: Int) -> String { table.string(column) }
    /// The full form in a cell; `nil` where the row has none, or the word itself.
    func name(_ column: Int) -> ArraySlice<UInt32>? {
      let name = table.cell(column)
      return name.isEmpty || table.areSame(column, 0) ? nil : name
    }
  }

  /// Calls `body` with entry and row for each row.
  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ body: (inout LexiconEntry, Row) -> Void
  ) {
    readRows(bytes) { lexicon, row in body(&lexicon.entries[row.entry], row) }
  }

  /// Calls `body` with the lexicon and each row, whose entry exists.
  private mutating func readRows(
    _ bytes: UnsafeRawBufferPointer, _ body: (inout BuiltInLexicon, Row) -> Void
  ) {
    var table = TableReader(bytes)
    var shadow: Scalars = []
    var piece = 0
    while table.advance() {
      if table.piece != piece {
        piece = table.piece
        shadow = Shadow.make(table.text)
      }
      let span = table.cells[0]
      guard span.count > 0 else { continue }
      // A few names keep a character that the shadow folds (乾县): look up what texts hold.
      var key = shadow[span.range]
      // What becomes of 著 depends on the rest of the text, which the table is none of.
      if table.cell(0).contains(u("著")) { key = Shadow.make(Scalars(table.cell(0)))[...] }
      let fresh = Int32(truncatingIfNeeded: entries.count)
      let index: Int
      if let old = trie.insert(key, value: fresh) {
        index = Int(old)
      } else {
        index = Int(fresh)
        entries.append(LexiconEntry())
      }
      body(&self, Row(entry: index, key: key, table: table))
    }
  }
}
