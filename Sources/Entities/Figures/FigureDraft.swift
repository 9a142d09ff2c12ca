import HanText

/// A figure while its sentence is still being read: spans instead of strings.
struct FigureDraft {
  /// The contract's text: qualifier, numeral, unit, noun directly behind.
  var start: Int
  var end: Int
  /// The numeral itself (of a range: from the first to the last).
  var numeralStart: Int
  var numeralEnd: Int
  var value: ExactDecimal
  var high: ExactDecimal?
  /// Index of the unit in the lexicon; `nil` for none.
  var unit: Int?
  /// A unit that is not the lexicon's own (人 of counted people, the currency of the region).
  var unitOverride: String?
  var subtype: Figure.Subtype = .plain
  var qualifier: Figure.Qualifier = .exact
  /// Whether the qualifier stands before the numeral, so that it can hold for a whole list.
  var isQualifiedBefore = false
  var direction: Figure.Direction?
  /// The noun counted: a span of the shadow.
  var subject: TextSpan?
  /// What `subject` shares with the last member of a list (城镇、农村居民收入: 居民收入).
  var subjectTail: TextSpan?
  /// Offset behind numeral and unit, before any noun.
  var unitEnd: Int
  /// Whether the noun counted follows directly or behind 的.
  var subjectFollows = false
  /// Whether the numeral has no unit of its own and may take that of the next in a list.
  var lacksUnit = false
  /// Whether the figure stands only if a neighbour shares its unit (一款, counted along).
  var isConditional = false
}
