import Entities

/// The contract's fields of a mention, flat, each `nil` where the type has none or it is unknown.
public struct MentionFields: Sendable {
  /// The names of the six types, in the contract's order.
  public static let types = ["person", "institution", "place", "figure", "date", "policy"]

  /// One of `types`.
  public var type: String
  /// Subtype of institutions, places and figures.
  public var subtype: String?
  /// Bare title of a person.
  public var role: String?
  /// Body of a person.
  public var affiliation: String?
  /// Value of a figure.
  public var value: ExactDecimal?
  /// Upper end of a figure's range.
  public var valueMax: ExactDecimal?
  /// Unit of a figure.
  public var unit: String?
  /// Qualifier of a figure.
  public var qualifier: String?
  /// Direction of a change.
  public var direction: String?
  /// Noun a figure counts.
  public var subject: String?
  /// ISO 8601 value of a date.
  public var date: String?
  /// Body that issued a policy.
  public var issuer: String?
  /// Document number of a policy.
  public var number: String?

  /// Reads the fields of a mention.
  public init(_ mention: Mention) {
    switch mention.kind {
    case .person(let role, let affiliation):
      type = "person"
      self.role = role
      self.affiliation = affiliation
    case .institution(let kind):
      type = "institution"
      subtype = kind.rawValue
    case .place(let kind):
      type = "place"
      subtype = kind.rawValue
    case .figure(let figure):
      type = "figure"
      subtype = figure.subtype.rawValue
      value = figure.value
      valueMax = figure.valueMax
      unit = figure.unit
      qualifier = figure.qualifier.rawValue
      direction = figure.direction?.rawValue
      subject = figure.subject
    case .date(let value):
      type = "date"
      date = value
    case .policy(let issuer, let number):
      type = "policy"
      self.issuer = issuer
      self.number = number
    }
  }
}
