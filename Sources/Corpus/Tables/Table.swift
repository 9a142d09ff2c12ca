import Entities
import HanText
import Pages

/// The tables that `extract` prints and the index exports. Columns are only ever added at the end.
public enum Table: String, Sendable, CaseIterable {
  /// One row a mention.
  case mentions
  /// One row a document.
  case documents
  /// One row a post of a person in a document; a person without a post has one row.
  case people
  /// One row an institution in a document.
  case institutions
  /// One row a figure, with the place and date it holds for.
  case figures
  /// One row a relation.
  case relations

  /// The header.
  public var columns: [String] {
    switch self {
    case .mentions:
      [
        "document", "type", "subtype", "text", "name", "role", "affiliation", "value", "value_max",
        "unit", "qualifier", "direction", "subject", "sentence", "start", "end",
      ]
    case .documents:
      [
        "document", "title", "published", "source", "authors", "script", "encoding", "repairs",
        "removed_lines", "undecodable", "characters", "sentences", "persons", "institutions",
        "places", "figures", "dates", "policies", "relations",
      ]
    case .people:
      [
        "document", "name", "role", "affiliation", "former", "mentions", "text", "sentence",
        "start",
        "end",
      ]
    case .institutions:
      ["document", "name", "subtype", "mentions", "text", "sentence", "start", "end"]
    case .figures:
      [
        "document", "text", "subtype", "value", "value_max", "unit", "qualifier", "direction",
        "subject", "place", "date", "sentence", "start", "end",
      ]
    case .relations:
      ["document", "person", "role", "institution", "former", "figure", "place", "date"]
    }
  }

  /// The rows of one document as delimited text, line ends included: what the writer makes of
  /// `rows`.
  ///
  /// - Complexity: O(bytes + mentions × log sentences).
  public func bytes(
    of record: Record, script: ScriptChoice, by writer: DelimitedWriter
  ) -> [UInt8] {
    if self == .mentions {
      let view = RecordView(record, script: script)
      return MentionRows(record, displayed: view.displayed, writer: writer).bytes()
    }
    var bytes: [UInt8] = []
    rows(of: record, script: script) { writer.append($0, to: &bytes) }
    return bytes
  }

  /// Gives the rows of one document to `emit`, each as long as `columns`.
  ///
  /// - Parameter script: the script that text of the article is printed in.
  /// - Complexity: O(mentions × log sentences).
  public func rows(of record: Record, script: ScriptChoice, emit: ([Cell]) -> Void) {
    let view = RecordView(record, script: script)
    switch self {
    case .mentions: for mention in record.analysis.mentions { emit(view.mentionRow(mention)) }
    case .documents: emit(view.documentRow())
    case .people: view.peopleRows(emit)
    case .institutions: view.institutionRows(emit)
    case .figures: view.figureRows(emit)
    case .relations: for relation in record.analysis.relations { emit(view.relationRow(relation)) }
    }
  }
}
