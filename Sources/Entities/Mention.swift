import HanText

/// One occurrence of an entity in an article text.
public struct Mention: Sendable, Equatable {
  /// Where it stands, in scalars of the article text.
  public var span: TextSpan
  /// Canonical form: Simplified, NFKC, the fullest form the document gives.
  public var name: String
  /// Its type and the fields that type has.
  public var kind: Kind

  /// The types of mention the contract knows, each with its own fields.
  public enum Kind: Sendable, Equatable {
    /// A human name, with the role and body the text gives it at this place or, failing that,
    /// elsewhere in the document.
    case person(role: String?, affiliation: String?)
    /// An organisation.
    case institution(InstitutionKind)
    /// A place.
    case place(PlaceKind)
    /// A number with what it counts or measures.
    case figure(Figure)
    /// A date or period; ISO 8601 date or interval where it can be known.
    case date(value: String?)
    /// A cited policy, law, plan, notice or standard.
    case policy(issuer: String?, number: String?)
  }

  /// Makes a mention.
  public init(span: TextSpan, name: String, kind: Kind) {
    self.span = span
    self.name = name
    self.kind = kind
  }
}

/// The subtypes of institutions.
public enum InstitutionKind: String, Sendable, CaseIterable {
  case government, party, school, research, company, association, media, other
}

/// The subtypes of places.
public enum PlaceKind: String, Sendable, CaseIterable {
  case country, province, city, district, other
}

/// What a figure says: its exact value, unit, and the noun it counts.
public struct Figure: Sendable, Equatable {
  /// The value with magnitudes applied, lower end of a range.
  public var value: ExactDecimal
  /// Upper end of a range.
  public var valueMax: ExactDecimal?
  /// Unit as the contract writes it: 人, CNY, m2, %, 年, 家 …
  public var unit: String?
  /// How exact it is said to be.
  public var qualifier: Qualifier
  /// The kind of figure.
  public var subtype: Subtype
  /// For changes, which way.
  public var direction: Direction?
  /// The noun counted or measured, Simplified.
  public var subject: String?

  /// How exactly a figure is stated.
  public enum Qualifier: String, Sendable, CaseIterable {
    case exact
    case about
    case atLeast = "at_least"
    case atMost = "at_most"
    case range
  }

  /// The subtypes of figures.
  public enum Subtype: String, Sendable, CaseIterable {
    case count, money, percent, measure, duration, ordinal, age, change, plain
  }

  /// Which way a change goes.
  public enum Direction: String, Sendable, CaseIterable {
    case up, down
  }

  /// Makes a figure.
  public init(
    value: ExactDecimal, valueMax: ExactDecimal? = nil, unit: String? = nil,
    qualifier: Qualifier = .exact, subtype: Subtype, direction: Direction? = nil,
    subject: String? = nil
  ) {
    self.value = value
    self.valueMax = valueMax
    self.unit = unit
    self.qualifier = qualifier
    self.subtype = subtype
    self.direction = direction
    self.subject = subject
  }
}

/// A relation the contract prints: who holds which post where, or what a figure holds for.
public enum Relation: Sendable, Hashable {
  /// A post a person holds (or held, `isFormer`), the names canonical.
  case post(person: String, role: String?, institution: String?, isFormer: Bool)
  /// Where and when a figure holds; the figure by its `name`, the date by its `value`.
  case context(figure: String, place: String?, date: String?)
}
