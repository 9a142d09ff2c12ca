import HanText

/// The word tables that the figure and date rules read, built once from `Data/`.
final class FigureLexicon: Sendable {
  /// What a unit measures, which decides the subtype of the figure.
  enum UnitKind: UInt8, Sendable {
    case measure, degree, duration, age, percent, points, tenth, discount, times, doubling, count
    case money, thing, people, weak
  }

  /// A unit as the contract writes it.
  struct Unit: Sendable {
    let code: String
    let kind: UnitKind
  }

  /// What a word before or behind a numeral says of it.
  enum Role: Int, Sendable {
    case about, atLeast, atMost, up, down, level, word
  }

  /// What a word is worth at the edge of a noun phrase.
  enum PhraseClass: Int, Sendable {
    /// A noun; one that denotes people; one that stands for a place or body.
    case noun, person
    /// Stands before a noun: adjectives, attributives.
    case attribute
    /// A verb that also stands before nouns or as one (培训, 研究).
    case verbalNoun
    /// A verb.
    case verb
    /// A particle, adverb, preposition, pronoun: ends a phrase.
    case function
    /// An adverb that stands between subject and number (同比, 累计).
    case adverb
    /// A word of place behind a noun (中, 内).
    case locative
    /// A noun of something measured, never counted (增速, 采购价, 面积).
    case quantity
  }

  /// Every unit, measure word and currency, by number.
  let units: [Unit]
  /// Forms that stand behind a numeral; values index `units`.
  let unitForms: WordTrie
  /// Currency forms that stand before an amount, reversed; values index `units`.
  let moneyPrefixes: WordTrie
  /// Words before a numeral, reversed; values are `Role`s.
  let before: WordTrie
  /// Words behind numeral and unit; values are `Role`s.
  let after: WordTrie
  /// Words that begin with a numeral but are no figures.
  let words: WordTrie
  /// Nouns, verbs and function words; values are `PhraseClass`es.
  let phrases: WordTrie
  /// Words that say of how much or of what a figure holds (全省, 现有, 每亩).
  let scopes: WordTrie
  /// The tagger's word list; `nil` only if the embedded model is damaged.
  let wordList: WordLexicon?
  /// Relative dates; values index `dateCodes`.
  let dateForms: WordTrie
  /// The unit 月 of amounts of time.
  let monthUnit: Int
  /// What the words of `dateForms` mean.
  let dateCodes: [DateWord]
  /// The scalars at which a date word, a quoted plan, or a quarter (Q3) can begin.
  let dateFirsts: [UInt32]

  /// The tables of `Data/`.
  static let shared = FigureLexicon()

  private init() {
    var units: [Unit] = []
    var forms = WordTrie()
    var prefixes = WordTrie()
    Self.rows(of: EmbeddedData.currencies) { row in
      if row.cell(2, is: "prefix") {
        prefixes.insert(row.cell(0).reversed(), value: units.count)
      } else {
        forms.insert(Scalars(row.cell(0)), value: units.count)
      }
      units.append(Unit(code: row.string(1), kind: .money))
    }
    Self.rows(of: EmbeddedData.units) { row in
      forms.insert(Scalars(row.cell(0)), value: units.count)
      units.append(Unit(code: row.string(1), kind: Self.kind(row.string(2))))
    }
    Self.rows(of: EmbeddedData.measureWords) { row in
      forms.insert(Scalars(row.cell(0)), value: units.count)
      let kind = Self.kind(row.string(1))
      units.append(Unit(code: kind == .people ? "人" : row.string(0), kind: kind))
    }
    self.units = units
    monthUnit = units.firstIndex { $0.code == "月" && $0.kind == .duration } ?? 0
    unitForms = forms
    moneyPrefixes = prefixes

    var before = WordTrie()
    var after = WordTrie()
    var words = WordTrie()
    var scopes = WordTrie()
    Self.rows(of: EmbeddedData.figureWords) { row in
      let word = Scalars(row.cell(0))
      switch row.string(1) {
      case "before:about": before.insert(word.reversed(), value: Role.about.rawValue)
      case "before:at_least": before.insert(word.reversed(), value: Role.atLeast.rawValue)
      case "before:at_most": before.insert(word.reversed(), value: Role.atMost.rawValue)
      case "before:up": before.insert(word.reversed(), value: Role.up.rawValue)
      case "before:down": before.insert(word.reversed(), value: Role.down.rawValue)
      case "before:level": before.insert(word.reversed(), value: Role.level.rawValue)
      case "after:about": after.insert(word, value: Role.about.rawValue)
      case "after:at_least": after.insert(word, value: Role.atLeast.rawValue)
      case "after:at_most": after.insert(word, value: Role.atMost.rawValue)
      case "scope": scopes.insert(word, value: 0)
      default: words.insert(word, value: Role.word.rawValue)
      }
    }
    self.before = before
    self.after = after
    self.words = words
    self.scopes = scopes
    wordList = LinearTagger.builtIn.words

    var phrases = WordTrie(keys: 4096)
    Self.rows(of: EmbeddedData.phraseWords) { row in
      let value: PhraseClass
      if row.cell(1, is: "noun") {
        value = .noun
      } else if row.cell(1, is: "person") {
        value = .person
      } else if row.cell(1, is: "attribute") {
        value = .attribute
      } else if row.cell(1, is: "verbal") {
        value = .verbalNoun
      } else if row.cell(1, is: "verb") {
        value = .verb
      } else if row.cell(1, is: "adverb") {
        value = .adverb
      } else if row.cell(1, is: "locative") {
        value = .locative
      } else {
        value = row.cell(1, is: "quantity") ? .quantity : .function
      }
      phrases.insert(Scalars(row.cell(0)), value: value.rawValue)
    }
    self.phrases = phrases

    var dateForms = WordTrie()
    var dateCodes: [DateWord] = []
    var firsts: [UInt32] = [
      u("“"), u("「"), u("『"), u("\""), u("Q"), u("q"), u("首"), u("前"), u("头"), u("周"), u("星"),
      u("礼"), u("元"), u("上"), u("本"), u("第"), u("公"),
    ]
    Self.rows(of: EmbeddedData.dateWords) { row in
      guard let code = DateWord(kind: row.string(1), offset: row.string(2)) else { return }
      let word = Scalars(row.cell(0))
      dateForms.insert(word, value: dateCodes.count)
      dateCodes.append(code)
      firsts.append(word[0])
    }
    self.dateForms = dateForms
    self.dateCodes = dateCodes
    dateFirsts = firsts
  }

  /// What the word list knows of a character alone.
  @inline(__always)
  func single(_ c: UInt32) -> UInt16 { wordList?.single(c) ?? 0 }

  /// What the word list knows of a word, by its hash.
  @inline(__always)
  func listed(_ hash: UInt64) -> UInt16 { wordList?.findBits(hash) ?? 0 }

  /// Asks for what the word list knows of two characters ahead of looking it up.
  @inline(__always)
  func prefetch(_ text: Scalars, at i: Int) {
    guard i >= 0, i + 1 < text.count else { return }
    wordList?.prefetch(FeatureHash.extend(FeatureHash.word(text[i]), UInt64(text[i + 1])))
  }

  private static func kind(_ name: String) -> UnitKind {
    switch name {
    case "measure": .measure
    case "degree": .degree
    case "duration": .duration
    case "age": .age
    case "percent": .percent
    case "points": .points
    case "tenth": .tenth
    case "discount": .discount
    case "times": .times
    case "doubling": .doubling
    case "people": .people
    case "weak": .weak
    case "thing": .thing
    default: .count
    }
  }

  /// Gives every row whose first cell is not empty.
  private static func rows(of bytes: UnsafeRawBufferPointer, _ body: (TableReader) -> Void) {
    var table = TableReader(bytes)
    while table.advance() {
      if table.cells[0].count > 0 { body(table) }
    }
  }
}
