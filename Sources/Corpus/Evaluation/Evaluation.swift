import Entities
import HanText
import Pages

/// How predicted records compare with gold ones: the figures of `eduai evaluate`.
///
/// A mention is a hit if its type and its span, carried over to the gold text, are the gold's.
/// Fields are compared between each gold mention and the mention of its type that overlaps it
/// most. Relations are compared as whole tuples.
public struct Evaluation: Sendable {
  /// Number of documents compared.
  public private(set) var documents = 0
  /// Strict span and type, by the type's name.
  public private(set) var mentions: [String: Score] = [:]
  /// Canonical name right, by the type's name.
  public private(set) var names: [String: FieldAccuracy] = [:]
  /// Fields right, by `type.field`: `figure.value`, `figure.unit`, `date.value`, …
  public private(set) var fields: [String: FieldAccuracy] = [:]
  /// Posts (person, role, institution, former).
  public private(set) var posts = Score()
  /// Places and dates that figures hold for.
  public private(set) var contexts = Score()
  /// Scalars of the clean text, by longest common subsequence.
  public private(set) var characters = Score()
  /// Title, publication time, source and authors right, by field.
  public private(set) var metadata: [String: FieldAccuracy] = [:]
  /// What was missed, spurious or wrong, in document order.
  public private(set) var errors: [EvaluationError] = []

  /// Makes an empty evaluation.
  public init() {}

  /// All types together, strict span and type.
  public var allMentions: Score {
    MentionFields.types.reduce(into: Score()) { $0 += mentions[$1] ?? Score() }
  }

  /// Adds a document: what the program found against the gold annotation.
  public mutating func add(_ predicted: Record, gold: Record) {
    documents += 1
    let alignment = TextAlignment(predicted: predicted.article.text, gold: gold.article.text)
    addText(predicted, gold, alignment)
    addMentions(predicted, gold, alignment)
    addRelations(predicted, gold)
  }

  private mutating func addText(_ predicted: Record, _ gold: Record, _ alignment: TextAlignment) {
    characters.hits += alignment.common
    characters.predicted += predicted.article.text.count
    characters.gold += gold.article.text.count
    let (p, g) = (predicted.article, gold.article)
    if p.text != g.text {
      note(gold, .wrong, "text", "\(alignment.common) of \(g.text.count) characters common")
    }
    compareMetadata("title", p.title, g.title, gold)
    compareMetadata("published", p.published, g.published, gold)
    compareMetadata("source", p.source, g.source, gold)
    compareMetadata(
      "authors", p.authors.joined(separator: "; "), g.authors.joined(separator: "; "), gold)
  }

  private mutating func compareMetadata(
    _ field: String, _ predicted: String?, _ wanted: String?, _ gold: Record
  ) {
    let (p, g) = (predicted ?? "", wanted ?? "")
    guard !p.isEmpty || !g.isEmpty else { return }
    metadata[field, default: FieldAccuracy()].count(p == g)
    if p != g { note(gold, .wrong, field, "\(p) for \(g)") }
  }

  private mutating func addMentions(
    _ predicted: Record, _ gold: Record, _ alignment: TextAlignment
  ) {
    let carried = predicted.analysis.mentions.map { (alignment.goldSpan(of: $0.span), $0) }
    for type in MentionFields.types {
      let wanted = gold.analysis.mentions.filter { MentionFields($0).type == type }
      let found = carried.filter { MentionFields($0.1).type == type }
      let spans = Set(found.compactMap(\.0))
      let wantedSpans = Set(wanted.map(\.span))
      var score = Score()
      score.gold = wanted.count
      score.predicted = found.count
      score.hits = wantedSpans.intersection(spans).count
      mentions[type, default: Score()] += score
      for mention in wanted where !spans.contains(mention.span) {
        note(gold, .missed, type, gold.article.text[mention.span], at: mention.span)
      }
      for (span, mention) in found where span.map({ !wantedSpans.contains($0) }) ?? true {
        note(gold, .spurious, type, predicted.article.text[mention.span], at: mention.span)
      }
      compareFields(type, wanted, found, gold)
    }
  }

  private mutating func compareFields(
    _ type: String, _ wanted: [Mention], _ found: [(TextSpan?, Mention)], _ gold: Record
  ) {
    for mention in wanted {
      let candidates = found.filter { $0.0?.overlaps(mention.span) ?? false }
      let best = candidates.max { overlap($0.0, mention.span) < overlap($1.0, mention.span) }
      guard let best else { continue }
      let isNameRight = best.1.name == mention.name
      names[type, default: FieldAccuracy()].count(isNameRight)
      if !isNameRight { note(gold, .wrong, "\(type) name", "\(best.1.name) for \(mention.name)") }
      let p = MentionFields(best.1)
      let g = MentionFields(mention)
      for (field, predictedField, goldField) in p.compared(with: g) {
        let isRight = predictedField == goldField
        fields["\(type).\(field)", default: FieldAccuracy()].count(isRight)
        guard !isRight else { continue }
        let text = String(scalars: gold.article.text[mention.span])
        note(
          gold, .wrong, "\(type) \(field)",
          "\(text): \(predictedField ?? "none") for \(goldField ?? "none")")
      }
    }
  }

  private func overlap(_ a: TextSpan?, _ b: TextSpan) -> Int {
    a.map { min($0.end, b.end) - max($0.start, b.start) } ?? 0
  }

  private mutating func addRelations(_ predicted: Record, _ gold: Record) {
    let wanted = Set(gold.analysis.relations)
    let found = Set(predicted.analysis.relations)
    for isPost in [true, false] {
      let w = wanted.filter { $0.isPost == isPost }
      let f = found.filter { $0.isPost == isPost }
      var score = Score()
      (score.hits, score.predicted, score.gold) = (w.intersection(f).count, f.count, w.count)
      if isPost { posts += score } else { contexts += score }
    }
    for relation in gold.analysis.relations where !found.contains(relation) {
      note(gold, .missed, "relation", relation.summary)
    }
    for relation in predicted.analysis.relations where !wanted.contains(relation) {
      note(gold, .spurious, "relation", relation.summary)
    }
  }

  private mutating func note(
    _ gold: Record, _ kind: EvaluationError.Kind, _ what: String, _ text: ArraySlice<UInt32>,
    at span: TextSpan
  ) {
    note(gold, kind, what, "\(String(scalars: text)) [\(span.start), \(span.end))")
  }

  private mutating func note(
    _ gold: Record, _ kind: EvaluationError.Kind, _ what: String, _ detail: String
  ) {
    errors.append(
      EvaluationError(document: gold.article.document, kind: kind, what: what, detail: detail))
  }
}

/// One difference between the program's output and the gold annotation.
public struct EvaluationError: Sendable, Equatable {
  /// The ways to be wrong.
  public enum Kind: String, Sendable {
    case missed, spurious, wrong
  }

  /// The document it stands in.
  public var document: String
  /// How it is wrong.
  public var kind: Kind
  /// The type or field it is about.
  public var what: String
  /// The text, span or values.
  public var detail: String
}

extension Relation {
  fileprivate var isPost: Bool {
    if case .post = self { true } else { false }
  }

  /// The relation on one line, for people.
  fileprivate var summary: String {
    switch self {
    case .post(let person, let role, let institution, let isFormer):
      [person, role, institution, isFormer ? "former" : nil].compactMap { $0 }
        .joined(separator: " · ")
    case .context(let figure, let place, let date):
      [figure, place, date].compactMap { $0 }.joined(separator: " · ")
    }
  }
}

extension MentionFields {
  /// The type's own fields, printed, of this mention beside those of a gold mention.
  func compared(with gold: MentionFields) -> [(field: String, predicted: String?, gold: String?)] {
    let all: [(String, String?, String?)] =
      switch type {
      case "person":
        [("role", role, gold.role), ("affiliation", affiliation, gold.affiliation)]
      case "institution", "place": [("subtype", subtype, gold.subtype)]
      case "figure":
        [
          ("value", value?.description, gold.value?.description),
          ("value_max", valueMax?.description, gold.valueMax?.description),
          ("unit", unit, gold.unit), ("qualifier", qualifier, gold.qualifier),
          ("subtype", subtype, gold.subtype), ("direction", direction, gold.direction),
          ("subject", subject, gold.subject),
        ]
      case "date": [("value", date, gold.date)]
      default: [("issuer", issuer, gold.issuer), ("number", number, gold.number)]
      }
    // A field that neither side has says nothing about accuracy.
    return all.filter { $0.1 != nil || $0.2 != nil }
  }
}
