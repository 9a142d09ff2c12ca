import HanText

/// The lexicons of `Data/` in one trie, so that one pass over a text finds all their words.
struct BuiltInLexicon: Sendable {
  /// The lexicon of the program, built when first used (a few milliseconds).
  static let shared = BuiltInLexicon()

  private(set) var trie = ScalarTrie(keys: 1 << 15)
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
      entry.site.reach = Int(row.string(2)) ?? 0
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
    var full: [(entry: Int, name: TextSpan)] = []
    var shorter = shortForms
    let table = read(bytes) { entry, row in
      // The first table that names a place decides: the hand-written one stands first.
      guard !entry.classes.contains(.place) else { return }
      entry.classes.insert(.place)
      entry.place = Self.placeKind(row, 1)
      if row.cell(2, is: "short") {
        entry.placeForm = .short
      } else {
        entry.placeForm = row.cell(2, is: "weak") ? .weak : .full
      }
      if !row.table.areSame(3, 0) { full.append((row.entry, row.span(3))) }
      if entry.placeForm == .full, row.key.count >= 3 {
        shorter.scalars += row.key.prefix(row.key.count - 1)
        shorter.ends.append((row.entry, shorter.scalars.count))
      }
    }
    shortForms = shorter
    for (entry, name) in full { entries[entry].placeName = add(name: table[name.range]) }
  }

  private mutating func readBodies() {
    var found: [(entry: Int, reading: BodyReading, name: TextSpan?)] = []
    let table = read(EmbeddedData.bodies) { entry, row in
      entry.classes.insert(.body)
      let reading = BodyReading(
        kind: Self.institutionKind(row, 1), region: Region(rawValue: row.string(3)))
      found.append((row.entry, reading, row.table.areSame(2, 0) ? nil : row.span(2)))
    }
    for (entry, reading, name) in found {
      var reading = reading
      reading.next = entries[entry].body
      if let name { reading.name = add(name: table[name.range]) }
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
    /// Where a cell stands; empty where the row has too few.
    func span(_ column: Int) -> TextSpan {
      column < table.cells.count ? table.cells[column] : TextSpan(0, 0)
    }
  }

  /// Calls `body` with entry and row for each row; returns the text that their spans point into.
  @discardableResult
  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ body: (inout LexiconEntry, Row) -> Void
  ) -> Scalars {
    var table = TableReader(bytes)
    let shadow = Shadow.make(table.text)
    while table.advance() {
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
      body(&entries[index], Row(entry: index, key: key, table: table))
    }
    return table.text
  }
}
