import HanText

/// What a word of the built-in lexicon can be; one word can be several things.
struct LexiconClass: OptionSet, Sendable {
  let rawValue: UInt32
  /// A surname of one character.
  static let surname = LexiconClass(rawValue: 1 << 0)
  /// A surname of one character that is also a common word (于, 向, 都): believed less.
  static let rareSurname = LexiconClass(rawValue: 1 << 1)
  /// A surname of two characters (欧阳).
  static let compoundSurname = LexiconClass(rawValue: 1 << 2)
  /// A place.
  static let place = LexiconClass(rawValue: 1 << 3)
  /// A body named in full or by its usual short form (教育部, 北大).
  static let body = LexiconClass(rawValue: 1 << 4)
  /// The last word of names of bodies (大学, 教育局).
  static let head = LexiconClass(rawValue: 1 << 5)
  /// A post held in a body (主任).
  static let post = LexiconClass(rawValue: 1 << 6)
  /// An occupation or form of address (记者, 老师).
  static let occupation = LexiconClass(rawValue: 1 << 7)
  /// A verb that follows the name of a person (表示).
  static let say = LexiconClass(rawValue: 1 << 8)
  /// A word never inside the name of a body.
  static let stop = LexiconClass(rawValue: 1 << 9)
  /// A common word that looks like a name (高兴).
  static let notName = LexiconClass(rawValue: 1 << 10)
  /// A person everybody knows by this name (习近平, 特朗普).
  static let person = LexiconClass(rawValue: 1 << 11)
  /// The last word of titles of policies (办法).
  static let policyHead = LexiconClass(rawValue: 1 << 12)
  /// A word that ends like one and is none (算法).
  static let notPolicyHead = LexiconClass(rawValue: 1 << 13)
  /// A word beside a title that makes it a book, show or course (小说).
  static let workWord = LexiconClass(rawValue: 1 << 14)
  /// A law cited without marks (义务教育法).
  static let law = LexiconClass(rawValue: 1 << 15)
  /// The last word of names of streets, parks and sites (公园).
  static let siteSuffix = LexiconClass(rawValue: 1 << 16)

  /// A form of address or a state, which is no role (先生, 学生).
  static let status = LexiconClass(rawValue: 1 << 17)

  /// A common word that people are called by, too (和平, 高峰).
  static let nameWord = LexiconClass(rawValue: 1 << 18)
  /// A part of names of other peoples written without dots (其木格, 次仁).
  static let namePart = LexiconClass(rawValue: 1 << 19)

  /// Not what a word is, but that it covers the scalars under it; kept beside the classes where
  /// every word found is looked up.
  static let covers = LexiconClass(rawValue: 1 << 31)

  /// Posts, occupations, forms of address.
  static let role: LexiconClass = [.post, .occupation, .status]
  /// Surnames of any length.
  static let anySurname: LexiconClass = [.surname, .rareSurname, .compoundSurname]
}

/// How far the form of a place can be trusted.
enum PlaceForm: Sendable {
  /// The whole name (余杭区).
  case full
  /// A short form safe on its own (上海).
  case short
  /// A short form that is also a word (和平): a place only where the text says so.
  case weak
}

/// What the last word of a body's name asks for before it.
enum HeadKind: Sendable {
  /// Complete behind a place or a level (省, 市): 教育局.
  case office
  /// Needs a distinguishing word: 大学.
  case head
  /// A company's field behind its own name: 科技 in 宇树科技.
  case brand
  /// A department, only behind another body: 办公室.
  case unit
  /// A department's name of one character, which needs a modifier too: 处.
  case unit1
}

/// How the last word of a site's name makes a name.
struct SiteSuffix: Sendable {
  var kind = PlaceKind.other
  /// How many scalars may stand between a place and it.
  var reach: Int8 = 0
  /// Whether it names a site right behind a place: 上海自贸区.
  var standsAlone = false
  /// Whether it names a site without a place before it.
  var isStrong = false
}

/// Everything the built-in lexicon knows about one word.
struct LexiconEntry: Sendable {
  var classes: LexiconClass = []
  /// What the bare name means as a body, by region; index into the lexicon's readings, -1 for none.
  var body: Int32 = -1
  /// Index of the full form of a place in the lexicon's names; -1 for the word itself.
  var placeName: Int32 = -1
  /// Entry of a place's name without its last scalar (余杭 of 余杭区); -1 for none.
  var shortForm: Int32 = -1
  var place = PlaceKind.other
  var placeForm = PlaceForm.full
  var head = InstitutionKind.other
  var headKind = HeadKind.head
  var site = SiteSuffix()
}

/// What the bare name of a body means in one region: 科大 is another university in each.
struct BodyReading: Sendable {
  var kind = InstitutionKind.other
  /// Where the name means this; `nil` for everywhere that no other reading claims.
  var region: Region?
  /// Index of the full form in the lexicon's names; -1 for the word itself.
  var name: Int32 = -1
  /// The next reading of the same name; -1 behind the last.
  var next: Int32 = -1
}
