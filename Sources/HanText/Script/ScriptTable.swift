/// A conversion between the scripts, one character for one: what each character becomes by
/// itself, and the phrases in which some become something else.
///
/// Source: OpenCC's dictionaries (generated tables in `Data/`, see `scripts/make-script-tables.py`).
struct ScriptTable: Sendable {
  /// What each character becomes, with `ScalarMap.isRisky` where phrases decide.
  private(set) var map = ScalarMap()
  private var phrases: ScalarTrie
  /// The converted phrases end to end; a phrase's value in the trie is where its own starts.
  private var conversions: Scalars = []
  private var longestPhrase = 1

  /// Traditional to Simplified.
  static let simplified = ScriptTable(EmbeddedData.scriptSimplified, widths: false)
  /// Traditional to Simplified, and wide and compatibility forms to plain ones.
  static let shadow = ScriptTable(EmbeddedData.scriptSimplified, widths: true)
  /// Simplified to Traditional.
  static let traditional = ScriptTable(EmbeddedData.scriptTraditional, widths: false)

  private init(_ table: UnsafeRawBufferPointer, widths: Bool) {
    phrases = ScalarTrie(keys: table.count / 24)
    var reader = TableReader(table)
    var keys: Scalars = []
    while reader.advance() {
      guard reader.cells.count == 2, reader.cells[0].count == reader.cells[1].count
      else { continue }
      let (key, value) = (reader.cell(0), reader.cell(1))
      if key.count == 1 {
        map.set(key[key.startIndex], to: value[value.startIndex])
      } else {
        phrases.insert(key, value: Int32(truncatingIfNeeded: conversions.count))
        keys += key
        conversions += value
        longestPhrase = max(longestPhrase, key.count)
      }
    }
    // With all characters known: a phrase makes those risky that it turns into something else.
    for (from, to) in zip(keys, conversions) where target(of: from) != to {
      map.mark(from, ScalarMap.isRisky)
    }
    map.mark(u("著"), ScalarMap.isRisky)
    markScripts()
    if widths { addWidths() }
  }

  /// What a scalar becomes by itself.
  @inline(__always)
  func target(of scalar: UInt32) -> UInt32 { scalar ^ (map[scalar] & ScalarMap.targetBits) }

  /// What phrases make of the risky character at `i`; `nil` where none covers it.
  ///
  /// Of the phrases that cover it, the one that starts first and then the longest wins, as in
  /// OpenCC's forward segmentation.
  ///
  /// - Complexity: O(longest phrase squared), independent of the text.
  func reading(in text: UnsafeBufferPointer<UInt32>, at i: Int) -> UInt32? {
    var start = max(0, i &- longestPhrase &+ 1)
    while start <= i {
      if let match = phrases.longestMatch(in: text, at: start), start &+ match.length > i {
        return conversions[Int(match.value) &+ i &- start]
      }
      start &+= 1
    }
    return nil
  }

  /// The conversion of the longest phrase that starts at `i`; `nil` where none does.
  ///
  /// - Complexity: O(longest phrase).
  @inline(__always)
  func phrase(in text: UnsafeBufferPointer<UInt32>, at i: Int) -> ArraySlice<UInt32>? {
    guard text[i] >= 0x2E80, let match = phrases.longestMatch(in: text, at: i) else { return nil }
    return conversions[Int(match.value)..<Int(match.value) &+ match.length]
  }

  private mutating func markScripts() {
    var reader = TableReader(EmbeddedData.scriptMarks)
    while reader.advance() {
      guard reader.cells.count == 2 else { continue }
      let name = reader.cell(0)
      let isSimplified = name.first == u("h") && name.last == u("s")
      let flag = isSimplified ? ScalarMap.isSimplified : ScalarMap.isTraditional
      for scalar in reader.cell(1) { map.mark(scalar, flag) }
    }
  }

  /// Full-width letters, digits and signs, the ideographic space, and compatibility ideographs.
  private mutating func addWidths() {
    for scalar in Width.foldedRange where Width.folded(scalar) != scalar {
      map.set(scalar, to: Width.folded(scalar))
    }
    map.set(0x3000, to: 0x20)
    var reader = TableReader(EmbeddedData.compatibilityIdeographs)
    while reader.advance() {
      guard reader.cells.count == 2, reader.cells[1].count == 1,
        let code = UInt32(reader.string(0), radix: 16)
      else { continue }
      map.set(code, to: target(of: reader.text[reader.cells[1].start]))
    }
  }
}
