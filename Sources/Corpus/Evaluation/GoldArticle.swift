import Entities
import Glibc
import HanText
import Pages

/// An annotated article: what `eduai extract --format jsonl` should print for it.
public struct GoldArticle: Sendable {
  /// The article as it should come out, with its mentions and relations.
  public var record: Record
  /// Whether it is kept back from tuning.
  public var isHeld: Bool
  /// The page it was annotated on; `nil` where only its text is given.
  public var path: String?

  /// Makes one that is open to tuning and has no page.
  public init(record: Record) {
    self.record = record
    isHeld = false
  }

  /// Reads one gold object.
  ///
  /// - Parameters:
  ///   - json: an object in the contract's JSON Lines shape, with `held` on top.
  ///   - name: the gold file, for messages.
  /// - Throws: `GoldError` where a member is missing or a span is not its text.
  public init(_ json: JSONValue, name: String) throws(GoldError) {
    guard let document = json["document"]?.string ?? json["id"]?.string else {
      throw GoldError(name: name, reason: "no \"document\"")
    }
    guard let text = json["text"]?.string else {
      throw GoldError(name: name, reason: "no \"text\"")
    }
    var article = Article(document: document, text: Scalars(text))
    article.title = json["title"]?.string
    article.published = json["published"]?.string
    article.source = json["source"]?.string
    article.authors = json["authors"]?.array?.compactMap(\.string) ?? []
    article.script = json["script"]?.string.flatMap(Script.init(rawValue:)) ?? .hans
    article.region = json["region"]?.string.flatMap(Region.init(rawValue:)) ?? .cn
    article.encoding = json["encoding"]?.string
    var mentions: [Mention] = []
    for (number, value) in (json["mentions"]?.array ?? []).enumerated() {
      mentions.append(
        try Self.mention(value, in: article.text, name: "\(name): mention \(number + 1)"))
    }
    var relations: [Relation] = []
    for (number, value) in (json["relations"]?.array ?? []).enumerated() {
      relations.append(try Self.relation(value, name: "\(name): relation \(number + 1)"))
    }
    record = Record(
      article: article,
      analysis: Analysis(
        sentences: [], mentions: mentions.sorted { $0.span < $1.span }, relations: relations))
    if case .bool(true) = json["held"] { isHeld = true } else { isHeld = false }
  }

  private static func mention(
    _ json: JSONValue, in text: Scalars, name: String
  ) throws(GoldError) -> Mention {
    guard let start = json["start"]?.int, let end = json["end"]?.int, start >= 0, start < end,
      end <= text.count
    else { throw GoldError(name: name, reason: "\"start\" and \"end\" are not a span of the text") }
    let span = TextSpan(start, end)
    let covered = String(scalars: text[span])
    if let own = json["text"]?.string, own != covered {
      throw GoldError(name: name, reason: "\"text\" is \(own), but its span holds \(covered)")
    }
    guard let kind = kind(json) else {
      throw GoldError(name: name, reason: "\(covered): its type or a field is not the contract's")
    }
    return Mention(span: span, name: json["name"]?.string ?? covered, kind: kind)
  }

  private static func kind(_ json: JSONValue) -> Mention.Kind? {
    let subtype = json["subtype"]?.string ?? "other"
    switch json["type"]?.string {
    case "person":
      return .person(role: json["role"]?.string, affiliation: json["affiliation"]?.string)
    case "institution": return InstitutionKind(rawValue: subtype).map(Mention.Kind.institution)
    case "place": return PlaceKind(rawValue: subtype).map(Mention.Kind.place)
    case "figure": return figure(json).map(Mention.Kind.figure)
    case "date": return .date(value: json["value"]?.string)
    case "policy": return .policy(issuer: json["issuer"]?.string, number: json["number"]?.string)
    default: return nil
    }
  }

  private static func figure(_ json: JSONValue) -> Figure? {
    guard case .number(let digits) = json["value"], let value = ExactDecimal(plain: digits),
      let subtype = Figure.Subtype(rawValue: json["subtype"]?.string ?? "plain"),
      let qualifier = Figure.Qualifier(rawValue: json["qualifier"]?.string ?? "exact")
    else { return nil }
    var figure = Figure(value: value, qualifier: qualifier, subtype: subtype)
    if case .number(let digits) = json["value_max"] {
      figure.valueMax = ExactDecimal(plain: digits)
    }
    figure.unit = json["unit"]?.string
    figure.direction = json["direction"]?.string.flatMap(Figure.Direction.init(rawValue:))
    figure.subject = json["subject"]?.string
    return figure
  }

  private static func relation(_ json: JSONValue, name: String) throws(GoldError) -> Relation {
    if let person = json["person"]?.string {
      var isFormer = false
      if case .bool(true) = json["former"] { isFormer = true }
      return .post(
        person: person, role: json["role"]?.string, institution: json["institution"]?.string,
        isFormer: isFormer)
    }
    guard let figure = json["figure"]?.string else {
      throw GoldError(name: name, reason: "neither a \"person\" nor a \"figure\"")
    }
    return .context(figure: figure, place: json["place"]?.string, date: json["date"]?.string)
  }
}

/// Why gold annotation cannot be used.
public struct GoldError: Error, Sendable, Equatable {
  /// The file, and the mention or line in it.
  public var name: String
  /// What is wrong.
  public var reason: String

  /// Makes an error.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}

extension ExactDecimal {
  /// Reads a JSON number written without an exponent; `nil` where it has one or too many digits.
  init?(plain text: String) {
    var digits: Int128 = 0
    var places = 0
    var isBehindPoint = false
    for byte in text.utf8.drop(while: { $0 == UInt8(ascii: "-") }) {
      if byte == UInt8(ascii: ".") {
        isBehindPoint = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      digits = product + Int128(byte - 0x30)
      if isBehindPoint { places += 1 }
    }
    self.init(text.hasPrefix("-") ? -digits : digits, exponent: -places)
  }
}
