import Entities
import HanText

/// Which documents of an index are meant, besides the words they have.
///
/// What belongs to one mention must hold of one mention: a person of that name with that role; a
/// figure of that unit in that range.
public struct SearchFilter: Sendable, Equatable {
  /// The types of mention that can be asked for.
  public enum MentionType: String, Sendable, CaseIterable {
    case person, institution, place, figure, date, policy
  }

  /// Type of a mention that the document must have.
  public var type: MentionType?
  /// Its name, in either script: the canonical one or a shorter one that the index ties to it.
  public var name: String?
  /// The post of a person that the document must have, as it stands at a mention.
  public var role: String?
  /// Earliest publication.
  public var from: PartialDate?
  /// Latest publication.
  public var to: PartialDate?
  /// Unit of a figure that the document must have.
  public var unit: String?
  /// Its least value.
  public var minimum: Double?
  /// Its greatest value.
  public var maximum: Double?
  /// Part of the name of the medium, in either script.
  public var source: String?
  /// Whether copies of other documents are left out.
  public var withoutDuplicates = false

  /// Lets everything pass.
  public init() {}

  /// Whether everything passes.
  public var isEmpty: Bool { self == SearchFilter() }

  /// Whether an index of the mentions leads to few documents.
  var isSelective: Bool { name != nil || role != nil || unit != nil }

  /// Whether it asks for a named mention.
  var asksForName: Bool {
    name != nil || role != nil || type != nil && !(type == .figure && asksForFigure)
  }
  /// Whether it asks for a figure.
  var asksForFigure: Bool { unit != nil || minimum != nil || maximum != nil }
}

/// Conditions of SQL with the values they are given; text of the user is only ever a value.
struct SQLConditions {
  /// A value bound to a `?`.
  enum Value: Equatable {
    case text(String)
    case number(Double)
  }

  private(set) var clauses: [String] = []
  private(set) var values: [Value] = []

  mutating func add(_ clause: String, _ values: [Value] = []) {
    clauses.append(clause)
    self.values += values
  }

  mutating func add(_ other: SQLConditions) {
    clauses += other.clauses
    values += other.values
  }

  /// The clauses with AND between, in brackets.
  var text: String { clauses.isEmpty ? "1" : clauses.map { "(\($0))" }.joined(separator: " AND ") }

  /// Binds the values from `index` on; gives the next free index.
  func bind(to statement: Statement, from index: Int) throws(DatabaseError) -> Int {
    var next = index
    for value in values {
      switch value {
      case .text(let text): try statement.bind(text, at: next)
      case .number(let number): try statement.bind(number, at: next)
      }
      next += 1
    }
    return next
  }
}

extension SearchFilter {
  /// The conditions on `documents d`.
  ///
  /// - Parameters:
  ///   - sources: names of media that `source` means, as the index writes them.
  ///   - ofOneDocument: whether one document is asked after the other, so that nothing is to be
  ///     looked up for all of them.
  func conditions(sources: [String], ofOneDocument: Bool = false) -> SQLConditions {
    var conditions = SQLConditions()
    conditions.add("d.state = 'present'")
    if withoutDuplicates { conditions.add("d.duplicate_of IS NULL") }
    if let ofColumns = columnConditions(sources: sources) { conditions.add(ofColumns) }
    if asksForName {
      let isRare = !ofOneDocument && (name != nil || role != nil)
      conditions.add(Self.has(nameConditions(ofOneDocument: ofOneDocument), isRare: isRare))
    }
    if asksForFigure {
      let isRare = !ofOneDocument && unit != nil
      conditions.add(Self.has(figureConditions(ofOneDocument: !isRare), isRare: isRare))
    }
    return conditions
  }

  /// Of `conditions`, those on the date and the medium: an index of the documents tells which meet
  /// them without a look at the documents. `nil` if there are none.
  func columnConditions(sources: [String]) -> SQLConditions? {
    var conditions = SQLConditions()
    addDates(to: &conditions)
    if source != nil {
      conditions.add("d.source IN (SELECT value FROM json_each(?))", [.text(Self.json(sources))])
    }
    return conditions.clauses.isEmpty ? nil : conditions
  }

  /// Dates are compared to the precision that both have, so that the ends are inclusive. ISO 8601
  /// sorts as text, so an index of the dates serves.
  private func addDates(to conditions: inout SQLConditions) {
    if let from = from?.text {
      // Of a month or a year that the first day lies in, nothing says that it was earlier.
      let coarser = [4, 7].filter { $0 < from.utf8.count }.map { String(from.prefix($0)) }
      let marks = coarser.map { _ in "?" }.joined(separator: ", ")
      conditions.add("d.published >= ?", [.text(coarser.first ?? from)])
      if !coarser.isEmpty {
        conditions.add(
          "d.published >= ? OR d.published IN (\(marks))", ([from] + coarser).map { .text($0) })
      }
    }
    // Behind a tilde comes nothing that a date goes on with.
    if let to { conditions.add("d.published < ?", [.text(to.text + "~")]) }
  }

  /// The condition that a document has a mention.
  ///
  /// - Parameter isRare: whether an index of the mentions leads to few: those are looked up once;
  ///   otherwise each document is asked, until there are enough.
  private static func has(_ mention: SQLConditions, isRare: Bool) -> SQLConditions {
    var conditions = SQLConditions()
    let clause =
      isRare
      ? "d.id IN (SELECT m.document FROM mentions m WHERE \(mention.text))"
      : "EXISTS (SELECT 1 FROM mentions m WHERE m.document = d.id AND \(mention.text))"
    conditions.add(clause, mention.values)
    return conditions
  }

  /// The conditions on `mentions m` of the named mention.
  ///
  /// - Parameter ofOneDocument: whether the document is known, so that nothing else may lead to the
  ///   mentions: a plus before a column keeps SQLite from using an index of it.
  func nameConditions(ofOneDocument: Bool = false) -> SQLConditions {
    var conditions = SQLConditions()
    let mark = ofOneDocument ? "+" : ""
    // Without a name the post leads to the mentions, or the document does.
    let typeMark = name == nil ? "+" : mark
    if let type = type ?? (role != nil ? .person : nil) {
      conditions.add("\(typeMark)m.type = ?", [.text(type.rawValue)])
    } else {
      // Figures and dates have no names that anyone asks for.
      conditions.add("\(typeMark)m.type IN (\(Self.namedTypes))")
    }
    if let name {
      let canonical = NameForm.canonical(name)
      // The name itself, and the names of the entity that it is a name of.
      conditions.add(
        """
        \(mark)m.name IN (SELECT ? UNION
          SELECT b.name FROM entity_names a JOIN entity_names b ON b.entity = a.entity
          WHERE a.name = ? AND a.type IN (\(Self.namedTypes)))
        """, [.text(canonical), .text(canonical)])
    }
    if let role {
      conditions.add(
        "\(name == nil ? mark : "+")m.role = ?", [.text(NameForm.canonical(role))])
    }
    return conditions
  }

  private static let namedTypes = "'person', 'institution', 'place', 'policy'"

  /// The conditions on `mentions m` of the figure; see above.
  func figureConditions(ofOneDocument: Bool = false) -> SQLConditions {
    var conditions = SQLConditions()
    let mark = ofOneDocument ? "+" : ""
    conditions.add("\(mark)m.type = 'figure'")
    if let unit {
      conditions.add("\(mark)m.unit = ?", [.text(ScriptConverter.convert(unit, to: .hans))])
    }
    if let minimum { conditions.add("\(mark)m.value >= ?", [.number(minimum)]) }
    if let maximum {
      conditions.add("coalesce(m.value_max, m.value) <= ?", [.number(maximum)])
    }
    return conditions
  }

  private static func json(_ texts: [String]) -> String {
    var json = JSONWriter()
    json.array { json in for text in texts { json.value(text) } }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
