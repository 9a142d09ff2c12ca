import HanText

/// A figure, as far as it says what it can count.
struct CountedFigure {
  /// Its token, and the number of its sentence.
  var token: Int
  var sentence: Int
  var kind: FigureClass
  /// Hash of the unit's code; 0 for none.
  var unit: UInt32
  /// `FigureLexicon.UnitKind` by number; 255 for none.
  var unitKind: UInt32

  /// The hash of a unit's code; 0 for none.
  static func hash(_ unit: String?) -> UInt32 {
    guard let unit else { return 0 }
    return unit.unicodeScalars.reduce(0x811C_9DC5) { PhraseToken.extend($0, $1.value) }
  }
}

/// What a figure is, as far as it says what can be its subject.
enum FigureClass: UInt32 {
  case people, times, thing, bare, money, percent, measure, duration, ordinal, age, change, plain

  /// Whether it counts the noun behind a 的 that follows it at once: counts, ages and bare numbers (6000亿的参数) do, sums of
  /// money and measures also describe it (100公里的路程).
  var countsBehindDe: Bool {
    switch self {
    case .people, .thing, .bare, .age, .plain: true
    default: false
    }
  }

  init(_ draft: FigureDraft, unit: String?) {
    switch draft.direction != nil ? .change : draft.subtype {
    case .count:
      switch unit {
      case "人": self = .people
      case "次", "人次", "场": self = .times
      case nil: self = .bare
      default: self = .thing
      }
    case .money: self = .money
    case .percent: self = .percent
    case .measure: self = .measure
    case .duration: self = .duration
    case .ordinal: self = .ordinal
    case .age: self = .age
    case .change: self = .change
    case .plain: self = .plain
    }
  }
}

/// What an earlier figure counts.
struct EarlierSubject {
  var span: TextSpan
  /// What it shares with the last member of a list; empty for nothing.
  var tail: TextSpan
  /// Whether its last word is a noun of people.
  var isPeople: Bool
  var figure: CountedFigure

  /// Whether the two are the same words.
  func isSame(_ other: EarlierSubject, _ text: Scalars) -> Bool {
    span.count == other.span.count && tail == other.tail && text[span] == text[other.span]
  }
}
